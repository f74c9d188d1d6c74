// A write that is begun within another one would wait for it, and the other for the first: told
// instead of waited for.

import { AsyncLocalStorage } from 'node:async_hooks'

export type WriteGuard = {
  /** Runs the work of a transaction. */
  readonly within: <Result>(work: () => Promise<Result>) => Promise<Result>
  /** @throws TypeError within the work of a transaction that is not over */
  readonly check: () => void
}

/** One for each store, since writes of two stores do not wait for each other. */
export function createWriteGuard(): WriteGuard {
  const writes = new AsyncLocalStorage<{ isOpen: boolean }>()
  return {
    within: async (work) => {
      const write = { isOpen: true }
      try {
        return await writes.run(write, work)
      } finally {
        write.isOpen = false
      }
    },
    check: () => {
      if (writes.getStore()?.isOpen !== true) return
      throw new TypeError('store: a write was begun within a write and would wait for its end; ' +
        'use the transaction that is open')
    },
  }
}
