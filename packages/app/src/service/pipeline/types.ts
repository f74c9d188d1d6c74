// What the steps of the pipeline hand to each other.

import type { AddressEquivalence, AddressState, Policy, Step } from '@carom/core'
import type { Notification } from '../deliver/webhooks/outbox.ts'
import type { AddressKey, Store, Tx } from '../store/types.ts'
import type { Account } from './accounts.ts'
import type { Delivery } from './deliveries.ts'
import type { Evidence } from './evidence.ts'
import type { AddressKeeper } from '../check/hashed-address.ts'

export type ActivePolicy = {
  readonly policy: Policy
  /** `carom@3`: what states and audit rows say decided. */
  readonly label: string
}

/** A change of state that others are told of. */
export type Change = {
  readonly account: Account
  readonly before: AddressState | undefined
  readonly after: AddressState
  readonly steps: readonly Step[]
}

/** What is told to sending systems, written in the same transaction. */
export type Notify = (tx: Tx, tenant: string, notes: readonly Notification[]) => Promise<unknown>

export type ApplyOptions = {
  /** How far two spellings are one address. */
  readonly equivalence: AddressEquivalence
  /** Domains of the system itself: a bounce of one of its own mails is nobody's bounce (G19). */
  readonly ownDomains: readonly string[]
  /** Record and explain everything, and suppress nobody. @default false */
  readonly dryRun: boolean
  /** Where addresses are kept as hashes: makes them of addresses as they are written. */
  readonly keep?: AddressKeeper | undefined
}

export type ApplyDeps = {
  readonly store: Store
  readonly policyOf: (tenant: string) => Promise<ActivePolicy>
  readonly notify: Notify
  readonly now: () => number
  readonly options: ApplyOptions
}

export type Applied = {
  readonly events: readonly Evidence[]
  /** Of logs, which are no events. */
  readonly deliveries?: readonly Delivery[]
  readonly changes: readonly Change[]
  /** Those that may be mailed, but better later, though nothing else changed. */
  readonly putOff?: readonly AddressKey[]
  readonly outages: readonly string[]
}

/** An event of the batch and what became of it. */
export type EventFate = {
  readonly evidence: Evidence
  counted: boolean
  incident?: string
  /** It was known already, with less proof or of a later time. */
  readonly before?: { readonly trust: number; readonly at: number }
}

