// Sessions: order of commands, pipelining, limits, slow peers, STARTTLS, the stop.

import assert from 'node:assert/strict'
import { copyFile, mkdtemp, rm, writeFile } from 'node:fs/promises'
import { connect as connectPlain } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { test, type TestContext } from 'node:test'
import { connect as connectTls, type TLSSocket } from 'node:tls'
import type { SmtpIntakeOptions } from '../../../../src/service/intake/smtp/options.ts'
import { writeCertificate } from './certificates.ts'
import { createDialog, openDialog, type Dialog } from './dialog.ts'
import { BOUNCES, returnPath, startListener, type Listener } from './listener.ts'

async function start(t: TestContext, options: Partial<SmtpIntakeOptions> = {}): Promise<Listener> {
  const listener = await startListener(options)
  t.after(() => listener.stop())
  return listener
}

async function startWithTls(t: TestContext, options: Partial<SmtpIntakeOptions> = {}): Promise<{
  readonly listener: Listener; readonly certFile: string; readonly keyFile: string
}> {
  const folder = await mkdtemp(join(tmpdir(), 'carom-smtp-'))
  t.after(() => rm(folder, { recursive: true }))
  const certFile = join(folder, 'mx.crt')
  const keyFile = join(folder, 'mx.key')
  await writeCertificate('one.example.com', { certFile, keyFile })
  const listener = await start(t, { ...options, tls: { certFile, keyFile } })
  return { listener, certFile, keyFile }
}

/** Begins TLS on the socket of a dialog; resolves to the name in the server's certificate. */
function secure(dialog: Dialog): Promise<string> {
  return new Promise((resolve, reject) => {
    const plain = dialog.socket()
    plain.removeAllListeners('data')
    const socket: TLSSocket = connectTls({ socket: plain, rejectUnauthorized: false }, () => {
      const { CN } = socket.getPeerCertificate().subject
      resolve(String(CN))
    })
    socket.once('error', reject)
    dialog.adopt(socket)
  })
}

test('commands may come all at once', async (t) => {
  const listener = await start(t)
  const dialog = await openDialog(listener.port)
  const message = `MAIL FROM:<>\r\nRCPT TO:<${returnPath()}>\r\nRCPT TO:<x@example.net>\r\nDATA\r\n`
  dialog.write(`EHLO client.example.net\r\n${message}`)
  for (const expected of [/^250-/, /^250 2\.1\.0/, /^250 2\.1\.5/, /^550 5\.1\.1/, /^354/]) {
    assert.match(await dialog.reply(), expected)
  }
  dialog.write(`Subject: 1\r\n\r\n.\r\n${message}Subject: 2\r\n\r\n.\r\nQUIT\r\n`)
  for (const expected of [
    /^250 2\.6\.0/, /^250 2\.1\.0/, /^250 2\.1\.5/, /^550/, /^354/, /^250 2\.6\.0/, /^221/, /^closed/,
  ]) assert.match(await dialog.reply(), expected)
  assert.equal(listener.inputs().length, 2)
})

test('who talks before the greeting is sent away', async (t) => {
  const listener = await start(t)
  const dialog = createDialog(connectPlain(listener.port, '127.0.0.1'))
  dialog.write('EHLO client.example.net\r\nMAIL FROM:<>\r\n')
  assert.match(await dialog.reply(), /^421/)
  assert.equal(await dialog.reply(), 'closed')
})

test('refusals, idle commands, unknown commands and long lines have an end', async (t) => {
  const listener = await start(t, { errorsMax: 5, idleCommandsMax: 12 })
  const repeated = async (line: string, count: number): Promise<string> => {
    const dialog = await openDialog(listener.port)
    await dialog.ask('HELO client.example.net')
    await dialog.ask('MAIL FROM:<>')
    dialog.write(`${line}\r\n`.repeat(count))
    let last = ''
    for (let reply = await dialog.reply(); reply !== 'closed'; reply = await dialog.reply()) last = reply
    return last
  }
  assert.match(await repeated(`RCPT TO:<nobody@${BOUNCES}>`, 30), /^421 4\.7\.0/)
  assert.match(await repeated('NOOP', 30), /^421 4\.7\.0/)
  assert.match(await repeated('DATA', 30), /^421 4\.7\.0/)
  assert.match(await repeated('NONSENSE', 30), /^421/)
  assert.match(await repeated(`NOOP ${'x'.repeat(3_000)}`, 1), /^421/)
  assert.match(await repeated('x'.repeat(100_000), 1), /^421/)
})

test('one recipient a thousand times is too many as well', async (t) => {
  const listener = await start(t, { protocol: 'lmtp', errorsMax: 5 })
  const dialog = await openDialog(listener.port)
  await dialog.ask('LHLO client.example.net')
  dialog.write(`MAIL FROM:<>\r\n${`RCPT TO:<${returnPath()}>\r\n`.repeat(1_000)}`)
  const replies: string[] = []
  for (let reply = await dialog.reply(); reply !== 'closed'; reply = await dialog.reply()) {
    replies.push(reply.slice(0, 9))
  }
  assert.equal(replies.filter((reply) => reply === '250 2.1.5').length, 100)
  assert.deepEqual(replies.slice(101), [...Array<string>(5).fill('452 4.5.3'), '421 4.7.0'])
})

test('a network holds so many sessions, and so does everybody', async (t) => {
  const limited = await start(t, { connectionsPerNetworkMax: 2, connectionsMax: 4 })
  const open = (): Promise<string> => openDialog(limited.port).then(({ greeting }) => greeting)
  const first = await openDialog(limited.port)
  assert.match(await open(), /^220/)
  assert.match(await open(), /^421 4\.7\.0/)
  first.end()
  const other = await openDialog(limited.port, { localAddress: '127.0.1.1' })
  assert.match(other.greeting, /^220/)
  const all = await start(t, { connectionsMax: 1 })
  assert.match((await openDialog(all.port)).greeting, /^220/)
  assert.match((await openDialog(all.port)).greeting, /^421/)
})

test('slow peers are cut off, and the others do not notice', async (t) => {
  const listener = await start(t, {
    commandTimeoutMs: 1_500, dataTimeoutMs: 1_500, bytesPerSecondMin: 5_000, sessionMs: 60_000,
  })
  const inCommand = await openDialog(listener.port)
  const inData = await openDialog(listener.port)
  await inData.ask('HELO client.example.net')
  await inData.ask('MAIL FROM:<>')
  await inData.ask(`RCPT TO:<${returnPath()}>`)
  await inData.ask('DATA')
  // A byte now and then holds no session: neither deadline begins anew.
  const drip = setInterval(() => {
    inCommand.write('N')
    inData.write('x')
  }, 20)
  t.after(() => clearInterval(drip))
  assert.match(await inCommand.reply(), /^421 4\.4\.2/)
  assert.match(await inData.reply(), /^421 4\.4\.2/)
  assert.equal(listener.inputs().length, 0)
  const fast = await openDialog(listener.port)
  assert.match(await fast.ask('EHLO client.example.net'), /^250/)
})

test('slow peers cannot keep the others out', async (t) => {
  const listener = await start(t, { connectionsMax: 10, crowdedTimeoutMs: 800 })
  const slow = await Promise.all(Array.from({ length: 10 }, () => openDialog(listener.port)))
  // Once fewer than four fifths are taken, there is patience with the rest again.
  assert.match(await Promise.race(slow.map(({ reply }) => reply())), /^421 4\.4\.2|^closed/)
  assert.match((await openDialog(listener.port)).greeting, /^220/)
})

test('a session has an end', async (t) => {
  const listener = await start(t, { sessionMs: 200, commandTimeoutMs: 100_000, dataTimeoutMs: 60 })
  const dialog = await openDialog(listener.port)
  assert.match(await dialog.reply(), /^421 4\.4\.2 Session/)
})

test('what was sent in the clear behind STARTTLS is not obeyed (T17)', async (t) => {
  const { listener } = await startWithTls(t)
  const dialog = await openDialog(listener.port)
  dialog.write('EHLO client.example.net\r\nMAIL FROM:<early@example.net>\r\n')
  dialog.write(`STARTTLS\r\nEHLO evil.example\r\nMAIL FROM:<evil@example.net>\r\nNOOP\r\n`)
  assert.match(await dialog.reply(), /STARTTLS/)
  assert.match(await dialog.reply(), /^250/)
  assert.match(await dialog.reply(), /^220/)
  assert.equal(await secure(dialog), 'one.example.com')
  assert.match(await dialog.ask(`RCPT TO:<${returnPath()}>`), /^503/)
  assert.doesNotMatch(await dialog.ask('EHLO client.example.net'), /STARTTLS/)
  assert.match(await dialog.ask(`RCPT TO:<${returnPath()}>`), /^503/)
  await dialog.ask('MAIL FROM:<>')
  await dialog.ask(`RCPT TO:<${returnPath()}>`)
  assert.match(await dialog.ask('DATA'), /^354/)
  dialog.write('Subject: secret\r\n\r\n.\r\n')
  assert.match(await dialog.reply(), /^250/)
  dialog.end()
})

test('a certificate is read again without a restart; a broken one changes nothing', async (t) => {
  const { listener, certFile, keyFile } = await startWithTls(t)
  const nameNow = async (): Promise<string> => {
    const dialog = await openDialog(listener.port)
    await dialog.ask('EHLO client.example.net')
    await dialog.ask('STARTTLS')
    const name = await secure(dialog)
    dialog.end()
    return name
  }
  assert.equal(await nameNow(), 'one.example.com')
  const next = { certFile: `${certFile}.new`, keyFile: `${keyFile}.new` }
  await writeCertificate('two.example.com', next)
  await copyFile(next.certFile, certFile)
  await assert.rejects(listener.intake.reload(), /key/i)
  assert.equal(await nameNow(), 'one.example.com')
  await copyFile(next.keyFile, keyFile)
  await listener.intake.reload()
  assert.equal(await nameNow(), 'two.example.com')
  await writeFile(certFile, 'no certificate')
  await assert.rejects(listener.intake.reload())
  assert.equal(await nameNow(), 'two.example.com')
})

test('a peer that never finishes STARTTLS is dropped', async (t) => {
  const { listener } = await startWithTls(t, { commandTimeoutMs: 200 })
  const dialog = await openDialog(listener.port)
  await dialog.ask('EHLO client.example.net')
  assert.match(await dialog.ask('STARTTLS'), /^220/)
  dialog.socket().resume()
  assert.equal(await dialog.reply(), 'closed')
})

test('only listed peers may say for whom they speak', async (t) => {
  const proxy = 'PROXY TCP4 192.0.2.7 127.0.0.1 1000 25\r\n'
  const closed = await start(t)
  const refused = createDialog(connectPlain(closed.port, '127.0.0.1'))
  refused.write(proxy)
  assert.match(await refused.reply(), /^421/)
  const open = await start(t, { proxyFrom: ['127.0.0.1'] })
  const dialog = createDialog(connectPlain(open.port, '127.0.0.1'))
  dialog.write(proxy)
  assert.match(await dialog.reply(), /^220/)
  await dialog.ask('HELO client.example.net')
  await dialog.ask('MAIL FROM:<>')
  await dialog.ask(`RCPT TO:<${returnPath()}>`)
  await dialog.ask('DATA')
  dialog.write('Subject: proxied\r\n\r\n.\r\n')
  assert.match(await dialog.reply(), /^250/)
  assert.equal(open.inputs()[0]?.envelope.clientIp, '192.0.2.7')
  dialog.end()
})

test('a stop ends idle sessions at once and lets messages finish', async (t) => {
  const listener = await start(t)
  const idle = await openDialog(listener.port)
  const busy = await openDialog(listener.port)
  await busy.ask('HELO client.example.net')
  await busy.ask('MAIL FROM:<>')
  await busy.ask(`RCPT TO:<${returnPath()}>`)
  await busy.ask('DATA')
  const stopped = listener.stop()
  assert.match(await idle.reply(), /^421 4\.3\.2/)
  busy.write('Subject: last\r\n\r\n.\r\n')
  assert.match(await busy.reply(), /^250 2\.6\.0/)
  assert.match(await busy.ask('MAIL FROM:<>'), /^421/)
  await stopped
  assert.equal(listener.inputs().length, 1)
  await assert.rejects(new Promise((resolve, reject) => {
    connectPlain(listener.port, '127.0.0.1').once('connect', resolve).once('error', reject)
  }))
})

test('a stop does not wait for ever', async (t) => {
  const listener = await start(t, { stopTimeoutMs: 150 })
  const dialog = await openDialog(listener.port)
  await dialog.ask('HELO client.example.net')
  await dialog.ask('MAIL FROM:<>')
  await dialog.ask(`RCPT TO:<${returnPath()}>`)
  await dialog.ask('DATA')
  const reply = dialog.reply()
  await listener.stop()
  assert.match(await reply, /^421/)
})
