// KumoMTA log hook: its log record as JSON, one or a list;
// docs.kumomta.com/reference/log_record and crates/kumo-log-types.

import { kindOfFeedback } from '../arf/fields.ts'
import type { EventKind } from '../types.ts'
import { jsonDecoder, NOTHING } from './decoder.ts'
import { joinId, soleRecipient, type VendorEvent } from './item.ts'
import { readMoment } from './moment.ts'
import type { WebhookDecoder } from './types.ts'
import {
  addressesOf, addressOf, idOf, metadataOf, numberOf, pick, rowOf, textOf,
} from './values.ts'

const KINDS: Readonly<Record<string, EventKind | 'quiet'>> = {
  Reception: 'quiet',
  Rejection: 'quiet',
  Delayed: 'quiet',
  AdminRebind: 'quiet',
  DeferredInjectionRebind: 'quiet',
  XferOut: 'quiet',
  XferIn: 'quiet',
  Delivery: 'delivered',
  Bounce: 'failed',
  OOB: 'failed',
  Expiration: 'failed',
  TransientFailure: 'delayed',
  // An operator emptied the queue: nothing is said of the address.
  AdminBounce: 'echo',
  Feedback: 'complaint',
}

/** Where a policy script may have written whom a message went to. */
const RECIPIENT_NAMES = ['recipient', 'orig_recipient', 'original_recipient', 'rcpt'] as const

export const decodeKumoMta: WebhookDecoder = /* @__PURE__ */ jsonDecoder('kumomta', readEvent)

function readEvent(event: unknown): readonly VendorEvent[] | 'unknown' {
  const name = textOf(pick(event, 'type'))
  const kind = rowOf(KINDS, name)
  if (kind === undefined) return 'unknown'
  if (kind === 'quiet') return NOTHING
  const shared = readShared(event, name as string)
  if (name === 'Feedback') return readFeedback(event, shared)
  const response = pick(event, 'response')
  const facts: VendorEvent = {
    ...shared,
    kind,
    reply: textOf(pick(response, 'content')),
    replyCode: numberOf(pick(response, 'code')),
    enhancedCode: enhancedOf(pick(response, 'enhanced_code')),
    command: textOf(pick(response, 'command')),
    verdict: { type: name, class: idOf(pick(event, 'bounce_classification')) },
  }
  const addresses = addressesOf(pick(event, 'recipient'))
  if (name === 'OOB') return [{ ...facts, ...readReturned(event, addresses[0], shared) }]
  return addresses.map((recipient) => ({ ...facts, recipient }))
}

/** The recipient of a report of non-delivery is our own return path, not who failed. */
function readReturned(
  event: unknown, returnPath: string | undefined, shared: Partial<VendorEvent>,
): Partial<VendorEvent> {
  const recipient = RECIPIENT_NAMES.map((name) => addressOf(pick(event, 'meta', name)))
    .find((address) => address !== undefined)
  if (returnPath === undefined) return { recipient }
  return { recipient, metadata: { ...shared.metadata, returnPath } }
}

function readFeedback(event: unknown, shared: Partial<VendorEvent>): readonly VendorEvent[] {
  const feedback = pick(event, 'feedback_report')
  const feedbackType = idOf(pick(feedback, 'feedback_type')) ?? 'abuse'
  return [{
    ...shared,
    ...soleRecipient(addressesOf(pick(feedback, 'original_rcpt_to'))),
    kind: kindOfFeedback({ feedbackType: feedbackType.toLowerCase() }),
    feedbackType,
    verdict: { type: 'Feedback', subType: feedbackType },
  }]
}

function readShared(event: unknown, name: string): Partial<VendorEvent> {
  const id = idOf(pick(event, 'id'))
  const time = idOf(pick(event, 'event_time')) ?? idOf(pick(event, 'timestamp'))
  const [campaign, tenant] = readQueue(idOf(pick(event, 'queue')))
  const address = pick(event, 'peer_address')
  const peer = idOf(pick(address, 'name')) ?? idOf(pick(address, 'addr'))
  return {
    date: readMoment(time),
    eventId: id === undefined ? undefined : joinId(id, name, time),
    vendorMessageId: id,
    remoteMta: peer?.replace(/\.$/, ''),
    messageId: idOf(pick(event, 'headers', 'Message-ID'))
      ?? idOf(pick(event, 'headers', 'Message-Id')),
    from: textOf(pick(event, 'sender')),
    subject: textOf(pick(event, 'headers', 'Subject')),
    campaign: idOf(pick(event, 'meta', 'campaign')) ?? campaign,
    subaccount: idOf(pick(event, 'meta', 'tenant')) ?? tenant,
    metadata: metadataOf(pick(event, 'meta')),
  }
}

/** `campaign:tenant@domain`, where campaign and tenant may be absent. */
function readQueue(queue: string | undefined): readonly [string | undefined, string | undefined] {
  const at = queue?.indexOf('@') ?? -1
  if (queue === undefined || at < 0) return [undefined, undefined]
  const names = queue.slice(0, at)
  const colon = names.indexOf(':')
  return colon < 0 ? [undefined, names] : [names.slice(0, colon), names.slice(colon + 1)]
}

function enhancedOf(value: unknown): string | undefined {
  const parts = ['class', 'subject', 'detail'].map((name) => numberOf(pick(value, name)))
  return parts.includes(undefined) ? undefined : parts.join('.')
}
