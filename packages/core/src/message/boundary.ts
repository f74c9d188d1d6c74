// Where the parts of a multipart body stand (RFC 2046 §5.1): delimiter lines, searched for without
// splitting the body into lines. Tolerates missing ends and boundaries that begin alike.

import { decodeUtf8Strict, encodeUtf8, isAscii, viewBytes } from '../text/bytes.ts'
import { BOUNDARY_BYTES_MAX, BOUNDARY_SEARCH_BYTES_MAX } from '../text/limits.ts'
import { noteProblem } from '../text/problems.ts'
import { fieldNameEnd } from './header-block.ts'
import { viewRange } from './source.ts'
import type { Source, View } from './source.ts'

const TAB = 9
const LF = 10
const CR = 13
const SPACE = 32
const DASH = 45
const WINDOW_BYTES = 16 * 1024
/** Lines beginning with `--` that are tried as a delimiter before giving up. */
const CANDIDATES_MAX = 20

type Delimiter = {
  /** Offset of its first dash. */
  readonly at: number
  /** Offset after its line. */
  readonly next: number
  readonly closes: boolean
}

/**
 * Offsets of the parts, two numbers each; stops after `partsMax`. Empty where no delimiter was
 * found.
 */
export function splitParts(
  source: Source, boundary: string, range: readonly [number, number], partsMax: number,
  problems: string[],
): number[] {
  const needle = '--' + (isAscii(boundary) ? boundary : viewBytes(encodeUtf8(boundary)))
  const offsets: number[] = []
  let isOpen = false
  let hasClosed = false
  let partFrom = 0
  let found = nextDelimiter(source, needle, range[0], range)
  while (found !== undefined) {
    if (isOpen) {
      offsets.push(partFrom, Math.max(partFrom, withoutLineEnd(source.bytes, found.at, partFrom)))
    }
    if (!found.closes && hasClosed) noteProblem(problems, 'boundary-reopened')
    hasClosed ||= found.closes
    isOpen = !found.closes
    partFrom = found.next
    if (isOpen && offsets.length >= partsMax * 2) {
      noteProblem(problems, 'parts-capped')
      return offsets
    }
    found = nextDelimiter(source, needle, found.next, range)
  }
  if (isOpen) {
    noteProblem(problems, 'boundary-unclosed')
    if (partFrom < range[1]) offsets.push(partFrom, range[1])
  }
  return offsets
}

/** The line end before a delimiter belongs to the delimiter. */
function withoutLineEnd(bytes: Uint8Array, at: number, from: number): number {
  let end = at
  if (end > from && bytes[end - 1] === LF) end--
  if (end > from && bytes[end - 1] === CR) end--
  return end
}

/** The next delimiter from `from` on; in large messages looked for window by window. */
function nextDelimiter(
  source: Source, needle: string, from: number, range: readonly [number, number],
): Delimiter | undefined {
  const { bytes, whole } = source
  if (whole !== undefined) return delimiterInText(bytes, whole, needle, from, range)
  for (let at = from; at + needle.length <= range[1]; at += WINDOW_BYTES) {
    const to = Math.min(range[1], at + WINDOW_BYTES + needle.length)
    const text = decodeUtf8Strict(bytes.subarray(at, to))
    const found = text !== undefined && text.length === to - at
      ? delimiterInText(bytes, { text, base: at }, needle, at, range)
      : delimiterInBytes(bytes, needle, [at, to], range)
    if (found !== undefined) return found
  }
  return undefined
}

function delimiterInText(
  bytes: Uint8Array, view: Pick<View, 'text' | 'base'>, needle: string, from: number,
  range: readonly [number, number],
): Delimiter | undefined {
  let at = view.text.indexOf(needle, from - view.base)
  while (at >= 0) {
    const offset = view.base + at
    if (offset + needle.length > range[1]) return undefined
    const delimiter = readDelimiter(bytes, offset, needle.length, range)
    if (delimiter !== undefined) return delimiter
    at = view.text.indexOf(needle, at + 1)
  }
  return undefined
}

/** The same where eight-bit bytes keep a window from being a string of one character a byte. */
function delimiterInBytes(
  bytes: Uint8Array, needle: string, window: readonly [number, number],
  range: readonly [number, number],
): Delimiter | undefined {
  const region = bytes.subarray(0, window[1])
  let at = region.indexOf(DASH, window[0])
  while (at >= 0) {
    if (matchesAt(region, needle, at)) {
      const delimiter = readDelimiter(bytes, at, needle.length, range)
      if (delimiter !== undefined) return delimiter
    }
    // A delimiter begins a line, so only the first of several dashes matters.
    while (region[at] === DASH) at++
    at = region.indexOf(DASH, at)
  }
  return undefined
}

/**
 * A delimiter stands at the beginning of a line, and nothing but `--` and blanks follow it: else it
 * is text, or the beginning of a longer boundary.
 */
function readDelimiter(
  bytes: Uint8Array, at: number, length: number, range: readonly [number, number],
): Delimiter | undefined {
  if (at !== range[0] && bytes[at - 1] !== LF) return undefined
  const to = range[1]
  let i = at + length
  const closes = i + 1 < to && bytes[i] === DASH && bytes[i + 1] === DASH
  if (closes) i += 2
  while (i < to && (bytes[i] === SPACE || bytes[i] === TAB || bytes[i] === CR)) i++
  if (i < to && bytes[i] !== LF) return undefined
  return { at, next: Math.min(i + 1, to), closes }
}

function matchesAt(bytes: Uint8Array, needle: string, at: number): boolean {
  for (let i = 0; i < needle.length; i++) {
    if (bytes[at + i] !== needle.charCodeAt(i)) return false
  }
  return true
}

/**
 * The boundary that the body itself shows: a line `--x` with header fields after it or, where the
 * Content-Type names none at all, one that comes again.
 */
export function recoverBoundary(
  source: Source, range: readonly [number, number], isUnnamed: boolean,
): string | undefined {
  const to = Math.min(range[1], range[0] + BOUNDARY_SEARCH_BYTES_MAX)
  const view = viewRange(source, range[0], to)
  const text = view.text
  const end = to - view.base
  let at = range[0] - view.base
  let candidates = 0
  while (at >= 0 && at < end && candidates < CANDIDATES_MAX) {
    if (text.startsWith('--', at)) {
      candidates++
      const found = text.indexOf('\n', at)
      const lineEnd = found < 0 || found > end ? end : found
      const boundary = text.slice(at + 2, lineEnd).trimEnd()
      if (isPlausible(boundary) && (
        startsFields(text, lineEnd + 1, end) ||
        (isUnnamed && text.indexOf('\n--' + boundary, lineEnd) >= 0)
      )) return boundary
    }
    const next = text.indexOf('\n--', at)
    at = next < 0 ? -1 : next + 1
  }
  return undefined
}

function isPlausible(boundary: string): boolean {
  if (boundary === '' || boundary.length > BOUNDARY_BYTES_MAX) return false
  return boundary.charCodeAt(0) !== SPACE && !boundary.endsWith('--') && /[^-=_*+#~]/.test(boundary)
}

function startsFields(text: string, at: number, end: number): boolean {
  const lineEnd = text.indexOf('\n', at)
  const colon = fieldNameEnd(text, at, lineEnd < 0 || lineEnd > end ? end : lineEnd)
  return colon > 0 && text.slice(at, at + 8).toLowerCase() === 'content-'
}
