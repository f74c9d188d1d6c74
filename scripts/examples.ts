// How the learned model is trained: the settings, and what it sees of a wording.

import { createClassifier, type Classifier } from '../packages/core/src/classify/classify.ts'
import { REASONS, reasonNumber } from '../packages/core/src/classify/reason-number.ts'
import type { ModelData } from '../packages/core/src/rules/types.ts'
import type { KNOWLEDGE } from '../packages/core/src/knowledge.ts'
import type { Example, TrainOptions } from './train-linear.ts'
import type { Wording } from './wordings.ts'

export const TRAIN_OPTIONS: TrainOptions = {
  classes: REASONS.length, models: 5, epochs: 20, rate: 0.1, decay: 3e-4, dropout: 0.5,
  codesLost: 0.25, codesSwapped: 0.1, wordsLost: 0.15, seenMin: 2,
}
/**
 * Cells that the packed model keeps, 1.6 bytes each. With each source left out, 130,000 are right
 * in 0.4 points more than 63,500, and all two million in 0.8.
 */
export const CELLS_MAX = 80_000
/** A model that has learned nothing yet. */
const BLANK: ModelData = {
  classes: REASONS.length, scale: 1, rows: [], keys: '', cells: '',
}

/** A classifier that only reads: its features make the examples. */
export function createReading(knowledge: typeof KNOWLEDGE): Classifier {
  return createClassifier({ ...knowledge, model: BLANK })
}

export function toExample(reading: Classifier, { input, reasons }: Wording): Example {
  const features = reading.features(input)
  return {
    hash: features.hash.slice(0, features.count),
    value: features.value.slice(0, features.count),
    codeEnd: features.codeEnd,
    wordStart: features.wordStart,
    classes: reasons.map(reasonNumber),
  }
}
