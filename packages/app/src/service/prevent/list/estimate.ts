// How likely mail to an address bounces, from what is known against it. Estimates, not
// measurements: the order of magnitude that list owners report; one's own history is better.

import type { ListFinding, ListReason, ListStatus } from './types.ts'

const CHANCES: Readonly<Record<ListReason, number>> = {
  'syntax': 1, 'domain-unknown': 0.99, 'domain-no-mail': 0.99, 'mailbox-unknown': 0.97,
  'suppressed': 0.9, 'held': 0.4,
  // The other row of the pair is the one that is mailed.
  'duplicate': 0,
  'typo': 0.6, 'disposable': 0.25, 'mail-host-missing': 0.8, 'inactive': 0.06, 'unconfirmed': 0.05,
  'role': 0.03, 'unusual': 0.1, 'dns-unknown': 0.05, 'catch-all': 0.04,
}

/** Of an address against which nothing is known. */
const BASE_CHANCE = 0.005

const STATUS_OF: Readonly<Record<ListReason, ListStatus>> = {
  'syntax': 'bad', 'domain-unknown': 'bad', 'domain-no-mail': 'bad', 'mailbox-unknown': 'bad',
  'suppressed': 'bad',
  'held': 'risky', 'duplicate': 'bad', 'typo': 'risky', 'disposable': 'risky',
  'mail-host-missing': 'risky', 'inactive': 'risky', 'unconfirmed': 'risky', 'role': 'risky',
  'unusual': 'risky', 'dns-unknown': 'unknown', 'catch-all': 'unknown',
}

const RANKS: Readonly<Record<ListStatus, number>> = { good: 0, unknown: 1, risky: 2, bad: 3 }

/** The chances of independent causes together. */
export function chanceOf(findings: readonly ListFinding[]): number {
  const good = findings.reduce(
    (left, { reason, confidence }) => left * (1 - CHANCES[reason] * confidence), 1 - BASE_CHANCE)
  return Math.round((1 - good) * 1000) / 1000
}

/** The worst. */
export function statusOf(findings: readonly ListFinding[]): ListStatus {
  return findings.reduce<ListStatus>((worst, { reason }) =>
    RANKS[STATUS_OF[reason]] > RANKS[worst] ? STATUS_OF[reason] : worst, 'good')
}
