// What one's own sends and bounces tell, on both stores: habits, waves of a receiver, volumes.

import assert from 'node:assert/strict'
import { test } from 'node:test'
import { createTypoFinder, planWarmUp } from '@carom/core/prevent'
import { measureHabits } from '../../../src/service/prevent/habits/measure.ts'
import { advisePacing, formatShaping } from '../../../src/service/prevent/habits/pacing.ts'
import { HABITS } from '../../../src/service/prevent/habits/types.ts'
import { measureVolume } from '../../../src/service/prevent/habits/volume.ts'
import { planFor } from '../../../src/service/prevent/habits/warm-up.ts'
import type { Store } from '../../../src/service/store/types.ts'
import { isPostgresMissing } from '../postgres-there.ts'
import { openTemporaryStore } from '../temporary-store.ts'

const DAY_MS = 86_400_000
const MINUTE_MS = 60_000
const NOW = Date.parse('2026-11-27T12:00:00Z')

type Bounce = {
  readonly address: string
  readonly reason: string
  readonly at?: number
  readonly receiver?: string
  /** It was alive before. */
  readonly proved?: boolean
}

async function addBounces(store: Store, bounces: readonly Bounce[]): Promise<void> {
  await store.write(async (tx) => {
    for (const [i, { address, reason, at = NOW - DAY_MS, receiver = '', proved }] of bounces.entries()) {
      const domain = address.slice(address.indexOf('@') + 1)
      await tx.run(`INSERT INTO incidents (tenant, address, id, list, at, kind, reason, fault,
        receiver, domain, held, voided, names, incident) VALUES ('t', ?, ?, '', ?, 'failed', ?, '',
        ?, ?, 0, 0, '', '{}')`, [address, `${reason}-${i}`, at, reason, receiver, domain])
      if (proved !== true) continue
      await tx.run(`INSERT INTO addresses (tenant, address, list, domain, status, policy, state,
        proofs, entries, last_proof_at, updated_at, sent) VALUES ('t', ?, '', ?, 'active', '',
        '{}', '[]', '[]', 1, 1, 0)`, [address, domain])
    }
  })
}

async function addSends(
  store: Store, domain: string, counts: readonly number[], until = NOW,
): Promise<void> {
  await store.write(async (tx) => {
    for (const [i, n] of counts.entries()) {
      const at = until - (counts.length - 1 - i) * DAY_MS
      for (let k = 0; k < n; k++) {
        await tx.run(`INSERT INTO sends (tenant, message_id, recipient, envelope_id, sent_at, list,
          campaign, from_domain) VALUES ('t', ?, ?, '', ?, '', '', ?)`,
        [`m${i}-${k}@${domain}`, `r${k}@example.com`, at, domain])
      }
    }
  })
}

for (const kind of ['sqlite', 'postgres'] as const) {
  const skip = kind === 'postgres' && await isPostgresMissing() && 'no PostgreSQL here'
  const check = (name: string, work: (store: Store) => Promise<void>): void => {
    void test(`${kind}: ${name}`, { skip }, async () => {
      const { store, cleanup } = await openTemporaryStore({ kind })
      try {
        await work(store)
      } finally {
        await cleanup()
      }
    })
  }

  check('each bounce is laid to the habit that would have kept it away', async (store) => {
    await addSends(store, 'sound.example', [500, 500])
    await addBounces(store, [
      ...['a', 'b', 'c'].map((name) => ({
        address: `${name}@new.example`, reason: 'mailbox-unknown',
      })),
      { address: 'old@once.example', reason: 'mailbox-unknown', proved: true },
      { address: 'ann@gmial.com', reason: 'domain-unknown' },
      { address: 'ann@a.example', reason: 'auth-failure' },
      { address: 'ann@b.example', reason: 'spam-content' },
      ...Array.from({ length: 40 }, (_, i) => ({
        address: `u${i}@c.example`, reason: 'rate-limited',
      })),
      { address: 'long-ago@b.example', reason: 'spam-content', at: NOW - 90 * DAY_MS },
    ])
    const { sends, habits } = await measureHabits(
      store, 't', { from: NOW - 30 * DAY_MS, until: NOW + 1 }, createTypoFinder())
    assert.equal(sends, 1000)
    assert.deepEqual(habits.map(({ habit, incidents, grade }) => [habit, incidents, grade]), [
      ['double-opt-in', 4, 'B'], ['clean-list', 1, 'A'], ['typos', 1, 'B'],
      ['authentication', 1, 'B'], ['content', 1, 'B'], ['pacing', 40, 'C'], ['reputation', 0, 'A'],
      ['consistency', 0, 'A'],
    ])
    for (const { text, steps, grade, habit } of habits) {
      assert.match(text, /\.$/)
      assert.ok(grade === 'A' || steps.length > 0, habit)
    }
    const others = await measureHabits(store, 'other', { from: 0, until: NOW }, createTypoFinder())
    assert.deepEqual(others.habits.map(({ grade }) => grade),
      [...HABITS].map((habit) => habit === 'consistency' ? 'unknown' : 'A'))
  })

  check('a wave of refusals is found, with what went through before it', async (store) => {
    const begin = NOW - 20 * MINUTE_MS
    const wave = (at: number, n: number): Bounce[] => Array.from({ length: n }, (_, i) => ({
      address: `u${at}-${i}@big.example`, reason: 'rate-limited', receiver: 'big',
      at: at + i * 1_000,
    }))
    await addBounces(store, [
      ...wave(NOW - 3 * DAY_MS, 8), ...wave(begin, 12), ...wave(begin + 12 * MINUTE_MS, 3),
      ...wave(NOW - 30 * DAY_MS, 50),
      { address: 'x@small.example', reason: 'rate-limited', receiver: 'small' },
    ])
    await store.write(async (tx) => {
      for (let minute = 1; minute <= 60; minute++) {
        await tx.run(`INSERT INTO receiver_minutes (tenant, receiver, minute, unknown_users, alive,
          delivered, failed) VALUES ('t', 'big', ?, 0, 0, 30, 0)`,
        [Math.floor(begin / 600_000) * 10 - minute])
      }
    })
    const [advice, ...more] = await advisePacing(store, 't', NOW)
    assert.equal(more.length, 0)
    assert.equal(advice?.domain, 'big.example')
    assert.deepEqual(advice?.waves.map(({ refusals }) => refusals), [15, 8])
    assert.equal(advice?.waves[0]?.acceptedPerMinute, 30)
    assert.equal(advice?.perMinute, 15)
    assert.ok(advice !== undefined && (advice.resumeAt ?? 0) > NOW)
    assert.match(formatShaping([advice]), /^\["big\.example"\]\nmx_rollup = true\nmax_message_rate = "15\/min"$/m)
    assert.deepEqual(await advisePacing(store, 't', NOW, 'small'), [])
  })

  check('a jump of the volume is marked; a weekly sending is none, nor are small numbers', async (store) => {
    await addSends(store, 'steady.example', [...Array<number>(14).fill(100), 700])
    const week = [5, 5, 5, 5, 5, 5, 600]
    await addSends(store, 'weekly.example', [...week, ...week, 5, 5, 700])
    await addSends(store, 'tiny.example', [...Array<number>(14).fill(1), 9])
    const days = await measureVolume(store, 't', { from: NOW - 2 * DAY_MS, until: NOW + 1 })
    const last = days.filter(({ day }) => day === '2026-11-27')
    assert.deepEqual(last, [
      { name: 'steady.example', day: '2026-11-27', sends: 700, most: 100, anomaly: 'jump' },
      { name: 'tiny.example', day: '2026-11-27', sends: 9, most: 1 },
      { name: 'weekly.example', day: '2026-11-27', sends: 700, most: 600 },
    ])
  })

  check('much from a domain that nobody knows is marked, but not where no record is older', async (store) => {
    await addSends(store, 'old.example', Array<number>(20).fill(300))
    await addSends(store, 'sudden.example', [10, 400])
    await addSends(store, 'warmed.example', [50, 80, 110, 170, 200])
    const days = await measureVolume(store, 't', { from: NOW - 20 * DAY_MS, until: NOW + 1 })
    assert.deepEqual(days.filter(({ anomaly }) => anomaly !== undefined),
      [{ name: 'sudden.example', day: '2026-11-27', sends: 400, anomaly: 'cold' }])
  })

  check('a warm-up goes on from what was sent, and from what came back on the last day', async (store) => {
    await addSends(store, 'new.example', [50, 80, 200], NOW - DAY_MS)
    const plan = () =>
      planFor(store, 't', { target: 1_000, domain: 'new.example', now: NOW })
    assert.deepEqual(await plan(), {
      pace: 'grow', rate: 0, done: [50, 80, 200].map((sends) => ({ sends, bounces: 0 })),
      days: [{ day: 4, sends: 300 }, { day: 5, sends: 450 }, { day: 6, sends: 680 },
        { day: 7, sends: 1_000 }],
    })
    await addBounces(store, Array.from({ length: 8 }, (_, i) =>
      ({ address: `r${i}@example.com`, reason: 'mailbox-unknown', at: NOW - DAY_MS + 1 })))
    const { pace, rate, days } = await plan()
    assert.deepEqual([pace, rate, days[0]], ['hold', 0.04, { day: 4, sends: 200 }])
    const late = await planFor(store, 't',
      { target: 100, domain: 'new.example', now: NOW + 40 * DAY_MS })
    assert.deepEqual([late.done, late.days[0]], [[], { day: 1, sends: 50 }])
  })
}

void test('a warm-up grows by half each day, waits where much bounces, and goes back', () => {
  const { days } = planWarmUp(1000)
  assert.deepEqual(days.slice(0, 4).map(({ sends }) => sends), [50, 80, 110, 170])
  assert.equal(days.at(-1)?.sends, 1000)
  const after = (bounces: number) => planWarmUp(1000, [{ sends: 200, bounces }]).days[0]
  assert.deepEqual([after(0), after(6), after(20)],
    [{ day: 2, sends: 300 }, { day: 2, sends: 200 }, { day: 2, sends: 100 }])
})
