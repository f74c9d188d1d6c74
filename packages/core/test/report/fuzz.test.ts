// No input makes a reader throw or stall: damaged reports, shuffled lines, noise.

import assert from 'node:assert/strict'
import test from 'node:test'
import { fc } from '../../../../tests/fuzz/seeded.ts'
import { assertQuick } from '../quick.ts'
import { parseMessage } from '../../src/message/parse.ts'
import { readSpoken } from '../../src/report/plain/human.ts'
import { scanHuman } from '../../src/report/plain/scan.ts'
import { readReport } from '../../src/report/read.ts'
import { dsn } from './messages.ts'

const encoder = new TextEncoder()
const samples = [
  dsn(),
  dsn({ statusHeader: 'Content-Type: message/feedback-report', status: 'Feedback-Type: abuse\n' }),
  dsn({
    statusHeader: 'Content-Type: message/disposition-notification',
    status: 'Disposition: a; displayed\n',
  }),
  'From: a@b.test\nSubject: Automatic reply: x\n\nAway\n',
]
const tokens = [
  '\n',
  '\n\n',
  '--b1',
  '--b1--',
  ':',
  ';',
  '<',
  '>',
  '@',
  '(',
  '"',
  '\\x{',
  '\0',
  '=',
  '\r',
  'Final-Recipient:',
  'Action: failed',
  'Status:',
  'Content-Type: message/rfc822',
  ' ',
  '>>> RCPT',
  '<<< 550',
]

const edit = fc.record({ at: fc.nat(2_000), cut: fc.nat(40), put: fc.constantFrom(...tokens) })

test('damaged reports are read without throwing', () => {
  fc.assert(
    fc.property(fc.constantFrom(...samples), fc.array(edit, { maxLength: 12 }), (sample, edits) => {
      let text = sample
      for (const { at, cut, put } of edits) text = text.slice(0, at) + put + text.slice(at + cut)
      const read = readReport(parseMessage(encoder.encode(text)), {
        headers: ['__proto__', 'subject'],
      })
      for (const recipient of read?.recipients ?? []) {
        for (const value of Object.values(recipient)) assert.notEqual(value, '')
      }
    }),
    { numRuns: 1_000 },
  )
})

test('shuffled lines and noise are read without throwing', () => {
  const lines = samples.flatMap((sample) => sample.split('\n'))
  fc.assert(
    fc.property(
      fc.array(fc.oneof(fc.constantFrom(...lines), fc.string()), { maxLength: 60 }),
      (picked) => {
        readReport(parseMessage(encoder.encode(picked.join('\n'))))
      },
    ),
    { numRuns: 1_000 },
  )
})

const MANY = 20_000
const HOSTILE: readonly (readonly [string, string])[] = [
  [
    'recipients without end',
    dsn({ status: 'Final-Recipient: rfc822; a@b.c\nAction: failed\n\n'.repeat(MANY) }),
  ],
  [
    'different recipients without end',
    dsn({
      status: Array.from(
        { length: 5_000 },
        (_, i) => `Final-Recipient: rfc822; a${i}@b.c\nAction: failed\n\n`,
      ).join(''),
      human: Array.from({ length: 5_000 }, (_, i) => `<a${i}@b.c>: 550 no\n\n`).join(''),
    }),
  ],
  [
    'one field without end',
    dsn({ status: `Diagnostic-Code: smtp; 550\n${' more\n'.repeat(MANY)}` }),
  ],
  ['addresses without end', dsn({ human: 'a@a.'.repeat(MANY) })],
  ['brackets without end', dsn({ status: `Final-Recipient: ${'<'.repeat(MANY)}` })],
  ['dots without end', dsn({ status: `Final-Recipient: a@b${'.'.repeat(900)}\nAction: failed` })],
  [
    'transcript without end',
    dsn({ human: `alice@customer.example\n${'>>> RCPT <<< '.repeat(MANY)}` }),
  ],
  [
    'boundaries in a hidden report',
    dsn({
      statusHeader: 'X: y',
      status: `Reporting-MTA: x\n${'Action: failed\n--x\n'.repeat(MANY)}`,
    }),
  ],
]

for (const [what, text] of HOSTILE) {
  test(`hostile: ${what}`, () => {
    const bytes = encoder.encode(text)
    assertQuick(250, () => {
      const read = readReport(parseMessage(bytes))
      assert.ok((read?.recipients.length ?? 0) <= 1_000)
    })
  })
}

/** Repeated without end in the text of a bounce: each is something that readers look for. */
const PIECES: readonly string[] = [
  'a@b.test ',
  '<a@b.test>: 550 no\n\n',
  'Recipient: a@b.test\n',
  'could not be delivered to a@b.test. ',
  '550 5.1.1 ',
  '>>> RCPT To:<a@b.test>\n<<< 550 no\n',
  'expanded from a@b.test ',
  'Reason:\n',
  '\n',
  'following address(es) failed:\n  a@b.test\n',
  '"emailAddress":"a@b.test","diagnosticCode":"550 x"',
  '<',
  '"',
  '(',
  '@',
  'a@',
  '@a',
  ' @ ',
  '. a@b.test',
  'message',
  '宛先: a@b.test',
  'From: x\nTo: y\n\n',
  'original message ',
  'Status: 5.1.1\n',
  '配信できませんでした',
  '5.1.',
  '\t',
  'a@b.test, ',
]
const DAEMON =
  'Return-Path: <>\nFrom: MAILER-DAEMON@x.test\nSubject: Undelivered Mail Returned to Sender\n'

for (const piece of PIECES) {
  test(`a bounce of ${JSON.stringify(piece)} without end`, () => {
    for (const type of ['text/plain', 'text/html']) {
      const text = piece.repeat(Math.ceil(200_000 / piece.length))
      const message = `${DAEMON}Content-Type: ${type}; charset=utf-8\n\n${text}`
      assertQuick(500, () => readReport(parseMessage(encoder.encode(message))), type)
    }
  })
}

test('looking recipients up is linear in text and recipients', () => {
  const human = scanHuman('<a@b.test>: 550 no\n'.repeat(3_000))
  const recipients = Array.from({ length: 1_000 }, (_, i) => [`x${i}@b.test`])
  assertQuick(250, () => readSpoken(human, recipients))
})
