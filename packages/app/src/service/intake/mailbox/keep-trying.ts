// Runs one source until it is told to stop: after trouble it says what is wrong, waits, goes on.

import type { Log } from '../../log.ts'
import { pauseMs, waitMs } from './backoff.ts'
import type { BackoffOptions } from './backoff.ts'
import type { HealthKeeper } from './health.ts'

export type Trying = {
  readonly options: BackoffOptions & { readonly source: string }
  readonly deps: {
    readonly log: Log; readonly now: () => number; readonly random?: () => number
  }
  readonly health: HealthKeeper
  readonly signal: AbortSignal
  /** One turn: reads, waits for more, and so on, until trouble. */
  readonly turn: () => Promise<void>
  /** A number that grows while mail comes through: trouble after that is new trouble. */
  readonly progress: () => number
  /** What is wrong and what to do; `patient` where trying soon would do harm. */
  readonly describe: (error: unknown) => { readonly problem: string; readonly patient: boolean }
}

/** A turn that lasted this long was a good one; trouble after it is new trouble. */
const GOOD_TURN_MS = 60_000

/** Never rejects. */
export async function keepTrying(trying: Trying): Promise<void> {
  const { options, deps, health, signal } = trying
  health.set('starting')
  for (let failures = 0; !signal.aborted;) {
    const begun = deps.now()
    const before = trying.progress()
    try {
      await trying.turn()
      failures = 0
    } catch (error) {
      if (signal.aborted) break
      const isNew = deps.now() - begun > GOOD_TURN_MS || trying.progress() !== before
      failures = isNew ? 1 : failures + 1
      const { problem, patient } = trying.describe(error)
      const ms = patient
        ? options.retryMaxMs
        : pauseMs(failures, options, deps.random ?? Math.random)
      health.set('failing', problem)
      deps.log.warn('reading mail failed, will try again', {
        source: options.source, place: health.read().place, problem, retryInMs: ms,
      })
      await waitMs(ms, signal)
    }
  }
  health.set('stopped')
}
