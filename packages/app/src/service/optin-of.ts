// Double opt-in as the configuration says, where it is switched on.

import type { TokenKey } from '@carom/core'
import { createTypoFinder } from '@carom/core/prevent'
import { createRelay } from './bounce/relay.ts'
import { speakerOf } from './bounce/options.ts'
import type { Config } from './config/types.ts'
import { enqueueNotifications } from './deliver/webhooks/outbox.ts'
import type { Log } from './log.ts'
import { createOptin, type RunningOptin } from './optin/optin.ts'
import type { Decider } from './pipeline/create.ts'
import type { Store } from './store/types.ts'

export type OptinOfDeps = {
  readonly store: Store
  readonly log: Log
  readonly now: () => number
}

type Surroundings = {
  /** Of return-path tokens. */
  readonly keys: () => readonly TokenKey[]
  /** There is something to deliver. */
  readonly wake: () => void
}

type Part = Omit<RunningOptin, 'api'> & { readonly api: RunningOptin['api'] | undefined }

export function optinOf(
  { optin, bounce, tenant, addresses, http }: Config,
  { ledger, feed }: Pick<Decider, 'ledger' | 'feed'>, deps: OptinOfDeps,
  { keys, wake }: Surroundings,
): Part {
  if (!optin.enabled || http.publicUrl === undefined) return OFF
  const relay = optin.relay ?? bounce.relay
  return createOptin(optin, tenant, {
    ...deps, ledger, tokenKeys: keys, equivalence: addresses, typos: createTypoFinder(),
    publicUrl: http.publicUrl.replace(/\/$/, ''),
    relay: relay === undefined ? undefined : createRelay(relay, speakerOf(bounce).host),
    notify: (tx, whose, notes) => enqueueNotifications(tx, whose, notes, deps.now()),
    told() {
      feed.wake()
      wake()
    },
  })
}

const OFF: Part = { api: undefined, start: () => {}, stop: () => Promise.resolve() }
