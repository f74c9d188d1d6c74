// A bounce for a message, written from nothing but arguments: what a person reads, what a machine
// reads, and the message or its headers (RFC 3464, RFC 6522, RFC 6533). Refuses where a bounce must
// not be sent.

import { parseMessage } from '../message/parse.ts'
import type { Message } from '../message/types.ts'
import { writeMessage } from '../message/write.ts'
import type { OutgoingPart } from '../message/write.ts'
import { makeReturnedPart } from '../message/write-returned.ts'
import type { ReturnedPart } from '../message/write-returned.ts'
import { findEnhancedCode, formatEnhancedCode } from '../smtp/enhanced-code.ts'
import { checkRequest, type BouncedRecipient, type BounceRequest } from './compose-request.ts'
import { BOUNCE_TEXTS, SPOKEN_CODES, type BounceTexts } from './compose-texts.ts'
import { readDate } from './date.ts'
import { buildDsn } from './dsn/build.ts'
import type { DsnRecipient } from './dsn/build.ts'
import { bareMessageId } from './original.ts'
import { FINAL_REFUSALS, findRefusals, readReturnPath } from './refusal.ts'
import type { Refusal } from './refusal.ts'

export type BounceResult =
  | {
    readonly kind: 'composed'
    readonly bytes: Uint8Array
    /** The one recipient of the bounce. */
    readonly to: string
    /** Always empty: a bounce is sent with `MAIL FROM:<>` (RFC 5321 §4.5.5). */
    readonly envelopeSender: ''
    readonly needsSmtpUtf8: boolean
    readonly messageId: string
    /** What came back of the message. */
    readonly returned: 'message' | 'headers'
  }
  | { readonly kind: 'refused'; readonly refusals: readonly Refusal[] }

const MESSAGE_BYTES_MAX = 50_000
const HEADER_BYTES_MAX = 16_384
const REPLY_COLUMNS = 72

/** Composes a bounce for the message. Throws a TypeError where the request makes no sense. */
export function composeBounce(bytes: Uint8Array, request: BounceRequest): BounceResult {
  checkRequest(request)
  const message = parseMessage(bytes)
  const path = readReturnPath(message, request.returnPath)
  if (path.kind === 'refused') return { kind: 'refused', refusals: [path.refusal] }
  const from = request.from ?? `mailer-daemon@${request.host}`
  const refusals = findRefusals(message, path.address, [from, ...request.ownAddresses ?? []])
    .filter(({ code }) => FINAL_REFUSALS.has(code) || request.allow?.includes(code) !== true)
  if (refusals.length > 0) return { kind: 'refused', refusals }
  const returned = makeReturnedPart(message, {
    messageBytesMax:
      request.headersOnly === true ? 0 : (request.messageBytesMax ?? MESSAGE_BYTES_MAX),
    headerBytesMax: HEADER_BYTES_MAX,
  })
  return write(message, request, { from, to: path.address, returned })
}

function write(
  message: Message, request: BounceRequest,
  { from, to, returned }: { from: string; to: string; returned: ReturnedPart },
): BounceResult {
  const texts = BOUNCE_TEXTS[request.language ?? 'en']
  const messageId = makeMessageId(request.seed, request.host)
  const { bytes, needsSmtpUtf8 } = writeMessage({
    from: { name: 'Mail Delivery System', address: from },
    to: [{ address: to }],
    subject: request.kind === 'delayed' ? texts.delayedSubject : texts.failedSubject,
    date: request.now,
    messageId,
    ...readThread(message),
    fields: [['Auto-Submitted', { kind: 'text', text: 'auto-replied' }]],
    body: {
      kind: 'multipart',
      subtype: 'report',
      parameters: [['report-type', 'delivery-status']],
      parts: [
        makeHumanPart(request, texts, returned.isWhole),
        makeMachinePart(message, request),
        { kind: 'returned', returned },
      ],
    },
  })
  return {
    kind: 'composed', bytes, to, envelopeSender: '', needsSmtpUtf8, messageId,
    returned: returned.isWhole ? 'message' : 'headers',
  }
}

function makeMessageId(seed: string, host: string): string {
  return `carom.${seed.replace(/[^A-Za-z0-9._-]+/g, '-')}@${host}`
}

/** In-Reply-To and References by RFC 5322 §3.6.4. */
function readThread(message: Message): { inReplyTo: string[]; references: string[] } {
  const own = bareMessageId(message.header('message-id'))
  if (own === undefined) return { inReplyTo: [], references: [] }
  const earlier = readIds(message.header('references'))
  const answered = readIds(message.header('in-reply-to'))
  const before = earlier.length === 0 && answered.length === 1 ? answered : earlier
  return { inReplyTo: [own], references: [...before, own] }
}

const IDS_READ_MAX = 200

function readIds(value: string | undefined): string[] {
  const ids: string[] = []
  for (const piece of (value ?? '').split('<', IDS_READ_MAX).slice(1)) {
    const end = piece.indexOf('>')
    if (end > 0) ids.push(piece.slice(0, end))
  }
  return ids
}

function makeHumanPart(request: BounceRequest, texts: BounceTexts, isWhole: boolean): OutgoingPart {
  const isDelayed = request.kind === 'delayed'
  const until = isDelayed ? readDate(request.willRetryUntil) : undefined
  const paragraphs = [
    texts.greeting.replace('{host}', () => request.host),
    isDelayed ? texts.delayed : texts.failed,
    ...request.recipients.map((recipient) => describeRecipient(recipient, texts)),
    ...(until === undefined
      ? []
      : [texts.retryUntil.replace('{date}', `${until.slice(0, 16).replace('T', ' ')} UTC`)]),
    isWhole ? texts.returnedMessage : texts.returnedHeaders,
  ]
  const language = request.language ?? 'en'
  return { kind: 'text', text: paragraphs.join('\n\n') + '\n', language }
}

function describeRecipient(
  { address, reason, reply }: BouncedRecipient, texts: BounceTexts,
): string {
  const lines = [`<${oneLine(address)}>`]
  if (reason !== undefined) lines.push(`    ${texts.reasons[reason]}`)
  if (reply !== undefined && reply.trim() !== '') {
    lines.push(`    ${texts.reply}`, ...wrap(oneLine(reply)).map((line) => `    ${line}`))
  }
  return lines.join('\n')
}

function wrap(text: string): string[] {
  const lines: string[] = []
  let line = ''
  for (const word of text.split(' ')) {
    if (line !== '' && line.length + 1 + word.length > REPLY_COLUMNS) {
      lines.push(line)
      line = ''
    }
    line += line === '' ? word : ' ' + word
  }
  return [...lines, line]
}

function oneLine(text: string): string {
  return text.replace(/[\s\u0000-\u001f\u007f]+/g, ' ').trim()
}

function makeMachinePart(message: Message, request: BounceRequest): OutgoingPart {
  const received = message.header('received')
  const receivedAt =
    received === undefined ? undefined : readDate(received.slice(received.lastIndexOf(';') + 1))
  const arrivalDate = readDate(request.arrivalDate) ?? receivedAt
  const part = buildDsn({
    reportingMta: request.host,
    ...request.envelopeId === undefined ? {} : { envelopeId: request.envelopeId },
    ...arrivalDate === undefined ? {} : { arrivalDate },
    recipients: request.recipients.map((recipient) => makeRecipient(recipient, request)),
  })
  return { kind: 'machine', type: part.type, text: part.text }
}

function makeRecipient(recipient: BouncedRecipient, request: BounceRequest): DsnRecipient {
  const { kind = 'failed', willRetryUntil } = request
  return {
    kind,
    finalRecipient: recipient.address,
    ...(recipient.originalRecipient === undefined
      ? {}
      : { originalRecipient: recipient.originalRecipient }),
    status: chooseStatus(recipient, kind),
    diagnosticCode: chooseDiagnostic(recipient),
    ...recipient.remoteMta === undefined ? {} : { remoteMta: recipient.remoteMta },
    lastAttemptDate: request.now,
    ...willRetryUntil === undefined ? {} : { willRetryUntil },
  }
}

/** What the caller says, what the server said, what the reason means, in this order. */
function chooseStatus(
  { reply, reason, status }: BouncedRecipient, kind: 'failed' | 'delayed',
): string {
  if (status !== undefined) return status
  const said = reply === undefined ? undefined : statusInReply(reply)
  const code = said ?? (reason === undefined ? '5.0.0' : SPOKEN_CODES[reason].status)
  // A delay with a permanent status would contradict itself (RFC 3464 §2.3.4).
  return kind === 'delayed' ? `4${code.slice(1)}` : code
}

function statusInReply(reply: string): string | undefined {
  const found = findEnhancedCode(reply, 0)
  if (found !== undefined && found.code.class !== 2) return formatEnhancedCode(found.code)
  const level = /^\s*([45])\d\d(?!\d)/.exec(reply)?.[1]
  return level === undefined ? undefined : `${level}.0.0`
}

/** Type `smtp` only for what a server really answered (RFC 3464 §2.3.6). */
function chooseDiagnostic({ reply, reason }: BouncedRecipient): { type: string; text: string } {
  const text = oneLine(reply ?? '')
  if (text !== '') return { type: /^[245]\d\d(?!\d)/.test(text) ? 'smtp' : 'x-local', text }
  return { type: 'x-local', text: reason === undefined ? '' : SPOKEN_CODES[reason].diagnostic }
}
