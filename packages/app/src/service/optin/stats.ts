// Requests to confirm as lists and figures.

import type { Reader, SqlValue, Tx } from '../store/types.ts'
import { toOptinRow, type OptinDbRow } from './records.ts'
import type {
  Bounced, Optin, OptinCounts, OptinFilter, OptinRow, OptinStats,
} from './types.ts'

const GROUPS_MAX = 1_000
const DAY_MS = 86_400_000

const STATES: Readonly<Record<OptinRow['status'], string>> = {
  pending: `status = 'pending' AND expires_at > ?`,
  expired: `status = 'pending' AND expires_at <= ?`,
  // The moment plays no part, and each state takes one parameter.
  confirmed: `status = 'confirmed' AND created_at <= ?`,
}

export async function listOptins(
  reader: Reader, tenant: string, { list, status }: OptinFilter, now: number,
  { limit, after }: Parameters<Optin['list']>[2],
): Promise<readonly OptinRow[]> {
  const where = ['tenant = ?']
  const params: SqlValue[] = [tenant]
  const add = (sql: string, ...values: readonly SqlValue[]): void => {
    where.push(sql)
    params.push(...values)
  }
  if (list !== undefined) add('list = ?', list)
  if (status !== undefined) add(STATES[status], now)
  if (after !== undefined) add('(asked_at, id) < (?, ?)', ...after)
  const rows = await reader.all<OptinDbRow>(
    `SELECT * FROM optins WHERE ${where.join(' AND ')} ORDER BY asked_at DESC, id DESC LIMIT ?`,
    [...params, limit])
  return rows.map((row) => toOptinRow(row, now))
}

type GroupRow = {
  readonly list: string; readonly source: string; readonly state: OptinRow['status']
  readonly n: number; readonly bounced: number
}

/** Only bounces for which the address is to blame: opt-in would have kept no other away. */
export async function readStats(
  reader: Reader, tenant: string, now: number,
): Promise<OptinStats> {
  // `names` is not in the index of times, which SQLite would read whole for each address.
  const groups = await reader.all<GroupRow>(
    `SELECT list, source, state, COUNT(*) AS n, SUM(bounced) AS bounced FROM (
      SELECT o.list AS list, o.source AS source,
        CASE WHEN o.status = 'confirmed' THEN 'confirmed'
          WHEN o.expires_at <= ? THEN 'expired' ELSE 'pending' END AS state,
        CASE WHEN EXISTS (SELECT 1 FROM incidents i WHERE i.tenant = o.tenant
          AND i.address = o.address AND i.kind = 'failed' AND i.fault = 'recipient'
          AND i.voided = 0 AND i.names >= '') THEN 1 ELSE 0 END
          AS bounced
      FROM optins o WHERE o.tenant = ?) g
      GROUP BY list, source, state ORDER BY list, source LIMIT ?`, [now, tenant, GROUPS_MAX])
  const lists = Map.groupBy(groups, ({ list }) => list)
  const sources = Map.groupBy(groups, ({ source }) => source)
  return {
    lists: [...lists].map(([list, rows]) => ({ list, ...countsOf(rows) })),
    sources: [...sources].map(([source, rows]) => ({
      source, confirmed: bouncedOf(rows.filter(({ state }) => state === 'confirmed')),
      unconfirmed: bouncedOf(rows.filter(({ state }) => state !== 'confirmed')),
    })),
  }
}

function countsOf(rows: readonly GroupRow[]): OptinCounts {
  const sum = (wanted: OptinRow['status']): number => rows
    .filter(({ state }) => state === wanted).reduce((total, { n }) => total + Number(n), 0)
  const [confirmed, pending, expired] = [sum('confirmed'), sum('pending'), sum('expired')]
  const asked = confirmed + pending + expired
  return {
    asked, confirmed, pending, expired, ...(asked === 0 ? {} : { share: confirmed / asked }),
  }
}

function bouncedOf(rows: readonly GroupRow[]): Bounced {
  const addresses = rows.reduce((total, { n }) => total + Number(n), 0)
  const bounced = rows.reduce((total, row) => total + Number(row.bounced), 0)
  return { addresses, bounced, ...(addresses === 0 ? {} : { rate: bounced / addresses }) }
}

/** Forgets what was never confirmed, and links that have long expired. */
export async function sweepOptins(tx: Tx, keepMs: number, now: number): Promise<void> {
  const old = `status = 'pending' AND confirmed_at IS NULL AND expires_at <= ? AND asked_at <= ?`
  const times = [now, now - keepMs]
  await tx.run(
    `DELETE FROM optin_links WHERE optin IN (SELECT id FROM optins WHERE ${old})`, times)
  await tx.run(`DELETE FROM optins WHERE ${old}`, times)
  await tx.run('DELETE FROM optin_links WHERE expires_at <= ?', [now - keepMs])
  await tx.run('DELETE FROM optin_mails WHERE at <= ?', [now - DAY_MS])
}
