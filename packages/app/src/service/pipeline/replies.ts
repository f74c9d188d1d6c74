// Replies that a sending system hands over by itself: what a server answered, and to whom.

import type {
  CaromEvent, Engine, EventKind, EventSource, Report, SmtpCommand,
} from '@carom/core'

/** One reply, as `POST /v1/events` takes it. Only `recipient` and one of the texts are needed. */
export type ReplyRecord = {
  readonly recipient: string
  /** The reply as the server wrote it: `550 5.1.1 user unknown`. */
  readonly reply?: string
  readonly kind?: EventKind
  readonly command?: SmtpCommand
  readonly messageId?: string
  readonly envelopeId?: string
  readonly remoteMta?: string
  readonly subject?: string
  /** ISO 8601, or milliseconds since 1970. */
  readonly at?: string | number
  readonly campaign?: string
  readonly id?: string
}

const KINDS = new Set<string>([
  'failed', 'delayed', 'delivered', 'complaint', 'unsubscribe', 'engaged', 'auto-reply',
])
const COMMANDS = new Set<string>([
  'CONNECT', 'EHLO', 'STARTTLS', 'AUTH', 'MAIL', 'RCPT', 'DATA', 'QUIT',
] satisfies SmtpCommand[])
const TEXT_CHARS_MAX = 65_536

/** Judges each record; what cannot be read is named in `problems`, by its place. */
export function readReplies(
  engine: Engine, bytes: Uint8Array, source: EventSource, receivedAt: number,
): { readonly events: readonly CaromEvent[]; readonly problems: readonly string[] } {
  const events: CaromEvent[] = []
  const problems: string[] = []
  for (const [index, value] of readRecords(bytes, problems).entries()) {
    const record = readRecord(value)
    if (typeof record === 'string') problems.push(`record ${index}: ${record}`)
    else {
      const report = withOwnKey(toReport(record), record, receivedAt)
      events.push(...engine.judgeReport(report, source, isoDate(record.at)))
    }
  }
  return { events, problems }
}

/** The values of a JSON array, of one JSON object, or of one object per line. */
export function readRecords(bytes: Uint8Array, problems: string[]): unknown[] {
  const text = Buffer.from(bytes).toString('utf8').trim()
  if (text === '') return []
  try {
    const value: unknown = JSON.parse(text)
    return Array.isArray(value) ? value : [value]
  } catch (error) {
    if (!text.includes('\n')) {
      problems.push(`no JSON: ${(error as Error).message}`)
      return []
    }
  }
  return text.split('\n').flatMap((line, index) => readLine(line, index, problems))
}

function readLine(line: string, index: number, problems: string[]): unknown[] {
  if (line.trim() === '') return []
  try {
    return [JSON.parse(line)]
  } catch (error) {
    problems.push(`line ${index + 1} is no JSON: ${(error as Error).message}`)
    return []
  }
}

/** The record, or what is wrong with it. */
function readRecord(value: unknown): ReplyRecord | string {
  if (typeof value !== 'object' || value === null) return 'wants an object'
  const record = value as Record<string, unknown>
  const { recipient, reply, kind, command, at } = record
  if (typeof recipient !== 'string' || recipient === '') return 'wants recipient, an address'
  if (reply !== undefined && typeof reply !== 'string') return 'reply wants to be a text'
  if (kind !== undefined && !KINDS.has(kind as string)) {
    return `kind is one of ${[...KINDS].join(', ')}`
  }
  if (reply === undefined && kind === undefined) return 'wants reply or kind'
  if (command !== undefined && !COMMANDS.has(command as string)) {
    return `command is one of ${[...COMMANDS].join(', ')}`
  }
  if (at !== undefined && isoDate(at) === undefined) return 'at is ISO 8601 or milliseconds'
  return record as ReplyRecord
}

function toReport(record: ReplyRecord): Report {
  const text = record.reply?.slice(0, TEXT_CHARS_MAX)
  const { messageId, subject, envelopeId, id, campaign } = record
  return {
    format: 'webhook', problems: [],
    recipients: [{
      kind: record.kind ?? 'failed', finalRecipient: record.recipient,
      ...(text === undefined ? {} : { diagnosticCode: { type: 'smtp', text } }),
      ...(record.command === undefined ? {} : { command: record.command }),
      ...(typeof record.remoteMta === 'string' ? { remoteMta: record.remoteMta } : {}),
    }],
    ...(typeof envelopeId === 'string' ? { envelopeId } : {}),
    ...(typeof messageId === 'string' || typeof subject === 'string' ? {
      original: {
        ...(typeof messageId === 'string' ? { messageId } : {}),
        ...(typeof subject === 'string' ? { subject } : {}),
      },
    } : {}),
    ...(typeof id === 'string' || typeof campaign === 'string' ? {
      vendor: {
        name: 'api',
        ...(typeof id === 'string' ? { eventId: id } : {}),
        ...(typeof campaign === 'string' ? { campaign } : {}),
      },
    } : {}),
  }
}

/** The same again within this time is the same told twice. */
const SAME_MS = 600_000

/** Where nothing names the message, the time tells one failure from the next (G1). */
function withOwnKey(report: Report, record: ReplyRecord, receivedAt: number): Report {
  if (!isNameless(record)) return report
  const { recipient, reply = '', kind = 'failed', at } = record
  const time = Math.floor(Date.parse(isoDate(at) ?? new Date(receivedAt).toISOString()) / SAME_MS)
  return { ...report, logKey: `reply ${recipient}\n${kind}\n${reply}\n${time}` }
}

function isNameless({ id, messageId, envelopeId }: ReplyRecord): boolean {
  return [id, messageId, envelopeId].every((name) => typeof name !== 'string' || name === '')
}

function isoDate(at: unknown): string | undefined {
  if (typeof at !== 'string' && typeof at !== 'number') return undefined
  const date = new Date(at)
  return Number.isNaN(date.getTime()) ? undefined : date.toISOString()
}
