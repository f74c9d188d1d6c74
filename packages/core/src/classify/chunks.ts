// Runs without spaces in a text: words, or addresses, host names and URLs, which are no prose.

import { CHUNK, DIGIT, LOWER, UPPER, WORD } from './alphabet.ts'

/** Words that mean what they say. */
export const PROSE = 0
/** Nothing in it means anything: numbers with dots. */
export const OPAQUE = 1
/** Host names and URLs: only names of lists count in them. */
export const NAMES = 2
/** Opaque up to the end of its domain: `user@example.com:blocked`. */
export const ADDRESS = 3

/** So many words joined by `_` are a log line of qmail, whatever signs stand between them. */
const JOINED_WORDS = 3

/** The end of a run without spaces, negative where dots, at signs or colons stand in it. */
export function endOfChunk(units: Int32Array, text: string, from: number): number {
  const { length } = text
  let sign = 0
  let at = from
  for (; at < length; at++) {
    const code = text.charCodeAt(at)
    const unit = units[code] as number
    if ((unit & CHUNK) === 0) break
    if (sign === 0 && (code === 0x2e || code === 0x40 || code === 0x3a)) sign = at
  }
  // A sign at the very end only ends a sentence or a label.
  return sign > 0 && sign < at - 1 ? -at : at
}

/** Behind the domain of the last address of the chunk. */
export function endOfDomain(units: Int32Array, text: string, from: number, to: number): number {
  let at = text.lastIndexOf('@', to - 1) + 1
  for (; at < to; at++) {
    const code = text.charCodeAt(at)
    if (((units[code] as number) & WORD) === 0 && code !== 0x2e && code !== 0x2d) break
  }
  return Math.max(at, from + 1)
}

export function kindOfChunk(units: Int32Array, text: string, from: number, to: number): number {
  let dots = 0
  let lastDot = -1
  let mixed = false
  let joins = 0
  for (let at = from; at < to; at++) {
    const unit = text.charCodeAt(at)
    if (unit === 0x5f /* _ */) joins++
    if (unit === 0x40 /* @ */ && at > from && at + 1 < to) return ADDRESS
    if (unit === 0x3a /* : */ && text.startsWith('//', at + 1)) return NAMES
    if (unit === 0x2e /* . */ && isWord(units, text, at + 1, to)) {
      dots++
      lastDot = at
    }
    if (((units[unit] as number) & UPPER) !== 0 && at > from && isCamel(units, text, at)) {
      mixed = true
    }
  }
  if (dots === 0 || mixed || joins >= JOINED_WORDS) return PROSE
  const tail = units[text.charCodeAt(lastDot + 1)] as number
  const head = units[text.charCodeAt(lastDot - 1)] as number
  // "exist.Please" is a missing space; "RESOLVER.ADR.RecipNotFound" (mixed) is prose as well.
  if ((tail & UPPER) !== 0 && (head & LOWER) !== 0) return PROSE
  return (tail & DIGIT) !== 0 && dots >= 2 ? OPAQUE : NAMES
}

function isWord(units: Int32Array, text: string, at: number, to: number): boolean {
  return at < to && ((units[text.charCodeAt(at)] as number) & WORD) !== 0
}

/** An upper-case letter after a lower-case one begins a word: `UserUnknown`. */
export function isCamel(units: Int32Array, text: string, at: number): boolean {
  return ((units[text.charCodeAt(at - 1)] as number) & LOWER) !== 0
}
