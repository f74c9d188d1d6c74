// Counts the words that no lexicon knows over many texts, by language, and keeps the texts that
// fell through.

import type { Reason, ReplyReading } from '@carom/core'
import { FUNCTION_WORDS } from './function-words.ts'

/** Different words that are counted: more would be ids that no lexicon wants. */
const WORDS_MAX = 100_000
/** Texts that fell through and are kept to be shown. */
const FALLEN_KEPT_MAX = 1_000

export type WordCount = {
  readonly word: string
  /** Texts that it stands in, and those of them that fell through. */
  readonly texts: number
  readonly fallen: number
  /** The first of these texts. */
  readonly example: string
}

export type FallenText = {
  readonly text: string
  readonly reason: Reason
  readonly confidence: number
  readonly language?: string
}

export type LexiconReport = {
  readonly texts: number
  readonly fallen: number
  /** By language, the one with the most unknown words first; '' where none could be told. */
  readonly languages: readonly { readonly language: string; readonly words: readonly WordCount[] }[]
  /** Texts whose reason is unknown or doubtful, the most doubtful first. */
  readonly fallenTexts: readonly FallenText[]
}

export type WordTally = {
  readonly add: (text: string, reading: ReplyReading) => void
  readonly report: () => LexiconReport
}

type Counter = { texts: number; fallen: number; readonly example: string }

/** A tally in which a text falls through below this confidence (0–1). */
export function createWordTally(confidenceMin: number): WordTally {
  const languages = new Map<string, Map<string, Counter>>()
  const fallenTexts: FallenText[] = []
  let texts = 0
  let fallen = 0
  let words = 0
  return {
    add: (text, reading) => {
      const { verdict: { reason, confidence }, language } = reading
      const isFallen = reason === 'unknown' || confidence < confidenceMin
      texts++
      if (isFallen) {
        fallen++
        if (fallenTexts.length < FALLEN_KEPT_MAX) {
          fallenTexts.push({
            text, reason, confidence, ...(language === undefined ? {} : { language }),
          })
        }
      }
      const counters = languages.get(language ?? '') ?? new Map<string, Counter>()
      languages.set(language ?? '', counters)
      for (const word of wordsOf(reading)) {
        let counter = counters.get(word)
        if (counter === undefined) {
          if (words === WORDS_MAX) continue
          words++
          counters.set(word, counter = { texts: 0, fallen: 0, example: text })
        }
        counter.texts++
        if (isFallen) counter.fallen++
      }
    },
    report: () => ({
      texts,
      fallen,
      languages: [...languages].filter(([, counters]) => counters.size > 0)
        .map(([language, counters]) => ({ language, words: sorted(counters) }))
        .sort((a, b) => sum(b.words) - sum(a.words)),
      fallenTexts: [...fallenTexts].sort((a, b) => a.confidence - b.confidence),
    }),
  }
}

/** Each unknown word of a text once, in lower case. */
function wordsOf({ unknownWords }: ReplyReading): Set<string> {
  const words = new Set(unknownWords.map(({ text }) => text.toLowerCase()))
  for (const word of words) if (FUNCTION_WORDS.has(word)) words.delete(word)
  return words
}

/** Words of texts that fell through come first: adding them helps. */
function sorted(counters: ReadonlyMap<string, Counter>): WordCount[] {
  return [...counters].map(([word, counter]) => ({ word, ...counter }))
    .sort((a, b) => b.fallen - a.fallen || b.texts - a.texts || (a.word < b.word ? -1 : 1))
}

function sum(words: readonly WordCount[]): number {
  return words.reduce((total, { texts }) => total + texts, 0)
}
