// Runs the contract against one kind of store, each case in a store of its own.

import { test } from 'node:test'
import { SILENT_LOG } from '../../../src/service/log.ts'
import { openStore } from '../../../src/service/store/open.ts'
import type { Store } from '../../../src/service/store/types.ts'
import { openTemporaryStore } from '../temporary-store.ts'
import { CONTRACT } from './contract.ts'
import { NOON } from './inputs.ts'

export function runContract(kind: Store['kind'], skip: string | false): void {
  for (const { name, run } of CONTRACT) {
    test(`${kind} ${name}`, { skip }, async () => {
      const { store, url, cleanup } = await openTemporaryStore({ kind, now: () => NOON })
      const opened: Store[] = []
      try {
        await run(store, async () => {
          const again = await openStore(url, {}, { log: SILENT_LOG, now: () => NOON })
          opened.push(again)
          return again
        })
      } finally {
        for (const again of opened) await again.close()
        await cleanup()
      }
    })
  }
}
