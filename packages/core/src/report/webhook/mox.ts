// mox outgoing webhooks; pkg.go.dev/github.com/mjl-/mox/webhook#Outgoing. They name no recipient:
// FromID and Message-ID tell which message it was, and the sender knows to whom that went.

import type { EventKind } from '../types.ts'
import { jsonDecoder, NOTHING } from './decoder.ts'
import { joinId, type VendorEvent } from './item.ts'
import { readMoment } from './moment.ts'
import type { WebhookBody, WebhookDecoder } from './types.ts'
import { addressOf, flagOf, idOf, metadataOf, numberOf, pick, rowOf, textOf } from './values.ts'

const KINDS: Readonly<Record<string, EventKind | 'quiet'>> = {
  delivered: 'delivered',
  relayed: 'relayed',
  expanded: 'expanded',
  delayed: 'delayed',
  failed: 'failed',
  suppressed: 'echo',
  canceled: 'quiet',
  unrecognized: 'quiet',
}

export const decodeMox: WebhookDecoder = /* @__PURE__ */ jsonDecoder('mox', readEvent)

function readEvent(event: unknown, body: WebhookBody): readonly VendorEvent[] | 'unknown' {
  const name = textOf(pick(event, 'Event'))
  const kind = rowOf(KINDS, name)
  if (kind === undefined) return 'unknown'
  if (kind === 'quiet') return NOTHING
  const fromId = idOf(pick(event, 'FromID'))
  const queueId = idOf(pick(event, 'QueueMsgID'))
  const queued = idOf(pick(event, 'WebhookQueued'))
  const code = numberOf(pick(event, 'SMTPCode'))
  const extra = metadataOf(pick(event, 'Extra'))
  return [{
    kind,
    // A sender may have put it in the extra fields that come back with each event.
    recipient: addressOf(pick(event, 'Extra', 'recipient')),
    reply: textOf(pick(event, 'Error')),
    replyCode: code === 0 ? undefined : code,
    enhancedCode: textOf(pick(event, 'SMTPEnhancedCode')),
    verdict: {
      type: name, hard: flagOf(pick(event, 'Suppressing')),
      class: flagOf(pick(event, 'DSN')) === true ? 'dsn' : undefined,
    },
    date: readMoment(queued),
    eventId: queueId === undefined && fromId === undefined
      ? idOf(body.headers?.['x-mox-webhook-id']) : joinId(queueId, fromId, name, queued),
    vendorMessageId: queueId,
    messageId: idOf(pick(event, 'MessageID')),
    subject: textOf(pick(event, 'Subject')),
    metadata: fromId === undefined ? extra : { ...extra, fromId },
  }]
}
