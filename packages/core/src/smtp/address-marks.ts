// The marks between the pieces of an address list (RFC 5322 §3.2, §3.4), and where what they open
// ends. Every search runs forward once; who calls must remember what was not found.

import { unitAt } from '../text/units.ts'

export const TAB = 9
export const LF = 10
export const CR = 13
export const SPACE = 32
export const QUOTE = 34
export const OPEN = 40
export const CLOSE = 41
export const COMMA = 44
export const COLON = 58
export const SEMICOLON = 59
export const LESS = 60
export const GREATER = 62
export const AT = 64
export const BRACKET = 91
const BRACKET_CLOSE = 93
const BACKSLASH = 92

/** Ends an atom, in the way real mail writes atoms: dots and most signs are letters. */
export function isSpecial(code: number): boolean {
  switch (code) {
    case SPACE:
    case TAB:
    case LF:
    case CR:
    case OPEN:
    case CLOSE:
    case QUOTE:
    case LESS:
    case GREATER:
    case COMMA:
    case SEMICOLON:
    case COLON:
      return true
    default:
      return false
  }
}

/** The position after an address literal that begins at `from`. */
export function literalEnd(text: string, from: number): number {
  let i = from
  while (i < text.length) {
    const code = unitAt(text, i)
    if (code === BRACKET_CLOSE) return i + 1
    if (code !== COLON && isSpecial(code)) return i
    i++
  }
  return i
}

/** Index of the closing quote, or -1. */
export function quotedEnd(text: string, open: number): number {
  for (let i = open + 1; i < text.length; i++) {
    const code = unitAt(text, i)
    if (code === QUOTE) return i
    if (code === BACKSLASH) i++
  }
  return -1
}

/** Index of the parenthesis that closes, or -1; depth is counted, never recursed into. */
export function commentEnd(text: string, open: number): number {
  let depth = 0
  for (let i = open; i < text.length; i++) {
    const code = unitAt(text, i)
    if (code === BACKSLASH) i++
    else if (code === OPEN) depth++
    else if (code === CLOSE && --depth === 0) return i
  }
  return -1
}

/** What stands in angle brackets: from the innermost `<` to its `>`, to a comma, or to the end. */
export function angleRange(text: string, open: number): { from: number; end: number } {
  let from = open + 1
  let canQuote = true
  for (let i = from; i < text.length; i++) {
    const code = unitAt(text, i)
    if (code === GREATER) return { from, end: i }
    if (code === LESS) from = i + 1
    else if (code === QUOTE && canQuote) {
      const end = quotedEnd(text, i)
      // An open quote must not swallow the bracket that closes.
      if (end < 0) canQuote = false
      else i = end
    } else if (code === SEMICOLON || (code === COMMA && unitAt(text, from) !== AT))
      return { from, end: i }
  }
  return { from, end: text.length }
}
