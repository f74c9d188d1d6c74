// Postal webhooks; docs.postalserver.io/developer/webhooks and its app/models/delivery.rb.
// MessageBounced has no words at all; old versions sent it under another name.

import type { EventKind } from '../types.ts'
import { jsonDecoder, NOTHING } from './decoder.ts'
import type { VendorEvent } from './item.ts'
import { readMoment } from './moment.ts'
import type { WebhookDecoder } from './types.ts'
import { addressOf, idOf, isObject, pick, rowOf, tagsOf, textOf } from './values.ts'

const KINDS: Readonly<Record<string, EventKind | 'quiet'>> = {
  MessageSent: 'delivered',
  MessageDelayed: 'delayed',
  MessageDeliveryFailed: 'failed',
  MessageHeld: 'echo',
  MessageBounced: 'failed',
  MessageLinkClicked: 'engaged',
  MessageLoaded: 'engaged',
  DomainDNSError: 'quiet',
  SendLimitApproaching: 'quiet',
  SendLimitExceeded: 'quiet',
}

/** Neither names nor hosts could be reached: whose fault that is, nobody says. */
const UNREACHABLE = '4.4.1'

export const decodePostal: WebhookDecoder = /* @__PURE__ */ jsonDecoder('postal', readEvent)

function readEvent(event: unknown): readonly VendorEvent[] | 'unknown' {
  const payload = pick(event, 'payload')
  const isBounce = isObject(pick(payload, 'bounce'))
  const name = isBounce ? 'MessageBounced' : textOf(pick(event, 'event'))
  const kind = rowOf(KINDS, name)
  if (kind === undefined) return 'unknown'
  const message = pick(payload, isBounce ? 'original_message' : 'message')
  // A message that came in and could not be passed on is not ours to judge.
  if (kind === 'quiet' || textOf(pick(message, 'direction')) === 'incoming') return NOTHING
  const status = idOf(pick(payload, 'status'))
  const details = textOf(pick(payload, 'details'))
  const isUnreachable = details?.startsWith('No SMTP servers were available') === true
  return [{
    kind,
    recipient: addressOf(pick(message, 'to')),
    reply: textOf(pick(payload, 'output')),
    prose: isUnreachable ? undefined : details,
    classCode: isUnreachable ? UNREACHABLE : undefined,
    verdict: {
      type: name, subType: status, hard: status === 'HardFail' ? true : undefined,
    },
    date: readMoment(pick(payload, 'timestamp')) ?? readMoment(pick(event, 'timestamp')),
    eventId: idOf(pick(event, 'uuid')),
    vendorMessageId: idOf(pick(message, 'id')),
    messageId: idOf(pick(message, 'message_id')),
    from: textOf(pick(message, 'from')),
    subject: textOf(pick(message, 'subject')),
    tags: tagsOf(pick(message, 'tag')),
    problems: isBounce ? ['reply-missing'] : undefined,
  }]
}
