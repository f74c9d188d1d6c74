// What happens to an SQLite store when the disk is full, another holds the file, or it is damaged.

import assert from 'node:assert/strict'
import { closeSync, existsSync, openSync, readdirSync, readFileSync, statSync, truncateSync,
  unlinkSync, writeFileSync, writeSync } from 'node:fs'
import { dirname } from 'node:path'
import { DatabaseSync } from 'node:sqlite'
import { test } from 'node:test'
import { setTimeout as sleep } from 'node:timers/promises'
import { SILENT_LOG } from '../../../src/service/log.ts'
import { openStore } from '../../../src/service/store/open.ts'
import type { StoreOptions } from '../../../src/service/store/options.ts'
import type { Store } from '../../../src/service/store/types.ts'
import { openTemporaryStore, reserveFile } from '../temporary-store.ts'
import { LEASE, makeInput, NOON } from './inputs.ts'

const DEPS = { log: SILENT_LOG, now: () => NOON }

test('a full disk refuses writes with store-full, until there is room (F6)', async () => {
  const { store, cleanup } = await openTemporaryStore()
  const limitPages = async (pages: number): Promise<void> => {
    await store.write((tx) => tx.all(`PRAGMA max_page_count = ${pages}`))
  }
  try {
    const page = await store.get<{ page_count: number }>('PRAGMA page_count')
    await limitPages((page?.page_count ?? 0) + 40)
    const kept: string[] = []
    const refused: string[] = []
    for (let i = 0; i < 60; i += 2) {
      const keys = [`k${i}`, `k${i + 1}`]
      await Promise.all(keys.map(async (key) => {
        const bytes = Buffer.alloc(8000, key)
        await store.ingest([makeInput(key, { bytes })]).then(() => kept.push(key), (error) => {
          assert.equal(error.code, 'store-full')
          assert.match(error.message, /no room is left/)
          refused.push(key)
        })
      }))
    }
    assert.ok(kept.length > 4 && refused.length > 4)
    const keysOf = async (): Promise<string[]> =>
      (await store.all<{ key: string }>('SELECT transport_key AS key FROM inbox'))
        .map(({ key }) => key)
    assert.deepEqual((await keysOf()).toSorted(), kept.toSorted())
    await limitPages(1_000_000)
    await store.ingest(refused.map((key) => makeInput(key)))
    assert.equal((await keysOf()).length, 60)
    assert.equal((await store.claim({ ...LEASE, limit: 1000 })).length, 60)
  } finally {
    await cleanup()
  }
})

test('a disk with little room makes the store unwell', async () => {
  const { store, cleanup } = await openTemporaryStore({ options: { freeBytesMin: 1e18 } })
  const { ok, problem } = await store.health()
  assert.equal(ok, false)
  assert.match(problem ?? '', /only \d+ MB are left/)
  await cleanup()
})

test('who waits for another writer too long gets store-busy, and nothing stands still (F8)', async () => {
  const { store, url, cleanup } = await openTemporaryStore({ options: { busyTimeoutMs: 150 } })
  await store.ingest([makeInput('before')])
  const other = new DatabaseSync(url)
  other.exec('BEGIN EXCLUSIVE')
  let turns = 0
  const timer = setInterval(() => { turns += 1 }, 5)
  try {
    const refusals = await Promise.allSettled([
      store.ingest([makeInput('a')]), store.write(async () => 1), store.claim(LEASE),
    ])
    for (const refusal of refusals) {
      assert.ok(refusal.status === 'rejected' && refusal.reason.code === 'store-busy')
    }
    assert.ok(turns >= 3, `${turns} turns of the event loop meanwhile`)
    assert.deepEqual(await store.get('SELECT COUNT(*) AS n FROM inbox'), { n: 1 })
    const patient = store.ingest([makeInput('a')])
    await sleep(20)
    other.exec('COMMIT')
    assert.notEqual((await patient).ids[0], undefined)
  } finally {
    clearInterval(timer)
    other.close()
    await cleanup()
  }
})

type Damage = {
  readonly name: string
  readonly code: string
  readonly message: RegExp
  readonly apply: (file: string) => void
  readonly options?: Partial<StoreOptions>
}

const DAMAGES: readonly Damage[] = [
  {
    name: 'another kind of file', code: 'store-corrupt', message: /no SQLite database/,
    apply: (file) => writeFileSync(file, 'From someone@example.com\n'.repeat(500)),
  },
  {
    name: 'a file cut short', code: 'store-corrupt', message: /damaged/,
    apply: (file) => truncateSync(file, Math.floor(statSync(file).size / 2)),
  },
  {
    name: 'a page overwritten', code: 'store-corrupt', message: /damaged/,
    apply: (file) => overwrite(file, 4096 * 3, Buffer.alloc(4096, 0xa5)),
  },
  {
    name: 'a header overwritten', code: 'store-corrupt', message: /SQLite database, or damaged/,
    apply: (file) => overwrite(file, 0, Buffer.alloc(100, 0xa5)),
  },
  {
    name: 'another program\'s database', code: 'store-foreign', message: /table "wp_posts"/,
    apply: (file) => {
      writeFileSync(file, '')
      change(file, 'CREATE TABLE wp_posts (id INTEGER)')
    },
  },
  {
    name: 'a newer version\'s store', code: 'store-newer',
    message: /has version 9999-future, but this Carom knows versions up to 0\d{3}-/,
    apply: (file) => change(file, `INSERT INTO carom_migrations VALUES ('9999-future', 1)`),
  },
]

function overwrite(file: string, at: number, bytes: Uint8Array): void {
  const opened = openSync(file, 'r+')
  writeSync(opened, bytes, 0, bytes.length, at)
  closeSync(opened)
}

function change(file: string, sql: string): void {
  const database = new DatabaseSync(file)
  database.exec(sql)
  database.close()
}

for (const { name, code, message, apply } of DAMAGES) {
  test(`${name} is refused with ${code} and left as it is (F24)`, async () => {
    const { url, remove } = await reserveFile()
    const store = await openStore(url, {}, DEPS)
    await store.ingest(Array.from({ length: 50 }, (_, i) => makeInput(`k${i}`)))
    await store.close()
    apply(url)
    const before = readFileSync(url)
    await assert.rejects(openStore(url, {}, DEPS), (error: Error & { code?: string }) => {
      assert.equal(error.code, code)
      assert.match(error.message, message)
      assert.ok(error.message.includes(url))
      return true
    })
    assert.equal(Buffer.compare(readFileSync(url), before), 0)
    await remove()
  })
}

test('a folder that is not there is refused in plain words', async () => {
  const { url, remove } = await reserveFile()
  await remove()
  await assert.rejects(openStore(url, {}, DEPS), { code: 'store-unavailable' })
  for (const address of ['', 'mysql://example.com/carom', 'sqlite:']) {
    await assert.rejects(openStore(address, {}, DEPS), { code: 'store-url' })
  }
})

test('a store that holds something is copied before it is migrated', async () => {
  const { url, remove } = await reserveFile()
  const first = await openStore(url, {}, DEPS)
  await first.ingest([makeInput('a')])
  await first.close()
  assert.deepEqual(readdirSync(dirname(url)), ['carom.db'])
  // Back to the time before the last step, as far as the record goes.
  change(url, `DELETE FROM carom_migrations WHERE id > '0001-intake'`)
  // The index of searches takes tables of its own with it.
  for (const table of tablesAfterIntake(url)) change(url, `DROP TABLE IF EXISTS ${table}`)
  change(url, 'DROP INDEX inbox_clustered')
  change(url, 'DELETE FROM settings')
  const second = await openStore(`sqlite:${url}`, {}, DEPS)
  assert.deepEqual(await second.get('SELECT transport_key FROM inbox'), { transport_key: 'a' })
  await second.close()
  const copy = `${url}.before-0002-ledger`
  assert.deepEqual(
    readdirSync(dirname(url)).toSorted(), ['carom.db', 'carom.db.before-0002-ledger'])
  assert.equal(statSync(copy).mode & 0o077, 0)
  assert.deepEqual(readOnly(copy, 'SELECT id FROM carom_migrations'), [{ id: '0001-intake' }])
  assert.deepEqual(readOnly(copy, 'SELECT transport_key AS k FROM inbox'), [{ k: 'a' }])
  await remove()
})

function tablesAfterIntake(file: string): string[] {
  const intake = new Set([
    'inbox', 'raws', 'sources', 'cursors', 'api_keys', 'idempotency', 'settings',
    'carom_migrations', 'sqlite_sequence',
  ])
  return readOnly(file, `SELECT name FROM sqlite_schema WHERE type = 'table'`)
    .map(({ name }) => String(name)).filter((name) => !intake.has(name))
}

function readOnly(file: string, sql: string): Record<string, unknown>[] {
  const database = new DatabaseSync(file, { readOnly: true })
  const rows = database.prepare(sql).all().map((row) => ({ ...row }))
  database.close()
  return rows
}

test('the file is its owner\'s alone', async () => {
  const { store, url, cleanup } = await openTemporaryStore()
  await store.ingest([makeInput('a')])
  for (const suffix of ['', '-wal', '-shm']) {
    assert.equal(statSync(url + suffix).mode & 0o077, 0, suffix)
  }
  await cleanup()
})

test('a disk that fails is not asked again: nothing is acknowledged, reads go on (F5)', async () => {
  const { store, url, cleanup } = await openTemporaryStore()
  // The log cannot be synchronised when it is not there.
  unlinkSync(`${url}-wal`)
  for (const attempt of [
    () => store.ingest([makeInput('a')]), () => store.ingest([makeInput('b')]),
    () => store.write(async () => 1), () => store.claim(LEASE),
  ]) await assert.rejects(attempt, { code: 'store-unavailable', message: /the disk failed/ })
  assert.match((await store.health()).problem ?? '', /the disk failed/)
  assert.ok(await store.get('SELECT COUNT(*) AS n FROM inbox'))
  await cleanup()
})

test('a store in memory leaves nothing behind', async () => {
  const store: Store = await openStore(':memory:', {}, DEPS)
  await store.ingest([makeInput('a')])
  const [row] = await store.all<{ file: string }>('PRAGMA database_list')
  assert.ok(existsSync(row?.file ?? ''))
  await store.close()
  assert.ok(!existsSync(dirname(row?.file ?? '')))
})

test('more than the disk takes is refused instead of filling the memory', async () => {
  const { store, cleanup } = await openTemporaryStore({ options: { busyTimeoutMs: 5000 } })
  const bytes = Buffer.alloc(10 * 1024 * 1024)
  const results = await Promise.allSettled(Array.from({ length: 9 }, (_, i) =>
    store.ingest([makeInput(`k${i}`, { bytes })])))
  const refused = results.filter((result) => result.status === 'rejected')
  assert.equal(refused.length, 3)
  assert.ok(refused.every(({ reason }) => reason.code === 'store-busy'))
  assert.deepEqual((await store.ingest([makeInput('k8', { bytes })])).ids.length, 1)
  await cleanup()
})
