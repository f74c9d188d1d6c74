// `carom deliver`: a piped message is kept once, or the mail system is told to keep it.

import assert from 'node:assert/strict'
import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { DatabaseSync } from 'node:sqlite'
import { test } from 'node:test'
import { runCarom, type Ran } from './memory-io.ts'
import { returnPath, startListener, KEY } from './service/intake/smtp/listener.ts'
import { openTemporaryStore } from './service/temporary-store.ts'

const MESSAGE = 'From: mailer-daemon@example.net\r\nSubject: Undelivered\r\n\r\nUser unknown\r\n'
const KEYS = { env: { CAROM_TOKEN_KEYS: `a ${Buffer.from(KEY.secret).toString('hex')}` } }

const deliver = (
  words: readonly string[], stdin: string | undefined = MESSAGE,
  env: Readonly<Record<string, string>> = {},
): Promise<Ran> => runCarom(['deliver', ...words], stdin, { env })

test('a message is kept once, beside a service that has the store open', async (t) => {
  const { store, url, cleanup } = await openTemporaryStore()
  t.after(cleanup)
  const words = ['--store', url, '-r', 'bounce@bounces.example.com', '-f', 'sender@example.net']
  for (let i = 0; i < 3; i++) {
    // Local delivery agents write the time of each attempt in front.
    const ran = await deliver(words, `From sender@example.net  Fri Nov 27 12:00:0${i} 2026\n${MESSAGE}`)
    assert.deepEqual([ran.code, ran.stdout, ran.stderr], [0, '', ''])
  }
  const items = await store.claim({ limit: 9, leaseMs: 1_000, owner: 'test', now: Date.now() })
  assert.equal(items.length, 1)
  assert.equal(Buffer.from(items[0]?.bytes ?? []).toString(), MESSAGE)
  assert.deepEqual([items[0]?.source, items[0]?.trust, items[0]?.envelope], ['pipe', 0, {
    mailFrom: 'sender@example.net', rcptTo: 'bounce@bounces.example.com',
  }])
})

test('a token in the recipient that the mail system names proves whom it is about', async (t) => {
  const { store, url, cleanup } = await openTemporaryStore({ now: Date.now })
  t.after(cleanup)
  const made = await runCarom([
    'token', 'make', '-d', 'bounces.example.com', '-r', 'ann@example.org', '--list', 'news',
  ], '', KEYS)
  const env = { ...KEYS.env, ORIGINAL_RECIPIENT: made.stdout.trim(), SENDER: '' }
  assert.equal((await deliver(['--store', url], MESSAGE, env)).code, 0)
  const [item] = await store.claim({ limit: 9, leaseMs: 1_000, owner: 'test', now: Date.now() })
  assert.equal(item?.trust, 3)
  assert.deepEqual(item?.envelope.token, { recipient: 'ann@example.org', list: 'news' })
})

test('a store that cannot keep it is exit code 75, and later it is kept', async (t) => {
  const { store, url, cleanup } = await openTemporaryStore()
  t.after(cleanup)
  const other = new DatabaseSync(url)
  other.exec('BEGIN EXCLUSIVE')
  const busy = await deliver(['--store', url])
  assert.equal(busy.code, 75)
  assert.match(busy.stderr, /^carom deliver: \S/)
  other.exec('ROLLBACK')
  other.close()
  assert.equal((await deliver(['--store', url])).code, 0)
  assert.equal((await store.all('SELECT 1 FROM inbox')).length, 1)
  for (const wrong of ['/nowhere/at/all/carom.db', 'postgres://127.0.0.1:1/none', 'ftp://x']) {
    assert.equal((await deliver(['--store', wrong])).code, 75, wrong)
  }
})

test('wrong usage is exit code 64, no message 65', async () => {
  const table: [string[], string | undefined, number, RegExp][] = [
    [['--store'], MESSAGE, 64, /--store needs a value/], [['--stroe', 'x'], MESSAGE, 64, /--store/],
    [['file.eml'], MESSAGE, 64, /standard input/], [['--to', 'smtp://x'], MESSAGE, 64, /--to cannot/],
    [['--to', 'lmtp://127.0.0.1:1'], MESSAGE, 64, /needs --recipient/],
    [['--to', 'lmtp:/x', '--store', 'y'], MESSAGE, 64, /cannot go together/],
    [['--store', ':memory:'], '', 65, /empty/],
  ]
  for (const [words, stdin, code, said] of table) {
    const ran = await deliver(words, stdin)
    assert.equal(ran.code, code, words.join(' '))
    assert.match(ran.stderr, said)
  }
  const terminal = await runCarom(['deliver', '--store', ':memory:'])
  assert.equal(terminal.code, 64)
})

test('a message is handed over by LMTP; a refusal for good is exit code 69', async (t) => {
  const listener = await startListener({ protocol: 'lmtp' })
  t.after(() => listener.stop())
  const to = ['--to', `lmtp://127.0.0.1:${listener.port}`]
  const given = await deliver([...to, '-r', returnPath()], MESSAGE)
  assert.deepEqual([given.code, given.stderr], [0, ''])
  assert.equal(listener.inputs()[0]?.trust, 3)
  assert.equal(Buffer.from(listener.inputs()[0]?.bytes ?? []).toString(), MESSAGE)
  const forged = await deliver([...to, '-r', 'nobody@bounces.example.com'])
  assert.equal(forged.code, 69)
  assert.match(forged.stderr, /550 5\.1\.1/)
  listener.fail(new Error('full'))
  assert.equal((await deliver([...to, '-r', returnPath()])).code, 75)
  const nobody = await deliver(['--to', 'lmtp://127.0.0.1:1', '-r', returnPath()])
  assert.equal(nobody.code, 75)
})

test('a message is handed over by HTTP', async (t) => {
  const seen: { url: string | undefined; key: string | undefined; body: string }[] = []
  const statuses = [202, 503, 401, 413]
  const server = createServer((request, response) => {
    const pieces: Buffer[] = []
    request.on('data', (piece: Buffer) => pieces.push(piece)).on('end', () => {
      seen.push({
        url: request.url, key: request.headers.authorization, body: Buffer.concat(pieces).toString(),
      })
      response.writeHead(statuses[seen.length - 1] ?? 500).end('{}')
    })
  })
  await new Promise<void>((resolve) => { server.listen(0, '127.0.0.1', resolve) })
  t.after(() => server.close())
  const to = `http://127.0.0.1:${(server.address() as AddressInfo).port}`
  const codes: number[] = []
  for (const _ of statuses) {
    codes.push((await deliver(['--to', to], MESSAGE, { CAROM_API_KEY: 'key_1' })).code)
  }
  assert.deepEqual(codes, [0, 75, 75, 69])
  assert.deepEqual(seen[0], { url: '/v1/messages?source=pipe', key: 'Bearer key_1', body: MESSAGE })
  assert.equal((await deliver(['--to', 'http://127.0.0.1:1'])).code, 75)
})
