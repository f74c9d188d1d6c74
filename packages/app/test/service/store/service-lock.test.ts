// One service on each SQLite file, whatever became of the one before; all else works beside it.

import assert from 'node:assert/strict'
import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { hostname } from 'node:os'
import { test } from 'node:test'
import { fileURLToPath } from 'node:url'
import { SILENT_LOG } from '../../../src/service/log.ts'
import { openStore } from '../../../src/service/store/open.ts'
import { reserveFile } from '../temporary-store.ts'
import { makeInput, NOON } from './inputs.ts'

const DEPS = { log: SILENT_LOG, now: () => NOON }
const SERVICE = { isService: true }
const CHILD = fileURLToPath(new URL('service-child.ts', import.meta.url))

test('a second service on a file is told who serves it; others work beside', async () => {
  const { url, remove } = await reserveFile()
  const first = await openStore(url, SERVICE, DEPS)
  for (const again of [url, `sqlite:${url}`]) {
    await assert.rejects(openStore(again, SERVICE, DEPS), {
      code: 'store-served',
      message: new RegExp(`served already, by process ${process.pid} on ${hostname()} ` +
        `since ${new Date(NOON).toISOString()};`),
    })
  }
  const beside = await openStore(url, {}, DEPS)
  await beside.ingest([makeInput('a')])
  await beside.close()
  await assert.rejects(openStore(url, SERVICE, DEPS), { code: 'store-served' })
  await first.close()
  const next = await openStore(url, SERVICE, DEPS)
  assert.equal((await next.all('SELECT id FROM inbox')).length, 1)
  await next.close()
  await remove()
})

test('a killed service leaves no lock, and of many at once one gets it', async (t) => {
  const { url, remove } = await reserveFile()
  const children = Array.from({ length: 4 }, () =>
    spawn(process.execPath, [CHILD, url], { stdio: ['pipe', 'pipe', 'inherit'] }))
  t.after(() => children.forEach((child) => child.kill('SIGKILL')))
  const said = await Promise.all(children.map(async ({ stdout }) =>
    String((await once(stdout, 'data'))[0]).trim()))
  const serving = children.filter((_, i) => said[i] === 'serves')
  assert.equal(serving.length, 1, said.join('\n'))
  for (const text of said.filter((one) => one !== 'serves')) {
    assert.match(text, new RegExp(`by process ${serving[0]?.pid} on `))
  }
  serving[0]?.kill('SIGKILL')
  await once(serving[0] as NonNullable<typeof serving[0]>, 'close')
  const next = await openStore(url, SERVICE, DEPS)
  await next.close()
  await remove()
})
