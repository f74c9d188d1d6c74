// What the loop does while the store is in trouble, and after it.

import assert from 'node:assert/strict'
import test from 'node:test'
import { setTimeout as sleep } from 'node:timers/promises'
import { StoreError } from '../../../src/service/store/errors.ts'
import { gone, openWorkbench } from './workbench.ts'

test('a look ahead that failed is not waited for again', { timeout: 30_000 }, async (t) => {
  const bench = await openWorkbench()
  t.after(() => bench.close())
  const { store, pipeline } = bench
  const { claim } = store
  let claims = 0
  const claimsMade = (): number => claims
  Object.assign(store, {
    claim: async (...asked: Parameters<typeof claim>) => {
      claims += 1
      // The second is the one that is made while the first inputs are applied.
      if (claims === 2) throw new StoreError('store-unavailable', 'store: it is away')
      return claim(...asked)
    },
  })
  await assert.rejects(bench.give(gone('a@left.example')), { code: 'store-unavailable' })
  assert.equal(await bench.status('a@left.example'), 'paused', 'what was claimed was applied')
  await bench.give(gone('b@left.example'))
  assert.equal(await bench.status('b@left.example'), 'paused')
  assert.ok(claims > 2)

  claims = 1
  pipeline.start()
  while (claimsMade() < 4) await sleep(20, undefined, { signal: t.signal })
})

test('beside what may have killed a process before, nothing else is taken', async (t) => {
  const bench = await openWorkbench()
  t.after(() => bench.close())
  const { store, pipeline } = bench
  const { claim } = store
  await store.ingest(['a', 'b', 'c', 'd'].map((name) => ({
    tenant: 't', source: 'test', kind: 'replies', transportKey: name, receivedAt: bench.now,
    trust: 1, envelope: {}, bytes: Buffer.from(JSON.stringify(gone(`${name}@left.example`).body)),
  })))
  await store.write(async (tx) => {
    await tx.run(`UPDATE inbox SET attempts = 3 WHERE transport_key IN ('b', 'c')`)
  })
  const taken: number[] = []
  Object.assign(store, {
    claim: async (...asked: Parameters<typeof claim>) => {
      const suspects = await store.all(
        `SELECT id FROM inbox WHERE state = 'new' AND attempts > 3 AND owner IS NOT NULL`)
      assert.deepEqual(suspects, [], 'one is under way')
      const items = await claim(...asked)
      if (items.length > 0) taken.push(items.length)
      return items
    },
  })
  await pipeline.drain()
  assert.deepEqual(taken, [2, 1, 1])
  assert.equal(await bench.status('c@left.example'), 'paused')
})
