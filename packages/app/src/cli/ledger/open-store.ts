// The store of the configuration, for commands that only look into it.

import { stat } from 'node:fs/promises'
import type { Config } from '../../service/config/types.ts'
import { SILENT_LOG } from '../../service/log.ts'
import { openStore } from '../../service/store/open.ts'
import type { Store } from '../../service/store/types.ts'

/**
 * A mistyped name must not become a new, empty store that knows nothing.
 * @throws Error with a code where there is none
 */
export async function openStoreThatIs({ store: { url, ...options } }: Config): Promise<Store> {
  if (!/^postgres(?:ql)?:/i.test(url)) await stat(url.replace(/^sqlite:(?:\/\/(?=\/))?/, ''))
  return await openStore(url, options, { log: SILENT_LOG, now: Date.now })
}
