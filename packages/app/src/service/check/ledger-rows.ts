// What the store has about addresses that are checked, and pages of all that may be held back.

import type { AddressState } from '@carom/core'
import type { AddressKey, Reader, SqlValue, Store } from '../store/types.ts'
import type { KeyPage } from './check-index.ts'

/** A row of the suppression list. */
export type SuppressionFact = {
  readonly address: string
  readonly list: string
  readonly reason: string
  readonly origin: string
  readonly created_at: number
  readonly expires_at: number | null
  readonly proof: string | null
}

/** A row of the ledger of addresses. */
export type StateFact = {
  readonly address: string
  readonly list: string
  readonly status: AddressState['status']
  readonly until_at: number | null
  readonly reason: string | null
  readonly policy: string
  readonly state: string
}

export type Facts = {
  readonly suppressions: readonly SuppressionFact[]
  readonly states: readonly StateFact[]
}

/** Rows in a page: read in a few milliseconds, so that checks go on while the index loads. */
const PAGE_ROWS = 4_000

/** Addresses in one question to the store; both databases allow tens of thousands. */
export const ADDRESSES_PER_QUERY = 512

/**
 * Statuses that hold mail back or advise on it. Suppressed and removed addresses stand in the table
 * of suppressions too, which is written in the same transaction.
 */
const HELD_STATUSES = ['paused', 'probing', 'watch'] as const
/** The condition of their index. */
const IS_HELD = `status IN ('paused', 'probing', 'watch')`

/** Rows of these addresses, for the address as such and for one list. */
export async function readFacts(
  store: Reader, tenant: string, addresses: readonly string[], list: string,
): Promise<Facts> {
  const ofList = list === '' ? `list = ''` : `list IN ('', ?)`
  const where = `WHERE tenant = ? AND ${ofList} AND address`
  const params: SqlValue[] = list === '' ? [tenant] : [tenant, list]
  const suppressions = await store.allIn<SuppressionFact>({
    before: 'SELECT address, list, reason, origin, created_at, expires_at, proof ' +
      `FROM suppressions ${where}`, params, values: addresses,
  })
  const states = await store.allIn<StateFact>({
    before: 'SELECT address, list, status, until_at, reason, policy, state FROM addresses ' + where,
    params, values: addresses,
  })
  return { suppressions, states }
}

type Group = KeyPage & { readonly last: string; readonly n: number }

/** Pages of every key that the index must know. Those that ran out are among them: no harm. */
export async function* readKeys(store: Store): AsyncGenerator<KeyPage> {
  let last: AddressKey = { tenant: '', address: '', list: '' }
  for (let read = PAGE_ROWS; read === PAGE_ROWS;) {
    // Only columns of the primary key: it is read through without a look at the rows. The order
    // puts the group first that holds the last key of the page.
    const groups = await store.all<Group>(
      'SELECT tenant, list, string_agg(address, ?) AS lines, MAX(address) AS last, ' +
        'COUNT(*) AS n FROM (SELECT tenant, address, list FROM suppressions ' +
        'WHERE (tenant, address, list) > (?, ?, ?) ORDER BY tenant, address, list LIMIT ?) page ' +
        'GROUP BY tenant, list ORDER BY tenant DESC, MAX(address) DESC, list DESC',
      ['\n', last.tenant, last.address, last.list, PAGE_ROWS])
    read = groups.reduce((sum, { n }) => sum + Number(n), 0)
    yield* groups
    const [end] = groups
    if (end !== undefined) last = { tenant: end.tenant, address: end.last, list: end.list }
  }
  for await (const tenant of readTenants(store)) {
    for (const status of HELD_STATUSES) yield* readHeld(store, tenant, status)
  }
}

async function* readTenants(store: Reader): AsyncGenerator<string> {
  let after = ''
  for (let sign = '>='; ; sign = '>') {
    const row = await store.get<{ tenant: string | null }>(
      `SELECT MIN(tenant) AS tenant FROM addresses WHERE tenant ${sign} ?`, [after])
    if (row === undefined || row.tenant === null) return
    after = row.tenant
    yield after
  }
}

/** The longest wait that the retry adviser gives of its own (policy/retry.ts of the core). */
const PENDING_MS = 2 * 86_400_000

/**
 * Pages of the addresses that failed lately: to some of them another try makes sense later only,
 * though nothing holds them back. Under the list that stands for all.
 */
export async function* readPending(store: Reader, now: number): AsyncGenerator<KeyPage> {
  for await (const tenant of readTenants(store)) {
    let last = { at: now - PENDING_MS, id: '' }
    for (let read = PAGE_ROWS; read === PAGE_ROWS;) {
      const rows = await store.all<{ at: number; id: string; address: string }>(
        'SELECT at, id, address FROM incidents WHERE tenant = ? AND (at, id) > (?, ?) ' +
          'ORDER BY at, id LIMIT ?', [tenant, last.at, last.id, PAGE_ROWS])
      read = rows.length
      const end = rows.at(-1)
      if (end === undefined) break
      last = { at: Number(end.at), id: end.id }
      yield { tenant, list: '', lines: rows.map(({ address }) => address).join('\n') }
    }
  }
}

type HeldRow = { readonly row: number; readonly address: string; readonly list: string }

async function* readHeld(
  { kind, all }: Store, tenant: string, status: typeof HELD_STATUSES[number],
): AsyncGenerator<KeyPage> {
  // SQLite uses an index of some rows only where their condition stands in the text as it is.
  const where = `WHERE tenant = ? AND ${IS_HELD} AND status = '${status}' AND`
  // Each in the order of its index, which SQLite has to be told of: it would sort all rows.
  const sql = kind === 'sqlite'
    ? `SELECT rowid AS row, address, list FROM addresses INDEXED BY addresses_held ${where} ` +
      'rowid > ? ORDER BY rowid LIMIT ?'
    : `SELECT 0 AS row, address, list FROM addresses ${where} ` +
      'address >= ? AND (address > ? OR list > ?) ORDER BY address, list LIMIT ?'
  let last: HeldRow = { row: -1, address: '', list: '' }
  for (;;) {
    const place = kind === 'sqlite' ? [last.row] : [last.address, last.address, last.list]
    const page = await all<HeldRow>(sql, [tenant, ...place, PAGE_ROWS])
    const end = page.at(-1)
    if (end === undefined) return
    for (const { address, list } of page) yield { tenant, list, lines: address }
    last = end
  }
}
