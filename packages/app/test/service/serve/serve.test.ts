// `carom serve` as a process: its first key, signals, exit codes, and everything it composes.

import assert from 'node:assert/strict'
import { spawn, type ChildProcessByStdio } from 'node:child_process'
import { once } from 'node:events'
import {
  existsSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync,
} from 'node:fs'
import { connect, createServer } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { Readable } from 'node:stream'
import { test, type TestContext } from 'node:test'
import { fileURLToPath } from 'node:url'
import { freePort } from '../../free-ports.ts'
import { listenTo, startedOf, type Said } from './started.ts'

const LAUNCHER = fileURLToPath(new URL('../../../bin/carom.mjs', import.meta.url))

type Process = {
  readonly child: ChildProcessByStdio<null, Readable, Readable>
  readonly said: Said
  readonly ended: Promise<number | null>
}

function start(
  t: TestContext, folder: string, words: readonly string[],
  { node = process.execPath, env = {} }: {
    readonly node?: string; readonly env?: Readonly<Record<string, string>>
  } = {},
): Process {
  const child = spawn(node, [LAUNCHER, 'serve', ...words], {
    cwd: folder, env: { ...process.env, ...env }, stdio: ['ignore', 'pipe', 'pipe'],
  })
  t.after(() => child.kill('SIGKILL'))
  const said = listenTo(child)
  return { child, said, ended: once(child, 'close').then(([code]) => code as number | null) }
}

function folderOf(t: TestContext): string {
  const folder = mkdtempSync(join(tmpdir(), 'carom-serve-'))
  t.after(() => rmSync(folder, { recursive: true, force: true }))
  return folder
}

async function askJson(
  url: string, key: string, body?: unknown, type: string = 'application/json',
): Promise<{ status: number; json: Record<string, unknown> }> {
  const response = await fetch(url, {
    headers: { 'authorization': `Bearer ${key}`, 'content-type': type },
    ...(body === undefined ? {} : {
      method: 'POST', body: typeof body === 'string' ? body : JSON.stringify(body),
    }),
  })
  return { status: response.status, json: await response.json() as Record<string, unknown> }
}

test('from the first start to a suppression, over a restart', async (t) => {
  const folder = folderOf(t)
  const words = ['--port', '0']
  const first = start(t, folder, words)
  const { url, key } = await startedOf(first.child, first.said)
  assert.match(key, /^carom_/)
  const address = 'ann@example.org'
  const messageId = 'm1@example.com'
  await askJson(`${url}/v1/sends`, key, { recipient: address, messageId })
  const taken = await askJson(`${url}/v1/events`, key, [
    { recipient: address, messageId, reply: '550 5.1.1 <ann@example.org>: user unknown' },
    { recipient: address, reply: '550 5.1.1 user unknown', messageId: 'm2@example.com' },
  ])
  assert.equal(taken.status, 202)
  let events: unknown[] = []
  while (events.length < 2) {
    events = (await askJson(`${url}/v1/events`, key)).json['rows'] as unknown[]
  }
  await askJson(`${url}/v1/suppressions`, key, { address: 'bob@example.org' })
  first.child.kill('SIGTERM')
  assert.equal(await first.ended, 0)
  assert.match(first.said.errors, /"stopped"/)
  assert.ok(!first.said.errors.includes(key) && !first.said.errors.includes('@example.org'))

  const second = start(t, folder, words)
  const { url: again, key: none } = await startedOf(second.child, second.said)
  assert.equal(none, '')
  const answer = await askJson(`${again}/v1/check?address=bob@example.org`, key)
  assert.equal(answer.json['answer'], 'do-not-send')
  const { json: readiness } = await askJson(`${again}/readyz`, key)
  assert.equal(readiness['ready'], true, JSON.stringify(readiness))
  second.child.kill('SIGINT')
  assert.equal(await second.ended, 0)
})

test('with addresses as hashes it answers, and its files name nobody', async (t) => {
  const folder = folderOf(t)
  const port = await freePort()
  const config = (addresses: string): void => writeFileSync(join(folder, 'carom.yaml'),
    `http: { port: 0 }\nprivacy: { addresses: ${addresses} }\n` +
    `maps: { socketmap: { enabled: true, port: ${port} } }\n`)
  config('hashed')
  const service = start(t, folder, [])
  const { url, key } = await startedOf(service.child, service.said)
  await askJson(`${url}/v1/suppressions/import?reason=manual`, key,
    'address\nbob.secret@example.org\n', 'text/csv')
  await askJson(`${url}/v1/events`, key,
    [{ recipient: 'ann.secret@example.org', reply: '550 5.1.1 ann.secret unknown' }])
  const ask = async (address: string): Promise<unknown> =>
    (await askJson(`${url}/v1/check?address=${address}`, key)).json['answer']
  while (await ask('Ann.Secret@Example.org') === 'send') continue
  const many = await askJson(
    `${url}/v1/check`, key, { addresses: ['BOB.secret@example.org', 'joe.secret@example.org'] })
  assert.deepEqual((many.json['answers'] as { answer: string }[]).map(({ answer }) => answer),
    ['do-not-send', 'send'])
  assert.match(await askMap(port, 'access bob.secret@example.org'), /^\d+:OK /)
  assert.match(await askMap(port, 'access joe.secret@example.org'), /^\d+:NOTFOUND /)
  const csv = await (await fetch(`${url}/v1/suppressions/export?format=csv`, {
    headers: { authorization: `Bearer ${key}` },
  })).text()
  assert.match(csv, /^~[a-z2-7]{26}@example\.org,/m)
  service.child.kill('SIGTERM')
  assert.equal(await service.ended, 0)
  assert.ok(!service.said.errors.includes('.secret'))
  const files = readdirSync(folder).filter((name) => name.startsWith('carom.db'))
  assert.ok(files.length > 0)
  for (const name of files) {
    assert.ok(!readFileSync(join(folder, name), 'latin1').includes('.secret'), name)
  }
  config('clear')
  const other = start(t, folder, [])
  assert.equal(await other.ended, 1)
  assert.match(other.said.errors, /write privacy\.addresses: hashed/)
})

/** One question of a mail server (socketmap: netstrings). */
async function askMap(port: number, question: string): Promise<string> {
  const socket = connect(port, '127.0.0.1')
  socket.write(`${question.length}:${question},`)
  const [answer] = await once(socket, 'data') as [Buffer]
  socket.destroy()
  return answer.toString()
}

test('a second signal ends it at once; SIGHUP reads the log level again', async (t) => {
  const folder = folderOf(t)
  writeFileSync(join(folder, 'carom.yaml'), 'http: { port: 0 }\n')
  const service = start(t, folder, [])
  await startedOf(service.child, service.said)
  service.child.kill('SIGHUP')
  while (!service.said.errors.includes('read again')) {
    await once(service.child.stderr as NodeJS.ReadableStream, 'data')
  }
  service.child.kill('SIGTERM')
  service.child.kill('SIGINT')
  assert.ok([0, 1].includes(await service.ended as number))
})

test('what is wrong is said before anything is touched', async (t) => {
  const folder = folderOf(t)
  writeFileSync(join(folder, 'bad.yaml'), 'htpp: { port: 0 }\n')
  const wrong = start(t, folder, ['-c', 'bad.yaml'])
  assert.equal(await wrong.ended, 2)
  assert.equal(wrong.said.errors, 'bad.yaml:1: htpp: no such setting. Did you mean http?\n')
  assert.equal(existsSync(join(folder, 'carom.db')), false)
  const usage = start(t, folder, ['now'])
  assert.equal(await usage.ended, 2)
})

test('a port that is taken, a store that cannot be: said in a line, exit code 1', async (t) => {
  const folder = folderOf(t)
  const taken = createServer().listen(0, '127.0.0.1')
  await once(taken, 'listening')
  t.after(() => taken.close())
  const { port } = taken.address() as { port: number }
  const first = start(t, folder, ['-p', String(port)])
  assert.equal(await first.ended, 1)
  assert.match(first.said.errors, new RegExp(`carom serve: port ${port} is taken`))
  const second = start(t, folder, ['-p', '0', '-s', '/nonexistent/folder/carom.db'])
  assert.equal(await second.ended, 1)
  assert.match(second.said.errors, /^carom serve: .+\n$/m)
})

test('SMTP, a webhook and the map of Postfix are composed; a taken port is tried again', async (t) => {
  const folder = folderOf(t)
  const taken = createServer().listen(0, '127.0.0.1')
  await once(taken, 'listening')
  t.after(() => taken.close())
  const { port } = taken.address() as { port: number }
  writeFileSync(join(folder, 'carom.yaml'), `
http: { port: 0 }
smtp: { enabled: true, port: ${port}, domains: [bounces.example.com] }
maps: { socketmap: { enabled: true, port: 0 }, files: [{ path: suppressed, intervalMs: 50 }] }
sources:
  - { type: webhook, name: pm, vendor: postmark, user: hook, password: geheim-canary }
  - { type: maildir, name: off, enabled: false, folders: [/nonexistent] }
`)
  const service = start(t, folder, [])
  const { url, key } = await startedOf(service.child, service.said)
  let [json, health]: [Record<string, unknown>, Record<string, string>] = [{}, {}]
  // The listeners begin beside each other: the API may answer before the taken port was tried.
  while (health['smtp'] !== 'failing') {
    ({ json } = await askJson(`${url}/v1/sources`, key))
    health = Object.fromEntries((json['rows'] as { name: string; health: string }[])
      .map((row) => [row.name, row.health]))
  }
  assert.deepEqual(health, { http: 'running', smtp: 'failing', pm: 'running', off: 'disabled' })
  assert.ok(!JSON.stringify(json).includes('canary'))
  const hook = await fetch(`${url}/hooks/pm`, { method: 'POST', body: '{}' })
  assert.ok(hook.status === 401 || hook.status === 403, String(hook.status))
  const metrics = await (await fetch(`${url}/metrics`)).text()
  assert.match(metrics, /carom_sources_failing 1\n/)
  await askJson(`${url}/v1/suppressions`, key, { address: 'bob@example.org' })
  const file = join(folder, 'suppressed')
  while (!existsSync(file) || !readFileSync(file, 'utf8').includes('bob@example.org 550 5.7.1 ')) {
    await new Promise((resolve) => { setTimeout(resolve, 20) })
  }
  taken.close()
  while (!service.said.errors.includes('listening for smtp')) {
    await once(service.child.stderr as NodeJS.ReadableStream, 'data')
  }
  service.child.kill('SIGTERM')
  assert.equal(await service.ended, 0)
  assert.ok(!service.said.errors.includes('canary'))
})

// Where the machine has an older Node, it hands over to the pinned one, signals included.
const OLD_NODE = ['/usr/bin/node', '/usr/local/bin/node'].find((file) => existsSync(file))

test('an older Node runs the service with the pinned one', { skip: OLD_NODE === undefined }, async (t) => {
  const service = start(t, folderOf(t), ['-p', '0'], { node: OLD_NODE as string })
  const { url, key } = await startedOf(service.child, service.said)
  assert.equal((await askJson(`${url}/v1/check?address=a@example.org`, key)).json['answer'], 'send')
  service.child.kill('SIGTERM')
  assert.equal(await service.ended, 0)
})
