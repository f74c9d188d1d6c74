// Numbers: incidents by reason, fault, receiver, list, day …

import type { StatsBy, StatsQuery, StatsResult, StatsRow } from '../../http/rows.ts'
import type { Store } from '../../store/types.ts'
import { Conditions, incidentConditions } from './filters.ts'

const DAY_MS = 86_400_000
const HOUR_MS = 3_600_000

/** How each grouping is written in SQL; source, campaign and remedy stand in the events alone. */
const COLUMNS: Readonly<Record<StatsBy, string>> = {
  reason: 'reason', fault: 'fault', kind: 'kind', receiver: 'receiver', domain: 'domain',
  list: 'list', remedy: 'remedy', source: 'source', campaign: 'campaign',
  day: `at / ${DAY_MS}`, hour: `at / ${HOUR_MS}`,
}
const OF_EVENTS = new Set<StatsBy>(['source', 'campaign', 'remedy'])

export async function readStats(
  store: Store, tenant: string, query: StatsQuery,
): Promise<StatsResult> {
  const isOfEvents = query.by.some((by) => OF_EVENTS.has(by))
    || query.filter.source !== undefined || query.filter.campaign !== undefined
  const { from, where } = isOfEvents ? ofEvents(tenant, query) : ofIncidents(tenant, query)
  const keys = query.by.map((by, index) => `${COLUMNS[by]} AS k${index}`)
  const counted = isOfEvents ? 'COUNT(DISTINCT incident)' : 'COUNT(*)'
  const sums = `${counted} AS incidents, COUNT(DISTINCT address) AS addresses`
  const group = query.by.map((_, index) => `${index + 1}`).join(', ')
  const rows = await store.all<Record<string, string | number>>(
    `SELECT ${[...keys, sums].join(', ')} FROM ${from} WHERE ${where.sql}` +
    `${group === '' ? '' : ` GROUP BY ${group}`} ORDER BY incidents DESC LIMIT ?`,
    [...where.values, query.limit + 1])
  const total = await store.get<{ incidents: number; addresses: number }>(
    `SELECT ${sums} FROM ${from} WHERE ${where.sql}`, where.values)
  const shown = rows.slice(0, query.limit).map((row) => toStatsRow(row, query.by))
  const sum = shown.reduce((n, { incidents }) => n + incidents, 0)
  return {
    rows: shown, other: { incidents: Math.max(0, (total?.incidents ?? 0) - sum) },
    total: {
      incidents: total?.incidents ?? 0, addresses: total?.addresses ?? 0,
      ...await readTotals(store, tenant, query),
    },
  }
}

function ofIncidents(tenant: string, { filter, time }: StatsQuery) {
  const where = incidentConditions(tenant, { ...filter, time })
  if (filter.kind === undefined) where.add(`kind <> 'delayed'`)
  return { from: 'incidents', where }
}

function ofEvents(tenant: string, { filter, time }: StatsQuery) {
  const where = new Conditions().add('tenant = ?', tenant).add('incident IS NOT NULL')
    .addIf(filter.reason, 'reason = ?').addIf(filter.fault, 'fault = ?')
    .addIf(filter.receiver, 'receiver = ?').addIf(filter.domain, 'domain = ?')
    .addIf(filter.list, 'list = ?').addIf(filter.source, 'source = ?')
    .addIf(filter.campaign, 'campaign = ?').addIf(filter.kind, 'kind = ?')
    .addTime('occurred_at', time)
  return { from: '(SELECT events.*, occurred_at AS at FROM events) AS e', where }
}

function toStatsRow(row: Record<string, string | number>, by: readonly StatsBy[]): StatsRow {
  return {
    key: by.map((name, index) => keyText(name, row[`k${index}`] ?? '')),
    incidents: Number(row.incidents), addresses: Number(row.addresses),
  }
}

function keyText(by: StatsBy, value: string | number): string {
  if (by === 'day') return new Date(Number(value) * DAY_MS).toISOString().slice(0, 10)
  if (by === 'hour') return `${new Date(Number(value) * HOUR_MS).toISOString().slice(0, 13)}Z`
  return String(value)
}

async function readTotals(
  store: Store, tenant: string, { time }: StatsQuery,
): Promise<{ readonly sends: number; readonly suppressed: number; readonly lifted: number }> {
  const range = [tenant, time.from, time.until]
  const sends = await store.get<{ n: number }>(
    'SELECT COUNT(*) AS n FROM sends WHERE tenant = ? AND sent_at >= ? AND sent_at < ?', range)
  const audit = await store.all<{ action: string; n: number }>(
    'SELECT action, COUNT(*) AS n FROM audit WHERE tenant = ? AND at >= ? AND at < ? ' +
    `AND action IN ('suppressed', 'lifted') GROUP BY action`, range)
  const count = (action: string): number => audit.find((row) => row.action === action)?.n ?? 0
  return { sends: sends?.n ?? 0, suppressed: count('suppressed'), lifted: count('lifted') }
}
