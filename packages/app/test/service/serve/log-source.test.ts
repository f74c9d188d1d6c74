// `carom serve` with a log as its source: from a line that is written to a suppression, once, over
// a restart and a rotation.

import assert from 'node:assert/strict'
import { spawn, type ChildProcess } from 'node:child_process'
import { once } from 'node:events'
import { appendFileSync, mkdtempSync, renameSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { test, type TestContext } from 'node:test'
import { setTimeout as sleep } from 'node:timers/promises'
import { fileURLToPath } from 'node:url'
import { resultLine } from '../intake/log/lines.ts'
import { listenTo, startedOf } from './started.ts'

const LAUNCHER = fileURLToPath(new URL('../../../bin/carom.mjs', import.meta.url))
const CONFIG = `http: { port: 0 }
sources:
  - { type: log, name: out1, paths: [mail.log], mta: postfix, zone: UTC }
`
const GONE = '550 5.1.1 <r2@example.org>: Recipient address rejected: User unknown'

type Service = { readonly child: ChildProcess; readonly url: string; readonly key: string }

async function start(t: TestContext, folder: string): Promise<Service> {
  const child = spawn(process.execPath, [LAUNCHER, 'serve'], {
    cwd: folder, stdio: ['ignore', 'pipe', 'pipe'],
  })
  t.after(() => child.kill('SIGKILL'))
  return { child, ...await startedOf(child, listenTo(child)) }
}

type EventRow = { readonly address: string; readonly event: Readonly<Record<string, unknown>> }

/** All events, as soon as there are so many. */
async function eventsOf({ url }: Service, key: string, count: number): Promise<EventRow[]> {
  for (;;) {
    const rows = (await ask(`${url}/v1/events`, key))['rows'] as EventRow[]
    if (rows.length >= count) return rows
    await sleep(20)
  }
}

async function ask(url: string, key: string): Promise<Record<string, unknown>> {
  const response = await fetch(url, { headers: { authorization: `Bearer ${key}` } })
  return await response.json() as Record<string, unknown>
}

test('a log that grows becomes events and states, each once', { timeout: 60_000 }, async (t) => {
  const folder = mkdtempSync(join(tmpdir(), 'carom-log-source-'))
  t.after(() => { rmSync(folder, { recursive: true, force: true }) })
  const log = join(folder, 'mail.log')
  writeFileSync(join(folder, 'carom.yaml'), CONFIG)
  writeFileSync(log, `${resultLine(1)}\n`)
  const first = await start(t, folder)
  appendFileSync(log, `${resultLine(2, GONE)}\n`)
  const [failure] = await eventsOf(first, first.key, 1)
  assert.equal(failure?.event['reason'], 'mailbox-unknown')
  assert.equal((failure.event['source'] as { type?: string }).type, 'log')
  const alive = await ask(`${first.url}/v1/addresses/r1@example.org`, first.key)
  assert.match(JSON.stringify(alive), /"kind":"delivered"/, 'a delivery is a sign of life')
  const state = await ask(`${first.url}/v1/addresses/r2@example.org`, first.key)
  assert.match(JSON.stringify(state), /mailbox-unknown/, 'the failure is an incident of the address')
  first.child.kill('SIGKILL')
  await once(first.child, 'close')

  appendFileSync(log, `${resultLine(3, GONE)}\n`)
  renameSync(log, `${log}.1`)
  writeFileSync(log, `${resultLine(4, GONE)}\n`)
  const second = await start(t, folder)
  const events = await eventsOf(second, first.key, 3)
  assert.deepEqual(events.map(({ address }) => address).sort(),
    [2, 3, 4].map((number) => `r${number}@example.org`))
  second.child.kill('SIGTERM')
  assert.equal((await once(second.child, 'close'))[0], 0)
})
