// Where the parts of a multipart body stand (RFC 2046 §5.1): delimiter lines, searched for without
// splitting the body into lines. Tolerates missing ends and boundaries that begin alike.

import { isAscii, viewBytes, encodeUtf8 } from '../text/bytes.ts'
import { BOUNDARY_BYTES_MAX, BOUNDARY_SEARCH_BYTES_MAX } from '../text/limits.ts'
import { noteProblem } from '../text/problems.ts'
import { fieldNameEnd } from './header-block.ts'
import { viewRange } from './source.ts'
import type { Source } from './source.ts'

const TAB = 9
const LF = 10
const CR = 13
const SPACE = 32
const DASH = 45
/** Lines beginning with `--` that are tried as a delimiter before giving up. */
const CANDIDATES_MAX = 20

type Delimiter = {
  /** Offset of its first dash. */
  readonly at: number
  /** Offset after its line. */
  readonly next: number
  readonly closes: boolean
}

/** Offsets of the parts, two numbers each; stops after `partsMax`. Empty where no delimiter was found. */
export function splitParts(
  source: Source, boundary: string, range: readonly [number, number], partsMax: number, problems: string[],
): number[] {
  const needle = '--' + (isAscii(boundary) ? boundary : viewBytes(encodeUtf8(boundary)))
  const offsets: number[] = []
  let isOpen = false
  let hasClosed = false
  let partFrom = 0
  let found = nextDelimiter(source, needle, range[0], range)
  while (found !== undefined) {
    if (isOpen) offsets.push(partFrom, Math.max(partFrom, withoutLineEnd(source.bytes, found.at, partFrom)))
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

function nextDelimiter(
  source: Source, needle: string, from: number, range: readonly [number, number],
): Delimiter | undefined {
  let at = findLineStart(source, needle, from, range)
  while (at >= 0) {
    const delimiter = readDelimiter(source.bytes, at, at + needle.length, range[1])
    if (delimiter !== undefined) return delimiter
    at = findLineStart(source, needle, at + needle.length, range)
  }
  return undefined
}

/** Nothing but `--` and blanks may follow the boundary; else it is the beginning of a longer one. */
function readDelimiter(bytes: Uint8Array, at: number, end: number, to: number): Delimiter | undefined {
  let i = end
  const closes = i + 1 < to && bytes[i] === DASH && bytes[i + 1] === DASH
  if (closes) i += 2
  while (i < to && (bytes[i] === SPACE || bytes[i] === TAB || bytes[i] === CR)) i++
  if (i < to && bytes[i] !== LF) return undefined
  return { at, next: Math.min(i + 1, to), closes }
}

/** The offset of the needle at the beginning of a line, or -1. */
function findLineStart(
  source: Source, needle: string, from: number, range: readonly [number, number],
): number {
  if (source.whole === undefined) return findInBytes(source.bytes, needle, from, range)
  const text = source.whole.text
  let at = text.indexOf(needle, from)
  while (at >= 0 && at + needle.length <= range[1]) {
    if (at === range[0] || text.charCodeAt(at - 1) === LF) return at
    at = text.indexOf(needle, at + 1)
  }
  return -1
}

/** The same on bytes: attachments are long, and base64 holds no dash. */
function findInBytes(
  bytes: Uint8Array, needle: string, from: number, range: readonly [number, number],
): number {
  // Without a look beyond the range: a search is repeated for every part.
  const region = bytes.subarray(0, range[1])
  let at = region.indexOf(DASH, from)
  while (at >= 0) {
    if ((at === range[0] || region[at - 1] === LF) && matchesAt(region, needle, at)) return at
    while (region[at] === DASH) at++
    at = region.indexOf(DASH, at)
  }
  return -1
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
