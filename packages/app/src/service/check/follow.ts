// Keeps the index of checks up to date: filled at the start, told by this process after each
// commit, and by the audit rows and the events that other processes write.

import { setImmediate as giveWay } from 'node:timers/promises'
import type { Log } from '../log.ts'
import type { AddressKey, Reader, Store } from '../store/types.ts'
import type { CheckIndex } from './check-index.ts'
import { createKeptIndex, type KeptIndexOptions } from './kept-index.ts'
import { readKeys, readPending } from './ledger-rows.ts'

export type CheckFollowerOptions = KeptIndexOptions & {
  /**
   * Pause in ms between two looks for changes that other processes made.
   * @default 500
   */
  readonly pollMs: number
}

export const CHECK_FOLLOWER_DEFAULTS: CheckFollowerOptions = {
  pollMs: 500, keptFrom: 100_000, keepMs: 3_600_000,
}

export type CheckFollower = {
  /** Resolves when the index is filled; until then `isLoaded` is false. */
  readonly start: () => Promise<void>
  readonly stop: () => Promise<void>
  readonly isLoaded: () => boolean
  /** Called after the commit of any change of these addresses, whatever the change. */
  readonly changed: (keys: readonly AddressKey[]) => void
}

export type CheckFollowerDeps = {
  readonly store: Store
  readonly index: CheckIndex
  readonly log: Log
  readonly now: () => number
}

/** How long loading may keep the event loop to itself. */
const TURN_MS = 8
/** Rows read at once. */
const PAGE_ROWS = 2_000

export function createCheckFollower(
  options: CheckFollowerOptions, { store, index, log, now }: CheckFollowerDeps,
): CheckFollower {
  let seq = 0
  let isLoaded = false
  let isRunning = false
  let timer: NodeJS.Timeout | undefined
  let polling: Promise<void> = Promise.resolve()
  // An SQLite store has one process, which tells of what it does.
  const waits = store.kind === 'postgres' ? followWaits(store, index) : undefined
  const kept = createKeptIndex(options, { store, index, log })

  // Every key that changed is added, lifted ones too: a positive answer is looked up anyway, and
  // the checker takes out what the store has no row for.
  const readOn = async (): Promise<void> => {
    for (;;) {
      const rows = await store.all<AddressKey & { seq: number; action: string }>(
        'SELECT seq, tenant, address, list, action FROM audit WHERE seq > ? ORDER BY seq LIMIT ?',
        [seq, PAGE_ROWS])
      for (const row of rows) {
        if (row.address !== '') index.add(row)
        // What stays of an erased person may be suppressed for some lists only.
        if (row.action === 'erased') for (const key of await readKept(store, row)) index.add(key)
      }
      seq = Number(rows.at(-1)?.seq ?? seq)
      if (rows.length < PAGE_ROWS) break
    }
    await waits?.readOn()
  }
  const poll = async (): Promise<void> => {
    try {
      await readOn()
    } catch (error) {
      log.warn('check: changes could not be read; trying again', { error })
    }
    await kept.keep(seq)
    if (isRunning) timer = setTimeout(startPoll, options.pollMs).unref()
  }
  const startPoll = (): void => { polling = poll() }

  return {
    async start() {
      isRunning = true
      const began = now()
      const known = await kept.takeUp()
      // First the places, then the rows: what changes meanwhile is read twice.
      await waits?.start()
      seq = known ?? await lastOf(store, 'audit')
      if (known === undefined) await index.load(withPauses(readKeys(store), () => isRunning))
      await index.load(withPauses(readPending(store, began), () => isRunning))
      if (!isRunning) return
      await readOn()
      isLoaded = true
      log.info('check: addresses loaded', {
        addresses: index.size, bytes: index.bytes, tookMs: now() - began,
      })
      startPoll()
    },
    async stop() {
      isRunning = false
      clearTimeout(timer)
      await polling
      clearTimeout(timer)
      if (isLoaded) await kept.keep(seq, true)
    },
    isLoaded: () => isLoaded,
    changed: (keys) => { for (const key of keys) index.add(key) },
  }
}

type Failure = {
  readonly seq: number
  readonly tenant: string
  readonly address: string
  readonly counted: number
  readonly remedy: string
}

/**
 * Follows events for failures after which another try makes sense later: that changes no status, so
 * that no audit row tells of it.
 */
function followWaits(
  store: Reader, index: CheckIndex,
): { readonly start: () => Promise<void>; readonly readOn: () => Promise<void> } {
  let seq = 0
  return {
    async start() { seq = await lastOf(store, 'events') },
    async readOn() {
      for (let read = PAGE_ROWS; read === PAGE_ROWS;) {
        const rows = await store.all<Failure>(
          'SELECT seq, tenant, address, counted, remedy FROM events WHERE seq > ? ' +
            'ORDER BY seq LIMIT ?', [seq, PAGE_ROWS])
        for (const { tenant, address, counted, remedy } of rows) {
          if (counted === 1 && remedy === 'retry') index.add({ tenant, address, list: '' })
        }
        seq = Number(rows.at(-1)?.seq ?? seq)
        read = rows.length
      }
    },
  }
}

async function lastOf(store: Reader, table: 'audit' | 'events'): Promise<number> {
  const row = await store.get<{ seq: number | null }>(`SELECT MAX(seq) AS seq FROM ${table}`)
  return Number(row?.seq ?? 0)
}

async function readKept(
  store: Reader, { tenant, address }: Pick<AddressKey, 'tenant' | 'address'>,
): Promise<AddressKey[]> {
  return await store.all<AddressKey>(
    'SELECT tenant, address, list FROM suppressions WHERE tenant = ? AND address = ?',
    [tenant, address])
}

async function* withPauses<Page>(
  pages: AsyncIterable<Page>, isWanted: () => boolean,
): AsyncGenerator<Page> {
  let turn = performance.now()
  for await (const page of pages) {
    if (!isWanted()) return
    yield page
    if (performance.now() - turn < TURN_MS) continue
    await giveWay()
    turn = performance.now()
  }
}
