// What dsn/build.ts writes, dsn/parse.ts reads back; and the writer keeps to its RFCs.

import assert from 'node:assert/strict'
import test from 'node:test'
import { fc } from '../../../../tests/fuzz/seeded.ts'
import { buildDsn } from '../../src/report/dsn/build.ts'
import type { DsnContent, DsnKind, DsnRecipient } from '../../src/report/dsn/build.ts'
import { dsn, mustRead } from './messages.ts'

const atom = fc.stringMatching(/^[a-z0-9]([a-z0-9_+-]{0,12}[a-z0-9])?$/)
const host = fc.tuple(atom, atom).map(([a, b]) => `${a.replace(/[_+]/g, '')}x.${b.replace(/[_+]/g, '')}y.test`)
const local = fc.oneof(atom, fc.constantFrom('üser', '中文', 'user=x', '"a b"', 'a.b'))
const address = fc.tuple(local, host).map(([user, domain]) => `${user}@${domain}`)
const words = fc.array(fc.stringMatching(/^[!-~]{1,30}$/), { minLength: 1, maxLength: 40 }).map((list) => list.join(' '))
const reply = fc.tuple(fc.constantFrom('550', '450-4.2.2', '554 5.7.1'), words).map((pair) => pair.join(' '))
const foreign = reply.map((text) => `${text} nicht möglich 不行`)
const date = fc.integer({ min: 0, max: 4e9 }).map((seconds) => new Date(seconds * 1000).toISOString())
const status = fc.tuple(fc.constantFrom(2, 4, 5), fc.nat(999), fc.nat(999)).map((three) => three.join('.'))
const kind: fc.Arbitrary<DsnKind> = fc.constantFrom('failed', 'delayed', 'delivered', 'relayed', 'expanded')

function defined<T extends object>(value: T): T {
  return Object.fromEntries(Object.entries(value).filter(([, one]) => one !== undefined)) as T
}

const optional = <T>(one: fc.Arbitrary<T>): fc.Arbitrary<T | undefined> => fc.option(one, { nil: undefined })

const recipient: fc.Arbitrary<DsnRecipient> = fc.record({
  kind, finalRecipient: address, originalRecipient: optional(address), status,
  diagnosticCode: optional(fc.oneof(reply, foreign).map((text) => ({ type: 'smtp', text }))),
  remoteMta: optional(host), lastAttemptDate: optional(date), finalLogId: optional(atom),
}).map((made) => defined(made) as DsnRecipient)

const content: fc.Arbitrary<DsnContent> = fc.record({
  reportingMta: host, receivedFromMta: optional(host), dsnGateway: optional(host),
  envelopeId: optional(atom), arrivalDate: optional(date),
  recipients: fc.uniqueArray(recipient, {
    minLength: 1, maxLength: 4,
    selector: (one) => (one.originalRecipient ?? one.finalRecipient ?? '').toLowerCase(),
  }),
}).map((made) => defined(made) as DsnContent)

test('parse(build(x)) is x', () => {
  fc.assert(fc.property(content, (made) => {
    const part = buildDsn(made)
    const read = mustRead(dsn({
      statusHeader: `Content-Type: ${part.type}`,
      status: part.text.replaceAll('\r\n', '\n'),
      human: 'Not delivered.',
      returned: '',
    }))
    const { format: _format, problems, recipients, ...rest } = read
    delete rest.reporter
    const bare = recipients.map(({ humanText: _words, command: _command, ...facts }) => facts)
    assert.deepEqual({ ...rest, recipients: bare }, made)
    assert.deepEqual(problems, [])
  }), { numRuns: 300 })
})

test('the delayed recipient has its retry time, no other has', () => {
  const time = '2024-05-01T10:00:00.000Z'
  const one = { finalRecipient: 'a@b.test', willRetryUntil: time } as const
  assert.match(buildDsn({ recipients: [{ ...one, kind: 'delayed' }] }).text, /Will-Retry-Until: Wed, 01 May 2024/)
  assert.doesNotMatch(buildDsn({ recipients: [{ ...one, kind: 'failed' }] }).text, /Will-Retry/)
})

test('types, defaults and order by the book', () => {
  const { type, text } = buildDsn({
    reportingMta: 'localhost',
    recipients: [{ kind: 'failed', finalRecipient: 'ü@b.test', remoteMta: '[192.0.2.1]' }, { kind: 'delayed', finalRecipient: 'local' }],
  })
  assert.equal(type, 'message/delivery-status')
  assert.equal(text, [
    'Reporting-MTA: x-local-hostname; localhost', '',
    'Final-Recipient: utf-8; \\x{FC}@b.test', 'Action: failed', 'Status: 5.0.0', 'Remote-MTA: dns; [192.0.2.1]', '',
    'Final-Recipient: unknown; local', 'Action: delayed', 'Status: 4.0.0', '',
  ].join('\r\n'))
})

test('no value can bring in a field, a recipient or a part', () => {
  const evil = 'x\r\n\r\nFinal-Recipient: rfc822; victim@b.test\r\nAction: failed\r\n--b1'
  const { text } = buildDsn({
    reportingMta: evil, envelopeId: evil,
    recipients: [{ kind: 'failed', finalRecipient: evil, diagnosticCode: { type: 'smtp', text: evil } }],
  })
  const read = mustRead(dsn({ status: text.replaceAll('\r\n', '\n'), returned: '' }))
  assert.equal(read.recipients.length, 1)
  assert.ok(!JSON.stringify(read.recipients.map((one) => one.finalRecipient)).includes('"victim@b.test"'))
})
