// Messages that are sent: typed values → bytes (RFC 5322, RFC 2045–2047, RFC 2231). The mirror of
// parse.ts. Everything written is 7-bit, but for addresses beyond ASCII, which need SMTPUTF8 anyway
// (RFC 6531).

import { concatBytes, encodeUtf8, isAscii, viewBytes } from '../text/bytes.ts'
import { encodeBase64Lines, encodeTextBody } from './write-body.ts'
import type { EncodedBody } from './write-body.ts'
import { writeField } from './write-field.ts'
import type { FieldValue, OutgoingMailbox } from './write-field.ts'
import { writeParameterized } from './write-parameter.ts'
import type { ReturnedPart } from './write-returned.ts'

export type OutgoingPart =
  /** Text for people. */
  | {
      readonly kind: 'text'
      readonly text: string
      readonly subtype?: 'plain' | 'html'
      readonly language?: string
    }
  /** Text for machines: `message/delivery-status` and its like. */
  | { readonly kind: 'machine'; readonly type: string; readonly text: string }
  | { readonly kind: 'returned'; readonly returned: ReturnedPart }
  | {
      readonly kind: 'file'
      readonly type: string
      readonly bytes: Uint8Array
      readonly name?: string
    }
  | {
      readonly kind: 'multipart'
      readonly subtype: string
      readonly parameters?: readonly (readonly [string, string])[]
      readonly parts: readonly OutgoingPart[]
    }

export type OutgoingMessage = {
  readonly from: OutgoingMailbox
  readonly to: readonly OutgoingMailbox[]
  readonly subject: string
  /** ISO 8601, UTC. */
  readonly date: string
  /** Without angle brackets, as all identifiers here. */
  readonly messageId: string
  readonly inReplyTo?: readonly string[]
  readonly references?: readonly string[]
  /** Further fields, in order. */
  readonly fields?: readonly (readonly [name: string, value: FieldValue])[]
  readonly body: OutgoingPart
}

export type WrittenMessage = {
  readonly bytes: Uint8Array
  /** An address beyond ASCII stands in the header: only a server with SMTPUTF8 can carry it. */
  readonly needsSmtpUtf8: boolean
}

/** A part: its content fields, and its body. */
type Written = { readonly fields: string; readonly body: Uint8Array }

const MEDIA_TYPE = /^[a-z]+\/[a-z0-9.+-]+$/
const LF = 10
const FNV_PRIME = 0x01000193
const FNV_START = 0x811c9dc5

/** Throws a TypeError where a name, a date or a type is none: those never come from the input. */
export function writeMessage(message: OutgoingMessage): WrittenMessage {
  const { fields, body } = writePart(message.body)
  const header = writeField('From', { kind: 'mailboxes', mailboxes: [message.from] }) +
    writeField('To', { kind: 'mailboxes', mailboxes: message.to }) +
    writeField('Subject', { kind: 'text', text: message.subject }) +
    writeField('Date', { kind: 'date', instant: message.date }) +
    writeField('Message-ID', { kind: 'ids', ids: [message.messageId] }) +
    writeField('In-Reply-To', { kind: 'ids', ids: message.inReplyTo ?? [] }) +
    writeField('References', { kind: 'ids', ids: message.references ?? [] }) +
    (message.fields ?? []).map(([name, value]) => writeField(name, value)).join('') +
    'MIME-Version: 1.0\r\n' +
    fields +
    '\r\n'
  const end = body.length === 0 || body.at(-1) === LF ? '' : '\r\n'
  return {
    bytes: concatBytes([encodeUtf8(header), body, encodeUtf8(end)]),
    needsSmtpUtf8: !isAscii(header),
  }
}

function writePart(part: OutgoingPart): Written {
  switch (part.kind) {
    case 'text': {
      const language =
        part.language === undefined
          ? ''
          : writeField('Content-Language', { kind: 'text', text: part.language })
      return writeLeaf(
        `text/${part.subtype ?? 'plain'}`, [['charset', 'utf-8']], encodeTextBody(part.text),
        language,
      )
    }
    case 'machine':
      return writeLeaf(part.type, [], encodeTextBody(part.text), '')
    case 'returned':
      return writeLeaf(part.returned.type, [], part.returned.body, '')
    case 'file': {
      // Readers take line ends in files that are not encoded for their own.
      const body = { encoding: 'base64', bytes: encodeBase64Lines(part.bytes) } as const
      return writeLeaf(
        part.type, [], body,
        writeParameterized('Content-Disposition', 'attachment', [['filename', part.name]]),
      )
    }
    case 'multipart':
      return writeMultipart(part)
  }
}

function writeLeaf(
  type: string, parameters: readonly (readonly [string, string])[], body: EncodedBody, more: string,
): Written {
  if (!MEDIA_TYPE.test(type)) throw new TypeError(`not a media type: ${type}`)
  const encoding = body.encoding === '7bit' ? '' : `Content-Transfer-Encoding: ${body.encoding}\r\n`
  return {
    fields: writeParameterized('Content-Type', type, parameters) + encoding + more,
    body: body.bytes,
  }
}

function writeMultipart(part: Extract<OutgoingPart, { kind: 'multipart' }>): Written {
  if (part.parts.length === 0) throw new TypeError('a multipart has parts')
  const type = `multipart/${part.subtype}`
  if (!MEDIA_TYPE.test(type)) throw new TypeError(`not a media type: ${type}`)
  const written = part.parts.map(writePart)
  const boundary = chooseBoundary(written.map(({ body }) => body))
  const pieces: Uint8Array[] = []
  for (const { fields, body } of written) {
    // The line end before a delimiter belongs to it, so every part keeps its own.
    const start = pieces.length === 0 ? '' : '\r\n'
    pieces.push(encodeUtf8(`${start}--${boundary}\r\n${fields}\r\n`), body)
  }
  pieces.push(encodeUtf8(`\r\n--${boundary}--\r\n`))
  const parameters = [...(part.parameters ?? []), ['boundary', boundary] as const]
  return { fields: writeParameterized('Content-Type', type, parameters), body: concatBytes(pieces) }
}

/**
 * A boundary that stands in none of the bodies. It is made of them, so that the same message is
 * always written the same; `=_` stands in no encoded body (RFC 2045 §6.7).
 */
function chooseBoundary(bodies: readonly Uint8Array[]): string {
  const texts = bodies.map(viewBytes)
  const digits = digest(bodies, FNV_START) + digest(bodies, FNV_PRIME)
  let boundary = `=_carom-${digits}`
  for (let tries = 1; texts.some((text) => text.includes(boundary)); tries++) {
    boundary = `=_carom-${digits}-${tries}`
  }
  return boundary
}

/** FNV-1a: nothing rests on it but that different messages mostly have different boundaries. */
function digest(bodies: readonly Uint8Array[], start: number): string {
  let hash = start
  for (const body of bodies) {
    for (const byte of body) hash = Math.imul(hash ^ byte, FNV_PRIME)
    hash = Math.imul(hash ^ 0x100, FNV_PRIME)
  }
  return (hash >>> 0).toString(16).padStart(8, '0')
}
