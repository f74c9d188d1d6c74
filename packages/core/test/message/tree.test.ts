// Trees of parts: boundaries whole and damaged, nesting, encodings of the parts, caps (RFC 2046).

import assert from 'node:assert/strict'
import test from 'node:test'
import { parseMessage } from '../../src/message/parse.ts'
import type { MessagePart } from '../../src/message/types.ts'

const encoder = new TextEncoder()

/** `multipart/mixed[text/plain "a", text/html "b"]` */
function show(part: MessagePart): string {
  if (part.parts.length > 0) return `${part.type}[${part.parts.map(show).join(', ')}]`
  return `${part.type} ${JSON.stringify(part.text().trim())}`
}

function shown(source: string): string {
  return show(parseMessage(encoder.encode(source)))
}

const TYPE = 'Content-Type: multipart/mixed; boundary="b"\n\n'
const TWO = 'multipart/mixed[text/plain "one", text/plain "two"]'

const CASES: readonly (readonly [what: string, source: string, wanted: string])[] = [
  ['two parts', `${TYPE}--b\n\none\n--b\n\ntwo\n--b--\n`, TWO],
  ['CRLF', `${TYPE}--b\n\none\n--b\n\ntwo\n--b--\n`.replaceAll('\n', '\r\n'), TWO],
  ['CR', `${TYPE}--b\n\none\n--b\n\ntwo\n--b--\n`.replaceAll('\n', '\r'), TWO],
  ['text before and after', `${TYPE}before\n--b\n\none\n--b\n\ntwo\n--b--\nafter\n`, TWO],
  ['no end', `${TYPE}--b\n\none\n--b\n\ntwo\n`, TWO],
  ['blanks after the delimiter', `${TYPE}--b  \n\none\n--b\t\n\ntwo\n--b-- \n`, TWO],
  ['no line end at the end', `${TYPE}--b\n\none\n--b\n\ntwo\n--b--`, TWO],
  ['a boundary that begins alike', `${TYPE}--bb\n\nno\n--b\n\none\n--b\n\ntwo\n--b--\n`, TWO],
  ['delimiter within a line', `${TYPE}--b\n\none --b\n--b\n\ntwo\n--b--\n`, 'multipart/mixed[text/plain "one --b", text/plain "two"]'],
  ['parts after the end', `${TYPE}--b\n\none\n--b--\n--b\n\ntwo\n--b--\n`, TWO],
  ['boundary without quotes', `Content-Type: multipart/mixed; boundary=b\n\n--b\n\none\n--b--\n`, 'multipart/mixed[text/plain "one"]'],
  ['boundary with odd signs', 'Content-Type: multipart/mixed; boundary="=_x?y/z:1(2)"\n\n--=_x?y/z:1(2)\n\none\n--=_x?y/z:1(2)--\n',
    'multipart/mixed[text/plain "one"]'],
  ['boundary beyond ASCII', 'Content-Type: multipart/mixed; boundary="é"\n\n--é\n\none\n--é--\n', 'multipart/mixed[text/plain "one"]'],
  ['boundary named wrong', 'Content-Type: multipart/mixed; boundary="x"\n\n--b\nContent-Type: text/plain\n\none\n--b--\n',
    'multipart/mixed[text/plain "one"]'],
  ['boundary not named', 'Content-Type: multipart/mixed\n\n--b\nContent-Type: text/plain\n\none\n--b--\n', 'multipart/mixed[text/plain "one"]'],
  ['no parts at all', `${TYPE}only text\n`, 'multipart/mixed[text/plain "only text"]'],
  ['parts with headers', `${TYPE}--b\nContent-Type: text/html\n\n<p>one\n--b--\n`, 'multipart/mixed[text/html "<p>one"]'],
  ['a part without an empty line', `${TYPE}--b\nContent-Type: text/html\n--b\n\ntwo\n--b--\n`, 'multipart/mixed[text/html "", text/plain "two"]'],
  ['nested', `${TYPE}--b\nContent-Type: multipart/alternative; boundary=c\n\n--c\n\none\n--c--\n--b\n\ntwo\n--b--\n`,
    'multipart/mixed[multipart/alternative[text/plain "one"], text/plain "two"]'],
  ['inner boundary begins like the outer', `${TYPE}--b\nContent-Type: multipart/alternative; boundary=bc\n\n--bc\n\none\n--bc--\n--b\n\ntwo\n--b--\n`,
    'multipart/mixed[multipart/alternative[text/plain "one"], text/plain "two"]'],
  ['inner part is never closed', `${TYPE}--b\nContent-Type: multipart/alternative; boundary=c\n\n--c\n\none\n--b\n\ntwo\n--b--\n`,
    'multipart/mixed[multipart/alternative[text/plain "one"], text/plain "two"]'],
  ['a message within', `${TYPE}--b\nContent-Type: message/rfc822\n\nSubject: x\n\ninner\n--b--\n`,
    'multipart/mixed[message/rfc822[text/plain "inner"]]'],
  ['a message within, in base64', `${TYPE}--b\nContent-Type: message/rfc822\nContent-Transfer-Encoding: base64\n\n${btoa('Subject: x\n\ninner\n')}\n--b--\n`,
    'multipart/mixed[message/rfc822[text/plain "inner"]]'],
  ['a message labelled base64 that is none', `${TYPE}--b\nContent-Type: message/rfc822\nContent-Transfer-Encoding: base64\n\nSubject: x\n\ninner\n--b--\n`,
    'multipart/mixed[message/rfc822[text/plain "inner"]]'],
  ['headers alone', `${TYPE}--b\nContent-Type: text/rfc822-headers\n\nSubject: x\n--b--\n`,
    'multipart/mixed[text/rfc822-headers[text/plain ""]]'],
  ['digest', 'Content-Type: multipart/digest; boundary=b\n\n--b\n\nSubject: x\n\none\n--b--\n',
    'multipart/digest[message/rfc822[text/plain "one"]]'],
  ['a whole multipart in base64', `Content-Type: multipart/mixed; boundary=b\nContent-Transfer-Encoding: base64\n\n${btoa('--b\n\none\n--b\n\ntwo\n--b--\n')}\n`, TWO],
  ['a whole multipart in quoted-printable', 'Content-Type: multipart/mixed; boundary="=b"\nContent-Transfer-Encoding: quoted-printable\n\n--=3Db\n\none\n--=3Db--\n',
    'multipart/mixed[text/plain "one"]'],
  ['part in base64', `${TYPE}--b\nContent-Transfer-Encoding: base64\n\n${btoa('one')}\n--b--\n`, 'multipart/mixed[text/plain "one"]'],
  ['encoding in capitals and quotes', `${TYPE}--b\nContent-Transfer-Encoding: "BASE64"\n\n${btoa('one')}\n--b--\n`, 'multipart/mixed[text/plain "one"]'],
  ['encoding that nobody knows', `${TYPE}--b\nContent-Transfer-Encoding: x-uuencode\n\none\n--b--\n`, 'multipart/mixed[text/plain "one"]'],
  ['type that is none', 'Content-Type: plain\n\none\n', 'text/plain "one"'],
  ['type of RFC 1049', 'Content-Type: text\n\none\n', 'text/plain "one"'],
  ['type with a boundary but no name', 'Content-Type: ; boundary=b\n\n--b\n\none\n--b--\n', 'multipart/mixed[text/plain "one"]'],
  ['two types: the first counts', 'Content-Type: text/plain\nContent-Type: text/html\n\n<p>one\n', 'text/plain "<p>one"'],
  ['empty part', `${TYPE}--b\n--b\n\ntwo\n--b--\n`, 'multipart/mixed[text/plain "", text/plain "two"]'],
]

for (const [what, source, wanted] of CASES) {
  test(`tree: ${what}`, () => assert.equal(shown(source), wanted))
}

test('text is decoded by charset, HTML made readable, flowed lines joined', () => {
  const source = `${TYPE}--b\nContent-Type: text/plain; charset=iso-8859-1\nContent-Transfer-Encoding: quoted-printable\n\ncaf=E9\n` +
    '--b\nContent-Type: text/html; charset=utf-8\n\n<p>caf&eacute;</p>\n' +
    '--b\nContent-Type: text/plain; format=flowed\n\none \ntwo\n--b--\n'
  const texts = parseMessage(encoder.encode(source)).parts.map((part) => part.readableText())
  assert.deepEqual(texts, ['café', 'café', 'one two'])
})

const FILENAMES: readonly (readonly [header: string, name: string | undefined])[] = [
  ['Content-Disposition: attachment; filename="a.txt"', 'a.txt'],
  ['Content-Disposition: attachment; filename="=?utf-8?Q?caf=C3=A9.txt?="', 'café.txt'],
  ["Content-Disposition: attachment; filename*=utf-8''caf%C3%A9.txt", 'café.txt'],
  ['Content-Type: text/plain; name="b.txt"', 'b.txt'],
  ['Content-Disposition: attachment; filename="../../etc/passwd"', 'passwd'],
  ['Content-Disposition: attachment; filename="C:\\\\mail\\\\c.txt"', 'c.txt'],
  ['Content-Type: text/plain', undefined],
]

for (const [header, name] of FILENAMES) {
  test(`file name: ${header}`, () => {
    assert.equal(parseMessage(encoder.encode(`${header}\n\nx`)).filename(), name)
  })
}

function walk(part: MessagePart): number {
  return part.parts.reduce((sum, child) => sum + walk(child), 1)
}

const CAPS: readonly (readonly [problem: string, source: string, partsMax: number])[] = [
  ['parts-capped', `${TYPE}${'--b\n\nx\n'.repeat(1_000)}`, 201],
  ['depth-capped', Array.from({ length: 60 }, (_, i) => `Content-Type: multipart/mixed; boundary=n${i}\n\n--n${i}\n`).join(''), 25],
  ['depth-capped', 'Content-Type: message/rfc822\n\nSubject: x\n'.repeat(60) + '\nx', 25],
  ['boundary-capped', `Content-Type: multipart/mixed; boundary="${'b'.repeat(300)}"\n\nx`, 3],
  ['text-capped', `Content-Type: text/plain\n\n${'x'.repeat(300_000)}`, 1],
]

for (const [problem, source, partsMax] of CAPS) {
  test(`tree: over the cap, ${problem}`, () => {
    const message = parseMessage(encoder.encode(source))
    const parts = walk(message)
    message.text()
    assert.ok(parts <= partsMax, `${parts} parts`)
    assert.ok(message.problems.includes(problem), message.problems.join())
  })
}
