// How sending goes with each receiver: operators that are known by name from the tallies, domains
// of their own from the incidents, where these are few enough.

import type { TimeRange } from '../../http/rows.ts'
import type { Overview } from '../../http/rows-of-views.ts'
import type { SqlValue, Store } from '../../store/types.ts'
import { groupCounts, type Sum } from './counts.ts'

const DAY_MS = 86_400_000
const MINUTE_MS = 60_000
const RECEIVERS_MAX = 25
/** In a time with more incidents, domains are one row. */
const INCIDENTS_MAX = 100_000
const OTHERS = '*'

type Range = Required<TimeRange>
type Row = { readonly receiver: string; readonly kind: string; readonly n: number }

export async function readReceivers(
  store: Store, tenant: string, list: string | undefined, { from, until }: Range,
): Promise<Overview['receivers']> {
  const firstDay = Math.floor(from / DAY_MS)
  const endDay = Math.ceil(until / DAY_MS)
  const rows = await store.all<Row>(
    'SELECT receiver, kind, SUM(n) AS n FROM receiver_tallies WHERE tenant = ? AND day >= ? ' +
    `AND day < ? ${list === undefined ? '' : 'AND list = ?'} GROUP BY 1, 2`,
    [tenant, firstDay, endDay, ...list === undefined ? [] : [list]])
  const sums = groupCounts(rows, ({ receiver }) => receiver)
  const bounced = [...sums.values()].reduce((sum, one) => sum + one.bounced, 0)
  if (sums.has(OTHERS) && bounced <= INCIDENTS_MAX) {
    const days = { from: firstDay * DAY_MS, until: endDay * DAY_MS }
    await nameDomains(sums, store, tenant, list, days)
  }
  return [...sums].map(([receiver, sum]) =>
    ({ ...sum, receiver, sent: sum.delivered + sum.bounced }))
    .sort((a, b) => b.bounced - a.bounced || b.sent - a.sent).slice(0, RECEIVERS_MAX)
}

/** Takes the biggest domains out of the one row of all others. */
async function nameDomains(
  sums: Map<string, Sum>, store: Store, tenant: string, list: string | undefined,
  { from, until }: Range,
): Promise<void> {
  const ofList = list === undefined ? '' : 'AND list = ?'
  const values: SqlValue[] = [tenant, from, until, ...list === undefined ? [] : [list]]
  const rows = await store.all<Row>(
    `SELECT receiver, CASE WHEN held = 1 THEN 'held' ELSE kind END AS kind, COUNT(*) AS n ` +
    `FROM incidents WHERE tenant = ? AND at >= ? AND at < ? ${ofList} AND voided = 0 ` +
    `AND receiver LIKE '%.%' GROUP BY 1, 2`, values)
  const domains = [...groupCounts(rows, ({ receiver }) => receiver)]
    .sort(([, a], [, b]) => b.bounced - a.bounced).slice(0, RECEIVERS_MAX)
  const others = sums.get(OTHERS) as Sum
  for (const [receiver, sum] of domains) {
    if (list === undefined) sum.delivered = await deliveredAt(store, tenant, receiver, from, until)
    sums.set(receiver, sum)
    for (const field of Object.keys(sum) as (keyof Sum)[]) others[field] -= sum[field]
  }
  if (Object.values(others).every((n) => n === 0)) sums.delete(OTHERS)
}

async function deliveredAt(
  store: Store, tenant: string, receiver: string, from: number, until: number,
): Promise<number> {
  const row = await store.get<{ n: number | null }>(
    'SELECT SUM(delivered) AS n FROM receiver_minutes WHERE tenant = ? AND receiver = ? ' +
    'AND minute >= ? AND minute < ?', [tenant, receiver, from / MINUTE_MS, until / MINUTE_MS])
  return Number(row?.n ?? 0)
}
