// Resend webhooks, with the words of Amazon SES in them; resend.com/docs/webhooks/event-types.
// `data.to` holds all addressees and does not say which of them failed.

import type { EventKind } from '../types.ts'
import { jsonDecoder, NOTHING } from './decoder.ts'
import { joinId, quotedReply, soleRecipient, type VendorEvent } from './item.ts'
import { readMoment } from './moment.ts'
import { SES_CLASS_CODES, SES_ECHOES, SES_HARD } from './ses-classes.ts'
import type { WebhookBody, WebhookDecoder } from './types.ts'
import { addressesOf, idOf, metadataOf, pick, rowOf, textOf } from './values.ts'

const KINDS: Readonly<Record<string, EventKind | 'quiet'>> = {
  'email.sent': 'quiet',
  'email.scheduled': 'quiet',
  'email.received': 'quiet',
  'email.delivered': 'delivered',
  'email.delivery_delayed': 'delayed',
  'email.bounced': 'failed',
  'email.complained': 'complaint',
  'email.suppressed': 'echo',
  'email.failed': 'failed',
  'email.opened': 'engaged',
  'email.clicked': 'engaged',
}

/** Not about mail that was sent. */
const OTHERS = /^(?:contact|domain)\./

export const decodeResend: WebhookDecoder = /* @__PURE__ */ jsonDecoder('resend', readEvent)

function readEvent(event: unknown, body: WebhookBody): readonly VendorEvent[] | 'unknown' {
  const name = textOf(pick(event, 'type'))
  if (name !== undefined && OTHERS.test(name)) return NOTHING
  const kind = rowOf(KINDS, name)
  if (kind === undefined) return 'unknown'
  if (kind === 'quiet') return NOTHING
  const data = pick(event, 'data')
  const bounce = pick(data, 'bounce')
  const type = idOf(pick(bounce, 'type'))
  const subType = idOf(pick(bounce, 'subType'))
  const isEcho = subType !== undefined && SES_ECHOES.has(subType)
  const sole = soleRecipient(addressesOf(pick(data, 'to')))
  const date = readMoment(pick(event, 'created_at'))
  const vendorMessageId = idOf(pick(data, 'email_id'))
  return [{
    ...sole,
    kind: isEcho ? 'echo' : kind,
    reply: textOf(pick(bounce, 'diagnosticCode')) ?? firstOf(pick(bounce, 'diagnosticCode'))
      ?? quotedReply(textOf(pick(bounce, 'message'))),
    // Of a failure before sending only the vendor's own reason is known.
    prose: textOf(pick(data, 'failed', 'reason')),
    classCode: rowOf(SES_CLASS_CODES, `${type}/${subType}`),
    verdict: { type, subType, hard: rowOf(SES_HARD, type) },
    date,
    // The same in every attempt, as the id in the header is, and part of what is kept.
    eventId: vendorMessageId === undefined
      ? idOf(body.headers?.['svix-id']) : joinId(vendorMessageId, name, date),
    vendorMessageId,
    messageId: idOf(pick(data, 'message_id')),
    from: textOf(pick(data, 'from')),
    subject: textOf(pick(data, 'subject')),
    campaign: idOf(pick(data, 'broadcast_id')),
    metadata: sole.metadata ?? metadataOf(pick(data, 'tags')),
  }]
}

function firstOf(value: unknown): string | undefined {
  return Array.isArray(value) ? textOf(value[0]) : undefined
}
