// A service of its own for the tests of pages: `carom serve` on a free port, with a store that goes
// with it, and people who may sign in.

import assert from 'node:assert/strict'
import { spawn, spawnSync, type ChildProcess } from 'node:child_process'
import { once } from 'node:events'
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { ROOT } from '../../../scripts/source-files.ts'

export type Role = 'viewer' | 'operator' | 'admin'

export const PASSWORD = 'a long sentence to sign in with'

export type RunningService = {
  readonly url: string
  /** Of an administrator. */
  readonly key: string
  /** What the process wrote on its standard output. */
  readonly greeting: string
  /** Folder that goes with the service. */
  readonly folder: string
  /** Asks the API with the key: the answer's body, which must be a success. */
  readonly ask: (path: string, body?: unknown, more?: AskMore) => Promise<JsonObject>
  /** The cookie of somebody of this role, who is made where there is nobody yet. */
  readonly signIn: (role: Role) => Promise<string>
  /** Resolves when everything that came in is judged and decided. */
  readonly settled: () => Promise<void>
  readonly stop: () => Promise<void>
}

export type JsonObject = Readonly<Record<string, unknown>>
type AskMore = { readonly method?: string; readonly type?: string }

/** Limits would slow down those who try everything within a second. */
const CONFIG = `
http:
  port: 0
  requestsPerMinutePerKey: 100000
  requestsPerMinutePerIp: 100000
  hooksPerMinutePerIp: 100000
  streamsMax: 100
log: { level: warn }
`

/** @throws where the pages cannot be built or the service does not start */
export async function startService(
  config: string = '', words: readonly string[] = [],
): Promise<RunningService> {
  const built = spawnSync(process.execPath, ['scripts/build-web.mjs'], { cwd: ROOT })
  assert.equal(built.status, 0, built.stderr.toString())
  const folder = mkdtempSync(join(tmpdir(), 'carom-pages-'))
  writeFileSync(join(folder, 'carom.yaml'), CONFIG + config.replaceAll('{folder}', folder))
  const child = spawn(
    process.execPath, [join(ROOT, 'packages/app/bin/carom.mjs'), 'serve', ...words],
    { cwd: folder, stdio: ['ignore', 'pipe', 'pipe'] })
  const greeting = await greetingOf(child)
  const url = /^API +(\S+)\/v1$/m.exec(greeting)?.[1] ?? ''
  const key = /carom_\w+_[\w-]+/.exec(greeting)?.[0] ?? ''
  const ask = asker(url, key)
  return {
    url, key, greeting, folder, ask, signIn: signer(url, greeting, ask),
    settled: () => waitUntilSettled(ask),
    async stop() {
      const closed = once(child, 'close')
      child.kill('SIGTERM')
      await closed
      rmSync(folder, { recursive: true, force: true })
    },
  }
}

/** All that it says until it listens; with what it complains of where it ends instead. */
async function greetingOf(child: ChildProcess): Promise<string> {
  let [said, complaints] = ['', '']
  child.stdout?.on('data', (piece: Buffer) => { said += piece.toString() })
  child.stderr?.on('data', (piece: Buffer) => { complaints += piece.toString() })
  const ended = once(child, 'close')
  // The link is the last thing that a first start says.
  while (!said.includes('to make the first account')) {
    const [code] = await Promise.race([once(child.stdout as NodeJS.ReadableStream, 'data'), ended])
    assert.ok(typeof code !== 'number', `carom serve ended: ${complaints}`)
  }
  return said
}

function asker(url: string, key: string): RunningService['ask'] {
  return async (path, body, { method, type = 'application/json' } = {}) => {
    const isRaw = typeof body === 'string' || body instanceof Uint8Array
    const response = await fetch(url + path, {
      method: method ?? (body === undefined ? 'GET' : 'POST'),
      headers: { 'authorization': `Bearer ${key}`, 'content-type': type },
      ...body === undefined ? {} : { body: isRaw ? body as BodyInit : JSON.stringify(body) },
    })
    const text = await response.text()
    assert.ok(response.ok, `${path}: ${response.status} ${text}`)
    return JSON.parse(text) as JsonObject
  }
}

/** The administrator comes by the link of the first start, everybody else is added by key. */
function signer(
  url: string, greeting: string, ask: RunningService['ask'],
): RunningService['signIn'] {
  const cookies = new Map<Role, Promise<string>>()
  const make = async (role: Role): Promise<string> => {
    if (role !== 'admin') {
      await ask('/v1/users', { name: role, role, password: PASSWORD })
      return await cookieOf(url, '/v1/session', { name: role, password: PASSWORD })
    }
    const token = /\/setup#([\w-]+)/.exec(greeting)?.[1]
    assert.ok(token, `no link to set it up: ${greeting}`)
    return await cookieOf(url, '/v1/setup', { token, name: 'admin', password: PASSWORD })
  }
  return (role) => {
    const cookie = cookies.get(role) ?? make(role)
    cookies.set(role, cookie)
    return cookie
  }
}

async function cookieOf(url: string, path: string, body: object): Promise<string> {
  const response = await fetch(url + path, {
    method: 'POST', body: JSON.stringify(body),
    headers: { 'content-type': 'application/json', 'origin': url },
  })
  const cookie = response.headers.getSetCookie()[0]?.split(';')[0]
  assert.ok(cookie, `${path}: ${response.status} ${await response.text()}`)
  return cookie
}

async function waitUntilSettled(ask: RunningService['ask']): Promise<void> {
  for (;;) {
    const { rows } = await ask('/v1/sources') as unknown as { rows: { backlog: number }[] }
    if (rows.every(({ backlog }) => backlog === 0)) return
    await new Promise((resolve) => { setTimeout(resolve, 50) })
  }
}
