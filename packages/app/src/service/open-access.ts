// Access without the service: for commands that change who may log in, also while the service runs.

import { accessOf } from './access-of.ts'
import type { Access } from './access/access.ts'
import type { Config } from './config/types.ts'
import { SILENT_LOG } from './log.ts'
import { openStore } from './store/open.ts'

/** @throws StoreError that says what is wrong with the store */
export async function openAccess(
  config: Config,
): Promise<{ readonly access: Access; readonly close: () => Promise<void> }> {
  const now = Date.now
  const { url, ...storeOptions } = config.store
  const store = await openStore(url, storeOptions, { log: SILENT_LOG, now })
  return {
    access: accessOf(config, { store, now, log: SILENT_LOG }), close: () => store.close(),
  }
}
