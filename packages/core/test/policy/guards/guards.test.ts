// The binomial test, the rate cap, storms and breakers of a campaign, and faults of a domain.

import assert from 'node:assert/strict'
import { test } from 'node:test'
import { fc } from '../../../../../tests/fuzz/seeded.ts'
import { upperTail } from '../../../src/policy/guards/binomial.ts'
import { decideCampaign } from '../../../src/policy/guards/campaign.ts'
import { decideDomain, DOMAIN_TTL_MS, type DomainSight } from
  '../../../src/policy/guards/domain.ts'
import { remainingSuppressions } from '../../../src/policy/guards/rate-cap.ts'

const HOUR_MS = 3_600_000

/** The plain sum over every outcome, by Pascal's rule. */
function slowTail(successes: number, trials: number, rate: number): number {
  let row = [1]
  for (let n = 0; n < trials; n++) {
    row = Array.from({ length: n + 2 }, (_, k) =>
      (row[k] ?? 0) * (1 - rate) + (row[k - 1] ?? 0) * rate)
  }
  return row.slice(successes).reduce((sum, term) => sum + term, 0)
}

test('the tail of the binomial distribution is the plain sum', () => {
  fc.assert(fc.property(
    fc.integer({ min: 1, max: 200 }), fc.double({ min: 0.001, max: 0.5, noNaN: true }),
    fc.double({ min: 0, max: 1, noNaN: true }), (trials, rate, share) => {
      const successes = Math.ceil(trials * (rate + share * (1 - rate)))
      if (successes <= trials * rate || successes > trials) return
      const expected = slowTail(successes, trials, rate)
      const got = upperTail(successes, trials, rate)
      assert.ok(Math.abs(got - expected) <= expected * 1e-6 + 1e-300, `${got} ${expected}`)
    }))
})

test('the tail of a million trials is finite and falls', () => {
  const tails = [3000, 3100, 3500, 5000, 50_000, 1_000_000].map((k) => upperTail(k, 1_000_000, 0.003))
  assert.equal(tails[0], 1)
  for (let i = 1; i < tails.length; i++) {
    assert.ok((tails[i] as number) <= (tails[i - 1] as number))
    assert.ok((tails[i] as number) >= 0)
  }
})

const CAPS = [
  [{ activeAddresses: 0, suppressedLastHour: 0 }, 100],
  [{ activeAddresses: 1000, suppressedLastHour: 99 }, 1],
  [{ activeAddresses: 1000, suppressedLastHour: 500 }, 0],
  [{ activeAddresses: 1_000_000, suppressedLastHour: 0 }, 20_000],
  [{ activeAddresses: 1_000_000, suppressedLastHour: 19_999 }, 1],
] as const

for (const [facts, left] of CAPS) {
  test(`${facts.suppressedLastHour} of ${facts.activeAddresses} leave ${left}`, () => {
    assert.equal(remainingSuppressions(facts), left)
  })
}

const CALM = { sent: 10_000, hard: 100, complaints: 1 }
const CAMPAIGNS = [
  ['calm', CALM, [], 0],
  ['a receiver blames the sender', CALM, [['microsoft', 100, 21]], 1],
  ['in exactly a fifth', CALM, [['microsoft', 100, 20]], 0],
  ['once', CALM, [['microsoft', 1, 1]], 0],
  ['two receivers', CALM, [['microsoft', 100, 90], ['google', 50, 40], ['yahoo', 9, 9]], 2],
  ['bad addresses', { ...CALM, hard: 501 }, [], 1],
  ['complaints', { ...CALM, complaints: 11 }, [], 1],
  ['few messages', { sent: 199, hard: 100, complaints: 50 }, [], 0],
] as const

for (const [title, counts, rows, reasons] of CAMPAIGNS) {
  test(`campaign: ${title}`, () => {
    const { pause, why } = decideCampaign(counts, rows.map(([receiver, failures, senderFaults]) =>
      ({ receiver, failures, senderFaults })))
    assert.equal(why.length, reasons, why.join('\n'))
    assert.equal(pause, reasons > 0)
  })
}

function sights(text: string): DomainSight[] {
  return text.split(' ').filter(Boolean).map((item) => {
    const [what = '', hour = ''] = item.split('@')
    return { at: Number(hour) * HOUR_MS, what: what as DomainSight['what'] }
  })
}

const TTL_HOURS = DOMAIN_TTL_MS / HOUR_MS
const DOMAINS = [
  ['', 9, 'fine', undefined],
  ['missing@0', 0, 'suspect', 1],
  ['missing@0', 1, 'suspect', 6],
  ['missing@0 missing@1 missing@6', 7, 'suspect', 24],
  ['missing@0 missing@24', 24, 'dead', 24 + TTL_HOURS],
  ['missing@0 unsure@24', 25, 'suspect', 48],
  ['missing@0 fine@6 missing@30', 30, 'suspect', 31],
  ['missing@0 missing@24 fine@25', 26, 'fine', undefined],
  ['no-mail@0 no-mail@24', 24 + TTL_HOURS - 1, 'dead', 24 + TTL_HOURS],
  ['no-mail@0 no-mail@24', 24 + TTL_HOURS, 'suspect', 24 + TTL_HOURS],
  ['no-mail@0 no-mail@24', 24 + TTL_HOURS + 1, 'suspect', 24 + TTL_HOURS + 24],
  ['unsure@0 unsure@24 unsure@48', 50, 'fine', undefined],
  ['missing@24 missing@0', 24, 'dead', 24 + TTL_HOURS],
  ['fine@24 missing@24 missing@0', 24, 'fine', undefined],
  ['missing@0 missing@24', 12, 'suspect', 24],
] as const

for (const [seen, hour, status, lookAt] of DOMAINS) {
  test(`domain: ${seen || 'nothing'} at ${hour} h is ${status}`, () => {
    const state = decideDomain(sights(seen), hour * HOUR_MS)
    assert.equal(state.status, status, state.why)
    assert.equal(state.lookAt, lookAt === undefined ? undefined : lookAt * HOUR_MS)
  })
}
