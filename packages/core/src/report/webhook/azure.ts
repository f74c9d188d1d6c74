// Azure Communication Services Email through Event Grid, in its own schema or as CloudEvents;
// learn.microsoft.com/azure/event-grid/communication-services-email-events.

import type { EventKind } from '../types.ts'
import { NOTHING, readEvents } from './decoder.ts'
import type { VendorEvent } from './item.ts'
import { readJson } from './json.ts'
import { readMoment } from './moment.ts'
import type { WebhookBody, WebhookReading } from './types.ts'
import { addressOf, idOf, oneOrMore, pick, rowOf, textOf } from './values.ts'

const VALIDATION = 'Microsoft.EventGrid.SubscriptionValidationEvent'
const DELIVERY = 'Microsoft.Communication.EmailDeliveryReportReceived'
const ENGAGEMENT = 'Microsoft.Communication.EmailEngagementTrackingReportReceived'

/** Status → kind, and the code it stands for where the report has no message. */
const STATUSES: Readonly<Record<string, readonly [EventKind, string?]>> = {
  Delivered: ['delivered'],
  Expanded: ['expanded'],
  Bounced: ['failed', '5.0.0'],
  Failed: ['failed', '4.0.0'],
  FilteredSpam: ['failed', '5.7.1'],
  Quarantined: ['failed', '5.7.1'],
  Suppressed: ['echo'],
}

export function decodeAzure(body: WebhookBody): WebhookReading {
  const problems: string[] = []
  const value = readJson(body.bytes, problems)
  const first = oneOrMore(value)[0]
  const validationCode = textOf(pick(first, 'data', 'validationCode'))
  if (textOf(pick(first, 'eventType')) === VALIDATION && validationCode !== undefined) {
    return { items: [], problems, handshake: { kind: 'azure-validation', validationCode } }
  }
  return readEvents('azure', value, readEvent, { body, problems })
}

function readEvent(event: unknown): readonly VendorEvent[] | 'unknown' {
  const type = textOf(pick(event, 'eventType')) ?? textOf(pick(event, 'type'))
  const data = pick(event, 'data')
  const shared: Partial<VendorEvent> = {
    recipient: addressOf(pick(data, 'recipient')),
    eventId: idOf(pick(event, 'id')),
    vendorMessageId: idOf(pick(data, 'messageId')),
    messageId: idOf(pick(data, 'internetMessageId')),
    from: textOf(pick(data, 'sender')),
  }
  const time = readMoment(pick(event, 'eventTime')) ?? readMoment(pick(event, 'time'))
  if (type === ENGAGEMENT) {
    const date = readMoment(pick(data, 'userActionTimeStamp')) ?? time
    return [{ ...shared, kind: 'engaged', date }]
  }
  if (type !== DELIVERY) {
    return type?.startsWith('Microsoft.Communication.') === true ? NOTHING : 'unknown'
  }
  const status = idOf(pick(data, 'status'))
  const row = rowOf(STATUSES, status)
  if (row === undefined) return 'unknown'
  return [{
    ...shared,
    kind: row[0],
    reply: textOf(pick(data, 'deliveryStatusDetails', 'statusMessage')),
    classCode: row[1],
    remoteMta: idOf(pick(data, 'deliveryStatusDetails', 'recipientMailServerHostName')),
    verdict: { type: status },
    date: readMoment(pick(data, 'deliveryAttemptTimeStamp'))
      ?? readMoment(pick(data, 'deliveryAttemptTimestamp')) ?? time,
  }]
}
