// No bytes make the anonymizer throw or stall, and no name gets through, wherever it is put.

import assert from 'node:assert/strict'
import test from 'node:test'
import { fc } from '../../../../tests/fuzz/seeded.ts'
import { createAnonymizer } from '../../src/anonymize/anonymize.ts'
import { parseMessage } from '../../src/message/parse.ts'
import type { MessagePart } from '../../src/message/types.ts'
import { assertQuick } from '../quick.ts'
import { dsn } from '../report/messages.ts'


const { anonymize } = createAnonymizer({ seed: 'fuzz' })
const encoder = new TextEncoder()
const decoder = new TextDecoder()

test('any bytes', () => {
  fc.assert(fc.property(fc.uint8Array({ maxLength: 2_000 }), (bytes) => {
    anonymize(bytes)
  }), { numRuns: 300 })
})

const TOKENS = ['\n', '\n\n', '--b1', '--b1--', ':', ';', '<', '>', '@', '(', '"', '\\x{', '\0', '=', '\r', '%40', '=?utf-8?Q?',
  '?=', '/CN=', 'boundary="', 'Content-Type: message/rfc822', 'Content-Transfer-Encoding: base64', '://', ' ', '\t', '[', '::']

test('damaged reports', () => {
  const edit = fc.record({ at: fc.nat(2_000), cut: fc.nat(40), put: fc.constantFrom(...TOKENS) })
  fc.assert(fc.property(fc.array(edit, { maxLength: 12 }), (edits) => {
    let text = dsn()
    for (const { at, cut, put } of edits) text = text.slice(0, at) + put + text.slice(at + cut)
    anonymize(encoder.encode(text))
  }), { numRuns: 500 })
})

/** Places in a report that a name may stand at. */
const PLACES: readonly ((name: string) => string)[] = [
  (name) => dsn({ human: `Not delivered to <${name}>.\n` }),
  (name) => dsn({ human: `${name}: user unknown\n\n(${name})[${name}]"${name}"'${name}',${name};${name}\n` }),
  (name) => dsn({ status: `Reporting-MTA: dns; mx.test\n\nFinal-Recipient: rfc822;${name}\nAction: failed\nStatus: 5.1.1\n` }),
  (name) => dsn({ headers: `Return-Path: <${name}>\nFrom: ${name}\nX-Failed-Recipients: ${name}, ${name}` }),
  (name) => dsn({ returned: `From: Somebody <${name}>\nTo: ${name}\nSubject: to ${name}\nMessage-ID: <x.${name}>\n\nDear ${name}!\n` }),
  (name) => dsn({ human: `see http://www.test/?u=${name.replace('@', '%40')} and mailto:${name}\n` }),
  (name) => dsn({ humanType: 'Content-Type: text/html', human: `<p title="${name}">&lt;${name}&gt; <b>${name}</b></p>` }),
  (name) => dsn({ humanType: 'Content-Type: text/plain\nContent-Transfer-Encoding: base64', human: btoa(`To ${name}.`) }),
  (name) => `From: a@b.test\nSubject: =?utf-8?B?${btoa(name)}?=\n\nprvs=0123456789=${name} list+${name.replace('@', '=')}@lists.test\n`,
]

const word = fc.stringMatching(/^[b-df-hj-np-tv-z]{6,9}$/)
const name = fc.tuple(word, fc.constantFrom('.', '_', '-', ''), word, word, fc.constantFrom('com', 'net', 'de', 'co.uk', 'info'))
  .map(([first, sign, last, domain, tld]) => ({ address: `${first}${sign}${last}@${domain}.${tld}`, pieces: [first + sign + last, domain] }))

function shown(part: MessagePart): string {
  const fields = part.fields().map(({ name: field }) => part.headerText(field) ?? '')
  return [...fields, part.parts.length === 0 ? part.text() : '', ...part.parts.map(shown)].join('\n')
}

test('a name is found wherever it stands', () => {
  fc.assert(fc.property(name, fc.nat(PLACES.length - 1), ({ address, pieces }, place) => {
    const anonymous = anonymize(encoder.encode(PLACES[place]?.(address)))
    const text = `${decoder.decode(anonymous)}\n${shown(parseMessage(anonymous))}`.toLowerCase()
    for (const piece of pieces) assert.ok(!text.includes(piece), `${piece} in ${text}`)
  }), { numRuns: 500 })
})

const MANY = 200_000
const HOSTILE: readonly (readonly [string, string])[] = [
  ['addresses', 'a@b.com '.repeat(MANY)], ['signs', '@'.repeat(MANY)], ['dots', 'a.'.repeat(MANY)], ['quotes', '"'.repeat(MANY)],
  ['encoded words', 'Subject: ' + '=?utf-8?Q?'.repeat(MANY)], ['brackets', '<'.repeat(MANY)], ['links', 'http://a/'.repeat(MANY)],
  ['directory names', '/CN='.repeat(MANY)], ['boundaries', 'boundary='.repeat(MANY)], ['folds', `X: a\n${' b\n'.repeat(MANY)}`],
  ['keys', 'a='.repeat(MANY)], ['colons', ':'.repeat(MANY)], ['one word', 'x'.repeat(MANY * 5)], ['ids', 'id '.repeat(MANY)],
  ['names', Array.from({ length: 20_000 }, (_, i) => `To: Nnn${i} <n${i}@x${i}.com>\n`).join('')],
]

for (const [what, text] of HOSTILE) {
  test(`hostile: ${what}`, () => {
    for (const message of [`${text}\n\nx\n`, `From: a@b.com\n\n${text}`, dsn({ human: text })]) {
      const bytes = encoder.encode(message)
      assertQuick(3_000, () => anonymize(bytes))
    }
  })
}
