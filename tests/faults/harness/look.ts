// The store of a round, opened beside the service.

import { SILENT_LOG } from '../../../packages/app/src/service/log.ts'
import { openStore } from '../../../packages/app/src/service/store/open.ts'
import type { Store } from '../../../packages/app/src/service/store/types.ts'

export async function openForCheck(url: string): Promise<Store> {
  return await openStore(url, { busyTimeoutMs: 20_000 }, { log: SILENT_LOG, now: Date.now })
}
