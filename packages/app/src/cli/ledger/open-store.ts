// The store of the configuration, for commands that only look into it.

import type { Config } from '../../service/config/types.ts'
import { SILENT_LOG } from '../../service/log.ts'
import { openStore, storeToUse } from '../../service/store/open.ts'
import type { Store } from '../../service/store/types.ts'

/** @throws StoreError that says what is wrong with the store, also where there is none */
export async function openStoreThatIs({ store: { url, ...options } }: Config): Promise<Store> {
  return await openStore(storeToUse(url, 'refuse'), options, { log: SILENT_LOG, now: Date.now })
}
