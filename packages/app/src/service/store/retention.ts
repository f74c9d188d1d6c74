// What has been kept long enough goes: raw inputs, the inbox, answers to repeated requests.

import { readSetting, writeSetting } from './settings.ts'
import { sqlList } from './sql.ts'
import type { Store } from './types.ts'

export type RetentionOptions = {
  /** How long raw inputs are kept, in ms. @default 30 days */
  readonly rawMs: number
  /**
   * How long the keys of inputs are remembered, in ms, so that the same input is not taken twice.
   * @default 396 days
   */
  readonly inboxMs: number
}

export const RETENTION_DEFAULTS: RetentionOptions = {
  rawMs: 30 * 86_400_000,
  inboxMs: 396 * 86_400_000,
}

export type Swept = {
  readonly raws: number
  readonly inbox: number
  /** The clock stands far from where it stood last: nothing was removed this time. */
  readonly isClockOdd: boolean
}

/** Rows that go in one transaction, so that others need not wait long. */
const SWEPT_AT_ONCE = 500
/** A leap of the clock beyond that must be confirmed by the next sweep (F15). */
const LEAP_MS_MAX = 2 * 86_400_000
/** Pages of 4 kB that SQLite gives back to the disk in one transaction. */
const PAGES_AT_ONCE = 2000
const SWEPT_AT = 'swept-at'

/**
 * Removes what is older than `options` say, oldest first. Inputs that still wait to be judged stay.
 * To be called every hour or so.
 */
export async function sweep(
  store: Store, options: RetentionOptions, now: number,
): Promise<Swept> {
  const last = await readSetting(store, '', SWEPT_AT)
  await store.write((tx) => writeSetting(tx, '', SWEPT_AT, String(now), now))
  if (last !== undefined && Math.abs(now - Number(last)) > LEAP_MS_MAX) {
    return { raws: 0, inbox: 0, isClockOdd: true }
  }
  const raws = await sweepTable(store, 'raws', now - options.rawMs)
  const inbox = await sweepTable(store, 'inbox', now - Math.max(options.inboxMs, options.rawMs))
  await store.write((tx) => tx.run('DELETE FROM idempotency WHERE expires_at <= ?', [now]))
  if (store.kind === 'sqlite' && raws + inbox > 0) await giveBack(store)
  return { raws, inbox, isClockOdd: false }
}

// Ids rise with the time, so the first part without anything old is the end; no index is needed.
async function sweepTable(
  store: Store, table: 'raws' | 'inbox', before: number,
): Promise<number> {
  const isWaiting = table === 'inbox'
    ? `state = 'new'`
    : `EXISTS (SELECT 1 FROM inbox WHERE inbox.id = raws.id AND state = 'new')`
  let removed = 0
  for (let after = 0; ;) {
    const rows = await store.all<{ id: number; received_at: number }>(
      `SELECT id, received_at FROM ${table} WHERE id > ? ORDER BY id LIMIT ?`,
      [after, SWEPT_AT_ONCE])
    const old = rows.filter(({ received_at }) => received_at < before).map(({ id }) => id)
    if (old.length === 0) return removed
    const { sql, params } = sqlList(old)
    const { changes } = await store.write((tx) => tx.run(
      `DELETE FROM ${table} WHERE id IN ${sql} AND NOT ${isWaiting}`, params))
    removed += changes
    after = rows.at(-1)?.id ?? after
  }
}

async function giveBack(store: Store): Promise<void> {
  let left = Infinity
  for (;;) {
    const row = await store.write(async (tx) => {
      await tx.run(`PRAGMA incremental_vacuum(${PAGES_AT_ONCE})`)
      return tx.get<{ freelist_count: number }>('PRAGMA freelist_count')
    })
    const free = row?.freelist_count ?? 0
    // It does not fall in a file that another program made.
    if (free < PAGES_AT_ONCE || free >= left) return
    left = free
  }
}
