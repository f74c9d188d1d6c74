// What a scan knows and what it finds: the automaton with the kinds of its entries, and lists of
// occurrences, words and sentence ends that are filled anew for each text.

import { REPLY_CHARS_MAX } from '../text/limits.ts'
import type { Automaton } from './automaton.ts'
import { createOccurrences, type Occurrences } from './occurrences.ts'
import { createWords, type Words } from './words.ts'

/** What a surface form stands for. */
export const LEXEME = 0
/** A function word that tells the language. */
export const MARK = 1
/** The text of a rule. */
export const LITERAL = 2
/** A sentence that stands around any cause: nothing in it counts. */
export const WRAPPER = 3

/** Words whose hashes are kept for the learned model. */
const HASHES_MAX = 160
/** Sentence ends that are kept; behind the last one all is one sentence. */
const ENDS_MAX = 64

export type ScanTable = {
  readonly automaton: Automaton
  /** Entry → LEXEME, MARK, LITERAL or WRAPPER. */
  readonly kind: Uint8Array
  /** Entry → 1 where it also counts inside host names and URLs. */
  readonly name: Uint8Array
}

export type Scan = Words & {
  readonly lexemes: Occurrences
  readonly literals: Occurrences
  readonly marks: Occurrences
  /** Hash of each word as folded, in order; sentence ends leave no gap here. */
  readonly hashes: Int32Array
  /** Hash of its root beside that of each word, 0 where it has none. */
  readonly roots: Int32Array
  readonly hashFrom: Int32Array
  hashCount: number
  /** Words of prose that do not begin with a digit. */
  wordCount: number
  /** Where sentences end. */
  readonly ends: Int32Array
  endCount: number
  /** Where the last wrapper ends: words before it do not count. */
  wrapperEnd: number
  /** Bit by kind of the runs without spaces that are no prose (chunks.ts). */
  shapes: number
}

export function createScan(): Scan {
  return {
    ...createWords(REPLY_CHARS_MAX),
    lexemes: createOccurrences(),
    literals: createOccurrences(),
    marks: createOccurrences(),
    hashes: new Int32Array(HASHES_MAX),
    roots: new Int32Array(HASHES_MAX),
    hashFrom: new Int32Array(HASHES_MAX),
    hashCount: 0,
    wordCount: 0,
    ends: new Int32Array(ENDS_MAX),
    endCount: 0,
    wrapperEnd: 0,
    shapes: 0,
  }
}

/** Forgets what was found. */
export function clearScan(scan: Scan): void {
  scan.lexemes.count = scan.literals.count = scan.marks.count = scan.hashCount = 0
  scan.wordCount = scan.endCount = scan.wrapperEnd = scan.shapes = 0
}

/** Forgets what the learned model sees of the words from `from` to `to`. */
export function forgetWords(scan: Scan, from: number, to: number): void {
  const { hashes, roots, hashFrom, hashCount } = scan
  let kept = 0
  for (let i = 0; i < hashCount; i++) {
    const place = hashFrom[i] as number
    if (place >= from && place < to) continue
    hashes[kept] = hashes[i] as number
    roots[kept] = roots[i] as number
    hashFrom[kept++] = place
  }
  scan.hashCount = kept
}
