// Batches of replies and events, looked over before they are taken, so that the caller learns of a
// mistake at once and not from a list of unmatched inputs.

import { Problem, type FieldProblem } from './problems.ts'

const KINDS = [
  'failed', 'delayed', 'delivered', 'complaint', 'unsubscribe', 'engaged', 'auto-reply',
]
const COMMANDS = ['CONNECT', 'EHLO', 'STARTTLS', 'AUTH', 'MAIL', 'RCPT', 'DATA', 'QUIT']
const TEXTS = ['reply', 'messageId', 'envelopeId', 'remoteMta', 'subject', 'campaign', 'id']
const ADDRESS_CHARS_MAX = 320
const REPLY_CHARS_MAX = 65_536
const ERRORS_SHOWN_MAX = 20

/**
 * Replies and events apart, each in its order.
 * @throws Problem `request-invalid` that names the wrong ones
 */
export function splitRecords(
  records: readonly unknown[], recordsMax: number,
): { readonly replies: readonly object[]; readonly events: readonly object[] } {
  if (records.length === 0 || records.length > recordsMax) {
    throw new Problem('request-invalid', { detail: `A batch has 1 to ${recordsMax} records.` })
  }
  const replies: object[] = []
  const events: object[] = []
  const errors: FieldProblem[] = []
  for (const [index, value] of records.entries()) {
    const record = typeof value === 'object' && value !== null && !Array.isArray(value)
      ? value as Record<string, unknown> : undefined
    const isEvent = record?.['schema'] !== undefined
    const message = record === undefined ? 'must be an object'
      : isEvent ? findEventProblem(record) : findReplyProblem(record)
    if (message !== undefined) {
      if (errors.length < ERRORS_SHOWN_MAX) errors.push({ path: String(index), message })
    } else if (isEvent) events.push(record as object)
    else replies.push(record as object)
  }
  if (errors.length > 0) throw new Problem('request-invalid', { errors })
  return { replies, events }
}

/** Replies that say neither which message they are about nor when: only the receipt tells. */
export function isNameless(record: object): boolean {
  return NAMES.every((name) => !Object.hasOwn(record, name))
}

const NAMES = ['id', 'messageId', 'envelopeId', 'at']

function findReplyProblem(record: Record<string, unknown>): string | undefined {
  const { recipient, reply, kind, command, at } = record
  if (typeof recipient !== 'string' || !recipient.includes('@') ||
    recipient.length > ADDRESS_CHARS_MAX) return 'recipient must be an address'
  for (const name of TEXTS) {
    const value = record[name]
    if (value !== undefined && (typeof value !== 'string' || value.length > REPLY_CHARS_MAX)) {
      return `${name} must be a text of up to ${REPLY_CHARS_MAX} characters`
    }
  }
  if (kind !== undefined && !KINDS.includes(kind as string)) {
    return `kind must be one of ${KINDS.join(', ')}`
  }
  if (command !== undefined && !COMMANDS.includes(command as string)) {
    return `command must be one of ${COMMANDS.join(', ')}`
  }
  if (reply === undefined && kind === undefined) return 'reply or kind is missing'
  return at === undefined || isTime(at) ? undefined : 'at must be ISO 8601 or milliseconds'
}

function findEventProblem({ schema, id, kind, recipient }: Record<string, unknown>) {
  if (schema !== 'carom/1') return 'schema must be carom/1'
  if (typeof id !== 'string' || typeof kind !== 'string') return 'id and kind must be texts'
  return recipient === undefined || typeof recipient === 'string'
    ? undefined : 'recipient must be a text'
}

function isTime(value: unknown): boolean {
  if (typeof value !== 'string' && typeof value !== 'number') return false
  return !Number.isNaN(new Date(value).getTime())
}
