// What a verdict rests on, for people: concepts read in the text, those that decided, runners-up.

import type { Reason, Verdict } from '../rules/types.ts'
import type { Concepts } from './grammar.ts'
import { REASONS, reasonNumber } from './reason-number.ts'
import type { Reader, Reading } from './signals.ts'
import { guessLanguage, unknownWords, type UnknownWord } from './unknown-words.ts'

/** A concept and the words that stand for it. */
export type ReadConcept = {
  /** `mailbox`, `full`; with a dash where the text denies it: `-find`, not found. */
  readonly concept: string
  readonly text: string
  /** Place of the words in the text, as string indexes `[from, to)`. */
  readonly span: readonly [number, number]
}

export type Candidate = { readonly reason: Reason; readonly confidence: number }

/** A reply as it was understood. */
export type ReplyReading = {
  readonly verdict: Verdict
  /** All concepts that were read, in order of place. */
  readonly concepts: readonly ReadConcept[]
  /** Those of them that the deciding rule speaks of; empty where no rule of the grammar decided. */
  readonly deciding: readonly ReadConcept[]
  /** What the weighing of words and codes says, strongest first. */
  readonly candidates: readonly Candidate[]
  /** BCP 47 tag of the language that the text seems to be in. */
  readonly language?: string
  /** Words that no lexicon knows, in order of place. */
  readonly unknownWords: readonly UnknownWord[]
}

/** Reasons less likely than this are not worth a word. */
const CANDIDATE_MIN = 0.02
const CANDIDATES_MAX = 4

/** Reads what the reader holds after a verdict; `probabilities` are those of the model. */
export function readingOf(
  reader: Reader, reading: Reading, verdict: Verdict, probabilities: Float64Array,
): ReplyReading {
  const concepts = readConcepts(reader, reading)
  const number = reasonNumber(verdict.reason)
  const pattern = reader.scores.pattern[number]
  const language = guessLanguage(reader)
  const isGrammar = pattern !== undefined && verdict.because[0]?.rule === pattern.id
  return {
    verdict,
    concepts,
    deciding: isGrammar ? concepts.filter(isDeciding) : [],
    candidates: candidatesOf(probabilities),
    ...(language === undefined ? {} : { language }),
    unknownWords: unknownWords(reader, reading),
  }

  function isDeciding({ concept, span }: ReadConcept): boolean {
    const from = (reader.scores.from[number] as number) + reading.offset
    const to = (reader.scores.to[number] as number) + reading.offset
    const id = reader.compiled.concepts.ids.get(concept) as number
    const isNamed = pattern?.slots.some((ids) => ids.includes(id)) === true
    return isNamed && span[0] >= from && span[1] <= to
  }
}

function readConcepts(reader: Reader, { text, offset }: Reading): ReadConcept[] {
  const { compiled, concepts } = reader
  const list: ReadConcept[] = []
  for (let i = 0; i < concepts.count; i++) {
    // A negation that was bound to the state it denies is 0 now.
    const id = concepts.concept[i] as number
    if (id === 0) continue
    const [from, to] = placeOf(concepts, i, offset)
    list.push({
      concept: compiled.concepts.names[id] as string,
      text: text.slice(from, to),
      span: [from, to],
    })
  }
  return list.sort((a, b) => a.span[0] - b.span[0] || a.span[1] - b.span[1])
}

function placeOf(concepts: Concepts, i: number, offset: number): [number, number] {
  return [(concepts.from[i] as number) + offset, (concepts.to[i] as number) + offset]
}

function candidatesOf(probabilities: Float64Array): Candidate[] {
  return Array.from(probabilities, (confidence, i) => ({
    reason: REASONS[i] as Reason, confidence: Math.round(confidence * 100) / 100,
  })).filter(({ confidence }) => confidence >= CANDIDATE_MIN)
    .sort((a, b) => b.confidence - a.confidence)
    .slice(0, CANDIDATES_MAX)
}
