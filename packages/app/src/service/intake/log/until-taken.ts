// A store that is away comes back: until then nothing is read on, and nothing is lost.

import { setTimeout as sleep } from 'node:timers/promises'
import type { Log } from './types.ts'

const RETRY_MS_MAX = 30_000

/** Does `work` again until it succeeds; rejects only after `signal`. */
export async function untilTaken(
  work: () => Promise<void>,
  { retryMs, source, log, signal }: {
    readonly retryMs: number; readonly source: string; readonly log: Log
    readonly signal: AbortSignal
  },
): Promise<void> {
  for (let waitMs = retryMs; ; waitMs = Math.min(waitMs * 2, RETRY_MS_MAX)) {
    try {
      await work()
      return
    } catch (error) {
      if (signal.aborted) throw error
      log.error('the store does not take what a log told; it is tried again', {
        source, waitMs, error,
      })
      await sleep(waitMs, undefined, { signal })
    }
  }
}
