// The outage guard against the Gmail event of December 2020, and against a list that is stale.

import assert from 'node:assert/strict'
import { test } from 'node:test'
import { evaluate } from '../../../src/policy/evaluate.ts'
import {
  decideOutage, decideRelease, findOutages, type OutagePeriod,
} from '../../../src/policy/guards/outage.ts'
import { PRESETS } from '../../../src/policy/presets/index.ts'
import type { Policy } from '../../../src/policy/policy.ts'
import type { AddressHistory } from '../../../src/policy/types.ts'
import { simulateTraffic, type Log, type Person } from './traffic.ts'

const HOUR_MS = 3_600_000
/** PST is UTC-8: 2020-12-14 14:16–16:38 and 2020-12-15 11:38–15:57, 6 h 41 min together. */
const FIRST = [Date.UTC(2020, 11, 14, 22, 16), Date.UTC(2020, 11, 15, 0, 38)] as const
const SECOND = [Date.UTC(2020, 11, 15, 19, 38), Date.UTC(2020, 11, 15, 23, 57)] as const
const BASELINE = 0.003

function policyOf(id: string): Policy {
  const policy = PRESETS.find((one) => one.id === id)
  assert.ok(policy)
  return policy
}

/** gmail.com and 500 domains of organisations behind the same hosts; 3 in 1000 are gone. */
function gmailPeople(): Person[] {
  return Array.from({ length: 8000 }, (_, i) => ({
    address: `p${i}@${i % 5 < 3 ? 'gmail.test' : `org${i % 500}.example`}`,
    exists: i % 1000 >= 3,
    ...(i % 1000 >= 3 && { deliveredAt: FIRST[0] - (1 + i % 20) * 24 * HOUR_MS }),
  }))
}

function gmailEvent(): Log {
  return simulateTraffic({
    people: gmailPeople(), from: Date.UTC(2020, 11, 14, 8), until: Date.UTC(2020, 11, 16, 20),
    messagesPerMinute: 8, faults: [FIRST, SECOND], receiver: 'google', trust: 3, seed: 20201214,
  })
}

function hold(history: AddressHistory, periods: readonly OutagePeriod[]): AddressHistory {
  return {
    ...history,
    incidents: history.incidents.map((incident) => periods.some(({ from, until = Infinity }) =>
      incident.at >= from && incident.at < until) ? { ...incident, held: true } : incident),
  }
}

function countSuppressed(policy: Policy, histories: Iterable<AddressHistory>, now: number): number {
  let count = 0
  for (const history of histories) {
    if (evaluate(policy, history, now).status === 'suppressed') count++
  }
  return count
}

const event = gmailEvent()
const END = Date.UTC(2020, 11, 16, 20)
const periods = findOutages(event.minutes, BASELINE)

test('both outages are found within minutes and released after six normal hours', () => {
  assert.equal(periods.length, 2)
  for (const [i, [from, until]] of [FIRST, SECOND].entries()) {
    const period = periods[i] as OutagePeriod
    assert.ok(period.from >= from - 15 * 60_000 && period.from <= from + 5 * 60_000, period.why)
    assert.ok(period.until !== undefined && period.until >= until)
    assert.ok(period.until <= until + 7 * HOUR_MS)
    assert.match(period.why, /the receiver is at fault/)
  }
})

const living = [...event.histories].filter(([{ exists }]) => exists)
  .map(([, history]) => history).filter(({ incidents }) => incidents.length > 0)

test('the event hit many living people', () => {
  assert.ok(living.length > 2000, String(living.length))
})

for (const policy of PRESETS) {
  test(`with the guard ${policy.id} suppresses none of them`, () => {
    assert.equal(countSuppressed(policy, living.map((one) => hold(one, periods)), END), 0)
  })
}

test('without it a policy of one strike suppresses them, and two strikes save most', () => {
  assert.ok(countSuppressed(policyOf('sendgrid'), living, END) > 2000)
  assert.ok(countSuppressed(policyOf('carom'), living, END) < 200)
})

test('those who are gone are still found before, between and after', () => {
  const gone = [...event.histories].filter(([{ exists }]) => !exists).map(([, history]) => history)
  const found = countSuppressed(policyOf('sendgrid'), gone.map((one) => hold(one, periods)), END)
  assert.ok(found > gone.length / 2, `${found} of ${gone.length}`)
})

test('control: a stale list is no outage, and its suppressions proceed', () => {
  const begin = Date.UTC(2026, 4, 4, 8)
  const people: Person[] = Array.from({ length: 5000 }, (_, i) => ({
    address: `p${i}@gmail.test`, exists: i % 5 !== 0,
  }))
  const log = simulateTraffic({
    people, from: begin, until: begin + 12 * HOUR_MS, messagesPerMinute: 40, faults: [],
    receiver: 'google', trust: 3, seed: 7,
  })
  assert.deepEqual(findOutages(log.minutes, BASELINE), [])
  const mailed = [...log.histories].filter(([, { incidents, proofs }]) =>
    incidents.length + proofs.length > 0)
  const gone = mailed.filter(([{ exists }]) => !exists).map(([, history]) => history)
  assert.ok(gone.length > 900)
  for (const id of ['carom', 'sendgrid', 'mailchimp']) {
    assert.equal(countSuppressed(policyOf(id), gone, begin + 12 * HOUR_MS), gone.length, id)
  }
})

const WINDOWS = [
  ['outage', { attempts: 300, unknownUsers: 280, alive: 270 }, 0.003, true],
  ['too few', { attempts: 49, unknownUsers: 49, alive: 49 }, 0.003, false],
  ['just enough', { attempts: 50, unknownUsers: 50, alive: 50 }, 0.003, true],
  ['rate below 5 %', { attempts: 2000, unknownUsers: 99, alive: 99 }, 0.003, false],
  ['below five times the baseline', { attempts: 1000, unknownUsers: 190, alive: 190 }, 0.04, false],
  ['above five times the baseline', { attempts: 1000, unknownUsers: 201, alive: 190 }, 0.04, true],
  ['few were alive', { attempts: 300, unknownUsers: 280, alive: 83 }, 0.003, false],
  ['three in ten were', { attempts: 300, unknownUsers: 280, alive: 84 }, 0.003, true],
  ['deliveries unknown, the living fail', { attempts: 60, unknownUsers: 55, alive: 40 }, 0.7, true],
  ['deliveries unknown, the dead fail', { attempts: 60, unknownUsers: 55, alive: 20 }, 0.7, false],
  ['nothing is known', { attempts: 0, unknownUsers: 0, alive: 0 }, 0, false],
] as const

for (const [title, window, baseline, expected] of WINDOWS) {
  test(`window: ${title}`, () => {
    const { hold: holds, why } = decideOutage(window, baseline)
    assert.equal(holds, expected, why)
    assert.doesNotMatch(why, /NaN|undefined/)
  })
}

test('a hold lasts while it lingers', () => {
  const lingering = { attempts: 1000, unknownUsers: 60, alive: 50 }
  assert.equal(decideRelease(lingering, BASELINE).release, false)
  assert.equal(decideRelease({ ...lingering, unknownUsers: 4 }, BASELINE).release, true)
  assert.equal(decideRelease({ attempts: 0, unknownUsers: 0, alive: 0 }, BASELINE).release, true)
})
