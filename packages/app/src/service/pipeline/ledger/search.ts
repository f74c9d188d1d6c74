// Finds events by any facts and words together: an index answers which, and their rows are read for
// one page alone.

import type { EventFilter, PageQuery, TimeRange } from '../../http/rows.ts'
import type { EventSearch, MatchCount, SearchPage } from '../../http/rows-of-views.ts'
import type { EventRow, SqlValue, Store } from '../../store/types.ts'
import { selectIn } from '../rows.ts'
import { searchedFrom } from '../search-index.ts'
import { dayOf, factWord, splitWords, timeWords, type FactName } from '../search-words.ts'
import { toEventRow, type EventDbRow } from './db-rows.ts'
import { Conditions, eventConditions } from './filters.ts'
import { page } from './page.ts'

/** More matches than these are only called more. */
const COUNT_MAX = 10_000
/** From so many letters on, the last word also finds those that begin with it. */
const PREFIX_CHARS_MIN = 3
const QUERY_WORDS_MAX = 20
/** Longer times are cut to those of which there are events. */
const TIME_DAYS_MAX = 2_000
const SLACK_DAYS = 64

const FACTS = [
  'kind', 'reason', 'remedy', 'fault', 'receiver', 'domain', 'list', 'source', 'campaign', 'code',
  'rule', 'blocklist',
] as const satisfies readonly FactName[]

/** What has to be in an event's words: each of `all`, and one of `times` unless there are none. */
type Wanted = {
  readonly all: readonly string[]
  readonly beginnings: readonly string[]
  readonly times: readonly string[]
}

/** What is asked of the store: from where, under which conditions. */
type Question = { readonly from: string; readonly where: Conditions; readonly seq: string }

export async function searchEvents(
  store: Store, tenant: string, filter: EventSearch, { limit, after }: PageQuery,
): Promise<SearchPage<EventRow>> {
  const question = await toQuestion(store, tenant, filter)
  if (question === undefined) return { rows: [], ...(filter.wantsCount ? { count: NONE } : {}) }
  const wantsCount = filter.wantsCount === true && after === undefined
  const isByWords = question.from !== 'events'
  const found = wantsCount && isByWords && filter.time === undefined
    ? await findAndCount(store, question, filter, limit)
    : await find(store, tenant, question, filter, { limit, ...(after && { after }) })
  const scanned = isByWords ? await scannedUntil(store) : undefined
  return {
    ...page(found.rows.map(toEventRow), limit, (row) => [row.seq]),
    ...(found.count === undefined ? {} : { count: found.count }),
    ...(scanned === undefined ? {} : { scannedUntil: scanned }),
  }
}

type Found = { readonly rows: readonly EventDbRow[]; readonly count?: MatchCount }

async function find(
  store: Store, tenant: string, { from, where, seq }: Question, filter: EventSearch,
  { limit, after }: PageQuery,
): Promise<Found> {
  const isOldest = filter.order === 'oldest'
  const before = [...where.values]
  const counted = filter.wantsCount === true && after === undefined
    ? countMatches(store, from, where.sql, before) : undefined
  // Facts are of one tenant; this makes sure of it.
  where.add('events.tenant = ?', tenant)
  if (after !== undefined) where.add(`${seq} ${isOldest ? '>' : '<'} ?`, after[0] as number)
  const rows = await store.all<EventDbRow>(
    `SELECT events.* FROM ${from} WHERE ${where.sql} ORDER BY ${seq} ${isOldest ? '' : 'DESC'} ` +
    'LIMIT ?', [...where.values, limit + 1])
  const count = await counted
  return { rows, ...(count === undefined ? {} : { count }) }
}

/** The words are met once for both: that is what takes time where they are frequent. */
async function findAndCount(
  store: Store, { where }: Question, { order }: EventSearch, limit: number,
): Promise<Found> {
  const direction = order === 'oldest' ? '' : 'DESC'
  const matches = await store.all<{ seq: number }>(
    `SELECT rowid AS seq FROM event_search WHERE ${where.sql} ORDER BY rowid ${direction} ` +
    `LIMIT ${COUNT_MAX + 1}`, where.values)
  const rows = await selectIn<EventDbRow>(
    store, 'SELECT * FROM events WHERE seq', [], matches.slice(0, limit + 1).map(({ seq }) => seq))
  rows.sort((a, b) => order === 'oldest' ? a.seq - b.seq : b.seq - a.seq)
  const n = Math.min(matches.length, COUNT_MAX)
  return { rows, count: { n, isMore: matches.length > COUNT_MAX } }
}

const NONE: MatchCount = { n: 0, isMore: false }

async function countMatches(
  store: Store, from: string, where: string, values: readonly SqlValue[],
): Promise<MatchCount> {
  const row = await store.get<{ n: number }>(
    `SELECT COUNT(*) AS n FROM (SELECT 1 FROM ${from} WHERE ${where} LIMIT ${COUNT_MAX + 1}) AS m`,
    values)
  const n = Number(row?.n ?? 0)
  return { n: Math.min(n, COUNT_MAX), isMore: n > COUNT_MAX }
}

/** Undefined where nothing can match. */
async function toQuestion(
  store: Store, tenant: string, filter: EventFilter,
): Promise<Question | undefined> {
  // Of one address there are few, and there is an index for it.
  if (filter.address !== undefined) {
    return { from: 'events', where: eventConditions(tenant, filter), seq: 'seq' }
  }
  const wanted = await toWanted(store, tenant, filter)
  if (wanted === undefined) return undefined
  const where = new Conditions()
  if (store.kind === 'sqlite') where.add('event_search MATCH ?', matchSqlite(wanted))
  else where.add('words @@ CAST(? AS tsquery)', matchPostgres(wanted))
  // The words find whole days.
  if (filter.time !== undefined) where.addTime('received_at', filter.time)
  const from = 'event_search JOIN events ON events.seq = event_search.rowid'
  return { from, where, seq: 'event_search.rowid' }
}

async function toWanted(
  store: Store, tenant: string, filter: EventFilter,
): Promise<Wanted | undefined> {
  const all: string[] = []
  const beginnings: string[] = []
  for (const name of FACTS) {
    const value = filter[name]
    if (value !== undefined) all.push(factWord(tenant, name, value))
  }
  if (filter.counted !== undefined) all.push(factWord(tenant, 'counted', String(filter.counted)))
  if (filter.text !== undefined) {
    const words = splitWords(filter.text).slice(0, QUERY_WORDS_MAX)
    // Signs alone are in no word.
    if (words.length === 0) return undefined
    for (const [index, word] of words.entries()) {
      // As one types: the last word may go on.
      const goesOn = index === words.length - 1 && [...word].length >= PREFIX_CHARS_MIN
      if (goesOn) beginnings.push(`w${word}`)
      else all.push(`w${word}`)
    }
  }
  const times = filter.time === undefined
    ? [] : await wordsOfTime(store, tenant, filter.time)
  if (times === 'never') return undefined
  // Words are shared by all tenants; facts are not.
  if (all.every((word) => word.startsWith('w')) && times.length === 0) {
    all.unshift(factWord(tenant, 'all', ''))
  }
  return { all, beginnings, times }
}

/** Words of the days in a time; none where events are of so many that they would say nothing. */
async function wordsOfTime(
  store: Store, tenant: string, time: TimeRange,
): Promise<readonly string[] | 'never'> {
  const edge = async (order: '' | 'DESC'): Promise<number | undefined> => {
    const row = await store.get<{ at: number }>(
      `SELECT received_at AS at FROM events ORDER BY seq ${order} LIMIT 1`)
    return row?.at
  }
  const oldest = await edge('')
  const newest = await edge('DESC')
  // The order of numbers hardly ever differs from the order of time by more than this.
  const earliest = dayOf(oldest ?? 0) - SLACK_DAYS
  const latest = dayOf(newest ?? 0) + SLACK_DAYS
  const from = time.from === undefined ? earliest : dayOf(time.from)
  const until = time.until === undefined ? latest : dayOf(time.until - 1)
  if (oldest === undefined || from > until) return 'never'
  const isLong = until - from > TIME_DAYS_MAX
  const first = isLong ? Math.max(from, earliest) : from
  const last = isLong ? Math.min(until, latest) : until
  if (first > last) return 'never'
  if (last - first > TIME_DAYS_MAX) return []
  // An open end may reach as far as makes few words.
  return timeWords(
    tenant, time.from === undefined ? first - mod(first) : first,
    time.until === undefined ? last + SLACK_DAYS - 1 - mod(last) : last)
}

function mod(day: number): number {
  return ((day % SLACK_DAYS) + SLACK_DAYS) % SLACK_DAYS
}

// Every word is made here of letters and digits alone, so that none can be read as a query.
function matchSqlite({ all, beginnings, times }: Wanted): string {
  const terms = [...all.map((word) => `"${word}"`), ...beginnings.map((word) => `"${word}"*`)]
  if (times.length > 0) terms.push(`(${times.map((word) => `"${word}"`).join(' OR ')})`)
  return terms.join(' AND ')
}

function matchPostgres({ all, beginnings, times }: Wanted): string {
  const terms = [...all.map((word) => `'${word}'`), ...beginnings.map((word) => `'${word}':*`)]
  if (times.length > 0) terms.push(`(${times.map((word) => `'${word}'`).join(' | ')})`)
  return terms.join(' & ')
}

/** Undefined where all events are found by their words by now, else since when they are. */
async function scannedUntil(store: Store): Promise<number | undefined> {
  const from = await searchedFrom(store)
  if (from <= 1) return undefined
  const row = await store.get<{ at: number }>(
    'SELECT received_at AS at FROM events WHERE seq >= ? ORDER BY seq LIMIT 1', [from])
  return row?.at
}
