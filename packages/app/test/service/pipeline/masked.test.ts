// Addresses kept as hashes: on both stores nothing of them is left in any table, and all that asks
// for an address is answered as if it were there.

import assert from 'node:assert/strict'
import { readFileSync } from 'node:fs'
import { test } from 'node:test'
import { createLogReader, writeLogItem } from '@carom/core'
import { createAddressMask } from '../../../src/service/check/hashed-address.ts'
import { judgeInput } from '../../../src/service/pipeline/judge.ts'
import { maskJudged } from '../../../src/service/pipeline/mask-judged.ts'
import { createKnownAnswers } from '../../../src/service/prevent/list/known-answers.ts'
import { settleMask, readMask } from '../../../src/service/masked-addresses.ts'
import type { InboxItem } from '../../../src/service/store/types.ts'
import { mailWith, readFixture } from '../reports/packed.ts'
import { isPostgresMissing } from '../postgres-there.ts'
import { openTemporaryStore } from '../temporary-store.ts'
import { DAY_MS, gone, openWorkbench, PEPPER, START, type Given, type Workbench } from './workbench.ts'

const mask = createAddressMask(PEPPER)
/** Occurs in no other text; beside it the name that a server may write alone. */
const SECRET = 'joe.secretperson'
const JOE = `${SECRET}@one.example`
const MASKED = mask(JOE)

const INPUTS: readonly Given[] = [
  { kind: 'message', trust: 3, body: dsn(), envelope: {
    mailFrom: '', rcptTo: `bounces+${SECRET}=one.example@bounces.example`,
    token: { recipient: JOE },
  } },
  { body: { recipient: `Joe.Secretperson@ONE.example`, subject: 'Dear Joe Secretperson',
    reply: `550 5.1.1 <${JOE}>: Recipient "${SECRET}" unknown, ask postmaster@one.example` } },
  { kind: 'log', trust: 2, body: logLines() },
  { kind: 'webhook', trust: 2, envelope: { vendor: 'postmark' }, body: {
    RecordType: 'Bounce', Type: 'HardBounce', Email: JOE, BouncedAt: '2026-03-02T07:59:00Z',
    ID: 42, MessageID: '883953f4-6105-42a2-a16a-77a8eac79483', From: 'news@shop.example',
    Description: 'The server was unable to deliver your message.', Subject: 'Hi Joe Secretperson',
    Details: `smtp;550 5.1.1 ${JOE} no such user`, Metadata: { who: JOE },
  } },
]

function dsn(): string {
  return [
    'From: MAILER-DAEMON@mx.one.example', 'To: bounces@bounces.example', 'Subject: Undelivered',
    'Message-ID: <dsn-1@mx.one.example>', 'MIME-Version: 1.0',
    'Content-Type: multipart/report; report-type=delivery-status; boundary="b"', '',
    '--b', 'Content-Type: message/delivery-status', '', 'Reporting-MTA: dns; mx.one.example', '',
    `Original-Recipient: rfc822; ${JOE}`, `Final-Recipient: rfc822; ${JOE}`, 'Action: failed',
    'Status: 5.1.1', `Diagnostic-Code: smtp; 550 5.1.1 <${JOE}>: user ${SECRET} unknown`, '',
    '--b', 'Content-Type: text/rfc822-headers', '', 'Message-ID: <m1@news.example>',
    `To: Joe Secretperson <${JOE}>`, 'From: news@shop.example', 'Subject: For Joe Secretperson',
    '', '--b--', '',
  ].join('\r\n')
}

/** One that got there, and one that did not. */
function logLines(): string {
  const reader = createLogReader('postfix', { now: () => START })
  const host = 'relay=mx.one.example[192.0.2.1]:25, delay=1, delays=0/0/0/1'
  const said = `host mx.one.example[192.0.2.1] said: 550 5.1.1 <${JOE}> unknown`
  const lines = [
    `dsn=2.0.0, status=sent (250 2.0.0 Ok)`,
    `dsn=5.1.1, status=bounced (${said} (in reply to RCPT TO command))`,
  ].flatMap((end, i) => {
    const head = `Mar  1 08:00:0${i} mx postfix`
    const id = `4RX${i}AB1234z`
    return [
      `${head}/qmgr[2]: ${id}: from=<news@shop.example>, size=900, nrcpt=1 (queue active)`,
      `${head}/smtp[1]: ${id}: to=<${JOE}>, ${host}, ${end}`,
      `${head}/qmgr[2]: ${id}: removed`,
    ]
  })
  return [...lines.flatMap((line) => reader.read(line)), ...reader.end()].map(writeLogItem).join('\n')
}

/** Every row of every table, as text. */
async function dump({ store }: Workbench): Promise<string> {
  const tables = await store.all<{ name: string }>(store.kind === 'sqlite'
    ? `SELECT name FROM sqlite_master WHERE type = 'table' AND name NOT LIKE 'event_search%'`
    : 'SELECT table_name AS name FROM information_schema.tables WHERE table_schema = ' +
      `current_schema() AND table_type = 'BASE TABLE'`)
  const rows: unknown[] = []
  for (const { name } of tables) {
    for (const row of await store.all<object>(`SELECT * FROM ${name}`)) {
      rows.push(Object.values(row).map((value: unknown) =>
        value instanceof Uint8Array ? Buffer.from(value).toString('latin1') : value))
    }
  }
  return JSON.stringify(rows)
}

/** Where the person is named, with what stands around it; empty: nowhere. */
function findPerson(text: string): string {
  const at = text.toLowerCase().indexOf('secretperson')
  return at < 0 ? '' : text.slice(Math.max(0, at - 300), at + 50)
}

for (const kind of ['sqlite', 'postgres'] as const) {
  const skip = kind === 'postgres' && await isPostgresMissing() && 'no PostgreSQL here'
  test(`${kind}: of an address nothing but its hash is kept`, { skip }, async (t) => {
    const bench = await openWorkbench({ kind, mask })
    t.after(() => bench.close())
    await bench.ledger.registerSends('t', [{ recipient: JOE, messageId: 'm1@news.example' }])
    await bench.give(...INPUTS)
    await bench.ledger.suppress('t', 'me', [{ address: JOE, reason: 'manual', origin: 'manual' }])
    const report = mailWith(readFixture('google.xml'), { type: 'text/xml' })
    await bench.give({ kind: 'message', body: report, trust: 0 })
    const all = await dump(bench)
    assert.ok(all.includes(MASKED))
    assert.equal(findPerson(all), '')
    assert.equal(findPerson(JSON.stringify(bench.notes)), '')
    const { rows } = await bench.ledger.listEvents('t', { address: JOE }, { limit: 10 })
    assert.deepEqual(rows.map(({ event }) => event.source.type).sort(),
      ['log', 'smtp', 'smtp', 'webhook'])
    for (const { event, address } of rows) {
      assert.equal(address, MASKED)
      for (const { text, span: [from, to], part } of event.because) {
        if (part === 'reply') assert.equal(event.diagnostic?.slice(from, to), text)
      }
    }
    const searched = await bench.ledger.listEvents('t', { text: 'secretperson' }, { limit: 10 })
    assert.equal(searched.rows.length, 0)
    const view = await bench.ledger.addressView('t', JOE)
    assert.ok(view?.states[0]?.proofs.some(({ kind: proof }) => proof === 'delivered'))
    const left = await bench.store.all<{ inbox: number }>('SELECT id AS inbox FROM raws')
    assert.equal(left.length, 1, 'mail with a report has yet to prove who sent it')
  })

  test(`${kind}: whoever asks for an address is answered`, { skip }, async (t) => {
    const bench = await openWorkbench({ kind, mask })
    t.after(() => bench.close())
    const { ledger, checker } = bench
    await bench.give(gone(JOE))
    const typed = 'JOE.Secretperson@one.Example'
    assert.equal((await bench.check(typed))?.answer, 'hold')
    await ledger.suppress('t', 'me', [{ address: typed, reason: 'manual', origin: 'manual' }])
    assert.equal((await bench.check(typed))?.answer, 'do-not-send')
    assert.equal((await bench.check('Ann@one.example'))?.answer, 'send')
    assert.equal((await bench.check('no address'))?.answer, 'do-not-send')
    assert.equal((await checker.check('t', MASKED)).answer, 'do-not-send')
    assert.deepEqual([checker.maySendNow('t', typed), checker.maySendNow('t', 'ann@one.example')],
      [false, true])
    assert.equal((await ledger.addressView('t', typed))?.address, MASKED)
    assert.equal((await ledger.timeline('t', JOE, { limit: 10 })).rows.length > 0, true)
    assert.equal((await ledger.listIncidents('t', { address: JOE }, { limit: 9 })).rows.length, 1)
    assert.equal((await ledger.exportPerson('t', JOE)).events.length, 1)
    const { id } = await ledger.addNote('t', 'me', typed, 'Called')
    assert.deepEqual((await ledger.addressView('t', JOE))?.notes.map(({ text }) => text), ['Called'])
    assert.equal(await ledger.takeNoteBack('t', 'me', typed, id), true)
    assert.deepEqual((await ledger.addressView('t', JOE))?.notes, [])
    const listed = await ledger.listSuppressions('t', { text: JOE }, { limit: 9 })
    assert.deepEqual(listed.rows.map(({ address }) => address), [MASKED])
    // An export goes into another store of the same key.
    const other = await openWorkbench({ kind, mask })
    t.after(() => other.close())
    await other.ledger.suppress('t', 'me', listed.rows.map(({ address, reason }) =>
      ({ address, reason, origin: 'import' })))
    assert.equal((await other.check(JOE))?.answer, 'do-not-send')
    const known = createKnownAnswers({
      store: bench.store, mask, ask: async (_tenant, asked) => asked.map(() => ({ answer: 'send' })),
      equivalence: { case: 'lower-all', plusTags: 'keep', gmailDots: 'keep' },
    })
    await ledger.recordProofs('t', 'me', [{ address: 'ann@one.example', kind: 'engaged' }])
    const [ann] = await known('t', ['ANN@one.example'], undefined)
    assert.ok(ann?.lastLifeAt !== undefined)
    await bench.pass(DAY_MS)
    assert.equal((await ledger.lift('t', 'me', { address: typed, reason: 'x' } as never)).kind, 'lifted')
    await ledger.erase('t', 'me', { address: JOE, keepSuppressed: true, dryRun: false })
    assert.equal((await ledger.exportPerson('t', JOE)).events.length, 0)
  })

  test(`${kind}: how addresses are kept is settled with the first start`, { skip }, async (t) => {
    const { store, cleanup } = await openTemporaryStore({ kind })
    t.after(cleanup)
    const settle = (addresses: 'clear' | 'hashed', pepper = PEPPER) =>
      settleMask(store, pepper, { addresses }, 1)
    assert.equal(await readMask(store, undefined), undefined)
    assert.equal(await settle('clear'), undefined)
    assert.equal((await settle('hashed'))?.(JOE), MASKED)
    assert.equal((await readMask(store, PEPPER))?.(JOE), MASKED)
    await assert.rejects(settle('clear'), /write privacy\.addresses: hashed/)
    await assert.rejects(settle('hashed', 'another pepper for tests'), /hashes of another pepper/)
    await assert.rejects(readMask(store, undefined), /hashes of another pepper/)
    const clear = await openTemporaryStore({ kind })
    t.after(clear.cleanup)
    await clear.store.write((tx) => tx.insert(
      'lives (tenant, address, list, last_at, proofs)', [['t', JOE, '', 1, '[]']]))
    await assert.rejects(
      settleMask(clear.store, PEPPER, { addresses: 'hashed' }, 1), /holds addresses in clear/)
  })
}

test('a mask is the same for one address, and keeps what is none or is masked', () => {
  assert.match(MASKED, /^~[a-z2-7]{26}@one\.example$/)
  for (const [text, kept] of [
    [MASKED, MASKED], ['@one.example', '@one.example'], ['', ''], ['joe', 'joe'],
    [`hmac-sha256:${'0'.repeat(64)}`, `hmac-sha256:${'0'.repeat(64)}`],
  ] as const) assert.equal(mask(text), kept)
  assert.notEqual(createAddressMask('another pepper')(JOE), MASKED)
  assert.notEqual(mask('joe.secretperson@two.example').slice(0, 27), MASKED.slice(0, 27))
})

test('texts of servers name nobody, and keep their length', () => {
  const rows = readFileSync(new URL('masked-texts.tsv', import.meta.url), 'utf8').split('\n')
    .filter((line) => line !== '' && !line.startsWith('#')).map((line) => line.split('\t'))
  for (const [recipient = '', text = '', kept = ''] of rows) {
    const judged = judgeInput({
      kind: 'replies', sourceType: 'http', source: 'x', envelope: {}, receivedAt: 0,
      bytes: Buffer.from(JSON.stringify({ recipient: 'x@one.example', reply: '550 no' })),
    })
    const events = judged.events.map((event) => ({ ...event, recipient, diagnostic: text }))
    const { output } = maskJudged(
      { item: { envelope: {} } as InboxItem, output: { ...judged, events } }, mask)
    assert.equal(output.events[0]?.diagnostic, kept)
    assert.equal(kept.length, text.length)
  }
})
