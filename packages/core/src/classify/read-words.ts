// Reads the words of the automaton and what ends with them (mirror of write-words.ts). Each is told
// by the letters that it shares with the one before, and its other letters by those that stand
// before them. Where the same letters stood before, it is told for how long they go on as then.

import { createReader, readNumber, type NumberReader } from '../text/read-numbers.ts'

/** A unit of text that ends a word, and what stands between words. */
export const END = 0
export const SPACE = 0x20
/** No form has so many letters. */
export const LETTERS_MAX = 256

/** What the packed numbers are about; the letters of each script are a kind of their own. */
export const KINDS = { DROPPED: 0, RUN: 1, ENTRY: 2, FIRST_LETTER: 3, LETTER: 4 } as const
const { DROPPED, FIRST_LETTER, LETTER, RUN } = KINDS
const KIND_COUNT = 5

/** Where scripts begin whose letters are numbered from there on. */
const PAGES = [
  0x61, 0x3b1, 0x430, 0x561, 0x5d0, 0x621, 0x905, 0x985, 0xb85, 0xc05, 0xe01, 0x1000, 0x10d0, 0x1780,
]
export const PAGE_LETTERS = 50
/** How letters are told: the end, a space, those of the page, digits, then all units. */
export const SIGNS = { END: 0, SPACE: 1, LETTER: 2, DIGIT: 52, UNIT: 62 } as const
export const DIGIT_ZERO = 0x30
export const DIGIT_NINE = 0x39

/** A hash of 32 bits holds five letters: they tell how a word went on that had them, too. */
const HASH_BITS_PER_LETTER = 6
/** At the beginning of a word, fewer do. */
const TELLING_LETTERS_MIN = 3
const MEMORY_BITS = 18
export const TRUST_BITS = 2
export const TRUST_MAX: number = (1 << TRUST_BITS) - 1
/** Lengths above are alike. */
const TOLD_LENGTH_MAX = 15
const TOLD_DROPPED_MAX = 3
const TOLD_SHARED_MAX = 9
/** Letters that are new in their words, all in all. */
const HISTORY_MAX: number = 1 << 20

/** So many entries are told by how long ago they were met. */
export const RECENT_ENTRIES = 8
/** Flags of an end: more letters may follow there in a text; it is not the last of its word. */
export const STEM = 1
export const MORE = 2
const FLAG_BITS = 2

/** What both sides know when a letter is told. */
export type Words = {
  /** The word, and behind it what is left of the one before. */
  readonly letters: Uint16Array
  /** Before each letter, the hash of some that stand there. */
  readonly hashes: Int32Array
  length: number
  /** Letters that it shares with the word before, and how many more that one had. */
  shared: number
  dropped: number
  /** Letters that were new in their words, one word behind the other. */
  readonly history: Uint16Array
  historyLength: number
  /**
   * Hash of letters → `where in history stands what came after them << TRUST_BITS | how often it
   * did again`; 0 where they are met for the first time.
   */
  readonly memory: Int32Array
  /** Entries that were last met, the last one first, and the flags of the last one. */
  readonly recent: Int32Array
  flags: number
  /** Unit → the page that it is on, 0 for none. */
  readonly pages: Uint16Array
}

export type WordReader = Words & { readonly numbers: NumberReader }

export function createWords(): Words {
  const pages = new Uint16Array(65536)
  for (const page of PAGES) pages.fill(page, page, page + PAGE_LETTERS)
  return {
    letters: new Uint16Array(LETTERS_MAX), hashes: new Int32Array(LETTERS_MAX + 1),
    length: 0, shared: 0, dropped: 0,
    history: new Uint16Array(HISTORY_MAX), historyLength: 1,
    memory: new Int32Array(1 << MEMORY_BITS),
    recent: new Int32Array(RECENT_ENTRIES).fill(-1), flags: 0, pages,
  }
}

export function createWordReader(packed: string): WordReader {
  return { ...createWords(), numbers: createReader(packed) }
}

/** Makes the next word out of the one before. */
export function readWord(words: WordReader): void {
  const { letters, history, memory, numbers } = words
  words.dropped = readNumber(numbers, DROPPED, words.dropped, toldLength(words))
  words.shared = words.length - words.dropped
  let at = words.shared
  putLetter(words, at, readLetter(words, at))
  while (letters[at] !== END) {
    const place = placeOf(words, ++at)
    const memo = memory[place] as number
    if (memo > 0) {
      const from = memo >> TRUST_BITS
      const run = readNumber(numbers, RUN, memo & TRUST_MAX, history[from] as number)
      noteRun(words, place, run)
      for (let i = 0; i < run; i++) putLetter(words, at++, history[from + i] as number)
      if (run > 0 && letters[at - 1] === END) {
        at--
        break
      }
    }
    putLetter(words, at, readLetter(words, at))
  }
  words.length = at
  remember(words)
}

function readLetter(words: WordReader, at: number): number {
  const page = pageAt(words, at)
  const sign = readNumber(
    words.numbers, letterKind(words, at, page), letterNear(words, at), letterFar(words, at))
  return sign === SIGNS.END ? END : sign === SIGNS.SPACE ? SPACE
    : sign < SIGNS.DIGIT ? sign - SIGNS.LETTER + page
    : sign < SIGNS.UNIT ? sign - SIGNS.DIGIT + DIGIT_ZERO : sign - SIGNS.UNIT
}

/** The next thing that ends with the word. */
export function readEnd(
  words: WordReader,
): { readonly entry: number; readonly isStem: boolean; readonly isLast: boolean } {
  const { recent, numbers } = words
  const [near, far] = endsBefore(words)
  const sign = readNumber(numbers, KINDS.ENTRY, near, far)
  const number = sign >> FLAG_BITS
  const entry = number < RECENT_ENTRIES ? recent[number] as number : number - RECENT_ENTRIES
  noteEnd(words, entry, number, sign & (STEM | MORE))
  return { entry, isStem: (sign & STEM) !== 0, isLast: (sign & MORE) === 0 }
}

/** What an end is told by: whether its word has one before, its flags, what is shared. */
export function endsBefore(
  { dropped, flags, shared }: Words,
): [near: number, far: number] {
  const first = (flags & MORE) !== 0 ? TOLD_DROPPED_MAX + 1 : Math.min(dropped, TOLD_DROPPED_MAX)
  return [(first << FLAG_BITS) | flags, Math.min(shared, TOLD_SHARED_MAX)]
}

/** Moves an entry to the front of those last met, where it stands at `place`, or nowhere. */
export function noteEnd(words: Words, entry: number, place: number, flags: number): void {
  const { recent } = words
  recent.copyWithin(1, 0, Math.min(place, RECENT_ENTRIES - 1))
  recent[0] = entry
  words.flags = flags
}

export function signOfEnd(number: number, flags: number): number {
  return (number << FLAG_BITS) | flags
}

export function toldLength({ length }: Words): number {
  return Math.min(length, TOLD_LENGTH_MAX)
}

/** The page of the last letter before `at`; before the first one, of that of the word before. */
export function pageAt({ letters, pages }: Words, at: number): number {
  let last = Math.max(0, at - 1)
  while (last > 0 && (letters[last] as number) <= DIGIT_NINE) last--
  return pages[letters[last] as number] as number
}

export function letterKind({ shared }: Words, at: number, page: number): number {
  return (at === shared ? FIRST_LETTER : LETTER) + KIND_COUNT * page
}

/**
 * What a letter is told by: the two before it; the first one that is not shared by that which the
 * word before has in its place, after which it comes in the alphabet.
 */
export function letterNear({ letters, shared }: Words, at: number): number {
  return at === shared ? letters[at] as number : letters[at - 1] as number
}

export function letterFar({ letters, shared }: Words, at: number): number {
  const far = at === shared ? at - 1 : at - 2
  return far < 0 ? END : letters[far] as number
}

/** Where it is remembered how a word went on that had these letters before `at`. */
export function placeOf({ hashes }: Words, at: number): number {
  return at < TELLING_LETTERS_MIN ? 0
    : Math.imul(hashes[at] as number, 0x9e3779b1) >>> (32 - MEMORY_BITS)
}

/** Adds a letter to those that tell; some five letters back, they are forgotten. */
export function putLetter({ letters, hashes }: Words, at: number, letter: number): void {
  letters[at] = letter
  hashes[at + 1] = (Math.imul(hashes[at] as number, 0x5bd1e995) << HASH_BITS_PER_LETTER) ^ letter
}

/** Notes how far a word went on as the one did that had the same letters before. */
export function noteRun({ memory }: Words, place: number, run: number): void {
  const memo = memory[place] as number
  if (run === 0) memory[place] = memo & ~TRUST_MAX
  else if ((memo & TRUST_MAX) < TRUST_MAX) memory[place] = memo + 1
}

/** Puts the letters that are new in a word into history. */
export function remember(words: Words): void {
  const { letters, length, shared, history, memory } = words
  for (let at = shared; at <= length; at++) {
    if (at >= TELLING_LETTERS_MIN) {
      const place = placeOf(words, at)
      memory[place] = (words.historyLength << TRUST_BITS) | ((memory[place] as number) & TRUST_MAX)
    }
    history[words.historyLength++] = letters[at] as number
  }
}
