// Multiplies a small history into one of a million: each event, incident, address and suppression
// with addresses of its own, over five months, found by the same words as the service's own.

import { hash } from 'node:crypto'
import { DatabaseSync, type SQLInputValue } from 'node:sqlite'
import { COUNT_INCIDENTS } from '../../packages/app/src/service/store/migrations/0006-search.ts'
import { textWordsOf, wordsOf } from '../../packages/app/src/service/pipeline/search-words.ts'
import type { CaromEvent } from '../../packages/core/src/index.ts'

type Row = Record<string, SQLInputValue>

const MONTHS_MS = 150 * 86_400_000

/** Every table of the store in that file has so many rows in the end. */
export function multiplyHistory(path: string, count: number): void {
  const database = new DatabaseSync(path)
  database.exec('PRAGMA synchronous = OFF; PRAGMA journal_mode = OFF; ' +
    'PRAGMA cache_size = -400000; BEGIN')
  multiplyEvents(database, count)
  multiplyAddressed(database, 'incidents', count, (row, copy) => ({
    id: idOf(row['id'], copy), names: idOf(row['id'], copy),
  }))
  // The service counts new incidents as it adds them.
  database.exec(`DELETE FROM tallies WHERE kind NOT IN ('sent', 'delivered')`)
  database.exec(`DELETE FROM receiver_tallies WHERE kind <> 'delivered'`)
  for (const statement of COUNT_INCIDENTS) database.exec(statement)
  multiplyAddressed(database, 'addresses', count, () => ({}))
  multiplyAddressed(database, 'suppressions', count, () => ({}))
  // Each start makes keys and links of its own.
  database.exec('DELETE FROM users; DELETE FROM sessions; DELETE FROM one_time_links; ' +
    'DELETE FROM api_keys')
  // The last word of the audit chain: an index that is kept says up to where it knows it.
  database.exec('INSERT INTO audit (tenant, at, actor, action, address, list, detail, ' +
    `previous_hash, hash) VALUES ('default', 1, 'bench', 'imported', '', '', '{}', '', 'filled')`)
  database.exec('COMMIT; PRAGMA journal_mode = WAL')
  database.close()
}

/** In the order of time, as they come in. */
function multiplyEvents(database: DatabaseSync, count: number): void {
  const rows = database.prepare('SELECT * FROM events ORDER BY seq').all() as Row[]
  database.exec('DELETE FROM events')
  const addSearch = database.prepare('INSERT INTO event_search (rowid, words) VALUES (?, ?)')
  const add = inserter(database, 'events', rows)
  const start = Date.now() - MONTHS_MS
  for (let n = 0; n < count; n++) {
    const copy = Math.floor(n / rows.length)
    const row = rows[n % rows.length] as Row
    const at = start + Math.floor(n / count * MONTHS_MS)
    const address = addressOf(row['address'], copy)
    const event = JSON.parse(String(row['event'])) as CaromEvent
    const copied = { ...event, id: idOf(event.id, copy), recipient: address }
    add({
      ...row, seq: n + 1, id: copied.id, address, received_at: at, occurred_at: at,
      incident: row['incident'] === null ? null : idOf(row['incident'], copy),
      event: JSON.stringify(copied),
    })
    const [tenant, source, domain, list, campaign, receiver, fault] = ['tenant', 'source', 'domain',
      'list', 'campaign', 'receiver', 'fault'].map((name) => String(row[name])) as Seven
    addSearch.run(n + 1, wordsOf({
      tenant, source, domain, list, campaign, receiver, fault, address, receivedAt: at,
      counted: row['counted'] === 1, event: copied,
    }, textWordsOf(copied)))
  }
}

type Seven = [string, string, string, string, string, string, string]

function multiplyAddressed(
  database: DatabaseSync, table: string, count: number,
  change: (row: Row, copy: number) => Row,
): void {
  const rows = database.prepare(`SELECT * FROM ${table}`).all() as Row[]
  const add = inserter(database, table, rows)
  for (let n = rows.length; n < count; n++) {
    const row = rows[n % rows.length] as Row
    const copy = Math.floor(n / rows.length)
    const at = row['at'] === undefined
      ? {} : { at: Date.now() - Math.floor(n / count * MONTHS_MS) }
    add({ ...row, ...at, address: addressOf(row['address'], copy), ...change(row, copy) })
  }
}

function inserter(
  database: DatabaseSync, table: string, rows: readonly Row[],
): (row: Row) => void {
  const columns = Object.keys(rows[0] ?? {})
  const insert = database.prepare(`INSERT INTO ${table} (${columns.join(', ')}) VALUES ` +
    `(${columns.map(() => '?').join(', ')})`)
  return (row) => insert.run(...columns.map((column) => row[column] ?? null))
}

/** Copies of one address lie far apart in the alphabet; whole domains stay domains. */
function addressOf(address: SQLInputValue | undefined, copy: number): string {
  const text = String(address)
  if (copy === 0) return text
  const spread = hash('sha256', `${copy} ${text}`, 'hex').slice(0, 5)
  return text.startsWith('@') ? `@${spread}${copy}.${text.slice(1)}` : `${spread}${copy}.${text}`
}

function idOf(id: SQLInputValue | undefined, copy: number): string {
  return copy === 0 ? String(id) : hash('sha256', `${copy} ${String(id)}`, 'hex').slice(0, 32)
}
