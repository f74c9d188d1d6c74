// What a text has that no lexicon knows, and the language it seems to be in: for those who add
// words.

import { CLASSES } from './alphabet.ts'
import type { Occurrences } from './occurrences.ts'
import type { Scan } from './scanned.ts'
import type { Reader, Reading } from './signals.ts'

const { FREE } = CLASSES
/** Function words of a language from which a text counts as written in it. */
const MARKS_MIN = 2
/** Shorter words are endings, initials and units more often than words. */
const WORD_CHARS_MIN = 3
/** Letters of a script without spaces that are shown as one piece. */
const FREE_CHARS_MAX = 12

/** A word that no lexicon knows. */
export type UnknownWord = {
  readonly text: string
  /** Place of the word in the text, as string indexes `[from, to)`. */
  readonly span: readonly [number, number]
}

/** The language whose function words are the most frequent; undefined where there are too few. */
export function guessLanguage({ compiled, scan }: Reader): string | undefined {
  const { marks } = scan
  const times = new Map<number, number>()
  let best = -1
  for (let i = 0; i < marks.count; i++) {
    const lang = compiled.lang[marks.entry[i] as number] as number
    const count = (times.get(lang) ?? 0) + 1
    times.set(lang, count)
    if (best < 0 || count > (times.get(best) as number)) best = lang
  }
  return (times.get(best) ?? 0) < MARKS_MIN ? undefined : compiled.languages[best]
}

/** The words of the last scan that stand in no form of any lexicon, in order of place. */
export function unknownWords({ scan }: Reader, { text, offset }: Reading): UnknownWord[] {
  const isKnown = knownPlaces(scan)
  return [...spacedWords(scan, isKnown), ...freeRuns(scan, isKnown)]
    .sort((a, b) => a[0] - b[0])
    .map(([from, to]) => ({
      text: text.slice(from + offset, to + offset), span: [from + offset, to + offset],
    }))
}

/** Words of scripts with spaces; those of addresses, host names and wrappers are no prose. */
function spacedWords(scan: Scan, isKnown: Uint8Array): [number, number][] {
  const words: [number, number][] = []
  const { hashFrom, hashCount, wordFrom, wordTo, count } = scan
  let word = 0
  for (let i = 0; i < hashCount; i++) {
    const from = hashFrom[i] as number
    while (word < count && (wordFrom[word] as number) < from) word++
    const to = wordTo[word] as number
    if (to - from >= WORD_CHARS_MIN && isKnown[from] === 0) words.push([from, to])
  }
  return words
}

/** Runs of letters of scripts without spaces; where one word ends there, nobody can tell. */
function freeRuns(
  { units, wordFrom, wordTo, count }: Scan, isKnown: Uint8Array,
): [number, number][] {
  const runs: [number, number][] = []
  let last: [number, number] | undefined
  for (let i = 0; i < count; i++) {
    const from = wordFrom[i] as number
    if (((units[from] as number) & FREE) === 0 || isKnown[from] !== 0) continue
    const to = wordTo[i] as number
    if (last?.[1] === from && to - last[0] <= FREE_CHARS_MAX) last[1] = to
    else runs.push(last = [from, to])
  }
  return runs.filter(([from, to]) => to - from >= 2)
}

/** Places that a form of a lexicon or a function word covers. */
function knownPlaces({ lexemes, marks, codes }: Scan): Uint8Array {
  const places = new Uint8Array(codes.length)
  const cover = ({ from, to, count }: Occurrences): void => {
    for (let i = 0; i < count; i++) places.fill(1, from[i] as number, to[i] as number)
  }
  cover(lexemes)
  cover(marks)
  return places
}
