// The state follows from the set of what happened, never from the order of arrival (I9), and holds
// what it promises whatever the history is.

import assert from 'node:assert/strict'
import { test } from 'node:test'
import { fc } from '../../../../tests/fuzz/seeded.ts'
import { evaluate } from '../../src/policy/evaluate.ts'
import { PRESETS } from '../../src/policy/presets/index.ts'
import type { Policy } from '../../src/policy/policy.ts'
import type { AddressHistory, AddressState, Incident } from '../../src/policy/types.ts'
import { DAY_MS, INCIDENT_WORDS, readHistory, START } from './history.ts'

const RUNS = 400
const STOPS = new Set(['paused', 'probing', 'suppressed', 'removed'])
const SENDER_WORDS = ['blocklisted', 'auth', 'relay', 'spam', 'rate', 'net', 'grey', 'echo', 'delayed']

const when = fc.integer({ min: 0, max: 400 }).map((tenth) => tenth / 10)
const options = fc.constantFrom(
  '', '', '', ':trust=3', ':trust=1', ':trust=0', ':trust=1,source=webhook', ':held', ':voided',
  ':message=m', ':campaign=c', ':confidence=0.5')
const failure = fc.tuple(fc.constantFrom(...Object.keys(INCIDENT_WORDS)), when, options)
  .map(([word, day, more]) => `${word}@${day}${more}`)
const sign = fc.tuple(
  fc.constantFrom('delivered', 'engaged', 'inbound', 'self', 'block', 'lift'), when)
  .map(([word, day]) => `${word}@${day}`)
const history = fc.uniqueArray(
  fc.oneof({ arbitrary: failure, weight: 3 }, { arbitrary: sign, weight: 1 }),
  { minLength: 1, maxLength: 25, selector: (item) => item.split(':')[0] })
  .map((items) => readHistory(items.join(' ')))
const policy = fc.constantFrom(...PRESETS)
const moment = fc.integer({ min: 0, max: 500 }).map((day) => START + day * DAY_MS)

function shuffled<Item>(items: readonly Item[], seed: number): Item[] {
  const list = [...items]
  let state = seed
  for (let i = list.length - 1; i > 0; i--) {
    state = (state * 1_103_515_245 + 12_345) % 2_147_483_648
    const j = state % (i + 1)
    const [a, b] = [list[i] as Item, list[j] as Item]
    list[i] = b
    list[j] = a
  }
  return list
}

function check(property: fc.IProperty<[Policy, AddressHistory, number]>): void {
  fc.assert(property, { numRuns: RUNS })
}

test('any permutation of the arrivals gives the same state', () => {
  fc.assert(fc.property(policy, history, moment, fc.nat(), (rules, all, now, seed) => {
    const mixed: AddressHistory = {
      ...all, incidents: shuffled(all.incidents, seed), proofs: shuffled(all.proofs, seed + 1),
      entries: shuffled(all.entries, seed + 2),
    }
    assert.deepEqual(evaluate(rules, mixed, now), evaluate(rules, all, now))
  }), { numRuns: RUNS })
})

test('what is later than now changes nothing but when to look again', () => {
  check(fc.property(policy, history, moment, (rules, all, now) => {
    const past = <Item extends { readonly at: number }>(items: readonly Item[]): Item[] =>
      items.filter(({ at }) => at <= now)
    const known = { ...all, incidents: past(all.incidents), entries: past(all.entries) }
    const { nextAt: _, ...before } = evaluate(rules, { ...known, proofs: past(all.proofs) }, now)
    // A later bounce of a message that was called delivered does reach back.
    const contradicted = all.proofs.some(({ kind }) => kind === 'delivered')
    if (contradicted) return
    const { nextAt: __, ...after } = evaluate(rules, all, now)
    assert.deepEqual(after, before)
  }))
})

test('nothing changes before nextAt, which is never in the past', () => {
  check(fc.property(policy, history, moment, (rules, all, now) => {
    const state = evaluate(rules, all, now)
    if (state.nextAt === undefined) {
      const later = evaluate(rules, all, now + 3000 * DAY_MS)
      assert.equal(later.status, state.status)
      return
    }
    assert.ok(state.nextAt > now)
    const before = evaluate(rules, all, state.nextAt - 1)
    assert.equal(before.status, state.status)
    assert.deepEqual(before.steps, state.steps)
  }))
})

test('steps are a chain from active to the status, in order of time', () => {
  check(fc.property(policy, history, moment, (rules, all, now) => {
    const { steps, status } = evaluate(rules, all, now)
    let at = -Infinity
    let from: AddressState['status'] = 'active'
    for (const step of steps) {
      assert.ok(step.at >= at && step.at <= now)
      assert.equal(step.from, from)
      assert.doesNotMatch(step.why, /undefined|NaN|Infinity/)
      at = step.at
      from = step.to
    }
    assert.equal(status, from)
  }))
})

test('faults of the sender, echoes and delays never stop mail, in no policy and at no number', () => {
  const faults = fc.array(
    fc.tuple(fc.constantFrom(...SENDER_WORDS), when, fc.constantFrom('', ':trust=3')),
    { minLength: 1, maxLength: 60 })
  fc.assert(fc.property(policy, faults, (rules, list) => {
    const all = readHistory(list.map(([word, day, more]) => `${word}@${day}${more}`).join(' '))
    const state = evaluate(rules, all, START + 500 * DAY_MS)
    assert.equal(state.status, 'active')
    assert.deepEqual(state.steps, [])
  }), { numRuns: RUNS })
})

test('what is voided, held or unproven changes nothing', () => {
  check(fc.property(policy, history, moment, (rules, all, now) => {
    const idle = (incident: Incident, i: number): Incident => [
      { ...incident, id: `x${i}`, voided: true }, { ...incident, id: `x${i}`, held: true },
      { ...incident, id: `x${i}`, trust: 0 },
    ][i % 3] as Incident
    const quiet = all.incidents.map(idle)
    const { nextAt: _, ...with_ } = evaluate(
      rules, { ...all, incidents: [...all.incidents, ...quiet] }, now)
    const { nextAt: __, ...without } = evaluate(rules, all, now)
    assert.deepEqual(with_, without)
  }))
})

test('postmaster and abuse are never stopped by bounces', () => {
  check(fc.property(policy, history, moment, (rules, all, now) => {
    const role = {
      address: 'Abuse+list@example.com', proofs: all.proofs, entries: [],
      incidents: all.incidents.filter(({ kind }) => kind === 'failed'),
    }
    assert.ok(!STOPS.has(evaluate(rules, role, now).status))
  }))
})

test('who complained or unsubscribed gets no mail, whatever else happens', () => {
  check(fc.property(policy, history, moment, (rules, all, now) => {
    const { status, complained, unsubscribed } = evaluate(rules, all, now)
    if (complained || unsubscribed) assert.ok(status === 'suppressed' || status === 'removed')
  }))
})
