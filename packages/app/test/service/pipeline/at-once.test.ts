// Everything at once: intake, undo, lifts, suppressions, other policies and rules, judging again.
// Whatever the order, what is stored is what its history says.

import assert from 'node:assert/strict'
import { findBrokenSeal } from '../../../src/service/pipeline/audit.ts'
import { createRandom } from '../intake/log/random.ts'
import { onBoth } from './on-both.ts'
import { assertExact, DAY_MS, type Workbench } from './workbench.ts'

const SEED = Number(process.env['SEED'] ?? 7)
const ROUNDS = 12
const REPLIES = [
  '550 5.1.1 no such user: see bulletin', '550 5.1.1 User unknown', '552 5.2.2 Mailbox full',
  '451 4.3.2 busy', '550 5.2.1 disabled: see bulletin',
]

async function statesOf({ store }: Workbench) {
  const rows = await store.all<object>(
    'SELECT address, list, status FROM addresses ORDER BY address, list')
  const stopped = await store.all<object>(
    'SELECT address, list, reason FROM suppressions ORDER BY address, list')
  return { rows: rows.map((row) => ({ ...row })), stopped: stopped.map((row) => ({ ...row })) }
}

onBoth(`what happens at once, seed ${SEED},`, async (_t, bench) => {
  const below = createRandom(SEED)
  const next = (): number => below(1_000) / 1_000
  const pick = <Item>(items: readonly Item[]): Item =>
    items[below(items.length)] as Item
  const { ledger } = bench
  const addresses = ['a', 'b', 'c', 'd', 'e'].map((name) => `${name}@x.example`)
  let number = 0
  const give = () => bench.give({ trust: 2, body: Array.from({ length: 4 }, () => ({
    recipient: pick(addresses), reply: pick(REPLIES), messageId: `m${number++ % 40}@x`,
  })) })
  const acts: (() => Promise<unknown>)[] = [
    give, give, give,
    () => ledger.undo('t', 'me', {
      filter: { address: pick(addresses) }, dryRun: next() < 0.3, sampleLimit: 1,
    }),
    () => ledger.suppress('t', 'me', [
      { address: pick(addresses), reason: pick(['manual', 'complaint']), origin: 'manual' },
    ]),
    () => ledger.lift('t', 'me', { address: pick(addresses), by: 'manual', force: next() < 0.5 }),
    () => ledger.undoLift('t', 'me', { address: pick(addresses) }),
    () => ledger.putPolicy('t', 'me', {
      policy: pick(['carom', 'smtp2go', 'mailchimp']), activate: true, dryRun: false,
    }),
    () => ledger.putRules('t', 'me', next() < 0.5 ? [] : [{
      id: 'bulletin', match: { words: ['see bulletin'] }, reason: 'mailbox-disabled',
    }]),
    () => ledger.reclassify('t', 'me', { filter: {}, dryRun: next() < 0.3, sampleLimit: 1 }),
    () => ledger.recordProofs('t', 'me', [{ address: pick(addresses), kind: 'engaged' }]),
    () => ledger.applyPolicy('t', 'me'),
    () => bench.pass(0),
  ]
  for (let round = 0; round < ROUNDS; round++) {
    await Promise.all(Array.from({ length: 8 }, () => pick(acts)()))
    await bench.pass(DAY_MS / 2)
  }
  await bench.pipeline.drain()
  assert.equal(await findBrokenSeal(bench.store, 't'), undefined)
  await assertExact(bench.store)
  assert.deepEqual(await bench.store.all(
    `SELECT seq FROM events WHERE incident IS NOT NULL AND NOT EXISTS (
      SELECT 1 FROM incidents i WHERE i.tenant = events.tenant AND i.id = events.incident)`), [])
  await ledger.applyPolicy('t', 'me')
  await bench.pass(0)
  const before = await statesOf(bench)
  assert.ok(before.rows.length > 0)
  await ledger.applyPolicy('t', 'me')
  await bench.pass(0)
  assert.deepEqual(await statesOf(bench), before)
})
