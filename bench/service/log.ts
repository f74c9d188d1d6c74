// How fast the service reads a log of Postfix: from its first byte to the last line in the inbox.

import { closeSync, openSync, statSync, writeSync } from 'node:fs'
import { join } from 'node:path'
import { DatabaseSync } from 'node:sqlite'
import { setTimeout as sleep } from 'node:timers/promises'
import { addressOf } from './inputs.ts'
import { cpuUs, peakBytes, startService } from './process.ts'

/** One message in this many bounces; the others are delivered. */
const BOUNCE_EVERY = 50

/** A machine that others use as well reads slower. */
const READ_MS_MAX = 900_000

/** Reads a log of about so many bytes, and waits until all of it is decided. */
export async function measureLog(bytesWanted: number): Promise<Record<string, unknown>> {
  let bytes = 0
  const service = await startService((folder) => {
    bytes = writeLog(join(folder, 'mail.log'), bytesWanted)
    return 'sources: [{ type: log, name: postfix, mta: postfix, from: start, paths: ' +
      `[${join(folder, 'mail.log')}] }]`
  })
  const started = performance.now()
  const database = new DatabaseSync(
    join(service.folder, 'carom.db'), { readOnly: true, timeout: 5000 })
  try {
    const place = database.prepare(`SELECT value FROM cursors WHERE source LIKE '%postfix%'`)
    // The place up to which it was read stands in the cursor's JSON.
    while (!place.all().some(({ value }) => String(value).includes(String(bytes)))) {
      await sleep(50)
      const isLate = performance.now() - started > READ_MS_MAX
      if (isLate) throw new Error('the log was not read to its end')
    }
    const seconds = (performance.now() - started) / 1000
    const { pid } = service.child
    const read = {
      bytes, 'goal seconds': bytes / 1e9 * 30, seconds, 'MB /s': bytes / 1e6 / seconds,
      'CPU s': cpuUs(pid) / 1e6,
    }
    const left = database.prepare(`SELECT COUNT(*) AS n FROM inbox WHERE state = 'new'`)
    const behind = Number(left.get()?.['n'])
    while (Number(left.get()?.['n']) > 0) await sleep(100)
    return {
      ...read, 'inputs still to be judged': behind,
      'seconds until all is decided': (performance.now() - started) / 1000,
      'CPU s until all is decided': cpuUs(pid) / 1e6, 'peak memory bytes': peakBytes(pid),
    }
  } finally {
    database.close()
    await service.stop()
  }
}

function writeLog(path: string, bytesWanted: number): number {
  const file = openSync(path, 'w')
  let written = 0
  for (let first = 0; written < bytesWanted; first += 1000) {
    const lines = Array.from({ length: 1000 }, (_, i) => linesOf(first + i))
    written += writeSync(file, lines.join(''))
  }
  closeSync(file)
  return statSync(path).size
}

function linesOf(n: number): string {
  const id = `4${(n + 0x10000).toString(16).toUpperCase()}`
  const at = new Date(Date.now() - 3_600_000 + n % 3_600_000).toISOString().slice(0, 19)
  const head = (daemon: string): string => `${at}+00:00 mx postfix/${daemon}[${n % 999}]: ${id}: `
  const to = `to=<${addressOf(n)}>, relay=mx.big.example[192.0.2.25]:25, delay=1.2, ` +
    'delays=0.1/0/0.5/0.6, '
  const end = n % BOUNCE_EVERY === 0
    ? 'dsn=5.1.1, status=bounced (host mx.big.example[192.0.2.25] said: 550 5.1.1 User unknown ' +
      '(in reply to RCPT TO command))'
    : 'dsn=2.0.0, status=sent (250 2.0.0 OK 1772438400 a1-20020a)'
  return `${head('cleanup')}message-id=<m${n}@sender.example>\n` +
    `${head('qmgr')}from=<news@sender.example>, size=2310, nrcpt=1 (queue active)\n` +
    `${head('smtp')}${to}${end}\n${head('qmgr')}removed\n`
}
