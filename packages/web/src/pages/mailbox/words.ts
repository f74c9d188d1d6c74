// What the conditions, the states and the alternatives of a bounce are called.

import type { AlternativeRow, BounceRow } from './queries.ts'

/** As docs/bounce.md names them; each comes with a sentence of the service. */
const CONDITION_TITLES: Readonly<Record<string, string>> = {
  'return-path': 'It says where bounces go', 'authenticated': 'SPF or DKIM proves the sender',
  'dmarc': 'The domain of From fits (DMARC)', 'age': 'It is fresh',
  'automatic': 'A person wrote it', 'bulk': 'It is no bulk mail', 'list': 'It is no mailing list',
  'responses-unwanted': 'Answers are not forbidden', 'report': 'It is no report or receipt',
  'loop': 'It did not go in a circle', 'mail-system': 'No mail system sent it',
  'no-reply': 'The sender reads answers', 'hops': 'It came a short way', 'spam': 'It is not spam',
  'own-domain': 'It is not from your own domain', 'our-recipient': 'It was sent to your address',
  'own-bounce': 'It is none of your own bounces', 'not-blocked': 'The sender is not blocked',
  'once': 'It was not bounced before', 'per-recipient': 'One bounce a day per sender',
  'per-domain': 'Few bounces an hour per domain', 'per-day': 'Few bounces a day in all',
  'enabled': 'Bouncing is switched on',
}

export function titleOfCondition(name: string): string {
  return CONDITION_TITLES[name] ?? name
}

type StateWords = { readonly title: string; readonly color: string }

export const STATE_WORDS: Readonly<Record<BounceRow['state'], StateWords>> = {
  'planned': { title: 'Will be bounced', color: 'teal' },
  'refused': { title: 'Is not bounced', color: 'red' },
  'dry-run': { title: 'Dry run: nothing was sent', color: 'yellow' },
  'sent': { title: 'Bounced', color: 'teal' },
  'failed': { title: 'The relay refused it; it is not tried again', color: 'red' },
  'unknown': { title: 'Whether it was sent is not known; it is not sent again', color: 'yellow' },
  'gone': { title: 'The message is not there any more', color: 'gray' },
}

export const ALTERNATIVE_WORDS = {
  unsubscribe: { title: 'Unsubscribe with one click', about: 'Asks the sender’s own address for it (RFC 8058).' },
  complaint: { title: 'Send an abuse report', about: 'Tells the network it came from (ARF, RFC 5965).' },
  block: { title: 'Block the sender', about: 'Mail from there is refused or filed away from now on.' },
} as const

export const ALTERNATIVE_STATES: Readonly<Record<AlternativeRow['state'], StateWords>> = {
  'planned': { title: 'Shown only', color: 'gray' }, 'done': { title: 'Done', color: 'teal' },
  'refused': { title: 'Not possible', color: 'red' }, 'failed': { title: 'Failed', color: 'red' },
  'dry-run': { title: 'Dry run: nothing was sent', color: 'yellow' },
  'unknown': { title: 'Not known whether it arrived', color: 'yellow' },
  'gone': { title: 'The message is gone', color: 'gray' },
}

/** What a bounce may say; all of them 5.7.1. */
export const REASON_CHOICES = [
  { value: 'recipient-refused', label: 'The recipient does not want this mail' },
  { value: 'content-rejected', label: 'The content is not accepted' },
  { value: 'spam-content', label: 'It is taken for spam' },
  { value: 'policy', label: 'A rule of the mailbox forbids it' },
] as const

export type HonestReason = (typeof REASON_CHOICES)[number]['value']
