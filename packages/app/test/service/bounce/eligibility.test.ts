// The conditions, tried with every message of fixtures/bouncing: each gets exactly the refusals
// that stand beside it.

import assert from 'node:assert/strict'
import { readdirSync, readFileSync } from 'node:fs'
import { test } from 'node:test'
import { gather } from '../../../src/service/bounce/gather.ts'
import { judgeEligibility } from '../../../src/service/bounce/eligibility.ts'
import { BOUNCE_DEFAULTS } from '../../../src/service/bounce/options.ts'
import {
  CONDITIONS, LIFTABLE_CONDITIONS, type ConditionName, type LiftableCondition,
} from '../../../src/service/bounce/types.ts'
import type { MailAccess } from '../../../src/service/mailboxes/types.ts'
import { resolve, signed } from './zone.ts'

const FOLDER = new URL('../../../../../fixtures/bouncing/', import.meta.url)
const HOUR_MS = 3_600_000
const LIFTABLE: readonly string[] = LIFTABLE_CONDITIONS

type Expected = {
  readonly what: string
  /** The domain that signs it before it is judged. */
  readonly sign?: string
  /** Bytes of the body that the signature covers; absent: all. */
  readonly signedBytes?: number
  readonly ageHours?: number
  readonly authservIds?: readonly string[]
  readonly receivedBy?: readonly string[]
  readonly lift?: readonly LiftableCondition[]
  /** Conditions that are usually liftable, and are not here. */
  readonly final?: readonly ConditionName[]
  /** Conditions that refuse it; empty: it may be bounced. */
  readonly refused: readonly ConditionName[]
}

const names = readdirSync(FOLDER).filter((name) => name.endsWith('.eml'))
const seen = new Set<string>()

for (const file of names) {
  const expected = JSON.parse(
    readFileSync(new URL(file.replace('.eml', '.json'), FOLDER), 'utf8')) as Expected
  test(`${file}: ${expected.what}`, async () => {
    const { sign, signedBytes, ageHours = 1, authservIds = [], receivedBy = [] } = expected
    const written = readFileSync(new URL(file, FOLDER))
    const bytes = sign === undefined ? written : await signed(written, sign, signedBytes)
    const now = Date.now()
    const { items } = await gather(
      { key: 'k', resolve, mail: {} as MailAccess }, 'default',
      { kind: 'raw', message: {
        bytes, recipient: 'office@ours.example', arrivedAt: now - ageHours * HOUR_MS,
      } }, { authservIds, receivedBy }, ['ours.example'])
    const { value: item } = await items[Symbol.asyncIterator]().next()
    assert.ok(item?.bytes)
    const { eligible, conditions } = judgeEligibility({
      ...item.facts, authentication: item.authentication, ownAddresses: item.ownAddresses,
      ownDomains: ['ours.example'], now, refusedBy: undefined,
      history: { toRecipient: 0, toDomain: 0, today: 0 },
    }, BOUNCE_DEFAULTS, expected.lift ?? [])
    const refused = conditions.filter(({ outcome }) => outcome === 'refused')
    assert.deepEqual(
      refused.map(({ name }) => name), expected.refused, JSON.stringify(refused, undefined, 1))
    assert.equal(eligible, expected.refused.length === 0)
    assert.deepEqual(conditions.map(({ name }) => name), [...CONDITIONS])
    for (const { name, because, outcome, liftable } of conditions) {
      const isFinal = expected.final?.includes(name) === true
      assert.match(because, /^\S.* .*[.)]$/u)
      assert.equal(liftable, !isFinal && LIFTABLE.includes(name))
      if (outcome === 'lifted') assert.ok(expected.lift?.includes(name as LiftableCondition))
    }
    for (const name of expected.refused) seen.add(name)
  })
}

test('every condition that a message can fail has a message that fails it', () => {
  const others = ['own-bounce', 'not-blocked', 'once', 'per-recipient', 'per-domain', 'per-day',
    'enabled']
  assert.deepEqual(CONDITIONS.filter((name) => !seen.has(name)), others)
})
