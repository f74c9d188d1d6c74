// A store with so many suppressed addresses, made without the service.

import { closeSync, fsyncSync, openSync } from 'node:fs'
import { DatabaseSync } from 'node:sqlite'
import { openStore } from '../../packages/app/src/service/store/open.ts'
import { SILENT_LOG } from '../../packages/app/src/service/log.ts'
import { addressOf } from './inputs.ts'

const ROWS_AT_ONCE = 200_000

/** Adds addresses 0 to `count` to the store in that file, which is made where there is none. */
export async function fillSuppressions(path: string, count: number): Promise<void> {
  await (await openStore(path, {}, { log: SILENT_LOG, now: Date.now })).close()
  const database = new DatabaseSync(path)
  database.exec('PRAGMA synchronous = OFF; PRAGMA cache_size = -200000')
  const insert = database.prepare(
    'INSERT INTO suppressions (tenant, address, list, reason, origin, created_at, expires_at, ' +
    `proof, actor, note) VALUES ('default', ?, '', 'mailbox-unknown', 'policy', 1, NULL, NULL, ` +
    `'policy', NULL) ON CONFLICT DO NOTHING`)
  for (let from = 0; from < count; from += ROWS_AT_ONCE) {
    const addresses = Array.from({ length: Math.min(ROWS_AT_ONCE, count - from) }, (_, i) =>
      addressOf(from + i))
    database.exec('BEGIN')
    for (const address of addresses) insert.run(address)
    database.exec('COMMIT')
  }
  // The last word of the audit chain: an index that is kept says up to where it knows it.
  database.exec('INSERT INTO audit (tenant, at, actor, action, address, list, detail, ' +
    `previous_hash, hash) VALUES ('default', 1, 'bench', 'imported', '', '', '{}', '', 'filled')`)
  database.exec('PRAGMA wal_checkpoint(TRUNCATE)')
  database.close()
  // Or the disk would still be writing it while something is measured.
  const file = openSync(path, 'r')
  fsyncSync(file)
  closeSync(file)
}
