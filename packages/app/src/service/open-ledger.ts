// The ledger without the service: for commands that look at a store or change it, also while the
// service runs on it.

import { createCheckIndex } from './check/check-index.ts'
import { createChecker } from './check/check.ts'
import { hashAddress, keeperOf } from './check/hashed-address.ts'
import type { Config } from './config/types.ts'
import { enqueueNotifications } from './deliver/webhooks/outbox.ts'
import type { Ledger } from './http/ledger.ts'
import { SILENT_LOG } from './log.ts'
import { readMask } from './masked-addresses.ts'
import { createDecider } from './pipeline/create.ts'
import { PIPELINE_DEFAULTS } from './pipeline/pipeline.ts'
import { policyOf } from './policy-of.ts'
import { readPepper } from './secrets.ts'
import { openStore } from './store/open.ts'
import type { SourceType } from './store/types.ts'

export type OpenedLedger = { readonly ledger: Ledger; readonly close: () => Promise<void> }

/** @throws StoreError that says what is wrong with the store */
export async function openLedger(config: Config): Promise<OpenedLedger> {
  const now = Date.now
  const { url, ...storeOptions } = config.store
  const store = await openStore(url, storeOptions, { log: SILENT_LOG, now })
  const pepper = await readPepper(store, config.privacy.pepperFile, now())
  // The index would take longer to fill than a command's questions take: the store answers.
  const mask = await readMask(store, pepper)
  const checker = createChecker({
    store, index: createCheckIndex(), now, isLoaded: () => false, pepper, mask,
    equivalence: config.addresses,
  })
  const sources = await store.all<{ id: string; type: SourceType }>('SELECT id, type FROM sources')
  const types = new Map(sources.map(({ id, type }) => [id, type]))
  const { ledger, close } = createDecider({
    pipeline: PIPELINE_DEFAULTS,
    apply: {
      equivalence: config.addresses, ownDomains: config.guards.ownDomains,
      dryRun: config.guards.dryRun, keep: keeperOf(config.addresses, mask),
    },
    policy: policyOf(config),
  }, {
    store, now, log: SILENT_LOG, changed: () => undefined,
    notify: (tx, tenant, notes) => enqueueNotifications(tx, tenant, notes, now()),
    check: {
      checkNow: () => undefined,
      check: (tenant, queries) => checker.checkMany(tenant, queries),
    },
    typeOfSource: (id) => types.get(id) ?? 'http', healthOf: () => 'stopped',
    hash: (address) => hashAddress(pepper, address),
  })
  return {
    ledger,
    close: async () => {
      await close()
      await store.close()
    },
  }
}
