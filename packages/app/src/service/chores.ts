// What is to be done now and then: old inputs go, young ones are packed when there is time.

import { setTimeout as sleep } from 'node:timers/promises'
import type { Log } from './log.ts'
import { indexOlder } from './pipeline/search-index.ts'
import { packRaws } from './store/raws.ts'
import { sweep, type RetentionOptions } from './store/retention.ts'
import { sweepLedger, type LedgerRetention } from './store/sweep-ledger.ts'
import type { Store } from './store/types.ts'

export type Chores = {
  readonly start: () => void
  readonly stop: () => Promise<void>
}

const SWEEP_MS = 3_600_000
/** The first sweep comes when the start is over. */
const FIRST_SWEEP_MS = 60_000
const SCORES_MS = 6 * 3_600_000
const PACK_MS = 10_000
/** A store that is older than the index of its events. */
const INDEX_MS = 5_000
const ORIGINS_MS = 5_000
/** Between two turns of packing, so that intake and decisions come first. */
const PACK_PAUSE_MS = 100

export function createChores(
  retention: RetentionOptions & LedgerRetention,
  { store, log, now, isIdle, measureReputation, verifyReports }: {
    readonly store: Store; readonly log: Log; readonly now: () => number
    /** Nothing waits to be judged. */
    readonly isIdle: () => Promise<boolean>
    readonly measureReputation: () => Promise<void>
    /** Looks at some reports of which it is not known who sent them; false: there are none. */
    readonly verifyReports: () => Promise<boolean>
  },
): Chores {
  const stopping = new AbortController()
  const running: Promise<void>[] = []
  const pause = async (ms: number): Promise<void> => {
    await sleep(ms, undefined, { signal: stopping.signal, ref: false }).catch(() => undefined)
  }
  const repeat = async (
    name: string, waitMs: number, everyMs: number, chore: () => Promise<void>,
  ): Promise<void> => {
    await pause(waitMs)
    while (!stopping.signal.aborted) {
      try {
        await chore()
      } catch (error) {
        log.warn(`${name} could not be done; it is tried again`, { error })
      }
      await pause(everyMs)
    }
  }
  return {
    start() {
      running.push(
        repeat('the sweep of old inputs', FIRST_SWEEP_MS, SWEEP_MS, async () => {
          const swept = await sweep(store, retention, now())
          if (swept.isClockOdd) {
            log.warn('the clock leapt: nothing was removed this time')
            return
          }
          if (swept.raws + swept.inbox > 0) log.info('old inputs were removed', swept)
          const ledger = await sweepLedger(store, retention, now())
          if (ledger !== undefined) log.info('the ledger was swept', ledger)
        }),
        repeat('the scores of senders', FIRST_SWEEP_MS, SCORES_MS, measureReputation),
        repeat('the look at who sent reports', ORIGINS_MS, ORIGINS_MS, async () => {
          while (!stopping.signal.aborted && await verifyReports()) continue
        }),
        repeat('packing of inputs', PACK_MS, PACK_MS, async () => {
          while (!stopping.signal.aborted && await isIdle() && await packRaws(store, now())) {
            await pause(PACK_PAUSE_MS)
          }
        }),
        repeat('the index of older events', INDEX_MS, SWEEP_MS, async () => {
          while (!stopping.signal.aborted && await indexOlder(store, now())) {
            await pause(PACK_PAUSE_MS)
          }
        }))
    },
    async stop() {
      stopping.abort()
      await Promise.all(running)
    },
  }
}
