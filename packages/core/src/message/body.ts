// The body of a part: transfer encodings (RFC 2045 §6), charset, HTML and format=flowed to readable
// text.

import { decodeBase64 } from '../text/base64.ts'
import { normalizeLineEnds } from '../text/bytes.ts'
import { decodeText, isAsciiCompatible } from '../text/charset.ts'
import { decodeJapaneseEscapes } from '../text/iso2022.ts'
import { MESSAGE_BYTES_MAX, PART_TEXT_BYTES_MAX } from '../text/limits.ts'
import { noteProblem } from '../text/problems.ts'
import { decodeQuotedPrintable } from '../text/quoted-printable.ts'
import { isAsciiRange, viewRange } from './source.ts'
import type { Source } from './source.ts'

export type TransferEncoding = 'identity' | 'base64' | 'quoted-printable'

/** Unknown encodings are read as they are (RFC 2045 §6.4 would have the part ignored). */
export function readTransferEncoding(
  value: string | undefined, problems: string[],
): TransferEncoding {
  if (value === undefined) return 'identity'
  const name = /^[\s"']*([\w-]*)/.exec(value.toLowerCase())?.[1] ?? ''
  if (name === 'base64' || name === 'quoted-printable') return name
  if (!/^(?:7bit|8bit|binary|7-bit|8-bit|)$/.test(name)) noteProblem(problems, 'encoding-unknown')
  return 'identity'
}

export type Body = {
  readonly source: Source
  readonly from: number
  readonly to: number
  readonly encoding: TransferEncoding
}

/** The decoded bytes, at most `bytesMax`. */
export function readBody(body: Body, bytesMax: number = MESSAGE_BYTES_MAX): Uint8Array {
  const raw = body.source.bytes.subarray(body.from, body.to)
  if (body.encoding === 'base64') return decodeBase64(raw, bytesMax)
  if (body.encoding === 'quoted-printable') return decodeQuotedPrintable(raw, bytesMax)
  return raw.length > bytesMax ? raw.subarray(0, bytesMax) : raw
}

/** The body as text, line ends as LF, without NUL. */
export function readBodyText(body: Body, charset: string | undefined, problems: string[]): string {
  const ascii = asciiText(body, charset, problems)
  let text = ascii ?? decodeBody(body, charset, problems)
  text = normalizeLineEnds(text)
  if (text.indexOf('\0') < 0) return text
  noteProblem(problems, 'nul-removed')
  return text.replaceAll('\0', '')
}

/** Most text needs no decoding at all: a piece of the view is the text. */
function asciiText(
  body: Body, charset: string | undefined, problems: string[],
): string | undefined {
  if (body.encoding !== 'identity' || !isAsciiCompatible(charset)) return undefined
  const to = Math.min(body.to, body.from + PART_TEXT_BYTES_MAX)
  const view = viewRange(body.source, body.from, to)
  if (!isAsciiRange(view, body.from, to)) return undefined
  if (to < body.to) noteProblem(problems, 'text-capped')
  return decodeJapaneseEscapes(view.text.slice(body.from - view.base, to - view.base))
}

function decodeBody(body: Body, charset: string | undefined, problems: string[]): string {
  let bytes = readBody(body, PART_TEXT_BYTES_MAX + 1)
  if (bytes.length > PART_TEXT_BYTES_MAX) {
    noteProblem(problems, 'text-capped')
    bytes = bytes.subarray(0, PART_TEXT_BYTES_MAX)
  }
  return decodeText(bytes, charset, problems)
}
