// Charsets of mail: every one that a TextDecoder knows, those it does not, and labels as mail
// writes them.

import assert from 'node:assert/strict'
import test from 'node:test'
import { decodeText } from '../../src/text/charset.ts'
import { readCharset } from '../../src/text/charset-labels.ts'

const latin = (text: string): Uint8Array => Uint8Array.from(text, (char) => char.charCodeAt(0))
const utf8 = (text: string): Uint8Array => new TextEncoder().encode(text)

/**
 * The bytes of one text in each encoding of the WHATWG Encoding standard (§4.2), and of five more.
 */
const SAMPLES: readonly (readonly [label: string, bytes: string, text: string])[] = [
  ['utf-8', 'caf\xc3\xa9', 'café'],
  ['ibm866', '\x8f\xe0\xa8\xa2\xa5\xe2', 'Привет'],
  ['iso-8859-2', '\xbb\xb5', 'ťľ'],
  ['iso-8859-3', '\xb6\xa1', 'ĥĦ'],
  ['iso-8859-4', '\xbf\xb3', 'ŋŗ'],
  ['iso-8859-5', '\xbf\xe0\xd8\xd2\xd5\xe2', 'Привет'],
  ['iso-8859-6', '\xe5\xd1\xcd', 'مرح'],
  ['iso-8859-7', '\xe1\xe2\xe3', 'αβγ'],
  ['iso-8859-8', '\xf9\xec\xe5\xed', 'שלום'],
  ['iso-8859-8-i', '\xf9\xec\xe5\xed', 'שלום'],
  ['iso-8859-10', '\xb6\xbd', 'ķ―'],
  ['iso-8859-13', '\xe0\xf0', 'ąš'],
  ['iso-8859-14', '\xf0\xde', 'ŵŶ'],
  ['iso-8859-15', '\xa4', '€'],
  ['iso-8859-16', '\xa4\xaa', '€Ș'],
  ['koi8-r', '\xf0\xd2\xc9\xd7\xc5\xd4', 'Привет'],
  ['koi8-u', '\xf0\xd2\xc9\xd7\xa6\xd4', 'Привіт'],
  ['macintosh', 'caf\x8e', 'café'],
  ['windows-874', '\xca\xc7\xd1', 'สวั'],
  ['windows-1250', '\xbe\x9e', 'ľž'],
  ['windows-1251', '\xcf\xf0\xe8\xe2\xe5\xf2', 'Привет'],
  ['windows-1252', '\x80 caf\xe9', '€ café'],
  ['windows-1253', '\xe1\xe2\xe3', 'αβγ'],
  ['windows-1254', '\xfe\xf0\xfd', 'şğı'],
  ['windows-1255', '\xf9\xec\xe5\xed', 'שלום'],
  ['windows-1256', '\xe3\xd1\xcd', 'مرح'],
  ['windows-1257', '\xe0\xf0', 'ąš'],
  ['windows-1258', '\xf0\xfe', 'đ₫'],
  ['x-mac-cyrillic', '\x8f\xf0\xe8\xe2\xe5\xf2', 'Привет'],
  ['gbk', '\xd6\xd0\xce\xc4', '中文'],
  ['gb18030', '\xd6\xd0\xce\xc4', '中文'],
  ['big5', '\xa4\xa4\xa4\xe5', '中文'],
  ['euc-jp', '\xc6\xfc\xcb\xdc', '日本'],
  ['iso-2022-jp', '\x1b$BF|K\\\x1b(B', '日本'],
  ['shift_jis', '\x93\xfa\x96\x7b', '日本'],
  ['euc-kr', '\xc7\xd1\xb1\xdb', '한글'],
  ['utf-16be', '\x00a\x20\xac', 'a€'],
  ['utf-16le', 'a\x00\xac\x20', 'a€'],
  ['utf-7', 'Gr+APwA3w-e', 'Grüße'],
  ['iso-2022-kr', '\x1b$)C\x0eGQ1[\x0f ok', '한글 ok'],
  ['hz-gb-2312', '~{VPND~} ok ~~', '中文 ok ~'],
  ['cp437', 'caf\x82 \x80', 'café Ç'],
  ['cp850', 'caf\x82 \xb5', 'café Á'],
]

for (const [label, bytes, text] of SAMPLES) {
  test(`charset ${label}`, () => assert.equal(decodeText(latin(bytes), label), text))
}

const LABELS: readonly (readonly [label: string, text: string])[] = [
  ['UTF8', 'é'], ['"utf-8"', 'é'], ["'utf-8'", 'é'], [' utf-8 ', 'é'], ['utf-8;', 'é'], ['utf-8\0', 'é'],
  ['utf-8*en', 'é'], ['charset=utf-8', 'é'], ['UTF_8', 'é'], ['unicode-1-1-utf-8', 'é'], ['utf8mb4', 'é'],
  ['us-ascii', 'é'], ['', 'é'], ['x-unknown', 'é'], ['unknown-8bit', 'é'], ['x-klingon', 'é'],
  ['iso-8859-1', 'Ã©'], ['ISO_8859_1', 'Ã©'], ['iso8859-1', 'Ã©'], ['latin1', 'Ã©'], ['cp1252', 'Ã©'],
  ['windows1252', 'Ã©'], ['win-1252', 'Ã©'], ['ansi_x3.4-1968', 'é'],
]

for (const [label, text] of LABELS) {
  test(`label ${JSON.stringify(label)}`, () => assert.equal(decodeText(utf8('é'), label), text))
}

const UNLABELLED: readonly (readonly [what: string, label: string, text: string])[] = [
  ['Shift_JIS', 'shift_jis', 'メールを送信できませんでした'],
  ['EUC-JP', 'euc-jp', 'メールを送信できませんでした'],
  ['GB 18030', 'gb18030', '您的邮件无法送达收件人，请检查地址'],
  ['EUC-KR', 'euc-kr', '메일을 보낼 수 없습니다 주소를 확인하십시오'],
  ['windows-1251', 'windows-1251', 'Ваше письмо не доставлено получателю'],
  ['KOI8-R', 'koi8-r', 'Ваше письмо не доставлено получателю'],
  ['windows-1252', 'windows-1252', 'Ihre Nachricht konnte nicht übermittelt werden: Empfänger unbekannt'],
]

for (const [what, label, text] of UNLABELLED) {
  test(`without a label: ${what}`, () => {
    const bytes = encodeBy(label, text)
    assert.equal(decodeText(bytes), text)
    assert.equal(decodeText(bytes, 'us-ascii'), text)
  })
}

/** Encodes by looking every character up in what the decoder makes of one and two bytes. */
function encodeBy(label: string, text: string): Uint8Array {
  const decoder = new TextDecoder(label)
  const known = new Map<string, number[]>()
  for (let high = 0xff; high >= 0x81; high--) {
    for (let low = 0xff; low >= 0x40; low--) known.set(decoder.decode(Uint8Array.of(high, low)), [high, low])
  }
  for (let byte = 0xff; byte >= 0; byte--) known.set(decoder.decode(Uint8Array.of(byte)), [byte])
  return Uint8Array.from([...text].flatMap((char) => known.get(char) ?? [63]))
}

test('a wrong label is noted, an unknown one too', () => {
  const problems: string[] = []
  assert.equal(decodeText(latin('caf\xe9'), 'utf-8', problems), 'café')
  assert.equal(decodeText(utf8('café'), 'x-klingon', problems), 'café')
  assert.deepEqual(problems, ['charset-damaged', 'charset-unknown'])
})

test('labels without end fill no memory and stall nothing', () => {
  for (let i = 0; i < 1_000; i++) readCharset(`x-made-up-${i}`)
  assert.equal(readCharset('x'.repeat(100_000)), undefined)
})

const ESCAPES: readonly (readonly [what: string, text: string, wanted: string])[] = [
  ['an escape left in text of another charset', '\x1b$BF|K\\\x1b(B ok', '日本 ok'],
  ['two of them', '\x1b$BF|\x1b(B-\x1b$BK\\\x1b(B', '日-本'],
  ['the older set', '\x1b$@F|K\\\x1b(J', '日本'],
  ['one that is never closed', 'ok \x1b$BF|K\\', 'ok 日本'],
  ['half-width kana', '\x1b(I6E\x1b(B', 'ｶﾅ'],
  ['colours of a terminal are none', '\x1b[31mred\x1b[0m', '\x1b[31mred\x1b[0m'],
]

for (const [what, text, wanted] of ESCAPES) {
  test(`escapes: ${what}`, () => {
    assert.equal(decodeText(latin(text), 'us-ascii'), wanted)
    assert.equal(decodeText(latin(text), 'iso-8859-1'), wanted)
  })
}
