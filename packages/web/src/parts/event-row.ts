// An event as the API tells it, with the fields of `carom/1` that its document leaves open.

import type { CaromEvent } from '@carom/core'
import type { Schema } from '../api/client.ts'

export type EventRow = Omit<Schema<'Event'>, 'event'> & { readonly event: CaromEvent }

export function toEventRow(row: Schema<'Event'>): EventRow {
  return row as unknown as EventRow
}

/** What kinds of events there are, in plain words. */
export const KIND_WORDS: Readonly<Record<string, string>> = {
  'failed': 'Bounced', 'delayed': 'Delayed', 'delivered': 'Delivered', 'relayed': 'Passed on',
  'expanded': 'Sent on to a list', 'complaint': 'Spam complaint', 'unsubscribe': 'Unsubscribed',
  'auth-report': 'Authentication report', 'auto-reply': 'Automatic reply',
  'challenge': 'Challenge', 'receipt': 'Read receipt', 'list-notice': 'List notice',
  'echo': 'Echo of an earlier bounce', 'engaged': 'Opened or clicked',
}

/** Reply and enhanced code as a postmaster reads them: `550 5.1.1`. */
export function codesOf({ event: { replyCode, enhancedCode } }: EventRow): string {
  return [replyCode, enhancedCode].filter((code) => code !== undefined).join(' ')
}

/** Who runs the mailbox, as far as it is known: the operator, else the domain. */
export function receiverOf({ address, event: { provider } }: EventRow): string {
  return provider ?? address.slice(address.lastIndexOf('@') + 1)
}
