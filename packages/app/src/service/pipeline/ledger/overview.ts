// How sending goes: counted from the tallies that the store keeps beside the incidents, so that it
// takes the same short time whatever the number of incidents.

import type { CaromEvent } from '@carom/core'
import type { TimeRange } from '../../http/rows.ts'
import type {
  Bucket, Counts, FaultName, Overview, Rates,
} from '../../http/rows-of-views.ts'
import type { SqlValue, Store } from '../../store/types.ts'
import { emptySum, FIELDS, groupCounts } from './counts.ts'
import { LIMITS, NEAR } from './limits.ts'
import { readReceivers } from './receivers.ts'
import { readSights, type SightDeps } from './sights.ts'
import { titleOf } from './titles.ts'
import { readTroubles } from './troubles.ts'
import { listOutages } from './unmatched.ts'

const HOUR_MS = 3_600_000
const DAY_MS = 86_400_000
/** Longer times are shown by days. */
const HOURS_SHOWN_MAX = 96
/** More hours than any time has. */
const ALL_TOGETHER = 100_000_000
const LISTS_MAX = 25
const TROUBLES_SHOWN = 5
/** A trouble without a failure for longer is not on everybody's mind. */
const TROUBLES_MS = 14 * DAY_MS

/** Reasons that say that an address is none, or none any more. */
const INVALID: ReadonlySet<string> = new Set<CaromEvent['reason']>([
  'mailbox-unknown', 'mailbox-disabled', 'mailbox-moved', 'address-syntax', 'domain-unknown',
  'domain-no-mail',
])

type TallyRow = {
  readonly at: number; readonly kind: string; readonly fault: string; readonly reason: string
  readonly n: number
}
type Query = { readonly time: Required<TimeRange>; readonly list?: string }

export async function readOverview(
  deps: SightDeps, tenant: string, query: Query,
): Promise<Overview> {
  const { store } = deps
  const from = Math.floor(query.time.from / HOUR_MS)
  const until = Math.ceil(query.time.until / HOUR_MS)
  const isByHour = until - from <= HOURS_SHOWN_MAX
  const step = isByHour ? 1 : 24
  const rows = await readTallies(store, tenant, query, { from, until, step })
  const past = await readTallies(store, tenant, query, {
    from: from - (until - from), until: from, step: ALL_TOGETHER,
  })
  const sentFrom = rows.some(({ kind }) => kind === 'sent') ? 'sends' : 'attempts'
  const totals = sumOf(rows, sentFrom)
  const rates = ratesOf(rows, totals)
  const before = sumOf(past, sentFrom)
  const range = { from: from * HOUR_MS, until: until * HOUR_MS }
  const troubles = await readTroubles(store, tenant, {
    state: 'open', ...range, from: Math.max(range.from, range.until - TROUBLES_MS),
  }, TROUBLES_SHOWN)
  return {
    ...range, bucket: isByHour ? 'hour' : 'day', sentFrom,
    buckets: bucketsOf(rows, { from, until, step, sentFrom }),
    totals: { ...totals, ...await readChanges(store, tenant, range) }, rates,
    before: { totals: before, rates: ratesOf(past, before) },
    faults: faultsOf(rows), reasons: reasonsOf(rows),
    receivers: await readReceivers(store, tenant, query.list, range),
    lists: await readLists(store, tenant, query, from, until),
    limits: LIMITS.map((limit) => withValue(limit, rates[limit.measure])),
    sources: await readSights(deps, tenant),
    holds: (await listOutages(store, tenant)).filter((outage) => outage.fromAt < range.until
      && (outage.releasedAt ?? outage.untilAt ?? Number.POSITIVE_INFINITY) >= range.from),
    troubles: { open: troubles.n, rows: troubles.rows },
  }
}

async function readTallies(
  store: Store, tenant: string, { list }: Query,
  { from, until, step }: { readonly from: number; readonly until: number; readonly step: number },
): Promise<TallyRow[]> {
  const ofList = list === undefined ? '' : 'AND list = ?'
  const values: SqlValue[] = [tenant, from, until, ...list === undefined ? [] : [list]]
  const rows = await store.all<TallyRow>(
    `SELECT hour / ${step} AS at, kind, fault, reason, SUM(n) AS n FROM tallies ` +
    `WHERE tenant = ? AND hour >= ? AND hour < ? ${ofList} GROUP BY 1, 2, 3, 4`, values)
  // PostgreSQL's sums come as texts.
  return rows.map((row) => ({ ...row, n: Number(row.n) })).filter(({ n }) => n !== 0)
}

function sumOf(rows: readonly TallyRow[], sentFrom: Overview['sentFrom']): Counts {
  const sum = emptySum()
  for (const { kind, n } of rows) {
    const field = FIELDS[kind]
    if (field !== undefined) sum[field] += n
  }
  return sentFrom === 'sends' ? sum : { ...sum, sent: sum.delivered + sum.bounced }
}

function ratesOf(rows: readonly TallyRow[], { sent, bounced, complaints }: Counts): Rates {
  if (sent === 0) return {}
  const invalid = rows.reduce(
    (sum, { kind, reason, n }) => kind === 'failed' && INVALID.has(reason) ? sum + n : sum, 0)
  return { bounce: bounced / sent, invalid: invalid / sent, complaint: complaints / sent }
}

function bucketsOf(
  rows: readonly TallyRow[],
  { from, until, step, sentFrom }: {
    readonly from: number; readonly until: number; readonly step: number
    readonly sentFrom: Overview['sentFrom']
  },
): Bucket[] {
  const groups = Map.groupBy(rows, ({ at }) => at)
  const buckets: Bucket[] = []
  for (let at = Math.floor(from / step); at * step < until; at++) {
    const group = groups.get(at) ?? []
    const faults = { recipient: 0, sender: 0, content: 0, network: 0, unknown: 0 }
    for (const { kind, fault, n } of group) {
      if (kind === 'failed') faults[faultOf(fault)] += n
    }
    buckets.push({ ...sumOf(group, sentFrom), at: at * step * HOUR_MS, faults })
  }
  return buckets
}

function faultOf(fault: string): FaultName {
  return fault === 'recipient' || fault === 'sender' || fault === 'content' || fault === 'network'
    ? fault : 'unknown'
}

function faultsOf(rows: readonly TallyRow[]): Overview['faults'] {
  const sums = new Map<FaultName, number>()
  for (const { kind, fault, n } of rows) {
    if (kind === 'failed') sums.set(faultOf(fault), (sums.get(faultOf(fault)) ?? 0) + n)
  }
  return [...sums].map(([fault, bounced]) => ({ fault, bounced }))
    .sort((a, b) => b.bounced - a.bounced)
}

function reasonsOf(rows: readonly TallyRow[]): Overview['reasons'] {
  const sums = new Map<string, Overview['reasons'][number]>()
  for (const { kind, fault, reason, n } of rows) {
    if (kind !== 'failed') continue
    const known = sums.get(reason)
    const title = known?.title ?? titleOf(reason)
    sums.set(reason, { reason, title, fault: faultOf(fault), bounced: (known?.bounced ?? 0) + n })
  }
  return [...sums.values()].sort((a, b) => b.bounced - a.bounced)
}

async function readLists(
  store: Store, tenant: string, { list }: Query, from: number, until: number,
): Promise<Overview['lists']> {
  const rows = await store.all<{ list: string; kind: string; n: number }>(
    `SELECT list, kind, SUM(n) AS n FROM tallies WHERE tenant = ? AND hour >= ? AND hour < ? ` +
    `AND kind <> 'delivered' ${list === undefined ? '' : 'AND list = ?'} GROUP BY 1, 2`,
    [tenant, from, until, ...list === undefined ? [] : [list]])
  return [...groupCounts(rows, (row) => row.list)]
    .map(([name, { delivered: _delivered, ...sum }]) => ({ ...sum, list: name }))
    .sort((a, b) => b.sent - a.sent || b.bounced - a.bounced).slice(0, LISTS_MAX)
}

async function readChanges(
  store: Store, tenant: string, { from, until }: Required<TimeRange>,
): Promise<{ readonly suppressed: number; readonly lifted: number }> {
  const rows = await store.all<{ action: string; n: number }>(
    `SELECT action, COUNT(*) AS n FROM audit WHERE tenant = ? AND action IN ('suppressed', ` +
    `'lifted') AND at >= ? AND at < ? GROUP BY action`, [tenant, from, until])
  const count = (action: string): number =>
    Number(rows.find((row) => row.action === action)?.n ?? 0)
  return { suppressed: count('suppressed'), lifted: count('lifted') }
}

function withValue(
  limit: (typeof LIMITS)[number], value: number | undefined,
): Overview['limits'][number] {
  if (value === undefined) return { ...limit, state: 'unknown' }
  const state = value >= limit.rate ? 'above' : value >= limit.rate * NEAR ? 'near' : 'below'
  return { ...limit, value, state }
}
