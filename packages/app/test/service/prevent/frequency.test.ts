// How often people get mail, and how much goes where, from sends as they are registered; on both
// stores.

import assert from 'node:assert/strict'
import { test } from 'node:test'
import { createLogReader, writeLogItem } from '@carom/core'
import { measureFrequency } from '../../../src/service/prevent/habits/frequency.ts'
import { advisePacing } from '../../../src/service/prevent/habits/pacing.ts'
import { measureVolume, type VolumeKind } from '../../../src/service/prevent/habits/volume.ts'
import { openWorkbench, type Workbench } from '../pipeline/workbench.ts'
import { isPostgresMissing } from '../postgres-there.ts'

const DAY_MS = 86_400_000
const HOUR_MS = 3_600_000
const NOW = Date.parse('2026-11-27T12:00:00Z')
const FROM = NOW - 28 * DAY_MS

for (const kind of ['sqlite', 'postgres'] as const) {
  const skip = kind === 'postgres' && await isPostgresMissing() && 'no PostgreSQL here'
  const check = (name: string, work: (bench: Workbench) => Promise<void>): void => {
    void test(`${kind}: ${name}`, { skip }, async () => {
      const bench = await openWorkbench({ kind })
      try {
        await work(bench)
      } finally {
        await bench.close()
      }
    })
  }

  check('volumes are known by receiver and by the address that mail is sent from', async (bench) => {
    await bench.ledger.registerSends('t', ['a@gmail.com', 'b@googlemail.com', 'c@small.example']
      .map((recipient, i) => ({
        recipient, messageId: `m${i}@news.example`, sentAt: NOW, fromDomain: 'news.example',
        ...i === 0 ? {} : { fromIp: '192.0.2.1' },
      })))
    // What is told twice counts once.
    await bench.ledger.registerSends('t', [
      { recipient: 'a@gmail.com', messageId: 'm0@news.example', sentAt: NOW },
    ])
    const volumeBy = async (by: VolumeKind) =>
      (await measureVolume(bench.store, 't', { from: NOW, until: NOW + 1, by }))
        .map(({ name, sends }) => [name, sends])
    assert.deepEqual(await volumeBy('receiver'), [['*', 1], ['google', 2]])
    assert.deepEqual(await volumeBy('ip'), [['192.0.2.1', 2]])
    assert.deepEqual(await volumeBy('domain'), [['news.example', 3]])
  })

  check('gaps are those of one address, on each list and on all together', async (bench) => {
    await send(bench, 'ann@example.com', 'news', [0, 7, 14, 21])
    await send(bench, 'ann@example.com', 'offers', [1, 8])
    await send(bench, 'bob@example.com', 'news', [3])
    const { all, lists, isSample } = await measure(bench)
    assert.equal(isSample, false)
    assert.deepEqual([all.addresses, all.mails, all.usualGapHours, all.shortGapHours],
      [2, 7, 144, 24])
    assert.deepEqual(lists.map(({ list, addresses, mails, usualGapHours }) =>
      [list, addresses, mails, usualGapHours]), [['news', 2, 5, 168], ['offers', 1, 2, 168]])
    // Two of the mails within any seven days.
    assert.deepEqual(all.steps.map(({ mailsPerWeek, addresses }) => [mailsPerWeek, addresses]),
      [[1, 1], [2, 1]])
    assert.deepEqual([all.capPerWeek, all.capFrom, all.overCap], [7, 'setting', 0])
  })

  check('the cap is where people begin to complain', async (bench) => {
    const often = [0, 1, 2, 3, 4]
    for (let i = 0; i < 300; i++) {
      await send(bench, `often${i}@example.com`, 'news', often)
      await send(bench, `seldom${i}@example.com`, 'news', [0, 7, 14, 21])
    }
    assert.equal((await measure(bench)).all.capFrom, 'setting', 'nobody has complained')
    await bench.store.write(async (tx) => {
      for (let i = 0; i < 2; i++) {
        await tx.run(`INSERT INTO incidents (tenant, address, id, list, at, kind, reason, fault,
          receiver, domain, held, voided, names, incident) VALUES ('t', ?, ?, 'news', ?,
          'complaint', 'complaint', 'recipient', '', 'example.com', 0, 0, '', '{}')`,
        [`often${i}@example.com`, `c${i}`, NOW - DAY_MS])
      }
    })
    const { all, lists } = await measure(bench)
    assert.deepEqual([all.capPerWeek, all.capFrom, all.overCap], [3, 'complaints', 300])
    assert.deepEqual(all.steps.map(({ mailsPerWeek, complaints }) => [mailsPerWeek, complaints]),
      [[1, 0], [5, 2]])
    assert.equal(lists[0]?.overCap, 300)
  })

  check('a wave that a log tells of in delays is found, and told with what it waits for', async (bench) => {
    const lines = Array.from({ length: 12 }, (_, i) =>
      `${new Date(bench.now - 60_000 + i).toISOString()} out.example postfix/smtp[1]: 4ABC${10 + i}: ` +
      `to=<r${i}@big.example>, relay=mx.big.example[198.51.100.7]:25, delay=1, delays=0/0/1/0, ` +
      'dsn=4.7.28, status=deferred (host mx.big.example[198.51.100.7] said: 421 4.7.28 Too many ' +
      'messages in a short time, slow down (in reply to RCPT TO command))')
    const reader = createLogReader('postfix', { now: () => bench.now })
    const items = [...lines.flatMap((line) => reader.read(line)), ...reader.end()]
    await bench.give({
      kind: 'log', trust: 2, body: `${items.map(writeLogItem).join('\n')}\n`,
      envelope: { vendor: 'postfix', place: { log: '/var/log/mail.log' } },
    })
    const { rows } = await bench.ledger.listEvents('t', {}, { limit: 1 })
    assert.deepEqual([rows[0]?.event.reason, rows[0]?.event.cause], ['delayed', 'rate-limited'])
    const [advice] = await advisePacing(bench.store, 't', bench.now)
    assert.deepEqual([advice?.receiver, advice?.waves[0]?.refusals], ['big.example', 12])
  })

  check('of many a share is looked at, and nobody of whom some mails are missing', async (bench) => {
    const days = Array.from({ length: 26 }, (_, i) => i)
    const people = Array.from({ length: 800 }, (_, i) => `r${i}@example.com`)
    for (let i = 0; i < people.length; i += 100) {
      await bench.ledger.registerSends('t', people.slice(i, i + 100).flatMap((recipient) =>
        sendsOf(recipient, 'news', days)))
    }
    const { all, isSample } = await measure(bench)
    assert.equal(isSample, true)
    assert.equal(all.mails, all.addresses * 26)
    assert.ok(all.addresses > 300 && all.addresses < 500, `${all.addresses}`)
    assert.deepEqual([all.usualGapHours, all.overCap], [24, 0])
  })
}

function measure({ store }: Workbench) {
  return measureFrequency(store, 't', { from: FROM, until: NOW, mailsPerWeekMax: 7 })
}

async function send(
  { ledger }: Workbench, recipient: string, list: string, days: readonly number[],
): Promise<void> {
  await ledger.registerSends('t', sendsOf(recipient, list, days))
}

function sendsOf(recipient: string, list: string, days: readonly number[]) {
  return days.map((day) => ({
    recipient, list, messageId: `${list}-${day}-${recipient}`, sentAt: FROM + day * DAY_MS + HOUR_MS,
  }))
}
