// Lists incidents by any filter: from one end of time to the other, as far as a short time allows.

import type { IncidentFilter, IncidentRow, PageQuery } from '../../http/rows.ts'
import type { SearchPage } from '../../http/rows-of-views.ts'
import type { Reader } from '../../store/types.ts'
import { toIncidentRow, type IncidentJsonRow } from './db-rows.ts'
import { Conditions, incidentConditions } from './filters.ts'
import { page } from './page.ts'

/** Incidents that one statement looks at. */
const STRETCH = 30_000
/** Then a page ends, also where it is empty, and says how far it looked. */
const SEARCH_MS_MAX = 200

type Row = IncidentJsonRow & { readonly at: number }
type Place = readonly [at: number, id: string]

/** Sorts behind every id. */
const LAST_ID = '\uffff'

export async function listIncidents(
  reader: Reader, tenant: string, filter: IncidentFilter, { limit, after }: PageQuery,
): Promise<SearchPage<IncidentRow>> {
  const isOldest = filter.order === 'oldest'
  const end = performance.now() + SEARCH_MS_MAX
  const rows: Row[] = []
  // Of one address there are few, and they lie together.
  const isShort = filter.address !== undefined
  for (let place = after as Place | undefined; ;) {
    const bound = isShort ? undefined : await findBound(reader, tenant, filter, place)
    rows.push(...await readStretch(reader, tenant, filter, {
      place, bound, limit: limit + 1 - rows.length,
    }))
    if (rows.length > limit || bound === undefined) {
      return page(rows.map(toIncidentRow), limit, ({ id, incident }) => [incident.at, id])
    }
    place = [bound, isOldest ? LAST_ID : '']
    if (performance.now() > end) {
      return { rows: rows.map(toIncidentRow), next: place, scannedUntil: bound }
    }
  }
}

/** Where a stretch that begins at a place ends; undefined: at the end of all. */
async function findBound(
  reader: Reader, tenant: string, filter: IncidentFilter, place: Place | undefined,
): Promise<number | undefined> {
  const isOldest = filter.order === 'oldest'
  const where = new Conditions().add('tenant = ?', tenant).addTime('at', filter.time)
  if (place !== undefined) where.add(`at ${isOldest ? '>=' : '<='} ?`, place[0])
  const row = await reader.get<{ at: number }>(
    `SELECT at FROM incidents WHERE ${where.sql} ORDER BY at ${isOldest ? '' : 'DESC'} ` +
    `LIMIT 1 OFFSET ${STRETCH}`, where.values)
  // Where so many are of one moment, the stretch is longer instead of without end.
  return row?.at === place?.[0] ? undefined : row?.at
}

async function readStretch(
  reader: Reader, tenant: string, filter: IncidentFilter,
  { place, bound, limit }: {
    readonly place: Place | undefined; readonly bound: number | undefined; readonly limit: number
  },
): Promise<Row[]> {
  const isOldest = filter.order === 'oldest'
  const sign = isOldest ? '>' : '<'
  const where = incidentConditions(tenant, filter)
  if (place !== undefined) {
    const [at, id] = place
    where.add(`at ${sign} ? OR (at = ? AND id ${sign} ?)`, at, at, id)
    where.add(`at ${sign}= ?`, at)
  }
  if (bound !== undefined) where.add(`at ${isOldest ? '<=' : '>='} ?`, bound)
  const order = isOldest ? 'at, id' : 'at DESC, id DESC'
  return await reader.all<Row>(
    `SELECT id, address, domain, incident, at FROM incidents WHERE ${where.sql} ` +
    `ORDER BY ${order} LIMIT ?`, [...where.values, limit])
}
