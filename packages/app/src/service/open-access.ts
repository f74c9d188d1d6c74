// Access without the service: for commands that change who may log in, also while the service runs.

import { accessOf } from './access-of.ts'
import type { Access } from './access/access.ts'
import type { Config } from './config/types.ts'
import { SILENT_LOG } from './log.ts'
import { openStore, storeToUse } from './store/open.ts'

/** @throws StoreError that says what is wrong with the store, also where it is `missing` */
export async function openAccess(
  config: Config, missing: Parameters<typeof storeToUse>[1],
): Promise<{ readonly access: Access; readonly close: () => Promise<void> }> {
  const now = Date.now
  const { url, ...storeOptions } = config.store
  const store = await openStore(storeToUse(url, missing), storeOptions, { log: SILENT_LOG, now })
  return {
    access: accessOf(config, { store, now, log: SILENT_LOG }), close: () => store.close(),
  }
}
