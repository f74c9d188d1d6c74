// A store that is older than the index and the counts: what is in it is counted at once, and found
// when there was time to index it.

import assert from 'node:assert/strict'
import { test } from 'node:test'
import { indexOlder } from '../../../src/service/pipeline/search-index.ts'
import { migration } from '../../../src/service/store/migrations/0006-search.ts'
import {
  migration as inTurn,
} from '../../../src/service/store/migrations/0018-incidents-in-turn.ts'
import { fill, onBoth } from './on-both.ts'
import { delivered, openWorkbench } from './workbench.ts'

onBoth('events without an index are added, newest first, and found', async (_t, bench) => {
  await fill(bench)
  const { store, ledger } = bench
  await store.write(async (tx) => {
    for (const { seq } of await tx.all<{ seq: number }>('SELECT seq FROM events')) {
      await tx.run('DELETE FROM event_search WHERE rowid = ?', [seq])
    }
    await tx.run(`UPDATE settings SET value = '41' WHERE name = 'search-from'`)
  })
  const filter = { reason: 'mailbox-unknown', wantsCount: true } as const
  await bench.give({ body: { recipient: 'new@one.example', reply: '550 5.1.1 User unknown' } })
  const before = await ledger.listEvents('t', filter, { limit: 100 })
  assert.deepEqual([before.rows.length, before.count?.n], [1, 1])
  assert.ok(before.scannedUntil !== undefined && before.scannedUntil > 0)
  while (await indexOlder(store, bench.now)) continue
  const after = await ledger.listEvents('t', filter, { limit: 100 })
  assert.deepEqual([after.rows.length, after.count?.n, after.scannedUntil], [17, 17, undefined])
  assert.equal(await indexOlder(store, bench.now), false)
})

onBoth('what was there before is counted as it would have been', async (_t, bench) => {
  await fill(bench)
  const { store } = bench
  await bench.give(delivered('joe@one.example'), delivered('kim@two.example'))
  await bench.ledger.registerSends('t', [{ recipient: 'joe@one.example', messageId: 'a@b.example' }])
  await bench.ledger.undo('t', 'me', {
    filter: { reason: 'mailbox-full' }, dryRun: false, sampleLimit: 0,
  })
  const read = async () => await Promise.all(['tallies', 'receiver_tallies'].map(async (table) =>
    (await store.all<object>(`SELECT * FROM ${table} WHERE n <> 0`))
      .map((row) => JSON.stringify(row)).sort()))
  const counted = await read()
  assert.ok(counted.every((rows) => rows.length > 5))
  const dialect = { name: store.kind, key: '', bytes: '' }
  await store.write(async (tx) => {
    await tx.run('DELETE FROM tallies')
    await tx.run('DELETE FROM receiver_tallies')
    for (const statement of migration.statements(dialect)) {
      if (/^INSERT INTO (?:receiver_)?tallies SELECT/.test(statement)) await tx.run(statement)
    }
  })
  assert.deepEqual(await read(), counted)
})

test('incidents that stand by their key come to stand in turn, on sqlite', async () => {
  const bench = await openWorkbench({ kind: 'sqlite' })
  const { store, ledger } = bench
  const undo = async (reason: 'mailbox-full' | 'mailbox-unknown') => await ledger.undo('t', 'me', {
    filter: { reason }, dryRun: false, sampleLimit: 0,
  })
  const shape = async () => await store.all<{ sql: string }>(
    `SELECT type, name, sql FROM sqlite_schema WHERE tbl_name = 'incidents' ORDER BY type, name`)
  const read = async () => await Promise.all(
    ['incidents', 'tallies', 'receiver_tallies'].map(async (table) =>
      (await store.all<object>(`SELECT * FROM ${table}`)).map((row) => JSON.stringify(row)).sort()))
  try {
    await fill(bench)
    await undo('mailbox-full')
    const [before, shapeBefore] = [await read(), await shape()]
    assert.ok(before.every((rows) => rows.length > 5))
    await store.write(async (tx) => {
      const table = shapeBefore.find(({ sql }) => sql?.startsWith('CREATE TABLE'))
      const older = `CREATE TABLE incidents ${table?.sql.slice(table.sql.indexOf('('))} WITHOUT ROWID`
      await tx.run('CREATE TEMP TABLE kept AS SELECT * FROM incidents')
      await tx.run('DROP TABLE incidents')
      await tx.run(older)
      await tx.run('INSERT INTO incidents SELECT * FROM kept')
      for (const statement of inTurn.statements({ name: 'sqlite', key: '', bytes: '' })) {
        await tx.run(statement)
      }
    })
    assert.deepEqual(await shape(), shapeBefore)
    assert.deepEqual(await read(), before, 'nothing is lost or counted twice')
    const failed = async (): Promise<number> => Number((await store.get<{ n: number }>(
      `SELECT SUM(n) AS n FROM tallies WHERE kind = 'failed' AND reason = 'mailbox-unknown'`))?.n)
    assert.ok(await failed() > 0)
    await undo('mailbox-unknown')
    assert.equal(await failed(), 0, 'what changes is counted on')
  } finally {
    await bench.close()
  }
})
