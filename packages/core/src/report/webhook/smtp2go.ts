// SMTP2GO webhooks, as JSON or as a form; developers.smtp2go.com/docs/webhooks-overview.

import type { EventKind } from '../types.ts'
import { NOTHING, readEvents } from './decoder.ts'
import { looksLikeJson, readForm } from './form.ts'
import { joinId, type VendorEvent } from './item.ts'
import { readJson } from './json.ts'
import { readMoment } from './moment.ts'
import type { WebhookBody, WebhookReading } from './types.ts'
import { addressOf, idOf, pick, rowOf, textOf } from './values.ts'

const KINDS: Readonly<Record<string, EventKind | 'quiet'>> = {
  processed: 'quiet',
  resubscribe: 'quiet',
  delivered: 'delivered',
  open: 'engaged',
  click: 'engaged',
  bounce: 'failed',
  spam: 'complaint',
  unsubscribe: 'unsubscribe',
  reject: 'echo',
}

const CLASS_CODES: Readonly<Record<string, string>> = { hard: '5.0.0', soft: '4.0.0' }

export function decodeSmtp2go(body: WebhookBody): WebhookReading {
  const problems: string[] = []
  const value = looksLikeJson(body.bytes)
    ? readJson(body.bytes, problems) : Object.fromEntries(readForm(body))
  return readEvents('smtp2go', value, readEvent, { body, problems })
}

function readEvent(event: unknown): readonly VendorEvent[] | 'unknown' {
  const name = textOf(pick(event, 'event'))
  const kind = rowOf(KINDS, name)
  if (kind === undefined) return 'unknown'
  if (kind === 'quiet') return NOTHING
  const bounce = idOf(pick(event, 'bounce'))
  const emailId = idOf(pick(event, 'email_id'))
  const time = idOf(pick(event, 'time'))
  return [{
    kind,
    // `recipients` lists everybody the message went to.
    recipient: addressOf(pick(event, 'rcpt')),
    reply: textOf(pick(event, 'message')),
    classCode: rowOf(CLASS_CODES, bounce),
    command: textOf(pick(event, 'context')),
    remoteMta: idOf(pick(event, 'host')),
    verdict: {
      type: name, subType: bounce, hard: bounce === undefined ? undefined : bounce === 'hard',
    },
    date: readMoment(time),
    eventId: emailId === undefined ? undefined : joinId(emailId, name, time),
    vendorMessageId: emailId,
    messageId: idOf(pick(event, 'Message-Id')) ?? idOf(pick(event, 'message-id')),
    from: textOf(pick(event, 'from')) ?? textOf(pick(event, 'sender')),
    subject: textOf(pick(event, 'subject')),
    subaccount: idOf(pick(event, 'auth')),
  }]
}
