// Header fields of a returned message that stand in a report's text (the third part of RFC 6522
// when it is pasted as text): nothing behind that place says anything about the failure.

import { unitAhead, unitAt } from '../../text/units.ts'

/** Fields that stand in almost every message. */
const KNOWN_FIELDS: ReadonlySet<string> = new Set([
  'from',
  'to',
  'cc',
  'subject',
  'date',
  'message-id',
  'reply-to',
  'sender',
  'in-reply-to',
  'references',
  'bcc',
  'importance',
  'priority',
  'organization',
  'errors-to',
  'precedence',
])
/** Fields that a human part has no reason to show: they give a quoted header block away. */
const TRACE_FIELDS: ReadonlySet<string> = new Set([
  'received',
  'return-path',
  'delivered-to',
  'mime-version',
  'content-type',
  'user-agent',
  'content-transfer-encoding',
  'dkim-signature',
  'domainkey-signature',
  'authentication-results',
  'arc-seal',
  'arc-message-signature',
  'received-spf',
  'x-mailer',
  'x-originating-ip',
  'list-id',
  'x-received',
  'x-google-dkim-signature',
  'x-google-smtp-source',
  'x-priority',
  'x-envelope-from',
  'x-envelope-to',
  'x-original-to',
  'list-unsubscribe',
  'x-spam-status',
  'x-mimeole',
  'x-sender',
  'x-virus-scanned',
  'envelope-to',
  'x-msmail-priority',
  'thread-index',
  'x-apparently-to',
  'x-yahoo-newman-property',
  'x-gmail-received',
  'x-ymail-osg',
  'x-auth-id',
  'delivery-date',
])
/** Fields of a delivery status: pasted as text they are the report itself (RFC 3464 §2). */
const STATUS_FIELDS: ReadonlySet<string> = new Set([
  'reporting-mta',
  'final-recipient',
  'original-recipient',
  'action',
  'status',
  'diagnostic-code',
  'remote-mta',
  'arrival-date',
  'last-attempt-date',
  'received-from-mta',
  'x-postfix-queue-id',
  'x-postfix-sender',
  'original-envelope-id',
  'x-display-name',
  'x-actual-recipient',
])
const FIELD_LINES_MAX = 30
const FIELD_NAME_MAX = 60

/** Index behind the marker line and the empty lines after it: where the headers begin. */
export function returnedHeadersStart(text: string, start: number): number {
  let from = start
  for (let lines = 0; lines < FIELD_LINES_MAX && from < text.length; lines++) {
    if (beginsHeaderBlock(text, from) || fieldNameAt(text, from) !== undefined) return from
    const next = text.indexOf('\n', from)
    if (next < 0) return text.length
    from = next + 1
  }
  return from
}

/**
 * Two known fields of a message header at least, one of them a trace of transport, and no prose.
 */
export function beginsHeaderBlock(text: string, from: number): boolean {
  let known = 0
  let traces = 0
  let at = from
  for (let line = 0; line < FIELD_LINES_MAX && at < text.length; line++) {
    let to = text.indexOf('\n', at)
    if (to < 0) to = text.length
    const name = fieldNameAt(text, at)
    if (name === undefined) {
      const isFold = line > 0 && isSpace(unitAt(text, at)) && to > at
      const isEnvelope = line === 0 && text.startsWith('From ', skipQuote(text, at))
      if (!isFold && !isEnvelope) break
    } else if (STATUS_FIELDS.has(name)) return false
    else if (KNOWN_FIELDS.has(name)) known++
    else if (TRACE_FIELDS.has(name) || name.startsWith('x-')) traces++
    if (traces > 0 && known + traces > 1) return true
    at = to + 1
  }
  return false
}

function isSpace(code: number): boolean {
  return code === 32 || code === 9
}

// The copy may be quoted or indented as a whole.
function skipQuote(text: string, from: number): number {
  let at = from
  const end = Math.min(from + 8, text.length)
  for (; at < end; at++) {
    const code = unitAt(text, at)
    if (!isSpace(code) && code !== 62) break
  }
  return at
}

/** Lower-case name of the field on this line (RFC 5322 §2.2); undefined where it is no field. */
function fieldNameAt(text: string, from: number): string | undefined {
  const start = skipQuote(text, from)
  let at = start
  const end = Math.min(start + FIELD_NAME_MAX, text.length)
  while (at < end && isNameCode(unitAt(text, at))) at++
  if (at === start || unitAhead(text, at) !== 58) return undefined
  return text.slice(start, at).toLowerCase()
}

function isNameCode(code: number): boolean {
  return (
    (code >= 97 && code <= 122) ||
    (code >= 65 && code <= 90) ||
    code === 45 ||
    (code >= 48 && code <= 57) ||
    code === 95
  )
}
