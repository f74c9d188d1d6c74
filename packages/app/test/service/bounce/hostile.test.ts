// Mail that is made to break readers, and relays that would be overheard.

import assert from 'node:assert/strict'
import { readdirSync, readFileSync } from 'node:fs'
import { test } from 'node:test'
import { createRelay } from '../../../src/service/bounce/relay.ts'
import { withoutTraces } from '../../../src/service/bounce/traces.ts'
import { openSink, openWorkbench } from './workbench.ts'

const FIXTURES = new URL('../../../../../fixtures/', import.meta.url)

test('no message of the fixtures breaks it, and none of them is bounced', async (t) => {
  const bench = await openWorkbench(t)
  const files = ['torture/', 'layouts/', 'messages/'].flatMap((folder) =>
    readdirSync(new URL(folder, FIXTURES), { recursive: true, encoding: 'utf8' })
      .filter((name) => name.endsWith('.eml')).map((name) => new URL(folder + name, FIXTURES)))
  assert.ok(files.length > 100)
  for (const file of files) {
    const bytes = readFileSync(file)
    const { rows: [row] } = await bench.bounce({ kind: 'raw', message: {
      bytes, recipient: 'office@ours.example', arrivedAt: bench.clock.now,
      returnPath: 'ann@shop.example',
    } }, { lift: ['age', 'no-reply', 'spam', 'our-recipient', 'not-blocked'] })
    assert.equal(row?.state, 'refused', file.pathname)
    const kept = withoutTraces(bytes, 'office@ours.example')
    assert.ok(kept.length <= bytes.length)
  }
  assert.equal(bench.sink.sent.length, 0)
})

test('a relay whose certificate is nobody\'s, or that hides its TLS, gets nothing', async (t) => {
  const selfSigned = await openSink({ disabledCommands: [] })
  const withoutTls = await openSink()
  t.after(() => Promise.all([selfSigned.close(), withoutTls.close()]))
  for (const { port, sent } of [selfSigned, withoutTls]) {
    const relay = createRelay({
      host: '127.0.0.1', port, security: 'starttls', timeoutMs: 5_000,
      user: 'us', password: 'right',
    }, 'mx.ours.example')
    const { ok, answer } = await relay.test()
    assert.equal(ok, false, answer)
    const { state } = await relay.send({
      envelopeSender: '', to: 'ann@shop.example', bytes: Buffer.from('Subject: x\r\n\r\n'),
      needsSmtpUtf8: false,
    })
    assert.deepEqual([state, sent.length], ['failed', 0])
  }
  assert.throws(() => createRelay(
    { host: 'smtp.example.com', security: 'plain', timeoutMs: 1 }, 'x'), /this machine only/)
})

test('only what delivery noted is taken out of a message', () => {
  const cases: readonly (readonly [string, string])[] = [
    ['Delivered-To: a@b\r\n folded\r\nSubject: x\r\n\r\nDelivered-To: body\r\n',
      'Subject: x\r\n\r\nDelivered-To: body\r\n'],
    ['X-Spam-Score: 1\nSubject: x\n\nbody', 'Subject: x\n\nbody'],
    ['Subject: x\r\nX-Spam: yes', 'Subject: x\r\n'],
    ['Received: from a by b for <other@ours.example>; date\r\nReceived: from c by d\r\n\tfor ' +
      '<Office@ours.example>; date\r\n\r\n',
    'Received: from c by d\r\n\tfor <Office@ours.example>; date\r\n\r\n'],
    ['no header at all', 'no header at all'], ['', ''],
    [' Delivered-To: folded first\r\nX: y\r\n\r\n', ' Delivered-To: folded first\r\nX: y\r\n\r\n'],
  ]
  for (const [before, after] of cases) {
    const kept = withoutTraces(Buffer.from(before), 'office@ours.example')
    assert.equal(Buffer.from(kept).toString(), after)
  }
})
