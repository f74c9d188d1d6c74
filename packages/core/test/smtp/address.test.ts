// Addresses as header fields and reports hold them (RFC 5321 §4.1.2, RFC 5322 §3.4, RFC 6531), and
// the form in which they are compared.

import assert from 'node:assert/strict'
import test from 'node:test'
import { assertQuick } from '../quick.ts'
import { normalizeAddress, parseAddress } from '../../src/smtp/address.ts'
import { parseAddressList } from '../../src/smtp/address-list.ts'
import { domainToAscii } from '../../src/smtp/domain.ts'
import { readEncapsulatedAddress } from '../../src/smtp/encapsulated.ts'
import { readBatv, readSrs, readVerp } from '../../src/smtp/return-path.ts'
import { decodeUnicodeEscapes, decodeXtext, encodeUnicodeEscapes, encodeXtext } from '../../src/smtp/xtext.ts'

/** `name <address>` of each mailbox. */
const shown = (value: string): string[] =>
  parseAddressList(value).map(({ name, address, group }) =>
    `${group === undefined ? '' : group + ':'}${name === undefined ? '' : name + ' '}<${address}>`)

const LISTS: readonly (readonly [value: string, wanted: readonly string[]])[] = [
  ['a@b.test', ['<a@b.test>']],
  ['<a@b.test>', ['<a@b.test>']],
  ['Alice <a@b.test>', ['Alice <a@b.test>']],
  ['"Alice, B." <a@b.test>', ['Alice, B. <a@b.test>']],
  ['"a\\"b" <a@b.test>', ['a"b <a@b.test>']],
  ['a@b.test (Alice)', ['Alice <a@b.test>']],
  ['a@b.test, c@d.test', ['<a@b.test>', '<c@d.test>']],
  ['a@b.test; c@d.test', ['<a@b.test>', '<c@d.test>']],
  ['Team: a@b.test, c@d.test;', ['Team:<a@b.test>', 'Team:<c@d.test>']],
  ['undisclosed-recipients:;', []],
  ['a@b.test, Team: c@d.test;, e@f.test', ['<a@b.test>', 'Team:<c@d.test>', '<e@f.test>']],
  ['"a b"@c.test', ['<"a b"@c.test>']],
  ['"a@evil.test"@b.test', ['<"a@evil.test"@b.test>']],
  ['<"a b"@c.test>', ['<"a b"@c.test>']],
  ['a @ b . test', ['<a@b.test>']],
  ['<@x.test,@y.test:a@b.test>', ['<a@b.test>']],
  ['<@x.test:a@b.test>', ['<a@b.test>']],
  ['a@[192.0.2.1]', ['<a@[192.0.2.1]>']],
  ['a@[IPv6:2001:db8::1]', ['<a@[IPv6:2001:db8::1]>']],
  ['<a@b.test><c@d.test>', ['<a@b.test>', '<c@d.test>']],
  ['Alice a@b.test', ['Alice <a@b.test>']],
  ['<mailto:a@b.test>', ['<a@b.test>']],
  ["'a@b.test'", ['<a@b.test>']],
  ['Alice <a@b.test', ['Alice <a@b.test>']],
  ['<<a@b.test>>', ['<a@b.test>']],
  ['a(comment)@b.test', ['comment <a@b.test>']],
  ['(nested (comments)) a@b.test', ['nested (comments) <a@b.test>']],
  ['=?utf-8?q?victim=40x.test=3E?= <a@b.test>', ['=?utf-8?q?victim=40x.test=3E?= <a@b.test>']],
  ['=?utf-8?q?a=40b.test?=', ['=?utf-8?q?a=40b.test?= <>']],
  ['<>', ['<>']],
  ['Mail Delivery System <>', ['Mail Delivery System <>']],
  ['', []],
  [',,,', []],
  ['δοκιμή@παράδειγμα.test', ['<δοκιμή@παράδειγμα.test>']],
  ['..a.@docomo.example', ['<..a.@docomo.example>']],
]

for (const [value, wanted] of LISTS) {
  test(`address list: ${value}`, () => assert.deepEqual(shown(value), wanted))
}

/** Pairs that are the same address or not. */
const PAIRS: readonly (readonly [a: string, b: string, same: boolean])[] = [
  ['a@B.Test', 'a@b.test', true], ['A@b.test', 'a@b.test', false], ['a@b.test.', 'a@b.test', true],
  [' <a@b.test> ', 'a@b.test', true], ['"a@b.test"', 'a@b.test', true], ['Alice <a@b.test>', 'a@b.test', true],
  ['a@müller.test', 'a@xn--mller-kva.test', true], ['a@MÜLLER.test', 'a@xn--mller-kva.test', true],
  ['a@mu\u0308ller.test', 'a@xn--mller-kva.test', true], ['a@ｂ.test', 'a@b.test', true],
  ['a@b。test', 'a@b.test', true], ['a@faß.test', 'a@fass.test', false], ['a@faß.test', 'a@xn--fa-hia.test', true],
  ['é@b.test', 'e\u0301@b.test', true], ['a.b@c.test', 'ab@c.test', false], ['a+x@c.test', 'a@c.test', false],
  ['a@[192.0.2.1]', 'a@192.0.2.1', false], ['"a b"@c.test', 'a b@c.test', false],
  ['ı@b.test', 'i@b.test', false], ['a@\u00adb.test', 'a@b.test', true],
  ['a@例え.テスト', 'a@xn--r8jz45g.xn--zckzah', true], ['a@xn--R8JZ45G.xn--zckzah', 'a@xn--r8jz45g.xn--zckzah', true],
]

for (const [a, b, same] of PAIRS) {
  test(`${a} ${same ? 'is' : 'is not'} ${b}`, () => {
    assert.equal(normalizeAddress(a) === normalizeAddress(b), same, `${normalizeAddress(a)} ${normalizeAddress(b)}`)
  })
}

test('what is no address has no two halves', () => {
  for (const text of ['', 'alice', '@b.test', 'a@', 'a@b@c.test']) assert.equal(parseAddress(text), undefined, text)
})

test('the test vectors of Punycode (RFC 3492 §7.1)', () => {
  const vectors = [
    ['他们为什么不说中文', 'xn--ihqwcrb4cv8a8dqg056pqjye'],
    ['pročprostěnemluvíčesky', 'xn--proprostnemluvesky-uyb24dma41a'], ['なぜみんな日本語を話してくれないのか', 'xn--n8jok5ay5dzabd5bym9f0cm5685rrjetr6pdxa'],
    ['почемужеонинеговорятпорусски', 'xn--b1abfaaepdrnnbgefbadotcwatmq2g4l'], ['3年b組金八先生', 'xn--3b-ww4c5e180e575a65lsy2b'],
  ] as const
  for (const [name, ascii] of vectors) assert.equal(domainToAscii(name), ascii)
})

const XTEXT: readonly (readonly [encoded: string, text: string | undefined])[] = [
  ['a+2Bb+3Dc', 'a+b=c'], ['a+2bb', 'a+b'], ['plain@b.test', 'plain@b.test'], ['+', undefined], ['+G1', undefined],
  ['+2', undefined], ['caf+C3+A9', 'café'],
]

for (const [encoded, text] of XTEXT) {
  test(`xtext: ${encoded}`, () => {
    assert.equal(decodeXtext(encoded), text)
    if (text !== undefined) assert.equal(decodeXtext(encodeXtext(text)), text)
  })
}

const ESCAPES: readonly (readonly [escaped: string, text: string])[] = [
  ['user\\x{2B}tag@ex.test', 'user+tag@ex.test'], ['\\x{4E2D}\\x{6587}@\\x{4F8B}.test', '中文@例.test'],
  ['\\x{1F389}@b.test', '🎉@b.test'], ['\\x{D800}@b.test', '\\x{D800}@b.test'], ['\\x{110000}@b.test', '\\x{110000}@b.test'],
  ['\\x{}@b.test', '\\x{}@b.test'], ['\\x{41@b.test', '\\x{41@b.test'], ['\\x{0041}@b.test', 'A@b.test'], ['\\x{00}@b.test', '\\x{00}@b.test'],
]

for (const [escaped, text] of ESCAPES) {
  test(`utf-8 address: ${escaped}`, () => assert.equal(decodeUnicodeEscapes(escaped), text))
}

test('the seven-bit form of an address is ASCII and reads back', () => {
  for (const address of ['中文@例.test', 'a+b=c\\d@e.test', 'é 🎉@b.test']) {
    const encoded = encodeUnicodeEscapes(address)
    assert.match(encoded, /^[!-~]+$/)
    assert.equal(decodeUnicodeEscapes(encoded), address)
  }
})

type Paths = readonly [
  address: string,
  batv?: string | undefined,
  srs?: string | undefined,
  verp?: string,
]

const PATHS: readonly Paths[] = [
  ['prvs=0891a9abd5=test@example.com', 'test@example.com'],
  ['PRVS=0891a9abd5=test@example.com', 'test@example.com'],
  ['btv1==0123abcd==test@example.com', 'test@example.com'],
  ['msprvs1=17a6xyz=test@example.com', 'test@example.com'],
  ['SRS0=HHH1=TT=example.com=alice@fwd.test', undefined, 'alice@example.com'],
  ['srs0=hhh1=tt=example.com=alice@fwd.test', undefined, 'alice@example.com'],
  ['SRS0+HHH1=TT=example.com=alice@fwd.test', undefined, 'alice@example.com'],
  ['SRS1=HHH2=fwd.test==HHH1=TT=example.com=alice@fwd2.test', undefined, 'alice@example.com'],
  ['list-bounces+alice=example.com@list.test', undefined, undefined, 'alice@example.com'],
  ['list-return-123-alice=example.com@list.test', undefined, undefined, 'alice@example.com'],
  ['bounce+alice==a==example.com==list@list.test', undefined, undefined, 'alice@example.com'],
  ['list-bounces+a+b=example.com@list.test', undefined, undefined, 'a+b@example.com'],
  ['alice@example.com'], ['a=b@example.com'], ['prvs=x@example.com'], ['SRS0=only@fwd.test'], ['prvs=@b.test'],
]

for (const [address, batv, srs, verp] of PATHS) {
  test(`return path: ${address}`, () => {
    assert.equal(readBatv(address)?.address, batv)
    assert.equal(readSrs(address), srs)
    assert.equal(readVerp(address), verp)
  })
}

test('addresses that Exchange wrapped', () => {
  assert.deepEqual(readEncapsulatedAddress('IMCEASMTP-alice+40example+2Ecom@gw.test'), { type: 'SMTP', text: 'alice@example.com' })
  assert.deepEqual(readEncapsulatedAddress('IMCEAEX-_O=ORG_OU=SITE_CN=RECIPIENTS_CN=ALICE@gw.test'),
    { type: 'EX', text: '/O=ORG/OU=SITE/CN=RECIPIENTS/CN=ALICE' })
  assert.equal(readEncapsulatedAddress('alice@example.com'), undefined)
})

for (const piece of ['(', '"', '<', 'a@', 'a@b.c, ', 'g:', '\\', '[', '@', ',', 'a b ', '<a@b.c>']) {
  test(`address list: ${piece} without end`, () => {
    assertQuick(250, () => assert.ok(parseAddressList(piece.repeat(100_000)).length <= 500))
  })
}
