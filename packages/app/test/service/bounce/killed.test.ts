// A process that is killed while the relay has the message: whether it was sent cannot be told, and
// it is not sent again by any other.

import assert from 'node:assert/strict'
import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { test } from 'node:test'
import { SILENT_LOG } from '../../../src/service/log.ts'
import { openStore } from '../../../src/service/store/open.ts'
import { createBouncing } from '../../../src/service/bouncing.ts'
import { CONFIG_DEFAULTS } from '../../../src/service/config/defaults.ts'
import { openZoneServer } from '../prevent/zone-server.ts'
import { delivered, writtenLetter } from './letters.ts'
import { openSink } from './workbench.ts'
import { KEY_RECORD, signed } from './zone.ts'

const PROGRAM = new URL('../../../bin/carom.mjs', import.meta.url).pathname
const ZONES = new URL('../../../../../fixtures/domains/zones.yaml', import.meta.url)

test('killed between noting and the relay\'s last word', async (t) => {
  const folder = await mkdtemp(join(tmpdir(), 'carom-killed-'))
  t.after(() => rm(folder, { recursive: true }))
  const { address } = await openZoneServer(t, ZONES, {
    's1._domainkey.shop.example': { TXT: [KEY_RECORD] },
  })
  const file = join(folder, 'message.eml')
  await writeFile(file, delivered(await signed(writtenLetter(), 'shop.example')))
  const url = join(folder, 'carom.db')
  const run = async (port: number, received?: () => Promise<void>): Promise<string> => {
    const child = spawn(process.execPath, [
      PROGRAM, 'bounce', '--send', '--store', url, '--dns', address, '--host', 'mx.ours.example',
      '--relay', `smtp://127.0.0.1:${port}`, '-r', 'office@ours.example',
      '--received', new Date().toISOString(), file,
    ], { stdio: ['ignore', 'pipe', 'inherit'] })
    const ended = once(child, 'close')
    const pieces: Buffer[] = []
    child.stdout.on('data', (piece: Buffer) => pieces.push(piece))
    if (received !== undefined) {
      await Promise.race([received(), ended])
      child.kill('SIGKILL')
    }
    await ended
    return Buffer.concat(pieces).toString()
  }
  let tell = (): void => undefined
  const silent = await openSink({ onData: (stream) => {
    stream.resume()
    stream.on('end', () => tell())
  } })
  t.after(() => silent.close())
  assert.equal(await run(silent.port, () => new Promise((resolve) => { tell = resolve })), '')
  const sink = await openSink()
  t.after(() => sink.close())
  const again = JSON.parse(await run(sink.port)) as {
    state: string; conditions: { name: string; outcome: string; because: string }[]
  }
  const refused = again.conditions.filter(({ outcome }) => outcome === 'refused')
  assert.deepEqual([again.state, refused.map(({ name }) => name), sink.sent.length],
    ['refused', ['once', 'per-recipient'], 0])
  assert.match(refused[0]?.because ?? '', /cannot be told/)
  const store = await openStore(url, {}, { log: SILENT_LOG, now: Date.now })
  t.after(() => store.close())
  const { api, stop } = await createBouncing(
    CONFIG_DEFAULTS, { store, log: SILENT_LOG, now: Date.now })
  t.after(stop)
  const log = await api.bounces.log('default', {}, { limit: 5 })
  assert.deepEqual(log.map(({ state, recipient }) => [state, recipient]),
    [['unknown', 'ann@shop.example']])
})
