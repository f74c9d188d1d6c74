// Postmark webhooks: Bounce, SpamComplaint, Delivery, SubscriptionChange, Open, Click;
// postmarkapp.com/developer/webhooks/webhooks-overview and /developer/api/bounce-api#bounce-types.

import type { EventKind } from '../types.ts'
import { jsonDecoder, NOTHING } from './decoder.ts'
import { joinId, type VendorEvent } from './item.ts'
import { readMoment } from './moment.ts'
import type { WebhookDecoder } from './types.ts'
import { addressOf, flagOf, idOf, metadataOf, pick, rowOf, tagsOf, textOf } from './values.ts'

/** Type → kind, and the code it stands for where the event has no words of the server. */
const TYPES: Readonly<Record<string, readonly [EventKind | 'quiet', string?]>> = {
  HardBounce: ['failed', '5.0.0'],
  SoftBounce: ['failed', '4.0.0'],
  Transient: ['delayed', '4.4.0'],
  DnsError: ['failed', '4.4.3'],
  BadEmailAddress: ['failed', '5.1.3'],
  AddressChange: ['failed', '5.1.6'],
  Blocked: ['failed', '5.7.1'],
  SpamNotification: ['failed', '5.7.1'],
  VirusNotification: ['failed', '5.7.0'],
  DMARCPolicy: ['failed', '5.7.26'],
  TemplateRenderingFailed: ['failed', '5.6.0'],
  Unknown: ['failed'],
  AutoResponder: ['auto-reply'],
  ChallengeVerification: ['challenge'],
  SpamComplaint: ['complaint'],
  Unsubscribe: ['unsubscribe'],
  ManuallyDeactivated: ['echo'],
  SMTPApiError: ['echo'],
  Subscribe: ['quiet'],
  OpenRelayTest: ['quiet'],
  Unconfirmed: ['quiet'],
  InboundError: ['quiet'],
}

const TIMES = ['BouncedAt', 'DeliveredAt', 'ReceivedAt', 'ChangedAt'] as const

export const decodePostmark: WebhookDecoder = /* @__PURE__ */ jsonDecoder('postmark', readEvent)

function readEvent(event: unknown): readonly VendorEvent[] | 'unknown' {
  const record = textOf(pick(event, 'RecordType'))
  const shared = readShared(event, record)
  switch (record) {
    case 'Bounce': return readBounce(event, shared)
    case 'SpamComplaint': return [{ ...shared, kind: 'complaint', feedbackType: 'abuse' }]
    case 'Delivery':
      return [{ ...shared, kind: 'delivered', reply: textOf(pick(event, 'Details')) }]
    case 'SubscriptionChange': return readChange(event, shared)
    case 'Open': case 'Click': return [{ ...shared, kind: 'engaged' }]
    default: return 'unknown'
  }
}

function readBounce(event: unknown, shared: Partial<VendorEvent>): readonly VendorEvent[] {
  const type = idOf(pick(event, 'Type'))
  const [kind, classCode] = rowOf(TYPES, type) ?? ['failed']
  if (kind === 'quiet') return NOTHING
  return [{
    ...shared,
    kind,
    classCode,
    reply: textOf(pick(event, 'Details')),
    verdict: {
      type,
      class: idOf(pick(event, 'TypeCode')),
      hard: flagOf(pick(event, 'Inactive')),
    },
  }]
}

/** Only what the recipient did himself is new: bounces and complaints had events of their own. */
function readChange(event: unknown, shared: Partial<VendorEvent>): readonly VendorEvent[] {
  if (flagOf(pick(event, 'SuppressSending')) !== true) return NOTHING
  const reason = idOf(pick(event, 'SuppressionReason'))
  const isOwnWish = reason === 'ManualSuppression'
    && textOf(pick(event, 'Origin')) === 'Recipient'
  return [{
    ...shared,
    kind: isOwnWish ? 'unsubscribe' : 'echo',
    verdict: { type: 'SubscriptionChange', subType: reason },
  }]
}

function readShared(event: unknown, record: string | undefined): Partial<VendorEvent> {
  const written = TIMES.map((name) => textOf(pick(event, name))).find((time) => time !== undefined)
  const vendorMessageId = idOf(pick(event, 'MessageID'))
  return {
    recipient: addressOf(pick(event, 'Email')) ?? addressOf(pick(event, 'Recipient')),
    date: readMoment(written),
    eventId: idOf(pick(event, 'ID')) ?? joinId(vendorMessageId, record, written),
    vendorMessageId,
    from: textOf(pick(event, 'From')),
    subject: textOf(pick(event, 'Subject')),
    campaign: idOf(pick(event, 'MessageStream')),
    tags: tagsOf(pick(event, 'Tag')),
    metadata: metadataOf(pick(event, 'Metadata')),
    subaccount: idOf(pick(event, 'ServerID')),
  }
}
