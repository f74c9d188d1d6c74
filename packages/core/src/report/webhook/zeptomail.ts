// ZeptoMail (Zoho) webhooks: names, messages and data are lists inside each other, or single ones;
// as JSON, or as JSON in a form; zoho.com/zeptomail/help/webhooks.html.

import type { EventKind } from '../types.ts'
import { NOTHING, readEvents } from './decoder.ts'
import { looksLikeJson, readForm } from './form.ts'
import { joinId, soleRecipient, type VendorEvent } from './item.ts'
import { readJson, readJsonText } from './json.ts'
import { readMoment } from './moment.ts'
import type { WebhookBody, WebhookReading } from './types.ts'
import { addressesOf, addressOf, idOf, oneOrMore, pick, rowOf, textOf } from './values.ts'

const KINDS: Readonly<Record<string, EventKind | 'quiet'>> = {
  hardbounce: 'failed',
  softbounce: 'failed',
  email_open: 'engaged',
  email_link_click: 'engaged',
  feedback_loop: 'complaint',
  email_sent: 'quiet',
  delivered: 'delivered',
  email_delivered: 'delivered',
}

const CLASS_CODES: Readonly<Record<string, string>> = { hardbounce: '5.0.0', softbounce: '4.0.0' }

/** Names under which a form has been seen to hold the event. */
const FIELDS = ['data', 'eventData'] as const

export function decodeZeptoMail(body: WebhookBody): WebhookReading {
  const problems: string[] = []
  const context = { body, problems }
  if (looksLikeJson(body.bytes)) {
    return readEvents('zeptomail', readJson(body.bytes, problems), readEvent, context)
  }
  const form = readForm(body)
  const text = FIELDS.map((name) => form.get(name)).find((field) => field !== undefined) ?? ''
  return readEvents('zeptomail', readJsonText(text, problems), readEvent, context)
}

function readEvent(event: unknown): readonly VendorEvent[] | 'unknown' {
  const name = textOf(oneOrMore(pick(event, 'event_name'))[0])
  const kind = rowOf(KINDS, name)
  if (kind === undefined) return 'unknown'
  if (kind === 'quiet') return NOTHING
  const requestId = idOf(pick(event, 'webhook_request_id'))
  return oneOrMore(pick(event, 'event_message')).flatMap((message) =>
    readMessage(message, { name: name as string, requestId }))
}

type Context = { readonly name: string; readonly requestId: string | undefined }

function readMessage(message: unknown, context: Context): readonly VendorEvent[] {
  const info = pick(message, 'email_info')
  const shared: Partial<VendorEvent> = {
    vendorMessageId: idOf(pick(info, 'email_reference')) ?? idOf(pick(message, 'request_id')),
    from: textOf(pick(info, 'from', 'address')),
    subject: textOf(pick(info, 'subject')),
    metadata: referenceOf(pick(info, 'client_reference')),
  }
  const addressees = addressesOf(
    oneOrMore(pick(info, 'to')).flatMap((one) => oneOrMore(pick(one, 'email_address'))), 'address')
  return oneOrMore(pick(message, 'event_data')).flatMap((data) => {
    const name = textOf(pick(data, 'object')) ?? context.name
    const kind = rowOf(KINDS, name) ?? 'quiet'
    if (kind === 'quiet') return NOTHING
    return oneOrMore(pick(data, 'details')).map((details, index) => ({
      ...shared,
      ...readDetails(details, addressees),
      kind,
      classCode: rowOf(CLASS_CODES, name),
      prose: kind === 'failed' ? textOf(pick(details, 'reason')) : undefined,
      verdict: {
        type: name, subType: idOf(pick(details, 'reason')),
        hard: kind === 'failed' ? name === 'hardbounce' : undefined,
      },
      // Two details of one call may be about the same address at different times.
      eventId: context.requestId === undefined
        ? undefined : joinId(context.requestId, shared.vendorMessageId, String(index)),
    }))
  })
}

function readDetails(details: unknown, addressees: readonly string[]): Partial<VendorEvent> {
  const recipient = addressOf(pick(details, 'bounced_recipient'))
  return {
    ...(recipient === undefined ? soleRecipient(addressees) : { recipient }),
    reply: textOf(pick(details, 'diagnostic_message')),
    date: readMoment(pick(details, 'time')),
  }
}

function referenceOf(value: unknown): Record<string, string> | undefined {
  const text = textOf(value)
  return text === undefined ? undefined : { client_reference: text.slice(0, 500) }
}
