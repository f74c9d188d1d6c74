// Feedback reports: the types of RFC 5965 and its followers, redaction, and loops without a machine
// part.

import assert from 'node:assert/strict'
import test from 'node:test'
import { fc } from '../../../../tests/fuzz/seeded.ts'
import { buildArf } from '../../src/report/arf/build.ts'
import { RETURNED, dsn, mustRead, report } from './messages.ts'

const FEEDBACK = `Feedback-Type: abuse
User-Agent: SomeGenerator/1.0
Version: 1
Original-Mail-From: <news@shop.example>
Original-Rcpt-To: <alice@customer.example>
Arrival-Date: Thu, 8 Mar 2005 14:00:00 EDT
Reporting-MTA: dns; mail.customer.example
Source-IP: 192.0.2.1
Authentication-Results: mail.customer.example;
               spf=fail smtp.mail=news@shop.example
Reported-Domain: shop.example
Reported-Uri: http://shop.example/a.html
Reported-Uri: mailto:alice@customer.example
Incidents: 2
Original-Envelope-Id: E1
`

function arf(feedback: string, returned: string = RETURNED): string {
  return dsn({
    headers: 'From: <fbl@customer.example>',
    type: 'multipart/report; report-type=feedback-report',
    human: 'This is an email abuse report for an email message received from IP 192.0.2.1',
    statusHeader: 'Content-Type: message/feedback-report',
    status: feedback,
    returned,
  })
}

test('a complaint by the book', () => {
  const read = mustRead(arf(FEEDBACK))
  assert.equal(read.format, 'arf')
  assert.deepEqual(read.recipients, [{ kind: 'complaint', originalRecipient: 'alice@customer.example' }])
  assert.deepEqual(read.feedback, {
    feedbackType: 'abuse',
    userAgent: 'SomeGenerator/1.0',
    version: '1',
    originalMailFrom: 'news@shop.example',
    sourceIp: '192.0.2.1',
    reportedDomain: ['shop.example'],
    reportedUri: ['http://shop.example/a.html', 'mailto:alice@customer.example'],
    authenticationResults: ['mail.customer.example; spf=fail smtp.mail=news@shop.example'],
    incidents: 2,
  })
  assert.equal(read.arrivalDate, '2005-03-08T18:00:00.000Z')
  assert.equal(read.reportingMta, 'mail.customer.example')
  assert.equal(read.envelopeId, 'E1')
  assert.equal(read.original?.feedbackId, '7:offers:shop')
})

test('what each type is', () => {
  const kinds: readonly (readonly [string, string])[] = [
    ['abuse', 'complaint'], ['fraud', 'complaint'], ['virus', 'complaint'], ['other', 'complaint'],
    ['ABUSE (spam)', 'complaint'], ['x-new-type', 'complaint'], ['not-spam', 'receipt'],
    ['opt-out', 'unsubscribe'], ['opt-out-list', 'unsubscribe'], ['unsubscribe', 'unsubscribe'],
    ['auth-failure', 'auth-report'], ['dmarc', 'auth-report'],
  ]
  for (const [type, kind] of kinds) {
    assert.equal(mustRead(arf(FEEDBACK.replace('abuse', type))).recipients[0]?.kind, kind, type)
  }
})

test('an authentication report keeps its fields', () => {
  const read = mustRead(arf('Feedback-Type: auth-failure\nAuth-Failure: dmarc\nDelivery-Result: delivered\nDKIM-Domain: shop.example\n'))
  assert.equal(read.feedback?.authFailure, 'dmarc')
  assert.equal(read.feedback?.deliveryResult, 'delivered')
  assert.equal(read.feedback?.dkimDomain, 'shop.example')
})

test('several recipients, and redacted ones', () => {
  const several = FEEDBACK.replace(/(Original-Rcpt.*\n)/, '$1Original-Rcpt-To: bob@customer.example\n')
  assert.deepEqual(mustRead(arf(several)).recipients.map((one) => one.originalRecipient),
    ['alice@customer.example', 'bob@customer.example'])
  for (const hidden of ['redacted', '<redacted@customer.example>', '[redacted]', '*****@customer.example', 'xxxx@customer.example']) {
    const feedback = FEEDBACK.replace(/Original-Rcpt.*/, `Original-Rcpt-To: ${hidden}`)
    // The returned message still names the only one it can have gone to …
    assert.equal(mustRead(arf(feedback)).recipients[0]?.originalRecipient, 'alice@customer.example', hidden)
    // … unless it is redacted as well.
    const returned = RETURNED.replace('alice@', 'redacted@')
    assert.deepEqual(mustRead(arf(feedback, returned)).recipients, [{ kind: 'complaint' }], hidden)
  }
})

test('fields after a second header, with blank lines between', () => {
  const read = mustRead(arf(`Content-Type: text/plain\n\n${FEEDBACK.replace('Version', '\nVersion')}`))
  assert.equal(read.feedback?.version, '1')
  assert.equal(read.recipients[0]?.kind, 'complaint')
})

test('no type and no fields', () => {
  const read = mustRead(arf('User-Agent: X\n'))
  assert.equal(read.feedback?.feedbackType, 'other')
  assert.deepEqual(read.problems, ['feedback-type-missing'])
})

const attach = (header: string, text: string, returned: string): string => `${header}
MIME-Version: 1.0
Content-Type: multipart/mixed; boundary="b1"

--b1
Content-Type: text/plain

${text}
--b1
Content-Type: message/rfc822

${returned}
--b1--
`

test('loops without a machine part', () => {
  const jmrp = attach('From: <staff@hotmail.example>\nSubject: complaint about message from 192.0.2.1', '',
    `X-HmXmrOriginalRecipient: <alice@customer.example>\n${RETURNED}`)
  assert.deepEqual(mustRead(jmrp).recipients, [{ kind: 'complaint', originalRecipient: 'alice@customer.example' }])
  const opening = attach('From: <fbl@isp.example>\nSubject: FW: May offers',
    'This is an email abuse report for an email message received from IP 192.0.2.1', RETURNED)
  assert.equal(mustRead(opening).recipients[0]?.kind, 'complaint')
  const forward = attach('From: <bob@isp.example>\nSubject: FW: May offers', 'Have a look at this.', RETURNED)
  assert.equal(report(forward), undefined)
})

const word = fc.stringMatching(/^[a-z0-9][a-z0-9.-]{0,20}[a-z0-9]$/)
const address = fc.tuple(word, word).map(([local, domain]) => `${local.replaceAll('..', '.')}@${domain}.test`)

test('what is built is read back', () => {
  fc.assert(fc.property(fc.record({
    type: fc.constantFrom('abuse', 'fraud', 'not-spam', 'auth-failure', 'opt-out'),
    recipients: fc.uniqueArray(address.filter((one) => !/redact|removed|anonym|hidden|withheld|^[x._-]+@/.test(one)), { minLength: 1, maxLength: 4 }),
    userAgent: word, version: word, originalMailFrom: address, domains: fc.array(word, { minLength: 1, maxLength: 3 }),
    envelopeId: word, incidents: fc.integer({ min: 1, max: 1e6 }),
    time: fc.integer({ min: 0, max: 4e9 }),
  }), (made) => {
    const arrivalDate = new Date(made.time * 1000).toISOString()
    const feedback = {
      feedbackType: made.type, userAgent: made.userAgent, version: made.version,
      originalMailFrom: made.originalMailFrom, reportedDomain: made.domains, incidents: made.incidents,
    }
    const part = buildArf({ feedback, recipients: made.recipients, envelopeId: made.envelopeId, arrivalDate })
    const read = mustRead(arf(part.replaceAll('\r\n', '\n')))
    assert.deepEqual(read.feedback, feedback)
    assert.deepEqual(read.recipients.map((one) => one.originalRecipient), made.recipients)
    assert.equal(read.envelopeId, made.envelopeId)
    assert.equal(read.arrivalDate, arrivalDate)
  }), { numRuns: 200 })
})
