// Lettermint webhooks; docs.lettermint.co/platform/webhooks.

import type { EventKind } from '../types.ts'
import { NOTHING, readEvents } from './decoder.ts'
import type { VendorEvent } from './item.ts'
import { readJson } from './json.ts'
import { readMoment } from './moment.ts'
import type { WebhookBody, WebhookReading } from './types.ts'
import { addressOf, idOf, metadataOf, numberOf, pick, rowOf, tagsOf, textOf } from './values.ts'

const KINDS: Readonly<Record<string, EventKind | 'quiet'>> = {
  'message.created': 'quiet',
  'message.sent': 'quiet',
  'message.inbound': 'quiet',
  'message.delivered': 'delivered',
  'message.hard_bounced': 'failed',
  'message.soft_bounced': 'failed',
  'message.failed': 'failed',
  'message.suppressed': 'echo',
  'message.deferred': 'delayed',
  'message.spam_complaint': 'complaint',
  'message.unsubscribed': 'unsubscribe',
  'message.opened': 'engaged',
  'message.clicked': 'engaged',
}

const CLASS_CODES: Readonly<Record<string, string>> = {
  'message.hard_bounced': '5.0.0', 'message.soft_bounced': '4.0.0',
}

export function decodeLettermint(body: WebhookBody): WebhookReading {
  const problems: string[] = []
  const value = readJson(body.bytes, problems)
  if (textOf(pick(value, 'event')) === 'webhook.test') {
    return { items: [], problems, handshake: { kind: 'ping' } }
  }
  return readEvents('lettermint', value, readEvent, { body, problems })
}

function readEvent(event: unknown): readonly VendorEvent[] | 'unknown' {
  const name = textOf(pick(event, 'event'))
  const kind = rowOf(KINDS, name)
  if (kind === undefined) return 'unknown'
  if (kind === 'quiet') return NOTHING
  const data = pick(event, 'data')
  const response = pick(data, 'response')
  return [{
    kind,
    recipient: addressOf(pick(data, 'recipient')),
    reply: textOf(pick(response, 'content')),
    replyCode: numberOf(pick(response, 'status_code')),
    enhancedCode: textOf(pick(response, 'enhanced_status_code')),
    classCode: rowOf(CLASS_CODES, name),
    verdict: {
      type: name,
      hard: name === 'message.hard_bounced' ? true
        : name === 'message.soft_bounced' ? false : undefined,
    },
    date: readMoment(pick(event, 'timestamp')) ?? readMoment(pick(event, 'created_at')),
    eventId: idOf(pick(event, 'id')),
    vendorMessageId: idOf(pick(data, 'message_id')),
    subject: textOf(pick(data, 'subject')),
    tags: tagsOf(pick(data, 'tag')),
    metadata: metadataOf(pick(data, 'metadata')),
  }]
}
