// ISO-2022-JP as mail writes it (RFC 1468): escapes that follow each other, decoders used again.

import assert from 'node:assert/strict'
import test from 'node:test'
import { decodeText } from '../../src/text/charset.ts'
import { decodeEncodedWords } from '../../src/text/encoded-word.ts'

const WORD = '=?ISO-2022-JP?B?GyRCJUYlOSVIGyhC?='

const CASES: readonly (readonly [what: string, text: string, decoded: string])[] = [
  ['one word', '\x1b$B%F%9%H\x1b(B', 'テスト'],
  ['two words joined', '\x1b$B%F%9%H\x1b(B\x1b$B%F%9%H\x1b(B', 'テストテスト'],
  ['three escapes in a row', 'a\x1b(B\x1b$@\x1b$B%F%9%H\x1b(Bb', 'aテストb'],
  ['no escape', 'plain', 'plain'],
]

for (const [what, text, decoded] of CASES) {
  test(`iso-2022-jp: ${what}`, () => {
    const bytes = Buffer.from(text, 'latin1')
    assert.equal(decodeText(bytes, 'iso-2022-jp'), decoded)
    assert.equal(decodeText(bytes, 'iso-2022-jp'), decoded, 'the second time too')
  })
}

test('iso-2022-jp: encoded words that stand in a row', () => {
  assert.equal(decodeEncodedWords(`Re: ${WORD}\n ${WORD}`), 'Re: テストテスト')
})
