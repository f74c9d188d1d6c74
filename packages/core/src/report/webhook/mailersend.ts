// MailerSend webhooks; developers.mailersend.com/api/v1/webhooks.html.

import type { EventKind } from '../types.ts'
import { NOTHING, readEvents } from './decoder.ts'
import type { VendorEvent } from './item.ts'
import { readJson } from './json.ts'
import { readMoment } from './moment.ts'
import type { WebhookBody, WebhookReading } from './types.ts'
import { addressOf, idOf, pick, rowOf, tagsOf, textOf } from './values.ts'

const KINDS: Readonly<Record<string, EventKind | 'quiet'>> = {
  'activity.sent': 'quiet',
  'activity.survey_opened': 'engaged',
  'activity.survey_submitted': 'engaged',
  'activity.delivered': 'delivered',
  'activity.soft_bounced': 'failed',
  'activity.hard_bounced': 'failed',
  'activity.deferred': 'delayed',
  'activity.spam_complaint': 'complaint',
  'activity.unsubscribed': 'unsubscribe',
  'activity.opened': 'engaged',
  'activity.opened_unique': 'engaged',
  'activity.clicked': 'engaged',
  'activity.clicked_unique': 'engaged',
}

const CLASS_CODES: Readonly<Record<string, string>> = {
  'activity.hard_bounced': '5.0.0', 'activity.soft_bounced': '4.0.0',
}

/** Notices about domains, lists and senders. */
const OTHERS = /^(?:sender_identity|maintenance|inbound_forward|email_single|bulk_email)\./

export function decodeMailerSend(body: WebhookBody): WebhookReading {
  const problems: string[] = []
  const value = readJson(body.bytes, problems)
  if (textOf(pick(value, 'type')) === 'webhook.test') {
    return { items: [], problems, handshake: { kind: 'ping' } }
  }
  return readEvents('mailersend', value, readEvent, { body, problems })
}

function readEvent(event: unknown): readonly VendorEvent[] | 'unknown' {
  const name = textOf(pick(event, 'type'))
  if (name !== undefined && OTHERS.test(name)) return NOTHING
  const kind = rowOf(KINDS, name)
  if (kind === undefined) return 'unknown'
  if (kind === 'quiet') return NOTHING
  const data = pick(event, 'data')
  const email = pick(data, 'email')
  const reason = textOf(pick(data, 'morph', 'reason'))
  const isBounce = kind === 'failed'
  return [{
    kind,
    recipient: addressOf(pick(email, 'recipient', 'email')),
    reply: isBounce || kind === 'delayed' ? reason : undefined,
    prose: textOf(pick(data, 'morph', 'readable_reason')),
    classCode: rowOf(CLASS_CODES, name),
    verdict: {
      type: textOf(pick(data, 'type')) ?? name,
      subType: isBounce ? undefined : reason,
      hard: isBounce ? name === 'activity.hard_bounced' : undefined,
    },
    date: readMoment(pick(data, 'created_at')) ?? readMoment(pick(event, 'created_at')),
    eventId: idOf(pick(data, 'id')),
    vendorMessageId: idOf(pick(email, 'message', 'id')),
    from: textOf(pick(email, 'from')),
    subject: textOf(pick(email, 'subject')),
    tags: tagsOf(pick(email, 'tags')),
    subaccount: idOf(pick(event, 'domain_id')),
  }]
}
