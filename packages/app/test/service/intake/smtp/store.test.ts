// With a real store and real clients: many sessions at once, a store that fails, and none lost.

import assert from 'node:assert/strict'
import { once } from 'node:events'
import { DatabaseSync } from 'node:sqlite'
import { test } from 'node:test'
import { createTransport } from 'nodemailer'
import { openTemporaryStore } from '../../temporary-store.ts'
import { openDialog, type Dialog } from './dialog.ts'
import { BOUNCES, NOW, returnPath, startListener } from './listener.ts'

const SESSIONS = 50
const MESSAGES_EACH = 20

const message = (n: number | string): string =>
  `From: mailer-daemon@example.net\r\nSubject: ${n}\r\nMessage-ID: <${n}@example.net>\r\n\r\nx\r\n.\r\n`

async function send(dialog: Dialog, address: string, text: string): Promise<string> {
  dialog.write(`MAIL FROM:<>\r\nRCPT TO:<${address}>\r\nDATA\r\n`)
  await dialog.reply()
  const accepted = await dialog.reply()
  const data = await dialog.reply()
  if (!data.startsWith('354')) return accepted
  dialog.write(text)
  return dialog.reply()
}

for (const kind of ['sqlite', 'postgres'] as const) {
  test(`${SESSIONS} sessions at once: all that was acknowledged is there, once (${kind})`, async (t) => {
    const { store, cleanup } = await openTemporaryStore({ kind })
    const listener = await startListener({}, store)
    t.after(async () => {
      await listener.stop()
      await cleanup()
    })
    const session = async (s: number): Promise<number> => {
      const dialog = await openDialog(listener.port)
      await dialog.ask('EHLO client.example.net')
      let acknowledged = 0
      for (let i = 0; i < MESSAGES_EACH; i++) {
        const reply = await send(dialog, returnPath(`user${s}@example.org`), message(`${s}.${i}`))
        if (reply.startsWith('250')) acknowledged++
      }
      dialog.end()
      return acknowledged
    }
    const counts = await Promise.all(Array.from({ length: SESSIONS }, (_, s) => session(s)))
    assert.deepEqual(new Set(counts), new Set([MESSAGES_EACH]))
    const items = await store.claim({ limit: 5_000, leaseMs: 1_000, owner: 'test', now: NOW })
    assert.equal(items.length, SESSIONS * MESSAGES_EACH)
    assert.ok(items.every(({ trust, envelope }) =>
      trust === 3 && envelope.token?.recipient.endsWith('@example.org')))
  })
}

test('a locked store is told as 451, and once it is free the same message comes in once', async (t) => {
  const { store, url, cleanup } = await openTemporaryStore({ options: { busyTimeoutMs: 100 } })
  const listener = await startListener({}, store)
  const other = new DatabaseSync(url)
  t.after(async () => {
    other.close()
    await listener.stop()
    await cleanup()
  })
  const dialog = await openDialog(listener.port)
  await dialog.ask('EHLO client.example.net')
  other.exec('BEGIN EXCLUSIVE')
  assert.match(await send(dialog, returnPath(), message('locked')), /^451 4\.3\.0/)
  other.exec('ROLLBACK')
  assert.match(await send(dialog, returnPath(), message('locked')), /^250/)
  assert.match(await send(dialog, returnPath(), message('locked')), /^250/)
  const items = await store.claim({ limit: 10, leaseMs: 1_000, owner: 'test', now: NOW })
  assert.equal(items.length, 1)
  dialog.end()
})

test('a send id is looked up; one that is not registered proves nothing', async (t) => {
  const { store, cleanup } = await openTemporaryStore()
  const listener = await startListener({}, store)
  t.after(async () => {
    await listener.stop()
    await cleanup()
  })
  const long = `${'someone-with-a-very-long-name-'.repeat(2)}@example.org`
  await store.write((tx) => tx.run(
    `INSERT INTO sends (tenant, message_id, recipient, envelope_id, sent_at, list, campaign,
      from_domain) VALUES ('default', '<1@example.com>', ?, 'send-17', 1, 'news', '', '')`, [long]))
  const dialog = await openDialog(listener.port)
  await dialog.ask('EHLO client.example.net')
  assert.match(await send(dialog, returnPath(long, 'send-17'), message('known')), /^250/)
  assert.match(await send(dialog, returnPath(long, 'send-18'), message('unknown')), /^250/)
  const items = await store.claim({ limit: 10, leaseMs: 1_000, owner: 'test', now: NOW })
  assert.deepEqual(items.map(({ trust, envelope }) => [trust, envelope.token]), [
    [3, { recipient: long, sendId: 'send-17', list: 'news' }], [0, undefined],
  ])
  dialog.end()
})

test('Nodemailer delivers, with dots, long lines and eight-bit text as they were', async (t) => {
  const listener = await startListener()
  t.after(() => listener.stop())
  const transport = createTransport({
    host: '127.0.0.1', port: listener.port, pool: true, maxConnections: 3, ignoreTLS: true,
  })
  t.after(() => transport.close())
  await Promise.all(Array.from({ length: 12 }, (_, i) => transport.sendMail({
    envelope: { from: '', to: [returnPath(`user${i}@example.org`)] },
    raw: `Subject: ${i}\r\n\r\n.\r\n..\r\n.x\r\ngrüße ${'y'.repeat(5_000)}\r\n`,
  })))
  assert.equal(listener.inputs().length, 12)
  for (const { bytes, envelope } of listener.inputs()) {
    const text = Buffer.from(bytes).toString()
    assert.match(text, /^Subject: \d+\r\n\r\n\.\r\n\.\.\r\n\.x\r\ngrüße y{5000}\r\n$/)
    assert.equal(envelope.mailFrom, '')
  }
  await assert.rejects(transport.sendMail({
    envelope: { from: '', to: [`nobody@${BOUNCES}`] }, raw: 'Subject: x\r\n\r\n',
  }), /550 5\.1\.1/)
})

test('peers that vanish at any moment leave no half message and no session', async (t) => {
  const listener = await startListener({ connectionsPerNetworkMax: 500 })
  t.after(() => listener.stop())
  const wire = `EHLO c.example.net\r\nMAIL FROM:<>\r\nRCPT TO:<${returnPath()}>\r\nDATA\r\n`
  const cuts = Array.from({ length: (wire.length + 40) / 3 }, (_, i) => i * 3)
  await Promise.all(cuts.map(async (cut) => {
    const dialog = await openDialog(listener.port)
    dialog.write(wire.slice(0, cut))
    if (cut > wire.length) {
      for (let i = 0; i < 4; i++) await dialog.reply()
      dialog.write(message('cut').slice(0, cut - wire.length))
    }
    const gone = once(dialog.socket(), 'close')
    if (cut % 2 === 0) dialog.socket().resetAndDestroy()
    else dialog.end()
    await gone
  }))
  assert.equal(listener.inputs().length, 0)
  const deadline = Date.now() + 5_000
  while (listener.intake.stats().connections > 0 && Date.now() < deadline) {
    await new Promise((resolve) => { setTimeout(resolve, 10) })
  }
  assert.equal(listener.intake.stats().connections, 0)
})
