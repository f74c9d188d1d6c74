// Where words and sentences end, and runs without spaces: words, or addresses, host names and URLs,
// which are no prose.

import { CLASSES } from './alphabet.ts'

const { BREAK, CHUNK, DIGIT, FREE, LOWER, SIGN, STOP, UPPER, WORD } = CLASSES

/** Words that mean what they say. */
export const PROSE = 0
/** Nothing in it means anything: numbers with dots. */
export const OPAQUE = 1
/** Host names: only names of lists count in them. */
export const NAMES = 2
/** Opaque up to the end of its domain: `user@example.com:blocked`. */
export const ADDRESS = 3
/** An IPv4 address, as opaque as other numbers with dots. */
export const IP = 4
/** URLs: as host names, but most lead to help, so that being there tells nothing. */
const LINK = 5

/** So many words joined by `_` are a log line of qmail, whatever signs stand between them. */
const JOINED_WORDS = 3

/** A text as the scanner sees it: behind its end stand two codes of zero, classed as breaks. */
export type Units = {
  /** UTF-16 units. */
  codes: Uint16Array
  /** Their symbols and classes (automaton.ts). */
  units: Int32Array
}

/** The end of a run without spaces, negative where dots, at signs or colons stand in it. */
export function endOfChunk(units: Int32Array, from: number): number {
  let sign = 0
  let at = from
  for (; ; at++) {
    const unit = units[at] as number
    if ((unit & CHUNK) === 0) break
    if (sign === 0 && (unit & SIGN) !== 0) sign = at
  }
  // A sign at the very end only ends a sentence or a label.
  return sign > 0 && sign < at - 1 ? -at : at
}

/** Behind the domain of the last address of the chunk. */
export function endOfDomain({ codes, units }: Units, from: number, to: number): number {
  let at = to - 1
  while (codes[at] !== 0x40) at--
  at++
  for (; at < to; at++) {
    const code = codes[at] as number
    if (((units[at] as number) & WORD) === 0 && code !== 0x2e && code !== 0x2d) break
  }
  return Math.max(at, from + 1)
}

export function kindOfChunk({ codes, units }: Units, from: number, to: number): number {
  let dots = 0
  let lastDot = -1
  let mixed = false
  let joins = 0
  for (let at = from; at < to; at++) {
    const code = codes[at] as number
    if (code === 0x5f /* _ */) joins++
    if (code === 0x40 /* @ */ && at > from && at + 1 < to) return ADDRESS
    if (code === 0x3a /* : */ && isScheme(codes, at)) return LINK
    if (code === 0x2e /* . */ && isInside(units, at)) {
      dots++
      lastDot = at
    }
    if (((units[at] as number) & UPPER) !== 0 && at > from && isCamel(units, at)) mixed = true
  }
  if (dots === 0 || mixed || joins >= JOINED_WORDS) return PROSE
  return kindOfDotted(units, dots, lastDot, (units[from] as number) & DIGIT)
}

/** An at sign that is spoken of: no address is around it. */
export function isLoneAt(codes: Uint16Array, units: Int32Array, at: number): boolean {
  return codes[at] === 0x40
    && (((units[at - 1] as number) | (units[at + 1] as number)) & CHUNK) === 0
}

/** Only names of lists count in it. */
export function isOfNames(kind: number): boolean {
  return kind === NAMES || kind === LINK
}

/** Between letters or digits on both sides. */
function isInside(units: Int32Array, at: number): boolean {
  return ((units[at + 1] as number) & (units[at - 1] as number) & WORD) !== 0
}

function isScheme(codes: Uint16Array, colon: number): boolean {
  return codes[colon + 1] === 0x2f && codes[colon + 2] === 0x2f
}

function kindOfDotted(
  units: Int32Array, dots: number, lastDot: number, digit: number,
): number {
  const tail = units[lastDot + 1] as number
  const head = units[lastDot - 1] as number
  // "exist.Please" is a missing space; "RESOLVER.ADR.RecipNotFound" (mixed) is prose as well.
  if ((tail & UPPER) !== 0 && (head & LOWER) !== 0) return PROSE
  if ((tail & DIGIT) === 0 || dots < 2) return NAMES
  return dots === 3 && digit !== 0 ? IP : OPAQUE
}

/** Behind the word that goes on from `at`: no letter, or a letter that begins another word. */
export function endOfWord(units: Int32Array, at: number): number {
  while (!isWordEnd(units, at)) at++
  return at
}

/** A word ends between the unit before `at` and the one at it. */
export function isWordEnd(units: Int32Array, at: number): boolean {
  const unit = units[at] as number
  if ((unit & WORD) === 0 || ((unit | (units[at - 1] as number)) & FREE) !== 0) return true
  return (unit & UPPER) !== 0 && isCamel(units, at)
}

/** Whether a break or stop ends a sentence; a stop does only before a space or a capital. */
export function endsSentence({ codes, units }: Units, at: number): boolean {
  const unit = units[at] as number
  if ((unit & (BREAK | STOP)) !== STOP) return (unit & BREAK) !== 0
  if ((codes[at + 1] as number) <= 0x20) return true
  // "does not exist.Please": no space, yet a new sentence.
  return ((units[at + 1] as number) & UPPER) !== 0 && at > 0 && isCamel(units, at)
}

/** An upper-case letter after a lower-case one begins a word: `UserUnknown`. */
export function isCamel(units: Int32Array, at: number): boolean {
  return ((units[at - 1] as number) & LOWER) !== 0
}
