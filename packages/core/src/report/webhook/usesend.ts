// useSend webhooks, with the words of Amazon SES in them; docs.usesend.com/guides/webhooks.

import type { EventKind } from '../types.ts'
import { jsonDecoder, NOTHING } from './decoder.ts'
import { quotedReply, soleRecipient, type VendorEvent } from './item.ts'
import { readMoment } from './moment.ts'
import { SES_CLASS_CODES, SES_ECHOES, SES_HARD } from './ses-classes.ts'
import type { WebhookBody, WebhookDecoder } from './types.ts'
import { addressesOf, idOf, metadataOf, pick, rowOf, textOf } from './values.ts'

const KINDS: Readonly<Record<string, EventKind | 'quiet'>> = {
  'email.queued': 'quiet',
  'email.scheduled': 'quiet',
  'email.sent': 'quiet',
  'email.cancelled': 'quiet',
  'email.rendering_failure': 'quiet',
  'email.delivered': 'delivered',
  'email.delivery_delayed': 'delayed',
  'email.bounced': 'failed',
  'email.rejected': 'failed',
  'email.failed': 'failed',
  'email.complained': 'complaint',
  'email.suppressed': 'echo',
  'email.unsubscribed': 'unsubscribe',
  'email.opened': 'engaged',
  'email.clicked': 'engaged',
}

const OTHERS = /^(?:contact|domain|webhook)\./

export const decodeUseSend: WebhookDecoder = /* @__PURE__ */ jsonDecoder('usesend', readEvent)

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
  return [{
    ...sole,
    kind: isEcho ? 'echo' : kind,
    reply: textOf(pick(bounce, 'diagnosticCode')) ?? quotedReply(textOf(pick(bounce, 'message'))),
    prose: textOf(pick(data, 'failed', 'reason')),
    classCode: rowOf(SES_CLASS_CODES, `${type}/${subType}`),
    verdict: { type, subType, hard: rowOf(SES_HARD, type) },
    date: readMoment(pick(data, 'occurredAt')) ?? readMoment(pick(event, 'createdAt'))
      ?? readMoment(pick(event, 'created_at')),
    // The id of the event stays the same in retries, as that of the call does.
    eventId: idOf(pick(event, 'id')) ?? idOf(body.headers?.['x-usesend-call']),
    vendorMessageId: idOf(pick(data, 'id')) ?? idOf(pick(data, 'emailId')),
    from: textOf(pick(data, 'from')),
    subject: textOf(pick(data, 'subject')),
    campaign: idOf(pick(data, 'campaignId')),
    metadata: sole.metadata ?? metadataOf(pick(data, 'metadata')),
    subaccount: idOf(pick(event, 'teamId')),
  }]
}
