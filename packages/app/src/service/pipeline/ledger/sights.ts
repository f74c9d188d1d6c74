// How the sources are: their health, and whether one is silent for longer than it usually is.

import type { SourceView } from '../../http/rows.ts'
import type { Rhythm, SourceActivity, SourceSight } from '../../http/rows-of-set-up.ts'
import type { Reader, Store } from '../../store/types.ts'
import { toEventRow, type EventDbRow } from './db-rows.ts'

export type SightDeps = {
  readonly store: Store
  readonly now: () => number
  readonly listSources: (tenant: string) => Promise<readonly SourceView[]>
}

/** Inputs that a rhythm is learned from: the newest. */
const INPUTS_LEARNED = 400
/** Fewer tell no rhythm. */
const INPUTS_MIN = 20
/** Of all inputs so many are looked at to find those of a source. */
const INBOX_LOOKED_AT = 20_000
/** A pause is unusual when it is so many times as long as all but the longest ones were. */
const UNUSUAL = 3
/** The share of pauses that counts as usual. */
const USUAL_SHARE = 0.98
const SILENT_MS_MIN = 3_600_000
const EVENTS_SHOWN = 20
const ERRORS_SHOWN = 20

export async function readSights(
  deps: SightDeps, tenant: string,
): Promise<readonly SourceSight[]> {
  const sources = await deps.listSources(tenant)
  const times = await readTimes(deps.store, tenant)
  return sources.map(({
    id, name, type, vendor, health, backlog, lastInputAt, lastErrorAt, lastError,
  }) => {
    const rhythm = rhythmOf(times.get(id) ?? [], lastInputAt, deps.now())
    return {
      id, name, type, health, backlog, ...(vendor === undefined ? {} : { vendor }),
      ...(lastInputAt === undefined ? {} : { lastInputAt }),
      ...(lastErrorAt === undefined ? {} : { lastErrorAt }),
      ...(lastError === undefined ? {} : { lastError }),
      ...(rhythm === undefined ? {} : { rhythm }),
    }
  })
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
    else if (known.length < INPUTS_LEARNED) known.push(at)
  }
  return times
}

/** Undefined where too little has come. */
function rhythmOf(
  times: readonly number[], lastInputAt: number | undefined, now: number,
): Rhythm | undefined {
  if (times.length < INPUTS_MIN) return undefined
  const sorted = [...times].sort((a, b) => a - b)
  const pauses = sorted.slice(1).map((at, i) => at - (sorted[i] as number)).sort((a, b) => a - b)
  const usualMs = pauses[Math.floor(pauses.length * USUAL_SHARE)] ?? pauses.at(-1) ?? 0
  const last = Math.max(lastInputAt ?? 0, sorted.at(-1) as number)
  const silentMs = Math.max(0, now - last)
  return { usualMs, silentMs, isSilent: silentMs > Math.max(SILENT_MS_MIN, UNUSUAL * usualMs) }
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
