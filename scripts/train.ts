// Trains the learned model on the project's own wordings and writes
// packages/core/src/rules/model.ts.

import { writeFileSync } from 'node:fs'
import { buildRules } from '../packages/core/src/classify/build-automaton.ts'
import { REASONS } from '../packages/core/src/classify/reason-number.ts'
import { KNOWLEDGE } from '../packages/core/src/knowledge.ts'
import { AUTOMATON_SOURCE } from '../packages/core/src/rules/automaton-source.ts'
import { CELLS_MAX, createReading, toExample, TRAIN_OPTIONS } from './examples.ts'
import { packModel } from './pack-model.ts'
import { scoreExample, trainLinear, type Example } from './train-linear.ts'
import { readWordings, type Wording } from './wordings.ts'

const FOLDS = 5

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
    const model = trainLinear(examples.filter((_, i) => !isTest[i]), TRAIN_OPTIONS)
    examples.forEach((example, i) => {
      if (!isTest[i]) return
      scoreExample(model, example, logits)
      const best = logits.indexOf(Math.max(...logits))
      if (example.classes.includes(best)) right++
    })
  }
  return right / rows.length
}

const reading = createReading({ ...KNOWLEDGE, ...buildRules(AUTOMATON_SOURCE) })
const rows = readWordings()
const examples = rows.map((row) => toExample(reading, row))
if (process.argv.includes('--validate')) {
  const files = [...new Set(rows.map((row) => row.file))]
  const byRow = crossValidate(rows, examples, (_, i) => i)
  const byFile = crossValidate(rows, examples, (row) => files.indexOf(row.file))
  console.log(`left-out rows  ${(100 * byRow).toFixed(1)} % right`)
  console.log(`left-out files ${(100 * byFile).toFixed(1)} % right`)
}
const model = trainLinear(examples, TRAIN_OPTIONS)
const packed = packModel(model, CELLS_MAX)
const target = new URL('../packages/core/src/rules/model.ts', import.meta.url)
writeFileSync(
  target,
  `// Weights of the learned model, written by \`npm run train\` from fixtures/wordings.

import type { ModelData } from './types.ts'

export const MODEL: ModelData = {
  classes: ${packed.classes},
  scale: ${packed.scale},
  rows: [${packed.rows.join(', ')}],
  keys: '${packed.keys}',
  cells: ${JSON.stringify(packed.cells)},
}
`,
)
console.log(
  `${rows.length} wordings, ${model.index.size} features`,
)
