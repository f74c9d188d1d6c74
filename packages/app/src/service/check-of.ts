// The check and what it is answered from, put together from the configuration.

import { createCheckIndex, type CheckIndex } from './check/check-index.ts'
import { createChecker, type Checker, type CheckQuery } from './check/check.ts'
import {
  CHECK_FOLLOWER_DEFAULTS, createCheckFollower, type CheckFollower,
} from './check/follow.ts'
import {
  hashAddress, keeperOf, type AddressKeeper, type AddressMask,
} from './check/hashed-address.ts'
import type { Config } from './config/types.ts'
import type { Ledger } from './http/ledger.ts'
import type { Log } from './log.ts'
import { settleMask } from './masked-addresses.ts'
import { readPepper } from './secrets.ts'
import type { Store } from './store/types.ts'

export type Check = {
  readonly index: CheckIndex
  readonly follower: CheckFollower
  readonly checker: Checker
  /** Keyed hash of an address that is erased. */
  readonly hash: (address: string) => string
  /** Where addresses are kept as hashes. */
  readonly mask: AddressMask | undefined
  readonly keep: AddressKeeper | undefined
  readonly answers: Pick<Ledger, 'check' | 'checkNow'>
}

/** @throws Error that says what is wrong with the pepper, or with how the store keeps addresses */
export async function checkOf(
  { addresses, privacy }: Config,
  { store, log, now }: { readonly store: Store; readonly log: Log; readonly now: () => number },
): Promise<Check> {
  const pepper = await readPepper(store, privacy.pepperFile, now())
  const mask = await settleMask(store, pepper, privacy, now())
  const index = createCheckIndex()
  const follower = createCheckFollower(CHECK_FOLLOWER_DEFAULTS, { store, index, log, now })
  const checker = createChecker({
    store, index, now, isLoaded: follower.isLoaded, equivalence: addresses, pepper, mask,
  })
  return {
    index, follower, checker, mask, keep: keeperOf(addresses, mask),
    hash: (address) => hashAddress(pepper, address),
    answers: {
      checkNow: (tenant, { address, list }: CheckQuery) => checker.checkNow(tenant, address, list),
      check: (tenant, queries) => checker.checkMany(tenant, queries),
    },
  }
}
