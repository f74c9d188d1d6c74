// How the sources are: their health, whether one is silent for longer than it usually is, and
// whether what it tells counts at all.

import type { SourceView } from '../../http/rows.ts'
import type { Rhythm, SourceActivity, SourceSight } from '../../http/rows-of-set-up.ts'
import type { Reader, Store } from '../../store/types.ts'
import { toEventRow, type EventDbRow } from './db-rows.ts'

export type SightDeps = {
  readonly store: Store
  readonly now: () => number
  readonly listSources: (tenant: string) => Promise<readonly SourceView[]>
}

/** Fewer inputs tell no rhythm. */
const INPUTS_MIN = 20
/** Of all inputs so many are looked at to find those of a source. */
const INBOX_LOOKED_AT = 20_000
/** A pause is unusual when it is so many times as long as the longest usual one. */
const UNUSUAL = 1.5
const PAUSES_MANY = 8
const HOUR_MS = 3_600_000
/** Newest inputs of all sources whose failures are looked at for any that counts. */
const PROOFS_LOOKED_AT = 1_000
/** Fewer failures without proof may be forged ones that came before any other. */
const UNPROVED_MIN = 3
const EVENTS_SHOWN = 20
const ERRORS_SHOWN = 20

export async function readSights(
  deps: SightDeps, tenant: string,
): Promise<readonly SourceSight[]> {
  const sources = await deps.listSources(tenant)
  const times = await readTimes(deps.store, tenant)
  const unproved = await readUnproved(deps.store, tenant)
  return sources.map(({
    id, name, type, vendor, health, backlog, lastInputAt, lastErrorAt, lastError,
  }) => {
    const rhythm = rhythmOf(times.get(id) ?? [], lastInputAt, deps.now())
    const without = unproved.get(id)
    return {
      id, name, type, health, backlog, ...(vendor === undefined ? {} : { vendor }),
      ...(lastInputAt === undefined ? {} : { lastInputAt }),
      ...(lastErrorAt === undefined ? {} : { lastErrorAt }),
      ...(lastError === undefined ? {} : { lastError }),
      ...(rhythm === undefined ? {} : { rhythm }),
      ...(without === undefined ? {} : { unproved: without }),
    }
  })
}

/** Failures of known addresses, of each source none of whose failures counts. */
async function readUnproved(
  reader: Reader, tenant: string,
): Promise<ReadonlyMap<string, number>> {
  const rows = await reader.all<{ source: string; n: number }>(
    'SELECT i.source, COUNT(*) AS n FROM (SELECT id, tenant, source FROM inbox ORDER BY id DESC ' +
    'LIMIT ?) AS i JOIN events AS e ON e.inbox_id = i.id AND e.tenant = i.tenant ' +
    "WHERE i.tenant = ? AND e.kind = 'failed' AND e.address <> '' GROUP BY i.source " +
    'HAVING SUM(e.counted) = 0 AND COUNT(*) >= ?', [PROOFS_LOOKED_AT, tenant, UNPROVED_MIN])
  return new Map(rows.map(({ source, n }) => [source, Number(n)]))
}

/** When the newest inputs of each source came, newest first. */
async function readTimes(
  reader: Reader, tenant: string,
): Promise<ReadonlyMap<string, readonly number[]>> {
  const rows = await reader.all<{ source: string; received_at: number }>(
    'SELECT source, received_at FROM (SELECT id, tenant, source, received_at FROM inbox ' +
    'ORDER BY id DESC LIMIT ?) AS newest WHERE tenant = ? ORDER BY id DESC',
    [INBOX_LOOKED_AT, tenant])
  const times = new Map<string, number[]>()
  for (const { source, received_at: at } of rows) {
    const known = times.get(source)
    if (known === undefined) times.set(source, [at])
    else known.push(at)
  }
  return times
}

/** Undefined where too little has come. */
function rhythmOf(
  times: readonly number[], lastInputAt: number | undefined, now: number,
): Rhythm | undefined {
  if (times.length < INPUTS_MIN) return undefined
  const hours = [...new Set(times.map((at) => Math.floor(at / HOUR_MS)))].sort((a, b) => a - b)
  const pauses = hours.slice(1).map((hour, i) => hour - (hours[i] as number))
    .filter((pause) => pause > 1).sort((a, b) => b - a)
  // One pause of many may have been a fault as well.
  const usualMs = (pauses[pauses.length >= PAUSES_MANY ? 1 : 0] ?? 1) * HOUR_MS
  const last = Math.max(lastInputAt ?? 0, ...times.slice(0, 1))
  const silentMs = Math.max(0, now - last)
  return { usualMs, silentMs, isSilent: silentMs > UNUSUAL * usualMs + HOUR_MS }
}

export async function readActivity(
  deps: SightDeps, tenant: string, id: string,
): Promise<SourceActivity | undefined> {
  const { store } = deps
  const sources = await deps.listSources(tenant)
  const source = sources.find((one) => one.id === id || one.name === id)
  if (source === undefined) return undefined
  const times = await readTimes(store, tenant)
  const rhythm = rhythmOf(times.get(source.id) ?? [], source.lastInputAt, deps.now())
  const events = await store.all<EventDbRow>(
    'SELECT * FROM events WHERE inbox_id IN (SELECT id FROM (SELECT id, tenant, source FROM ' +
    'inbox ORDER BY id DESC LIMIT ?) AS newest WHERE tenant = ? AND source = ? ORDER BY id DESC ' +
    'LIMIT ?) AND tenant = ? ORDER BY seq DESC LIMIT ?',
    [INBOX_LOOKED_AT, tenant, source.id, EVENTS_SHOWN, tenant, EVENTS_SHOWN])
  const failed = await store.all<{ received_at: number; error: string }>(
    'SELECT received_at, error FROM (SELECT id, tenant, source, received_at, error FROM inbox ' +
    'ORDER BY id DESC LIMIT ?) AS newest WHERE tenant = ? AND source = ? AND error IS NOT NULL ' +
    'ORDER BY id DESC LIMIT ?', [INBOX_LOOKED_AT, tenant, source.id, ERRORS_SHOWN])
  const errors = failed.map(({ received_at: at, error: text }) => ({ at, text }))
  const { lastErrorAt: at, lastError: text } = source
  if (at !== undefined && text !== undefined) errors.push({ at, text })
  return {
    source, events: events.map(toEventRow), errors: errors.sort((a, b) => b.at - a.at),
    ...(rhythm === undefined ? {} : { rhythm }),
  }
}
