// What the store has about addresses that are checked, and pages of all that may be held back.

import type { AddressState } from '@carom/core'
import type { AddressKey, Reader, SqlValue, Store } from '../store/types.ts'

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
export const ADDRESSES_PER_QUERY = 500

/**
 * Statuses that hold mail back or advise on it. Suppressed and removed addresses stand in the table
 * of suppressions too, which is written in the same transaction.
 */
const HELD_STATUSES = ['paused', 'probing', 'watch'] as const

/** Rows of these addresses, for the address as such and for one list. */
export async function readFacts(
  store: Reader, tenant: string, addresses: readonly string[], list: string,
): Promise<Facts> {
  const marks = placeholders(addresses.length)
  const where = `WHERE tenant = ? AND address IN (${marks.text}) AND list IN ('', ?)`
  const params: SqlValue[] = [tenant, ...addresses, ...marks.filling, list]
  const suppressions = await store.all<SuppressionFact>(
    'SELECT address, list, reason, origin, created_at, expires_at, proof ' +
      `FROM suppressions ${where}`, params)
  const states = await store.all<StateFact>(
    `SELECT address, list, status, until_at, reason, policy, state FROM addresses ${where}`, params)
  return { suppressions, states }
}

/** Few different lengths, so that prepared statements are met again. */
function placeholders(count: number): { readonly text: string; readonly filling: null[] } {
  const length = count === 1 ? 1 : count <= 16 ? 16 : ADDRESSES_PER_QUERY
  return {
    text: Array.from({ length }, () => '?').join(', '),
    filling: Array.from({ length: length - count }, () => null),
  }
}

/** About how many keys `readKeys` will give. */
export async function countKeys(store: Store): Promise<number> {
  const row = await store.get<{ n: number }>('SELECT COUNT(*) AS n FROM suppressions')
  return Number(row?.n ?? 0)
}

/** Pages of every key that the index must know. */
export async function* readKeys(store: Reader, now: number): AsyncGenerator<AddressKey[]> {
  let last: AddressKey = { tenant: '', address: '', list: '' }
  for (;;) {
    const page = await store.all<AddressKey & { expires_at: number | null }>(
      'SELECT tenant, address, list, expires_at FROM suppressions ' +
        'WHERE (tenant, address, list) > (?, ?, ?) ORDER BY tenant, address, list LIMIT ?',
      [last.tenant, last.address, last.list, PAGE_ROWS])
    const end = page.at(-1)
    if (end === undefined) break
    yield page.filter(({ expires_at: until }) => until === null || Number(until) > now)
    last = end
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

async function* readHeld(
  store: Reader, tenant: string, status: string,
): AsyncGenerator<AddressKey[]> {
  let last = { address: '', list: '' }
  for (;;) {
    const page = await store.all<{ address: string; list: string }>(
      'SELECT address, list FROM addresses WHERE tenant = ? AND status = ? AND address >= ? ' +
        'AND (address > ? OR list > ?) ORDER BY address, list LIMIT ?',
      [tenant, status, last.address, last.address, last.list, PAGE_ROWS])
    const end = page.at(-1)
    if (end === undefined) return
    yield page.map(({ address, list }) => ({ tenant, address, list }))
    last = end
  }
}
