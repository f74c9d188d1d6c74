// The shape in which listmonk takes bounces (listmonk.app/docs/bounces), so that what posts there
// can post here unchanged: `{ email, source, type: hard | soft | complaint, campaign_uuid, meta }`.

import type { EventKind } from '../types.ts'
import { jsonDecoder } from './decoder.ts'
import type { VendorEvent } from './item.ts'
import { readMoment } from './moment.ts'
import type { WebhookDecoder } from './types.ts'
import { addressOf, idOf, isObject, metadataOf, numberOf, pick, rowOf, textOf } from './values.ts'

const KINDS: Readonly<Record<string, readonly [EventKind, string?]>> = {
  hard: ['failed', '5.0.0'],
  soft: ['failed', '4.0.0'],
  complaint: ['complaint'],
  unsubscribe: ['unsubscribe'],
  delivered: ['delivered'],
}

/** Names under which senders put the words of the server. */
const REPLY_NAMES = ['diagnostic', 'reply', 'response', 'message', 'reason', 'error'] as const

export const decodeGeneric: WebhookDecoder = /* @__PURE__ */ jsonDecoder('generic', readEvent)

function readEvent(event: unknown): readonly VendorEvent[] | 'unknown' {
  const type = textOf(pick(event, 'type'))?.toLowerCase()
  const row = rowOf(KINDS, type)
  if (row === undefined) return 'unknown'
  const meta = readMeta(pick(event, 'meta'))
  const reply = REPLY_NAMES.map((name) => textOf(pick(meta, name)) ?? textOf(pick(event, name)))
    .find((text) => text !== undefined)
  const subscriber = idOf(pick(event, 'subscriber_uuid'))
  return [{
    kind: row[0],
    recipient: addressOf(pick(event, 'email')),
    reply,
    replyCode: numberOf(pick(meta, 'replyCode')) ?? numberOf(pick(meta, 'code')),
    enhancedCode: textOf(pick(meta, 'status')) ?? textOf(pick(meta, 'enhancedCode')),
    classCode: row[1],
    verdict: { type, hard: row[0] === 'failed' ? type === 'hard' : undefined },
    date: readMoment(pick(event, 'created_at')) ?? readMoment(pick(meta, 'date')),
    eventId: idOf(pick(event, 'id')),
    messageId: idOf(pick(meta, 'messageId')) ?? idOf(pick(meta, 'message_id')),
    campaign: idOf(pick(event, 'campaign_uuid')),
    metadata: metadataOf({
      ...(subscriber === undefined ? {} : { subscriber_uuid: subscriber }),
      source: pick(event, 'source'),
    }),
  }]
}

/** An object, or its text: listmonk's own field is a text. */
function readMeta(value: unknown): unknown {
  if (isObject(value)) return value
  const text = textOf(value)
  return text === undefined ? undefined : { diagnostic: text.startsWith('{') ? undefined : text }
}
