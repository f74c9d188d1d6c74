// Reads text that was packed (mirror of write-text.ts): each letter is told by the two before it.
// Where some letters stood before, it is told for how long the text goes on as it did then.

import { createReader, readNumber } from './read-numbers.ts'

/** What the packed numbers are about. */
export const KINDS = { LETTER: 0, RUN: 1 } as const
/** The letter that ends the text. */
export const END = 0

/** A hash of 32 bits holds four letters. */
const HASH_BITS_PER_LETTER = 8
const TELLING_LETTERS = 4
const MEMORY_BITS = 14
export const TRUST_BITS = 2
export const TRUST_MAX: number = (1 << TRUST_BITS) - 1

/** What both sides know of the text that was read so far. */
export type TextMemory = {
  readonly letters: number[]
  hash: number
  /** Hash of letters → `where the text went on after them << TRUST_BITS | how often as before`. */
  readonly places: Int32Array
}

export function createTextMemory(): TextMemory {
  return { letters: [], hash: 0, places: new Int32Array(1 << MEMORY_BITS) }
}

export function readText(packed: string): string {
  const memory = createTextMemory()
  const { letters, places } = memory
  const numbers = createReader(packed)
  for (;;) {
    const place = placeOf(memory)
    const memo = places[place] as number
    places[place] = (letters.length << TRUST_BITS) | (memo & TRUST_MAX)
    const from = memo >> TRUST_BITS
    if (from > 0) {
      const run = readNumber(numbers, KINDS.RUN, memo & TRUST_MAX, letters[from] as number)
      noteRun(memory, place, run)
      for (let i = 0; i < run; i++) putLetter(memory, letters[from + i] as number)
    }
    const letter = readNumber(numbers, KINDS.LETTER, letterBack(memory, 1), letterBack(memory, 2))
    if (letter === END) return letters.map((unit) => String.fromCharCode(unit)).join('')
    putLetter(memory, letter)
  }
}

export function letterBack({ letters }: TextMemory, count: number): number {
  return letters[letters.length - count] ?? END
}

/** Where it is remembered how the text went on after the last letters. */
export function placeOf({ hash, letters }: TextMemory): number {
  return letters.length < TELLING_LETTERS ? 0
    : Math.imul(hash, 0x9e3779b1) >>> (32 - MEMORY_BITS)
}

export function putLetter(memory: TextMemory, letter: number): void {
  memory.letters.push(letter)
  memory.hash = (memory.hash << HASH_BITS_PER_LETTER) ^ letter
}

/** Notes whether the text went on as before. */
export function noteRun({ places }: TextMemory, place: number, run: number): void {
  const memo = places[place] as number
  if (run === 0) places[place] = memo & ~TRUST_MAX
  else if ((memo & TRUST_MAX) < TRUST_MAX) places[place] = memo + 1
}
