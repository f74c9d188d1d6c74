// JSON of strangers (RFC 8259): bytes → values, without losing digits of large ids (Postmark and
// Mailjet number beyond 2^53) and without depth that only an attack has.

import { noteProblem } from '../../text/problems.ts'

/** Levels of nesting; the deepest real event (zeptomail) has 9. */
export const JSON_DEPTH_MAX: number = 20
/** Numbers up to this many characters are exact as numbers. */
const EXACT_CHARS_MAX = 15

const QUOTE = 34
const MINUS = 45
const DOT = 46
const BACKSLASH = 92
const OPEN_LIST = 91
const CLOSE_LIST = 93
const OPEN_OBJECT = 123
const CLOSE_OBJECT = 125

const decoder = /* @__PURE__ */ new TextDecoder('utf-8')

/** The value; undefined where the text is no JSON, which `problems` then says. */
export function readJson(bytes: Uint8Array, problems: string[]): unknown {
  return readJsonText(decoder.decode(bytes), problems)
}

/** The same for a JSON text that stood inside of another. */
export function readJsonText(text: string, problems: string[]): unknown {
  const guarded = guardJson(text)
  if (guarded === undefined) {
    noteProblem(problems, 'json-deep')
    return undefined
  }
  try {
    return JSON.parse(guarded) as unknown
  } catch {
    noteProblem(problems, 'json-broken')
    return undefined
  }
}

/** The text with long whole numbers as strings; undefined where it is too deep. */
function guardJson(text: string): string | undefined {
  let guarded = ''
  let copied = 0
  let depth = 0
  for (let at = 0; at < text.length; at++) {
    const c = text.charCodeAt(at)
    if (c === QUOTE) at = stringEnd(text, at)
    else if (c === OPEN_OBJECT || c === OPEN_LIST) {
      if (++depth > JSON_DEPTH_MAX) return undefined
    } else if (c === CLOSE_OBJECT || c === CLOSE_LIST) depth--
    else if (c === MINUS || isDigit(c)) {
      const end = numberEnd(text, at + 1)
      if (end - at > EXACT_CHARS_MAX && isWhole(text, at + 1, end)) {
        guarded += `${text.slice(copied, at)}"${text.slice(at, end)}"`
        copied = end
      }
      at = end - 1
    }
  }
  return copied === 0 ? text : guarded + text.slice(copied)
}

/** The index of the quote that closes the string opened at `from`, or of the end of the text. */
function stringEnd(text: string, from: number): number {
  let at = text.indexOf('"', from + 1)
  while (at >= 0) {
    let slashes = 0
    while (text.charCodeAt(at - 1 - slashes) === BACKSLASH) slashes++
    if (slashes % 2 === 0) return at
    at = text.indexOf('"', at + 1)
  }
  return text.length
}

function numberEnd(text: string, from: number): number {
  let at = from
  while (at < text.length && isNumberChar(text.charCodeAt(at))) at++
  return at
}

function isWhole(text: string, from: number, to: number): boolean {
  for (let at = from; at < to; at++) if (!isDigit(text.charCodeAt(at))) return false
  return true
}

function isNumberChar(c: number): boolean {
  return isDigit(c) || c === DOT || c === MINUS || c === 43 || c === 69 || c === 101
}

function isDigit(c: number): boolean {
  return c >= 48 && c <= 57
}
