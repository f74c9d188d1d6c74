// Replay: which addresses two policies would leave in different states, and when each acted.

import assert from 'node:assert/strict'
import { test } from 'node:test'
import { compareHistory, simulate } from '../../src/policy/compare.ts'
import { PRESETS } from '../../src/policy/presets/index.ts'
import type { Policy } from '../../src/policy/policy.ts'
import type { AddressHistory } from '../../src/policy/types.ts'
import { DAY_MS, readHistory, START } from './history.ts'

function policyOf(id: string): Policy {
  const policy = PRESETS.find((one) => one.id === id)
  assert.ok(policy)
  return policy
}

const NOW = START + 60 * DAY_MS

/** History, policy a, policy b, what differs, days on which each first stopped mail. */
const CASES = [
  ['gone@0..49', 'ses', 'mailman3', 'status', 0, 4],
  ['gone@0..49', 'ses', 'postal', 'time', 0, 1],
  ['gone@0..49', 'ses', 'lyris', 'time', 0, 4],
  ['gone@0..49', 'ses', 'mailchimp', undefined, 0, 0],
  ['full@0..39', 'ses', 'mailchimp', 'status', undefined, 6],
  ['full@0..39', 'ses', 'sendgrid', undefined, undefined, undefined],
  ['delivered@0', 'ses', 'mailchimp', undefined, undefined, undefined],
] as const

for (const [history, a, b, differ, stoppedA, stoppedB] of CASES) {
  test(`${history}: ${a} and ${b}`, () => {
    const policies = { a: policyOf(a), b: policyOf(b) }
    const difference = compareHistory(readHistory(history), policies, NOW)
    assert.equal(difference?.differ, differ)
    if (difference === undefined) return
    const days = [difference.a, difference.b].map(({ stoppedAt }) =>
      stoppedAt === undefined ? undefined : (stoppedAt - START) / DAY_MS)
    assert.deepEqual(days, [stoppedA, stoppedB])
    assert.equal(difference.a.policy, `${a}@1`)
    assert.ok(difference.b.why)
  })
}

test('histories are read one by one, as they are asked for', () => {
  let read = 0
  function* histories(): Generator<AddressHistory> {
    for (;;) {
      read++
      yield readHistory(read % 2 === 0 ? 'full@0..39' : 'delivered@0')
    }
  }
  const policies = { a: policyOf('ses'), b: policyOf('mailchimp') }
  const found = simulate(histories(), policies, NOW)
  for (let i = 0; i < 3; i++) assert.equal(found.next().value?.b.status, 'suppressed')
  assert.equal(read, 6)
  found.return()
})
