// Hostile inputs for every parser: damaged messages, shuffled lines, noise, and words that readers
// look for.

import { gzipSync } from 'node:zlib'
import fc from 'fast-check'
import { CORPUS, listCorpusFiles, readCorpusFile } from '../conformance/corpus.ts'
import { listSamples } from '../../packages/core/test/report/webhook/samples.ts'
import { mailWith, readFixture, zip } from '../../packages/app/test/service/reports/packed.ts'
import type { WebhookBody, WebhookVendor } from '../../packages/core/src/index.ts'
import { SAMPLES } from '../runtimes/messages.ts'

/** What readers look for: a text made of these reaches further than noise. */
const TOKENS = [
  '\n', '\r\n', '\n\n', '\r', '\0', ' ', '\t', ':', ';', '=', '"', '<', '>', '(', ')', ',', '.', '@', '\\',
  '--b', '--b--', '=?utf-8?Q?', '?=', '=\n', '=3D', '&lt;', '<div>', '</', '<!--', 'Content-Type: ',
  'multipart/report; boundary=b', 'message/delivery-status', 'message/rfc822', 'text/html', 'charset=',
  'Content-Transfer-Encoding: base64', 'Final-Recipient: rfc822;', 'Action: failed', 'Status: 5.1.1',
  'Diagnostic-Code: smtp;', 'Feedback-Type: abuse', 'From ', 'From: ', 'To: ', 'Subject: ', 'Auto-Submitted:',
  '550 ', '550-', '5.1.1', '#5.1.1', '452 4.2.2 ', 'ann@example.com', 'xn--', '[192.0.2.1]', 'IPv6:2001:db8::1',
  'user unknown', 'mailbox full', 'not', 'no', 'kein', 'Postfach', 'メールボックス', '不存在', 'нет', 'لا',
  '>>> RCPT TO:', '<<< 550', 'host ', ' said: ', '(in reply to RCPT TO command)', 'SRS0=', 'prvs=', '\\x{', '+AAA-',
  '<record>', '</row>', '<!DOCTYPE x [', '<![CDATA[', ']]>', '{"policies":[', 'PK\x03\x04', '\x1f\x8b',
  '\x1b$B', '\x1b(B', '~{', '~}', '\ufeff', '\ud800', 'İ', 'ﬃ', '\u0301', '\u200f',
]

const damage = fc.record({
  at: fc.double({ min: 0, max: 1, noNaN: true }),
  cut: fc.nat(60),
  put: fc.constantFrom('', ...TOKENS),
})

export const anyBytes: fc.Arbitrary<Uint8Array> = fc.oneof(
  fc.uint8Array({ maxLength: 400 }),
  fc
    .array(fc.constantFrom(...TOKENS), { maxLength: 80 })
    .map((pieces) => Buffer.from(pieces.join(''))),
)

export const anyText: fc.Arbitrary<string> = fc.oneof(
  fc.string({ unit: 'binary', maxLength: 300 }),
  fc.array(fc.oneof(fc.constantFrom(...TOKENS), fc.string({ maxLength: 8 })), { maxLength: 60 })
    .map((pieces) => pieces.join('')),
)

/** Right by RFC 5321 §4.1.2 and RFC 6531. */
export const anyAddress: fc.Arbitrary<string> = fc.tuple(
  fc.stringMatching(/^[a-zA-Z0-9!#$%&'*+/=?^_`{|}~äé字-]{1,12}(\.[a-zA-Z0-9_+-]{1,8}){0,2}$/),
  fc.stringMatching(/^([a-zA-Zéü例][a-zA-Z0-9é例]{0,8}\.){1,3}(com|org|example)$/),
).map(([local, domain]) => `${local}@${domain}`)

/** A message that was whole once. */
export const damagedMessage: fc.Arbitrary<Uint8Array> = damaged(wholeMessages())

/** A report in sum that was whole once, plain or packed. */
export const damagedReport: fc.Arbitrary<Uint8Array> = damaged(wholeReports())

/** A body of a vendor that was whole once. */
export const damagedWebhook: fc.Arbitrary<readonly [WebhookVendor, WebhookBody]> = fc.tuple(
  fc.constantFrom(...listSamples()), fc.array(damage, { maxLength: 10 }),
).map(([{ vendor, bytes, contentType }, damages]) => {
  const text = withDamages(Buffer.from(bytes).toString('latin1'), damages)
  return [vendor, { bytes: Buffer.from(text, 'latin1'), contentType }] as const
})

/** Lines of messages in any order. */
export const shuffledMessage: fc.Arbitrary<Uint8Array> = fc.array(
  fc.constantFrom(...wholeMessages().flatMap((message) => message.split('\n'))), { maxLength: 60 },
).map((lines) => Buffer.from(lines.join('\n'), 'latin1'))

function damaged(whole: readonly string[]): fc.Arbitrary<Uint8Array> {
  return fc.tuple(fc.constantFrom(...whole), fc.array(damage, { maxLength: 10 }))
    .map(([text, damages]) => Buffer.from(withDamages(text, damages), 'latin1'))
}

type Damage = { readonly at: number; readonly cut: number; readonly put: string }

function withDamages(whole: string, damages: readonly Damage[]): string {
  let text = whole
  for (const { at, cut, put } of damages) {
    const from = Math.floor(at * text.length)
    text = text.slice(0, from) + Buffer.from(put).toString('latin1') + text.slice(from + cut)
  }
  return text
}

function wholeReports(): string[] {
  const plain = [
    'google.xml', 'microsoft.xml', 'rfc9990.xml', 'tls-google.json', 'broken-entities.xml',
  ].map(readFixture)
  const packed = [
    ...plain.map((bytes) => gzipSync(bytes)),
    zip([{ name: 'report.xml', bytes: plain[0] as Buffer }]),
    mailWith(gzipSync(plain[0] as Buffer), { type: 'application/gzip' }),
    zip([{ name: 'a.xml.gz', bytes: gzipSync(plain[1] as Buffer), isStored: true }]),
  ]
  return [...plain, ...packed].map((bytes) => bytes.toString('latin1'))
}

/**
 * Every byte as the character of its number. Of the corpora, messages that are not too long to
 * vary.
 */
function wholeMessages(): string[] {
  const own = SAMPLES.map(([, message]) => message)
  if (CORPUS === undefined) return own
  const lent = listCorpusFiles('messages').filter((_, i) => i % 5 === 0)
    .map((file) => Buffer.from(readCorpusFile('messages', file)).toString('latin1'))
  return [...own, ...lent.filter(({ length }) => length < 20_000)]
}
