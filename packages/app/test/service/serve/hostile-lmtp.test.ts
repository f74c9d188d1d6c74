// A running service whose LMTP port is attacked from all sides, while one honest peer delivers.

import assert from 'node:assert/strict'
import { connect } from 'node:net'
import { test } from 'node:test'
import { setTimeout as sleep } from 'node:timers/promises'
import { bounce } from '../intake/sample-bounces.ts'
import { createDialog, openDialog, type Dialog } from '../intake/smtp/dialog.ts'
import { peakMegabytes, serve } from './running.ts'

const BOX = 'bounce@bounces.example.com'
/** The sources take more room than the bundle. */
const MEGABYTES_MAX = 500
const HONEST = 30

async function hello(port: number): Promise<Dialog> {
  const dialog = await openDialog(port)
  await dialog.ask('LHLO client.example.net')
  return dialog
}

async function deliver(port: number, text: string, recipients: number = 1): Promise<string[]> {
  const dialog = await openDialog(port)
  if (!dialog.greeting.startsWith('220')) return [dialog.greeting]
  await dialog.ask('LHLO client.example.net')
  await dialog.ask('MAIL FROM:<>')
  for (let n = 0; n < recipients; n++) await dialog.ask(`RCPT TO:<${BOX}>`)
  await dialog.ask('DATA')
  dialog.write(`${text.replaceAll(/^\./gm, '..')}.\r\n`)
  const replies: string[] = []
  for (let n = 0; n < recipients; n++) replies.push(await dialog.reply())
  dialog.end()
  return replies
}

/** All replies until the connection ends. */
async function until(dialog: Dialog): Promise<string[]> {
  const replies: string[] = []
  for (;;) {
    const reply = await dialog.reply()
    if (reply === 'closed') return replies
    replies.push(reply)
  }
}

type Attack = (port: number) => Promise<void>

const ATTACKS: Readonly<Record<string, Attack>> = {
  async 'a flood of commands, and nobody reads the replies'(port) {
    const socket = connect(port, '127.0.0.1')
    socket.on('error', () => undefined)
    socket.pause()
    for (let n = 0; n < 200; n++) socket.write('NOOP\r\n'.repeat(5_000))
    await sleep(3_000)
    socket.destroy()
  },
  async 'thousands of recipients'(port) {
    const dialog = await hello(port)
    dialog.write(`MAIL FROM:<>\r\n${`RCPT TO:<${BOX}>\r\n`.repeat(5_000)}`)
    const replies = await until(dialog)
    assert.equal(replies.filter((reply) => reply.startsWith('250 2.1.5')).length, 100)
    assert.match(replies.at(-1) ?? '', /^421/)
  },
  async 'ends of data that are none'(port) {
    const dialog = await hello(port)
    await dialog.ask('MAIL FROM:<>')
    await dialog.ask(`RCPT TO:<${BOX}>`)
    await dialog.ask('DATA')
    const hidden = `MAIL FROM:<>\r\nRCPT TO:<${BOX}>\r\nDATA\r\n${bounce(900)}`
    dialog.write(`${bounce(901)}\n.\n${hidden}\n.\r\n${hidden}\r.\r\n${hidden}\r\n.\r\n`)
    assert.match(await dialog.reply(), /^250/)
    assert.match(await dialog.ask('QUIT'), /^221/, 'nothing within the message was obeyed')
  },
  async 'BDAT, which is not offered'(port) {
    const dialog = await openDialog(port)
    const offered = await dialog.ask('LHLO client.example.net')
    assert.doesNotMatch(offered, /CHUNKING|BINARYMIME/)
    await dialog.ask('MAIL FROM:<>')
    await dialog.ask(`RCPT TO:<${BOX}>`)
    assert.match(await dialog.ask('BDAT 5 LAST'), /^50/)
    dialog.end()
  },
  async 'a message without an end'(port) {
    const dialog = await hello(port)
    await dialog.ask('MAIL FROM:<>')
    await dialog.ask(`RCPT TO:<${BOX}>`)
    await dialog.ask('DATA')
    const line = `${'x'.repeat(998)}\r\n`.repeat(1_000)
    for (let n = 0; n < 200 && !dialog.socket().destroyed; n++) {
      if (!dialog.socket().write(line)) await sleep(2)
    }
    assert.match((await until(dialog)).at(-1) ?? 'closed', /^421|^closed/)
  },
  async 'a peer that leaves before it hears what became of its message'(port) {
    for (let n = 0; n < 20; n++) {
      const dialog = await hello(port)
      await dialog.ask('MAIL FROM:<>')
      await dialog.ask(`RCPT TO:<${BOX}>`)
      await dialog.ask('DATA')
      dialog.write(`${bounce(902)}.\r\n`)
      dialog.socket().resetAndDestroy()
    }
  },
  async 'bytes that are no commands'(port) {
    const dialog = createDialog(connect(port, '127.0.0.1'))
    await dialog.reply()
    dialog.write(Buffer.alloc(1024 * 1024, 0xff))
    assert.match((await until(dialog)).at(-1) ?? 'closed', /^[45]/)
  },
}

/** A thousand come at once and say nothing: each is greeted or sent away, none is left waiting. */
async function crowd(port: number): Promise<Dialog[]> {
  const dialogs = Array.from({ length: 1_000 }, () => createDialog(connect(port, '127.0.0.1')))
  for (const dialog of dialogs) assert.match(await dialog.reply(), /^(?:220|421)/)
  return dialogs
}

test('LMTP under attack keeps what it acknowledged, once, and stays small', async (t) => {
  const service = await serve(t,
    'lmtp: { enabled: true, port: 0, domains: [{ name: bounces.example.com, mailboxes: [bounce] }] }\n')
  const port = Number(/"port":(\d+)[^\n]*listening for lmtp/.exec(service.said.errors)?.[1])
  const honest = async (): Promise<void> => {
    for (let n = 0; n < HONEST; n++) {
      const replies = await deliver(port, bounce(n), 3)
      assert.equal(replies.length, 3)
      for (const reply of replies) assert.match(reply, /^250/)
    }
  }
  await Promise.all([honest(), ...Object.entries(ATTACKS).map(async ([name, attack]) => {
    await attack(port).catch((error: unknown) => { throw new Error(name, { cause: error }) })
  })])
  for (const dialog of await crowd(port)) dialog.end()
  await sleep(200)
  assert.match((await deliver(port, bounce(904)))[0] ?? '', /^250/)
  const wanted = [...Array.from({ length: HONEST }, (_, n) => n), 901, 904]
  const count = async (number: number): Promise<number> => {
    const { rows } = await service.read(`/v1/events?address=user${number}@example.org`)
    return (rows as unknown[]).length
  }
  for (let tries = 0; tries < 50 && await count(904) === 0; tries++) await sleep(100)
  for (const number of wanted) assert.equal(await count(number), 1, `bounce ${number}`)
  assert.ok(await count(902) <= 1)
  const megabytes = peakMegabytes(service.pid)
  assert.ok(megabytes < MEGABYTES_MAX, `it took ${megabytes} MB`)
  assert.equal(await service.stop(), 0)
})
