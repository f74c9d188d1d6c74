// Whole messages made anonymous: what must be gone is gone in every encoding, what must stay stays.

import assert from 'node:assert/strict'
import test from 'node:test'
import { createAnonymizer } from '../../src/anonymize/anonymize.ts'
import { createEngine } from '../../src/engine.ts'
import { parseMessage } from '../../src/message/parse.ts'
import type { MessagePart } from '../../src/message/types.ts'
import type { CaromEvent } from '../../src/event/types.ts'

const engine = createEngine()
const { anonymize } = createAnonymizer({ seed: 'test' })
const encoder = new TextEncoder()
const decoder = new TextDecoder()
const latin1 = (text: string): Uint8Array => Uint8Array.from(text, (letter) => letter.charCodeAt(0))

const RETURNED = `Return-Path: <news-bounces+jane.doe=contoso.com@lists.fabrikam.net>
Received: from JANES-LAPTOP (pc7.fabrikam.net [203.0.114.9]) by mta.fabrikam.net with ESMTP id 4F3A29BC1D; Wed, 1 May 2024 10:00:00 +0000
From: "Northwind, Peter" <peter.northwind@fabrikam.net>
To: Jane Doebermann <jane.doe@contoso.com>
Subject: Merger with Tailspin
Date: Wed, 1 May 2024 12:00:00 +0200
Message-ID: <20240501.8812@pc7.fabrikam.net>
X-Campaign: Tailspin-Secret
Content-Type: multipart/mixed; boundary="in/pc7.fabrikam.net"

--in/pc7.fabrikam.net
Content-Type: text/plain; charset=utf-8

Dear Jane, the price is 4711000 pounds. Call +44 20 7946 0958.
--in/pc7.fabrikam.net
Content-Type: application/pdf; name="Tailspin contract.pdf"
Content-Disposition: attachment; filename="Tailspin contract.pdf"
Content-Transfer-Encoding: base64

VGFpbHNwaW4gY29udHJhY3Q=
--in/pc7.fabrikam.net--
`
const HUMAN = `This is the mail system at host mta.fabrikam.net.

Your message "Merger with Tailspin" to Jane Doebermann could not be delivered.

<jane.doe@contoso.com>: host mx1.contoso.com[203.0.114.25] said: 550 5.1.1
    <jane.doe@contoso.com>: Recipient address rejected: User jane.doe unknown
    at Contoso (in reply to RCPT TO command)
`
const STATUS = `Reporting-MTA: dns; mta.fabrikam.net
X-Postfix-Queue-ID: 4F3A29BC1D
Arrival-Date: Wed, 1 May 2024 12:00:01 +0200

Original-Recipient: rfc822;jane.doe@contoso.com
Final-Recipient: rfc822; jane.doe@contoso.com
Action: failed
Status: 5.1.1
Remote-MTA: dns; mx1.contoso.com
Diagnostic-Code: smtp; 550 5.1.1 <jane.doe@contoso.com>: Recipient address rejected: User jane.doe unknown
`

type Parts = { human?: string; status?: string; returned?: string; header?: string }

function bounce({ human, status, returned, header }: Parts = {}): string {
  return `Return-Path: <>
Received: from mta.fabrikam.net ([203.0.114.25]) by mx.fabrikam.net; Wed, 1 May 2024 12:00:02 +0200
From: Mail Delivery System <MAILER-DAEMON@mta.fabrikam.net>
To: news-bounces+jane.doe=contoso.com@lists.fabrikam.net
Subject: Undelivered Mail Returned to Sender
MIME-Version: 1.0
${header ?? ''}Content-Type: multipart/report; report-type=delivery-status; boundary="out/mta.fabrikam.net"

--out/mta.fabrikam.net
${human ?? `Content-Type: text/plain; charset=utf-8\n\n${HUMAN}`}
--out/mta.fabrikam.net
${status ?? `Content-Type: message/delivery-status\n\n${STATUS}`}
--out/mta.fabrikam.net
${returned ?? `Content-Type: message/rfc822\n\n${RETURNED}`}
--out/mta.fabrikam.net--
`
}

/** What nobody may find in the result, in any case. */
const PRIVATE =
  /jane|\bdoe\b|doebermann|peter|northwind|contoso|fabrikam|tailspin|merger|203\.0\.114|4F3A29BC1D|8812@|7946|4711000|laptop/i

/** All that a reader of the message could see, decoded. */
function shown(part: MessagePart): string {
  const fields = part.fields().map(({ name, value }) => `${name}: ${value}\n${part.headerText(name)}`)
  const text = part.parts.length > 0
    ? '' : `${part.text()}\n${part.readableText()}\n${decoder.decode(part.body())}`
  return [...fields, part.filename() ?? '', text, ...part.parts.map(shown)].join('\n')
}

function types(part: MessagePart): string[] {
  return [part.type, ...part.parts.flatMap(types)]
}

const facts = (events: readonly CaromEvent[]): unknown[] => events.map((event) => [
  event.kind, event.reason, event.permanence, event.enhancedCode, event.replyCode, event.command,
  event.remedy, event.occurredAt, event.arrivalDate,
])

function check(bytes: Uint8Array, what: string): Uint8Array {
  const result = anonymize(bytes)
  assert.doesNotMatch(decoder.decode(result), PRIVATE, what)
  assert.doesNotMatch(shown(parseMessage(result)), PRIVATE, what)
  const [before, after] = [bytes, result].map((message) => facts(engine.readMessage(message).events))
  assert.deepEqual(after, before, what)
  assert.deepEqual(types(parseMessage(result)), types(parseMessage(bytes)), what)
  return result
}

const quoted = (text: string): string => text.replace(/[^\n]/g, (char) =>
  /[A-Z@=]/.test(char) ? '=' + char.charCodeAt(0).toString(16).toUpperCase() : char)
const based = (text: string): string => btoa(text).replace(/.{76}/g, '$&\n')
const encoded = (type: string, encoding: string, text: string): string =>
  `Content-Type: ${type}\nContent-Transfer-Encoding: ${encoding}\n\n${encoding === 'base64' ? based(text) : quoted(text)}`

const CLOTHES: readonly (readonly [string, string])[] = [
  ['as it is', bounce()],
  ['CRLF', bounce().replaceAll('\n', '\r\n')],
  ['an mbox line in front', `From jane.doe@contoso.com Wed May  1 12:00:00 2024\n${bounce()}`],
  ['base64', bounce({
    human: encoded('text/plain; charset=utf-8', 'base64', HUMAN), status: encoded('message/delivery-status', 'base64', STATUS),
    returned: encoded('message/global', 'base64', RETURNED),
  })],
  ['quoted-printable', bounce({
    human: encoded('text/plain; charset=utf-8', 'quoted-printable', HUMAN),
    status: encoded('message/delivery-status', 'quoted-printable', STATUS),
    returned: encoded('text/rfc822-headers', 'quoted-printable', RETURNED.slice(0, RETURNED.indexOf('\n\n'))),
  })],
  ['HTML', bounce({ human: `Content-Type: text/html; charset=utf-8\n\n<html><body><p>${HUMAN
    .replaceAll('<', '&lt;').replaceAll('jane.doe@', '<b>jane&#46;doe</b>&#64;').replaceAll('\n', '<br>\n')}</p>
<a href="mailto:jane.doe%40contoso.com?subject=Merger">x</a><img src="https://img.contoso.com/jane.png?u=jane.doe"></html>` })],
  ['the original pasted as text', bounce({ human: `Content-Type: text/plain\n\n${HUMAN}\n--- Below this line is a copy of the message.\n\n${RETURNED}` })],
  ['encoded words', bounce({ returned: `Content-Type: text/rfc822-headers\n\n${RETURNED.slice(0, RETURNED.indexOf('\n\n'))
    .replace('Jane Doebermann', '=?utf-8?Q?Jane_Doebermann?=').replace('Merger with Tailspin', `=?utf-8?B?${btoa('Merger with Tailspin')}?=`)}` })],
  ['xtext and internationalised forms', bounce({ status: `Content-Type: message/delivery-status\n\n${STATUS
    .replace('rfc822;jane.doe@', 'utf-8;jane\\x{2E}doe@').replace('rfc822; jane.doe@', 'rfc822; jane+2Edoe@')}` })],
  ['private fields', bounce({ header: 'X-Failed-Recipients: jane.doe@contoso.com\nThread-Topic: Merger with Tailspin\n' +
    'X-Original-To: prvs=0891a9abd5=peter.northwind@fabrikam.net\nDKIM-Signature: v=1; d=fabrikam.net; i=@fabrikam.net; s=s1; b=abc\n' +
    'X-Sender: IMCEAEX-_O=CONTOSO_OU=EXCHANGE_CN=RECIPIENTS_CN=JANE@contoso.com\n' })],
  ['directory names', bounce({ human: `Content-Type: text/plain\n\n${HUMAN}\n/O=Contoso/OU=Fabrikam/CN=Recipients/CN=Jane Doe\n` })],
]

for (const [what, text] of CLOTHES) test(`nothing private is left: ${what}`, () => { check(encoder.encode(text), what) })

test('names are replaced alike wherever they stand', () => {
  const result = decoder.decode(check(encoder.encode(bounce()), ''))
  const [event] = engine.readMessage(encoder.encode(result)).events
  const recipient = event?.recipient ?? ''
  assert.match(recipient, /^[a-z]+\.[\da-f]{6}@[a-z]+-[\da-f]{4}\.example$/)
  assert.equal(result.split(recipient).length - 1, 6)
  const local = recipient.slice(0, recipient.indexOf('@'))
  assert.ok(result.includes(`User ${local} unknown`))
  assert.ok(result.includes(`-bounces+${recipient.replace('@', '=')}@`))
  assert.match(result, /^Remote-MTA: dns; mx1\.[a-z]+-[\da-f]{4}\.example$/m)
  assert.equal(new Set(result.match(/(?<=boundary="out\/|^--out\/)[^"\n]+(?=")?/gm)?.map((one) => one.replace(/--$/, ''))).size, 1)
})

test('words of servers and reports stay', () => {
  const result = decoder.decode(anonymize(encoder.encode(bounce())))
  for (const line of [
    'Subject: Undelivered Mail Returned to Sender', 'From: Mail Delivery System <MAILER-DAEMON@', 'Status: 5.1.1',
    'Recipient address rejected: User ', '(in reply to RCPT TO command)', 'Arrival-Date: Wed, 1 May 2024 12:00:01 +0200',
    'could not be delivered.', 'This is the mail system at host mta.',
  ]) assert.ok(result.includes(line), line)
})

test('the seed decides', () => {
  const bytes = encoder.encode(bounce())
  assert.deepEqual(createAnonymizer({ seed: 'test' }).anonymize(bytes), anonymize(bytes))
  assert.notDeepEqual(createAnonymizer({ seed: 'other' }).anonymize(bytes), anonymize(bytes))
  assert.throws(() => createAnonymizer({ seed: '' }), TypeError)
  const other = encoder.encode(`From: jane.doe@contoso.com\nSubject: x\n\nHello from mx1.contoso.com\n`)
  const name = /[a-z]+\.[\da-f]{6}@[a-z]+-[\da-f]{4}\.example/.exec(decoder.decode(anonymize(other)))?.[0] ?? '-'
  assert.ok(decoder.decode(anonymize(bytes)).includes(name))
})

const KEPT: readonly string[] = [
  '550 5.7.1 Service unavailable; client host [203.0.114.7] blocked using zen.spamhaus.org; https://www.spamhaus.org/query/ip/203.0.114.7',
  '550-5.1.1 The email account that you tried to reach does not exist. Please try https://support.google.com/mail/?p=NoSuchUser - gsmtp',
  '550 5.4.1 Recipient address rejected: Access denied. [AM0PR02.eurprd02.prod.outlook.com]',
  '451 4.7.650 The mail server [203.0.114.7] has been temporarily rate limited. For e-mail delivery information see https://postmaster.live.com (S775)',
]

test('replies of well-known receivers and block lists are judged as before', () => {
  for (const reply of KEPT) {
    const status = STATUS.replace(/Status: .*/, 'Status: 5.0.0').replace(/Diagnostic-Code: .*/, `Diagnostic-Code: smtp; ${reply}`)
    const result = decoder.decode(check(encoder.encode(bounce({ status: `Content-Type: message/delivery-status\n\n${status}` })), reply))
    for (const name of reply.match(/spamhaus\.org|support\.google\.com|NoSuchUser|outlook\.com|postmaster\.live\.com|S775/g) ?? []) {
      assert.ok(result.includes(name), name)
    }
  }
})

test('text in other charsets keeps its charset', () => {
  const cases: readonly (readonly [string, Uint8Array])[] = [
    ['iso-8859-1', latin1('Unzustellbar für Jürgen Müßig <j.muessig@contoso.com>')],
    ['koi8-r', latin1('\xf0\xcf\xce\xc5\xc4\xc5\xcc\xd8\xce\xc9\xcb <jane.doe@contoso.com>')],
    ['iso-2022-jp', latin1('\x1b$BG[?.\x1b(B <jane.doe@contoso.com>')],
    ['shift_jis', latin1('\x94\x7a\x90\x4d <jane.doe@contoso.com>')],
  ]
  for (const [charset, text] of cases) {
    const head = `From: a@contoso.com\nContent-Type: text/plain; charset=${charset}\nContent-Transfer-Encoding: 8bit\n\n`
    const result = anonymize(Uint8Array.from([...encoder.encode(head), ...text]))
    const read = parseMessage(result)
    assert.equal(read.param('charset'), charset)
    assert.doesNotMatch(read.text(), /\ufffd|jane|contoso|muessig/, charset)
    assert.match(read.text(), /[^\x00-\x7f]/, charset)
  }
})

test('mail that reports nothing keeps only the words of bounces', () => {
  const text = `From: Jane Doebermann <jane.doe@contoso.com>
To: peter@fabrikam.net
Subject: Re: your mailbox is full of surprises
Date: Wed, 1 May 2024 12:00:00 +0200

Hi Peter,

my acquisition of Tailspin is a poem. A newsletter said 550 5.1.1 user unknown.
`
  const result = decoder.decode(check(encoder.encode(text), 'ordinary'))
  assert.doesNotMatch(result, /acquisition|poem/)
  assert.match(result, /mailbox is full/)
  assert.match(result, /550 5\.1\.1 user unknown/)
})

test('attachments are replaced, and so are their names', () => {
  const read = parseMessage(anonymize(encoder.encode(bounce())))
  const [, pdf] = read.parts[2]?.parts[0]?.parts ?? []
  assert.equal(pdf?.type, 'application/pdf')
  assert.equal(pdf?.text(), 'removed\n')
  assert.match(pdf?.filename() ?? '', /^file\w{6}\.pdf$/)
})

test('nothing that is private is left beyond the caps', () => {
  const long = `From: a@contoso.com\nSubject: x\n\n${'line of text\n'.repeat(40_000)}jane.doe@contoso.com\n`
  assert.doesNotMatch(decoder.decode(anonymize(encoder.encode(long))), PRIVATE)
  const fields = `From: a@contoso.com\n${'X-Line: some words of a field\n'.repeat(12_000)}X-Last: jane.doe@contoso.com\n\nx\n`
  assert.doesNotMatch(decoder.decode(anonymize(encoder.encode(fields))), PRIVATE)
  const parts = '--b\n\njane.doe@contoso.com\n'.repeat(400)
  const many = `From: a@contoso.com\nContent-Type: multipart/mixed; boundary=b\n\n${parts}--b--\n`
  assert.doesNotMatch(decoder.decode(anonymize(encoder.encode(many))), PRIVATE)
})

test('numbers of customers, jobs and orders are not those of anyone', () => {
  const written = 'Return-Path: <>\nX-Campaign-Id: 4827193\nX-Priority: 3\nDate: Wed, 1 May 2024 '
    + '12:00:00 +0200\nSubject: Undelivered mail\n\n'
    + 'Customer 771829310: 552 5.3.4 message size 52428800 exceeds limit 10485760\n'
  const text = decoder.decode(anonymize(encoder.encode(written)))
  for (const gone of ['4827193', '771829310']) assert.ok(!text.includes(gone), gone)
  for (const kept of ['X-Priority: 3', '552 5.3.4', '2024']) assert.ok(text.includes(kept), kept)
})
