// Elastic Email notifications: parameters of a GET or a form, a category, no words of the server;
// help.elasticemail.com (HTTP web notifications) and elasticemail.com/developers/api-documentation.

import type { EventKind } from '../types.ts'
import { NOTHING, readEvents } from './decoder.ts'
import { readForm } from './form.ts'
import { joinId, type VendorEvent } from './item.ts'
import { readMoment } from './moment.ts'
import type { WebhookBody, WebhookReading } from './types.ts'
import { addressOf, idOf, pick, rowOf, textOf } from './values.ts'

const KINDS: Readonly<Record<string, EventKind>> = {
  sent: 'delivered',
  opened: 'engaged',
  clicked: 'engaged',
  error: 'failed',
  abusereport: 'complaint',
  unsubscribed: 'unsubscribe',
}

/** Category → kind where it is no failure, and the code it stands for. */
const CATEGORIES: Readonly<Record<string, readonly [EventKind | 'quiet', string?]>> = {
  nomailbox: ['failed', '5.1.1'],
  greylisted: ['failed'],
  throttled: ['failed', '4.7.28'],
  timeout: ['failed', '4.4.2'],
  connectionproblem: ['failed', '4.4.1'],
  connectionterminated: ['failed', '4.4.2'],
  spfproblem: ['failed', '5.7.23'],
  accountproblem: ['failed', '5.2.0'],
  dnsproblem: ['failed', '4.4.3'],
  whitelistingproblem: ['failed', '5.7.1'],
  spam: ['failed', '5.7.1'],
  contentfilter: ['failed', '5.7.1'],
  blacklisted: ['failed', '5.7.1'],
  codeerror: ['failed', '4.3.0'],
  notdelivered: ['echo'],
  manualcancel: ['quiet'],
  ignore: ['quiet'],
}

export function decodeElasticEmail(body: WebhookBody): WebhookReading {
  const fields = Object.fromEntries(readForm(body))
  return readEvents('elastic-email', fields, readEvent, { body, problems: [] })
}

function readEvent(event: unknown): readonly VendorEvent[] | 'unknown' {
  const status = textOf(pick(event, 'status'))
  const kind = rowOf(KINDS, status?.toLowerCase())
  if (kind === undefined) return 'unknown'
  const category = idOf(pick(event, 'category'))
  const row = kind === 'failed' ? rowOf(CATEGORIES, category?.toLowerCase()) : undefined
  const actual = row?.[0] ?? kind
  if (actual === 'quiet') return NOTHING
  const transaction = idOf(pick(event, 'transaction'))
  return [{
    kind: actual,
    recipient: addressOf(pick(event, 'to')),
    classCode: row?.[1],
    // No code stands for this one; its name does.
    prose: actual === 'failed' && row !== undefined && row[1] === undefined ? category : undefined,
    verdict: { type: status, subType: category },
    date: readMoment(pick(event, 'date')),
    eventId: transaction === undefined
      ? undefined : joinId(transaction, idOf(pick(event, 'messageid')), status),
    vendorMessageId: idOf(pick(event, 'messageid')),
    from: textOf(pick(event, 'from')),
    subject: textOf(pick(event, 'subject')),
    campaign: idOf(pick(event, 'channel')),
    metadata: postbackOf(pick(event, 'postback')),
    subaccount: idOf(pick(event, 'account')),
  }]
}

function postbackOf(value: unknown): Record<string, string> | undefined {
  const text = textOf(value)
  return text === undefined ? undefined : { postback: text.slice(0, 500) }
}
