// `carom user` beside a running service: who it lets in gets in, whom it disables is out.

import assert from 'node:assert/strict'
import { test, type TestContext } from 'node:test'
import { openAccess } from '../src/service/open-access.ts'
import { CONFIG_DEFAULTS } from '../src/service/config/defaults.ts'
import type { Access } from '../src/service/access/access.ts'
import { runCarom, type Ran } from './memory-io.ts'
import { reserveFile } from './service/temporary-store.ts'

const ORIGIN = { ip: '192.0.2.1', agent: 'test' }
const PASSWORD = 'a long quiet river'

async function open(t: TestContext): Promise<{
  access: Access; run: (...words: readonly string[]) => Promise<Ran>
}> {
  const { url, remove } = await reserveFile()
  const { access, close } = await openAccess({
    ...CONFIG_DEFAULTS, store: { ...CONFIG_DEFAULTS.store, url },
  }, 'make')
  t.after(async () => {
    await close()
    await remove()
  })
  return { access, run: (...words) => runCarom(['user', ...words, '--store', url]) }
}

function tokenOf({ stdout }: Ran): string {
  return /\/setup#([\w-]{43})/.exec(stdout)?.[1] ?? stdout
}

test('from nobody to a first administrator, a reset, and out again', async (t) => {
  const { access, run } = await open(t)
  assert.match((await run('list')).stdout, /^Nobody\./)
  const added = await run('add', 'Ann', '--role', 'admin')
  assert.match(added.stdout, /^ann is added as admin\.\nOpen http:\/\/127\.0\.0\.1:8025\/setup#/)
  const opened = await access.links.use({ token: tokenOf(added), password: PASSWORD }, ORIGIN)
  assert.equal(opened.user.role, 'admin')
  assert.match((await run('list')).stdout, /^NAME .*\nann +admin +password +20\d\d-/)
  const reset = await run('reset', 'ann')
  assert.equal(await access.sessions.find(opened.token), undefined)
  const again = await access.links.use({ token: tokenOf(reset), password: PASSWORD }, ORIGIN)
  assert.equal((await run('disable', 'ann')).code, 1)
  await run('add', 'bob', '--role', 'admin')
  assert.equal((await run('disable', 'ANN')).stdout, 'ann is disabled.\n')
  assert.equal(await access.sessions.find(again.token), undefined)
  assert.match((await run('list')).stdout, /ann +admin +disabled/)
  assert.equal((await run('enable', 'ann')).stdout, 'ann is enabled.\n')
  assert.equal((await run('remove', 'ann')).stdout, 'ann is removed.\n')
  const { users } = JSON.parse((await run('list', '--json')).stdout) as { users: object[] }
  assert.equal(users.length, 1)
})

test('what is wrong is said', async (t) => {
  const { run } = await open(t)
  await run('add', 'ann')
  for (const [words, code, said] of [
    [['add', 'ann'], 1, /there is a user of this name/], [['reset', 'bob'], 1, /no user bob/],
    [[], 2, /nothing to do/], [['grow', 'x'], 2, /'grow' is not known/],
    [['add'], 2, /one name/], [['list', 'x'], 2, /no name/], [['add', 'a b'], 2, /cannot be named/],
    [['add', 'x', '--role', 'root'], 2, /role/],
  ] as const) {
    const ran = await run(...words)
    assert.equal(ran.code, code, words.join(' '))
    assert.match(ran.stderr, said)
  }
})
