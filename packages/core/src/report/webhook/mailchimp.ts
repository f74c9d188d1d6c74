// Mailchimp audience webhooks: a form; `cleaned` is its word for a hard bounce or a complaint;
// mailchimp.com/developer/marketing/guides/sync-audience-data-webhooks.

import type { EventKind } from '../types.ts'
import { NOTHING, readEvents } from './decoder.ts'
import { readForm } from './form.ts'
import { joinId, type VendorEvent } from './item.ts'
import { readMoment } from './moment.ts'
import type { WebhookBody, WebhookReading } from './types.ts'
import { addressOf, idOf, pick, textOf } from './values.ts'

const QUIET: ReadonlySet<string> = new Set(['subscribe', 'profile', 'upemail', 'campaign'])

export function decodeMailchimp(body: WebhookBody): WebhookReading {
  const fields = Object.fromEntries(readForm(body))
  return readEvents('mailchimp', fields, readEvent, { body, problems: [] })
}

function readEvent(event: unknown): readonly VendorEvent[] | 'unknown' {
  const type = textOf(pick(event, 'type'))
  if (type !== undefined && QUIET.has(type)) return NOTHING
  const reason = idOf(pick(event, 'data[reason]'))
  const kind = kindOf(type, reason)
  if (kind === undefined) return 'unknown'
  const recipient = addressOf(pick(event, 'data[email]'))
  const fired = idOf(pick(event, 'fired_at'))
  const campaign = idOf(pick(event, 'data[campaign_id]'))
  return [{
    kind,
    recipient,
    // Why it bounced is not said, only that it did so for good.
    classCode: kind === 'failed' ? '5.0.0' : undefined,
    verdict: { type, subType: reason, hard: kind === 'failed' ? reason === 'hard' : undefined },
    date: readMoment(fired),
    eventId: joinId(type, fired, idOf(pick(event, 'data[id]')) ?? recipient, campaign),
    campaign,
    subaccount: idOf(pick(event, 'data[list_id]')),
  }]
}

function kindOf(type: string | undefined, reason: string | undefined): EventKind | undefined {
  if (type === 'unsubscribe') return reason === 'abuse' ? 'complaint' : 'unsubscribe'
  if (type === 'cleaned') return reason === 'abuse' ? 'complaint' : 'failed'
  return undefined
}
