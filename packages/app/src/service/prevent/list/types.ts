// What a check of a list finds about each of its addresses.

import type { CalloutResult } from '../callout/types.ts'

/**
 * What is known against an address, the worst first. The words before the colon of the columns that
 * a check writes.
 */
export const LIST_REASONS = [
  'syntax', 'domain-unknown', 'domain-no-mail', 'mailbox-unknown', 'suppressed', 'held',
  'duplicate', 'typo',
  'disposable', 'mail-host-missing', 'inactive', 'unconfirmed', 'role', 'unusual', 'dns-unknown',
  'catch-all',
] as const

export type ListReason = (typeof LIST_REASONS)[number]

/**
 * - `bad`: mail to it bounces, or must not be sent. `risky`: it may. `unknown`: the DNS did not
 *   tell. `good`: nothing is known against it.
 */
export type ListStatus = 'good' | 'risky' | 'unknown' | 'bad'

export type ListFinding = {
  readonly reason: ListReason
  /** What exactly: the problem of the syntax, the reason of a suppression. */
  readonly about?: string
  /** From 0 to 1. */
  readonly confidence: number
}

/** What the ledger knows of the owner of an address. Times are milliseconds since 1970 UTC. */
export type LifeFacts = {
  /** When mail to it was last delivered, opened, clicked or answered. */
  readonly lastLifeAt?: number
  /** When its owner was asked to confirm, and did. */
  readonly askedAt?: number
  readonly confirmedAt?: number
}

export type CheckedAddress = {
  readonly status: ListStatus
  readonly findings: readonly ListFinding[]
  /** The address that was probably meant; never put in its place by itself. */
  readonly suggestion?: string
  /** From 0 to 1: how likely mail to it bounces. */
  readonly bounceChance: number
  /** What its mail server said, where it was asked. */
  readonly callout?: CalloutResult
}

export type ListCounts = {
  rows: number
  readonly statuses: Record<ListStatus, number>
  readonly reasons: Partial<Record<ListReason, number>>
  /** Sum of the chances: bounces to be expected if all rows but bad ones are mailed. */
  expectedBounces: number
  /** The same if every row is mailed. */
  expectedBouncesOfAll: number
  readonly suggestions: Map<string, number>
}
