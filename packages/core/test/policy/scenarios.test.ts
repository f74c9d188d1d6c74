// Every preset does what its system is documented to do: the tables of fixtures/policies.

import assert from 'node:assert/strict'
import { readdirSync, readFileSync } from 'node:fs'
import { test } from 'node:test'
import { checkPolicy } from '../../src/policy/check.ts'
import { evaluate } from '../../src/policy/evaluate.ts'
import { PRESETS } from '../../src/policy/presets/index.ts'
import { DAY_MS, readHistory, START } from './history.ts'

const FOLDER = new URL('../../../../fixtures/policies/', import.meta.url)
const STOPS = new Set(['paused', 'probing', 'suppressed', 'removed'])

test('every preset has its table, and every table its preset', () => {
  const tables = readdirSync(FOLDER).map((name) => name.replace(/\.tsv$/, '')).sort()
  assert.deepEqual(tables, PRESETS.map(({ id }) => id).sort())
})

for (const policy of PRESETS) {
  test(`${policy.id} is a sound policy with a source`, () => {
    assert.deepEqual(checkPolicy(structuredClone(policy)).problems, undefined)
    assert.ok(policy.documented !== undefined && policy.documented.notes.length > 0)
  })
  const lines = readFileSync(new URL(`${policy.id}.tsv`, FOLDER), 'utf8').split('\n')
    .filter((line) => line !== '' && !line.startsWith('#'))
  for (const line of lines) {
    const [title = '', history = '', day = '', status = '', stopsOn = '', track = ''] =
      line.split('\t')
    test(`${policy.id}: ${title}`, () => {
      const state = evaluate(policy, readHistory(history), START + Number(day) * DAY_MS)
      const told = state.steps.map(({ at, to, why }) => `${(at - START) / DAY_MS} ${to}: ${why}`)
      assert.equal(state.status, status, told.join('\n'))
      const stop = state.steps.find(({ from, to }) => !STOPS.has(from) && STOPS.has(to))
      const stopped = stop === undefined ? 'never' : String((stop.at - START) / DAY_MS)
      assert.equal(stopped, stopsOn, told.join('\n'))
      assert.equal(state.track ?? '', track, told.join('\n'))
    })
  }
}
