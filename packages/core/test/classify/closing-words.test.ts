// What stands around a failure of which nothing is said – an apology, whom to ask, that nobody
// reads answers, that no reason is known – says nothing of the mailbox, in any language.

import assert from 'node:assert/strict'
import { readFileSync } from 'node:fs'
import test from 'node:test'
import { createEngine } from '../../src/index.ts'

const FILE = new URL('../../../../fixtures/closing-words.tsv', import.meta.url)
const [, ...lines] = readFileSync(FILE, 'utf8').trimEnd().split('\n')
const { classify } = createEngine()

test('closing words beside a failure without a cause suppress nobody', () => {
  const texts = lines.flatMap((line) => {
    const [, failure = '', closing = ''] = line.split('\t')
    return [`${failure} ${closing}`, `550 ${failure} ${closing}`, `${failure}\n\n${closing}`]
  })
  assert.ok(texts.length > 300)
  assert.deepEqual(texts.filter((text) => classify({ text }).remedy === 'suppress'), [])
})
