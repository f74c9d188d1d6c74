// Whatever message is answered, the bounce is one that every server carries and every reader
// understands.

import assert from 'node:assert/strict'
import test from 'node:test'
import { fc } from '../../../../tests/fuzz/seeded.ts'
import { createEngine } from '../../src/engine.ts'
import { parseMessage } from '../../src/message/parse.ts'
import { isMailSafe } from '../../src/message/write-body.ts'
import { composeBounce } from '../../src/report/compose.ts'
import { composeComplaint } from '../../src/report/compose-complaint.ts'
import { LIFTABLE_REFUSALS } from '../../src/report/refusal.ts'


const engine = createEngine()
const encoder = new TextEncoder()
const BASE = { now: '2026-01-02T03:04:05.000Z', host: 'mx.customer.example', seed: 's' }

const pieces = fc.constantFrom('\r\n', '\n', '\r', '\0', '\n\n', 'From: a@b.test\n', 'Subject: ü\n', 'Message-ID: <x@y>\n', 'X: ', 'ü', '\xff',
  'x'.repeat(1_000), '--b\n', 'Content-Type: multipart/mixed; boundary=b\n', '=_carom-', 'References: <a@b> <c@d>\n', 'Final-Recipient: rfc822; v@w.test\n')
const original = fc.oneof(
  fc.array(pieces, { maxLength: 30 }).map((list) => encoder.encode(list.join(''))),
  fc.array(pieces, { maxLength: 30 }).map((list) => Uint8Array.from(list.join(''), (letter) => letter.charCodeAt(0) & 0xff)),
  fc.uint8Array({ maxLength: 300 }),
)
const reply = fc.array(fc.oneof(fc.string({ unit: 'grapheme' }), fc.constantFrom('550', '5.1.1', '\r\n', 'Status: 2.0.0', '--')),
  { minLength: 1, maxLength: 8 }).map((list) => `550 ${list.join(' ')}`)

test('any message, any reply', () => {
  fc.assert(fc.property(original, reply, fc.boolean(), (bytes, text, headersOnly) => {
    const result = composeBounce(bytes, {
      ...BASE, headersOnly, returnPath: 'news@shop.example', allow: LIFTABLE_REFUSALS,
      recipients: [{ address: 'alice@customer.example', reply: text }],
    })
    if (result.kind === 'refused') {
      assert.deepEqual(result.refusals.map(({ code }) => code), ['report'])
      return
    }
    assert.ok(isMailSafe(result.bytes))
    assert.equal(parseMessage(result.bytes).parts.length, 3)
    const { events } = engine.readMessage(result.bytes)
    assert.deepEqual(events.map(({ kind, recipient }) => [kind, recipient]), [['failed', 'alice@customer.example']])
  }), { numRuns: 500 })
})

test('any message complained about', () => {
  fc.assert(fc.property(original, fc.boolean(), (bytes, headersOnly) => {
    const written = composeComplaint(bytes, {
      ...BASE, headersOnly, to: 'abuse@shop.example', from: 'postmaster@customer.example',
      recipients: ['alice@customer.example'], feedback: { feedbackType: 'abuse' },
    })
    assert.ok(isMailSafe(written.bytes))
    const { events } = engine.readMessage(written.bytes)
    assert.deepEqual(events.map(({ kind, recipient }) => [kind, recipient]), [['complaint', 'alice@customer.example']])
  }), { numRuns: 300 })
})
