// What a verdict rests on, for people: concepts read in the text, those that decided, the runners-up.

import type { Reason, Verdict } from '../rules/types.ts'
import type { Concepts, Pattern } from './grammar.ts'
import { REASONS, reasonNumber } from './reason-number.ts'
import type { Reader, Reading } from './signals.ts'

/** A concept and the words that stand for it. */
export type ReadConcept = {
  /** `mailbox`, `full`; with a dash where the text denies it: `-find`, not found. */
  readonly concept: string
  readonly text: string
  /** Place of the words in the text, as string indexes `[from, to)`. */
  readonly span: readonly [number, number]
  /** BCP 47 tag of the lexicon that knows the words. */
  readonly lang: string
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
  const isGrammar = pattern !== undefined && verdict.because[0]?.rule === pattern.id
  return {
    verdict,
    concepts,
    deciding: isGrammar ? slotsOf(reader, pattern, number, reading.offset) : [],
    candidates: candidatesOf(probabilities),
  }

  function slotsOf(
    { compiled, scores }: Reader, { slots }: Pattern, at: number, offset: number,
  ): ReadConcept[] {
    const from = (scores.from[at] as number) + offset
    const to = (scores.to[at] as number) + offset
    const names = new Set(slots.flatMap((slot) =>
      Array.from(slot, (id) => compiled.concepts.names[id] as string)))
    return concepts.filter(({ concept, span }) =>
      names.has(concept) && span[0] >= from && span[1] <= to)
  }
}

function readConcepts(reader: Reader, { text, offset }: Reading): ReadConcept[] {
  const { compiled, concepts, scan } = reader
  const languages = languagesByPlace(reader)
  const list: ReadConcept[] = []
  for (let i = 0; i < concepts.count; i++) {
    // A negation that was bound to the state it denies is 0 now.
    const id = concepts.concept[i] as number
    if (id === 0) continue
    const [from, to] = placeOf(concepts, i, offset)
    const lang = languages.get(concepts.from[i] as number) ?? languages.get(lexemeStart(scan, concepts, i))
    list.push({
      concept: compiled.concepts.names[id] as string,
      text: text.slice(from, to),
      span: [from, to],
      lang: lang ?? 'en',
    })
  }
  return list.sort((a, b) => a.span[0] - b.span[0] || a.span[1] - b.span[1])
}

function placeOf(concepts: Concepts, i: number, offset: number): [number, number] {
  return [(concepts.from[i] as number) + offset, (concepts.to[i] as number) + offset]
}

/** Where the word of a negated concept itself begins: its span begins at the negation. */
function lexemeStart(scan: Reader['scan'], concepts: Concepts, i: number): number {
  const { lexemes } = scan
  for (let k = 0; k < lexemes.count; k++) {
    if (lexemes.word[k] === concepts.word[i]) return lexemes.from[k] as number
  }
  return -1
}

/** Place of a word → its language; a word of several languages is in the one most words are in. */
function languagesByPlace({ compiled, scan }: Reader): Map<number, string> {
  const votes = new Map<number, number>()
  for (const { payload, count } of [scan.lexemes, scan.marks]) {
    for (let i = 0; i < count; i++) {
      const lang = compiled.lang[payload[i] as number] as number
      votes.set(lang, (votes.get(lang) ?? 0) + 1)
    }
  }
  const best = new Map<number, number>()
  const { lexemes } = scan
  for (let i = 0; i < lexemes.count; i++) {
    const from = lexemes.from[i] as number
    const lang = compiled.lang[lexemes.payload[i] as number] as number
    const rival = best.get(from)
    const isBetter = rival === undefined || (votes.get(lang) ?? 0) > (votes.get(rival) ?? 0)
    if (isBetter) best.set(from, lang)
  }
  return new Map([...best].map(([from, lang]) => [from, compiled.languages[lang] as string]))
}

function candidatesOf(probabilities: Float64Array): Candidate[] {
  return Array.from(probabilities, (confidence, i) => ({
    reason: REASONS[i] as Reason, confidence: Math.round(confidence * 100) / 100,
  })).filter(({ confidence }) => confidence >= CANDIDATE_MIN)
    .sort((a, b) => b.confidence - a.confidence)
    .slice(0, CANDIDATES_MAX)
}
