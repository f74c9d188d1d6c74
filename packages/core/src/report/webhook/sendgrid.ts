// Twilio SendGrid Event Webhook: a list of events, unique arguments flattened among their fields;
// twilio.com/docs/sendgrid/for-developers/tracking-events/event.

import type { EventKind } from '../types.ts'
import { jsonDecoder, NOTHING } from './decoder.ts'
import type { VendorEvent } from './item.ts'
import { readMoment } from './moment.ts'
import type { WebhookDecoder } from './types.ts'
import { addressOf, idOf, metadataOf, pick, rowOf, tagsOf, textOf } from './values.ts'

const KINDS: Readonly<Record<string, EventKind | 'quiet'>> = {
  processed: 'quiet',
  account_status_change: 'quiet',
  group_resubscribe: 'quiet',
  deferred: 'delayed',
  delivered: 'delivered',
  bounce: 'failed',
  dropped: 'echo',
  spamreport: 'complaint',
  unsubscribe: 'unsubscribe',
  group_unsubscribe: 'unsubscribe',
  open: 'engaged',
  click: 'engaged',
}

/** bounce_classification where the event has no reason. */
const CLASS_CODES: Readonly<Record<string, string>> = {
  'Invalid Address': '5.1.1',
  'Mailbox Unavailable': '4.2.0',
  Content: '5.6.0',
  'Frequency or Volume Too High': '4.7.28',
  Reputation: '5.7.1',
  'Technical Failure': '4.3.0',
}

/** Fields of the vendor; all others are unique arguments of the sender. */
const OWN_FIELDS: ReadonlySet<string> = new Set([
  'email', 'timestamp', 'smtp-id', 'event', 'type', 'category', 'sg_event_id', 'sg_message_id',
  'reason', 'response', 'status', 'bounce_classification', 'tls', 'ip', 'attempt', 'useragent',
  'url', 'url_offset', 'asm_group_id', 'cert_err', 'pool', 'sg_content_type', 'sg_machine_open',
  'sg_template_id', 'sg_template_name', 'marketing_campaign_id', 'marketing_campaign_name',
  'marketing_campaign_version', 'marketing_campaign_split_id', 'singlesend_id', 'singlesend_name',
  'outbound_ip', 'post_type', 'newsletter', 'send_at', 'domain', 'from',
])

export const decodeSendGrid: WebhookDecoder = /* @__PURE__ */ jsonDecoder('sendgrid', readEvent)

function readEvent(event: unknown): readonly VendorEvent[] | 'unknown' {
  const name = textOf(pick(event, 'event'))
  const kind = rowOf(KINDS, name)
  if (kind === undefined) return 'unknown'
  // An image that a machine fetches ahead of time says nothing about a person.
  if (kind === 'quiet' || pick(event, 'sg_machine_open') === true) return NOTHING
  const type = textOf(pick(event, 'type'))
  const group = idOf(pick(event, 'bounce_classification'))
  const messageId = idOf(pick(event, 'sg_message_id'))
  return [{
    ...readWords(event, name, kind),
    recipient: addressOf(pick(event, 'email')),
    enhancedCode: textOf(pick(event, 'status')),
    classCode: rowOf(CLASS_CODES, group),
    verdict: {
      // A unique argument of this name may stand in its place.
      type: type === 'bounce' || type === 'blocked' ? type : undefined,
      class: group,
      hard: type === 'bounce' ? true : type === 'blocked' ? false : undefined,
    },
    date: readMoment(pick(event, 'timestamp')),
    eventId: idOf(pick(event, 'sg_event_id')),
    vendorMessageId: messageId?.split(/\.(?:filter|recv)/, 1)[0],
    messageId: idOf(pick(event, 'smtp-id')),
    campaign: idOf(pick(event, 'marketing_campaign_name'))
      ?? idOf(pick(event, 'marketing_campaign_id')) ?? idOf(pick(event, 'singlesend_id')),
    tags: tagsOf(pick(event, 'category')),
    metadata: metadataOf(event, (field) => !OWN_FIELDS.has(field)),
  }]
}

/** What was dropped for what the message says was never a matter of the address. */
function readWords(
  event: unknown, name: string | undefined, kind: EventKind,
): VendorEvent {
  const reason = textOf(pick(event, 'reason'))
  if (name !== 'dropped') return { kind, reply: reason ?? textOf(pick(event, 'response')) }
  const isContent = reason?.toLowerCase().includes('spam content') === true
  return { kind: isContent ? 'failed' : 'echo', prose: reason }
}
