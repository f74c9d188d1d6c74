// Text for terminals: what is shown instead of controls, how wide it is, how it is cut and wrapped.

import assert from 'node:assert/strict'
import { test } from 'node:test'
import { fc } from '../../../tests/fuzz/seeded.ts'
import { fitText, padText, printable, textWidth, wrapText } from '../src/cli/output/terminal-text.ts'

test('width as seen', () => {
  for (const [text, width] of [
    ['', 0], ['abc', 3], ['日本', 4], ['ｱ', 1], ['한국어', 6], ['e\u0301', 1], ['ÅÄÖ', 3], ['👍', 2], ['👩‍👩‍👧', 2],
    ['❤️', 2], ['🇩🇪', 2], ['नमस्ते', 4], ['العربية', 7], ['𠀀', 2], ['…', 1],
    ['RFC 3463 §3 – “ok”', 18], ['© 2©️', 5],
  ] as const) assert.equal(textWidth(text), width, text)
})

test('controls are shown, not obeyed', () => {
  for (const [text, shown] of [
    ['a\tb\nc\rd', 'a b c d'], ['\x1b[31m', '␛[31m'], ['\x00\x7f', '␀␡'], ['\x9b2J', '\ufffd2J'],
    ['\u202eevil\u2066', '\ufffdevil\ufffd'], ['\u{e0041}', '\ufffd\ufffd'], ['\ud800', '\ufffd'],
    ['می‌خواهم', 'می‌خواهم'], ['naïve 日本 👍', 'naïve 日本 👍'],
  ] as const) assert.equal(printable(text), shown)
})

test('nothing that steers a terminal is left, whatever comes; the length stays', () => {
  fc.assert(fc.property(fc.string({ unit: 'binary' }), (text) => {
    const shown = printable(text)
    assert.doesNotMatch(shown, /[\x00-\x1f\x7f-\x9f\u2028-\u202e\u2066-\u2069]/)
    assert.equal(shown.length, text.length)
  }))
})

test('cut texts fit and say that they are cut', () => {
  assert.equal(fitText('abcdef', 6), 'abcdef')
  assert.equal(fitText('abcdefg', 6), 'abcde…')
  assert.equal(fitText('日本語', 5), '日本…')
  assert.equal(fitText('日本語', 4), '日…')
  assert.equal(fitText('abc', 1), '…')
  assert.equal(fitText('abc', 0), '')
  fc.assert(fc.property(fc.string({ unit: 'grapheme' }), fc.nat(30), (text, width) => {
    assert.ok(textWidth(fitText(printable(text), width)) <= width)
  }))
})

test('padded texts reach their width', () => {
  assert.equal(padText('日', 4), '日  ')
  assert.equal(padText('long', 2), 'long')
})

test('wrapped texts keep their words and their width', () => {
  assert.deepEqual(wrapText('one two three', 7), ['one two', 'three'])
  assert.deepEqual(wrapText('a verylongword b', 5), ['a', 'veryl', 'ongwo', 'rd b'])
  assert.deepEqual(wrapText('at https://example.com/a', 5), ['at', 'https://example.com/a'])
  assert.deepEqual(wrapText('', 5), [''])
  assert.deepEqual(wrapText('日本語日本語', 5), ['日本', '語日', '本語'])
  fc.assert(fc.property(fc.array(fc.string({ unit: 'grapheme-ascii' })), fc.integer({ min: 2, max: 30 }), (words, width) => {
    const text = words.map((word) => word.trim()).join(' ')
    const lines = wrapText(text, width)
    assert.equal(lines.join('').replaceAll(' ', ''), text.replaceAll(' ', ''))
    for (const line of lines) assert.ok(textWidth(line) <= width)
  }))
})
