// Brevo (once Sendinblue) webhooks, transactional and marketing; developers.brevo.com/docs/
// transactional-webhooks. `date` is local time of Paris: only the epochs are read.

import type { EventKind } from '../types.ts'
import { jsonDecoder, NOTHING } from './decoder.ts'
import { joinId, type VendorEvent } from './item.ts'
import { readMoment } from './moment.ts'
import type { WebhookDecoder } from './types.ts'
import { addressOf, idOf, pick, rowOf, tagsOf, textOf } from './values.ts'

const KINDS: Readonly<Record<string, EventKind | 'quiet'>> = {
  request: 'quiet',
  sent: 'quiet',
  list_addition: 'quiet',
  contact_updated: 'quiet',
  contact_deleted: 'quiet',
  // Fetched by a proxy of the mailbox operator, whether a person looks or not.
  proxy_open: 'quiet',
  unique_proxy_open: 'quiet',
  delivered: 'delivered',
  hard_bounce: 'failed',
  soft_bounce: 'failed',
  invalid_email: 'failed',
  error: 'failed',
  blocked: 'echo',
  deferred: 'delayed',
  spam: 'complaint',
  complaint: 'complaint',
  unsubscribed: 'unsubscribe',
  unsubscribe: 'unsubscribe',
  opened: 'engaged',
  unique_opened: 'engaged',
  click: 'engaged',
}

const CLASS_CODES: Readonly<Record<string, string>> = {
  hard_bounce: '5.0.0', soft_bounce: '4.0.0', invalid_email: '5.1.3',
}

/** What Brevo puts before the words of the server. */
const LEAD = /^(?:recipient|sender|system|policy|connection)error\s?:\s{0,3}/i

export const decodeBrevo: WebhookDecoder = /* @__PURE__ */ jsonDecoder('brevo', readEvent)

function readEvent(event: unknown): readonly VendorEvent[] | 'unknown' {
  const name = textOf(pick(event, 'event'))?.toLowerCase()
  const kind = rowOf(KINDS, name)
  if (kind === undefined) return 'unknown'
  if (kind === 'quiet') return NOTHING
  const messageId = idOf(pick(event, 'message-id'))
  const written = ['ts_epoch', 'ts_event', 'ts'].map((key) => idOf(pick(event, key)))
    .find((time) => time !== undefined)
  const campaign = idOf(pick(event, 'camp_id'))
  return [{
    kind,
    recipient: addressOf(pick(event, 'email')),
    reply: textOf(textOf(pick(event, 'reason'))?.replace(LEAD, '')),
    classCode: rowOf(CLASS_CODES, name),
    verdict: {
      type: name,
      hard: name === 'hard_bounce' ? true : name === 'soft_bounce' ? false : undefined,
    },
    date: readMoment(written),
    // `id` is the id of the hook, not of the event.
    eventId: messageId === undefined && written === undefined
      ? undefined : joinId(messageId ?? campaign, name, written),
    messageId,
    subject: textOf(pick(event, 'subject')),
    campaign: idOf(pick(event, 'campaign name')) ?? campaign,
    tags: tagsOf(pick(event, 'tags')) ?? tagsOf(pick(event, 'tag')),
    metadata: customOf(pick(event, 'X-Mailin-custom')),
  }]
}

function customOf(value: unknown): Record<string, string> | undefined {
  const text = textOf(value)
  return text === undefined ? undefined : { 'X-Mailin-custom': text.slice(0, 500) }
}
