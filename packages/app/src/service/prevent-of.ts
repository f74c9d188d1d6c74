// The checks before anything is sent, put together from the configuration.

import type { AddressMask } from './check/hashed-address.ts'
import type { Config } from './config/types.ts'
import { createSafeFetch, fetchText, SAFE_FETCH_DEFAULTS } from './deliver/safe-fetch.ts'
import type { Log } from './log.ts'
import type { KnownAnswer } from './prevent/list/check-address.ts'
import { createPrevent } from './prevent/prevent.ts'
import type { Prevent } from './prevent/types.ts'
import type { Store } from './store/types.ts'

type Deps = {
  readonly store: Store; readonly now: () => number; readonly log: Log
  readonly mask: AddressMask | undefined
}

type Answers = {
  readonly check: (
    tenant: string, queries: readonly { readonly address: string; readonly list?: string }[],
  ) => Promise<readonly KnownAnswer[]>
}

export function preventOf(
  { prevent, addresses, bounce: border }: Config, deps: Deps, answers: Answers,
): Prevent {
  const web = createSafeFetch(SAFE_FETCH_DEFAULTS)
  return createPrevent(prevent, {
    ...deps, border, equivalence: addresses,
    ask: async (tenant, address) => (await answers.check(tenant, [{ address }]))[0],
    askMany: (tenant, asked, list) => answers.check(tenant, asked.map((address) =>
      list === undefined ? { address } : { address, list })),
    fetchText: (url) => fetchText(web, url),
  })
}
