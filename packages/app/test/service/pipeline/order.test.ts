// In whatever order and however often inputs come, the state is the same (invariants I2 and I9).

import assert from 'node:assert/strict'
import { test } from 'node:test'
import { fc } from '../../../../../tests/fuzz/seeded.ts'
import { assertExact, DAY_MS, openWorkbench, START, type Given } from './workbench.ts'

const ADDRESSES = ['ann@example.com', 'joe@example.com', 'eve@example.net']
const REPLIES = [
  '550 5.1.1 User unknown', '452 4.2.2 Mailbox full', '552 5.2.2 Mailbox full',
  '550 5.7.1 blocked using zen.spamhaus.org', '450 4.7.1 Greylisted, try again later',
  '554 delivery error', '550 5.2.1 Account disabled',
]

type Happening = {
  readonly address: number; readonly reply: number; readonly message: number
  readonly day: number; readonly kind: 'failed' | 'delivered' | 'complaint' | 'delayed'
}

const happening: fc.Arbitrary<Happening> = fc.record({
  address: fc.nat({ max: ADDRESSES.length - 1 }), reply: fc.nat({ max: REPLIES.length - 1 }),
  message: fc.nat({ max: 5 }), day: fc.nat({ max: 60 }),
  kind: fc.constantFrom('failed', 'failed', 'failed', 'delivered', 'delayed', 'complaint'),
})

const orders = fc.array(happening, { minLength: 1, maxLength: 12 }).chain((happenings) =>
  fc.record({
    happenings: fc.constant(happenings),
    one: fc.shuffledSubarray(happenings, { minLength: happenings.length }),
    other: fc.shuffledSubarray(happenings, { minLength: happenings.length }),
    split: fc.nat({ max: happenings.length }),
  }))

test('any order of arrival, repeated at will, ends in the same states', async () => {
  await fc.assert(fc.asyncProperty(orders, async ({ one, other, split }) => {
    const first = await outcome([one])
    const second = await outcome([other.slice(0, split), other.slice(split), other])
    assert.deepEqual(second, first)
  }), { numRuns: 25 })
})

async function outcome(batches: readonly (readonly Happening[])[]): Promise<unknown> {
  const bench = await openWorkbench()
  try {
    await bench.pass(61 * DAY_MS)
    for (const batch of batches) await bench.give(...batch.map(toInput))
    await assertExact(bench.store)
    return await bench.store.all(
      'SELECT address, status, until_at, reason FROM addresses ORDER BY address')
  } finally {
    await bench.close()
  }
}

function toInput({ address, reply, message, day, kind }: Happening): Given {
  return {
    body: {
      recipient: ADDRESSES[address], kind, at: START + day * DAY_MS,
      ...(kind === 'failed' || kind === 'delayed' ? { reply: REPLIES[reply] } : {}),
      messageId: `<${message}@x>`,
    },
  }
}
