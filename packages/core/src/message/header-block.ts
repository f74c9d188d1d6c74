// Where the fields of a header block stand (RFC 5322 §2.2, §3.6), found without reading their
// values. Tolerates mbox lines, lines without a colon, a missing blank line and bad folds.

import { HEADER_BYTES_MAX, HEADER_FIELDS_MAX, HEADER_VIEW_BYTES } from '../text/limits.ts'
import { noteProblem } from '../text/problems.ts'
import { viewRange } from './source.ts'
import type { Source, View } from './source.ts'

const TAB = 9
const LF = 10
const CR = 13
const SPACE = 32
const DASH = 45
const COLON = 58
const NAME_CHARS_MAX = 200
/** Folded lines that are passed over to see whether fields follow a damaged line. */
const FOLDS_SKIPPED_MAX = 50

/** Numbers that `positions` holds for each field. */
export const FIELD_STEP = 4

export type HeaderBlock = {
  readonly view: View
  /** FIELD_STEP numbers for each field: where name, colon and end are in the view; `signOfName`. */
  readonly positions: readonly number[]
  /** Offset into the source. */
  readonly bodyFrom: number
}

/** Finds the fields of the block that begins at `from`. */
export function scanHeaderBlock(
  source: Source, from: number, to: number, problems: string[],
): HeaderBlock {
  const cap = Math.min(to, from + HEADER_BYTES_MAX)
  let view = viewRange(source, from, Math.min(cap, from + HEADER_VIEW_BYTES))
  const viewed = view.base + view.text.length
  let scan = scanFields(view, from, Math.min(cap, viewed), viewed < cap ? undefined : problems)
  if (scan.end < 0 && viewed < cap) {
    view = viewRange(source, from, cap)
    scan = scanFields(view, from, cap, problems)
  }
  let bodyFrom = scan.end
  if (bodyFrom < 0) {
    bodyFrom = to
    if (cap < to) {
      noteProblem(problems, 'header-capped')
      bodyFrom = findBlankLine(source.bytes, cap, to)
    }
  }
  return { view, positions: scan.positions, bodyFrom }
}

type Scan = {
  readonly positions: number[]
  /** Offset of the body, -1 where the range ended before the block. */
  readonly end: number
}

/**
 * Without `problems` the range is only the beginning of the block: where anything is odd, it gives
 * up.
 */
function scanFields(view: View, from: number, to: number, problems: string[] | undefined): Scan {
  const text = view.text
  const positions: number[] = []
  const last = to - view.base
  let at = from - view.base
  /** Continuation lines belong to a field, not to a line that was skipped. */
  let inField = false
  while (at < last) {
    const lineEnd = endOfLine(text, at, last)
    const first = text.charCodeAt(at)
    if (problems === undefined && lineEnd === last) break
    if (first === SPACE || first === TAB) {
      if (isBlank(text, at, lineEnd) && endsAtBlanks(text, lineEnd + 1, last)) {
        if (problems === undefined) break
        noteProblem(problems, 'header-end-unclear')
        return { positions, end: view.base + Math.min(lineEnd + 1, last) }
      }
      if (inField) positions[positions.length - 2] = lineEnd
    } else if (first === LF || (first === CR && isBlank(text, at, lineEnd))) {
      return { positions, end: view.base + Math.min(lineEnd + 1, last) }
    } else {
      const colon = fieldNameEnd(text, at, lineEnd)
      if (colon < 0 && problems === undefined) break
      if (colon >= 0 && positions.length < HEADER_FIELDS_MAX * FIELD_STEP) {
        positions.push(at, colon, lineEnd, signOfName(text, at, colon))
        inField = true
      } else {
        if (colon < 0 && isBodyLine(text, at, lineEnd, last)) {
          noteProblem(problems, 'blank-line-missing')
          return { positions, end: view.base + at }
        }
        noteProblem(problems, colon < 0 ? 'header-line-unreadable' : 'header-fields-capped')
        inField = false
      }
    }
    at = lineEnd + 1
  }
  return { positions, end: -1 }
}

/** Index of the colon after a field name (blanks before it are allowed: RFC 5322 §4.5), or -1. */
export function fieldNameEnd(text: string, from: number, to: number): number {
  let i = from
  const stop = Math.min(to, from + NAME_CHARS_MAX)
  while (i < stop) {
    const code = text.charCodeAt(i)
    if (code === COLON) return i > from ? i : -1
    if (code <= SPACE || code >= 127) break
    i++
  }
  while (i < stop && (text.charCodeAt(i) === SPACE || text.charCodeAt(i) === TAB)) i++
  return i < stop && i > from && text.charCodeAt(i) === COLON ? i : -1
}

/** A line that is no field begins the body, unless more fields follow it; mbox lines never do. */
function isBodyLine(text: string, at: number, lineEnd: number, last: number): boolean {
  if (isMboxLine(text, at)) return false
  if (text.charCodeAt(at) === DASH && text.charCodeAt(at + 1) === DASH) return true
  let next = lineEnd + 1
  for (let folds = 0; folds < FOLDS_SKIPPED_MAX && isFold(text, next); folds++) {
    next = endOfLine(text, next, last) + 1
  }
  return !isFieldLine(text, next, last)
}

function isFold(text: string, at: number): boolean {
  const first = text.charCodeAt(at)
  return first === SPACE || first === TAB
}

function isFieldLine(text: string, at: number, last: number): boolean {
  return at < last && fieldNameEnd(text, at, endOfLine(text, at, last)) >= 0
}

function endOfLine(text: string, at: number, last: number): number {
  const lineEnd = text.indexOf('\n', at)
  return lineEnd < 0 || lineEnd > last ? last : lineEnd
}

/** `From ` or `>From ` as mbox files write it before a message (RFC 4155). */
export function isMboxLine(text: string, at: number): boolean {
  return text.startsWith('From ', at) || text.startsWith('>From ', at)
}

function isBlank(text: string, from: number, to: number): boolean {
  for (let i = from; i < to; i++) {
    const code = text.charCodeAt(i)
    if (code !== SPACE && code !== TAB && code !== CR) return false
  }
  return true
}

/** After a line of blanks: a fold, a field or the empty line means that the block goes on. */
function endsAtBlanks(text: string, next: number, last: number): boolean {
  if (next >= last || isFold(text, next)) return false
  const first = text.charCodeAt(next)
  return first !== LF && first !== CR && !isFieldLine(text, next, last)
}

/** The offset after the next empty line, for a block that is longer than anyone reads. */
function findBlankLine(bytes: Uint8Array, from: number, to: number): number {
  for (let at = bytes.indexOf(LF, from); at >= 0 && at < to; at = bytes.indexOf(LF, at + 1)) {
    let next = at + 1
    while (bytes[next] === CR) next++
    if (bytes[next] === LF) return Math.min(next + 1, to)
  }
  return to
}

/** All names in lower case, in order. */
export function readFieldNames({ view, positions }: HeaderBlock): string[] {
  const names: string[] = []
  for (let i = 0; i < positions.length; i += FIELD_STEP) {
    const from = positions[i] as number
    const colon = positions[i + 1] as number
    const sign = positions[i + 3] as number
    names.push(knownName(view.text, from, colon, sign) ?? readName(view.text, from, colon, sign))
  }
  return names
}

/** By their signs, names in lower case: nearly all of them stand in message after message. */
const knownNames = new Map<number, string[]>()
const KNOWN_NAMES_MAX = 1_000
const KNOWN_NAME_CHARS_MAX = 60
let knownCount = 0

function knownName(text: string, from: number, colon: number, sign: number): string | undefined {
  const alike = knownNames.get(sign)
  if (alike === undefined) return undefined
  for (let i = 0; i < alike.length; i++) {
    const name = alike[i] as string
    if (hasName(text, from, colon, name)) return name
  }
  return undefined
}

function readName(text: string, from: number, colon: number, sign: number): string {
  // A piece of a longer text would keep all of that text, which may be a whole message.
  const name = ` ${text.slice(from, colon)}`.slice(1).trimEnd().toLowerCase()
  if (name.length > KNOWN_NAME_CHARS_MAX || knownCount === KNOWN_NAMES_MAX) return name
  knownCount++
  knownNames.set(sign, [...knownNames.get(sign) ?? [], name])
  return name
}

/** Length, first and last letter as one number: names that differ hardly ever share it. */
function signOfName(text: string, from: number, colon: number): number {
  let last = colon - 1
  while (last > from && isBlankCode(text.charCodeAt(last))) last--
  const ends = ((text.charCodeAt(from) | 0x20) << 8) | text.charCodeAt(last) | 0x20
  return ((last - from) << 16) | ends
}

function isBlankCode(code: number): boolean {
  return code === SPACE || code === TAB
}

/** Index into `positions` of the next field of that lower-case name, from `start` on, or -1. */
export function findField(block: HeaderBlock, name: string, start: number = 0): number {
  const { positions, view } = block
  const sign = signOfName(name, 0, name.length)
  for (let i = start; i < positions.length; i += FIELD_STEP) {
    if (positions[i + 3] !== sign) continue
    if (hasName(view.text, positions[i] as number, positions[i + 1] as number, name)) return i
  }
  return -1
}

function hasName(text: string, from: number, colon: number, name: string): boolean {
  const length = name.length
  if (colon - from < length) return false
  for (let i = 0; i < length; i++) {
    const code = text.charCodeAt(from + i)
    const wanted = name.charCodeAt(i)
    if (code !== wanted && (code < 65 || code > 90 || code + 32 !== wanted)) return false
  }
  for (let i = from + length; i < colon; i++) {
    const code = text.charCodeAt(i)
    if (code !== SPACE && code !== TAB) return false
  }
  return true
}
