// Emailit webhooks: a list of events; emailit.com/docs/webhooks/webhook-requests.

import type { EventKind } from '../types.ts'
import { jsonDecoder, NOTHING } from './decoder.ts'
import { soleRecipient, type VendorEvent } from './item.ts'
import { readMoment } from './moment.ts'
import type { WebhookDecoder } from './types.ts'
import { addressesOf, idOf, metadataOf, numberOf, pick, rowOf, textOf } from './values.ts'

const KINDS: Readonly<Record<string, EventKind | 'quiet'>> = {
  'email.accepted': 'quiet',
  'email.scheduled': 'quiet',
  'email.canceled': 'quiet',
  'email.received': 'quiet',
  'email.delivered': 'delivered',
  'email.attempted': 'delayed',
  'email.bounced': 'failed',
  'email.failed': 'failed',
  'email.rejected': 'failed',
  'email.suppressed': 'echo',
  'email.held': 'echo',
  'email.resubscribed': 'quiet',
  'email.unsubscribed': 'unsubscribe',
  'email.complained': 'complaint',
  'email.clicked': 'engaged',
  'email.loaded': 'engaged',
}

/** A hard refusal is all that `bounced` says; `attempted` is tried again. */
const CLASS_CODES: Readonly<Record<string, string>> = {
  'email.bounced': '5.0.0', 'email.attempted': '4.0.0',
}

export const decodeEmailit: WebhookDecoder = /* @__PURE__ */ jsonDecoder('emailit', readEvent)

function readEvent(event: unknown): readonly VendorEvent[] | 'unknown' {
  const name = textOf(pick(event, 'type'))
  const kind = rowOf(KINDS, name)
  if (kind === undefined) {
    // Contacts, domains, templates and the like.
    return name === undefined || name.startsWith('email.') ? 'unknown' : NOTHING
  }
  if (kind === 'quiet') return NOTHING
  const email = pick(event, 'data', 'object') ?? pick(event, 'data')
  const sole = soleRecipient(addressesOf(pick(email, 'to') ?? pick(email, 'email', 'rcpt_to')))
  return [{
    ...sole,
    kind,
    reply: textOf(pick(email, 'smtp_response')) ?? textOf(pick(email, 'response'))
      ?? textOf(pick(email, 'error')),
    replyCode: numberOf(pick(email, 'smtp_code')),
    enhancedCode: textOf(pick(email, 'smtp_enhanced_code')) ?? textOf(pick(email, 'enhanced_code')),
    classCode: rowOf(CLASS_CODES, name),
    verdict: { type: name, class: idOf(pick(email, 'bounce_classification')) },
    date: readMoment(pick(event, 'created_at')) ?? readMoment(pick(email, 'updated_at')),
    eventId: idOf(pick(event, 'event_id')) ?? idOf(pick(event, 'id')),
    vendorMessageId: idOf(pick(email, 'email_id')) ?? idOf(pick(email, 'id')),
    messageId: idOf(pick(email, 'message_id')),
    from: textOf(pick(email, 'from')),
    subject: textOf(pick(email, 'subject')),
    metadata: sole.metadata ?? metadataOf(pick(email, 'meta')),
  }]
}
