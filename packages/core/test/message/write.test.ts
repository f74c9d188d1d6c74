// The writer by the book: what each kind of value looks like on the wire, and what no value can do.

import assert from 'node:assert/strict'
import test from 'node:test'
import { parseMessage } from '../../src/message/parse.ts'
import { writeMessage } from '../../src/message/write.ts'
import type { OutgoingMessage, OutgoingPart } from '../../src/message/write.ts'
import { encodeBody, encodeQuotedPrintable, isMailSafe, withCrlf } from '../../src/message/write-body.ts'
import { formatDate } from '../../src/message/write-date.ts'
import { formatAddrSpec, writeField } from '../../src/message/write-field.ts'
import { writeParameterized } from '../../src/message/write-parameter.ts'
import { makeReturnedPart } from '../../src/message/write-returned.ts'

const encoder = new TextEncoder()
const decoder = new TextDecoder()
const latin1 = (text: string): Uint8Array => Uint8Array.from(text, (letter) => letter.charCodeAt(0))

const plain: OutgoingMessage = {
  from: { name: 'Mail System', address: 'mailer-daemon@mx.example' },
  to: [{ address: 'news@shop.example' }],
  subject: 'Undelivered',
  date: '2026-01-02T03:04:05.000Z',
  messageId: 'm1@mx.example',
  body: { kind: 'text', text: 'Hello.\n' },
}

function written(message: Partial<OutgoingMessage>): string {
  return decoder.decode(writeMessage({ ...plain, ...message }).bytes)
}

test('a plain message', () => {
  assert.equal(written({}), [
    'From: Mail System <mailer-daemon@mx.example>', 'To: <news@shop.example>', 'Subject: Undelivered',
    'Date: Fri, 02 Jan 2026 03:04:05 +0000', 'Message-ID: <m1@mx.example>', 'MIME-Version: 1.0',
    'Content-Type: text/plain; charset=utf-8', '', 'Hello.', '',
  ].join('\r\n'))
})

const SUBJECTS: readonly (readonly [string, string])[] = [
  ['plain words', 'Subject: plain words'],
  ['Grüße', 'Subject: =?utf-8?B?R3LDvMOfZQ==?='],
  ['Re: Unzustellbare Grüße an alle', 'Subject: Re: Unzustellbare =?utf-8?B?R3LDvMOfZQ==?= an alle'],
  ['für alle Leute schön', 'Subject: =?utf-8?Q?f=C3=BCr_alle_Leute_sch=C3=B6n?='],
  ['配信できなかったメール', 'Subject: =?utf-8?B?6YWN5L+h44Gn44GN44Gq44GL44Gj44Gf44Oh44O844Or?='],
  ['two  blanks', 'Subject: =?utf-8?Q?two__blanks?='],
  [' before', 'Subject: =?utf-8?Q?_before?='],
  ['=?utf-8?Q?x?=', 'Subject: =?utf-8?B?PT91dGYtOD9RP3g/PQ==?='],
  ['a\r\nBcc: victim@b.test', 'Subject: a Bcc: victim@b.test'],
  ['a\0b\tc', 'Subject: a b c'],
  ['', 'Subject:'],
]

test('subjects', () => {
  for (const [subject, line] of SUBJECTS) {
    assert.equal(writeField('Subject', { kind: 'text', text: subject }), line + '\r\n', JSON.stringify(subject))
  }
})

test('long subjects fold, with no line above 76 and no character split', () => {
  for (const subject of ['ä'.repeat(300), '漢'.repeat(300), '😀'.repeat(100), 'word '.repeat(90) + 'end', 'x'.repeat(700)]) {
    const field = writeField('Subject', { kind: 'text', text: subject })
    for (const line of field.split('\r\n')) assert.ok(line.length <= 76, line)
    for (const [word] of field.matchAll(/=\?utf-8\?[QB]\?.*?\?=/g)) {
      assert.ok(word.length <= 75)
      const alone = parseMessage(encoder.encode(`Subject: ${word}\r\n\r\n`)).headerText('subject')
      assert.ok(alone?.includes('\ufffd') === false, word)
    }
    assert.equal(parseMessage(encoder.encode(field + '\r\n')).headerText('subject'), subject)
  }
})

const ADDRESSES: readonly (readonly [string, string])[] = [
  ['a@b.test', 'a@b.test'],
  ['a b@b.test', '"a b"@b.test'],
  ['"a b"@b.test', '"a b"@b.test'],
  ['a"b@b.test', '"a\\"b"@b.test'],
  ['a..b@b.test', '"a..b"@b.test'],
  ['a@b@c.test', '"a@b"@c.test'],
  ['üser@b.test', 'üser@b.test'],
  ['user@bücher.test', 'user@xn--bcher-kva.test'],
  ['user@[192.0.2.1]', 'user@[192.0.2.1]'],
  ['user@[IPv6:2001:db8::1]', 'user@[IPv6:2001:db8::1]'],
  ['a@b.test>, <victim@c.test', '"a@b.test>, <victim"@c.test'],
  ['a@b.test\r\nBcc: <v@c.test>', '"a@b.test Bcc: <v"@c.test'],
  ['local', 'local'],
]

test('addresses', () => {
  for (const [address, spec] of ADDRESSES) assert.equal(formatAddrSpec(address), spec)
})

const NAMES: readonly (readonly [string | undefined, string])[] = [
  [undefined, '<a@b.test>'],
  ['', '<a@b.test>'],
  ['Mail System', 'Mail System <a@b.test>'],
  ['Doe, John', '"Doe, John" <a@b.test>'],
  ['J. "Q" \\ Doe', '"J. \\"Q\\" \\\\ Doe" <a@b.test>'],
  ['Jürgen', '=?utf-8?Q?J=C3=BCrgen?= <a@b.test>'],
  ['x@y.test', '"x@y.test" <a@b.test>'],
  ['a\r\nBcc: v@c.test', '"a Bcc: v@c.test" <a@b.test>'],
]

test('display names', () => {
  for (const [name, text] of NAMES) {
    const mailbox = name === undefined ? { address: 'a@b.test' } : { name, address: 'a@b.test' }
    assert.equal(writeField('To', { kind: 'mailboxes', mailboxes: [mailbox] }), `To: ${text}\r\n`)
  }
  assert.equal(writeField('To', { kind: 'mailboxes', mailboxes: [{ address: ' ' }] }), '')
})

test('identifiers: cleaned, counted, first and latest kept', () => {
  assert.equal(writeField('References', { kind: 'ids', ids: ['<a@b>', 'c@d\r\nX: y', '', 'ü@b'] }), 'References: <a@b> <c@d X: y>\r\n')
  assert.equal(writeField('In-Reply-To', { kind: 'ids', ids: [] }), '')
  const many = Array.from({ length: 50 }, (_, i) => `${i}@b.test`)
  const kept = [...writeField('References', { kind: 'ids', ids: many }).matchAll(/<(\d+)@/g)].map(([, digits]) => Number(digits))
  assert.deepEqual(kept, [0, ...Array.from({ length: 19 }, (_, i) => 31 + i)])
})

const PARAMETERS: readonly (readonly [string, string])[] = [
  ['report.txt', 'filename=report.txt'],
  ['my report.txt', 'filename="my report.txt"'],
  ['a"b.txt', "filename*=utf-8''a%22b.txt"],
  ['größe.txt', "filename*=utf-8''gr%C3%B6%C3%9Fe.txt"],
  ['x\r\nX-Evil: 1', 'filename="x X-Evil: 1"'],
]

test('parameters', () => {
  for (const [name, text] of PARAMETERS) {
    assert.equal(writeParameterized('Content-Disposition', 'attachment', [['filename', name]]).replace('\r\n ', ' '),
      `Content-Disposition: attachment; ${text}\r\n`)
  }
  const long = writeParameterized('Content-Disposition', 'attachment', [['filename', '漢字'.repeat(40)]])
  for (const line of long.split('\r\n')) assert.ok(line.length <= 76, line)
  assert.equal(parseMessage(encoder.encode(long + '\r\n')).filename(), '漢字'.repeat(40))
})

test('dates', () => {
  assert.equal(formatDate('2024-05-01T10:00:00.000Z'), 'Wed, 01 May 2024 10:00:00 +0000')
  for (const wrong of ['never', '2024-05-01', '2024-13-01T10:00:00Z', '2024-05-01T10:00:00+02:00', undefined]) {
    assert.equal(formatDate(wrong), undefined)
  }
})

const SAFE: readonly (readonly [string, boolean])[] = [
  ['', true], ['a', true], ['a\r\nb\r\n', true], ['a\nb', false], ['a\rb', false], ['a\r', false], ['\0', false], ['\xe4', false],
  ['x'.repeat(998), true], ['x'.repeat(999), false], ['x'.repeat(998) + '\r\n' + 'x'.repeat(998), true],
]

test('what may be sent as 7bit', () => {
  for (const [text, isSafe] of SAFE) assert.equal(isMailSafe(latin1(text)), isSafe, JSON.stringify(text.slice(0, 9)))
  assert.deepEqual(withCrlf(latin1('a\nb\rc\r\nd\n\r')), latin1('a\r\nb\r\nc\r\nd\r\n\r\n'))
})

test('quoted-printable keeps to its lines', () => {
  assert.equal(decoder.decode(encodeQuotedPrintable(latin1('a =\xe4 \r\nb\n'))), 'a =3D=E4=20\r\nb=0A')
  for (const line of decoder.decode(encodeQuotedPrintable(latin1('\xe4'.repeat(400) + 'a'.repeat(400)))).split('\r\n')) {
    assert.ok(line.length <= 76)
  }
  assert.equal(encodeBody(latin1('a'.repeat(900) + '\xe4')).encoding, 'quoted-printable')
  assert.equal(encodeBody(latin1('\xe4'.repeat(900))).encoding, 'base64')
})

const TEXT: OutgoingPart = { kind: 'text', text: 'x' }

test('a boundary never stands in a part, even in one that knows it', () => {
  const outer = (text: string): OutgoingMessage => ({
    ...plain, body: { kind: 'multipart', subtype: 'mixed', parts: [TEXT, { kind: 'text', text }] },
  })
  const boundaryOf = (text: string): string => parseMessage(writeMessage(outer(text)).bytes).param('boundary') ?? ''
  const first = boundaryOf('y')
  assert.match(first, /^=_carom-[\da-f]{16}$/)
  assert.equal(boundaryOf('y'), first)
  assert.notEqual(boundaryOf('z'), first)
  const hostile = Array.from({ length: 50 }, (_, i) => `--${boundaryOf(String(i))}--`).join('\n')
  const read = parseMessage(writeMessage(outer(hostile)).bytes)
  assert.deepEqual(read.parts.map((part) => part.text()), ['x', hostile])
})

const LIMITS = { messageBytesMax: 1000, headerBytesMax: 200 }
const RETURNED: readonly (readonly [string, Uint8Array, string, string, boolean])[] = [
  ['7-bit', latin1('A: b\n\nbody\n'), 'message/rfc822', '7bit', true],
  ['an mbox line in front', latin1('From x@y.test Mon Jan  1\nA: b\n\nbody\n'), 'message/rfc822', '7bit', true],
  ['8-bit body', latin1('A: b\n\nb\xf6dy\n'), 'text/rfc822-headers', '7bit', false],
  ['a long line in the body', latin1('A: b\n\n' + 'x'.repeat(999)), 'text/rfc822-headers', '7bit', false],
  ['NUL in the body', latin1('A: b\n\n\0'), 'text/rfc822-headers', '7bit', false],
  ['UTF-8 in the header', encoder.encode('A: bücher\n\nbody\n'), 'message/global', 'quoted-printable', true],
  ['Latin-1 in the header', latin1('A: b\xfccher\n\nbody\n'), 'text/rfc822-headers', 'quoted-printable', false],
  ['too large', latin1('A: b\n\n' + 'x\n'.repeat(900)), 'text/rfc822-headers', '7bit', false],
  ['too large, UTF-8 in the header', encoder.encode('A: ü\n\n' + 'x\n'.repeat(900)), 'message/global-headers', 'quoted-printable', false],
]

test('a returned message takes the type that its bytes allow', () => {
  for (const [what, bytes, type, encoding, isWhole] of RETURNED) {
    const part = makeReturnedPart(parseMessage(bytes), LIMITS)
    assert.deepEqual([part.type, part.body.encoding, part.isWhole], [type, encoding, isWhole], what)
    assert.ok(isMailSafe(part.body.bytes), what)
  }
  const arf = makeReturnedPart(parseMessage(encoder.encode('A: ü\n\nbody\n')), { ...LIMITS, withoutGlobal: true })
  assert.deepEqual([arf.type, arf.body.encoding], ['text/rfc822-headers', 'quoted-printable'])
})

test('a returned header is cut between two fields', () => {
  const long = 'A: b\nLong: ' + ' x\n y\n'.repeat(60) + 'C: d\n\nbody'
  const { body } = makeReturnedPart(parseMessage(latin1(long)), { messageBytesMax: 0, headerBytesMax: 200 })
  assert.equal(decoder.decode(body.bytes), 'A: b\r\n')
})

test('only names, types and dates that are none throw', () => {
  const wrong: readonly Partial<OutgoingMessage>[] = [
    { date: 'yesterday' },
    { fields: [['X Y', { kind: 'text', text: '' }]] },
    { fields: [['X:\r\nY', { kind: 'text', text: '' }]] },
    { body: { kind: 'machine', type: 'text/x\r\nY: z', text: '' } },
    { body: { kind: 'multipart', subtype: 'mixed', parts: [] } },
  ]
  for (const message of wrong) assert.throws(() => written(message), TypeError)
})
