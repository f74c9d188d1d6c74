// Complaints that we write are read back as they were meant (RFC 5965).

import assert from 'node:assert/strict'
import test from 'node:test'
import PostalMime from 'postal-mime'
import { createEngine } from '../../src/engine.ts'
import { parseMessage } from '../../src/message/parse.ts'
import { composeComplaint } from '../../src/report/compose-complaint.ts'
import type { ComplaintRequest } from '../../src/report/compose-complaint.ts'
import { readReport } from '../../src/report/read.ts'
import { RETURNED, wire } from './messages.ts'

const engine = createEngine()
const BASE: ComplaintRequest = {
  to: 'abuse@shop.example', from: 'postmaster@customer.example', host: 'mx.customer.example', seed: '7f3a',
  now: '2026-01-02T03:04:05.000Z', arrivalDate: '2026-01-01T00:00:00.000Z', recipients: ['alice@customer.example'],
  feedback: {
    feedbackType: 'abuse', sourceIp: '192.0.2.10', originalMailFrom: 'news@shop.example', reportedDomain: ['shop.example'],
    reportedUri: ['https://shop.example/' + 'x'.repeat(200)], authenticationResults: ['customer.example; dkim=pass header.d=shop.example'],
  },
}

function compose(request: Partial<ComplaintRequest> = {}, original: string = RETURNED): Uint8Array {
  return composeComplaint(wire(original), { ...BASE, ...request }).bytes
}

const KINDS: readonly (readonly [string, string])[] = [
  ['abuse', 'complaint'], ['fraud', 'complaint'], ['virus', 'complaint'], ['other', 'complaint'],
  ['not-spam', 'receipt'], ['auth-failure', 'auth-report'], ['opt-out', 'unsubscribe'],
]

test('every type comes back as it was meant', () => {
  for (const [feedbackType, kind] of KINDS) {
    const { events, problems } = engine.readMessage(compose({ feedback: { ...BASE.feedback, feedbackType } }))
    assert.deepEqual(problems, [])
    assert.deepEqual(events.map((event) => [event.kind, event.recipient, event.feedbackType, event.original?.messageId]),
      [[kind, 'alice@customer.example', feedbackType, 'm1@shop.example']])
  }
})

test('every field comes back', () => {
  const { feedback, arrivalDate, reportingMta } = readReport(parseMessage(compose())) ?? {}
  assert.deepEqual(feedback, { ...BASE.feedback, userAgent: 'Carom/1', version: '1' })
  assert.deepEqual([arrivalDate, reportingMta], [BASE.arrivalDate, BASE.host])
})

test('three parts, the third one of the two types that complaints may have', async () => {
  const types = (bytes: Uint8Array): string[] => parseMessage(bytes).parts.map(({ type }) => type)
  assert.deepEqual(types(compose()), ['text/plain', 'message/feedback-report', 'message/rfc822'])
  for (const bytes of [compose({ headersOnly: true }), compose({}, RETURNED + 'für'), compose({}, RETURNED.replace('May offers', 'für offers'))]) {
    assert.deepEqual(types(bytes), ['text/plain', 'message/feedback-report', 'text/rfc822-headers'])
  }
  const other = await PostalMime.parse(compose({}, RETURNED.replace('May offers', 'für offers')))
  assert.equal(other.subject, 'Complaint (abuse): für offers')
})

test('what could not be sent is the caller’s mistake', () => {
  for (const request of [{ to: 'abuse' }, { from: '' }, { now: 'soon' }]) assert.throws(() => compose(request), TypeError)
})
