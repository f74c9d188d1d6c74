// Packs the words of the automaton, in the order of their letters (mirror of read-words.ts).

import { createWriter, writeNumber, type NumberWriter } from '../text/write-numbers.ts'
import {
  createWords, DIGIT_NINE, DIGIT_ZERO, END, endsBefore, KINDS, letterFar, letterKind, letterNear,
  LETTERS_MAX, MORE, noteEnd, noteRun, pageAt, PAGE_LETTERS, placeOf, putLetter, RECENT_ENTRIES,
  remember, signOfEnd, SIGNS, SPACE, STEM, toldLength, TRUST_BITS, TRUST_MAX, type Words,
} from './read-words.ts'

export type WordWriter = Words & { readonly numbers: NumberWriter }

export function createWordWriter(): WordWriter {
  return { ...createWords(), numbers: createWriter() }
}

export function writeWord(words: WordWriter, word: string): void {
  if (word.length >= LETTERS_MAX) throw new TypeError(`"${word}" has too many letters`)
  const { letters, history, memory, numbers } = words
  const next = Uint16Array.from(`${word}\0`, (letter) => letter.charCodeAt(0))
  let shared = 0
  while (shared < words.length && letters[shared] === next[shared]) shared++
  const dropped = words.length - shared
  writeNumber(numbers, {
    kind: KINDS.DROPPED, near: words.dropped, far: toldLength(words), value: dropped,
  })
  words.shared = shared
  words.dropped = dropped
  let at = shared
  writeLetter(words, at, next[at] as number)
  while (letters[at] !== END) {
    const place = placeOf(words, ++at)
    const memo = memory[place] as number
    if (memo > 0) {
      const from = memo >> TRUST_BITS
      const run = runFrom(words, from, next.subarray(at))
      writeNumber(numbers, {
        kind: KINDS.RUN, near: memo & TRUST_MAX, far: history[from] as number, value: run,
      })
      noteRun(words, place, run)
      for (const to = at + run; at < to; at++) putLetter(words, at, next[at] as number)
      if (at === next.length) {
        at--
        break
      }
    }
    writeLetter(words, at, next[at] as number)
  }
  words.length = at
  remember(words)
}

export function writeEnd(
  words: WordWriter,
  { entry, isStem, isLast }: {
    readonly entry: number; readonly isStem: boolean; readonly isLast: boolean
  },
): void {
  const { recent, numbers } = words
  const [near, far] = endsBefore(words)
  const place = recent.indexOf(entry)
  const number = place === -1 ? RECENT_ENTRIES + entry : place
  const flags = (isStem ? STEM : 0) | (isLast ? 0 : MORE)
  writeNumber(numbers, { kind: KINDS.ENTRY, near, far, value: signOfEnd(number, flags) })
  noteEnd(words, entry, number, flags)
}

/** How many letters stand in history from there on; it ends with the word there, too. */
function runFrom({ history, historyLength }: Words, from: number, letters: Uint16Array): number {
  let run = 0
  const most = Math.min(letters.length, historyLength - from)
  while (run < most && history[from + run] === letters[run]) run++
  return run
}

function writeLetter(words: WordWriter, at: number, letter: number): void {
  const page = pageAt(words, at)
  writeNumber(words.numbers, {
    kind: letterKind(words, at, page), near: letterNear(words, at), far: letterFar(words, at),
    value: signOf(letter, page),
  })
  putLetter(words, at, letter)
}

function signOf(letter: number, page: number): number {
  if (letter === END) return SIGNS.END
  if (letter === SPACE) return SIGNS.SPACE
  if (letter >= DIGIT_ZERO && letter <= DIGIT_NINE) return SIGNS.DIGIT + letter - DIGIT_ZERO
  const isOnPage = page > 0 && letter >= page && letter < page + PAGE_LETTERS
  return isOnPage ? SIGNS.LETTER + letter - page : SIGNS.UNIT + letter
}
