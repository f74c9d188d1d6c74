// What comes in is kept as it came: ends of data, dots, envelopes, sizes, and 250 only when kept.

import assert from 'node:assert/strict'
import { readFileSync } from 'node:fs'
import { after, before, test } from 'node:test'
import { openDialog, type Dialog } from './dialog.ts'
import { BOUNCES, returnPath, startListener, type Listener } from './listener.ts'

let listener: Listener
before(async () => { listener = await startListener() })
after(() => listener.stop())

/** Up to the 354. */
async function openData(on = listener, recipients = [returnPath()]): Promise<Dialog> {
  const dialog = await openDialog(on.port)
  await dialog.ask('EHLO client.example.net')
  await dialog.ask('MAIL FROM:<sender@example.net>')
  for (const address of recipients) {
    assert.match(await dialog.ask(`RCPT TO:<${address}>`), /^250/)
  }
  assert.match(await dialog.ask('DATA'), /^354/)
  return dialog
}

const lastText = (on = listener): string => Buffer.from(on.inputs().at(-1)?.bytes ?? []).toString('latin1')

/** `\r`, `\n` and `\0` in a line of a table. */
const unescape = (text: string): string =>
  text.replace(/\\([rn0])/g, (_, sign: string) => ({ r: '\r', n: '\n', 0: '\0' })[sign] ?? '')

test('data end at CRLF.CRLF alone, whatever comes as one of the other ends (T15)', async () => {
  const table = readFileSync(new URL('smuggled-ends.txt', import.meta.url), 'utf8')
    .split('\n').filter((line) => line !== '' && !line.startsWith('#'))
  assert.ok(table.length >= 8)
  for (const line of table) {
    const before_ = listener.inputs().length
    const dialog = await openData()
    const smuggled = `MAIL FROM:<evil@example.net>\r\nRCPT TO:<bounce@${BOUNCES}>\r\nDATA\r\nForged: yes\r\n`
    const [end = '', kept = end] = line.split(' => ').map(unescape)
    const marked = `Case: ${line}`
    dialog.write(`${marked}\r\n\r\ntext${end}${smuggled}\r\n.\r\n`)
    assert.match(await dialog.reply(), /^250 2\.6\.0/, line)
    assert.equal(listener.inputs().length, before_ + 1, line)
    assert.equal(lastText(), `${marked}\r\n\r\ntext${kept}${smuggled}\r\n`, line)
    assert.match(await dialog.ask('NOOP'), /^250/)
    dialog.end()
  }
})

test('bytes are kept whatever they are and however they are cut', async () => {
  const text = 'Subject: x\r\n\r\n.begins\r\n..two\r\n...\r\n.\rx\r\n\n.y\r\n\r\r\n.\r\r\nz\r\n' +
    '\0\xff\x80 bare\rcr bare\nlf\r\n'
  const stuffed = text.replace(/(^|\r\n)\./g, '$1..')
  const wire = Buffer.from(`${stuffed}.\r\n`, 'latin1')
  for (let size = 1; size <= 9; size++) {
    const dialog = await openData()
    dialog.socket().setNoDelay(true)
    for (let at = 0; at < wire.length; at += size) {
      dialog.write(wire.subarray(at, at + size))
      await new Promise((resolve) => { setImmediate(resolve) })
    }
    assert.match(await dialog.reply(), /^250/)
    assert.equal(lastText(), text)
    dialog.end()
  }
})

test('the envelope is kept, and a token proves the recipient', async () => {
  const dialog = await openData(listener, [returnPath('Bob@Example.ORG').toUpperCase()])
  dialog.write('Subject: proof\r\n\r\n.\r\n')
  assert.match(await dialog.reply(), /^250/)
  const input = listener.inputs().at(-1)
  assert.equal(input?.trust, 3)
  assert.equal(input?.source, 'smtp')
  assert.equal(input?.kind, 'message')
  assert.deepEqual(input?.envelope, {
    mailFrom: 'sender@example.net', rcptTo: returnPath('Bob@Example.ORG').toUpperCase(),
    clientIp: '127.0.0.1', helo: 'client.example.net', token: { recipient: 'Bob@example.org' },
  })
  dialog.end()
})

test('each token is an input of its own, all other recipients are one', async () => {
  const on = await startListener()
  const dialog = await openData(on, [
    returnPath('a@example.org'), returnPath('b@example.org'), returnPath('a@example.org'),
    `bounce@${BOUNCES}`, `postmaster@${BOUNCES}`, 'x@fbl.example.com',
  ])
  dialog.write('Subject: many\r\n\r\n.\r\n')
  assert.match(await dialog.reply(), /^250/)
  assert.deepEqual(on.inputs().map(({ trust, envelope }) => [trust, envelope.token?.recipient]), [
    [3, 'a@example.org'], [3, 'b@example.org'], [0, undefined], [0, undefined],
  ])
  assert.equal(on.wakes(), 1)
  dialog.end()
  await on.stop()
})

test('the same message once more, after a lost 250, is the same input (RFC 1047)', async () => {
  const on = await startListener()
  const lost = await openData(on)
  lost.write('Subject: again\r\n\r\n.\r\n')
  while (on.wakes() === 0) await new Promise((resolve) => { setImmediate(resolve) })
  lost.end()
  for (let i = 0; i < 2; i++) {
    const dialog = await openData(on)
    dialog.write('Subject: again\r\n\r\n.\r\n')
    assert.match(await dialog.reply(), /^250/)
    dialog.end()
  }
  assert.equal(on.inputs().length, 1)
  await on.stop()
})

test('a message that is too large is refused, and the session goes on', async () => {
  const on = await startListener({ messageBytesMax: 2_000 })
  const dialog = await openData(on)
  dialog.write(`${'x'.repeat(998)}\r\n`.repeat(3) + '.\r\n')
  assert.match(await dialog.reply(), /^552 5\.3\.4/)
  assert.equal(on.inputs().length, 0)
  assert.match(await dialog.ask('MAIL FROM:<>'), /^250/)
  dialog.end()
  await on.stop()
})

test('a peer that never stops sending is cut off', async () => {
  const on = await startListener({ messageBytesMax: 2_000, dataTimeoutMs: 60 })
  const dialog = await openData(on)
  dialog.write('x'.repeat(50_000))
  assert.match(await dialog.reply(), /^421 4\.3\.4/)
  await on.stop()
})

test('more than memory has room for is put off', async () => {
  const on = await startListener({ bufferedBytesMax: 1_000 })
  const dialog = await openData(on)
  dialog.write(`${'x'.repeat(998)}\r\n`.repeat(3) + '.\r\n')
  assert.match(await dialog.reply(), /^452 4\.3\.1/)
  await dialog.ask('MAIL FROM:<>')
  await dialog.ask(`RCPT TO:<${returnPath()}>`)
  await dialog.ask('DATA')
  dialog.write('Subject: small\r\n\r\n.\r\n')
  assert.match(await dialog.reply(), /^250/)
  dialog.end()
  await on.stop()
})

test('trouble of our own is 4xx, and the same message comes in later', async () => {
  const on = await startListener({ storeTimeoutMs: 40 })
  const failures: [Error | Promise<void>, RegExp][] = [
    [Object.assign(new Error('busy'), { code: 'store-busy' }), /^451 4\.3\.0/],
    [Object.assign(new Error('full'), { code: 'store-full' }), /^452 4\.3\.1/],
    [Object.assign(new Error('full'), { code: 'ENOSPC' }), /^452 4\.3\.1/],
    [new Error('a bug'), /^451 4\.3\.0/],
    [new Promise<void>(() => undefined), /^451 4\.3\.0/],
  ]
  for (const [failure, expected] of failures) {
    on.fail(failure)
    const dialog = await openData(on)
    dialog.write('Subject: trouble\r\n\r\n.\r\n')
    assert.match(await dialog.reply(), expected)
    assert.equal(on.inputs().length, 0)
    dialog.end()
  }
  const dialog = await openData(on)
  dialog.write('Subject: trouble\r\n\r\n.\r\n')
  assert.match(await dialog.reply(), /^250/)
  assert.equal(on.inputs().length, 1)
  assert.equal(on.intake.stats().storeFailures, failures.length)
  dialog.end()
  await on.stop()
})

test('no 250 before the input is durable', async () => {
  const on = await startListener()
  let commit = (): void => undefined
  on.fail(new Promise<void>((resolve) => { commit = resolve }))
  const dialog = await openData(on)
  dialog.write('Subject: wait\r\n\r\n.\r\nNOOP\r\n')
  const reply = dialog.reply()
  const early = await Promise.race([
    reply, new Promise((resolve) => { setTimeout(resolve, 50, 'nothing yet') }),
  ])
  assert.equal(early, 'nothing yet')
  commit()
  assert.match(await reply, /^250 2\.6\.0/)
  dialog.end()
  await on.stop()
})

test('a peer that leaves within its message leaves nothing', async () => {
  const on = await startListener()
  const dialog = await openData(on)
  dialog.write('Subject: half\r\n\r\nhalf of it\r\n.')
  dialog.socket().end()
  assert.equal(await dialog.reply(), 'closed')
  assert.equal(on.inputs().length, 0)
  await on.stop()
})
