// HTML to text: breaks where a browser has them, references, what is hidden, and markup that is
// none.

import assert from 'node:assert/strict'
import test from 'node:test'
import { assertQuick } from '../quick.ts'
import { htmlToText, looksLikeHtml } from '../../src/text/html.ts'

const CASES: readonly (readonly [what: string, html: string, wanted: string])[] = [
  ['text alone', 'hello', 'hello'],
  ['paragraphs', '<p>one</p><p>two</p>', 'one\n\ntwo'],
  ['line breaks', 'one<br>two<br/>three<BR />four', 'one\ntwo\nthree\nfour'],
  ['blocks', '<div>one</div><div>two</div>', 'one\ntwo'],
  ['white space folds', 'one\n  two\t three', 'one two three'],
  ['preformatted text does not', '<pre>one\n  two</pre>', 'one\n  two'],
  ['inline elements do not break', 'a<b>b</b><i>c</i>', 'abc'],
  ['blanks between inline elements', '<b>a</b> <i>b</i>', 'a b'],
  ['table cells', '<table><tr><td>a</td><td>b</td></tr><tr><td>c</td></tr></table>', 'a\tb\nc'],
  ['list items', '<ul><li>a</li><li>b</li></ul>', 'a\nb'],
  ['references by name', '&lt;a@b.test&gt; &amp; caf&eacute; &nbsp;x', '<a@b.test> & café  x'],
  ['references by number', '&#233;&#xE9;&#x20AC;', 'éé€'],
  ['references of windows-1252', '&#128;&#146;', '€’'],
  ['references without a semicolon', 'a &amp b &copy 2024', 'a & b © 2024'],
  ['unknown references stay', '&bogus; &', '&bogus; &'],
  ['references out of range', '&#0;&#xD800;&#x110000;', '\ufffd\ufffd\ufffd'],
  ['scripts and styles are hidden', '<style>td{x:y}</style>a<script>if (a<b) {}</script>b', 'ab'],
  ['titles are hidden', '<html><head><title>x</title></head><body>a</body></html>', 'a'],
  ['comments are hidden', 'a<!-- <p>x</p> -->b', 'ab'],
  ['a comment that is never closed', 'a<!-- b', 'a<!-- b'],
  ['conditional comments', '<!--[if mso]><p>x</p><![endif]-->a', 'a'],
  ['an address in brackets', 'to <user@example.com> now', 'to <user@example.com> now'],
  ['a lone bracket', '1 < 2 and 3 > 2', '1 < 2 and 3 > 2'],
  ['a tag that is never closed', 'a <b', 'a <b'],
  ['greater-than in an attribute', '<a title="x > y">link</a>', 'link'],
  ['quotes left open', '<a title="x>link</a> after', 'link after'],
  ['attributes without quotes', '<a href=mailto:a@b.test>link</a>', 'link'],
  ['self-closing unknown tags', 'a<o:p/>b<foo-bar>c</foo-bar>', 'abc'],
  ['capitals', '<P>one</P><P>two</P>', 'one\n\ntwo'],
  ['nothing', '', ''],
]

for (const [what, html, wanted] of CASES) {
  test(`html: ${what}`, () => assert.equal(htmlToText(html), wanted))
}

test('pages are told from text', () => {
  for (const page of ['<html><body>a', '  <!DOCTYPE html><p>a', '\n<HTML>a']) assert.ok(looksLikeHtml(page))
  for (const text of ['a', '<user@example.com> is unknown', 'see <html>', '']) assert.ok(!looksLikeHtml(text))
})

for (const bomb of ['<', '<a "', '<!--', '&', '&#', '<script>', '<td>', '</', '<p ', '&lt;', '<a href=\'']) {
  test(`html: ${bomb} without end takes linear time`, () => {
    assertQuick(250, () => htmlToText(bomb.repeat(100_000)))
  })
}
