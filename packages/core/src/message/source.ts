// The bytes that a part lies in, and views of them as text in which every character is one byte, so
// that offsets into the view plus its base are offsets into the bytes.

import {
  decodeUtf8Strict, hasLoneCrLineEnds, isAscii, viewBytes, withLfLineEnds,
} from '../text/bytes.ts'
import { WHOLE_VIEW_BYTES_MAX } from '../text/limits.ts'

export type View = {
  /** One character a byte. */
  readonly text: string
  /** Offset of its first byte in the source. */
  readonly base: number
  /** Nothing in it needs a charset. */
  readonly isAscii: boolean
}

export type Source = {
  readonly bytes: Uint8Array
  /** The whole, where it is small. */
  readonly whole: View | undefined
}

/** Line ends that are a lone CR become LF in a copy of the same length. */
export function openSource(input: Uint8Array): Source {
  const bytes = hasLoneCrLineEnds(input) ? withLfLineEnds(input) : input
  const whole = bytes.length <= WHOLE_VIEW_BYTES_MAX ? viewOf(bytes, 0) : undefined
  return { bytes, whole }
}

/** A view that covers at least `[from, to)`. */
export function viewRange(source: Source, from: number, to: number): View {
  return source.whole ?? viewOf(source.bytes.subarray(from, to), from)
}

/** Valid UTF-8 of as many characters as bytes is ASCII, and that check is the fastest there is. */
function viewOf(bytes: Uint8Array, base: number): View {
  const text = decodeUtf8Strict(bytes)
  if (text !== undefined && text.length === bytes.length) return { text, base, isAscii: true }
  return { text: viewBytes(bytes), base, isAscii: false }
}

/** True where the bytes `[from, to)`, offsets into the source, are all ASCII. */
export function isAsciiRange(view: View, from: number, to: number): boolean {
  return view.isAscii || isAscii(view.text.slice(from - view.base, to - view.base))
}
