// A stop that ends: parts are stopped in order, and none may hold up the others for long (F22).

import { setTimeout as sleep } from 'node:timers/promises'
import type { Log } from './log.ts'

export type Stoppable = { readonly stop: () => Promise<void> }

/**
 * Time for all groups together, in milliseconds: a container is killed ten seconds after it was
 * told to stop, and the process has to end within them too.
 */
const STOP_MS_MAX = 9_000
/** Kept back for the groups that come after. */
const GROUP_RESERVE_MS = 500

/** Stops each group at once, one group after the other; never rejects. */
export async function stopInOrder(
  groups: readonly (readonly Stoppable[])[], log: Log, limitMs: number = STOP_MS_MAX,
): Promise<void> {
  const endAt = performance.now() + limitMs
  for (const [i, group] of groups.entries()) {
    const reserved = GROUP_RESERVE_MS * (groups.length - i - 1)
    const leftMs = Math.max(GROUP_RESERVE_MS, endAt - performance.now() - reserved)
    const stopped = Promise.all(group.map(async (part) => {
      try {
        await part.stop()
      } catch (error) {
        log.error('a part of the service did not stop well', { error })
      }
    }))
    const timer = new AbortController()
    const isLate = await Promise.race([
      stopped.then(() => false),
      sleep(leftMs, true, { signal: timer.signal }).catch(() => false),
    ])
    timer.abort()
    if (isLate) log.warn('a part of the service took too long to stop; going on without it')
  }
}
