// What every store must survive: kill -9 at any step, and two processes at once.

import assert from 'node:assert/strict'
import { SILENT_LOG } from '../../../src/service/log.ts'
import { openStore } from '../../../src/service/store/open.ts'
import { MIGRATIONS } from '../../../src/service/store/migrations/index.ts'
import type { Store } from '../../../src/service/store/types.ts'
import { LEASE, NOON } from './inputs.ts'
import { runChild } from './run-child.ts'

export type CrashCase = {
  readonly name: string
  readonly run: (url: string) => Promise<void>
}

export const CRASHES: readonly CrashCase[] = [
  { name: 'is migrated in the end, wherever migrating is killed (F23)', run: killMigrating },
  { name: 'keeps all that was acknowledged when killed at a commit (F2)', run: killAtCommit },
  { name: 'is migrated once, and leases each input once, by two processes (F29)', run: startTwo },
]

/** Each a further start of the same store; the last two go through whole steps. */
const MIGRATING = [
  'migrate.statement:1', 'migrate.statement:9', 'migrate.before:1', 'migrate.after:1',
  'migrate.statement:7', 'migrate.before:1', 'migrate.after:1', 'migrate.statement:2',
  'migrate.before:1', 'migrate.after:1',
]

async function killMigrating(url: string): Promise<void> {
  for (const failpoint of MIGRATING) {
    const { killed, opened, errors } = await runChild({ url, name: 'a', failpoint })
    assert.deepEqual({ failpoint, killed, opened, errors },
      { failpoint, killed: true, opened: false, errors: '' })
  }
  const { opened } = await runChild({ url, name: 'b', inputs: 3 })
  assert.equal(opened, true)
  await look(url, async (store) => {
    assert.deepEqual(
      await store.all('SELECT id FROM carom_migrations ORDER BY id'),
      MIGRATIONS.map(({ id }) => ({ id })))
  })
}

async function killAtCommit(url: string): Promise<void> {
  await look(url, async () => undefined)
  const kept: string[] = []
  const points = ['commit.before', 'commit.after'].flatMap((point) =>
    [2, 4, 5].map((n) => `${point}:${n}`))
  for (const [i, failpoint] of points.entries()) {
    const report = await runChild({ url, name: `run${i}`, inputs: 30, failpoint })
    assert.deepEqual([failpoint, report.killed, report.errors], [failpoint, true, ''])
    kept.push(...report.kept)
  }
  assert.ok(kept.length >= 6)
  await look(url, async (store) => {
    const items = await store.claim({ ...LEASE, limit: 1000 })
    const keys = items.map(({ transportKey }) => transportKey)
    assert.deepEqual(kept.filter((key) => !keys.includes(key)), [])
    assert.equal(new Set(keys).size, keys.length)
    assert.deepEqual(await store.get(
      'SELECT COUNT(*) AS n FROM raws WHERE id NOT IN (SELECT id FROM inbox)'), { n: 0 })
  })
}

async function startTwo(url: string): Promise<void> {
  const reports = await Promise.all(['a', 'b'].map((name) => runChild({ url, name, inputs: 12 })))
  for (const { errors, kept } of reports) {
    assert.equal(errors, '')
    assert.equal(kept.length, 12)
  }
  await look(url, async (store) => {
    const rest = await store.claim(LEASE)
    const claimed = [...reports.flatMap((report) => report.claimed), ...rest.map(({ id }) => id)]
    assert.equal(claimed.length, 24)
    assert.equal(new Set(claimed).size, 24)
    assert.deepEqual(
      await store.get('SELECT COUNT(*) AS n FROM carom_migrations'), { n: MIGRATIONS.length })
  })
}

async function look(url: string, at: (store: Store) => Promise<void>): Promise<void> {
  const store = await openStore(url, {}, { log: SILENT_LOG, now: () => NOON })
  try {
    await at(store)
  } finally {
    await store.close()
  }
}
