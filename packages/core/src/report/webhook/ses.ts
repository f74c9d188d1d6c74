// Amazon SES, wrapped by SNS or bare: feedback notifications (notificationType) and event
// publishing (eventType); docs.aws.amazon.com/ses/latest/dg/notification-contents.html and
// event-publishing-retrieving-sns-contents.html.

import { readTypedValue } from '../addresses.ts'
import { kindOfFeedback } from '../arf/fields.ts'
import type { EventKind } from '../types.ts'
import { NOTHING, readEvents } from './decoder.ts'
import { joinId, soleRecipient, type VendorEvent } from './item.ts'
import { readJson, readJsonText } from './json.ts'
import { readMoment } from './moment.ts'
import { SES_CLASS_CODES, SES_DELAY_CODES, SES_ECHOES, SES_HARD } from './ses-classes.ts'
import type { WebhookBody, WebhookReading } from './types.ts'
import { addressesOf, addressOf, idOf, listOf, metadataOf, pick, rowOf, textOf } from './values.ts'

const QUIET: ReadonlySet<string> = new Set([
  'Send', 'Rendering Failure', 'RenderingFailure', 'AmazonSnsSubscriptionSucceeded',
])

/** The one text that event publishing sends when it is set up. */
const GREETING = 'Successfully validated SNS topic'

export function decodeSes(body: WebhookBody): WebhookReading {
  const problems: string[] = []
  const outer = readJson(body.bytes, problems)
  const type = textOf(pick(outer, 'Type'))
  const topicArn = idOf(pick(outer, 'TopicArn'))
  if (type === undefined || topicArn === undefined) {
    return readEvents('ses', outer, readSesEvent, { body, problems })
  }
  // To the letter: who follows it has to see all that is odd about it.
  const subscribeUrl = pick(outer, 'SubscribeURL')
  if (type === 'SubscriptionConfirmation' && typeof subscribeUrl === 'string') {
    return {
      items: [], problems, handshake: { kind: 'sns-subscription', topicArn, subscribeUrl },
    }
  }
  // The message is a text of its own length: what is capped for people is not capped here.
  const message = pick(outer, 'Message')
  if (type !== 'Notification' || typeof message !== 'string') return { items: [], problems }
  if (message.trimStart().startsWith(GREETING)) {
    return { items: [], problems, handshake: { kind: 'ping' } }
  }
  const inner = readJsonText(message, problems)
  return readEvents('ses', inner, readSesEvent, { body, problems })
}

function readSesEvent(event: unknown): readonly VendorEvent[] | 'unknown' {
  const type = textOf(pick(event, 'eventType')) ?? textOf(pick(event, 'notificationType'))
  const shared = readMail(event, type)
  switch (type) {
    case 'Bounce': return readBounce(pick(event, 'bounce'), shared)
    case 'Complaint': return readComplaint(pick(event, 'complaint'), shared)
    case 'DeliveryDelay': return readDelay(pick(event, 'deliveryDelay'), shared)
    case 'Delivery': return readDelivery(pick(event, 'delivery'), shared)
    case 'Open': return readEngaged(event, 'open', 'engaged', shared)
    case 'Click': return readEngaged(event, 'click', 'engaged', shared)
    case 'Subscription': return readSubscription(event, shared)
    case 'Reject': return readRejection(event, shared)
    default: return type !== undefined && QUIET.has(type) ? NOTHING : 'unknown'
  }
}

function readBounce(bounce: unknown, shared: Partial<VendorEvent>): readonly VendorEvent[] {
  const type = idOf(pick(bounce, 'bounceType'))
  const subType = idOf(pick(bounce, 'bounceSubType'))
  return listOf(pick(bounce, 'bouncedRecipients')).map((recipient) => ({
    ...shared,
    ...readRecipient(recipient),
    kind: kindOfBounce(`${type}/${subType}`, subType, recipient),
    classCode: rowOf(SES_CLASS_CODES, `${type}/${subType}`),
    verdict: { type, subType, hard: rowOf(SES_HARD, type) },
    date: readMoment(pick(bounce, 'timestamp')),
    eventId: idOf(pick(bounce, 'feedbackId')) ?? shared.eventId,
    reportingMta: hostOf(pick(bounce, 'reportingMTA')),
    remoteMta: idOf(pick(bounce, 'remoteMtaIp')),
  }))
}

// General transient bounces without anything that a report of non-delivery has are answers of
// people who are away: the simulator's ooto@ gives one.
function kindOfBounce(name: string, subType: string | undefined, recipient: unknown): EventKind {
  if (subType !== undefined && SES_ECHOES.has(subType)) return 'echo'
  const hasReport = ['status', 'action', 'diagnosticCode'].some((key) =>
    textOf(pick(recipient, key)) !== undefined)
  return name === 'Transient/General' && !hasReport ? 'auto-reply' : 'failed'
}

function readRecipient(recipient: unknown): Partial<VendorEvent> {
  return {
    recipient: addressOf(pick(recipient, 'emailAddress')),
    reply: textOf(pick(recipient, 'diagnosticCode')),
    enhancedCode: textOf(pick(recipient, 'status')),
  }
}

// A redacted report makes SES list everybody at the domain who got the mail: none of them is sure.
function readComplaint(complaint: unknown, shared: Partial<VendorEvent>): readonly VendorEvent[] {
  const subType = idOf(pick(complaint, 'complaintSubType'))
  const possible = addressesOf(pick(complaint, 'complainedRecipients'), 'emailAddress')
  const feedbackType = idOf(pick(complaint, 'complaintFeedbackType'))
  const kind = subType !== undefined && SES_ECHOES.has(subType)
    ? 'echo' : kindOfFeedback({ feedbackType: feedbackType ?? 'abuse' })
  return [{
    ...shared,
    ...soleRecipient(possible),
    kind,
    feedbackType,
    verdict: { type: 'Complaint', subType },
    date: readMoment(pick(complaint, 'timestamp')) ?? readMoment(pick(complaint, 'arrivalDate')),
    eventId: idOf(pick(complaint, 'feedbackId')) ?? shared.eventId,
  }]
}

function readDelay(delay: unknown, shared: Partial<VendorEvent>): readonly VendorEvent[] {
  const subType = idOf(pick(delay, 'delayType'))
  const date = readMoment(pick(delay, 'timestamp'))
  return listOf(pick(delay, 'delayedRecipients')).map((recipient) => ({
    ...shared,
    ...readRecipient(recipient),
    kind: 'delayed',
    classCode: rowOf(SES_DELAY_CODES, subType),
    verdict: { type: 'DeliveryDelay', subType },
    date,
    eventId: joinId(shared.eventId, date),
    willRetryUntil: readMoment(pick(delay, 'expirationTime')),
    reportingMta: hostOf(pick(delay, 'reportingMTA')),
  }))
}

function readDelivery(delivery: unknown, shared: Partial<VendorEvent>): readonly VendorEvent[] {
  const date = readMoment(pick(delivery, 'timestamp'))
  return addressesOf(pick(delivery, 'recipients')).map((recipient) => ({
    ...shared,
    kind: 'delivered',
    recipient,
    reply: textOf(pick(delivery, 'smtpResponse')),
    date,
    reportingMta: hostOf(pick(delivery, 'reportingMTA')),
    remoteMta: idOf(pick(delivery, 'remoteMtaIp')),
  }))
}

/** Opens and clicks name nobody: only a message to one person tells who it was. */
function readEngaged(
  event: unknown, name: string, kind: EventKind, shared: Partial<VendorEvent>,
): readonly VendorEvent[] {
  const date = readMoment(pick(event, name, 'timestamp'))
  const sole = soleRecipient(addressesOf(pick(event, 'mail', 'destination')))
  return [{ ...shared, ...sole, kind, date, eventId: joinId(shared.eventId, date) }]
}

/** Whoever leaves a topic or comes back has not left the list. */
function readSubscription(event: unknown, shared: Partial<VendorEvent>): readonly VendorEvent[] {
  const hasLeft = pick(event, 'subscription', 'newTopicPreferences', 'unsubscribeAll') === true
  return hasLeft ? readEngaged(event, 'subscription', 'unsubscribe', shared) : NOTHING
}

/** SES found a virus and sent nothing. */
function readRejection(event: unknown, shared: Partial<VendorEvent>): readonly VendorEvent[] {
  const reason = textOf(pick(event, 'reject', 'reason'))
  return addressesOf(pick(event, 'mail', 'destination')).map((recipient) => ({
    ...shared,
    kind: 'failed',
    recipient,
    prose: reason === 'Bad content' ? 'Message rejected: a virus was found' : reason,
    verdict: { type: 'Reject', subType: reason },
    date: readMoment(pick(event, 'mail', 'timestamp')),
  }))
}

function readMail(event: unknown, type: string | undefined): Partial<VendorEvent> {
  const mail = pick(event, 'mail')
  const header = listOf(pick(mail, 'headers')).find((one) =>
    textOf(pick(one, 'name'))?.toLowerCase() === 'message-id')
  const vendorMessageId = idOf(pick(mail, 'messageId'))
  const tags = metadataOf(firstValues(pick(mail, 'tags')))
  return {
    vendorMessageId,
    eventId: joinId(vendorMessageId, type),
    messageId: idOf(pick(mail, 'commonHeaders', 'messageId')) ?? idOf(pick(header, 'value')),
    subject: textOf(pick(mail, 'commonHeaders', 'subject')),
    from: textOf(pick(mail, 'source')),
    metadata: tags,
    campaign: tags?.['campaign'],
  }
}

/** Each tag has a list of values. */
function firstValues(tags: unknown): Record<string, unknown> {
  const names = Object.keys(typeof tags === 'object' && tags !== null ? tags : {}).slice(0, 100)
  return Object.fromEntries(names.map((name) => [name, listOf(pick(tags, name))[0]]))
}

/** `dns; host`, `dsn; host` or the host alone. */
function hostOf(value: unknown): string | undefined {
  const text = idOf(value)
  return text === undefined ? undefined : readTypedValue(text).text
}
