// mbox files (RFC 4155, and the mboxo and mboxrd dialects): where messages begin, and their bytes.

/** Bytes of a `From ` line and of the start of the line after it that are looked at. */
export const FROM_LINE_BYTES_MAX: number = 1_024

const LF = 0x0a
const CR = 0x0d
const GREATER = 0x3e

/** A message in the bytes of an mbox: after its `From ` line, up to the next one. */
export type Span = { readonly from: number; readonly to: number }

/**
 * Where the next `From ` line begins in `[from, to)`; -1 where none does. Only bytes near a line
 * decide whether it is one, so that any piece of a file is split as the whole file is: the bytes
 * must reach FROM_LINE_BYTES_MAX beyond `to` and three before `from`, or to the ends of the file.
 */
export function findFromLine(bytes: Buffer, from: number, to: number): number {
  for (let at = Math.max(0, from - 1); ;) {
    at = bytes.indexOf('\nFrom ', at, 'latin1')
    if (at < 0 || at + 1 >= to) return -1
    if (isFromLine(bytes, at + 1, false)) return at + 1
    at += 6
  }
}

/** Every `From ` line that begins in `[from, to)`; where an mbox begins at `from`, that one too. */
export function listFromLines(bytes: Buffer, from: number, to: number, isStart: boolean): number[] {
  const found = isStart && from < to ? [from] : []
  for (let at = findFromLine(bytes, isStart ? from + 1 : from, to); at >= 0;) {
    found.push(at)
    at = findFromLine(bytes, at + 1, to)
  }
  return found
}

/** True where an mbox begins at `at`, the beginning of a file. */
export function isMboxStart(bytes: Buffer, at: number): boolean {
  return isFromLine(bytes, at, true)
}

// A line of prose may begin with `From ` where the writer of the mbox did not mark it, so two of
// three signs are asked for: an empty line before, a time in the line, a header field after it.
function isFromLine(bytes: Buffer, at: number, isFirst: boolean): boolean {
  const limit = Math.min(bytes.length, at + FROM_LINE_BYTES_MAX)
  const end = bytes.indexOf(LF, at)
  if (end < 0 || end >= limit) return false
  if (bytes.toString('latin1', at, at + 5) !== 'From ') return false
  const isAfterEmpty = isFirst || bytes[at - 2] === LF ||
    (bytes[at - 2] === CR && bytes[at - 3] === LF)
  const hasTime = /\d\d:\d\d/.test(bytes.toString('latin1', at + 5, end))
  if (isAfterEmpty && hasTime) return true
  if (!isAfterEmpty && !hasTime) return false
  return /^(?:>From |[A-Za-z][A-Za-z0-9-]{0,76}:)/.test(bytes.toString('latin1', end + 1, end + 80))
}

/**
 * The message between the `From ` lines at `from` and `to`, without the empty line that ends it.
 */
export function messageSpan(bytes: Buffer, from: number, to: number): Span {
  const start = Math.min(bytes.indexOf(LF, from) + 1 || to, to)
  let end = to
  if (end > start + 1 && bytes[end - 1] === LF && bytes[end - 2] === LF) end -= 1
  else if (end > start + 3 && bytes.toString('latin1', end - 4, end) === '\r\n\r\n') end -= 2
  return { from: start, to: end }
}

/**
 * The bytes of a message with the marks taken off that keep its own `From ` lines from splitting
 * it: `>From ` (mboxo) and, one of them, `>>From ` (mboxrd). No copy is made where there is none.
 */
export function unmarkFromLines(bytes: Buffer, { from, to }: Span): Uint8Array {
  const message = bytes.subarray(from, to)
  const marks: number[] = []
  for (let at = message.indexOf('>From ', 0, 'latin1'); at >= 0;) {
    let first = at
    while (first > 0 && message[first - 1] === GREATER) first -= 1
    // The first line is the header's: `>From ` there is a From_ line that a relay has marked.
    if (first > 0 && message[first - 1] === LF) marks.push(first)
    at = message.indexOf('>From ', at + 6, 'latin1')
  }
  return marks.length === 0 ? message : withoutBytes(message, marks)
}

function withoutBytes(bytes: Buffer, places: readonly number[]): Buffer {
  const kept = Buffer.allocUnsafe(bytes.length - places.length)
  let written = 0
  let from = 0
  for (const place of [...places, bytes.length]) {
    written += bytes.copy(kept, written, from, place)
    from = place + 1
  }
  return kept
}
