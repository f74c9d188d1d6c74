// Every way in which real delivery reports leave the grammar of RFC 3464, each with a small report.

import assert from 'node:assert/strict'
import test from 'node:test'
import type { RecipientReport } from '../../src/report/types.ts'
import { RETURNED, STATUS, dsn, firstRecipient, message, mustRead, report, statusWith } from './messages.ts'

const ALICE = 'alice@customer.example'

test('a report by the book', () => {
  const read = mustRead(dsn())
  assert.deepEqual(read.recipients, [{
    kind: 'failed',
    finalRecipient: ALICE,
    status: '5.1.1',
    remoteMta: 'mx.customer.example',
    diagnosticCode: { type: 'smtp', text: '550 5.1.1 User unknown' },
    humanText: `host mx.customer.example[198.51.100.7] said: 550 5.1.1 User unknown (in reply to RCPT TO command)`,
    command: 'RCPT',
  }])
  assert.equal(read.format, 'dsn')
  assert.equal(read.reportingMta, 'mta.shop.example')
  assert.equal(read.arrivalDate, '2024-05-01T10:00:01.000Z')
  assert.deepEqual(read.original, {
    messageId: 'm1@shop.example',
    from: '"Shop" <news@shop.example>',
    to: `<${ALICE}>`,
    subject: 'May offers',
    date: '2024-05-01T10:00:00.000Z',
    listId: 'Offers <offers.shop.example>',
    feedbackId: '7:offers:shop',
  })
  assert.deepEqual(read.problems, [])
})

type Case = readonly [what: string, text: string, wanted: Partial<RecipientReport>]

const base = { kind: 'failed', finalRecipient: ALICE } as const

const group = (lines: string): string => `Reporting-MTA: dns; mta.shop.example\n\n${lines}\n`

const CASES: readonly Case[] = [
  ['no Diagnostic-Code', dsn({ status: statusWith(/Diagnostic.*\n/, '') }), base],
  ['Status with a comment is a diagnosis', dsn({
    status: statusWith(/Status.*\n/, 'Status: 5.2.2 (Over quota)\n').replace(/Diagnostic.*\n/, ''),
  }), { ...base, status: '5.2.2', diagnosticCode: { type: 'unknown', text: 'Over quota' } }],
  ['Status is a whole reply', dsn({
    status: statusWith(/Status.*\n/, 'Status: 553 Exceeded maximum inbound size\n').replace(/Diagnostic.*\n/, ''),
  }), { ...base, diagnosticCode: { type: 'unknown', text: '553 Exceeded maximum inbound size' } }],
  ['Status with leading zeros', dsn({ status: statusWith('5.1.1\n', '5.01.001\n') }), { ...base, status: '5.1.1' }],
  ['Status with a sign', dsn({ status: statusWith('Status: 5', 'Status: #5') }), { ...base, status: '5.1.1' }],
  ['multipart/mixed', dsn({ type: 'multipart/mixed' }), base],
  ['machine part is the whole message', `From: MAILER-DAEMON@mta.example
Content-Type: message/delivery-status

${STATUS}`, base],
  ['address in brackets', dsn({ status: statusWith(`rfc822; ${ALICE}`, `rfc822;<${ALICE}>`) }), base],
  ['address with a name', dsn({ status: statusWith(ALICE, `Alice <${ALICE}>`) }), base],
  ['address in quotes', dsn({ status: statusWith(ALICE, `"${ALICE}"`) }), base],
  ['address without a type', dsn({ status: statusWith('rfc822; ', '') }), base],
  ['type named twice', dsn({ status: statusWith('rfc822; ', 'rfc822;rfc822;') }), base],
  ['address with a comment', dsn({ status: statusWith(ALICE, `${ALICE} (Alice)`) }), base],
  ['source route', dsn({ status: statusWith(ALICE, `@relay.example:${ALICE}`) }), base],
  ['no Reporting-MTA', dsn({ status: statusWith(/Reporting.*\n/, '') }), base],
  ['no per-message group', dsn({ status: STATUS.slice(STATUS.indexOf('Final')) }), base],
  ['no blank line between the groups', dsn({ status: STATUS.replace('\n\n', '\n') }), base],
  ['blank lines inside the group', dsn({ status: STATUS.replace('Action', '\n\nAction').replace('Remote', '\nRemote') }),
    { ...base, status: '5.1.1', remoteMta: 'mx.customer.example' }],
  ['order of fields reversed', dsn({
    status: group(`Diagnostic-Code: smtp; 550 5.1.1 User unknown\nStatus: 5.1.1\nAction: failed\nFinal-Recipient: rfc822; ${ALICE}`),
  }), { ...base, status: '5.1.1' }],
  ['no Action', dsn({ status: statusWith(/Action.*\n/, '') }), base],
  ['no Status', dsn({ status: statusWith(/Status.*\n/, '') }), base],
  ['no Final-Recipient, an original one', dsn({ status: statusWith('Final-', 'Original-') }),
    { kind: 'failed', originalRecipient: ALICE }],
  ['no recipient field at all', dsn({ status: statusWith(/Final.*\n/, '') }),
    { kind: 'failed', originalRecipient: ALICE, status: '5.1.1' }],
  ['first letter of a name lost', dsn({ status: statusWith('Action', 'ction') }), base],
  ['space before the colon', dsn({ status: statusWith('Action:', 'Action :') }), base],
  ['names in capitals', dsn({ status: STATUS.replace(/^[\w-]+:/gm, (name) => name.toUpperCase()) }), base],
  ['Diagnostic-Code without a type', dsn({ status: statusWith('smtp; 550', '550') }),
    { ...base, diagnosticCode: { type: 'smtp', text: '550 5.1.1 User unknown' } }],
  ['Diagnostic-Code of words alone', dsn({ status: statusWith('smtp; 550 5.1.1 User', 'User') }),
    { ...base, diagnosticCode: { type: 'unknown', text: 'User unknown' } }],
  ['multi-line reply, folded (RFC 3461 §9.2)', dsn({
    status: statusWith('550 5.1.1 User unknown', '550-5.1.1 The account\n 550-5.1.1 does not exist\n 550 5.1.1 here'),
  }), { ...base, diagnosticCode: { type: 'smtp', text: '550-5.1.1 The account 550-5.1.1 does not exist 550 5.1.1 here' } }],
  ['multi-line reply, folds lost', dsn({
    status: statusWith('550 5.1.1 User unknown', '550-5.1.1 The account\n550 5.1.1 is gone'),
  }), { ...base, diagnosticCode: { type: 'smtp', text: '550-5.1.1 The account 550 5.1.1 is gone' } }],
  ['multi-line reply with an empty line', dsn({
    status: statusWith('550 5.1.1 User unknown', '550-Gone\n \n 550 for good'),
  }), { ...base, diagnosticCode: { type: 'smtp', text: '550-Gone 550 for good' } }],
  ['`dsn;` for `dns;`', dsn({ status: STATUS.replaceAll('dns;', 'dsn;') }), { ...base, remoteMta: 'mx.customer.example' }],
  ['Remote-MTA in brackets, with a comment', dsn({ status: statusWith('dns; mx.customer.example', '<mx.customer.example> (TCP|1)') }),
    { ...base, remoteMta: '<mx.customer.example>' }],
  ['quoted-printable part', dsn({
    statusHeader: 'Content-Type: message/delivery-status\nContent-Transfer-Encoding: quoted-printable',
    status: STATUS.replaceAll('@', '=40').replace('Action: f', 'Action: =\nf'),
  }), base],
  ['base64 part', dsn({
    statusHeader: 'Content-Type: message/delivery-status\nContent-Transfer-Encoding: base64',
    status: btoa(STATUS).replace(/.{70}/g, '$&\n'),
  }), base],
  ['other names of the part', dsn({ statusHeader: 'Content-Type: Message/Global-Delivery-Status' }), base],
  ['part shown as text', dsn({ statusHeader: 'Content-Type: text/plain; name=details.txt' }), base],
  ['part as unknown bytes', dsn({ statusHeader: 'Content-Type: application/octet-stream' }), base],
  ['parts run together without boundaries', `Return-Path: <>
From: MAILER-DAEMON@mta.shop.example
Subject: Returned mail
Content-Type: multipart/report; report-type=delivery-status; boundary="gone"

Your message was not delivered.

${STATUS}
${RETURNED}`, base],
  ['one part for each recipient', dsn({
    returnedHeader: 'Content-Type: message/delivery-status',
    returned: STATUS.replaceAll('alice', 'bob'),
  }), base],
]

for (const [what, text, wanted] of CASES) {
  test(`deviation: ${what}`, () => {
    const recipient = firstRecipient(text)
    for (const [key, value] of Object.entries(wanted)) {
      assert.deepEqual(recipient[key as keyof RecipientReport], value, key)
    }
    const address = recipient.originalRecipient ?? recipient.finalRecipient
    assert.equal(address, ALICE)
  })
}

const ACTIONS: readonly (readonly [string, string])[] = [
  ['failed', 'failed'], ['Failed', 'failed'], ['failure', 'failed'], ['error', 'failed'], ['expired', 'failed'],
  ['failed (bad destination mailbox address)', 'failed'], ['delayed', 'delayed'], ['DELAYED', 'delayed'],
  ['delivered', 'delivered'], ['deliverable', 'delivered'], ['relayed', 'relayed'], ['expanded', 'expanded'],
  ['deferred', 'delayed'],
]

test('the words of Action', () => {
  for (const [action, kind] of ACTIONS) {
    assert.equal(firstRecipient(dsn({ status: statusWith('failed', action) })).kind, kind, action)
  }
})

test('without Action the status and the words decide', () => {
  const status = statusWith(/Action.*\n/, '').replace('Status: 5.1.1', 'Status: 4.4.1')
  assert.equal(firstRecipient(dsn({ status })).kind, 'failed')
  const human = 'Your message is delayed. We will keep trying.'
  assert.equal(firstRecipient(dsn({ status, human })).kind, 'delayed')
  assert.equal(firstRecipient(dsn({ status: status.replace('4.4.1', '2.0.0') })).kind, 'delivered')
})

const ADDRESSES: readonly (readonly [what: string, fields: string, recipient: string])[] = [
  ['original before final', `Original-Recipient: rfc822;sales@shop.test\nFinal-Recipient: rfc822;bob@mail.test`, 'sales@shop.test'],
  ['original after final', `Final-Recipient: rfc822;bob@mail.test\nOriginal-Recipient: rfc822;sales@shop.test`, 'sales@shop.test'],
  ['original is an X.400 path', `Original-Recipient: rfc822;/G=Bob/S=Test/O=Mail\nFinal-Recipient: rfc822;bob@mail.test`, 'bob@mail.test'],
  ['original is a path', `Original-Recipient: rfc822;/pat/from/to/\nFinal-Recipient: rfc822;bob@mail.test`, 'bob@mail.test'],
  ['original is a local user', `Original-Recipient: rfc822;bob\nFinal-Recipient: rfc822;bob@mail.test`, 'bob@mail.test'],
  ['original is empty', `Original-Recipient: rfc822;\nFinal-Recipient: rfc822;bob@mail.test`, 'bob@mail.test'],
  ['original is still xtext', `Original-Recipient: rfc822;bob+2Bnews@mail.test\nFinal-Recipient: rfc822;bob+news@mail.test`, 'bob+news@mail.test'],
  ['final is a pipe, the returned message names one', 'Final-Recipient: rfc822; |/usr/bin/filter alice', ALICE],
  ['final is a local user of the returned message', 'Final-Recipient: rfc822; alice', ALICE],
  ['final is X.400 with the mail address inside', 'Final-Recipient: x400; /RFC-822=bob(a)mail.test/O=Mail/C=NL/', 'bob@mail.test'],
  ['utf-8 address', 'Final-Recipient: utf-8; δοκιμή@mail.test', 'δοκιμή@mail.test'],
  ['utf-8 address in unitext', 'Final-Recipient: utf-8; δοκιμή\\x{2B}a@mail.test', 'δοκιμή+a@mail.test'],
  ['utf-8 address in xtext', 'Final-Recipient: utf-8; \\x{4E2D}\\x{6587}@mail.test', '中文@mail.test'],
  ['utf-8 address out of range stays', 'Final-Recipient: utf-8; a\\x{110000}@mail.test', 'a\\x{110000}@mail.test'],
  ['utf-8 surrogate stays', 'Final-Recipient: utf-8; a\\x{D800}@mail.test', 'a\\x{D800}@mail.test'],
  ['Exchange encapsulation', 'Final-Recipient: rfc822;IMCEASMTP-bob+40mail+2Etest@gateway.test', 'bob@mail.test'],
  ['dots as some carriers allow', 'Final-Recipient: rfc822; ..b.@docomo.test', '..b.@docomo.test'],
  ['quoted local part', 'Final-Recipient: rfc822; "bob b"@mail.test', '"bob b"@mail.test'],
]

for (const [what, fields, wanted] of ADDRESSES) {
  test(`recipient: ${what}`, () => {
    const human = 'Your message could not be delivered.'
    const text = dsn({ status: group(`${fields}\nAction: failed\nStatus: 5.1.1`), human })
    const recipient = firstRecipient(text)
    assert.equal(recipient.originalRecipient ?? recipient.finalRecipient, wanted)
  })
}

test('aliases that the human part names', () => {
  for (const words of ['(generated from sales@shop.test)', '(expanded from <sales@shop.test>)', 'Original address: sales@shop.test']) {
    const human = `The following address failed:\n\n  ${ALICE}\n    ${words}: User unknown\n`
    assert.equal(firstRecipient(dsn({ human })).originalRecipient, 'sales@shop.test', words)
  }
})

test('several recipients, each with its own paragraph; repeated ones once', () => {
  const other = STATUS.slice(STATUS.indexOf('Final')).replaceAll('alice', 'bob').replace('5.1.1 User unknown', '5.2.2 Full')
  const human = `<${ALICE}>: host mx said: 550 5.1.1 User unknown

<bob@customer.example>: host mx said: 552 5.2.2 Mailbox full`
  const read = mustRead(dsn({ status: `${STATUS}\n${other}\n${other}`, human }))
  assert.deepEqual(read.recipients.map(({ finalRecipient, humanText }) => [finalRecipient, humanText]), [
    [ALICE, 'host mx said: 550 5.1.1 User unknown'],
    ['bob@customer.example', 'host mx said: 552 5.2.2 Mailbox full'],
  ])
})

test('a failed and a delayed recipient stay apart', () => {
  const other = STATUS.slice(STATUS.indexOf('Final')).replaceAll('alice', 'bob').replace('failed', 'delayed')
  const read = mustRead(dsn({ status: `${STATUS}\n${other}` }))
  assert.deepEqual(read.recipients.map(({ kind }) => kind), ['failed', 'delayed'])
})

test('fields of the message and of the recipient', () => {
  const read = mustRead(dsn({
    status: `Original-Envelope-Id: QQ314159
Reporting-MTA: dns; a.example
DSN-Gateway: dns; gateway.example
Received-From-MTA: dns; relay.example (192.0.2.9)
Arrival-Date: Fri, 8 Jul 1994 09:21:25 -0400

Final-Recipient: rfc822; ${ALICE}
Action: delayed
Status: 4.0.0
Last-Attempt-Date: Fri, 8 Jul 1994 09:30:00 -0400
Final-Log-ID: L1
Will-Retry-Until: Sun, 10 Jul 1994 09:21:25 -0400
`,
  }))
  assert.equal(read.envelopeId, 'QQ314159')
  assert.equal(read.dsnGateway, 'gateway.example')
  assert.equal(read.receivedFromMta, 'relay.example')
  const [recipient] = read.recipients
  assert.equal(recipient?.lastAttemptDate, '1994-07-08T13:30:00.000Z')
  assert.equal(recipient?.willRetryUntil, '1994-07-10T13:21:25.000Z')
  assert.equal(recipient?.finalLogId, 'L1')
})

test('no recipient group: the header, then the returned message name the recipient', () => {
  const status = 'Reporting-MTA: dns; mta.shop.example\n'
  const human = 'It did not work.'
  const headers = 'Return-Path: <>\nFrom: MAILER-DAEMON@mta.shop.example\nX-Failed-Recipients: bob@mail.test, carol@mail.test'
  const listed = mustRead(dsn({ status, human, headers }))
  assert.deepEqual(listed.recipients.map(({ finalRecipient }) => finalRecipient), ['bob@mail.test', 'carol@mail.test'])
  assert.deepEqual(firstRecipient(dsn({ status, human })).finalRecipient, ALICE)
  assert.deepEqual(mustRead(dsn({ status, human, returned: '' })).recipients.map(({ kind }) => kind), ['failed'])
})

test('text of the returned message is never part of the report', () => {
  const human = `${'Your message could not be delivered.'}\n\nOriginal message headers:\n\n${RETURNED}`
  const read = mustRead(dsn({ human, returned: '' }))
  assert.ok(!read.recipients[0]?.humanText?.includes('newsletter'))
  assert.equal(read.original?.messageId, 'm1@shop.example')
})

test('a subject echoed beside the address is no reason', () => {
  const human = `Your message\nTo: ${ALICE}\nSubject: Mailbox full of offers\nDate: today\ncould not be delivered to ${ALICE}`
  assert.ok(!firstRecipient(dsn({ human })).humanText?.includes('offers'))
})

test('a report inside another message is found', () => {
  const inner = dsn()
  const forwarded = `From: Bob <bob@shop.example>
Subject: Fwd: Undelivered
Content-Type: multipart/mixed; boundary="o"

--o
Content-Type: text/plain

See below.
--o
Content-Type: message/rfc822

${inner}
--o--
`
  assert.equal(firstRecipient(forwarded).finalRecipient, ALICE)
  const attached = `From: Bob <bob@shop.example>\nContent-Type: message/rfc822\n\n${inner}`
  assert.equal(firstRecipient(attached).finalRecipient, ALICE)
})

test('a person who quotes a report reports nothing', () => {
  const quoting = `From: Bob <bob@shop.example>\nTo: help@list.example\nSubject: What is this?\n\nI got this:\n\n${STATUS}`
  assert.equal(report(quoting), undefined)
})

test('a bounce of a bounce is about the outer message', () => {
  const read = mustRead(dsn({ returned: dsn({ status: STATUS.replaceAll('alice', 'inner') }) }))
  assert.deepEqual(read.recipients.map(({ finalRecipient }) => finalRecipient), [ALICE])
})

test('recipients are capped, and say so', () => {
  const groups = Array.from({ length: 1_200 }, (_, i) => `\nFinal-Recipient: rfc822; u${i}@x.test\nAction: failed\n`).join('')
  const read = mustRead(dsn({ status: `Reporting-MTA: dns; a.example\n${groups}` }))
  assert.equal(read.recipients.length, 1_000)
  assert.ok(read.problems.includes('recipients-capped'))
})

test('asked-for fields of the returned message', async () => {
  const { readReport } = await import('../../src/report/read.ts')
  const read = readReport(message(dsn()), { headers: ['x-campaign', 'x-none'] })
  assert.deepEqual(read?.original?.headers, { 'x-campaign': 'may' })
})
