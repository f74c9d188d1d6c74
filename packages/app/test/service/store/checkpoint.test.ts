// The log of SQLite begins anew although writers never pause.

import assert from 'node:assert/strict'
import { execFile } from 'node:child_process'
import { closeSync, openSync, readSync } from 'node:fs'
import { DatabaseSync } from 'node:sqlite'
import { test } from 'node:test'
import { setImmediate } from 'node:timers/promises'
import { fileURLToPath } from 'node:url'
import { promisify } from 'node:util'
import { startCheckpoints } from '../../../src/service/store/checkpoint.ts'
import { reserveFile } from '../temporary-store.ts'

/** More pages than the log may have. */
const LOG_BYTES = 33 * 1024 * 1024
/** Where the header of a log counts how often it began anew. */
const SEQUENCE_AT = 12

const CHILD = fileURLToPath(new URL('checkpoint-child.ts', import.meta.url))

/** A file whose log has more pages than it may have. */
async function reserveLongLog(): Promise<{
  readonly url: string; readonly database: DatabaseSync; readonly remove: () => Promise<void>
}> {
  const { url, remove } = await reserveFile()
  const database = new DatabaseSync(url)
  database.exec('PRAGMA journal_mode = WAL; PRAGMA wal_autocheckpoint = 0')
  database.exec('CREATE TABLE kept (bytes BLOB)')
  database.prepare('INSERT INTO kept VALUES (?)').run(Buffer.alloc(LOG_BYTES))
  return { url, database, remove }
}

test('a process that only waits for its turn does not end', async (t) => {
  const { url, database, remove } = await reserveLongLog()
  t.after(async () => {
    database.close()
    await remove()
  })
  const { stdout } = await promisify(execFile)(process.execPath, [CHILD, url])
  assert.equal(stdout, 'went on\n')
})

test('a log that is too long begins anew between two transactions', async (t) => {
  const { url, database, remove } = await reserveLongLog()
  const insert = database.prepare('INSERT INTO kept VALUES (?)')
  const log = openSync(`${url}-wal`, 'r')
  const sequence = (): number => {
    const bytes = Buffer.alloc(4)
    readSync(log, bytes, 0, bytes.length, SEQUENCE_AT)
    return bytes.readUInt32BE()
  }
  const before = sequence()
  const warnings: string[] = []
  const checkpoints = startCheckpoints(
    url, () => database.isTransaction, (message) => warnings.push(message))
  t.after(async () => {
    await checkpoints.close()
    database.close()
    closeSync(log)
    await remove()
  })
  while (sequence() === before && warnings.length === 0) {
    await checkpoints.turn()
    database.exec('BEGIN IMMEDIATE')
    insert.run(Buffer.alloc(100))
    // What the thread says comes while a transaction is open.
    await setImmediate()
    database.exec('COMMIT')
    // As after every commit: where the log could not be looked at, that is tried again.
    checkpoints.note()
  }
  assert.deepEqual(warnings, [])
})
