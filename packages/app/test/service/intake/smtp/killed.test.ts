// Killed at any moment (F1): every message that was acknowledged is there, and what was not comes
// in exactly once when its sender tries again.

import assert from 'node:assert/strict'
import { fork, type ChildProcess } from 'node:child_process'
import { once } from 'node:events'
import { test } from 'node:test'
import { SILENT_LOG } from '../../../../src/service/log.ts'
import { openStore } from '../../../../src/service/store/open.ts'
import { reserveFile } from '../../temporary-store.ts'
import { openDialog } from './dialog.ts'
import { returnPath } from './listener.ts'

const ROUNDS = Number(process.env['CAROM_KILL_ROUNDS'] ?? 2)
const SESSIONS = 8
const MESSAGES = 400

type Child = { readonly process: ChildProcess; readonly port: number }

async function startChild(file: string): Promise<Child> {
  const child = fork(new URL('killed-child.ts', import.meta.url), [file], { stdio: 'inherit' })
  const [{ port }] = await once(child, 'message') as [{ port: number }]
  return { process: child, port }
}

/** Sends what waits until all is acknowledged or the server has gone. */
async function sendAll(port: number, waiting: Set<number>, onAck: () => void): Promise<void> {
  const queue = [...waiting]
  await Promise.all(Array.from({ length: SESSIONS }, async () => {
    const dialog = await openDialog(port)
    await dialog.ask('EHLO client.example.net')
    for (let n = queue.pop(); n !== undefined; n = queue.pop()) {
      dialog.write(`MAIL FROM:<>\r\nRCPT TO:<${returnPath(`user${n}@example.org`)}>\r\nDATA\r\n`)
      for (let i = 0; i < 3; i++) await dialog.reply()
      dialog.write(`Subject: ${n}\r\n\r\n.\r\n`)
      const reply = await dialog.reply()
      if (reply === 'closed') break
      assert.match(reply, /^250/)
      waiting.delete(n)
      onAck()
    }
    dialog.end()
  }))
}

test('no kill loses what was acknowledged or doubles what was sent again', async (t) => {
  const place = await reserveFile()
  const children: ChildProcess[] = []
  t.after(async () => {
    for (const child of children) child.kill('SIGKILL')
    await place.remove()
  })
  const waiting = new Set(Array.from({ length: MESSAGES }, (_, n) => n))
  for (let round = 0; round < ROUNDS && waiting.size > 0; round++) {
    const child = await startChild(place.url)
    children.push(child.process)
    const died = once(child.process, 'exit')
    let left = 20 + round * 17
    await sendAll(child.port, waiting, () => {
      if (--left === 0) child.process.kill('SIGKILL')
    })
    if (left > 0) child.process.kill('SIGKILL')
    await died
    const { kept, twice } = await readKept(place.url)
    assert.equal(twice, 0)
    const acknowledged = MESSAGES - waiting.size
    assert.ok(acknowledged >= 20 && kept.size >= acknowledged)
    for (let n = 0; n < MESSAGES; n++) assert.ok(waiting.has(n) || kept.has(n), `${n} is lost`)
  }
  assert.ok(waiting.size > 0, 'it was killed before all was sent')
  const last = await startChild(place.url)
  children.push(last.process)
  await sendAll(last.port, waiting, () => undefined)
  last.process.kill('SIGKILL')
  const { kept, twice } = await readKept(place.url)
  assert.deepEqual([waiting.size, kept.size, twice], [0, MESSAGES, 0])
})

async function readKept(url: string): Promise<{ kept: Set<number>; twice: number }> {
  const store = await openStore(url, {}, { log: SILENT_LOG, now: Date.now })
  try {
    const rows = await store.all<{ envelope: string }>('SELECT envelope FROM inbox')
    const numbers = rows.map(({ envelope }) => Number(/user(\d+)@/.exec(envelope)?.[1]))
    const kept = new Set(numbers)
    return { kept, twice: numbers.length - kept.size }
  } finally {
    await store.close()
  }
}
