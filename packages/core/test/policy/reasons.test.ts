// The firewall (G5): which of the 43 reasons may count, in every policy and under every code.

import assert from 'node:assert/strict'
import { readFileSync } from 'node:fs'
import { test } from 'node:test'
import { evaluate } from '../../src/policy/evaluate.ts'
import { PRESETS } from '../../src/policy/presets/index.ts'
import type { Policy } from '../../src/policy/policy.ts'
import type { Incident, IncidentFault } from '../../src/policy/types.ts'
import { REASONS_TABLE } from '../../src/rules/reasons.ts'
import { DAY_MS, readHistory, START } from './history.ts'

/** Counts everything that the guards let through. */
const ANY: Policy = {
  id: 'any', version: 1, title: 'Any three failures',
  tracks: [{
    id: 'any', title: 'failure', meter: 'count', threshold: 3, actions: [{ do: 'suppress' }],
  }],
}
const CODES = [[550, '5.1.1'], [550, '5.7.1'], [554, '5.0.0'], [450, '4.2.1'], [552, '5.2.2']] as const

const rows = readFileSync(new URL('reasons.tsv', import.meta.url), 'utf8').split('\n')
  .filter((line) => line !== '' && !line.startsWith('#')).map((line) => line.split('\t'))

test('every reason stands in the table', () => {
  assert.deepEqual(rows.map(([reason]) => reason), REASONS_TABLE.map(({ reason }) => reason))
})

function failuresOf(reason: string, remedy: string, fault: string): Incident[] {
  return CODES.flatMap(([replyCode, enhancedCode], i) =>
    readHistory(`vague@${i * 30}..${i * 30 + 29}`).incidents.map((incident): Incident => ({
      ...incident, replyCode, enhancedCode, reason: reason as Incident['reason'],
      remedy: remedy as Incident['remedy'], fault: fault as IncidentFault, trust: 3,
    })))
}

for (const [reason = '', remedy = '', fault = '', verdict = ''] of rows) {
  test(`${reason} ${verdict}`, () => {
    const incidents = failuresOf(reason, remedy, fault)
    const history = { address: 'person@example.com', incidents, proofs: [], entries: [] }
    const now = START + 150 * DAY_MS
    assert.equal(evaluate(ANY, history, now).status,
      verdict === 'counts' ? 'suppressed' : 'active')
    if (verdict === 'counts') return
    for (const policy of PRESETS) {
      assert.deepEqual(evaluate(policy, history, now).steps, [], policy.id)
    }
  })
}

test('a policy may switch the firewall off for itself', () => {
  const open: Policy = { ...ANY, guards: { neverCount: [], neverCountReasons: [] } }
  const history = readHistory('spam@0 auth@1 net@2')
  assert.equal(evaluate(open, history, START + 3 * DAY_MS).status, 'suppressed')
})
