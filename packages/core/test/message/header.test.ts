// Header blocks as they come in: every kind of line end, mbox lines, marks, NUL, bytes beyond
// ASCII, bad folds, fields without a colon (RFC 5322, RFC 6532, RFC 7103).

import assert from 'node:assert/strict'
import test from 'node:test'
import { parseMessage } from '../../src/message/parse.ts'
import type { Message } from '../../src/message/types.ts'

/** Characters up to U+00FF are one byte each. */
function parse(text: string): Message {
  return parseMessage(Uint8Array.from(text, (char) => char.charCodeAt(0)))
}

const utf8 = (text: string): string => String.fromCharCode(...new TextEncoder().encode(text))

type Wanted = {
  subject?: string
  from?: string
  text?: string
  fields?: number
  mboxSender?: string
}

const PLAIN = 'From: a@b.test\nSubject: hello\n\nbody\nmore\n'
const WHOLE: Wanted = { from: 'a@b.test', subject: 'hello', text: 'body\nmore\n' }

const CASES: readonly (readonly [what: string, source: string, wanted: Wanted])[] = [
  ['LF', PLAIN, WHOLE],
  ['CRLF', PLAIN.replaceAll('\n', '\r\n'), WHOLE],
  ['CR', PLAIN.replaceAll('\n', '\r'), WHOLE],
  ['CR CR LF', PLAIN.replaceAll('\n', '\r\r\n'), WHOLE],
  ['header CRLF, body LF', 'From: a@b.test\r\nSubject: hello\r\n\r\nbody\nmore\n', WHOLE],
  ['header LF, body CRLF', 'From: a@b.test\nSubject: hello\n\nbody\r\nmore\r\n', WHOLE],
  ['header LF, body CR', 'From: a@b.test\nSubject: hello\n\nbody\rmore\r', WHOLE],
  ['every line ends otherwise', 'From: a@b.test\r\nSubject: hello\n\r\nbody\rmore\n', WHOLE],
  ['a mark in front', utf8('\ufeff') + PLAIN, WHOLE],
  ['empty lines in front', '\r\n\n' + PLAIN, WHOLE],
  ['mbox line', 'From x@y.test Wed May  1 12:00:00 2024\n' + PLAIN, { ...WHOLE, mboxSender: 'x@y.test' }],
  ['mbox line, quoted', '>From x@y.test Wed May  1 12:00:00 2024\n' + PLAIN, { ...WHOLE, mboxSender: 'x@y.test' }],
  ['mbox line of a null sender', 'From MAILER-DAEMON Wed May  1 12:00:00 2024\n' + PLAIN,
    { ...WHOLE, mboxSender: 'MAILER-DAEMON' }],
  ['mbox line in CR', ('From x@y.test Wed May  1 12:00:00 2024\n' + PLAIN).replaceAll('\n', '\r'),
    { ...WHOLE, mboxSender: 'x@y.test' }],
  ['folded with a space', 'Subject: hel\n lo\n\n', { subject: 'hel lo' }],
  ['folded with a tab', 'Subject: hello\n\tworld\n\n', { subject: 'hello world' }],
  ['folded right after the colon', 'Subject:\n hello\n\n', { subject: 'hello' }],
  ['folded several times', 'Subject: a\n b\n\tc\n d\n\n', { subject: 'a b c d' }],
  ['fold of blanks alone', 'Subject: a\n  \n b\nFrom: a@b.test\n\n', { subject: 'a b', from: 'a@b.test' }],
  ['encoded words on two lines', 'Subject: =?utf-8?Q?caf?=\n =?utf-8?Q?=C3=A9?=\n\n', { subject: 'café' }],
  ['blanks before the colon', 'Subject : hello\nFrom\t: a@b.test\n\n', { subject: 'hello', from: 'a@b.test' }],
  ['no blank after the colon', 'Subject:hello\n\n', { subject: 'hello' }],
  ['name in capitals', 'SUBJECT: hello\n\n', { subject: 'hello' }],
  ['no body', 'Subject: hello\n', { subject: 'hello', text: '' }],
  ['no line end at all', 'Subject: hello', { subject: 'hello', text: '' }],
  ['no header', '\nbody\n', { fields: 0, text: 'body\n' }],
  ['blank line missing', 'Subject: hello\nThis is the body.\nMore.\n', { subject: 'hello', text: 'This is the body.\nMore.\n' }],
  ['a line without a colon between fields', 'Subject: hello\nrubbish\nFrom: a@b.test\n\nbody\n',
    { subject: 'hello', from: 'a@b.test', text: 'body\n' }],
  ['the same field twice', 'Subject: one\nSubject: two\n\n', { subject: 'one', fields: 2 }],
  ['UTF-8 in a field', utf8('Subject: Grüße 日本\n\n'), { subject: 'Grüße 日本' }],
  ['Latin-1 in a field', 'Subject: Gr\xfc\xdfe an alle\n\n', { subject: 'Grüße an alle' }],
  ['UTF-8 in one field, Latin-1 in another', utf8('Subject: Grüße\n') + 'From: J\xfcrgen <a@b.test>\n\n',
    { subject: 'Grüße', from: 'Jürgen <a@b.test>' }],
  ['raw ISO-2022-JP in a field', 'Subject: \x1b$BF|K\\8l\x1b(B\n\n', { subject: '日本語' }],
  ['raw and encoded together', utf8('Subject: é =?utf-8?Q?=C3=A9?=\n\n'), { subject: 'é é' }],
  ['NUL in a field', 'Subject: he\0llo\n\n', { subject: 'hello' }],
  ['NUL in a body', 'Subject: hello\n\nbo\0dy\n', { text: 'body\n' }],
  ['UTF-16 throughout', '\xff\xfe' + [...PLAIN].map((char) => char + '\0').join(''), WHOLE],
  ['names of objects', '__proto__: x\nconstructor: y\nSubject: hello\n\n', { subject: 'hello', fields: 3 }],
  ['nothing at all', '', { fields: 0, text: '' }],
]

for (const [what, source, wanted] of CASES) {
  test(`header: ${what}`, () => {
    const message = parse(source)
    const found: Wanted = {
      subject: message.headerText('subject'), from: message.headerText('from'), text: message.text(),
      fields: message.fieldCount, mboxSender: message.mboxSender,
    } as Wanted
    for (const key of Object.keys(wanted) as (keyof Wanted)[])
      assert.equal(found[key], wanted[key], key)
  })
}

const CAPS: readonly (readonly [problem: string, source: string])[] = [
  ['field-capped', `Subject: ${'a'.repeat(70_000)}\n\n`],
  ['header-capped', `${`X: ${'a'.repeat(1_000)}\n`.repeat(300)}\n`],
  ['header-fields-capped', `${'X: a\n'.repeat(1_100)}\n`],
]

for (const [problem, source] of CAPS) {
  test(`header: over the cap, ${problem}`, () => {
    const message = parse(source)
    message.headers('x')
    message.header('subject')
    assert.ok(message.problems.includes(problem), message.problems.join())
  })
}

test('what is no array of bytes is the mistake of the caller', () => {
  assert.throws(() => parseMessage('From: a' as unknown as Uint8Array), TypeError)
})
