// Log readers against what strangers put into logs: no reply changes who is meant or what happened,
// nothing throws or stalls, and memory stays bounded.

import assert from 'node:assert/strict'
import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { test } from 'node:test'
import { fileURLToPath } from 'node:url'
import { fc } from '../../../../tests/fuzz/seeded.ts'
import { createLogReader, detectLog, MTA_LOGS } from '../../src/report/log/index.ts'
import { JOIN_ENTRIES_MAX, LINE_CHARS_MAX } from '../../src/report/log/limits.ts'
import type { LogItem, LogMta } from '../../src/report/log/types.ts'
import { assertQuick } from '../quick.ts'

const FOLDER = fileURLToPath(new URL('../../../../fixtures/logs/', import.meta.url))
const now = (): number => Date.UTC(2026, 10, 1)
/** Far above what any line needs: only a reader that is not linear takes so long. */
const STALL_MS = 2_000

const lines = readdirSync(FOLDER).flatMap((mta) => readdirSync(join(FOLDER, mta))
  .filter((name) => name.endsWith('.log'))
  .flatMap((name) => readFileSync(join(FOLDER, mta, name), 'utf8').split('\n'))
  .filter((line) => line !== '').map((line) => ({ mta: mta as LogMta, line })))

/** Pieces that a reply may use to look like a line, or like the end of the one it stands in. */
const PIECES = [
  ')', '(', '"', "'", '\\', '\\"', ', ', '; ', ' ', ': ', '>', '<', '<victim@example.net>', ' to=',
  'to=<victim@example.net>', ', orig_to=<victim@example.net>', 'status=bounced', ', dsn=5.1.1',
  ', stat=User unknown', ', stat=Sent', ', reply=550', ' result="PermFail"', ' stat="550 5.1.1', '} {',
  '550 5.1.1', '** victim@example.net: Unrouteable address', '2026-06-12 08:00:00 1uAbD0-000001-0A',
  'rejected: 550', 'recipient <victim@example.net> rejected: 550 5.1.1', ' to = "victim@example.net"',
  'REJECTED[x] from=a@example.com to=victim@example.net src=x mx=y message-id=<z> (550', '\n', '\r', '\0',
  'b,2026-06-12 08:00:00+0000,,a@example.com,victim@example.net,,failed,5.1.1', "';'", '{LED=', '};{',
  'Jun 12 08:00:00 out1 postfix/smtp[1]: 4F9D1954330: ', '": "', ' (in reply to RCPT TO command))',
  'delivery 1: failure: ', ', Message: ', 'é', '\u2028', '#012', '_', '/',
]

const reply = fc.array(fc.oneof(fc.constantFrom(...PIECES), fc.string({ maxLength: 6 })), {
  maxLength: 25,
}).map((pieces) => pieces.join('').replace(/[\r\n\0]/g, '?'))

const quoted = (text: string): string => text.replace(/["\\]/g, '\\$&')
const csv = (text: string): string => `"${text.replaceAll('"', '""')}"`

/** For each MTA the lines of one refusal, with what the other server says as that MTA writes it. */
const REFUSALS: Readonly<Record<LogMta, (text: string) => readonly string[]>> = {
  postfix: (text) => ['Jun 12 08:00:00 o postfix/smtp[1]: 4F9D1954330: to=<a@example.org>, relay=mx.example.org[203.0.113.9]:25, delay=1, dsn=4.0.0, ' +
    `status=deferred (host mx.example.org[203.0.113.9] said: 450 ${text} (in reply to RCPT TO command))`],
  exim: (text) => ['2026-06-12 08:00:00 1uAbC0-000001-0A == a@example.org R=dnslookup T=remote_smtp defer (-44) H=mx.example.org [203.0.113.9]: ' +
    `SMTP error from remote mail server after RCPT TO:<a@example.org>: 450 ${text}`],
  sendmail: (text) => ['Jun 12 08:00:00 o sendmail[1]: 65C800ab004411: to=<a@example.org>, delay=00:00:02, relay=mx.example.org. [203.0.113.9], ' +
    `dsn=4.0.0, reply=450 ${text}, stat=Deferred: 450 ${text}`],
  qmail: (text) => [
    '@400000006a2b9a8e12233dcc starting delivery 12: msg 131077 to remote a@example.org',
    `@400000006a2b9a8f16733dcc delivery 12: deferral: 203.0.113.9_said:_450_${text.replaceAll(' ', '_')}/`,
  ],
  opensmtpd: (text) => ['Jun 12 08:00:00 o smtpd[1]: 7f1a2b3c4d5e6f71 mta delivery evpid=9f8e7d6c01020304 from=<r@example.com> to=<a@example.org> ' +
    `rcpt=<-> source="198.51.100.7" relay="203.0.113.9 (mx.example.org)" delay=2s result="TempFail" stat="450 ${text}"`],
  haraka: (text) => ['2026-06-12T08:07:00.000Z [NOTICE] [7C4B1F00-0D2A-4D0B-9E1F-000000000007.1.1] [outbound] recipient <a@example.org> deferred: 450 ' + text],
  zonemta: (text) => ['INFO  Sender/4411 id=a1b2c3 19a1b2c3d4e000abcd.001 DEFERRED[x] from=r@example.com to=a@example.org src=198.51.100.7 ' +
    `mx=mx.example.org[203.0.113.9] message-id=<j@example.com> (450 ${text})`],
  powermta: (text) => [
    'type,timeLogged,orig,rcpt,dsnStatus,dsnDiag,dsnMta',
    `t,2026-06-12 10:00:02+0200,r@example.com,a@example.org,4.0.0,${csv(`smtp;450 ${text}`)},mx.example.org (203.0.113.9)`,
  ],
  kumomta: (text) => [JSON.stringify({
    type: 'TransientFailure', id: 'aa01', sender: 'r@example.com', recipient: 'a@example.org', num_attempts: 1,
    response: { code: 450, enhanced_code: null, content: text, command: null }, timestamp: 1781251203, headers: {},
  })],
  exchange: (text) => [
    '#Fields: date-time,source,event-id,message-id,recipient-address,recipient-status,return-path',
    `2026-06-12T08:00:02.318Z,SMTP,DEFER,<j@example.com>,a@example.org,${csv(`450 ${text}`)},r@example.com`,
  ],
  stalwart: (text) => ['2026-06-12T08:00:05Z INFO DSN temporary failure notification (delivery.dsn-temp-fail) queueId = 314, from = "r@example.com", ' +
    'to = ["a@example.org"], size = 1, to = "a@example.org", hostname = "mx.example.org", details = "Unexpected response for RCPT TO:<a@example.org>: ' +
    `Code: 450, Enhanced code: 4.0.0, Message: ${quoted(text)}", total = 1`],
}

function readAll(mta: LogMta, all: readonly string[]): LogItem[] {
  const reader = createLogReader(mta, { now })
  return [...all.flatMap((line) => reader.read(line)), ...reader.end()]
}

for (const [mta, linesOf] of Object.entries(REFUSALS) as [LogMta, (text: string) => string[]][]) {
  test(`${mta}: no reply changes who is meant or what happened`, () => {
    fc.assert(fc.property(reply, (text) => {
      const told = readAll(mta, linesOf(text)).map(({ report: { recipients } }) =>
        [recipients.length, recipients[0]?.kind, recipients[0]?.finalRecipient, recipients[0]?.originalRecipient])
      assert.deepEqual(told, [[1, 'delayed', 'a@example.org', undefined]])
    }), { numRuns: 300 })
  })
}

test('damaged lines of every MTA never throw, and what they tell keeps its shape', () => {
  const damage = fc.record({
    at: fc.double({ min: 0, max: 1, noNaN: true }), cut: fc.nat(40),
    put: fc.constantFrom('', ...PIECES),
  })
  const damaged = fc.tuple(fc.nat(lines.length - 1), fc.array(damage, { maxLength: 3 })).map(
    ([index, all]) => all.reduce((line, { at, cut, put }) => {
      const from = Math.floor(at * line.length)
      return line.slice(0, from) + put + line.slice(from + cut)
    }, lines[index]?.line ?? ''))
  fc.assert(fc.property(fc.array(damaged, { minLength: 1, maxLength: 12 }), (all) => {
    for (const { mta } of MTA_LOGS) {
      const items = readAll(mta, all)
      assert.deepEqual(JSON.parse(JSON.stringify(items)), items, 'items are plain JSON')
      for (const { report, lines: told } of items) {
        assert.equal(report.recipients.length, 1)
        assert.ok(told.length > 0)
      }
    }
    detectLog(all)
  }), { numRuns: 400 })
})

test('states that are damaged or of another MTA are not taken up', () => {
  const states = ['', '{', '[]', 'null', '{"version":1}', '{"version":2,"mta":"postfix"}']
  for (const { mta } of MTA_LOGS) {
    const saved = [1, 'x', null, {}, [[]], [[1, 2, 3]], [['k', null, 1]], [[['k', {}, 'x']], 7]]
      .map((reader) => JSON.stringify({ version: 1, mta, clock: [null, 'x'], reader }))
    for (const state of [...states, ...saved]) {
      const reader = createLogReader(mta, { now, state })
      for (const { line } of lines) reader.read(line)
      assert.equal(typeof reader.state(), 'string')
    }
  }
})

test('long lines of one piece take linear time', () => {
  for (const { mta } of MTA_LOGS) {
    const starts = lines.filter((one) => one.mta === mta).map(({ line }) => line.slice(0, 120))
    for (const piece of PIECES) {
      const tail = piece.repeat(LINE_CHARS_MAX / piece.length)
      const reader = createLogReader(mta, { now })
      assertQuick(STALL_MS, () => {
        for (const start of starts.slice(0, 12)) reader.read(start + tail)
        reader.read(tail)
      }, `${mta} with ${JSON.stringify(piece)}`)
    }
  }
})

test('a reader remembers no more than it may, and forgets what is older than a queue', () => {
  const reader = createLogReader('postfix', { now })
  const arrival = (id: number, stamp: string): string =>
    `${stamp} o postfix/qmgr[1]: ${id.toString(16).toUpperCase().padStart(10, '0')}: from=<r${id}@example.com>, size=1, nrcpt=1 (queue active)`
  const result = (id: number, stamp: string): string =>
    `${stamp} o postfix/smtp[1]: ${id.toString(16).toUpperCase().padStart(10, '0')}: to=<a@example.org>, relay=mx.example.org[203.0.113.9]:25, delay=1, dsn=2.0.0, status=sent (250 OK)`
  const senderOf = (id: number, stamp: string): string | undefined =>
    reader.read(result(id, stamp))[0]?.report.envelopeSender
  const count = JOIN_ENTRIES_MAX + 10
  for (let id = 0; id < count; id++) reader.read(arrival(id, 'Jun 12 08:00:00'))
  assert.equal(senderOf(0, 'Jun 12 08:00:01'), undefined, 'the oldest is forgotten')
  assert.equal(senderOf(count - 1, 'Jun 12 08:00:01'), `r${count - 1}@example.com`)
  reader.read(arrival(count, 'Jun 19 08:00:02'))
  assert.equal(senderOf(count - 1, 'Jun 19 08:00:02'), undefined, 'an id of last week is another mail')
})

test('an unknown MTA is told at the door', () => {
  assert.throws(() => createLogReader('mercury' as LogMta, { now }), /no log reader for "mercury"/)
})
