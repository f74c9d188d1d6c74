// Keeps the index by which events are found: in the same transaction as the events.

import type { CaromEvent } from '@carom/core'
import type { Reader, SqlValue, Store, Tx } from '../store/types.ts'
import { insertRows, selectIn } from './rows.ts'
import { textWordsOf, wordsOf } from './search-words.ts'
import type { EventFate } from './types.ts'

/** Events that are added at once where a store is older than the index. */
const OLDER_AT_ONCE = 500
const SEARCH_FROM = 'search-from'

/** Adds events of a batch that are in the store by now. */
export async function indexEvents(tx: Tx, fates: readonly EventFate[]): Promise<void> {
  const first = fates[0]
  if (first === undefined) return
  const { tenant } = first.evidence.item
  const byId = new Map(fates.map((fate) => [fate.evidence.event.id, fate]))
  const rows = await selectIn<{ seq: number; id: string }>(
    tx, 'SELECT seq, id FROM events WHERE tenant = ? AND id', [tenant], [...byId.keys()])
  const known = new Set(fates.filter(({ before }) => before !== undefined)
    .map(({ evidence }) => evidence.event.id))
  for (const { seq, id } of rows) {
    if (known.has(id)) await tx.run('DELETE FROM event_search WHERE rowid = ?', [seq])
  }
  // In order: the index is made of runs that only grow at their end.
  const sorted = rows.sort((a, b) => a.seq - b.seq)
  await insertRows(tx, 'event_search (rowid, words)', sorted.map(({ seq, id }): SqlValue[] =>
    [seq, wordsOfFate(byId.get(id) as EventFate)]))
}

function wordsOfFate({ evidence, counted }: EventFate): string {
  const { item: { tenant, source, receivedAt }, written } = evidence
  return wordsOf({ ...evidence, tenant, source, receivedAt, counted }, written.words)
}

type OlderRow = {
  readonly seq: number; readonly tenant: string; readonly source: string; readonly address: string
  readonly domain: string; readonly list: string; readonly campaign: string
  readonly receiver: string; readonly fault: string; readonly received_at: number
  readonly counted: number; readonly event: string
}

/** Number of the first event that is in the index with all that came after. */
export async function searchedFrom(reader: Reader): Promise<number> {
  const row = await reader.get<{ value: string }>(
    `SELECT value FROM settings WHERE tenant = '' AND name = ?`, [SEARCH_FROM])
  return Number(row?.value ?? 0)
}

/** Adds events that are older than the index; true while there are more. */
export async function indexOlder(store: Store, now: number): Promise<boolean> {
  const from = await searchedFrom(store)
  if (from <= 1) return false
  const rows = await store.all<OlderRow>(
    'SELECT seq, tenant, source, address, domain, list, campaign, receiver, fault, received_at, ' +
    'counted, event FROM events WHERE seq < ? ORDER BY seq DESC LIMIT ?', [from, OLDER_AT_ONCE])
  const next = rows.length < OLDER_AT_ONCE ? 1 : rows.at(-1)?.seq ?? 1
  await store.write(async (tx) => {
    // What was judged again meanwhile is there already.
    for (const { seq } of rows) await tx.run('DELETE FROM event_search WHERE rowid = ?', [seq])
    await insertRows(tx, 'event_search (rowid, words)', rows.map((row): SqlValue[] => {
      const event = JSON.parse(row.event) as CaromEvent
      const indexed = { ...row, event, receivedAt: row.received_at, counted: row.counted === 1 }
      return [row.seq, wordsOf(indexed, textWordsOf(event))]
    }))
    await tx.run(`UPDATE settings SET value = ?, updated_at = ? WHERE tenant = '' AND name = ?`,
      [String(next), now, SEARCH_FROM])
  })
  return next > 1
}
