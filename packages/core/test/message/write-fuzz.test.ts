// Whatever goes into the writer comes out of three readers as it went in, and stays within its
// lines.

import assert from 'node:assert/strict'
import test from 'node:test'
import { simpleParser } from 'mailparser'
import PostalMime from 'postal-mime'
import { fc } from '../../../../tests/fuzz/seeded.ts'
import { parseMessage } from '../../src/message/parse.ts'
import { parseAddressList } from '../../src/smtp/address-list.ts'
import { decodeEncodedWords } from '../../src/text/encoded-word.ts'
import { writeMessage } from '../../src/message/write.ts'
import type { OutgoingMessage, OutgoingPart } from '../../src/message/write.ts'


const odd = fc.constantFrom(
  '\r\n', '\n', '\0', ' ', '  ', '=?utf-8?Q?a?=', '=?', '?=', '"', '\\', ',', ';', ':', '<', '>', '(', ')', '@', '=', '.',
  'ä', 'ß', '漢字', '😀', '\ud800', 'a', 'word', 'x'.repeat(90), '\u2028', '--', 'Bcc: victim@b.test', "'", '%41',
)
const text = fc.array(fc.oneof({ weight: 3, arbitrary: odd }, fc.string({ unit: 'grapheme', maxLength: 8 })), { maxLength: 30 })
  .map((pieces) => pieces.join(''))
const atom = fc.stringMatching(/^[a-z0-9]([a-z0-9+_-]{0,20}[a-z0-9])?$/)
const local = fc.oneof(atom, fc.constantFrom('a b', 'a"b', 'a,b', 'a..b', 'a\\b', '"q r"', 'a>b', "o'neil"))
const address = fc.tuple(local, atom, atom).map(([user, a, b]) => `${user}@${a.replace(/[+_]/g, '')}.${b.replace(/[+_]/g, '')}`)
const mailbox = fc.record({ name: text, address })
const id = fc.tuple(atom, atom).map((pair) => pair.join('@'))
const leaf: fc.Arbitrary<OutgoingPart> = fc.oneof(
  text.map((body): OutgoingPart => ({ kind: 'text', text: body })),
  fc.record({ bytes: fc.uint8Array({ maxLength: 400 }), name: text })
    .map(({ bytes, name }): OutgoingPart => ({ kind: 'file', type: 'application/octet-stream', bytes, name })),
)
const body: fc.Arbitrary<OutgoingPart> = fc.oneof(leaf, fc.array(leaf, { minLength: 1, maxLength: 4 })
  .map((parts): OutgoingPart => ({ kind: 'multipart', subtype: 'mixed', parts })))
const message: fc.Arbitrary<OutgoingMessage> = fc.record({
  from: mailbox, to: fc.array(mailbox, { minLength: 1, maxLength: 3 }), subject: text,
  date: fc.integer({ min: 0, max: 4e9 }).map((seconds) => new Date(seconds * 1000).toISOString()),
  messageId: id, inReplyTo: fc.array(id, { maxLength: 2 }), references: fc.array(id, { maxLength: 5 }), body,
})

/** What a value is once nothing in it could hurt. */
const clean = (value: string): string =>
  value.replace(/[\u0000-\u001f\u007f\u2028\u2029]+/g, ' ').toWellFormed()
const cleanName = (value: string): string => clean(value).split(' ').filter((word) => word !== '').join(' ')
const cleanBody = (value: string): string => value.replaceAll('\0', '').replace(/\r\n?/g, '\n').toWellFormed()
const leaves = (part: OutgoingPart): OutgoingPart[] => part.kind === 'multipart' ? part.parts.flatMap(leaves) : [part]
const withoutEnd = (value: string): string => value.endsWith('\n') ? value.slice(0, -1) : value
/** Quotes around a local part are its spelling, not its value. */
const unquote = (value: string): string => {
  const match = /^"((?:[^"\\]|\\.)*)"(@.*)$/s.exec(value)
  return match === null ? value : `${match[1]?.replace(/\\(.)/gs, '$1')}${match[2]}`
}

function checkLines(bytes: Uint8Array): void {
  const wire = Buffer.from(bytes).toString('latin1')
  assert.doesNotMatch(wire, /[^\x00-\x7f]|\0|\r(?!\n)|(?<!\r)\n/)
  for (const line of wire.split('\r\n')) assert.ok(line.length <= 998, line)
  const [header = ''] = wire.split('\r\n\r\n')
  const names = [...header.matchAll(/^([^\s:]+):/gm)].map(([, name]) => name)
  assert.equal(new Set(names).size, names.length, 'no field twice')
  for (const name of names) assert.match(name ?? '', /^(?:From|To|Subject|Date|Message-ID|In-Reply-To|References|MIME-Version|Content-[A-Za-z-]+)$/)
}

test('our own reader gives every value back', () => {
  fc.assert(fc.property(message, (made) => {
    const { bytes, needsSmtpUtf8 } = writeMessage(made)
    assert.equal(needsSmtpUtf8, false)
    checkLines(bytes)
    const read = parseMessage(bytes)
    assert.equal(read.headerText('subject') ?? '', clean(made.subject))
    const mailboxes = [made.from, ...made.to].map(({ name, address: spec }) => ({ name: cleanName(name ?? ''), address: unquote(spec) }))
    const found = ['from', 'to'].flatMap((name) => parseAddressList(read.header(name) ?? ''))
    assert.deepEqual(found.map(({ name, address: spec }) => ({ name: decodeEncodedWords(name ?? ''), address: unquote(spec) })), mailboxes)
    assert.equal(read.header('message-id'), `<${made.messageId}>`)
    assert.equal(read.header('references') ?? '', made.references?.map((one) => `<${one}>`).join(' '))
    const parts = read.parts.length === 0 ? [read] : read.parts
    const wanted = leaves(made.body)
    assert.equal(parts.length, wanted.length)
    wanted.forEach((part, i) => {
      if (part.kind === 'text') assert.equal(withoutEnd(parts[i]?.text() ?? ''), withoutEnd(cleanBody(part.text)))
      else if (part.kind === 'file' && read.parts.length > 0) {
        assert.deepEqual(parts[i]?.body(), part.bytes)
      }
    })
    assert.deepEqual(read.problems, [])
  }), { numRuns: 1_000 })
})

test('mailparser reads the same', async () => {
  await fc.assert(fc.asyncProperty(message, async (made) => {
    const read = await simpleParser(Buffer.from(writeMessage(made).bytes), { skipTextToHtml: true, skipHtmlToText: true })
    assert.equal((read.subject ?? '').trim(), clean(made.subject).trim())
    assert.equal(read.messageId, `<${made.messageId}>`)
    assert.equal(read.date?.toISOString(), made.date)
    const texts = leaves(made.body).filter((part) => part.kind === 'text').map((part) => cleanBody(part.text))
    if (texts.length === 1) assert.equal((read.text ?? '').trimEnd(), texts[0]?.trimEnd())
    const files = leaves(made.body).filter((part) => part.kind === 'file')
    assert.equal(read.attachments.length, files.length)
    files.forEach((part, i) => {
      if (made.body.kind === 'multipart') assert.deepEqual(Uint8Array.from(read.attachments[i]?.content ?? []), part.bytes)
    })
  }), { numRuns: 200 })
})

test('postal-mime reads the same', async () => {
  await fc.assert(fc.asyncProperty(message, async (made) => {
    const read = await PostalMime.parse(writeMessage(made).bytes)
    assert.equal((read.subject ?? '').trim(), clean(made.subject).trim())
    assert.equal(read.messageId, `<${made.messageId}>`)
    // It does not read brackets within quotes.
    if (!made.from.address.includes('>')) assert.equal(unquote(read.from?.address ?? ''), unquote(made.from.address))
    const files = leaves(made.body).filter((part) => part.kind === 'file')
    assert.equal(read.attachments.length, files.length)
    files.forEach((part, i) => {
      if (made.body.kind === 'multipart') assert.deepEqual(new Uint8Array(read.attachments[i]?.content as ArrayBuffer), part.bytes)
    })
  }), { numRuns: 200 })
})
