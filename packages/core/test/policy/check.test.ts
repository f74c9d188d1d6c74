// Policies from files: every bad value is told with its path, nothing throws, and the JSON Schema
// of the documentation says the same as the check.

import assert from 'node:assert/strict'
import { readFileSync } from 'node:fs'
import { test } from 'node:test'
import { fc } from '../../../../tests/fuzz/seeded.ts'
import { checkPolicy } from '../../src/policy/check.ts'
import { evaluate } from '../../src/policy/evaluate.ts'
import { PRESETS } from '../../src/policy/presets/index.ts'
import { policySchema } from '../../src/policy/schema.ts'
import { DAY_MS, readHistory, START } from './history.ts'
import { fits } from './json-schema.ts'

type Json = null | boolean | number | string | Json[] | { [key: string]: Json }

const SOUND: Json = {
  id: 'sound', version: 1, title: 'Sound', scope: 'address',
  tracks: [
    {
      id: 'first', title: 'bounce', when: { reason: ['mailbox-unknown'] }, meter: 'count',
      window: '7d', threshold: 3, reset: { onDelivered: true }, actions: [{ do: 'suppress' }],
    },
    {
      id: 'second', title: 'bounce', meter: 'lastN', lastN: 5, threshold: 3,
      actions: [{ do: 'pause', for: '1d' }],
    },
    {
      id: 'third', title: 'bounce', meter: 'score', threshold: 3,
      actions: [{
        do: 'probe', wait: '7d', onSilence: [], onBounce: [{ do: 'tag', name: 'old' }],
      }],
    },
  ],
  lift: { delivered: 'pauses', selfService: { max: 3 } }, guards: { minTrust: 2 },
  documented: { notes: ['By the book.'], source: 'docs' },
}

test('the sound policy is sound', () => {
  const { policy, problems } = checkPolicy(structuredClone(SOUND))
  assert.deepEqual(problems, undefined)
  assert.equal(policy?.id, 'sound')
})

/** The sound policy with one value changed or removed. */
function change(path: string, text: string): Json {
  if (path === '') return null
  const copy = structuredClone(SOUND)
  const keys = path.split('.')
  const last = keys.pop() as string
  let place = copy as Record<string, Json>
  for (const key of keys) {
    place[key] ??= {}
    place = place[key] as Record<string, Json>
  }
  if (text === '') delete place[last]
  else place[last] = JSON.parse(text) as Json
  return copy
}

const lines = readFileSync(new URL('bad-policies.tsv', import.meta.url), 'utf8').split('\n')
  .filter((line) => line !== '' && !line.startsWith('#'))

for (const line of lines) {
  const [path = '', value = '', told = '', message = ''] = line.split('\t')
  test(`${path} = ${value}: ${message}`, () => {
    const { problems = [] } = checkPolicy(change(path, value))
    const wanted = told === '<root>' ? '' : told
    const found = problems.find((problem) => problem.path === wanted)
    assert.ok(found, JSON.stringify(problems))
    assert.ok(found.message.includes(message), found.message)
    assert.doesNotMatch(found.message, /undefined|\[object/)
  })
}

test('any value at all is answered, and what is sound can be evaluated', () => {
  const history = readHistory('gone@0..5 full@0..5 complaint@6 self@7')
  const values = fc.oneof(
    fc.json().map((text) => JSON.parse(text) as unknown), fc.anything({ withBigInt: true }))
  fc.assert(fc.property(values, (value) => {
    const { policy, problems } = checkPolicy(value)
    assert.ok(policy !== undefined || problems.length > 0)
  }), { numRuns: 1000 })
  const paths = lines.map((line) => line.split('\t')[0] as string).filter((path) => path !== '')
  fc.assert(fc.property(fc.constantFrom(...paths), fc.json({ maxDepth: 3 }), (path, text) => {
    const { policy } = checkPolicy(change(path, text))
    if (policy !== undefined) evaluate(policy, history, START + 90 * DAY_MS)
  }), { numRuns: 2000 })
})

test('deep and wide input ends soon', () => {
  let action: Json = { do: 'record' }
  for (let depth = 0; depth < 2000; depth++) {
    action = { do: 'probe', wait: '1d', onSilence: [], onBounce: [action] }
  }
  const { problems = [] } = checkPolicy(change('tracks.0.actions', JSON.stringify([action])))
  assert.match(problems[0]?.message ?? '', /deep/)
  const many = Object.fromEntries(Array.from({ length: 10_000 }, (_, i) => [`key${i}`, 1]))
  assert.equal(checkPolicy(many).problems?.length, 100)
  assert.ok(checkPolicy(JSON.parse('{"__proto__":{"id":"x"},"constructor":1}')).problems)
})

test('docs/policy.schema.json is what npm run generate writes', () => {
  const path = new URL('../../../../docs/policy.schema.json', import.meta.url)
  assert.deepEqual(JSON.parse(readFileSync(path, 'utf8')), JSON.parse(JSON.stringify(policySchema())))
})

/** What only the check can say, since it compares two fields. */
const SENSE = /stands twice|lastN|only the meters|does not fit into|999y/

test('the schema takes the presets and refuses what the check refuses', () => {
  const schema = policySchema()
  for (const policy of PRESETS) assert.ok(fits(policy, schema, schema), policy.id)
  assert.ok(fits(SOUND, schema, schema))
  for (const line of lines.filter((one) => !SENSE.test(one) || one.includes('one of'))) {
    const [path = '', value = ''] = line.split('\t')
    assert.ok(!fits(change(path, value), schema, schema), line)
  }
})
