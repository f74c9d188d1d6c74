// Runs the crashes against one kind of store, each in a store of its own.

import { test } from 'node:test'
import type { Store } from '../../../src/service/store/types.ts'
import { reserveFile, reserveSchema } from '../temporary-store.ts'
import { CRASHES } from './crash.ts'

export function runCrashes(kind: Store['kind'], skip: string | false): void {
  for (const { name, run } of CRASHES) {
    test(`${kind} ${name}`, { skip }, async () => {
      const { url, remove } = kind === 'sqlite' ? await reserveFile() : reserveSchema()
      try {
        await run(url)
      } finally {
        await remove()
      }
    })
  }
}
