// What an intake needs, in memory: a store that knows each key once, cursors, a silent log.

import { setTimeout as sleep } from 'node:timers/promises'
import type { NewInput } from '../../../src/service/store/types.ts'
import type { MailIntakeDeps } from '../../../src/service/intake/mailbox/types.ts'

export type MemoryDeps = MailIntakeDeps & {
  readonly inputs: readonly NewInput[]
  readonly cursorMap: Map<string, string>
  readonly warnings: string[]
  /** Times that `wake` was called. */
  readonly wakes: () => number
  /** The number of inputs that came again. */
  readonly repeated: () => number
  /** Makes the next `count` commits fail. */
  readonly failCommits: (count: number) => void
  /** Called before each commit; what waits here makes the intake wait. */
  onCommit: (inputs: readonly NewInput[]) => Promise<void> | void
}

export function memoryDeps(): MemoryDeps {
  const inputs: NewInput[] = []
  const keys = new Set<string>()
  const cursorMap = new Map<string, string>()
  const warnings: string[] = []
  let wakes = 0
  let repeated = 0
  let failing = 0
  const deps: MemoryDeps = {
    inputs, cursorMap, warnings,
    wakes: () => wakes,
    repeated: () => repeated,
    failCommits: (count) => {
      failing = count
    },
    onCommit: () => undefined,
    store: {
      ingest: async (given) => {
        await deps.onCommit(given)
        if (failing > 0) {
          failing -= 1
          throw new Error('database is locked')
        }
        const ids = given.map((input) => {
          if (keys.has(input.transportKey)) {
            repeated += 1
            return undefined
          }
          keys.add(input.transportKey)
          // Bytes may lie in a buffer that the transport uses again.
          inputs.push({ ...input, bytes: Uint8Array.from(input.bytes) })
          return inputs.length
        })
        return { ids }
      },
    },
    cursors: {
      get: (key) => Promise.resolve(cursorMap.get(key)),
      set: (key, value) => {
        cursorMap.set(key, value)
        return Promise.resolve()
      },
    },
    log: {
      debug: () => undefined, info: () => undefined,
      warn: (message, fields) => warnings.push(`${message} ${JSON.stringify(fields)}`),
      error: (message, fields) => warnings.push(`${message} ${JSON.stringify(fields)}`),
    },
    now: Date.now,
    wake: () => {
      wakes += 1
    },
  }
  return deps
}

/** Waits until something holds; fails with what is there when it does not within ten seconds. */
export async function until(
  holds: () => boolean | Promise<boolean>, state: () => unknown = () => '',
): Promise<void> {
  for (let tries = 0; tries < 1_000; tries += 1) {
    if (await holds()) return
    await sleep(10)
  }
  throw new Error(`did not happen; state: ${JSON.stringify(state())}`)
}
