// Hyvor Relay webhooks: `{ event, payload }`; relay.hyvor.com/docs/webhooks.

import { kindOfFeedback } from '../arf/fields.ts'
import type { EventKind } from '../types.ts'
import { jsonDecoder, NOTHING } from './decoder.ts'
import { joinId, type VendorEvent } from './item.ts'
import { readMoment } from './moment.ts'
import type { WebhookDecoder } from './types.ts'
import { addressOf, idOf, listOf, numberOf, pick, rowOf, textOf } from './values.ts'

const KINDS: Readonly<Record<string, EventKind | 'quiet'>> = {
  'send.recipient.accepted': 'delivered',
  'send.recipient.deferred': 'delayed',
  'send.recipient.bounced': 'failed',
  // It gave up for reasons of its own: network, names, its own queue.
  'send.recipient.failed': 'failed',
  'send.recipient.complained': 'complaint',
  'send.recipient.suppressed': 'echo',
  // Follows from a bounce or complaint that was told before, or from a person at the vendor.
  'suppression.created': 'quiet',
  'suppression.deleted': 'quiet',
  'domain.created': 'quiet',
  'domain.status.changed': 'quiet',
  'domain.deleted': 'quiet',
}

const CLASS_CODES: Readonly<Record<string, string>> = {
  'send.recipient.bounced': '5.0.0', 'send.recipient.deferred': '4.0.0',
  'send.recipient.failed': '4.0.0',
}

export const decodeHyvorRelay: WebhookDecoder =
  /* @__PURE__ */ jsonDecoder('hyvor-relay', readEvent)

function readEvent(event: unknown): readonly VendorEvent[] | 'unknown' {
  const name = textOf(pick(event, 'event'))
  const known = rowOf(KINDS, name)
  if (known === undefined) return 'unknown'
  if (known === 'quiet') return NOTHING
  const payload = pick(event, 'payload')
  const feedbackType = idOf(pick(payload, 'complaint', 'feedback_type'))?.toLowerCase()
  const kind = known === 'complaint'
    ? kindOfFeedback({ feedbackType: feedbackType ?? 'abuse' }) : known
  const send = pick(payload, 'send')
  const uuid = idOf(pick(send, 'uuid'))
  const attempt = pick(payload, 'attempt')
  const recipient = pick(payload, 'recipient')
  return [{
    ...readReply(payload),
    kind,
    feedbackType,
    recipient: addressOf(pick(recipient, 'address')) ?? addressOf(recipient),
    classCode: rowOf(CLASS_CODES, name),
    remoteMta: idOf(pick(attempt, 'responded_mx_host')),
    verdict: { type: name },
    date: readMoment(pick(attempt, 'created_at')),
    eventId: uuid === undefined ? undefined
      : joinId(uuid, idOf(pick(recipient, 'id')), name, idOf(pick(attempt, 'id'))),
    vendorMessageId: uuid,
    messageId: idOf(pick(send, 'message_id')),
    from: textOf(pick(send, 'from_address')),
    subject: textOf(pick(send, 'subject')),
  }]
}

/** A report that came later, or the answers of the attempt, of which one is this recipient's. */
function readReply(payload: unknown): Partial<VendorEvent> {
  const bounce = pick(payload, 'bounce')
  const text = textOf(pick(bounce, 'text')) ?? textOf(pick(bounce, 'message'))
  const id = idOf(pick(payload, 'recipient', 'id'))
  const answers = listOf(pick(payload, 'attempt', 'recipients'))
  const own = answers.find((one) => id !== undefined && idOf(pick(one, 'recipient_id')) === id)
    ?? (answers.length === 1 ? answers[0] : undefined)
  const enhanced = textOf(pick(bounce, 'status'))
  if (text !== undefined) return { reply: text, enhancedCode: enhanced }
  return {
    reply: textOf(pick(own, 'smtp_message')) ?? textOf(pick(payload, 'attempt', 'error')),
    replyCode: numberOf(pick(own, 'smtp_code')),
    enhancedCode: textOf(pick(own, 'smtp_enhanced_code')) ?? enhanced,
  }
}
