// What the service knows of the addresses of a list: whether they are suppressed, when they showed
// life last, and whether they confirmed.

import type { AddressEquivalence } from '@carom/core'
import type { AddressMask } from '../../check/hashed-address.ts'
import { createAddressReader } from '../../check/plain-address.ts'
import type { Reader } from '../../store/types.ts'
import { readLifeFacts } from '../advice/facts.ts'
import type { KnownAnswer } from './check-address.ts'

type Deps = {
  readonly store: Reader
  readonly equivalence: AddressEquivalence
  readonly mask?: AddressMask | undefined
  /** Whether mail to them is held back. */
  readonly ask: AskKnown
}

/** In their order; without a list, what any list knows. */
export type AskKnown = (
  tenant: string, addresses: readonly string[], list: string | undefined,
) => Promise<readonly KnownAnswer[]>

export function createKnownAnswers({ store, equivalence, mask, ask }: Deps): AskKnown {
  const keys = createAddressReader(equivalence, mask)
  return async (tenant, asked, list) => {
    const addresses = asked.map(keys.read)
    const [answers, lives] = await Promise.all([
      ask(tenant, asked, list),
      readLifeFacts(store, { tenant, addresses: [...new Set(addresses)], list: list ?? '' }),
    ])
    return answers.map((answer, i) => ({ ...answer, ...lives.get(addresses[i] ?? '') }))
  }
}
