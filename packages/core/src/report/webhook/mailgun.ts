// Mailgun webhooks: JSON with event-data, and the form of the legacy hooks;
// documentation.mailgun.com/docs/mailgun/user-manual/webhooks and /events/event-structure.

import type { EventKind } from '../types.ts'
import { NOTHING, readEvents } from './decoder.ts'
import { looksLikeJson, readForm, type Form } from './form.ts'
import { joinId, type VendorEvent } from './item.ts'
import { readJson, readJsonText } from './json.ts'
import { readMoment } from './moment.ts'
import type { WebhookBody, WebhookReading } from './types.ts'
import {
  addressOf, idOf, listOf, metadataOf, numberOf, pick, rowOf, tagsOf, textOf,
} from './values.ts'

const KINDS: Readonly<Record<string, EventKind | 'quiet'>> = {
  accepted: 'quiet',
  stored: 'quiet',
  delivered: 'delivered',
  failed: 'failed',
  rejected: 'failed',
  opened: 'engaged',
  clicked: 'engaged',
  unsubscribed: 'unsubscribe',
  complained: 'complaint',
  // Names of the legacy hooks.
  bounced: 'failed',
  dropped: 'failed',
}

/** Reasons and codes of what Mailgun did not try, since it knew the address. */
const ECHO_REASONS: ReadonlySet<string> = new Set([
  'suppress-bounce', 'suppress-complaint', 'suppress-unsubscribe', 'suppress-policy',
])
const ECHO_CODES: ReadonlySet<number> = new Set([605, 606, 607])

export function decodeMailgun(body: WebhookBody): WebhookReading {
  const problems: string[] = []
  const context = { body, problems }
  if (looksLikeJson(body.bytes)) {
    const value = readJson(body.bytes, problems)
    return readEvents('mailgun', value, (one) => readEvent(pick(one, 'event-data')), context)
  }
  const form = readForm(body)
  const embedded = form.get('event-data')
  if (embedded === undefined) return readEvents('mailgun', form, readLegacy, context)
  return readEvents('mailgun', readJsonText(embedded, problems), readEvent, context)
}

function readEvent(event: unknown): readonly VendorEvent[] | 'unknown' {
  const name = textOf(pick(event, 'event'))
  const kind = rowOf(KINDS, name)
  if (kind === undefined) return 'unknown'
  if (kind === 'quiet') return NOTHING
  const status = pick(event, 'delivery-status')
  const severity = idOf(pick(event, 'severity'))
  const reason = idOf(pick(event, 'reason'))
  const code = numberOf(pick(status, 'code'))
  const date = readMoment(pick(event, 'timestamp'))
  // `Too old` and the code 602 are Mailgun's own words for a time that ran out.
  const isExpired = reason === 'old' && (code === undefined || code >= 600)
  return [{
    kind: kindOf(kind, { severity, reason, code }),
    recipient: addressOf(pick(event, 'recipient')),
    reply: isExpired ? undefined : textOf(pick(status, 'message'))
      ?? textOf(pick(status, 'description')) ?? textOf(pick(event, 'reject', 'reason')),
    replyCode: code,
    classCode: isExpired ? '5.4.7' : undefined,
    enhancedCode: textOf(pick(status, 'enhanced-code')) ?? textOf(pick(status, 'bounce-code')),
    verdict: {
      type: severity, subType: reason,
      hard: name === 'failed' && severity !== undefined ? severity === 'permanent' : undefined,
    },
    remoteMta: idOf(pick(status, 'mx-host')),
    date,
    // The id is unique within a day only.
    eventId: joinId(idOf(pick(event, 'id')), date?.slice(0, 10)),
    messageId: idOf(pick(event, 'message', 'headers', 'message-id')),
    from: textOf(pick(event, 'message', 'headers', 'from')),
    subject: textOf(pick(event, 'message', 'headers', 'subject')),
    campaign: idOf(pick(listOf(pick(event, 'campaigns'))[0], 'name')),
    tags: tagsOf(pick(event, 'tags')),
    metadata: metadataOf(pick(event, 'user-variables')),
  }]
}

type Signs = {
  readonly severity: string | undefined
  readonly reason: string | undefined
  readonly code: number | undefined
}

function kindOf(kind: EventKind, { severity, reason, code }: Signs): EventKind {
  if (kind !== 'failed') return kind
  if (reason !== undefined && ECHO_REASONS.has(reason)) return 'echo'
  if (code !== undefined && ECHO_CODES.has(code)) return 'echo'
  return severity === 'temporary' ? 'delayed' : 'failed'
}

// The legacy hooks name the fields otherwise, and give no severity: dropped with the reason
// `hardfail` was tried, with `old` it was tried until its time ran out.
function readLegacy(form: unknown): readonly VendorEvent[] | 'unknown' {
  const fields = form as Form
  const name = fields.get('event')
  const kind = rowOf(KINDS, name)
  if (kind === undefined) return 'unknown'
  if (kind === 'quiet') return NOTHING
  const code = numberOf(fields.get('code'))
  const reason = idOf(fields.get('reason'))
  const variables = readJsonText(fields.get('message-headers') ?? '[]', [])
  const date = readMoment(fields.get('timestamp'))
  return [{
    kind: kindOf(kind, { severity: undefined, reason, code }),
    recipient: addressOf(fields.get('recipient')),
    reply: textOf(fields.get('error')) ?? textOf(fields.get('description')),
    replyCode: code,
    verdict: { type: name, subType: reason },
    date,
    // The token belongs to one call of one hook.
    eventId: joinId(idOf(fields.get('token')), date?.slice(0, 10)),
    messageId: idOf(fields.get('Message-Id')) ?? idOf(fields.get('message-id')),
    subject: headerOf(variables, 'Subject'),
    campaign: idOf(fields.get('campaign-name')) ?? idOf(fields.get('campaign-id')),
    tags: tagsOf(fields.get('tag') ?? fields.get('X-Mailgun-Tag')),
  }]
}

/** message-headers is a list of pairs. */
function headerOf(pairs: unknown, name: string): string | undefined {
  const pair = listOf(pairs).find((one) => listOf(one)[0] === name)
  return textOf(listOf(pair)[1])
}
