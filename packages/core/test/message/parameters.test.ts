// Parameters of Content-Type and Content-Disposition (RFC 2045 §5.1, RFC 2231) and what mail makes
// of them.

import assert from 'node:assert/strict'
import test from 'node:test'
import { assertQuick } from '../quick.ts'
import { parseParameterized } from '../../src/message/parameters.ts'

type Row = readonly [what: string, field: string, value: string, parameters: Record<string, string>]

const CASES: readonly Row[] = [
  ['none', 'text/plain', 'text/plain', {}],
  ['one', 'text/plain; charset=utf-8', 'text/plain', { charset: 'utf-8' }],
  ['quoted', 'text/plain; charset="utf-8"', 'text/plain', { charset: 'utf-8' }],
  ['several', 'a/b; x=1; y="2 3"; z=4', 'a/b', { x: '1', y: '2 3', z: '4' }],
  ['capitals', 'TEXT/Plain; CharSet=UTF-8', 'text/plain', { charset: 'UTF-8' }],
  ['no blanks', 'text/plain;charset=utf-8;format=flowed', 'text/plain', { charset: 'utf-8', format: 'flowed' }],
  ['blanks everywhere', 'text/plain ; charset = utf-8 ', 'text/plain', { charset: 'utf-8' }],
  ['semicolon at the end', 'text/plain; charset=utf-8;', 'text/plain', { charset: 'utf-8' }],
  ['semicolons in a row', 'text/plain;;; charset=utf-8;;', 'text/plain', { charset: 'utf-8' }],
  ['escaped quote', 'a/b; name="say \\"hi\\""', 'a/b', { name: 'say "hi"' }],
  ['backslash of a path', 'a/b; name="C:\\\\mail\\\\x"', 'a/b', { name: 'C:\\mail\\x' }],
  ['quote left open', 'a/b; boundary="abc', 'a/b', { boundary: 'abc' }],
  ['semicolon in quotes', 'a/b; name="x; y=z"', 'a/b', { name: 'x; y=z' }],
  ['comment', 'text/plain (plain text); charset=us-ascii (really)', 'text/plain', { charset: 'us-ascii' }],
  ['no semicolon between', 'multipart/report; report-type=delivery-status boundary="b1"', 'multipart/report',
    { 'report-type': 'delivery-status', boundary: 'b1' }],
  ['no semicolon after the type', 'text/plain charset=utf-8', 'text/plain', { charset: 'utf-8' }],
  ['first of two counts', 'a/b; x=1; x=2', 'a/b', { x: '1' }],
  ['unquoted blanks', 'a/b; filename=my file.txt', 'a/b', { filename: 'my file.txt' }],
  ['unquoted with equals signs', 'multipart/mixed; boundary=----=_Part_1=2', 'multipart/mixed',
    { boundary: '----=_Part_1=2' }],
  ['empty value', 'a/b; x=; y=1', 'a/b', { x: '', y: '1' }],
  ['a name alone', 'a/b; attachment; x=1', 'a/b', { x: '1' }],
  ['continuation', 'a/b; name*0=ab; name*1=cd', 'a/b', { name: 'abcd' }],
  ['continuation out of order', 'a/b; name*1=cd; name*0=ab', 'a/b', { name: 'abcd' }],
  ['continuation in quotes', 'a/b; name*0="a b"; name*1="c d"', 'a/b', { name: 'a bc d' }],
  ['charset', "a/b; name*=utf-8''caf%C3%A9", 'a/b', { name: 'café' }],
  ['charset and language', "a/b; name*=iso-8859-1'fr'caf%E9", 'a/b', { name: 'café' }],
  ['charset in capitals, small digits', "a/b; name*=UTF-8''caf%c3%a9", 'a/b', { name: 'café' }],
  ['charset left empty', "a/b; name*=''caf%C3%A9", 'a/b', { name: 'café' }],
  ['no quotes after the star', 'a/b; name*=caf%C3%A9', 'a/b', { name: 'café' }],
  ['charset and continuation', "a/b; name*0*=utf-8''caf%C3; name*1*=%A9%20x; name*2=.txt", 'a/b', { name: 'café x.txt' }],
  ['mixed continuation', "a/b; name*0*=utf-8''a%20; name*1=b%20; name*2*=c%20d", 'a/b', { name: 'a b%20c d' }],
  ['percent sign that means nothing', "a/b; name*=utf-8''100%", 'a/b', { name: '100%' }],
  ['plain before starred', "a/b; name=plain; name*=utf-8''starred", 'a/b', { name: 'plain' }],
  ['line breaks within', "a/b; name*=utf-8''a%0D%0Ab%00c", 'a/b', { name: 'a b c' }],
  ['a piece is missing', 'a/b; name*0=a; name*2=c', 'a/b', { name: 'a' }],
  ['name of an object', 'a/b; __proto__=1; constructor=2', 'a/b', { ['__proto__']: '1', constructor: '2' }],
  ['nothing', '', '', {}],
  ['only parameters', '; charset=utf-8', '', { charset: 'utf-8' }],
]

for (const [what, field, value, parameters] of CASES) {
  test(`parameters: ${what}`, () => {
    const read = parseParameterized(field)
    assert.equal(read.value, value)
    assert.deepEqual([...read.parameters], Object.entries(parameters))
  })
}

test('what is read once and remembered is the same the second time', () => {
  for (const field of ['text/plain; charset=utf-8', 'a/b; x=1; x=2', 'a/b; name*0=a; name*2=c']) {
    const first: string[] = []
    const second: string[] = []
    assert.deepEqual(parseParameterized(field, first), parseParameterized(field, second))
    assert.deepEqual(first, second)
  }
})

for (const piece of ['a=b;', ';', '"', '\\"', '(', 'x*0=a;', 'name*1*=%41;', '=']) {
  test(`parameters: ${piece} without end`, () => {
    assertQuick(250, () => parseParameterized('a/b; ' + piece.repeat(200_000)))
  })
}
