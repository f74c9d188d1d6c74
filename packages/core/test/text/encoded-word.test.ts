// Encoded words as real mail has them (RFC 2047, RFC 2231 §5): joined, split within characters,
// mislabelled, left open, in quotes.

import assert from 'node:assert/strict'
import test from 'node:test'
import { decodeEncodedWords } from '../../src/text/encoded-word.ts'

const CASES: readonly (readonly [what: string, value: string, wanted: string])[] = [
  ['nothing to decode', 'Hello world', 'Hello world'],
  ['Q', '=?iso-8859-1?Q?Gr=FC=DFe?=', 'Grüße'],
  ['Q with underscores', '=?utf-8?Q?May_offers_of_=E2=82=AC?=', 'May offers of €'],
  ['B', '=?utf-8?B?R3LDvMOfZQ==?=', 'Grüße'],
  ['B without padding', '=?utf-8?B?R3LDvMOfZQ?=', 'Grüße'],
  ['B with blanks within', '=?utf-8?B?R3LD vMOf ZQ==?=', 'Grüße'],
  ['lower case encoding', '=?utf-8?q?caf=c3=a9?=', 'café'],
  ['charset in capitals', '=?UTF-8?Q?caf=C3=A9?=', 'café'],
  ['language after the charset', '=?utf-8*de?Q?Gr=C3=BC=C3=9Fe?=', 'Grüße'],
  ['blank between words goes', '=?utf-8?Q?a?= =?utf-8?Q?b?=', 'ab'],
  ['several blanks go too', '=?utf-8?Q?a?=  \t =?utf-8?Q?b?=', 'ab'],
  ['words without any blank', '=?utf-8?Q?a?==?utf-8?Q?b?=', 'ab'],
  ['blank before text stays', '=?utf-8?Q?a?= b', 'a b'],
  ['text around', 'Re: =?utf-8?Q?caf=C3=A9?= (1)', 'Re: café (1)'],
  ['glued to text', 'Re:=?utf-8?Q?caf=C3=A9?=!', 'Re:café!'],
  ['character split between Q words', '=?utf-8?Q?caf=C3?= =?utf-8?Q?=A9?=', 'café'],
  ['character split between B words', '=?utf-8?B?w6nD?= =?utf-8?B?qQ==?=', 'éé'],
  ['four bytes split', '=?utf-8?Q?=F0=9F?= =?utf-8?Q?=8E=89?=', '🎉'],
  ['Japanese split within a shift', '=?iso-2022-jp?B?GyRCRnxLXA==?= =?iso-2022-jp?B?OGwbKEI=?=', '日本語'],
  ['two charsets next to each other', '=?utf-8?Q?=C3=A9?= =?iso-8859-1?Q?=E9?=', 'éé'],
  ['wrong charset: UTF-8 in truth', '=?us-ascii?Q?caf=C3=A9?=', 'café'],
  ['wrong charset: Latin-1 in truth', '=?utf-8?Q?caf=E9?=', 'café'],
  ['unknown charset', '=?x-klingon?Q?caf=C3=A9?=', 'café'],
  ['empty word', '=?utf-8?Q??=', ''],
  ['empty word between words', '=?utf-8?Q?a?= =?utf-8?Q??= =?utf-8?Q?b?=', 'ab'],
  ['question mark within Q', '=?utf-8?Q?what=3F?=', 'what?'],
  ['unencoded blank within Q', '=?utf-8?Q?May offers?=', 'May offers'],
  ['unencoded letters beyond ASCII', '=?utf-8?Q?café?=', 'café'],
  ['lone equals sign', '=?utf-8?Q?1=1?=', '1=1'],
  ['equals sign at the end', '=?utf-8?Q?a=?=', 'a='],
  ['not closed', '=?utf-8?Q?caf=C3=A9', '=?utf-8?Q?caf=C3=A9'],
  ['not closed, then closed', '=?utf-8?Q?a =?utf-8?Q?b?=', 'a =?utf-8?Q?b'],
  ['no such encoding', '=?utf-8?X?abc?=', '=?utf-8?X?abc?='],
  ['no charset', '=??Q?abc?=', 'abc'],
  ['half a word', '=?utf-8?=', '=?utf-8?='],
  ['in quotes', '"=?utf-8?Q?caf=C3=A9?=" <a@b.test>', '"café" <a@b.test>'],
  ['an address is only text', '=?utf-8?Q?victim=40x.test=3E?= <a@b.test>', 'victim@x.test> <a@b.test>'],
  ['line breaks within', '=?utf-8?Q?a=0D=0ABcc:_b?=', 'a Bcc: b'],
  ['NUL within', '=?utf-8?Q?a=00b?=', 'a b'],
  ['UTF-7', '=?utf-7?Q?Gr+APw-+AN8-e?=', 'Grüße'],
  ['KOI8-R', '=?koi8-r?B?8NLJ18XU?=', 'Привет'],
  ['GB 2312', '=?gb2312?B?1tDOxA==?=', '中文'],
  ['Big5', '=?big5?B?pKSk5Q==?=', '中文'],
  ['EUC-KR', '=?euc-kr?B?x9Gx2w==?=', '한글'],
  ['Shift_JIS', '=?shift_jis?B?k/qWew==?=', '日本'],
  ['windows-1251', '=?windows-1251?Q?=CF=F0=E8=E2=E5=F2?=', 'Привет'],
]

for (const [what, value, wanted] of CASES) {
  test(`encoded word: ${what}`, () => assert.equal(decodeEncodedWords(value), wanted))
}

test('more words than the cap are left as they are, and that is noted', () => {
  const problems: string[] = []
  const text = decodeEncodedWords('=?utf-8?Q?a?= '.repeat(150), problems)
  assert.ok(text.startsWith('a'.repeat(100)))
  assert.ok(text.includes('=?utf-8?Q?a?='))
  assert.deepEqual(problems, ['encoded-words-capped'])
})
