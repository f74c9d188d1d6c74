// The small readers under the reports: addresses, typed values, dates, commands, field groups.

import assert from 'node:assert/strict'
import test from 'node:test'
import {
  cleanAddress, findAddresses, isMailAddress, readRecipientAddress, readTypedValue,
} from '../../src/report/addresses.ts'
import { readCommand } from '../../src/smtp/command.ts'
import { decodeUnicodeEscapes, decodeXtext, encodeUnicodeEscapes } from '../../src/smtp/xtext.ts'
import { readDate } from '../../src/report/date.ts'
import { formatField, parseFieldGroups } from '../../src/report/fields.ts'
import { bareMessageId, readReturnedText } from '../../src/report/original.ts'

test('addresses in fields', () => {
  const cases: readonly (readonly [string, string | undefined])[] = [
    ['rfc822; a@b.test', 'a@b.test'],
    ['rfc822;<a@b.test>', 'a@b.test'],
    ['RFC822; "Alice A." <a@b.test>', 'a@b.test'],
    ['<a@b.test', 'a@b.test'],
    ['mailto:a@b.test', 'a@b.test'],
    ['"a@b.test"', 'a@b.test'],
    ["'a@b.test'", 'a@b.test'],
    ['"a b"@b.test', '"a b"@b.test'],
    ['<@r1.test,@r2.test:a@b.test>', 'a@b.test'],
    ['a@b.test.', 'a@b.test'],
    ['local', 'local'],
    ['', undefined],
    ['<>', undefined],
    ['rfc822;' + 'a'.repeat(2_000) + '@b.test', undefined],
    ['IMCEAMAILTO-a+40b+2Etest@gw.test', 'a@b.test'],
    ['IMCEAEX-_O=EXAMPLE_OU=FIRST_CN=ALICE@gw.test', 'IMCEAEX-_O=EXAMPLE_OU=FIRST_CN=ALICE@gw.test'],
  ]
  for (const [value, wanted] of cases) assert.equal(readRecipientAddress(value), wanted, value)
  assert.equal(cleanAddress(' a@b.test (comment)'), 'a@b.test')
})

test('what can be mailed to', () => {
  for (const yes of ['a@b.test', 'a@b', '"a b"@b.test', '..a.@b.test', 'a@[192.0.2.1]', 'ü@ü.test', "o'neil@b.test"]) {
    assert.ok(isMailAddress(yes), yes)
  }
  for (const no of [undefined, '', 'a', '@b', 'a@', '/G=A/S=B@c', '|/bin/x a@b.test', ':include:a@b', 'a b@c.test', 'a@b c']) {
    assert.ok(!isMailAddress(no), no)
  }
})

test('typed values', () => {
  assert.deepEqual(readTypedValue('SMTP; 550 no; really'), { type: 'smtp', text: '550 no; really' })
  assert.deepEqual(readTypedValue('550 no; really'), { text: '550 no; really' })
  assert.deepEqual(readTypedValue('; text'), { text: 'text' })
})

test('the forms of RFC 6533, there and back', () => {
  for (const address of ['user+tag=x@ex.example', '中文@例.example', 'a\\b@c.test', '😀@c.test']) {
    assert.equal(decodeUnicodeEscapes(encodeUnicodeEscapes(address)), address)
  }
  assert.equal(encodeUnicodeEscapes('user+tag@ex.example'), 'user\\x{2B}tag@ex.example')
  for (const bad of ['\\x{D800}', '\\x{110000}', '\\x{}', '\\x{41', '\\x{0}']) assert.equal(decodeUnicodeEscapes(bad), bad)
  assert.equal(decodeXtext('a+2Bb+3Dc'), 'a+b=c')
  assert.equal(decodeXtext('a+G1+2'), undefined)
})

test('addresses in prose', () => {
  const text = "Write to 'a@b.test', <c@d.test>: or (mailto:e@f.test). Not @ or x@ or @y; ü@ü.test!"
  assert.deepEqual(findAddresses(text), ['a@b.test', 'c@d.test', 'e@f.test', 'ü@ü.test'])
})

test('dates', () => {
  const cases: readonly (readonly [string, string | undefined])[] = [
    ['Wed, 1 May 2024 12:00:00 +0200', '2024-05-01T10:00:00.000Z'],
    ['1 May 24 12:00 GMT', '2024-05-01T12:00:00.000Z'],
    ['Thu, 29 Apr 2004 23:34:45 -0400 (EDT)', '2004-04-30T03:34:45.000Z'],
    ['Thu, 29 Apr 2004 23:34:45 EST', '2004-04-30T04:34:45.000Z'],
    ['29-Apr-2004 23:34:45 +0000', '2004-04-29T23:34:45.000Z'],
    ['Thu Apr 29 23:34:45 2004', '2004-04-29T23:34:45.000Z'],
    ['Thu Apr  9 23:34:45 JST 2004', '2004-04-09T14:34:45.000Z'],
    ['2024-05-01T12:00:00+02:00', '2024-05-01T10:00:00.000Z'],
    ['2024-05-01 12:00:00.123456', '2024-05-01T12:00:00.000Z'],
    ['1 Jan 101 00:00:00 +0000', '2001-01-01T00:00:00.000Z'],
    ['1 Xyz 2024 12:00:00 +0200', undefined],
    ['99 May 2024 12:00:00', undefined],
    ['tomorrow', undefined],
    ['1'.repeat(200), undefined],
  ]
  for (const [value, wanted] of cases) assert.equal(readDate(value), wanted, value)
  assert.equal(readDate(undefined), undefined)
})

test('the refused command', () => {
  const cases: readonly (readonly [string, string | undefined])[] = [
    ['said: 550 no (in reply to RCPT TO command)', 'RCPT'],
    ['said: 550 no (in reply to end of DATA command)', 'DATA'],
    ['said: 550 no (in reply to MAIL FROM command)', 'MAIL'],
    ['said: 550 no (in reply to HELO command)', 'EHLO'],
    ['SMTP error from remote mail server after RCPT TO:<a@b.test>: 550 no', 'RCPT'],
    ['SMTP error from remote mail server after pipelined end of data: 550 no', 'DATA'],
    ['SMTP error from remote mail server after initial connection: 554 no', 'CONNECT'],
    ['SMTP timeout after MAIL FROM:<x@y.test>', 'MAIL'],
    ['LMTP error after RCPT TO:<a@b.test>', 'RCPT'],
    ['Remote host closed connection in response to STARTTLS', 'STARTTLS'],
    ['lost connection with mx.test while sending RCPT TO', 'RCPT'],
    ['conversation with mx.test timed out while receiving the initial server greeting', 'CONNECT'],
    ['timed out while performing the EHLO handshake', 'EHLO'],
    ['192.0.2.1 does not like recipient.\nRemote host said: 550 no', 'RCPT'],
    ['Remote host said: 550 no [RCPT_TO]', 'RCPT'],
    ['Connected to 192.0.2.1 but sender was rejected.', 'MAIL'],
    ['failed after I sent the message.', 'DATA'],
    ['mx.test [192.0.2.1] did not like our RCPT TO:', 'RCPT'],
    ['... while talking to mx.test.: >>> MAIL From:<x@y.test> SIZE=1 <<< 552 too big', 'MAIL'],
    ['>>> RCPT To:<a@b.test> <<< 550 no', 'RCPT'],
    ['>>> DATA <<< 550 5.1.1 unknown <<< 554 5.5.1 Error: no valid recipients', 'RCPT'],
    ['>>> DATA <<< 550 5.1.1 unknown <<< 503 5.0.0 Need RCPT (recipient)', 'RCPT'],
    ['>>> DATA <<< 550 5.7.1 not wanted', 'DATA'],
    ['The mailbox is full.', undefined],
  ]
  for (const [text, wanted] of cases) assert.equal(readCommand(text), wanted, text)
})

test('field groups', () => {
  const groups = parseFieldGroups('A: 1\nB-c : 2\n 3\n\n\n\nno field\nD:\n', 10)
  assert.deepEqual(groups, [
    [{ name: 'a', value: '1' }, { name: 'b-c', value: '2 3' }],
    [{ name: 'd', value: '' }],
  ])
  assert.equal(parseFieldGroups('A: 1\n\n'.repeat(50), 10).length, 10)
})

test('a field is folded and cannot bring in another', () => {
  assert.equal(formatField('X', 'a\r\nBcc: b\u0000 c'), 'X: a Bcc: b c\r\n')
  assert.equal(formatField('X', '  '), '')
  const long = 'word '.repeat(40).trim()
  for (const line of formatField('Diagnostic-Code', long).split('\r\n')) assert.ok(line.length <= 78)
  assert.deepEqual(parseFieldGroups(formatField('X', long).replaceAll('\r\n', '\n'), 1), [[{ name: 'x', value: long }]])
})

test('returned headers that stand as text, quoted or indented', () => {
  const plain = 'From: "S" <s@shop.test>\nTo: a@b.test\nSubject: =?utf-8?Q?Gr=C3=BC=C3=9Fe?=\nMessage-ID: <m@shop.test>\n\nBody: text\n'
  for (const text of [plain, plain.replace(/^/gm, '> '), plain.replace(/^/gm, '    '), `\n\n${plain}`]) {
    const header = readReturnedText(text)
    assert.equal(header?.('subject'), 'Grüße', text)
    assert.equal(bareMessageId(header?.('message-id')), 'm@shop.test')
    assert.equal(header?.('body'), undefined)
  }
  assert.equal(readReturnedText('Hello,\nthis is no header.\n'), undefined)
  assert.equal(readReturnedText('Note: one field is no header\n'), undefined)
})
