// Trains the learned model on the project's own wordings and writes packages/core/src/rules/model.ts.

import { readFileSync, readdirSync, writeFileSync } from 'node:fs'
import { createClassifier, type ReplyInput } from '../packages/core/src/classify/classify.ts'
import { REASONS, reasonNumber } from '../packages/core/src/classify/reason-number.ts'
import { KNOWLEDGE } from '../packages/core/src/knowledge.ts'
import type { SmtpCommand } from '../packages/core/src/rules/types.ts'
import { packModel } from './pack-model.ts'
import { scoreExample, trainLinear, type Example, type TrainOptions } from './train-linear.ts'

const OPTIONS: TrainOptions = { classes: REASONS.length, epochs: 30, rate: 0.08, decay: 4e-4, seenMin: 2 }
/** Rows that the packed model keeps: the heaviest features; more no longer pays in accuracy. */
const ROWS_MAX = 5_000
const FOLDS = 5

export type Wording = { readonly input: ReplyInput; readonly reasons: readonly string[]; readonly file: string }

/** All rows of fixtures/wordings. */
export function readWordings(): Wording[] {
  const folder = new URL('../fixtures/wordings/', import.meta.url)
  const rows: Wording[] = []
  for (const file of readdirSync(folder).sort()) {
    for (const line of readFileSync(new URL(file, folder), 'utf8').split('\n').slice(1)) {
      const [reason = '', accept = '', replyCode, enhancedCode, command, host, text] = line.split('\t')
      if (text === undefined || text === '') continue
      const input: ReplyInput = {
        text: text.replaceAll('\\n', '\n'),
        replyCode: replyCode ? Number(replyCode) : undefined,
        enhancedCode: enhancedCode || undefined,
        command: (command || undefined) as SmtpCommand | undefined,
        host: host || undefined,
      }
      rows.push({ input, reasons: [reason, ...accept.split(' ').filter(Boolean)], file })
    }
  }
  return rows
}

const classifier = createClassifier({ ...KNOWLEDGE, model: { rows: '', scale: 1, classes: REASONS.length } })

function toExample({ input, reasons }: Wording): Example {
  const features = classifier.features(input)
  return {
    hash: features.hash.slice(0, features.count),
    value: features.value.slice(0, features.count),
    classes: reasons.map(reasonNumber),
  }
}

/** Share right when every fold is judged by a model that never saw it. */
function crossValidate(rows: readonly Wording[], examples: readonly Example[], group: (row: Wording, i: number) => number): number {
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
const packed = packModel(model, ROWS_MAX)
const target = new URL('../packages/core/src/rules/model.ts', import.meta.url)
writeFileSync(target, `// Weights of the learned model, written by \`npm run train\` from fixtures/wordings.

import type { ModelData } from './types.ts'

export const MODEL: ModelData = {
  classes: ${packed.classes},
  scale: ${packed.scale},
  rows: '${packed.rows}',
}
`)
console.log(`${rows.length} wordings, ${model.index.size} features, ${packed.rows.length} bytes packed`)
