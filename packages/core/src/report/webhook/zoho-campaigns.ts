// Zoho Campaigns e-mail API webhooks: `data` is a list of events of one action;
// zoho.com/campaigns/help/emailapi/events/bounce.html.

import type { EventKind } from '../types.ts'
import { NOTHING, readEvents } from './decoder.ts'
import { joinId, type VendorEvent } from './item.ts'
import { readJson } from './json.ts'
import { readMoment } from './moment.ts'
import type { WebhookBody, WebhookReading } from './types.ts'
import { addressOf, idOf, isObject, metadataOf, numberOf, pick, textOf } from './values.ts'

const KINDS: readonly (readonly [string, EventKind | 'quiet'])[] = [
  ['bounce', 'failed'],
  ['spam', 'complaint'],
  ['complain', 'complaint'],
  ['unsub', 'unsubscribe'],
  ['open', 'engaged'],
  ['click', 'engaged'],
  ['deliver', 'delivered'],
  ['sent', 'quiet'],
  ['optin', 'quiet'],
]

export function decodeZohoCampaigns(body: WebhookBody): WebhookReading {
  const problems: string[] = []
  const value = readJson(body.bytes, problems)
  const action = idOf(pick(value, 'action'))?.toLowerCase()
  return readEvents('zoho-campaigns', pick(value, 'data'), (one) => readEvent(one, action), {
    body, problems: isObject(value) || problems.length > 0 ? problems : ['event-unknown'],
  })
}

function readEvent(event: unknown, action: string | undefined): readonly VendorEvent[] | 'unknown' {
  const bounceType = idOf(pick(event, 'bounce_type'))
  const name = bounceType === undefined ? action ?? '' : 'bounce'
  const kind = KINDS.find(([word]) => name.includes(word))?.[1]
  if (kind === undefined) return 'unknown'
  if (kind === 'quiet') return NOTHING
  const recipient = addressOf(pick(event, 'contact_email'))
  const time = idOf(pick(event, 'action_time'))
  const hard = bounceType?.toLowerCase().includes('hard')
  return [{
    kind,
    recipient,
    reply: textOf(pick(event, 'bounce_reason')),
    replyCode: numberOf(pick(event, 'bounce_code')),
    enhancedCode: textOf(pick(event, 'bounce_extended_code')),
    classCode: hard === undefined ? undefined : hard ? '5.0.0' : '4.0.0',
    verdict: { type: name, subType: bounceType, hard },
    date: readMoment(time),
    eventId: time === undefined
      ? undefined : joinId(name, time, idOf(pick(event, 'contact_id')) ?? recipient),
    metadata: metadataOf(pick(event, 'rcpt_additional_data')),
  }]
}
