// Live views learn of what every process on the store does, and miss nothing over a break.

import assert from 'node:assert/strict'
import type { TestContext } from 'node:test'
import type { LedgerNote } from '../../../src/service/http/rows-of-work.ts'
import { SILENT_LOG } from '../../../src/service/log.ts'
import { Feed } from '../../../src/service/pipeline/ledger/feed.ts'
import { openStore } from '../../../src/service/store/open.ts'
import { onBoth } from './on-both.ts'
import { gone, START, type Workbench } from './workbench.ts'

/** A second process as far as its live views. */
async function openSecond(t: TestContext, bench: Workbench): Promise<Feed> {
  const store = await openStore(bench.url, {}, { log: SILENT_LOG, now: () => START })
  t.after(() => store.close())
  return new Feed(store, { pollMs: 5 })
}

/** A view of tenant `t` from a place on, or from now on. */
async function open(t: TestContext, feed: Feed, after?: string) {
  const ending = new AbortController()
  t.after(() => ending.abort())
  const all = feed.follow('t', after, ending.signal)
  const first = (await all.next()).value
  assert.ok(first)
  let { id } = first
  return {
    isReset: first.isReset,
    get id() { return id },
    async until(isThere: (notes: readonly LedgerNote[]) => boolean) {
      const notes: LedgerNote[] = []
      while (!isThere(notes)) {
        const { value } = await all.next()
        assert.ok(value)
        id = value.id
        notes.push(...value.notes)
      }
      return notes
    },
  }
}

const namesIn = (notes: readonly LedgerNote[]): string[] =>
  notes.map(({ type, data }) => `${type} ${(data as { address: string }).address}`)

const fail = async (bench: Workbench, name: string, tenant = 't'): Promise<void> => bench.give({
  ...gone(`${name}@one.example`, { messageId: `<${name}@news.example>` }), tenant, trust: 2,
})

onBoth('what another process decides is told, once and only to its tenant', async (t, bench) => {
  await fail(bench, 'before')
  const view = await open(t, await openSecond(t, bench))
  await fail(bench, 'strange', 'other')
  await fail(bench, 'ann')
  await bench.ledger.suppress('t', 'someone', [
    { address: 'bob@one.example', reason: 'manual', origin: 'test' },
  ])
  const notes = await view.until((all) => all.some(({ type }) => type === 'suppression.added'))
  const names = namesIn(notes)
  assert.equal(names[0], 'event ann@one.example')
  assert.equal(names.at(-1), 'suppression.added bob@one.example')
  assert.ok(!names.some((name) => /before|strange/.test(name)), names.join())
  assert.equal(new Set(notes.map(({ id }) => id)).size, notes.length)
})

onBoth('a view goes on after its last id at another process', async (t, bench) => {
  const first = await open(t, await openSecond(t, bench))
  const start = first.id
  await fail(bench, 'ann')
  await first.until((notes) => notes.length > 0)
  for (const name of ['bob', 'eve']) await fail(bench, name)
  const second = await openSecond(t, bench)
  for (const [after, wanted] of [
    [start, ['ann', 'bob', 'eve']], [first.id, ['bob', 'eve']],
  ] as const) {
    const view = await open(t, second, after)
    assert.equal(view.isReset, false)
    const told = await view.until((notes) => namesIn(notes).includes('event eve@one.example'))
    assert.deepEqual(namesIn(told).filter((name) => name.startsWith('event ')),
      wanted.map((name) => `event ${name}@one.example`))
  }
  for (const after of ['1717171717000001', 'x', '']) {
    assert.equal((await open(t, second, after)).isReset, true, after)
  }
})

onBoth('what is under way when a view is opened is told', async (t, bench) => {
  const feed = await openSecond(t, bench)
  const begun = Promise.withResolvers<void>()
  const held = Promise.withResolvers<void>()
  const writing = bench.store.write(async (tx) => {
    await tx.run(AUDIT, ['t', START, 'slow@one.example'])
    begun.resolve()
    await held.promise
  })
  await begun.promise
  // These wait for their turn: numbers of rows are in the order of commits.
  const others = ['other', 't'].map((tenant) => bench.store.write((tx) =>
    tx.run(AUDIT, [tenant, START, `of-${tenant}@one.example`])))
  const view = await open(t, feed)
  held.resolve()
  await Promise.all([writing, ...others])
  const notes = await view.until((all) => all.length > 1)
  assert.deepEqual(
    namesIn(notes), ['slow', 'of-t'].map((name) => `suppression.added ${name}@one.example`))
})

const AUDIT = `INSERT INTO audit
  (tenant, at, actor, action, address, list, detail, previous_hash, hash)
  VALUES (?, ?, 'x', 'suppressed', ?, '', '{"after":"suppressed"}', '', '')`
