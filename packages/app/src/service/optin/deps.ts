// What double opt-in works with.

import type { AddressEquivalence, TokenKey } from '@carom/core'
import type { TypoFinder } from '@carom/core/prevent'
import type { Relay } from '../bounce/relay.ts'
import type { Ledger } from '../http/ledger.ts'
import type { Log } from '../log.ts'
import type { Store, Tx } from '../store/types.ts'
import type { OptinOptions } from './options.ts'

/** What is told to endpoints. */
export type Told = {
  readonly type: 'optin.requested' | 'optin.confirmed' | 'address.replaced'
  readonly address: string
  readonly at: number
  readonly data: Readonly<Record<string, unknown>>
}

export type OptinDeps = {
  readonly store: Store
  readonly log: Log
  readonly now: () => number
  readonly ledger: Pick<Ledger, 'check' | 'lift' | 'recordProofs' | 'registerSends'>
  readonly equivalence: AddressEquivalence
  readonly typos: TypoFinder
  /** Undefined where there is no way out: mails wait. */
  readonly relay: Relay | undefined
  /** Where people reach this service, without a slash at the end. */
  readonly publicUrl: string
  /** Keys of return-path tokens, newest first. */
  readonly tokenKeys: () => readonly TokenKey[]
  /** Writes into the outbox, in the same transaction. */
  readonly notify: (tx: Tx, tenant: string, notes: readonly Told[]) => Promise<unknown>
  /** Called after the commit: there is something to tell to live views and endpoints. */
  readonly told: () => void
}

/** With what one instance shares among its parts. */
export type Work = OptinDeps & {
  readonly options: OptinOptions
  /** There is a mail to send. */
  readonly wake: () => void
}
