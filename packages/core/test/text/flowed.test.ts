// format=flowed (RFC 3676): paragraphs, quotes, signatures, stuffed lines, DelSp.

import assert from 'node:assert/strict'
import test from 'node:test'
import { flowedToText } from '../../src/text/flowed.ts'

const CASES: readonly (readonly [what: string, text: string, wanted: string, deleteSpace?: boolean])[] = [
  ['fixed lines stay', 'a\nb\n', 'a\nb\n'],
  ['flowed lines join', 'one \ntwo \nthree\n', 'one two three\n'],
  ['an empty line ends a paragraph', 'one \n\ntwo', 'one \ntwo'],
  ['signature marks never join', 'text \n-- \nBob', 'text \n-- \nBob'],
  ['a signature mark in a quote', '> -- \n> Bob', '> -- \n> Bob'],
  ['quotes join within their depth', '> one \n> two\n>> deep', '> one two\n>> deep'],
  ['depth ends a paragraph', '> one \ntwo', '> one \ntwo'],
  ['stuffed lines lose their space', ' From here\n >no quote', 'From here\n>no quote'],
  ['DelSp takes the space away', '日本 \n語', '日本語', true],
  ['DelSp within words', 'a@b. \nexample', 'a@b.example', true],
  ['flowed to the end', 'one \ntwo ', 'one two '],
  ['one space only', ' ', ''],
  ['nothing', '', ''],
]

for (const [what, text, wanted, deleteSpace] of CASES) {
  test(`flowed: ${what}`, () => assert.equal(flowedToText(text, deleteSpace), wanted))
}
