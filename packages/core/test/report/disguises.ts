// The same message in other clothes: line ends, folds, header case, transfer encodings, boundaries.
// None of them changes what it says.

import { parseMessage } from '../../src/message/parse.ts'
import type { MessagePart } from '../../src/message/types.ts'
import { encodeBase64 } from '../../src/text/base64.ts'

/** Undefined where the message cannot be dressed so. */
export type Disguise = (bytes: Uint8Array) => Uint8Array | undefined

const CR = 13
const LF = 10
const SPACE = 32

/** One character a byte, and back. */
function toText(bytes: Uint8Array): string {
  let text = ''
  for (let i = 0; i < bytes.length; i += 4_096)
    text += String.fromCharCode(...bytes.subarray(i, i + 4_096))
  return text
}

function toBytes(text: string): Uint8Array {
  const bytes = new Uint8Array(text.length)
  for (let i = 0; i < text.length; i++) bytes[i] = text.charCodeAt(i)
  return bytes
}

function isBinary(bytes: Uint8Array): boolean {
  return bytes.includes(0) || hasLoneCr(bytes)
}

function hasLoneCr(bytes: Uint8Array): boolean {
  return bytes.some((byte, i) => byte === CR && bytes[i + 1] !== LF)
}

function withLineEnds(lineEnd: string): Disguise {
  return (bytes) =>
    isBinary(bytes) ? undefined : toBytes(toText(bytes).replace(/\r?\n/g, lineEnd))
}

/** Header block of the message itself: [text of it, rest], LF line ends. */
function splitHeader(bytes: Uint8Array): [string, string] | undefined {
  if (isBinary(bytes)) return undefined
  const text = toText(bytes).replaceAll('\r\n', '\n')
  const end = text.indexOf('\n\n')
  const isField = /^[!-9;-~]+[ \t]*:/.test(text)
  return end < 0 || !isField ? undefined : [text.slice(0, end + 1), text.slice(end + 1)]
}

function withHeader(change: (header: string) => string): Disguise {
  return (bytes) => {
    const split = splitHeader(bytes)
    return split === undefined ? undefined : toBytes(change(split[0]) + split[1])
  }
}

/** Breaks values at single blanks between letters; folds mean one space. */
function refold(header: string): string {
  return header.replace(/(?<=[A-Za-z0-9;,]) (?=[A-Za-z0-9])/g, '\n\t')
}

function leaves(part: MessagePart): MessagePart[] {
  if (part.type.startsWith('multipart/')) return part.parts.flatMap(leaves)
  return part.parts.length > 0 ? [] : [part]
}

const ENCODING = /^content-transfer-encoding[ \t]*:.*\n(?:[ \t].*\n)*/gim
/** Parts that may be encoded: text, and by common practice delivery status. */
const ENCODABLE = /^(?:text\/(?:plain|html)|message\/(?:delivery-status|feedback-report))$/

/** Encodes the leaves anew that stand in a multipart and are not encoded yet. */
function withEncoding(name: string, encode: (bytes: Uint8Array) => string): Disguise {
  return (bytes) => {
    const lf = withLineEnds('\n')(bytes)
    if (lf === undefined) return undefined
    const message = parseMessage(lf)
    if (!message.type.startsWith('multipart/') || message.bytes !== lf) return undefined
    let text = toText(lf)
    let isChanged = false
    for (const part of leaves(message).reverse()) {
      const encoding = part.header('content-transfer-encoding') ?? '7bit'
      const isPlain = /^(?:7bit|8bit|binary)$/i.test(encoding)
      if (
        !isPlain ||
        !ENCODABLE.test(part.type) ||
        part.bodyFrom === part.from ||
        part.bytes !== lf
      )
        continue
      const header = text.slice(part.from, part.bodyFrom).replace(ENCODING, '')
      const body = encode(lf.subarray(part.bodyFrom, part.to))
      const field = `Content-Transfer-Encoding: ${name}\n`
      text = text.slice(0, part.from) + field + header + body + text.slice(part.to)
      isChanged = true
    }
    return isChanged ? toBytes(text) : undefined
  }
}

function quotedPrintable(bytes: Uint8Array): string {
  let out = ''
  let column = 0
  for (const byte of bytes) {
    const piece =
      byte === LF
        ? '\n'
        : byte < SPACE || byte === 61 || byte > 126 || byte === SPACE
          ? '=' + byte.toString(16).toUpperCase().padStart(2, '0')
          : String.fromCharCode(byte)
    if (piece !== '\n' && column + piece.length > 72) {
      out += '=\n'
      column = 0
    }
    out += piece
    column = piece === '\n' ? 0 : column + piece.length
  }
  return out
}

/** Another boundary for the outermost multipart. */
const withBoundary: Disguise = (bytes) => {
  const boundary = parseMessage(bytes).param('boundary')
  if (boundary === undefined || boundary.length < 6 || isBinary(bytes)) return undefined
  const pieces = toText(bytes).split(boundary)
  // Some write it into identifiers too, and by some it is known who wrote the message.
  const delimiters = pieces.filter((piece) => piece.endsWith('\n--')).length
  const isNamedOnce = pieces.length === delimiters + 2 && pieces[0]?.endsWith('"') === true
  return isNamedOnce && !TELLING.test(boundary) ? toBytes(pieces.join('changed=_1/2?3')) : undefined
}

/** Boundaries of Oracle, Microsoft and Trend Micro. */
const TELLING = /^(?:Boundary_\(ID_|9B095B5ADSN|InterScan_NT)/

const withPreamble: Disguise = (bytes) => {
  const split = splitHeader(bytes)
  if (split === undefined || !parseMessage(bytes).type.startsWith('multipart/')) return undefined
  const preamble = 'This is a multi-part message in MIME format.\n550 5.1.1 of no meaning.\n'
  return toBytes(`${split[0]}\n${preamble}${split[1]}`)
}

export const DISGUISES: readonly (readonly [what: string, disguise: Disguise])[] = [
  ['LF', withLineEnds('\n')],
  ['CRLF', withLineEnds('\r\n')],
  ['CR', withLineEnds('\r')],
  [
    'header names in capitals',
    withHeader((header) => header.replace(/^[!-9;-~]+(?=:)/gm, (name) => name.toUpperCase())),
  ],
  [
    'header names in small letters',
    withHeader((header) => header.replace(/^[!-9;-~]+(?=:)/gm, (name) => name.toLowerCase())),
  ],
  ['header refolded', withHeader(refold)],
  [
    'parts in base64',
    withEncoding('base64', (bytes) => encodeBase64(bytes).replace(/.{76}/g, '$&\n') + '\n'),
  ],
  ['parts in quoted-printable', withEncoding('quoted-printable', quotedPrintable)],
  ['another boundary', withBoundary],
  ['a preamble', withPreamble],
]
