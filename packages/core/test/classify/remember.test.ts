// A verdict that is remembered is the verdict that would be found again, and nobody's but the
// caller's.

import assert from 'node:assert/strict'
import { readdirSync, readFileSync } from 'node:fs'
import test from 'node:test'
import { createClassifier, type ReplyInput } from '../../src/classify/classify.ts'
import { withMemory } from '../../src/classify/remember.ts'
import { KNOWLEDGE } from '../../src/knowledge.ts'
import { MODEL } from '../../src/rules/model.ts'

const FOLDER = new URL('../../../../fixtures/wordings/', import.meta.url)
/** Every so many texts one is judged with and without memory. */
const STEP = 7

const texts = readdirSync(FOLDER).filter((file) => file.endsWith('.tsv')).sort()
  .flatMap((file) => readFileSync(new URL(file, FOLDER), 'utf8').split('\n').slice(1))
  .map((line) => line.split('\t')[6] ?? '')
  .filter((text, i) => i % STEP === 0 && text !== '')

/** The same words with other things known beside them: each is a case of its own. */
const BESIDE: readonly Omit<ReplyInput, 'text'>[] = [
  {}, { replyCode: 550 }, { replyCode: 450, command: 'MAIL' }, { enhancedCode: '5.1.1' },
  { failed: true }, { host: 'mx.google.com' }, { ourIps: ['192.0.2.1'] }, {},
]

test('with and without memory, every verdict is the same', () => {
  const fresh = createClassifier({ ...KNOWLEDGE, model: MODEL }, 0)
  // So few that generations come and go; twice, so that each is remembered once.
  const remembering = createClassifier({ ...KNOWLEDGE, model: MODEL }, 64)
  for (const text of texts) {
    for (const beside of BESIDE) {
      const input = { text, ...beside }
      const wanted = fresh.classify(input)
      assert.deepEqual(remembering.classify(input), wanted, text)
      assert.deepEqual(remembering.classify(input), wanted, text)
    }
  }
})

test('who changes a verdict changes only that one', () => {
  const { classify } = createClassifier({ ...KNOWLEDGE, model: MODEL })
  const input = { text: '554 5.7.1 Client host [192.0.2.1] blocked using zen.spamhaus.org' }
  const wanted = structuredClone(classify(input))
  assert.ok(wanted.blocklist !== undefined && wanted.because.length > 0)
  for (let round = 0; round < 2; round++) {
    const verdict = classify(input)
    assert.deepEqual(verdict, wanted)
    // A caller without types may write where it should not.
    Object.assign(verdict.blocklist ?? {}, { name: 'changed' })
    Object.assign(verdict.because[0] ?? {}, { text: 'changed', span: [99, 99] })
    Object.assign(verdict, { reason: 'changed', because: [] })
  }
  assert.deepEqual(classify(input), wanted)
})

test('what comes again is not judged again; what was long not seen is forgotten', () => {
  let judged = 0
  const engine = createClassifier({ ...KNOWLEDGE, model: MODEL }, 0)
  const remember = withMemory((input) => {
    judged++
    return engine.classify(input)
  }, () => -1, 2)
  const see = (text: string): number => {
    judged = 0
    remember({ text })
    return judged
  }
  assert.deepEqual(['a', 'a', 'b', 'a', 'c', 'a', 'b', 'd', 'e', 'f', 'a'].map(see),
    [1, 0, 1, 0, 1, 0, 0, 1, 1, 1, 1])
  assert.deepEqual(['x'.repeat(2000), 'x'.repeat(2000)].map(see), [1, 1])
})

test('of a host only its receiver counts, and other codes are another case', () => {
  let judged = 0
  const engine = createClassifier({ ...KNOWLEDGE, model: MODEL }, 0)
  const remember = withMemory((input) => {
    judged++
    return engine.classify(input)
  }, (host) => host.length)
  const see = (beside: Omit<ReplyInput, 'text'>): number => {
    judged = 0
    remember({ text: '550 5.1.1 user unknown', ...beside })
    return judged
  }
  const cases: readonly Omit<ReplyInput, 'text'>[] = [
    { host: 'a.example' }, { host: 'b.example' }, { host: 'longer.example' }, {},
    { enhancedCode: '5.7.1' }, { host: 'a.example' }, { host: 'longer.example' }, {},
    { enhancedCode: '5.7.1' },
  ]
  assert.deepEqual(cases.map(see), [1, 0, 1, 1, 1, 0, 0, 0, 0])
})
