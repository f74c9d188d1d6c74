// `carom serve` as a process: the link of the first start, what it leads to, and where it is not.

import assert from 'node:assert/strict'
import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { test, type TestContext } from 'node:test'
import { fileURLToPath } from 'node:url'
import { listenTo, startedOf } from '../serve/started.ts'

const LAUNCHER = fileURLToPath(new URL('../../../bin/carom.mjs', import.meta.url))
const PASSWORD = 'a long quiet river'

type Started = {
  readonly said: { out: string; errors: string }
  readonly url: string
  readonly token: string | undefined
  readonly stop: () => Promise<unknown>
}

async function start(t: TestContext, folder: string): Promise<Started> {
  const child = spawn(process.execPath, [LAUNCHER, 'serve', '--port', '0'], { cwd: folder })
  t.after(() => child.kill('SIGKILL'))
  const said = listenTo(child)
  const { url } = await startedOf(child, said)
  assert.equal(/^Pages +(.*)\/$/m.exec(said.out)?.[1], url)
  const told = /^Open (.*)\/setup#([\w-]{43}) to make the first account$/m.exec(said.out)
  if (told !== null) assert.equal(told[1], url)
  return {
    said, url, token: told?.[2],
    async stop() {
      child.kill('SIGTERM')
      await once(child, 'close')
    },
  }
}

async function post(url: string, json: object): Promise<Response> {
  return await fetch(url, {
    method: 'POST', body: JSON.stringify(json), headers: { 'content-type': 'application/json' },
  })
}

test('each start prints a link until there is an account, and the log has none', async (t) => {
  const folder = mkdtempSync(join(tmpdir(), 'carom-first-'))
  t.after(() => rmSync(folder, { recursive: true, force: true }))
  const first = await start(t, folder)
  assert.ok(first.token)
  await first.stop()
  const second = await start(t, folder)
  assert.ok(second.token !== undefined && second.token !== first.token)
  const setup = `${second.url}/v1/setup`
  const old = await post(setup, { token: first.token, name: 'ann', password: PASSWORD })
  assert.equal(old.status, 410)
  const made = await post(setup, { token: second.token, name: 'ann', password: PASSWORD })
  assert.equal(made.status, 201)
  const cookie = made.headers.getSetCookie()[0]?.split(';')[0] ?? ''
  await second.stop()
  const third = await start(t, folder)
  assert.equal(third.token, undefined)
  const who = await fetch(`${third.url}/v1/session`, { headers: { cookie } })
  assert.equal((await who.json() as { user: { name: string } }).user.name, 'ann')
  const login = await post(`${third.url}/v1/session`, { name: 'ann', password: PASSWORD })
  assert.equal(login.status, 201)
  await third.stop()
  const logs = [first, second, third].map(({ said }) => said.errors).join('')
  for (const secret of [first.token, second.token, PASSWORD, cookie.split('=')[1] ?? '']) {
    assert.ok(!logs.includes(secret))
  }
})
