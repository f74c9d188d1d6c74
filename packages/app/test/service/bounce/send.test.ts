// From a message in a mailbox to the bounce at the relay: exact bytes, once, and then moved.

import assert from 'node:assert/strict'
import { test } from 'node:test'
import { createEngine, parseMessage } from '@carom/core'
import { authenticate } from 'mailauth'
import { writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { delivered, writtenLetter } from './letters.ts'
import { openLedger } from '../../../src/service/open-ledger.ts'
import { openWorkbench } from './workbench.ts'
import { PRIVATE_KEY, resolve, signed } from './zone.ts'

const MAILBOX = { kind: 'marked', mailbox: 'office', offset: 0 } as const

test('a marked message is planned, bounced with the same bytes, and moved', async (t) => {
  const bench = await openWorkbench(t)
  const key = await bench.put(delivered(await signed(writtenLetter(), 'shop.example')))
  assert.equal(await bench.mailboxes.mark('default', 'me', 'office', [key], 'bounce'), 1)
  const plan = await bench.bounce(MAILBOX, { dryRun: true })
  const [planned] = plan.rows
  assert.equal(planned?.state, 'planned', JSON.stringify(planned?.conditions, undefined, 1))
  assert.equal(planned?.conditions.length, 23)
  assert.deepEqual([bench.sink.sent.length, plan.left], [0, 0])
  bench.clock.now += 5_000
  const done = await bench.bounce(MAILBOX, { plannedAt: plan.plannedAt })
  const [row] = done.rows
  assert.deepEqual([row?.state, row?.movedTo], ['sent', 'Bounced'])
  const [sent] = bench.sink.sent
  assert.deepEqual(
    [sent?.envelopeSender, sent?.recipients, sent?.parameters], ['', ['ann@shop.example'], []])
  assert.equal(sent?.bytes.toString(), Buffer.from(planned?.bounce?.bytes ?? []).toString())
  assert.deepEqual((await bench.files('.Bounced/cur')).length, 1)
  assert.deepEqual(await bench.files('cur'), [])
  assert.equal((await bench.mailboxes.marked('default', 'office', 10, 0)).total, 0)
  const log = await bench.bounces.log('default', {}, { limit: 10 })
  assert.deepEqual(
    log.map(({ state, recipient, actor, key: at }) => [state, recipient, actor, at]),
    [['sent', 'ann@shop.example', 'key:test', key]])
  const audit = await bench.store.all<{ action: string; address: string }>(
    `SELECT action, address FROM audit WHERE action = 'bounced'`)
  assert.deepEqual({ ...audit[0] }, { action: 'bounced', address: 'ann@shop.example' })
})

test('what was sent reads as a failure with the reason that was given', async (t) => {
  const bench = await openWorkbench(t)
  for (const [i, reason] of (['recipient-refused', 'content-rejected', 'policy'] as const).entries()) {
    const from = `ann${i}@free.example`
    const key = await bench.put(delivered(
      await signed(writtenLetter({ from, id: `r${i}@free.example` }), 'free.example'),
      { returnPath: from }))
    await bench.bounce({ kind: 'keys', mailbox: 'office', keys: [key] }, { wording: { reason } })
    const bytes = bench.sink.sent[i]?.bytes ?? Buffer.alloc(0)
    const [event, ...others] = createEngine().readMessage(bytes).events
    assert.equal(others.length, 0)
    assert.deepEqual(
      [event?.kind, event?.recipient, event?.reason, event?.permanence],
      ['failed', 'office@ours.example', reason, 'permanent'])
    const message = parseMessage(bytes)
    assert.equal(message.header('auto-submitted'), 'auto-replied')
    assert.equal(message.header('in-reply-to'), `<r${i}@free.example>`)
    assert.equal(message.type, 'multipart/report')
    assert.equal(message.header('to'), `<${from}>`)
  }
})

test('it is signed where a key is set up, and what delivery noted stays here', async (t) => {
  const bench = await openWorkbench(t, { bounce: { from: 'postmaster@ours.example' } })
  const keyFile = join(bench.maildir, 'key.pem')
  await writeFile(keyFile, PRIVATE_KEY)
  const { bounces } = (await openWorkbench(t, { bounce: {
    from: 'postmaster@ours.example', dkim: { domain: 'ours.example', selector: 's1', keyFile },
  } }))
  const top = 'Delivered-To: private@ours.example\r\nX-Spam-Score: 1.5\r\n' +
    'Received: from mx.ours.example (mx.ours.example [10.0.0.1])\r\n\tby store.ours.example ' +
    'with LMTP id 1\r\n\tfor <private@ours.example>; ' +
    `${new Date().toUTCString().replace('GMT', '+0000')}\r\n`
  const bytes = delivered(await signed(writtenLetter(), 'shop.example'), { top })
  const answer = await bounces.bounce('default', 'me', {
    chosen: { kind: 'raw', message: { bytes, arrivedAt: Date.now() } }, dryRun: true, lift: [],
    wording: {}, showBytes: true,
  })
  const sent = Buffer.from(answer.rows[0]?.bounce?.bytes ?? [])
  assert.ok(sent.length > 0, JSON.stringify(answer.rows[0]))
  const { dkim } = await authenticate(sent, { resolve, resolver: resolve } as object)
  assert.deepEqual(dkim.results.map(({ status, signingDomain }) => [status.result, signingDomain]),
    [['pass', 'ours.example']])
  assert.ok(!/private@|X-Spam/.test(sent.toString()))
  assert.match(sent.toString(), /buy a bridge/)
})

test('who is erased is not known any more, and the message is still not bounced again', async (t) => {
  const bench = await openWorkbench(t)
  const bytes = delivered(await signed(writtenLetter(), 'shop.example'))
  const chosen = async () =>
    ({ kind: 'keys', mailbox: 'office', keys: [await bench.put(bytes)] }) as const
  await bench.bounce(await chosen())
  const { ledger, close } = await openLedger(bench.config)
  const input = { address: 'Ann@Shop.example', keepSuppressed: true, dryRun: false }
  await ledger.erase('default', 'me', input)
  await close()
  const kept = JSON.stringify(await bench.store.all(`SELECT * FROM bounces`))
  assert.ok(!/ann@|offer-1/.test(kept), kept)
  const [row] = (await bench.bounce(await chosen())).rows
  assert.deepEqual(row?.conditions.filter(({ outcome }) => outcome === 'refused')
    .map(({ name }) => name), ['once'])
})

test('an address beyond ASCII goes over a relay that knows such alone', async (t) => {
  for (const hideSMTPUTF8 of [false, true]) {
    const bench = await openWorkbench(t, { relay: { hideSMTPUTF8 } })
    const from = 'j\u00fcrgen@free.example'
    const bytes = delivered(
      await signed(writtenLetter({ from, id: 'utf8@free.example' }), 'free.example'),
      { returnPath: from })
    const [row] = (await bench.bounce({ kind: 'raw', message: {
      bytes, recipient: 'office@ours.example', arrivedAt: bench.clock.now,
    } })).rows
    assert.equal(row?.state, hideSMTPUTF8 ? 'failed' : 'sent', JSON.stringify(row))
    assert.deepEqual(bench.sink.sent.map(({ recipients }) => recipients),
      hideSMTPUTF8 ? [] : [[from]])
  }
})

test('the relay is let in with its password, and told when it is wrong', async (t) => {
  const relay = { authOptional: false, allowInsecureAuth: true }
  for (const password of ['right', 'wrong']) {
    const bench = await openWorkbench(t, { relay, login: { user: 'us', password } })
    const { ok, answer } = await bench.bounces.testRelay()
    assert.equal(ok, password === 'right', answer)
    assert.ok(!JSON.stringify(await bench.bounces.settings('default')).includes(password))
  }
})

test('dry run is the default, and the kill switch wins over everything', async (t) => {
  const bench = await openWorkbench(t, { bounce: { dryRun: true } })
  const key = await bench.put(delivered(await signed(writtenLetter(), 'shop.example')))
  const chosen = { kind: 'keys', mailbox: 'office', keys: [key] } as const
  const [first] = (await bench.bounce(chosen)).rows
  assert.equal(first?.state, 'dry-run')
  await bench.bounces.change('default', 'boss', { dryRun: false, enabled: false })
  const [second] = (await bench.bounce(chosen)).rows
  assert.deepEqual(second?.conditions.filter(({ outcome }) => outcome === 'refused')
    .map(({ name }) => name), ['enabled'])
  assert.equal((await bench.bounces.settings('default')).enabled, false)
  await bench.bounces.change('default', 'boss', { enabled: true })
  const [third] = (await bench.bounce(chosen)).rows
  assert.equal(third?.state, 'sent')
  assert.equal(bench.sink.sent.length, 1)
})
