// Cuts a text into words and hashes them, so that each letter is looked at once, whatever the
// number of words and phrases that are looked for.

import { CLASSES, foldedUnit } from './alphabet.ts'
import {
  CHECK_START, HASH_START, hasBit, nextCheck, nextHash, type Automaton,
} from './automaton.ts'
import { endsSentence, isLoneAt, isWordEnd, type Units } from './chunks.ts'
import { afterProclitics } from './proclitics.ts'
import { unitAt } from '../text/units.ts'

const { BREAK, FREE, PASSED, SIGN, STOP, UPPER, WORD } = CLASSES
/** A letter that goes on with a word has no other of these than WORD. */
const LETTER = WORD | FREE | UPPER | PASSED

/** Letters of a word that the learned model sees: endings matter little. */
const SEEN_CHARS_MAX = 7
/** Letters of its root, which a longer word shares with those of its family. */
const ROOT_CHARS = 5

/** A sentence ends before the word. */
export const BROKEN = 1
/** No other word follows without a sign between, and each letter counts. */
export const PLAIN = 2

/** The words of a text, in lists that are filled anew for each text. */
export type Words = Units & {
  count: number
  readonly wordFrom: Int32Array
  readonly wordTo: Int32Array
  /**
   * Both hashes of its letters (automaton.ts), the first of those that the model sees, and that of
   * its root; 0 where it is no longer than one.
   */
  readonly wordHash: Int32Array
  readonly wordCheck: Int32Array
  readonly wordSeen: Int32Array
  readonly wordRoot: Int32Array
  /** BROKEN, PLAIN; BROKEN alone after the last word. */
  readonly wordKind: Uint8Array
  /** Its first beginning that may be a stem; those of a word end where the next one's begin. */
  readonly wordStems: Int32Array
  readonly stemTo: Int32Array
  readonly stemHash: Int32Array
  readonly stemCheck: Int32Array
}

/** Room for a text of so many characters. */
export function createWords(length: number): Words {
  const list = (): Int32Array => new Int32Array(length + 2)
  return {
    codes: new Uint16Array(length + 2), units: list(), count: 0,
    wordFrom: list(), wordTo: list(), wordHash: list(), wordCheck: list(), wordSeen: list(),
    wordRoot: list(), wordKind: new Uint8Array(length + 2), wordStems: list(),
    stemTo: list(), stemHash: list(), stemCheck: list(),
  }
}

/** Fills `words` with those of `text` from `from` to `to`; places count from `from`. */
export function readWords(
  automaton: Automaton, words: Words, text: string, from: number, to: number,
): void {
  const length = loadUnits(automaton.units, words, text, from, to)
  const {
    units, wordFrom, wordTo, wordHash, wordCheck, wordSeen, wordRoot, wordKind, wordStems,
  } = words
  let count = 0
  let stems = 0
  let kind = 0
  for (let at = 0; at < length;) {
    let unit = units[at] as number
    if (
      ((unit & WORD) === 0 || (unit & PASSED) !== 0)
      && ((unit & SIGN) === 0 || !isLoneAt(words.codes, units, at))
    ) {
      if ((unit & (STOP | BREAK)) !== 0 && endsSentence(words, at)) kind = BROKEN
      at++
      continue
    }
    const start = afterProclitics(words.codes, at)
    if (start > at) unit = units[at = start] as number
    wordFrom[count] = at
    wordStems[count] = stems
    if ((unit & (FREE | PASSED)) === 0) kind |= PLAIN
    const free = unit & FREE
    const rootTo = at + ROOT_CHARS
    const seenTo = at + SEEN_CHARS_MAX
    let hash = HASH_START
    let check = CHECK_START
    let seen = 0
    let root = 0
    for (;;) {
      const letter = foldedUnit(unit)
      hash = nextHash(hash, letter)
      check = nextCheck(check, letter)
      at++
      if (at === rootTo) root = hash
      else if (at === seenTo) seen = hash
      unit = units[at] as number
      if (((unit | free) & LETTER) !== WORD) {
        if ((unit & WORD) === 0) break
        if ((unit & PASSED) !== 0) kind &= BROKEN
        if (isWordEnd(units, at)) {
          kind &= BROKEN
          break
        }
      }
      if (hasBit(automaton.stems, hash)) {
        words.stemTo[stems] = at
        words.stemHash[stems] = hash
        words.stemCheck[stems++] = check
      }
    }
    wordTo[count] = at
    wordHash[count] = hash
    wordCheck[count] = check
    wordSeen[count] = at < seenTo ? hash : seen
    wordRoot[count] = at > rootTo ? root : 0
    wordKind[count++] = kind
    kind = 0
  }
  wordFrom[count] = length
  wordStems[count] = stems
  wordKind[count] = BROKEN
  words.count = count
}

function loadUnits(
  table: Int32Array, words: Words, text: string, from: number, to: number,
): number {
  const length = to - from
  if (length + 2 > words.codes.length) Object.assign(words, createWords(2 * length))
  const { codes, units } = words
  for (let at = 0; at < length; at++) {
    const code = unitAt(text, from + at)
    codes[at] = code
    units[at] = table[code] as number
  }
  codes[length] = codes[length + 1] = 0
  units[length] = units[length + 1] = BREAK
  return length
}
