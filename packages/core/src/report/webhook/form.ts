// Forms as bodies: application/x-www-form-urlencoded (WHATWG URL §5.1) and multipart/form-data
// (RFC 7578), and the parameters of a URL. Names and values only; files are left alone.

import { parseMessage } from '../../message/parse.ts'
import type { WebhookBody } from './types.ts'

/** Fields of one form; Mailgun's legacy hooks have 30. */
const FIELDS_MAX = 500

const decoder = /* @__PURE__ */ new TextDecoder('utf-8')
const encoder = /* @__PURE__ */ new TextEncoder()

export type Form = ReadonlyMap<string, string>

/** The fields of the body and, where the body has none of that name, those of the URL. */
export function readForm(body: WebhookBody): Form {
  const form = new Map<string, string>()
  for (const [name, value] of Object.entries(body.query ?? {})) form.set(name, value)
  const type = (body.contentType ?? '').toLowerCase()
  const fields = type.startsWith('multipart/form-data')
    ? readMultipart(body.bytes, body.contentType as string)
    : readUrlEncoded(decoder.decode(body.bytes))
  for (const [name, value] of fields) form.set(name, value)
  return form
}

/** True where the body is JSON, whatever its Content-Type claims. */
export function looksLikeJson(bytes: Uint8Array): boolean {
  let at = bytes[0] === 0xef && bytes[1] === 0xbb && bytes[2] === 0xbf ? 3 : 0
  while (at < bytes.length && (bytes[at] as number) <= 32) at++
  return bytes[at] === 123 || bytes[at] === 91
}

/** Name and value of each field, in order; a repeated name stands as often as it was sent. */
function readUrlEncoded(text: string): [string, string][] {
  const fields: [string, string][] = []
  let from = 0
  while (from < text.length && fields.length < FIELDS_MAX) {
    const found = text.indexOf('&', from)
    const end = found < 0 ? text.length : found
    const field = text.slice(from, end)
    const equals = field.indexOf('=')
    if (field !== '') {
      fields.push(equals < 0
        ? [decodePercent(field), '']
        : [decodePercent(field.slice(0, equals)), decodePercent(field.slice(equals + 1))])
    }
    from = end + 1
  }
  return fields
}

/** Percent signs that no two digits follow stay what they are. */
function decodePercent(text: string): string {
  if (!text.includes('%')) return text.replaceAll('+', ' ')
  const bytes = encoder.encode(text)
  let to = 0
  for (let at = 0; at < bytes.length; at++) {
    const byte = bytes[at] as number
    const value = byte === 37 ? hexPair(bytes[at + 1], bytes[at + 2]) : -1
    if (value >= 0) at += 2
    bytes[to++] = value >= 0 ? value : byte === 43 ? 32 : byte
  }
  return decoder.decode(bytes.subarray(0, to))
}

function hexPair(high: number | undefined, low: number | undefined): number {
  const upper = hexDigit(high)
  const lower = hexDigit(low)
  return upper < 0 || lower < 0 ? -1 : upper * 16 + lower
}

function hexDigit(c: number | undefined): number {
  if (c === undefined) return -1
  if (c >= 48 && c <= 57) return c - 48
  const letter = c | 32
  return letter >= 97 && letter <= 102 ? letter - 87 : -1
}

const NAME = /;\s{0,9}name="?([^";]{1,200})/i
const FILE_NAME = /;\s{0,9}filename\*?=/i

// A form of parts is a MIME multipart: the parser of messages reads it, once it has a header.
function readMultipart(bytes: Uint8Array, contentType: string): [string, string][] {
  const head = encoder.encode(`Content-Type: ${contentType.replace(/[\r\n]/g, ' ')}\r\n\r\n`)
  const whole = new Uint8Array(head.length + bytes.length)
  whole.set(head)
  whole.set(bytes, head.length)
  const fields: [string, string][] = []
  for (const part of parseMessage(whole).parts) {
    const disposition = part.header('content-disposition') ?? ''
    const name = NAME.exec(disposition)?.[1]
    if (name === undefined || FILE_NAME.test(disposition)) continue
    fields.push([name, decoder.decode(part.body()).replace(/\r?\n$/, '')])
  }
  return fields
}
