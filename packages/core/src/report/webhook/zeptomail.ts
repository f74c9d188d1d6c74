// ZeptoMail (Zoho) webhooks: names, messages and data are lists inside each other;
// zoho.com/zeptomail/help/webhooks.html.

import type { EventKind } from '../types.ts'
import { jsonDecoder, NOTHING } from './decoder.ts'
import { joinId, soleRecipient, type VendorEvent } from './item.ts'
import { readMoment } from './moment.ts'
import type { WebhookDecoder } from './types.ts'
import { addressesOf, addressOf, idOf, listOf, oneOrMore, pick, rowOf, textOf } from './values.ts'

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

export const decodeZeptoMail: WebhookDecoder = /* @__PURE__ */ jsonDecoder('zeptomail', readEvent)

function readEvent(event: unknown): readonly VendorEvent[] | 'unknown' {
  const name = textOf(oneOrMore(pick(event, 'event_name'))[0])
  const kind = rowOf(KINDS, name)
  if (kind === undefined) return 'unknown'
  if (kind === 'quiet') return NOTHING
  const requestId = idOf(pick(event, 'webhook_request_id'))
  return listOf(pick(event, 'event_message')).flatMap((message) =>
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
  const addressees = addressesOf(pick(info, 'to'), 'email_address', 'address')
  return listOf(pick(message, 'event_data')).flatMap((data) => {
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
