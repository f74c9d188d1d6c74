// Base64 and quoted-printable with all the damage of real mail (RFC 2045 §6.7, §6.8).

import assert from 'node:assert/strict'
import test from 'node:test'
import { fc } from '../../../../tests/fuzz/seeded.ts'
import { decodeBase64, encodeBase64 } from '../../src/text/base64.ts'
import { decodeQuotedPrintable } from '../../src/text/quoted-printable.ts'

const bytes = (text: string): Uint8Array => new TextEncoder().encode(text)
const text = (from: Uint8Array): string => new TextDecoder().decode(from)

const BASE64: readonly (readonly [what: string, input: string, wanted: string])[] = [
  ['whole', 'aGVsbG8gd29ybGQ=', 'hello world'],
  ['no padding', 'aGVsbG8gd29ybGQ', 'hello world'],
  ['too much padding', 'aGVsbG8gd29ybGQ====', 'hello world'],
  ['in lines', 'aGVs\r\nbG8g\r\nd29y\r\nbGQ=\r\n', 'hello world'],
  ['lines that break within four', 'aGVsb\nG8gd2\n9ybGQ=', 'hello world'],
  ['blanks at line ends', 'aGVs \nbG8g\t\nd29ybGQ=', 'hello world'],
  ['signs of no alphabet', 'aG!Vs#bG8g$d29y%bGQ=', 'hello world'],
  ['two encodings after each other', 'aGVsbG8=IHdvcmxk', 'hello world'],
  ['padding in the middle of a line', 'aGVsbG8=\r\nIHdvcmxk\r\n', 'hello world'],
  ['one letter left over', 'aGVsbG8gd29ybGQ=a', 'hello world'],
  ['nothing', '', ''],
  ['only padding', '====', ''],
  ['text after the end', 'aGVsbG8=\r\n-- \r\n', 'hello'],
]

const QUOTED: readonly (readonly [what: string, input: string, wanted: string])[] = [
  ['plain', 'hello world', 'hello world'],
  ['capitals', 'caf=C3=A9', 'café'],
  ['small letters', 'caf=c3=a9', 'café'],
  ['soft break', 'hel=\r\nlo', 'hello'],
  ['soft break with LF', 'hel=\nlo', 'hello'],
  ['soft break with CR', 'hel=\rlo', 'hello'],
  ['blanks after the soft break', 'hel= \t\r\nlo', 'hello'],
  ['soft break at the end', 'hello=', 'hello'],
  ['soft break and line end at the end', 'hello=\r\n', 'hello'],
  ['soft break within a character', 'caf=C3=\r\n=A9', 'café'],
  ['blanks at line ends go', 'a \t\r\nb', 'a\r\nb'],
  ['encoded blank at a line end stays', 'a=20\r\nb', 'a \r\nb'],
  ['lone equals sign', '1=1 =x', '1=1 =x'],
  ['equals sign and one digit', 'a=4', 'a=4'],
  ['equals signs in a row', 'a===3D', 'a==='],
  ['line end in bytes', 'a=0D=0Ab', 'a\r\nb'],
  ['eight-bit letters', 'café', 'café'],
  ['header of a message', 'From: a@b.test=0A=0Ahi', 'From: a@b.test\n\nhi'],
]

for (const [what, input, wanted] of BASE64) {
  test(`base64: ${what}`, () => assert.equal(text(decodeBase64(bytes(input))), wanted))
}
for (const [what, input, wanted] of QUOTED) {
  test(`quoted-printable: ${what}`, () => {
    assert.equal(text(decodeQuotedPrintable(bytes(input))), wanted)
  })
}

test('base64 gives back what was encoded', () => {
  fc.assert(fc.property(fc.uint8Array({ maxLength: 200 }), (input) => {
    assert.deepEqual(decodeBase64(bytes(encodeBase64(input))), input)
  }))
})

test('no more is decoded than asked for', () => {
  assert.equal(decodeBase64(bytes('QUJD'.repeat(1_000)), 10).length, 10)
  assert.equal(decodeQuotedPrintable(bytes('a'.repeat(1_000)), 10).length, 10)
})
