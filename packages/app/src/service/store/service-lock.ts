// One service for each SQLite file: a lock of the operating system, which ends with its process
// however that ends.

import { hostname } from 'node:os'
import type { DatabaseSync } from 'node:sqlite'
import { StoreError } from './errors.ts'
import { explainSqliteError } from './sqlite-error.ts'

type Holder = { readonly pid: number; readonly host: string; readonly since: number }

/** Another one that was just started may be writing its name. */
const WAIT_MS = 1_000
/** SQLite's result code where another one holds the lock. */
const BUSY = 5

/**
 * Holds `file` until the answer is called. The lock is SQLite's own, upon a small file beside it
 * that tells others who has it: an open transaction that changes nothing, which they can read
 * beside.
 * @throws StoreError `store-served` that names the process that holds it
 */
export function holdForService(file: string, now: number): () => void {
  const path = `${file}.service`
  const me = { pid: process.pid, host: hostname(), since: now }
  // Asked for here, not imported: an older Node has none.
  const sqlite = process.getBuiltinModule('node:sqlite')
  let database: DatabaseSync | undefined
  try {
    database = new sqlite.DatabaseSync(path, { timeout: WAIT_MS })
    const opened = database
    // Between a name and the lock another one may come in between: then it is written again.
    while (!takeInName(opened, me)) writeName(opened, me)
    return () => opened.close()
  } catch (error) {
    const holder = isBusy(error) && database !== undefined ? readHolder(database) : undefined
    database?.close()
    if (isBusy(error)) throw new StoreError('store-served', describe(file, holder), error)
    throw explainSqliteError(error, path)
  }
}

/** Begins the transaction that is the lock; whether the file bears the name of `me`. */
function takeInName(database: DatabaseSync, me: Holder): boolean {
  database.exec('BEGIN IMMEDIATE')
  const found = readHolder(database)
  return found?.pid === me.pid && found.host === me.host && found.since === me.since
}

function writeName(database: DatabaseSync, { pid, host, since }: Holder): void {
  database.exec('CREATE TABLE IF NOT EXISTS holder (pid INTEGER, host TEXT, since INTEGER)')
  database.exec('DELETE FROM holder')
  database.prepare('INSERT INTO holder VALUES (?, ?, ?)').run(pid, host, since)
  database.exec('COMMIT')
}

function readHolder(database: DatabaseSync): Holder | undefined {
  const known = database.prepare(`SELECT 1 FROM sqlite_schema WHERE name = 'holder'`).get()
  if (known === undefined) return undefined
  return database.prepare('SELECT pid, host, since FROM holder').get() as Holder | undefined
}

function isBusy(error: unknown): boolean {
  return error instanceof Error && 'errcode' in error && error.errcode === BUSY
}

function describe(file: string, holder: Holder | undefined): string {
  const who = holder === undefined ? 'another process'
    : `process ${holder.pid} on ${holder.host} since ${new Date(holder.since).toISOString()}`
  return `store ${file}: it is served already, by ${who}; stop that one first, or name another ` +
    'store with --store (several services share one PostgreSQL, never one SQLite file)'
}
