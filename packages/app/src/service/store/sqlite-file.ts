// The SQLite file as such: whether it is ours and whole, and copies of it.

import { closeSync, fsyncSync, openSync, renameSync, rmSync, statSync } from 'node:fs'
import { dirname } from 'node:path'
import { StoreError } from './errors.ts'
import { refuseNewer } from './migrate.ts'
import { MIGRATIONS } from './migrations/index.ts'
import { SqliteConnection } from './sqlite-connection.ts'
import type { ConnectionOptions } from './sqlite-connection.ts'

/** Files up to this size are read through before they are used; that takes well under a second. */
const CHECKED_BYTES_MAX = 32 * 1024 * 1024

/**
 * Refuses a file that is damaged as far as can be seen at once, that something else wrote, or a
 * newer Carom. Changes nothing in it.
 */
export async function checkSqliteFile(options: ConnectionOptions): Promise<void> {
  const { path } = options
  const { size } = statSync(path)
  if (size === 0) return
  const connection = new SqliteConnection({ ...options, isReader: true })
  try {
    refuseForeign(connection, path)
    if (size <= CHECKED_BYTES_MAX) refuseDamaged(connection, path)
  } finally {
    await connection.close()
  }
}

function refuseForeign(connection: SqliteConnection, path: string): void {
  const tables = connection.all<{ name: string }>(
    `SELECT name FROM sqlite_schema WHERE type = 'table'`).map(({ name }) => name)
  if (tables.includes('carom_migrations')) {
    const applied = connection.all<{ id: string }>('SELECT id FROM carom_migrations ORDER BY id')
    refuseNewer(applied.map(({ id }) => id), MIGRATIONS, `store ${path}`)
  } else if (tables.length > 0) {
    throw new StoreError('store-foreign',
      `store ${path}: another program's database (it has a table "${tables[0]}" and no record of ` +
      'Carom\'s versions); name another file')
  }
}

function refuseDamaged(connection: SqliteConnection, path: string): void {
  const [found] = connection.all<{ quick_check: string }>('PRAGMA quick_check(1)')
  if (found === undefined || found.quick_check === 'ok') return
  throw new StoreError('store-corrupt',
    `store ${path}: it is damaged (${found.quick_check}); restore it from a copy`)
}

/**
 * Copies the store beside itself before a step of migration, and gives the path of the copy. The
 * caller keeps others from writing; a copy that was cut short never bears the final name.
 */
export async function backUpSqlite(options: ConnectionOptions, step: string): Promise<string> {
  const copy = `${options.path}.before-${step}`
  const unfinished = `${copy}.unfinished`
  rmSync(unfinished, { force: true })
  closeSync(openSync(unfinished, 'a', 0o600))
  const source = new SqliteConnection({ ...options, isReader: true })
  try {
    source.run('VACUUM INTO ?', [unfinished])
  } finally {
    await source.close()
  }
  synchronize(unfinished)
  renameSync(unfinished, copy)
  synchronize(dirname(copy))
  return copy
}

function synchronize(path: string): void {
  const opened = openSync(path, 'r')
  try {
    fsyncSync(opened)
  } finally {
    closeSync(opened)
  }
}
