// What has been kept long enough goes from the ledger: events, incidents that nobody is suppressed
// for, sends, rows of addresses of which nothing is left. Suppressions and the audit chain stay.

import { setImmediate as giveWay } from 'node:timers/promises'
import { readSetting, writeSetting } from './settings.ts'
import type { SqlValue, Store, Tx } from './types.ts'

export type LedgerRetention = {
  /** How long events, incidents and signs of life are kept, in ms. @default 396 days */
  readonly eventMs: number
  /** How long sends are remembered that bounces are matched with, in ms. @default 90 days */
  readonly sendMs: number
}

export const LEDGER_RETENTION_DEFAULTS: LedgerRetention = {
  eventMs: 396 * 86_400_000, sendMs: 90 * 86_400_000,
}

export type LedgerSwept = {
  readonly events: number
  readonly incidents: number
  readonly addresses: number
  readonly sends: number
}

const MINUTE_MS = 60_000
const DAY_MS = 86_400_000
/** Rows that are looked at in one transaction, so that others need not wait long. */
const ROWS_AT_ONCE = 500
/** Every row is looked at, so it is done once a day. */
const PAUSE_MS = 86_400_000 - 3_600_000
const SWEPT_AT = 'ledger-swept-at'

/** Removes what is older than `options` say; undefined where that was done within the day. */
export async function sweepLedger(
  store: Store, { eventMs, sendMs }: LedgerRetention, now: number,
): Promise<LedgerSwept | undefined> {
  const last = Number(await readSetting(store, '', SWEPT_AT) ?? 0)
  if (Math.abs(now - last) < PAUSE_MS) return undefined
  await store.write((tx) => writeSetting(tx, '', SWEPT_AT, String(now), now))
  const swept = { events: await sweepEvents(store, now - eventMs), incidents: 0, addresses: 0,
    sends: 0 }
  for (const { tenant } of await store.all<{ tenant: string }>('SELECT tenant FROM tenants')) {
    const part = { store, tenant }
    swept.incidents += await sweepTable(part, INCIDENTS, now - eventMs)
    swept.addresses += await sweepTable(part, ADDRESSES, now - eventMs)
    swept.addresses += await sweepTable(part, LIVES, now - eventMs)
    swept.sends += await sweepTable(part, SENDS, now - sendMs)
  }
  await store.write(async (tx) => {
    await tx.run('DELETE FROM receiver_minutes WHERE minute < ?',
      [Math.floor((now - eventMs) / MINUTE_MS)])
    await sweepReports(tx, now - eventMs)
    await tx.run('DELETE FROM reputation WHERE day < ?', [Math.floor((now - eventMs) / DAY_MS)])
    await tx.run('DELETE FROM send_days WHERE day < ?', [Math.floor((now - eventMs) / DAY_MS)])
    await tx.run('DELETE FROM receiver_waits WHERE last_at < ?', [now - eventMs])
    await tx.run('DELETE FROM domain_lives WHERE last_at < ?', [now - eventMs])
    await tx.run('DELETE FROM clusters WHERE last_at < ?', [now - eventMs])
    await tx.run('DELETE FROM outages WHERE until_at < ? AND released_at < ?',
      [now - eventMs, now - eventMs])
  })
  return swept
}

/** Reports in sum with their lines, by when they came: what they say of the time may be a lie. */
async function sweepReports(tx: Tx, before: number): Promise<void> {
  for (const table of ['report_sources', 'report_sessions']) {
    await tx.run(`DELETE FROM ${table} WHERE EXISTS (SELECT 1 FROM reports r
      WHERE r.tenant = ${table}.tenant AND r.id = ${table}.report AND r.received_at < ?)`, [before])
  }
  await tx.run('DELETE FROM reports WHERE received_at < ?', [before])
}

// Numbers rise with the time, so the first part without anything old is the end.
async function sweepEvents(store: Store, before: number): Promise<number> {
  for (let removed = 0; ;) {
    const rows = await store.all<{ seq: number; received_at: number }>(
      'SELECT seq, received_at FROM events ORDER BY seq LIMIT ?', [ROWS_AT_ONCE])
    const end = rows.findLast(({ received_at }) => received_at < before)
    if (end === undefined) return removed
    const { changes } = await store.write((tx) => tx.run(
      'DELETE FROM events WHERE seq <= ? AND received_at < ?', [end.seq, before]))
    removed += changes
    if (rows[0] !== undefined && rows[0].received_at >= before) return removed
  }
}

type Table = {
  readonly name: string
  /** The columns of the key after the tenant. */
  readonly key: readonly [string, string]
  /** Whether a row may go: one `?` for each `before` times. */
  readonly mayGo: string
  readonly times: number
  /** Whoever decides about addresses has to be kept out. */
  readonly isLedger: boolean
  /** Its rows are addresses that may be mailed, which the tenant counts. */
  readonly isMailable?: true
}

// A state is computed anew from all incidents of an address: only where it ended as if there had
// never been any, and nothing is suppressed, can they go without a change. Complaints and
// unsubscriptions stay: they are words of a person.
const INCIDENTS: Table = {
  name: 'incidents', key: ['address', 'id'], times: 1, isLedger: true,
  mayGo: `at < ? AND kind NOT IN ('complaint', 'unsubscribe') AND held = 0
    AND NOT EXISTS (SELECT 1 FROM suppressions s WHERE s.tenant = incidents.tenant
      AND s.address IN (incidents.address, '@' || incidents.domain))
    AND NOT EXISTS (SELECT 1 FROM addresses a WHERE a.tenant = incidents.tenant
      AND a.address IN (incidents.address, '@' || incidents.domain) AND a.status <> 'active')`,
}
const ADDRESSES: Table = {
  name: 'addresses', key: ['address', 'list'], times: 2, isLedger: true, isMailable: true,
  mayGo: `updated_at < ? AND (last_proof_at IS NULL OR last_proof_at < ?)
    AND status = 'active' AND next_at IS NULL AND entries = '[]'
    AND NOT EXISTS (SELECT 1 FROM suppressions s
      WHERE s.tenant = addresses.tenant AND s.address = addresses.address)
    AND NOT EXISTS (SELECT 1 FROM incidents i
      WHERE i.tenant = addresses.tenant AND i.address = addresses.address)`,
}
const LIVES: Table = {
  name: 'lives', key: ['address', 'list'], times: 1, isLedger: true, isMailable: true,
  mayGo: 'last_at < ?',
}
const SENDS: Table = {
  name: 'sends', key: ['message_id', 'recipient'], times: 1, isLedger: false, mayGo: 'sent_at < ?',
}

type Part = { readonly store: Store; readonly tenant: string }

async function sweepTable(
  { store, tenant }: Part, { name, key: [one, two], mayGo, times, isLedger, isMailable }: Table,
  before: number,
): Promise<number> {
  const lock = (tx: Tx) => tx.run('UPDATE tenants SET applied = applied WHERE tenant = ?', [tenant])
  let removed = 0
  for (let from: SqlValue[] = ['', '']; ;) {
    const [last] = await store.all<{ one: string; two: string }>(
      `SELECT ${one} AS one, ${two} AS two FROM ${name} WHERE tenant = ? AND (${one}, ${two}) > ` +
      `(?, ?) ORDER BY ${one}, ${two} LIMIT 1 OFFSET ?`, [tenant, ...from, ROWS_AT_ONCE - 1])
    const to = last === undefined ? undefined : [last.one, last.two]
    const until = to === undefined ? '' : `AND (${one}, ${two}) <= (?, ?)`
    const { changes } = await store.write(async (tx) => {
      if (isLedger) await lock(tx)
      const gone = await tx.run(
        `DELETE FROM ${name} WHERE tenant = ? AND (${one}, ${two}) > (?, ?) ${until} AND ${mayGo}`,
        [tenant, ...from, ...to ?? [], ...Array<number>(times).fill(before)])
      if (isMailable === true && gone.changes > 0) {
        await tx.run('UPDATE tenants SET mailable = mailable - ? WHERE tenant = ?',
          [gone.changes, tenant])
      }
      return gone
    })
    removed += changes
    if (to === undefined) return removed
    from = to
    await giveWay()
  }
}
