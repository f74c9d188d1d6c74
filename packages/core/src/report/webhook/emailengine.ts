// EmailEngine webhooks; learn.emailengine.app/docs/webhooks/messagebounce.

import type { EventKind } from '../types.ts'
import { jsonDecoder, NOTHING } from './decoder.ts'
import { joinId, type VendorEvent } from './item.ts'
import { readMoment } from './moment.ts'
import type { WebhookBody, WebhookDecoder } from './types.ts'
import { addressesOf, addressOf, idOf, listOf, pick, rowOf, textOf } from './values.ts'

const KINDS: Readonly<Record<string, EventKind>> = {
  messageBounce: 'failed',
  messageComplaint: 'complaint',
  messageDeliveryError: 'delayed',
  messageFailed: 'failed',
  trackOpen: 'engaged',
  trackClick: 'engaged',
  listUnsubscribe: 'unsubscribe',
}

export const decodeEmailEngine: WebhookDecoder =
  /* @__PURE__ */ jsonDecoder('emailengine', readEvent)

function readEvent(event: unknown, body: WebhookBody): readonly VendorEvent[] | 'unknown' {
  const name = textOf(pick(event, 'event'))
  const kind = rowOf(KINDS, name)
  // Mail that came in, accounts and the like: dozens of names.
  if (kind === undefined) return name === undefined ? 'unknown' : NOTHING
  const data = pick(event, 'data')
  const response = pick(data, 'response')
  const action = idOf(pick(data, 'action'))?.toLowerCase()
  const date = readMoment(pick(event, 'date'))
  const queueId = idOf(pick(data, 'queueId'))
  const bounceId = idOf(pick(data, 'bounceMessage'))
  const recipient = addressOf(pick(data, 'recipient'))
    ?? addressesOf(pick(data, 'envelope', 'to'))[0]
  return [{
    kind: kind === 'failed' && action === 'delayed' ? 'delayed' : kind,
    recipient,
    reply: textOf(pick(response, 'message')) ?? textOf(response)
      ?? textOf(pick(data, 'error', 'message')),
    enhancedCode: textOf(pick(response, 'status')),
    verdict: {
      type: action, class: idOf(pick(response, 'category')),
      subType: idOf(pick(response, 'recommendedAction')),
    },
    reportingMta: idOf(pick(data, 'mta')),
    date,
    eventId: idOf(pick(event, 'eventId')) ?? (bounceId === undefined && queueId === undefined
      ? idOf(body.headers?.['x-ee-wh-event-id']) : joinId(bounceId, queueId, name, date)),
    vendorMessageId: queueId,
    messageId: idOf(pick(data, 'messageId')),
    subject: textOf(listOf(pick(data, 'messageHeaders', 'subject'))[0]),
    subaccount: idOf(pick(event, 'account')),
  }]
}
