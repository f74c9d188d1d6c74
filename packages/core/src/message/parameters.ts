// Values with parameters, as in Content-Type and Content-Disposition (RFC 2045 §5.1, RFC 2183),
// with continuations and charsets of RFC 2231, read in one pass and without failing on anything.

import { encodeUtf8, lowerAscii } from '../text/bytes.ts'
import { decodeText } from '../text/charset.ts'
import { PARAMETERS_MAX, PARAMETER_BYTES_MAX } from '../text/limits.ts'
import { noteProblem } from '../text/problems.ts'
import { hexValue } from '../text/quoted-printable.ts'
import { unitAhead, unitAt } from '../text/units.ts'

export type ParameterizedValue = {
  /** What stands before the first semicolon, lower case, without comments. */
  readonly value: string
  /** Names in lower case; the first of several counts. */
  readonly parameters: ReadonlyMap<string, string>
}

type Raw = { readonly name: string; readonly value: string }
type Piece = { readonly text: string; readonly isExtended: boolean }

const NONE: ReadonlyMap<string, string> = new Map()
const TAB = 9
const SPACE = 32
const QUOTE = 34
const OPEN = 40
const SEMICOLON = 59
const EQUALS = 61
const BACKSLASH = 92
/** A parameter name that follows without a semicolon is looked for this far. */
const NAME_CHARS_MAX = 40

/**
 * Values as they stand in thousands of messages, read once; a hostile sender must not fill them.
 */
const remembered = new Map<string, ParameterizedValue>()
const REMEMBERED_MAX = 200
const REMEMBERED_CHARS_MAX = 80

/** Reads an unfolded field value. */
export function parseParameterized(field: string, problems?: string[]): ParameterizedValue {
  const known = remembered.get(field)
  if (known !== undefined) return known
  const noted: string[] = []
  const read = readParameterized(field, noted)
  for (const problem of noted) noteProblem(problems, problem)
  const isUsual = field.length <= REMEMBERED_CHARS_MAX && noted.length === 0
  // Boundaries and file names are never the same again.
  if (isUsual && remembered.size < REMEMBERED_MAX && !UNIQUE.test(field)) {
    remembered.set(field, read)
  }
  return read
}

const UNIQUE = /boundary|name/i

function readParameterized(field: string, problems: string[]): ParameterizedValue {
  let text = field
  if (text.length > PARAMETER_BYTES_MAX) {
    text = text.slice(0, PARAMETER_BYTES_MAX)
    noteProblem(problems, 'parameters-capped')
  }
  const valueEnd = tokenEnd(text, 0)
  const value = lowerAscii(withoutComment(text.slice(0, valueEnd)))
  const raws = readRaws(text, valueEnd, problems)
  return { value, parameters: raws.length === 0 ? NONE : joinPieces(raws, problems) }
}

function readRaws(text: string, from: number, problems: string[] | undefined): Raw[] {
  const raws: Raw[] = []
  let at = from
  while (at < text.length) {
    const code = unitAt(text, at)
    if (code === SEMICOLON || code === SPACE || code === TAB) {
      at++
      continue
    }
    if (code === OPEN) {
      at = commentEnd(text, at)
      continue
    }
    const nameEnd = parameterNameEnd(text, at)
    if (unitAhead(text, nameEnd) !== EQUALS) {
      at = Math.max(nameEnd, at + 1)
      continue
    }
    if (raws.length >= PARAMETERS_MAX) {
      noteProblem(problems, 'parameters-capped')
      break
    }
    const name = lowerAscii(text.slice(at, nameEnd).trim())
    const valueFrom = skipBlanks(text, nameEnd + 1)
    if (unitAhead(text, valueFrom) === QUOTE) {
      const end = quotedEnd(text, valueFrom)
      raws.push({ name, value: unquote(text, valueFrom, end) })
      at = end + 1
    } else {
      const end = tokenEnd(text, valueFrom)
      raws.push({ name, value: withoutComment(text.slice(valueFrom, end)) })
      at = end
    }
  }
  return raws
}

function parameterNameEnd(text: string, from: number): number {
  const { length } = text
  for (let i = from; i < length; i++) {
    const code = unitAt(text, i)
    if (code === EQUALS || code === SEMICOLON || code === OPEN) return i
  }
  return length
}

/** The end of an unquoted value: a semicolon, or blanks with another `name=` after them. */
function tokenEnd(text: string, from: number): number {
  let i = from
  while (i < text.length) {
    const code = unitAt(text, i)
    if (code === SEMICOLON) return i
    if ((code === SPACE || code === TAB) && i > from && startsParameter(text, i + 1)) return i
    i++
  }
  return i
}

function startsParameter(text: string, from: number): boolean {
  const stop = Math.min(text.length, from + NAME_CHARS_MAX)
  for (let i = from; i < stop; i++) {
    const code = unitAt(text, i)
    if (code === EQUALS) return i > from
    const letter = code | 32
    const isName =
      (letter >= 97 && letter <= 122) || code === 42 || code === 45 || (code >= 48 && code <= 57)
    if (!isName) return false
  }
  return false
}

function skipBlanks(text: string, from: number): number {
  let i = from
  while (unitAhead(text, i) === SPACE || unitAhead(text, i) === TAB) i++
  return i
}

/** Index of the closing quote, or the length of the text. */
function quotedEnd(text: string, open: number): number {
  let i = open + 1
  while (i < text.length) {
    const code = unitAt(text, i)
    if (code === QUOTE) return i
    i += code === BACKSLASH ? 2 : 1
  }
  return text.length
}

function unquote(text: string, open: number, close: number): string {
  const inner = text.slice(open + 1, close)
  return inner.indexOf('\\') < 0 ? inner : inner.replace(/\\(.)/gs, '$1')
}

/** The position after a comment that begins at `from`; an open one goes to the end. */
function commentEnd(text: string, from: number): number {
  let depth = 0
  let i = from
  while (i < text.length) {
    const code = unitAt(text, i)
    if (code === BACKSLASH) i++
    else if (code === OPEN) depth++
    else if (code === 41 && --depth === 0) return i + 1
    i++
  }
  return text.length
}

function withoutComment(text: string): string {
  const open = text.indexOf('(')
  return (open < 0 ? text : text.slice(0, open) + text.slice(commentEnd(text, open))).trim()
}

/** Puts `name*0*`, `name*1` … together (RFC 2231 §3–4). */
function joinPieces(raws: readonly Raw[], problems: string[] | undefined): Map<string, string> {
  const joined = new Map<string, string>()
  let pieces: Map<string, Map<number, Piece>> | undefined
  for (const { name, value } of raws) {
    const star = name.indexOf('*')
    if (star < 0) {
      setFirst(joined, name, value, problems)
      continue
    }
    const isExtended = name.endsWith('*')
    const digits = name.slice(star + 1, isExtended ? name.length - 1 : name.length)
    const index = /^\d{1,3}$/.test(digits) ? Number(digits) : 0
    const base = name.slice(0, star)
    pieces ??= new Map()
    const known = pieces.get(base) ?? new Map<number, Piece>()
    pieces.set(base, known)
    if (known.has(index)) noteProblem(problems, 'parameter-duplicate')
    else known.set(index, { text: value, isExtended })
  }
  for (const [base, known] of pieces ?? []) {
    setFirst(joined, base, decodePieces(known, problems), problems)
  }
  return joined
}

function setFirst(
  joined: Map<string, string>, name: string, value: string, problems: string[] | undefined,
): void {
  if (joined.has(name)) noteProblem(problems, 'parameter-duplicate')
  else joined.set(name, value)
}

function decodePieces(known: ReadonlyMap<number, Piece>, problems: string[] | undefined): string {
  let charset: string | undefined
  const bytes: number[] = []
  const indexes = [...known.keys()].sort((a, b) => a - b)
  for (const [place, index] of indexes.entries()) {
    if (index !== place) {
      noteProblem(problems, 'parameter-incomplete')
      break
    }
    const piece = known.get(index) as Piece
    let text = piece.text
    if (piece.isExtended && place === 0) {
      const first = text.indexOf("'")
      const second = first < 0 ? -1 : text.indexOf("'", first + 1)
      if (second >= 0) {
        charset = text.slice(0, first)
        text = text.slice(second + 1)
      }
    }
    pushBytes(bytes, text, piece.isExtended)
  }
  const decoded = decodeText(Uint8Array.from(bytes), charset === '' ? undefined : charset, problems)
  return /[\r\n\0]/.test(decoded) ? decoded.replace(/[\r\n\0]+/g, ' ') : decoded
}

function pushBytes(bytes: number[], text: string, isExtended: boolean): void {
  const encoded = encodeUtf8(text)
  for (let i = 0; i < encoded.length; i++) {
    const byte = encoded[i] as number
    const high = isExtended && byte === 37 ? hexValue(encoded[i + 1] ?? 0) : -1
    const low = high < 0 ? -1 : hexValue(encoded[i + 2] ?? 0)
    if (low < 0) bytes.push(byte)
    else {
      bytes.push((high << 4) | low)
      i += 2
    }
  }
}
