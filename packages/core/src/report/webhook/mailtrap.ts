// Mailtrap Email Sending webhooks: `{ events: [ … ] }`;
// docs.mailtrap.io/email-api-smtp/advanced/webhooks.

import type { EventKind } from '../types.ts'
import { readEvents } from './decoder.ts'
import { joinId, type VendorEvent } from './item.ts'
import { readJson } from './json.ts'
import { readMoment } from './moment.ts'
import type { WebhookBody, WebhookReading } from './types.ts'
import { addressOf, idOf, metadataOf, numberOf, pick, rowOf, tagsOf, textOf } from './values.ts'

const KINDS: Readonly<Record<string, EventKind>> = {
  delivery: 'delivered',
  open: 'engaged',
  click: 'engaged',
  bounce: 'failed',
  'soft bounce': 'delayed',
  suspension: 'echo',
  reject: 'echo',
  spam: 'complaint',
  unsubscribe: 'unsubscribe',
}

export function decodeMailtrap(body: WebhookBody): WebhookReading {
  const problems: string[] = []
  const value = readJson(body.bytes, problems)
  const events = pick(value, 'events')
  if (Array.isArray(events) && events.length === 0) {
    return { items: [], problems, handshake: { kind: 'ping' } }
  }
  return readEvents('mailtrap', events ?? value, readEvent, { body, problems })
}

function readEvent(event: unknown): readonly VendorEvent[] | 'unknown' {
  const name = textOf(pick(event, 'event'))?.replaceAll('_', ' ')
  const kind = rowOf(KINDS, name)
  if (kind === undefined) return 'unknown'
  const messageId = idOf(pick(event, 'message_id'))
  const date = readMoment(pick(event, 'timestamp'))
  return [{
    kind,
    recipient: addressOf(pick(event, 'email')),
    reply: textOf(pick(event, 'response')),
    replyCode: numberOf(pick(event, 'response_code')),
    prose: textOf(pick(event, 'reason')),
    verdict: {
      type: name,
      class: idOf(pick(event, 'bounce_category')),
      hard: name === 'bounce' ? true : name === 'soft bounce' ? false : undefined,
    },
    date,
    eventId: idOf(pick(event, 'event_id')) ?? joinId(messageId, name, date),
    vendorMessageId: messageId,
    tags: tagsOf(pick(event, 'category')),
    metadata: metadataOf(pick(event, 'custom_variables')),
  }]
}
