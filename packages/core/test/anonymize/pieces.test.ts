// What is a host, an address or an identifier, and what stands for it.

import assert from 'node:assert/strict'
import test from 'node:test'
import { replaceAddress } from '../../src/anonymize/address.ts'
import { encodeText } from '../../src/anonymize/encode-charset.ts'
import { FILLER_DOMAINS, FILLER_NAMES, FILLER_WORDS } from '../../src/anonymize/filler.ts'
import {
  isIpv4, isIpv6, looksLikeHost, registeredDomain, replaceHost, replaceIp,
} from '../../src/anonymize/hosts.ts'
import { isBlob } from '../../src/anonymize/identifiers.ts'
import { Pseudonyms } from '../../src/anonymize/pseudonyms.ts'
import { Vocabulary } from '../../src/anonymize/vocabulary.ts'
import { readBatv, readSrs, readVerp } from '../../src/smtp/return-path.ts'
import { readEncapsulatedAddress } from '../../src/smtp/encapsulated.ts'
import { decodeText } from '../../src/text/charset.ts'

const pseudonyms = new Pseudonyms('test')

const HOSTS: readonly (readonly [string, boolean])[] = [
  ['mx.contoso.com', true], ['MX1.Contoso.CO.UK', true], ['contoso.de', true], ['xn--bcher-kva.de', true],
  ['bücher.de', true], ['mx_1.contoso.net', true], ['1-2-3-4.dyn.contoso.net', true], ['server.local', true],
  ['8.14.3', false], ['5.1.1', false], ['found.It', false], ['delivered.to', false], ['main.cf', true],
  ['RESOLVER.ADR.RecipNotFound', false], ['contoso', false], ['a..b.com', false], ['report.pdf', false],
  ['x'.repeat(300) + '.com', false],
]

test('what looks like a host', () => {
  for (const [text, isHost] of HOSTS) assert.equal(looksLikeHost(text), isHost, text)
})

const REPLACED_HOSTS: readonly (readonly [string, RegExp])[] = [
  ['mx1.contoso.com', /^mx1\.[a-z]+-[\da-f]{4}\.example$/],
  ['jane-laptop.contoso.com', /^h[\da-f]{5}\.[a-z]+-[\da-f]{4}\.example$/],
  ['contoso.co.uk', /^[a-z]+-[\da-f]{4}\.example$/],
  ['gmail-smtp-in.l.google.com', /^gmail-smtp-in\.l\.google\.com$/],
  ['contoso-com.mail.protection.outlook.com', /^h[\da-f]{5}\.mail\.protection\.outlook\.com$/],
  ['4.3.2.1.zen.spamhaus.org', /^(?:h[\da-f]{5}\.){4}zen\.spamhaus\.org$/],
  ['mx.example.org', /^mx\.example\.org$/], ['relay.test', /^relay\.test$/], ['localhost', /^localhost$/],
  ['JANEPC', /^h[\da-f]{5}$/],
]

test('what stands for hosts', () => {
  for (const [host, wanted] of REPLACED_HOSTS) assert.match(replaceHost(host, pseudonyms), wanted)
  assert.equal(replaceHost('BÜCHER.de', pseudonyms), replaceHost('xn--bcher-kva.de', pseudonyms))
  assert.equal(registeredDomain('a.b.contoso.ne.jp'), 'contoso.ne.jp')
})

const IPS: readonly (readonly [string, boolean])[] = [
  ['10.0.0.1', true], ['8.8.8.8', true], ['2001:4860::8888', true], ['fe80::1', true], ['::ffff:8.8.8.8', true],
  ['1:2:3:4:5:6:7:8', true], ['256.1.1.1', false], ['1.2.3', false], ['12:30:59', false], ['a:b', false], ['::', false],
]

test('IP addresses become those of documentation', () => {
  for (const [text, isIp] of IPS) assert.equal(isIpv4(text) || isIpv6(text), isIp, text)
  assert.match(replaceIp('8.8.8.8', pseudonyms), /^(?:192\.0\.2|198\.51\.100|203\.0\.113)\.\d{1,3}$/)
  assert.match(replaceIp('2001:4860::8888', pseudonyms), /^2001:db8:/)
  assert.ok(isIpv6(replaceIp('2001:4860::8888', pseudonyms)))
  for (const kept of ['127.0.0.1', '0.0.0.0', '192.0.2.7', '::1', '2001:db8::7']) {
    assert.equal(replaceIp(kept, pseudonyms), kept)
  }
})

const of = (address: string): string => {
  const at = address.lastIndexOf('@')
  return replaceAddress(address.slice(0, at), address.slice(at + 1), pseudonyms)
}
const JANE = of('jane.doe@contoso.com')

test('addresses that carry another one still carry it', () => {
  assert.match(JANE, /^[a-z]+\.[\da-f]{6}@[a-z]+-[\da-f]{4}\.example$/)
  assert.equal(readVerp(of('news-bounces+jane.doe=contoso.com@lists.fabrikam.net')), JANE)
  assert.equal(readVerp(of('news-return-123-jane.doe=contoso.com@lists.fabrikam.net')), JANE)
  assert.equal(readVerp(of('bounce-17.4711-jane.doe=contoso.com@lists.fabrikam.net')), undefined)
  assert.ok(of('bounce-17.4711-jane.doe=contoso.com@lists.fabrikam.net').includes(JANE.replace('@', '=')))
  assert.equal(readSrs(of('SRS0=hA3b=Tq=contoso.com=jane.doe@forward.net')), JANE)
  assert.equal(readBatv(of('prvs=0891a9abd5=jane.doe@contoso.com'))?.address, JANE)
  const wrapped = readEncapsulatedAddress(of('IMCEASMTP-jane+2Edoe+40contoso+2Ecom@fabrikam.net'))
  assert.deepEqual(wrapped, { type: 'SMTP', text: JANE })
})

test('the same person under several spellings', () => {
  assert.equal(of('Jane.Doe@CONTOSO.com'), JANE)
  assert.equal(of('"jane.doe"@contoso.com'), JANE.replace(/^([^@]+)/, '"$1"'))
  assert.match(of('jane.doe+tag@contoso.com'), new RegExp(`^${JANE.slice(0, JANE.indexOf('@'))}\\+`))
  assert.equal(of('jane.doe+2Btag@contoso.com'), of('jane.doe+tag@contoso.com'))
  assert.match(of('\\x{6A}\\x{F6}rg@contoso.com'), /^\\x\{FC\}[a-z]+\.[\da-f]{6}@/)
  assert.match(of('jane@gmail.com'), /@gmail\.example$/)
  assert.match(of('jane@[8.8.8.8]'), /@\[(?:192\.0\.2|198\.51\.100|203\.0\.113)\.\d+\]$/)
})

test('roles stay roles', () => {
  assert.equal(of('mailer-daemon@googlemail.com'), 'mailer-daemon@googlemail.com')
  assert.match(of('MAILER-DAEMON@mx.contoso.com'), /^MAILER-DAEMON@mx\.[a-z]+-[\da-f]{4}\.example$/)
  assert.match(of('owner-news@contoso.com'), /^owner-.+@/)
  assert.match(of('news-request@contoso.com'), /^.+-request@/)
})

const BLOBS: readonly (readonly [string, boolean])[] = [
  ['4F3A29BC1D07', true], ['1xVdpx-000000000UJ-2VTe', true], ['3c11c83d-e0fb-940f-cc1d-14d9c44a8c61', true],
  ['dzdVyOfAKCdLXdJOc9G2q8LoXSlEniSbav+yuU4zGeeruD00lszZ', true], ['undeliverable', false],
  ['quoted-printable', false], ['text/rfc822-headers', false], ['8.14.4/8.14.4/Debian', false],
  ['TLS_ECDHE_RSA_WITH_AES_256_GCM_SHA384', false], ['internationalization', false],
]

test('what looks like an identifier', () => {
  for (const [text, is] of BLOBS) assert.equal(isBlob(text), is, text)
  const token = pseudonyms.token('AbC-123_xyz')
  assert.match(token, /^[A-Z][a-z][A-Z]-\d{3}_[a-z]{3}$/)
  assert.equal(pseudonyms.token('AbC-123_xyz'), token)
  assert.notEqual(new Pseudonyms('other').token('AbC-123_xyz'), token)
})

test('what stands for words means nothing, and keeps their case and script', () => {
  const vocabulary = new Vocabulary()
  for (const word of [...FILLER_WORDS, ...FILLER_NAMES, ...FILLER_DOMAINS]) assert.ok(!vocabulary.isKnown(word), word)
  assert.match(pseudonyms.word('Budget'), /^[A-Z][a-z]+$/)
  assert.match(pseudonyms.word('BUDGET'), /^[A-Z]+$/)
  assert.match(pseudonyms.word('смета'), /^[а-я]{5}$/)
  assert.match(pseudonyms.word('予算案'), /^[一二三四五六七八九十]{3}$/)
  assert.match(pseudonyms.word('カタログ'), /^[ァ-ン]{4}$/)
})

const CHARSETS: readonly (readonly [string, string])[] = [
  ['iso-8859-1', 'Grüße'], ['windows-1252', '“Grüße”'], ['iso-8859-2', 'Žluťoučký'], ['koi8-r', 'Привет'],
  ['windows-1251', 'Привет'], ['iso-2022-jp', '配信できません abc'], ['shift_jis', '配信ｶﾅ'], ['euc-jp', '配信'],
  ['gb2312', '无法投递'], ['gb18030', '无法投递'], ['big5', '無法投遞'], ['euc-kr', '배달 실패'], ['utf-16le', 'é漢'], ['utf-8', '😀'],
  ['us-ascii', 'plain'], ['x-nonsense', 'plain'],
]

test('text goes back into its charset', () => {
  for (const [label, text] of CHARSETS) {
    const bytes = encodeText(text, label)
    assert.ok(bytes !== undefined, label)
    assert.equal(decodeText(bytes, label), text, label)
  }
  for (const [label, text] of [['iso-8859-1', '漢'], ['euc-kr', '😀'], ['hz-gb-2312', 'é']] as const) {
    assert.equal(encodeText(text, label), undefined, label)
  }
})
