// The demonstration: the same history for the same seed, made by the real pipeline, with everything
// in it that a newcomer shall see.

import assert from 'node:assert/strict'
import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { readdirSync, readFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { after, test } from 'node:test'
import { parseMessage } from '@carom/core'
import { CONFIG_DEFAULTS } from '../../../src/service/config/defaults.ts'
import type { Config } from '../../../src/service/config/types.ts'
import { fillDemo } from '../../../src/service/demo/fill.ts'
import { writeDemoMailbox } from '../../../src/service/demo/mailbox.ts'
import { makePeople } from '../../../src/service/demo/people.ts'
import { createRandom } from '../../../src/service/demo/random.ts'
import { SILENT_LOG } from '../../../src/service/log.ts'
import { openLedger } from '../../../src/service/open-ledger.ts'
import { openStore } from '../../../src/service/store/open.ts'
import { ROOT } from '../../../../../scripts/source-files.ts'
import { reserveFile } from '../temporary-store.ts'
import { listenTo } from './started.ts'

const NOW = Date.parse('2026-11-27T16:00:00Z')
const DAY_MS = 86_400_000
const BIN = join(ROOT, 'packages/app/bin/carom.mjs')

async function make() {
  const { url, remove } = await reserveFile()
  const config = {
    ...CONFIG_DEFAULTS, store: { ...CONFIG_DEFAULTS.store, url },
  } as unknown as Config
  return { config, filled: await fillDemo(config, { now: NOW }), remove }
}

const pause = (): Promise<void> => new Promise((resolve) => { setTimeout(resolve, 20) })

const made = make()
after(async () => (await made).remove())

test('a history holds everything that is to be seen', async (t) => {
  const { config, filled } = await made
  assert.ok(filled.sends > 18_000 && filled.sends < 26_000, String(filled.sends))
  const { ledger, close } = await openLedger(config)
  t.after(close)
  const time = { from: NOW - 155 * DAY_MS, until: NOW + 1 }
  const { totals, receivers, lists, holds } = await ledger.overview('default', { time })
  assert.ok(totals.bounced + totals.held > 1_900, String(totals.bounced))
  assert.ok(totals.complaints > 5 && totals.held > 20 && totals.suppressed > 500)
  assert.deepEqual(lists.map(({ list }) => list).sort(), ['news', 'offers', 'orders'])
  assert.ok(receivers.length >= 10)
  assert.equal(holds[0]?.receiver, 'postfach.example')
  const troubles = await ledger.troubles('default', time)
  const listing = troubles.find(({ blocklist }) => blocklist === 'Spamhaus ZEN')
  assert.deepEqual([listing?.state, listing?.subject], ['closed', '192.0.2.25'])
  assert.ok(troubles.some(({ state, reason }) => state === 'open' && reason === 'auth-failure'))
  const sources = await ledger.listSources('default')
  assert.ok(sources.some(({ id, events }) => id === 'ses' && events > 500))
  const { rows: [cluster] } = await ledger.unmatched('default', { limit: 5 })
  assert.ok((cluster?.n ?? 0) > 20 && cluster?.text.includes('bulletin'))
  const typos = await ledger.listEvents('default', { reason: 'domain-unknown' }, { limit: 1 })
  const typo = await ledger.addressView('default', typos.rows[0]?.address ?? '')
  assert.match(typo?.suggestion?.domain ?? '', /^(?:brightmail|postfach|inbox)\.example$/)
})

test('one failure is told by several sources, and only of invented names', async (t) => {
  const { config } = await made
  const store = await openStore(config.store.url, {}, { log: SILENT_LOG, now: () => NOW })
  t.after(() => store.close())
  const several = await store.get<{ n: number }>(
    'SELECT COUNT(*) AS n FROM (SELECT incident FROM events WHERE incident IS NOT NULL GROUP BY ' +
    'incident HAVING COUNT(DISTINCT source) > 1) AS told')
  assert.ok((several?.n ?? 0) > 200, String(several?.n))
  const real = await store.all(
    `SELECT address FROM addresses WHERE address NOT LIKE '%.example' LIMIT 5`)
  assert.deepEqual(real, [])
  const languages = await store.get<{ n: number }>(
    `SELECT COUNT(*) AS n FROM events WHERE event LIKE '%存在しません%' OR event LIKE '%inconnue%'`)
  assert.ok((languages?.n ?? 0) > 50)
})

test('the same seed gives the same history, another one other people', async (t) => {
  const again = await make()
  t.after(again.remove)
  const shapes: string[] = []
  for (const { config, filled } of [await made, again]) {
    const store = await openStore(config.store.url, {}, { log: SILENT_LOG, now: () => NOW })
    const rows = await store.all(
      'SELECT address, reason, occurred_at, list FROM events ORDER BY address, occurred_at, reason')
    shapes.push(JSON.stringify([filled, rows]))
    await store.close()
  }
  assert.equal(shapes[0], shapes[1])
  assert.notDeepEqual(makePeople(createRandom(4)), makePeople(createRandom(7)))
})

test('served, it has told others what changed: one takes all, one refuses, one is gone', async (t) => {
  const child = spawn(process.execPath, [BIN, 'serve', '--demo', '--port', '0'],
    { cwd: tmpdir(), stdio: ['ignore', 'pipe', 'pipe'] })
  t.after(async () => {
    const closed = once(child, 'close')
    child.kill('SIGTERM')
    await closed
  })
  const said = listenTo(child)
  while (!said.out.includes('/setup#') && child.exitCode === null) await pause()
  assert.equal(child.exitCode, null, said.errors)
  const [url = '', key = ''] = [/^API +(\S+)$/m, /carom_\w+_[\w-]+/].map((one) =>
    one.exec(said.out)?.at(-1) ?? '')
  const rowsOf = async (path: string): Promise<Row[]> => {
    const answer = await fetch(url + path, { headers: { authorization: `Bearer ${key}` } })
    return ((await answer.json()) as { rows: Row[] }).rows
  }
  const isSettled = (rows: Row[]): boolean =>
    rows.every(({ enabled, waiting }) => waiting === 0 || enabled === false)
    && rows.some(({ enabled }) => enabled === false)
  let told = await rowsOf('/endpoints')
  for (; !isSettled(told); told = await rowsOf('/endpoints')) await pause()
  assert.deepEqual(told.map(({ description, platform, disabledWhy }) =>
    [description, platform ?? disabledWhy]), [
    ['The shop', undefined], ['The newsletter system', 'listmonk'],
    ['Customers, until last year', 'answered 410: gone for good'],
  ])
  const dead = await rowsOf('/dead-letters?limit=100')
  const statusesOf = (row: Row | undefined): unknown[] =>
    dead.filter(({ endpoint }) => endpoint === row?.id).map(({ lastStatus }) => lastStatus)
  assert.deepEqual([statusesOf(told[0]), statusesOf(told[1])], [[], [400]])
  assert.ok(statusesOf(told[2]).includes(410))
})

type Row = Readonly<Record<string, unknown>>

test('the mailbox of the demonstration holds letters of every kind', async (t) => {
  const { url, remove } = await reserveFile()
  t.after(remove)
  const folder = join(dirname(url), 'office')
  await writeDemoMailbox(folder, NOW)
  const files = ['new', 'cur'].flatMap((name) =>
    readdirSync(join(folder, name)).map((file) => readFileSync(join(folder, name, file))))
  const messages = files.map((bytes) => parseMessage(bytes))
  assert.ok(messages.length >= 10)
  for (const message of messages) {
    assert.deepEqual(message.problems, [])
    assert.match(message.header('from') ?? '', /@[a-z-]+\.example>$/)
  }
  const proved = messages.filter((message) =>
    message.header('authentication-results')?.includes('dmarc=pass'))
  assert.ok(proved.length >= 5 && proved.length < messages.length)
})
