// `carom check` answers from a store or from a service, for one address or a file of them.

import assert from 'node:assert/strict'
import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { test } from 'node:test'
import { runCarom } from './memory-io.ts'
import { openTemporaryStore } from './service/temporary-store.ts'

async function withStore(work: (url: string) => Promise<void>): Promise<void> {
  const { store, url, cleanup } = await openTemporaryStore()
  await store.write(async (tx) => {
    for (const [address, list, end] of [
      ['gone@a.example', '', null], ['news@a.example', 'news', null], ['over@a.example', '', 1],
    ] as const) {
      await tx.run(
        'INSERT INTO suppressions (tenant, address, list, reason, origin, created_at, ' +
          'expires_at, actor) VALUES (?, ?, ?, ?, ?, ?, ?, ?)',
        ['default', address, list, 'mailbox-unknown', 'policy', 0, end, 'policy'])
    }
  })
  try {
    await work(url)
  } finally {
    await cleanup()
  }
}

test('each address is answered from the store, and the exit code sums up', async () => {
  await withStore(async (store) => {
    const fine = await runCarom(['check', '--store', store, 'over@a.example', 'ann@a.example'])
    assert.equal(fine.code, 0, fine.stderr)
    assert.deepEqual(
      fine.stdout.trim().split('\n').map((line) => JSON.parse(line).answer), ['send', 'send'])
    const gone = await runCarom(['check', '--store', store, 'ann@a.example', 'GONE@a.example'])
    assert.equal(gone.code, 1)
    assert.deepEqual(JSON.parse(gone.stdout.split('\n')[1] ?? ''), {
      address: 'gone@a.example', answer: 'do-not-send', status: 'suppressed', list: '',
      since: '1970-01-01T00:00:00.000Z', reason: 'mailbox-unknown',
      evidence: { incidents: [], origin: 'policy' },
    })
    const words = await runCarom(
      ['check', '--store', store, 'gone@a.example'], undefined, { stdout: true })
    assert.equal(words.stdout, 'do-not-send  gone@a.example  mailbox-unknown, since 1970-01-01\n')
    for (const [args, code] of [
      [['news@a.example'], 0], [['--list', 'news', 'news@a.example'], 1],
      [['--tenant', 'other', 'gone@a.example'], 0], [['not an address'], 1],
    ] as const) {
      const ran = await runCarom(['check', '-q', '--store', store, ...args])
      assert.deepEqual([ran.code, ran.stdout], [code, ''], `${args} ${ran.stderr}`)
    }
  })
})

test('advice is told beside the answer, in words on a terminal', async () => {
  await withStore(async (store) => {
    const ran = await runCarom(['check', '-a', '--store', store, 'ann@gmial.com', 'gone@a.example'])
    assert.equal(ran.code, 1, ran.stderr)
    const [typo, gone] = ran.stdout.trim().split('\n').map((line) => JSON.parse(line))
    assert.deepEqual([typo.answer, typo.advice.suggestion], ['send', 'ann@gmail.com'])
    assert.deepEqual(gone.advice.findings, [
      { reason: 'suppressed', confidence: 1, about: 'mailbox-unknown' },
    ])
    const words = await runCarom(
      ['check', '--advice', '--store', store, 'ann@gmial.com'], undefined, { stdout: true })
    assert.equal(words.stdout, `send         ann@gmial.com
             typo: gmial.com
             disposable
             meant was probably ann@gmail.com
             bounces with a chance of 62.8 %
`)
    assert.equal((await runCarom(['check', '--ask-dns', '--store', store, 'a@a.example'])).code, 2)
  })
})

test('files of lines and of tables are read', async () => {
  await withStore(async (store) => {
    for (const file of [
      'gone@a.example\r\n\n# no address\nann@a.example\n',
      'ann@a.example\ngone@a.example',
      'Name,Email\n"Smith, Ann",ann@a.example\nx,gone@a.example\n',
      '\ufeffemail\nann@a.example\ngone@a.example\n',
      'id;address\n1;ann@a.example\n2;"gone@a.example"\n3\n',
      '1\tann@a.example\n2\tgone@a.example\n',
    ]) {
      const ran = await runCarom(['check', '--store', store, '--blocked'], file)
      assert.equal(ran.code, 1, ran.stderr)
      assert.deepEqual(
        ran.stdout.trim().split('\n').map((line) => JSON.parse(line).address), ['gone@a.example'],
        file)
    }
    const many = Array.from({ length: 10_000 }, (_, n) => `u${n}@a.example`).join('\n')
    const ran = await runCarom(['check', '--store', store], many)
    assert.equal(ran.code, 0)
    assert.equal(ran.stdout.split('\n').length, 10_001)
  })
})

test('a running service is asked with the key', async () => {
  const server = createServer((request, response) => {
    let body = ''
    request.on('data', (piece: Buffer) => { body += piece })
    request.on('end', () => {
      if (request.headers.authorization !== 'Bearer carom_key') {
        response.writeHead(401).end('{"title":"no key"}')
        return
      }
      const asked = new URL(request.url ?? '', 'http://x').searchParams
      const { addresses, list } = JSON.parse(body) as { addresses: string[]; list?: string }
      response.end(JSON.stringify({ answers: addresses.map((address) => ({
        address, answer: list === 'news' ? 'hold' : 'send',
        ...asked.size === 0 ? {} : { why: asked.toString() },
      })) }))
    })
  })
  await new Promise<void>((resolve) => { server.listen(0, '127.0.0.1', resolve) })
  const url = `http://127.0.0.1:${(server.address() as AddressInfo).port}`
  const env = { CAROM_API_KEY: 'carom_key' }
  const fine = await runCarom(['check', '--url', url, 'a@a.example'], undefined, { env })
  assert.deepEqual(
    [fine.code, fine.stdout], [0, '{"address":"a@a.example","answer":"send"}\n'], fine.stderr)
  const held = await runCarom(
    ['check', '--url', `${url}/`, '-l', 'news', 'a@a.example'], undefined, { env })
  assert.equal(held.code, 1)
  const advised = await runCarom(
    ['check', '--url', url, '--advice', '--ask-dns', 'a@a.example'], undefined, { env })
  assert.equal(JSON.parse(advised.stdout).why, 'advice=true&dns=true')
  const refused = await runCarom(['check', '--url', url, 'a@a.example'])
  assert.equal(refused.code, 1)
  assert.match(refused.stderr, /answered 401: no key\. Give a key in CAROM_API_KEY/)
  server.close()
  const gone = await runCarom(['check', '--url', 'http://127.0.0.1:1', 'a@a.example'])
  assert.equal(gone.code, 1)
  assert.match(gone.stderr, /^carom check: /)
})

test('a store that is not there is not made', async () => {
  const ran = await runCarom(['check', 'a@a.example'], undefined, {
    env: { CAROM_STORE: '/nowhere/carom.db' },
  })
  assert.equal(ran.code, 1, ran.stdout)
})

test('what cannot be asked is never "send"', async () => {
  for (const [args, code] of [
    [['check'], 2], [['check', '--url', 'x', 'a@a.example'], 2],
    [['check', '--url', 'http://x', '--store', 'y', 'a@a.example'], 2],
    [['check', '--store', '/nowhere/carom.db', 'a@a.example'], 1],
    [['check', '--store', 'sqlite:/nowhere/carom.db', 'a@a.example'], 1],
    [['check', '--config', '/nowhere/carom.yaml', 'a@a.example'], 1],
  ] as const) {
    const ran = await runCarom(args)
    assert.equal(ran.code, code, `${args} ${ran.stderr}`)
    assert.equal(ran.stdout, '')
  }
})
