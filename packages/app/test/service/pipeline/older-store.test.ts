// A store that is older than the index and the counts: what is in it is counted at once, and found
// when there was time to index it.

import assert from 'node:assert/strict'
import { indexOlder } from '../../../src/service/pipeline/search-index.ts'
import { migration } from '../../../src/service/store/migrations/0006-search.ts'
import { fill, onBoth } from './on-both.ts'
import { delivered } from './workbench.ts'

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
