// What was undone, or is held by an outage, stays so when its inputs are judged again.

import assert from 'node:assert/strict'
import { onBoth } from './on-both.ts'
import { assertExact, DAY_MS } from './workbench.ts'

onBoth('judging again counts nothing that was undone', async (_t, bench) => {
  const reply = '550 5.1.1 gone: see bulletin seven'
  for (const [i, recipient] of ['ann@a.example', 'bob@a.example'].entries()) {
    for (const messageId of [`m${i}@x`, `n${i}@x`]) {
      await bench.give({ trust: 2, body: { recipient, reply, messageId } })
      await bench.pass(2 * DAY_MS)
    }
  }
  assert.equal(await bench.status('ann@a.example'), 'suppressed')
  await bench.ledger.undo('t', 'me', {
    filter: { address: 'ann@a.example' }, dryRun: false, sampleLimit: 9,
  })
  assert.equal(await bench.status('ann@a.example'), 'active')
  const rule = { id: 'bulletin', match: { words: ['see bulletin'] }, reason: 'mailbox-disabled' }
  await bench.ledger.putRules('t', 'me', [rule] as never)
  const done = await bench.ledger.reclassify(
    't', 'me', { filter: {}, dryRun: false, sampleLimit: 9 })
  assert.equal(done.changed, 4)
  const rows = await bench.store.all<{ address: string; voided: number; reason: string }>(
    'SELECT address, voided, reason FROM incidents ORDER BY address')
  assert.deepEqual(rows.map(({ address, voided, reason }) => [address, voided, reason]), [
    ['ann@a.example', 1, 'mailbox-disabled'], ['ann@a.example', 1, 'mailbox-disabled'],
    ['bob@a.example', 0, 'mailbox-disabled'], ['bob@a.example', 0, 'mailbox-disabled'],
  ])
  assert.equal(await bench.status('ann@a.example'), 'active')
  await assertExact(bench.store)
})
