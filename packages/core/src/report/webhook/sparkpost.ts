// SparkPost (Bird) event webhooks: a list of `{ msys: { message_event: … } }`;
// developers.sparkpost.com/api/webhooks and docs.bird.com (bounce classification codes).

import { kindOfFeedback } from '../arf/fields.ts'
import type { EventKind } from '../types.ts'
import { NOTHING, readEvents } from './decoder.ts'
import type { VendorEvent } from './item.ts'
import { readJson } from './json.ts'
import { readMoment } from './moment.ts'
import type { WebhookBody, WebhookReading } from './types.ts'
import {
  addressOf, idOf, isObject, metadataOf, numberOf, pick, rowOf, tagsOf, textOf,
} from './values.ts'

const GROUPS = [
  'message_event', 'unsubscribe_event', 'track_event', 'gen_event', 'relay_event',
  'ingest_event', 'ab_test_event',
] as const

const KINDS: Readonly<Record<string, EventKind | 'quiet'>> = {
  injection: 'quiet',
  sms_status: 'quiet',
  success: 'quiet',
  error: 'quiet',
  ab_test_completed: 'quiet',
  ab_test_cancelled: 'quiet',
  relay_injection: 'quiet',
  relay_rejection: 'quiet',
  relay_delivery: 'quiet',
  relay_tempfail: 'quiet',
  relay_permfail: 'quiet',
  amp_open: 'engaged',
  amp_initial_open: 'engaged',
  amp_click: 'engaged',
  delivery: 'delivered',
  delay: 'delayed',
  bounce: 'failed',
  out_of_band: 'failed',
  policy_rejection: 'failed',
  generation_failure: 'failed',
  generation_rejection: 'failed',
  spam_complaint: 'complaint',
  open: 'engaged',
  initial_open: 'engaged',
  click: 'engaged',
  list_unsubscribe: 'unsubscribe',
  link_unsubscribe: 'unsubscribe',
}

/** bounce_class → kind where it is no failure, code where the event has no words, hard or not. */
const CLASSES: Readonly<Record<string, {
  readonly kind?: EventKind | 'quiet'; readonly code?: string; readonly hard: boolean
}>> = {
  1: { hard: false },
  10: { code: '5.1.1', hard: true },
  20: { code: '4.0.0', hard: false },
  21: { code: '4.4.3', hard: false },
  22: { code: '4.2.2', hard: false },
  23: { code: '5.3.4', hard: false },
  24: { code: '4.4.2', hard: false },
  25: { code: '5.7.1', hard: false },
  26: { kind: 'echo', hard: false },
  30: { code: '5.0.0', hard: true },
  40: { code: '4.0.0', hard: false },
  50: { code: '5.7.1', hard: false },
  51: { code: '5.7.1', hard: false },
  52: { code: '5.7.1', hard: false },
  53: { code: '5.6.1', hard: false },
  54: { code: '5.7.1', hard: false },
  60: { kind: 'auto-reply', hard: false },
  70: { code: '4.0.0', hard: false },
  80: { kind: 'quiet', hard: false },
  90: { kind: 'unsubscribe', hard: true },
  100: { kind: 'challenge', hard: false },
}

/** Words of what SparkPost refused because the address stands on its list. */
const SUPPRESSED = /suppress/i

export function decodeSparkPost(body: WebhookBody): WebhookReading {
  const problems: string[] = []
  const value = readJson(body.bytes, problems)
  // The test of a new hook is one empty event.
  const isPing = Array.isArray(value) && value.length === 1 && isEmpty(pick(value[0], 'msys'))
  if (isPing) return { items: [], problems, handshake: { kind: 'ping' } }
  return readEvents('sparkpost', value, readEvent, { body, problems })
}

function isEmpty(value: unknown): boolean {
  return isObject(value) && Object.keys(value).length === 0
}

function readEvent(wrapped: unknown): readonly VendorEvent[] | 'unknown' {
  const system = pick(wrapped, 'msys')
  if (isEmpty(system)) return NOTHING
  const group = GROUPS.find((name) => isObject(pick(system, name)))
  const event = group === undefined ? undefined : pick(system, group)
  const kind = rowOf(KINDS, textOf(pick(event, 'type')))
  if (kind === undefined) return 'unknown'
  const number = idOf(pick(event, 'bounce_class'))
  const row = rowOf(CLASSES, number)
  const feedbackType = idOf(pick(event, 'fbtype'))?.toLowerCase()
  const actual = kind === 'failed' ? kindOfFailure(event, row?.kind)
    : kind === 'complaint' ? kindOfFeedback({ feedbackType: feedbackType ?? 'abuse' }) : kind
  if (actual === 'quiet') return NOTHING
  return [{
    ...readShared(event),
    kind: actual,
    feedbackType,
    classCode: row?.code,
    verdict: { type: idOf(pick(event, 'type')), class: number, hard: row?.hard },
  }]
}

function kindOfFailure(event: unknown, kind: EventKind | 'quiet' | undefined): EventKind | 'quiet' {
  if (kind !== undefined) return kind
  const type = textOf(pick(event, 'type'))
  const isRefused = type === 'policy_rejection' || type === 'generation_rejection'
  const words = textOf(pick(event, 'raw_reason')) ?? textOf(pick(event, 'reason')) ?? ''
  return isRefused && SUPPRESSED.test(words) ? 'echo' : 'failed'
}

function readShared(event: unknown): Partial<VendorEvent> {
  return {
    recipient: addressOf(pick(event, 'raw_rcpt_to')) ?? addressOf(pick(event, 'rcpt_to')),
    reply: textOf(pick(event, 'raw_reason')) ?? textOf(pick(event, 'reason')),
    replyCode: numberOf(pick(event, 'error_code')),
    remoteMta: idOf(pick(event, 'ip_address')),
    date: readMoment(pick(event, 'timestamp')),
    eventId: idOf(pick(event, 'event_id')),
    vendorMessageId: idOf(pick(event, 'message_id')),
    from: textOf(pick(event, 'friendly_from')),
    subject: textOf(pick(event, 'subject')),
    campaign: idOf(pick(event, 'campaign_id')),
    tags: tagsOf(pick(event, 'rcpt_tags')),
    metadata: metadataOf(pick(event, 'rcpt_meta')),
    subaccount: idOf(pick(event, 'subaccount_id')),
  }
}
