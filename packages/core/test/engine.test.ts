// The caller's own mistakes, which are the only thing that an engine throws at.

import assert from 'node:assert/strict'
import test from 'node:test'
import { createEngine } from '../src/engine.ts'

test('a caller who forgets the text or the bytes is told so', () => {
  const { classify, explain, readMessage } = createEngine()
  for (const input of [undefined, null, {}, { text: 550 }, '550 user unknown']) {
    assert.throws(() => classify(input as never), /^TypeError: classify and explain want/)
    assert.throws(() => explain(input as never), /^TypeError: classify and explain want/)
    assert.throws(() => readMessage(input as never), TypeError)
  }
})
