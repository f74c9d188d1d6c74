// Bodies that pass every mail server: as they are where they are 7-bit, else quoted-printable or
// base64, whichever is shorter (RFC 2045 §6, RFC 5321 §4.5.3.1.6).

import { encodeBase64 } from '../text/base64.ts'
import { concatBytes, encodeUtf8 } from '../text/bytes.ts'

export type BodyEncoding = '7bit' | 'quoted-printable' | 'base64'

export type EncodedBody = { readonly encoding: BodyEncoding; readonly bytes: Uint8Array }

const TAB = 9
const LF = 10
const CR = 13
const SPACE = 32
const EQUALS = 61
const DELETE = 127
const CRLF = Uint8Array.of(CR, LF)
/** Octets of a line without its end (RFC 5322 §2.1.1). */
const LINE_OCTETS_MAX = 998
/** Characters of an encoded line (RFC 2045 §6.7 (5), §6.8). */
const ENCODED_LINE_CHARS = 76
const HEX = encodeUtf8('0123456789ABCDEF')

/** Text as UTF-8 with CRLF line ends and without NUL, encoded. */
export function encodeTextBody(text: string): EncodedBody {
  return encodeBody(encodeUtf8(text.replaceAll('\0', '').replace(/\r\n|\r|\n/g, '\r\n')))
}

/** Bytes whose lines end in CRLF, if they have lines at all. */
export function encodeBody(bytes: Uint8Array): EncodedBody {
  if (isMailSafe(bytes)) return { encoding: '7bit', bytes }
  const quoted = encodeQuotedPrintable(bytes)
  const lines = Math.ceil(bytes.length / 57)
  if (quoted.length <= Math.ceil(bytes.length / 3) * 4 + lines * 2) {
    return { encoding: 'quoted-printable', bytes: quoted }
  }
  return { encoding: 'base64', bytes: encodeBase64Lines(bytes) }
}

/**
 * True for what may be sent as 7bit: ASCII without NUL, lines that end in CRLF and are not too
 * long.
 */
export function isMailSafe(bytes: Uint8Array): boolean {
  let lineFrom = 0
  for (let i = 0; i < bytes.length; i++) {
    const byte = bytes[i] as number
    if (byte >= 0x80 || byte === 0) return false
    if (byte === LF) {
      if (bytes[i - 1] !== CR) return false
      lineFrom = i + 1
    } else if (byte === CR) {
      if (bytes[i + 1] !== LF) return false
    } else if (i - lineFrom >= LINE_OCTETS_MAX) return false
  }
  return true
}

/** Every line end becomes CRLF, as it must be on the wire. */
export function withCrlf(bytes: Uint8Array): Uint8Array {
  let missing = 0
  for (let i = 0; i < bytes.length; i++) {
    if (bytes[i] === LF && bytes[i - 1] !== CR) missing++
    else if (bytes[i] === CR && bytes[i + 1] !== LF) missing++
  }
  if (missing === 0) return bytes
  const out = new Uint8Array(bytes.length + missing)
  let at = 0
  for (let i = 0; i < bytes.length; i++) {
    const byte = bytes[i] as number
    if (byte === LF && bytes[i - 1] !== CR) out[at++] = CR
    out[at++] = byte
    if (byte === CR && bytes[i + 1] !== LF) out[at++] = LF
  }
  return out
}

/** Quoted-printable; CRLF stays a line end, a lone CR or LF is data (RFC 2045 §6.7 (4)). */
export function encodeQuotedPrintable(bytes: Uint8Array): Uint8Array {
  // The worst case: every byte as three, and a soft break after every 24 of them.
  const out = new Uint8Array(bytes.length * 3 + Math.ceil(bytes.length / 24) * 3)
  let at = 0
  let column = 0
  for (let i = 0; i < bytes.length; i++) {
    const byte = bytes[i] as number
    if (byte === CR && bytes[i + 1] === LF) {
      out.set(CRLF, at)
      at += 2
      i++
      column = 0
      continue
    }
    const endsLine = i + 1 >= bytes.length || (bytes[i + 1] === CR && bytes[i + 2] === LF)
    const isPlain = isPrintable(byte) && !(endsLine && (byte === SPACE || byte === TAB))
    const width = isPlain ? 1 : 3
    // The last column is for the soft break, except at the end of a line.
    if (column + width > (endsLine ? ENCODED_LINE_CHARS : ENCODED_LINE_CHARS - 1)) {
      out[at++] = EQUALS
      out.set(CRLF, at)
      at += 2
      column = 0
    }
    if (isPlain) out[at++] = byte
    else {
      out[at++] = EQUALS
      out[at++] = HEX[byte >> 4] as number
      out[at++] = HEX[byte & 15] as number
    }
    column += width
  }
  return out.subarray(0, at)
}

function isPrintable(byte: number): boolean {
  return byte === TAB || (byte >= SPACE && byte < DELETE && byte !== EQUALS)
}

/** Base64 in lines of 76 characters, each with its CRLF. */
export function encodeBase64Lines(bytes: Uint8Array): Uint8Array {
  const lines: Uint8Array[] = []
  for (let at = 0; at < bytes.length; at += 57) {
    lines.push(encodeUtf8(encodeBase64(bytes.subarray(at, at + 57)) + '\r\n'))
  }
  return concatBytes(lines)
}
