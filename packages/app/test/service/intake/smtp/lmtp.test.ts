// LMTP (RFC 2033): a reply for every recipient, over TCP and over a socket file.

import assert from 'node:assert/strict'
import { spawnSync } from 'node:child_process'
import { mkdtemp, rm, stat } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { test } from 'node:test'
import { openDialog, type Dialog } from './dialog.ts'
import { BOUNCES, returnPath, startListener } from './listener.ts'

async function openData(place: number | string, recipients: readonly string[]): Promise<Dialog> {
  const dialog = await openDialog(place)
  assert.match(dialog.greeting, /^220 mx\.example\.com LMTP/)
  assert.match(await dialog.ask('LHLO client.example.net'), /^250/)
  await dialog.ask('MAIL FROM:<>')
  for (const address of recipients) await dialog.ask(`RCPT TO:<${address}>`)
  assert.match(await dialog.ask('DATA'), /^354/)
  return dialog
}

test('every accepted recipient has a reply, the same one twice included', async (t) => {
  const listener = await startListener({ protocol: 'lmtp', messageBytesMax: 2_000 })
  t.after(() => listener.stop())
  const recipients = [
    returnPath('a@example.org'), 'victim@example.net', returnPath('b@example.org'),
    returnPath('a@example.org'), `bounce@${BOUNCES}`,
  ]
  const table: [string, RegExp, Error?][] = [
    ['Subject: kept\r\n\r\n', /^250 2\.6\.0/],
    [`${'x'.repeat(998)}\r\n`.repeat(3), /^552 5\.3\.4/],
    ['Subject: busy\r\n\r\n', /^451 4\.3\.0/, new Error('busy')],
  ]
  for (const [text, expected, failure] of table) {
    if (failure !== undefined) listener.fail(failure)
    const dialog = await openData(listener.port, recipients)
    dialog.write(`${text}.\r\n`)
    for (let i = 0; i < 4; i++) assert.match(await dialog.reply(), expected)
    assert.match(await dialog.ask('NOOP'), /^250/)
    dialog.end()
  }
  assert.deepEqual(listener.inputs().map(({ source, envelope }) =>
    [source, envelope.token?.recipient]), [
    ['lmtp', 'a@example.org'], ['lmtp', 'b@example.org'], ['lmtp', undefined],
  ])
})

test('a refusal for each of many recipients does not end the session', async (t) => {
  const listener = await startListener({ protocol: 'lmtp', errorsMax: 5 })
  t.after(() => listener.stop())
  const recipients = Array.from({ length: 30 }, (_, i) => returnPath(`user${i}@example.org`))
  listener.fail(new Error('busy'))
  const dialog = await openData(listener.port, recipients)
  dialog.write('Subject: many\r\n\r\n.\r\n')
  for (const _ of recipients) assert.match(await dialog.reply(), /^451 4\.3\.0/)
  assert.match(await dialog.ask('NOOP'), /^250/)
  dialog.end()
})

test('the commands of SMTP are not those of LMTP', async (t) => {
  const listener = await startListener({ protocol: 'lmtp' })
  t.after(() => listener.stop())
  const dialog = await openDialog(listener.port)
  assert.match(await dialog.ask('HELO client.example.net'), /^500/)
  assert.match(await dialog.ask('EHLO client.example.net'), /^500/)
  assert.match(await dialog.ask('MAIL FROM:<>'), /^503/)
  dialog.end()
})

test('a socket file that a dead process left is taken over, one in use is not', async (t) => {
  const folder = await mkdtemp(join(tmpdir(), 'carom-lmtp-'))
  t.after(() => rm(folder, { recursive: true }))
  const socketPath = join(folder, 'lmtp')
  const program = `require('net').createServer()
    .listen(process.argv[1], () => process.kill(process.pid, 'SIGKILL'))`
  spawnSync(process.execPath, ['-e', program, socketPath])
  const listener = await startListener({ protocol: 'lmtp', socketPath })
  t.after(() => listener.stop())
  assert.match((await openDialog(socketPath)).greeting, /^220/)
  await assert.rejects(startListener({ protocol: 'lmtp', socketPath }), { code: 'EADDRINUSE' })
  assert.match((await openDialog(socketPath)).greeting, /^220/)
  assert.equal((await stat(socketPath)).mode & 0o777, 0o666)
})

test('mail of listed peers counts as authenticated, and no other', async (t) => {
  const folder = await mkdtemp(join(tmpdir(), 'carom-lmtp-'))
  t.after(() => rm(folder, { recursive: true }))
  const socketPath = join(folder, 'lmtp')
  const table = [
    { options: { trustedPeers: ['127.0.0.1'] }, trust: 1 },
    { options: { trustedPeers: ['192.0.2.1', 'unix'] }, trust: 0 },
    { options: { socketPath, trustedPeers: ['unix'] }, trust: 1 },
    { options: { socketPath }, trust: 0 },
    { options: { protocol: 'smtp' as const, trustedPeers: ['127.0.0.1'] }, trust: 0 },
  ]
  for (const { options, trust } of table) {
    const listener = await startListener({ protocol: 'lmtp', ...options })
    const dialog = options.protocol === 'smtp'
      ? await openDialog(listener.port)
      : await openData(options.socketPath ?? listener.port, [`bounce@${BOUNCES}`])
    if (options.protocol === 'smtp') {
      for (const line of ['HELO x', 'MAIL FROM:<>', `RCPT TO:<bounce@${BOUNCES}>`, 'DATA']) {
        await dialog.ask(line)
      }
    }
    dialog.write('Subject: whose\r\n\r\n.\r\n')
    assert.match(await dialog.reply(), /^250/)
    assert.equal(listener.inputs()[0]?.trust, trust, JSON.stringify(options))
    dialog.end()
    await listener.stop()
  }
})
