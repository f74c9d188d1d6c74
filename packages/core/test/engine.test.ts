// What the engine promises whatever it reads: it throws at the caller's own mistakes alone, and is
// as sure as it says.

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

test('a kind that is read from the report is no guess', () => {
  const note = 'From: eve@example.net\nSubject: Out of office\nAuto-Submitted: auto-replied\n\nBack soon.\n'
  const { events } = createEngine().readMessage(new TextEncoder().encode(note))
  assert.deepEqual(events.map(({ reason, confidence }) => [reason, confidence]), [['auto-reply', 1]])
})
