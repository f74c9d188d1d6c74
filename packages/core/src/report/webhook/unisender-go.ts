// Unisender Go webhooks: events of each user in lists; godocs.unisender.ru/web-api-ref#webhook and
// godocs.unisender.ru/email-statuses.

import type { EventKind } from '../types.ts'
import { NOTHING, readEvents } from './decoder.ts'
import { joinId, type VendorEvent } from './item.ts'
import { readJson } from './json.ts'
import { readMoment } from './moment.ts'
import type { WebhookBody, WebhookReading } from './types.ts'
import { addressOf, idOf, listOf, metadataOf, pick, rowOf, textOf } from './values.ts'

const KINDS: Readonly<Record<string, EventKind | 'quiet'>> = {
  sent: 'quiet',
  subscribed: 'quiet',
  delivered: 'delivered',
  opened: 'engaged',
  clicked: 'engaged',
  unsubscribed: 'unsubscribe',
  spam: 'complaint',
  soft_bounced: 'failed',
  hard_bounced: 'failed',
}

/** delivery_status → kind where it is no failure, and the code it stands for. */
const STATUSES: Readonly<Record<string, readonly [EventKind, string?]>> = {
  err_user_unknown: ['failed', '5.1.1'],
  err_user_inactive: ['failed', '5.2.1'],
  err_will_retry: ['delayed', '4.0.0'],
  err_mailbox_discarded: ['failed', '5.2.1'],
  err_mailbox_full: ['failed', '4.2.2'],
  err_spam_rejected: ['failed', '5.7.1'],
  err_blacklisted: ['failed', '5.7.1'],
  err_too_large: ['failed', '5.3.4'],
  err_unreachable: ['failed', '5.4.4'],
  err_domain_inactive: ['failed', '5.1.2'],
  err_destination_misconfigured: ['failed', '4.3.5'],
  err_delivery_failed: ['failed', '4.0.0'],
  err_lost: ['failed'],
  err_internal: ['failed'],
  // Not tried, for what is known of the address or of what it answered before.
  err_unsubscribed: ['echo'],
  err_unsub_link: ['echo'],
  err_skip_letter: ['echo'],
  err_spam_skipped: ['echo'],
  err_spam_removed: ['echo'],
  err_not_available: ['echo'],
}

export function decodeUnisenderGo(body: WebhookBody): WebhookReading {
  const problems: string[] = []
  const value = readJson(body.bytes, problems)
  const users = pick(value, 'events_by_user')
  if (!Array.isArray(users)) return { items: [], problems: [...problems, 'event-unknown'] }
  const events = users.flatMap((user) => listOf(pick(user, 'events')))
  if (events.length === 0) return { items: [], problems, handshake: { kind: 'ping' } }
  return readEvents('unisender-go', events, readEvent, { body, problems })
}

function readEvent(event: unknown): readonly VendorEvent[] | 'unknown' {
  if (textOf(pick(event, 'event_name')) !== 'transactional_email_status') return NOTHING
  const data = pick(event, 'event_data')
  const status = textOf(pick(data, 'status'))
  const kind = rowOf(KINDS, status)
  if (kind === undefined) return 'unknown'
  if (kind === 'quiet') return NOTHING
  const info = pick(data, 'delivery_info')
  const detail = idOf(pick(info, 'delivery_status'))
  const row = kind === 'failed' ? rowOf(STATUSES, detail) : undefined
  const job = idOf(pick(data, 'job_id'))
  const time = idOf(pick(data, 'event_time'))
  return [{
    kind: row?.[0] ?? kind,
    recipient: addressOf(pick(data, 'email')),
    reply: textOf(pick(info, 'destination_response')),
    classCode: row?.[1],
    verdict: {
      type: status, subType: detail,
      hard: kind === 'failed' ? status === 'hard_bounced' : undefined,
    },
    date: readMoment(time),
    eventId: job === undefined ? undefined : joinId(job, status, time),
    vendorMessageId: job,
    metadata: metadataOf(pick(data, 'metadata')),
  }]
}
