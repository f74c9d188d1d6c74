// The plain linear model that everything else is compared with: words and pieces of words, no
// knowledge.

import type { Example, TrainOptions } from '../train-linear.ts'
import { REASONS, reasonNumber } from '../../packages/core/src/classify/reason-number.ts'
import type { Wording } from '../wordings.ts'

export const FLOOR_OPTIONS: TrainOptions = {
  classes: REASONS.length, models: 1, epochs: 3, rate: 0.1, decay: 1e-5, dropout: 0,
  codesLost: 0, codesSwapped: 0, wordsLost: 0, seenMin: 3,
}
/** Features of one text; the trainer takes no more. */
const FEATURES_MAX = 600
const PIECE_CHARS = [3, 4, 5]

const numbers = new Map<string, number>()

/** Words, pairs of words, and pieces of three to five letters with the spaces around words. */
export function toFloorExample({ input, reasons }: Wording): Example {
  const { text, replyCode, enhancedCode, command } = input
  const codes = [replyCode, enhancedCode, command].filter((code) => code !== undefined).join(' ')
  const hashes = [...new Set(features(`${codes} ${text}`.toLowerCase()))].slice(0, FEATURES_MAX)
  return {
    hash: Int32Array.from(hashes),
    value: new Float32Array(hashes.length).fill(Math.sqrt(30 / Math.max(30, hashes.length))),
    codeEnd: 1,
    wordStart: 1,
    classes: reasons.map(reasonNumber),
  }
}

function* features(text: string): Generator<number> {
  const words = text.match(/[\p{L}\p{M}]+|\d+(?:\.\d+)*/gu) ?? []
  yield numberOf('')
  for (const [i, word] of words.entries()) {
    yield numberOf(word)
    if (i > 0) yield numberOf(`${words[i - 1]} ${word}`)
  }
  for (const word of words) {
    const padded = ` ${word} `
    for (const length of PIECE_CHARS) {
      for (let at = 0; at + length <= padded.length; at++) {
        yield numberOf(`*${padded.slice(at, at + length)}`)
      }
    }
  }
}

/** Numbers features in the order in which they are met. */
function numberOf(feature: string): number {
  const known = numbers.get(feature)
  if (known !== undefined) return known
  numbers.set(feature, numbers.size)
  return numbers.size - 1
}
