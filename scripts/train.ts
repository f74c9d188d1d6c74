// Trains the learned model on the project's own wordings and writes
// packages/core/src/rules/model.ts.

import { readFileSync, readdirSync, writeFileSync } from 'node:fs'
import { buildAutomaton } from '../packages/core/src/classify/build-automaton.ts'
import { createClassifier, type ReplyInput } from '../packages/core/src/classify/classify.ts'
import { REASONS, reasonNumber } from '../packages/core/src/classify/reason-number.ts'
import { KNOWLEDGE } from '../packages/core/src/knowledge.ts'
import { AUTOMATON_SOURCE } from '../packages/core/src/rules/automaton-source.ts'
import { ENHANCED_CODES } from '../packages/core/src/rules/enhanced-codes.ts'
import type { SmtpCommand } from '../packages/core/src/rules/types.ts'
import { packModel } from './pack-model.ts'
import { scoreExample, trainLinear, type Example, type TrainOptions } from './train-linear.ts'

const OPTIONS: TrainOptions = {
  classes: REASONS.length, epochs: 20, rate: 0.1, decay: 3e-4, dropout: 0.5,
  codesLost: 0.25, codesSwapped: 0.1, seenMin: 2,
}
/** Cells that the packed model keeps: more no longer pays in accuracy. */
const CELLS_MAX = 80_000
const FOLDS = 5

export type Wording = {
  readonly input: ReplyInput
  readonly reasons: readonly string[]
  readonly file: string
}

/** All rows of fixtures/wordings, the fixtures of receivers' rules, and the code tables. */
export function readWordings(): Wording[] {
  return [...readFolder('wordings'), ...readFolder('replies'), ...codeRows()]
}

/** Rows of every file of a folder; the columns are named in its first line. */
function readFolder(name: string): Wording[] {
  const folder = new URL(`../fixtures/${name}/`, import.meta.url)
  const rows: Wording[] = []
  for (const file of readdirSync(folder).sort()) {
    if (!file.endsWith('.tsv')) continue
    const [head = '', ...lines] = readFileSync(new URL(file, folder), 'utf8').split('\n')
    const columns = head.split('\t')
    for (const line of lines) {
      const cells = line.split('\t')
      const cell = (column: string): string | undefined =>
        cells[columns.indexOf(column)] || undefined
      const text = cell('text')
      const reason = cell('reason')
      if (text === undefined || reason === undefined) continue
      const replyCode = cell('replyCode')
      const input: ReplyInput = {
        text: text.replaceAll('\\n', '\n'),
        replyCode: replyCode === undefined ? undefined : Number(replyCode),
        enhancedCode: cell('enhancedCode'),
        command: cell('command') as SmtpCommand | undefined,
        host: cell('host'),
      }
      rows.push({
        input, reasons: [reason, ...(cell('accept') ?? '').split(' ').filter(Boolean)], file,
      })
    }
  }
  return rows
}

/** The registry's sample texts, said with each class that means something. */
function codeRows(): Wording[] {
  return ENHANCED_CODES.flatMap(({ code, name, transient, permanent }) =>
    (
      [
        [4, transient], [5, permanent],
      ] as const
    ).flatMap(([first, fact]) =>
      fact === undefined
        ? []
        : [
            {
              input: { text: `${first}${code.slice(1)} ${name}` }, reasons: [fact.reason],
              file: 'codes',
            },
          ],
    ),
  )
}

const classifier = createClassifier({
  ...KNOWLEDGE,
  automaton: buildAutomaton(AUTOMATON_SOURCE),
  model: { rows: '', scale: 1, classes: REASONS.length },
})

function toExample({ input, reasons }: Wording): Example {
  const features = classifier.features(input)
  return {
    hash: features.hash.slice(0, features.count),
    value: features.value.slice(0, features.count),
    codeEnd: features.codeEnd,
    classes: reasons.map(reasonNumber),
  }
}

/** Share right when every fold is judged by a model that never saw it. */
function crossValidate(
  rows: readonly Wording[],
  examples: readonly Example[],
  group: (row: Wording, i: number) => number,
): number {
  let right = 0
  const logits = new Float64Array(REASONS.length)
  for (let fold = 0; fold < FOLDS; fold++) {
    const isTest = rows.map((row, i) => group(row, i) % FOLDS === fold)
    const model = trainLinear(examples.filter((_, i) => !isTest[i]), OPTIONS)
    examples.forEach((example, i) => {
      if (!isTest[i]) return
      scoreExample(model, example, logits)
      const best = logits.indexOf(Math.max(...logits))
      if (example.classes.includes(best)) right++
    })
  }
  return right / rows.length
}

const rows = readWordings()
const examples = rows.map(toExample)
if (process.argv.includes('--validate')) {
  const files = [...new Set(rows.map((row) => row.file))]
  const byRow = crossValidate(rows, examples, (_, i) => i)
  const byFile = crossValidate(rows, examples, (row) => files.indexOf(row.file))
  console.log(`left-out rows  ${(100 * byRow).toFixed(1)} % right`)
  console.log(`left-out files ${(100 * byFile).toFixed(1)} % right`)
}
const model = trainLinear(examples, OPTIONS)
const packed = packModel(model, CELLS_MAX)
const target = new URL('../packages/core/src/rules/model.ts', import.meta.url)
writeFileSync(
  target,
  `// Weights of the learned model, written by \`npm run train\` from fixtures/wordings.

import type { ModelData } from './types.ts'

export const MODEL: ModelData = {
  classes: ${packed.classes},
  scale: ${packed.scale},
  rows: '${packed.rows}',
}
`,
)
console.log(
  `${rows.length} wordings, ${model.index.size} features, ${packed.rows.length} bytes packed`,
)
