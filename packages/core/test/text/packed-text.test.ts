// Texts come back from their packed form.

import assert from 'node:assert/strict'
import test from 'node:test'
import { readText } from '../../src/text/read-text.ts'
import { packText } from '../../src/text/write-text.ts'

const SENTENCE = 'The mailbox of the recipient is full. '

test('texts of any length and script come back', () => {
  const texts = ['', 'a', 'abab', 'aaaaaaaaaaaaaaaa', 'two\nlines', 'почтовый ящик, 邮箱, 📫']
  for (const text of [...texts, texts.join(' ').repeat(40)]) {
    assert.equal(readText(packText(text)), text)
  }
})

test('what repeats itself takes little room', () => {
  const packed = packText(SENTENCE.repeat(100))
  assert.equal(readText(packed), SENTENCE.repeat(100))
  assert.ok(packed.length < 4 * SENTENCE.length, packed)
})
