// Mandrill (Mailchimp Transactional) webhooks: a form with a list of events in mandrill_events;
// mailchimp.com/developer/transactional/docs/webhooks.

import type { EventKind } from '../types.ts'
import { NOTHING, readEvents } from './decoder.ts'
import { readForm } from './form.ts'
import { joinId, type VendorEvent } from './item.ts'
import { readJsonText } from './json.ts'
import { readMoment } from './moment.ts'
import type { WebhookBody, WebhookReading } from './types.ts'
import { addressOf, idOf, listOf, metadataOf, pick, rowOf, tagsOf, textOf } from './values.ts'

const KINDS: Readonly<Record<string, EventKind | 'quiet'>> = {
  send: 'quiet',
  inbound: 'quiet',
  delivered: 'delivered',
  deferral: 'delayed',
  hard_bounce: 'failed',
  soft_bounce: 'failed',
  reject: 'echo',
  spam: 'complaint',
  unsub: 'unsubscribe',
  open: 'engaged',
  click: 'engaged',
}

/** bounce_description → code, where the event has no reply. */
const CLASS_CODES: Readonly<Record<string, string>> = {
  bad_mailbox: '5.1.1',
  mailbox_full: '4.2.2',
  invalid_domain: '5.1.2',
  general: '4.0.0',
  too_large: '5.3.4',
  spam: '5.7.1',
  relaying_denied: '5.7.1',
  relay_denied: '5.7.1',
  dns_failure: '4.4.3',
  timeout: '4.4.2',
  mail_block: '5.7.1',
}

export function decodeMandrill(body: WebhookBody): WebhookReading {
  const problems: string[] = []
  const field = readForm(body).get('mandrill_events')
  if (field === undefined) return { items: [], problems: ['event-unknown'] }
  const value = readJsonText(field, problems)
  // The test of a new hook is an empty list.
  if (Array.isArray(value) && value.length === 0) {
    return { items: [], problems, handshake: { kind: 'ping' } }
  }
  return readEvents('mandrill', value, readEvent, { body, problems })
}

function readEvent(event: unknown): readonly VendorEvent[] | 'unknown' {
  const name = textOf(pick(event, 'event'))
  // Changes of its lists follow from events that were sent, or from people at the vendor.
  if (name === undefined && textOf(pick(event, 'type')) !== undefined) return NOTHING
  const kind = rowOf(KINDS, name)
  if (kind === undefined) return 'unknown'
  if (kind === 'quiet') return NOTHING
  const message = pick(event, 'msg')
  const description = idOf(pick(message, 'bounce_description'))
  const id = idOf(pick(event, '_id')) ?? idOf(pick(message, '_id'))
  const time = idOf(pick(event, 'ts'))
  return [{
    kind,
    recipient: addressOf(pick(message, 'email')),
    reply: textOf(pick(message, 'diag')) ?? lastReply(message),
    classCode: rowOf(CLASS_CODES, description),
    verdict: {
      type: name,
      subType: description,
      class: idOf(pick(message, 'bgtools_code')),
      hard: kind === 'failed' ? name === 'hard_bounce' : undefined,
    },
    date: readMoment(time),
    // `_id` is the id of the message: all of its events have the same.
    eventId: id === undefined ? undefined : joinId(id, name, time),
    vendorMessageId: id,
    from: textOf(pick(message, 'sender')),
    subject: textOf(pick(message, 'subject')),
    campaign: idOf(pick(message, 'template')),
    tags: tagsOf(pick(message, 'tags')),
    metadata: metadataOf(pick(message, 'metadata')),
    subaccount: idOf(pick(message, 'subaccount')),
  }]
}

function lastReply(message: unknown): string | undefined {
  return textOf(pick(listOf(pick(message, 'smtp_events')).at(-1), 'diag'))
}
