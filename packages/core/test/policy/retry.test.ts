// The retry adviser: RFC 5321 §4.5.4.1 where nothing better is known, the reply's own word first.

import assert from 'node:assert/strict'
import { test } from 'node:test'
import { fc } from '../../../../tests/fuzz/seeded.ts'
import { evaluate } from '../../src/policy/evaluate.ts'
import { PRESETS } from '../../src/policy/presets/index.ts'
import { adviseRetry, type RetryQuestion } from '../../src/policy/retry.ts'
import { REASONS_TABLE } from '../../src/rules/reasons.ts'
import { DAY_MS, readHistory, START } from './history.ts'

const MINUTE_MS = 60_000
const HOUR_MS = 60 * MINUTE_MS

/** Reason, failures in a row, seconds the reply asked for, minutes until the next try. */
const WAITS = [
  ['server-busy', 1, undefined, 30],
  ['server-busy', 2, undefined, 30],
  ['server-busy', 3, undefined, 120],
  ['server-busy', 4, undefined, 180],
  ['server-busy', 40, undefined, 180],
  ['server-busy', 1, 300, 5],
  ['server-busy', 1, 1, 1],
  ['server-busy', 3, 300, 120],
  ['server-busy', 3, 14_400, 240],
  ['greylisted', 1, undefined, 15],
  ['greylisted', 1, 600, 10],
  ['rate-limited', 1, undefined, 60],
  ['rate-limited', 9, undefined, 360],
  ['mailbox-full', 1, undefined, 720],
  ['mailbox-full', 3, undefined, 1440],
  ['unknown', 1, undefined, 30],
  ['server-busy', 0, undefined, 30],
] as const

for (const [reason, attempts, retryAfterSeconds, minutes] of WAITS) {
  const asked = retryAfterSeconds === undefined ? '' : `, asked for ${retryAfterSeconds} s`
  test(`${reason}, failure ${attempts}${asked}: ${minutes} minutes`, () => {
    const { retryAt, why } = adviseRetry({
      reason, attempts, firstAt: START, lastAt: START,
      ...(retryAfterSeconds !== undefined && { retryAfterSeconds }),
    })
    assert.equal(((retryAt ?? NaN) - START) / MINUTE_MS, minutes)
    assert.match(why, /^Try again at 2026-/)
  })
}

test('the receiver\'s habit counts where the reply says nothing, and only the first times', () => {
  const minutesOf = (attempts: number, more: Partial<RetryQuestion>): number => {
    const { retryAt = NaN } = adviseRetry({
      reason: 'greylisted', attempts, firstAt: START, lastAt: START, ...more,
    })
    return (retryAt - START) / MINUTE_MS
  }
  assert.equal(minutesOf(1, { habitMs: 5 * MINUTE_MS }), 5)
  assert.equal(minutesOf(1, { habitMs: 5 * MINUTE_MS, retryAfterSeconds: 600 }), 10)
  assert.equal(minutesOf(3, { habitMs: 5 * MINUTE_MS }), 60)
  assert.equal(minutesOf(3, { habitMs: 600 * MINUTE_MS }), 600)
  assert.equal(minutesOf(1, { habitMs: 0 }), 1)
})

test('a message is given up after five days', () => {
  const question: RetryQuestion = {
    reason: 'server-busy', attempts: 40, firstAt: START, lastAt: START + 5 * DAY_MS - 2 * HOUR_MS,
  }
  const { retryAt, giveUpAt, why } = adviseRetry(question)
  assert.equal(retryAt, undefined)
  assert.equal(giveUpAt, START + 5 * DAY_MS)
  assert.match(why, /40 failures since 2026-01-01 00:00 UTC: not worth another try/)
  assert.equal(adviseRetry({ ...question, lastAt: START, retryAfterSeconds: 1e9 }).retryAt, undefined)
})

test('no advice is sooner than a minute or later than the limit', () => {
  fc.assert(fc.property(
    fc.constantFrom(...REASONS_TABLE.map(({ reason }) => reason)), fc.integer({ min: -5, max: 99 }),
    fc.integer({ min: 0, max: 9000 }), fc.option(fc.double({ min: -1e6, max: 1e9, noNaN: true })),
    (reason, attempts, minutes, seconds) => {
      const lastAt = START + minutes * MINUTE_MS
      const { retryAt, giveUpAt } = adviseRetry({
        reason, attempts, firstAt: START, lastAt, ...(seconds !== null && { retryAfterSeconds: seconds }),
      })
      if (retryAt === undefined) return
      assert.ok(retryAt >= lastAt + MINUTE_MS && retryAt <= giveUpAt)
    }))
})

/** History, policy, day asked, hours from the start until the next try. */
const STATES = [
  ['busy@0', 'mailchimp', 0, 0.5],
  ['busy@0 delivered@1', 'mailchimp', 1, undefined],
  ['gone@0', 'listmonk', 0, undefined],
  ['full@0', 'mailchimp', 0, 12],
  ['full@0', 'carom', 0, 24],
  ['rate@0', 'carom', 0, 1],
  ['rate@0:trust=0', 'carom', 0, undefined],
  ['full@0..6', 'mailchimp', 6, undefined],
] as const

for (const [history, id, day, hours] of STATES) {
  test(`${id} of ${history} says when to try again`, () => {
    const policy = PRESETS.find((one) => one.id === id)
    assert.ok(policy)
    const { retryAt } = evaluate(policy, readHistory(history), START + day * DAY_MS)
    assert.equal(retryAt === undefined ? undefined : (retryAt - START) / HOUR_MS, hours)
  })
}
