// What happens to a store in PostgreSQL when connections are lost, locks are held, or two
// transactions wait for each other (F8–F10).

import assert from 'node:assert/strict'
import { test } from 'node:test'
import { setTimeout as sleep } from 'node:timers/promises'
import { Client } from 'pg'
import { SILENT_LOG } from '../../../src/service/log.ts'
import { openStore } from '../../../src/service/store/open.ts'
import type { Store } from '../../../src/service/store/types.ts'
import { reserveSchema, TEST_POSTGRES } from '../temporary-store.ts'
import { startProxy } from './cutting-proxy.ts'
import type { CuttingProxy } from './cutting-proxy.ts'
import { findPostgres } from './find-postgres.ts'
import { LEASE, makeInput, NOON } from './inputs.ts'

const skip = await findPostgres()
const DEPS = { log: SILENT_LOG, now: () => NOON }
const OPTIONS = { busyTimeoutMs: 400 }

type Bench = {
  readonly store: Store
  readonly proxy: CuttingProxy
  readonly schema: string
  /** A connection of somebody else in the same schema. */
  readonly other: Client
}

function faultTest(name: string, run: (bench: Bench) => Promise<void>): void {
  test(name, { skip }, async () => {
    const { url, remove } = reserveSchema()
    const proxy = await startProxy(url)
    const schema = new URL(url).searchParams.get('schema') as string
    const other = new Client({
      connectionString: TEST_POSTGRES, options: `-c search_path=${schema} -c deadlock_timeout=1h`,
    })
    await other.connect()
    let store: Store | undefined
    try {
      store = await openStore(`${proxy.url}&application_name=${schema}`, OPTIONS, DEPS)
      await run({ store, proxy, schema, other })
    } finally {
      proxy.resume()
      await store?.close()
      await other.end()
      await proxy.close()
      await remove()
    }
  })
}

const INSERT = `INSERT INTO settings (tenant, name, value, updated_at) VALUES ('main', ?, '0', 1)`

async function namesIn(other: Client): Promise<string[]> {
  // What a new store notes of itself is not among them.
  const { rows } = await other.query(
    `SELECT name FROM settings WHERE name <> 'search-from' ORDER BY name`)
  return rows.map(({ name }) => name)
}

faultTest('connections that the server ends are made anew (F9)', async ({ store, other, schema }) => {
  await store.ingest([makeInput('a')])
  const end = () => other.query(
    'SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE application_name = $1', [schema])
  await end()
  await store.ingest([makeInput('b')])
  let tries = 0
  await store.write(async (tx) => {
    tries += 1
    await tx.run(INSERT, ['kept'])
    if (tries === 1) await end()
    await tx.get('SELECT 1')
  })
  assert.equal(tries, 2)
  assert.deepEqual(await namesIn(other), ['kept'])
  assert.equal((await store.claim(LEASE)).length, 2)
})

faultTest('a server that is gone makes the store unwell, until it is back', async (bench) => {
  const { store, proxy, other } = bench
  proxy.cut()
  const results = await Promise.allSettled([
    store.ingest([makeInput('a')]), store.get('SELECT 1'), store.claim(LEASE),
    store.write((tx) => tx.run(INSERT, ['lost'])),
  ])
  for (const result of results) {
    assert.ok(result.status === 'rejected' && result.reason.code === 'store-unavailable')
  }
  assert.equal((await store.health()).ok, false)
  proxy.resume()
  assert.deepEqual(await store.health(), { ok: true })
  await store.ingest([makeInput('a')])
  assert.deepEqual(await namesIn(other), [])
})

faultTest('a connection lost before COMMIT is met by doing it again', async (bench) => {
  const { store, proxy, other } = bench
  let tries = 0
  await store.write(async (tx) => {
    tries += 1
    if (tries === 1) proxy.cutAt('INSERT INTO settings', 'before')
    else proxy.resume()
    await tx.run(INSERT, ['once'])
  })
  assert.equal(tries, 2)
  assert.deepEqual(await namesIn(other), ['once'])
})

for (const [when, isThere] of [['before', false], ['after', true]] as const) {
  faultTest(`a connection lost ${when} COMMIT arrived is told as unknown`, async (bench) => {
    const { store, proxy, other } = bench
    let tries = 0
    await assert.rejects(store.write(async (tx) => {
      tries += 1
      await tx.run(INSERT, ['once'])
      proxy.cutAt('COMMIT', when)
    }), { code: 'store-commit-unknown' })
    assert.equal(tries, 1)
    proxy.resume()
    assert.deepEqual(await namesIn(other), isThere ? ['once'] : [])
  })

  faultTest(`inputs are kept once when the connection is lost ${when} they arrived`, async (bench) => {
    const { store, proxy, other } = bench
    proxy.cutAt('no such user', when)
    const timer = setTimeout(() => proxy.resume(), 60)
    await store.ingest([makeInput('a'), makeInput('b')])
    clearTimeout(timer)
    const { rows } = await other.query('SELECT transport_key FROM inbox JOIN raws USING (id)')
    assert.deepEqual(rows.map((row) => row.transport_key).toSorted(), ['a', 'b'])
  })
}

faultTest('who waits for a lock too long gets store-busy (F8)', async ({ store, other }) => {
  await other.query('BEGIN')
  await other.query('LOCK TABLE inbox, settings IN EXCLUSIVE MODE')
  const results = await Promise.allSettled([
    store.ingest([makeInput('a')]), store.write((tx) => tx.run(INSERT, ['late'])),
  ])
  for (const result of results) {
    assert.ok(result.status === 'rejected' && result.reason.code === 'store-busy')
  }
  assert.deepEqual(await store.get('SELECT COUNT(*) AS n FROM inbox'), { n: 0 })
  await other.query('COMMIT')
  await store.ingest([makeInput('a')])
})

faultTest('two that wait for each other are untied, and both get through (F10)', async (bench) => {
  const { store, other } = bench
  const patient = await openStore(bench.proxy.url, { busyTimeoutMs: 10_000 }, DEPS)
  await store.write(async (tx) => {
    await tx.run(INSERT, ['a'])
    await tx.run(INSERT, ['b'])
  })
  const raise = `UPDATE settings SET value = '1' WHERE name = `
  await other.query('BEGIN')
  await other.query(`${raise}'a'`)
  let tries = 0
  const write = patient.write(async (tx) => {
    tries += 1
    await tx.run(`${raise}'b'`)
    if (tries === 1) void crossing()
    await tx.run(`${raise}'a'`)
  })
  const crossing = async (): Promise<void> => {
    await sleep(50)
    await other.query(`${raise}'b'`)
    await other.query('COMMIT')
  }
  await write
  assert.equal(tries, 2)
  await patient.close()
})

faultTest('one input that cannot be stored does not stand for those beside it', async (bench) => {
  const { store, other } = bench
  await other.query(`ALTER TABLE inbox ADD CHECK (source <> 'bad')`)
  const results = await Promise.allSettled([
    store.ingest([makeInput('a')]), store.ingest([makeInput('b', { source: 'bad' })]),
    store.ingest([makeInput('c')]),
  ])
  assert.deepEqual(results.map(({ status }) => status), ['fulfilled', 'rejected', 'fulfilled'])
})

test('an address that leads nowhere is refused in plain words', { skip }, async () => {
  const cases = [
    ['postgres://root@127.0.0.1:1/test', 'store-unavailable'],
    [TEST_POSTGRES.replace(/\/[^/]*$/, '/no_such_database'), 'store-unavailable'],
    [`${TEST_POSTGRES}?schema=Bad-Name`, 'store-url'],
    ['postgres://[', 'store-url'],
  ] as const
  for (const [url, code] of cases) await assert.rejects(openStore(url, OPTIONS, DEPS), { code }, url)
})

test('a schema of a newer version, or of another program, is refused', { skip }, async () => {
  const { url, remove } = reserveSchema()
  const store = await openStore(url, {}, DEPS)
  await store.write((tx) => tx.run(`INSERT INTO carom_migrations VALUES ('9999-future', 1)`))
  await store.close()
  await assert.rejects(openStore(url, {}, DEPS), { code: 'store-newer' })
  const again = new Client({ connectionString: TEST_POSTGRES })
  await again.connect()
  await again.query(`DROP TABLE ${new URL(url).searchParams.get('schema')}.carom_migrations`)
  await again.end()
  await assert.rejects(openStore(url, {}, DEPS), { code: 'store-foreign' })
  await remove()
})
