// `carom compose` as it is typed.

import assert from 'node:assert/strict'
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import test, { after } from 'node:test'
import { createEngine } from '@carom/core'
import { runCarom } from './memory-io.ts'

const MESSAGE = `Return-Path: <news@shop.example>
From: Shop <news@shop.example>
To: alice@customer.example
Subject: May offers
Message-ID: <m1@shop.example>

Hello
`
const WORDS = ['compose', '-r', 'alice@customer.example', '--host', 'mx.customer.example'] as const
const engine = createEngine()
const folder = mkdtempSync(join(tmpdir(), 'carom-compose-'))
after(() => { rmSync(folder, { recursive: true }) })

test('a bounce from standard input, and how to send it', async () => {
  const ran = await runCarom([...WORDS, '--reason', 'mailbox-full', '--language', 'de'], MESSAGE)
  assert.equal(ran.code, 0)
  assert.match(ran.stdout, /Dieses Postfach ist voll\./)
  assert.equal(ran.stderr, 'Send it to <news@shop.example> with the empty envelope sender <>.\n')
  const [event] = engine.readMessage(ran.bytes).events
  assert.deepEqual([event?.kind, event?.recipient, event?.reason], ['failed', 'alice@customer.example', 'mailbox-full'])
})

test('a bounce for a file, with everything told', async () => {
  const file = join(folder, 'message.eml')
  writeFileSync(file, MESSAGE)
  const { code, bytes, stdout, stderr } = await runCarom([
    ...WORDS, '-r', 'bob@customer.example', '--reply', '451 4.7.1 Try again later', '--kind', 'delayed', '--until', '2026-01-05T12:00:00Z',
    '--headers-only', '--from', 'postmaster@customer.example', '--return-path', 'offers@shop.example', '-q', file,
  ])
  assert.deepEqual([code, stderr], [0, ''])
  assert.match(stdout, /^From: Mail Delivery System <postmaster@customer\.example>\r\nTo: <offers@shop\.example>\r\n/)
  assert.match(stdout, /text\/rfc822-headers/)
  const { events } = engine.readMessage(bytes)
  assert.deepEqual(events.map(({ kind, recipient, willRetryUntil }) => [kind, recipient, willRetryUntil]), [
    ['delayed', 'alice@customer.example', '2026-01-05T12:00:00.000Z'],
    ['delayed', 'bob@customer.example', '2026-01-05T12:00:00.000Z'],
  ])
})

test('no two bounces have the same Message-ID', async () => {
  const ids = await Promise.all([1, 2].map(async () => {
    const { stdout } = await runCarom([...WORDS, '--reason', 'policy'], MESSAGE)
    return /^Message-ID: .*/m.exec(stdout)?.[0]
  }))
  assert.match(ids[0] ?? '', /<carom\.[\da-f-]{36}@mx\.customer\.example>/)
  assert.notEqual(ids[0], ids[1])
})

test('what must not be answered: exit code 1, the reason, and what may be forced', async () => {
  const list = MESSAGE.replace('Subject:', 'List-Id: <offers.shop.example>\nPrecedence: bulk\nSubject:')
  const refused = await runCarom([...WORDS, '--reason', 'policy'], list)
  assert.deepEqual([refused.code, refused.stdout], [1, ''])
  assert.equal(refused.stderr, 'carom compose: not answered (list-mail): Its header says "list-id: <offers.shop.example>".\n' +
    'carom compose: not answered (bulk-mail): Its header says "Precedence: bulk".\n' +
    'If a bounce is right all the same, add --force list-mail --force bulk-mail.\n')
  for (const force of [['--force', 'list-mail', '--force', 'bulk-mail'], ['--force', 'all']]) {
    assert.equal((await runCarom([...WORDS, '--reason', 'policy', ...force], list)).code, 0)
  }
  const final = await runCarom([...WORDS, '--reason', 'policy', '--force', 'all'], MESSAGE.replace('<news@shop.example>', '<>'))
  assert.equal(final.code, 1)
  assert.match(final.stderr, /^carom compose: not answered \(return-path-null\): .*\n$/)
})

test('input that cannot be read: exit code 1', async () => {
  for (const [words, stdin, reason] of [
    [[join(folder, 'none.eml')], undefined, 'no such file'], [[folder], undefined, 'is a folder'], [['-'], '', 'standard input: it is empty'],
  ] as const) {
    const { code, stdout, stderr } = await runCarom([...WORDS, '--reason', 'policy', ...words], stdin)
    assert.deepEqual([code, stdout], [1, ''])
    assert.ok(stderr.includes(reason), stderr)
  }
})

const WRONG: readonly (readonly [string, readonly string[]])[] = [
  ['no recipient', ['compose', '--reason', 'policy']],
  ['no reason', WORDS],
  ["--reason cannot be 'full'", [...WORDS, '--reason', 'full']],
  ["--recipient cannot be 'alice'", ['compose', '-r', 'alice', '--reason', 'policy']],
  ["--status cannot be '2.0.0'", [...WORDS, '--reason', 'policy', '--status', '2.0.0']],
  ["--host cannot be 'a b'", [...WORDS, '--reason', 'policy', '--host', 'a b']],
  ["--from cannot be 'x'", [...WORDS, '--reason', 'policy', '--from', 'x']],
  ["--until cannot be 'soon'", [...WORDS, '--reason', 'policy', '--until', 'soon']],
  ["--max-bytes cannot be '1k'", [...WORDS, '--reason', 'policy', '--max-bytes', '1k']],
  ["-l cannot be 'xx'", [...WORDS, '--reason', 'policy', '-l', 'xx']],
  ["--force cannot be 'return-path-null'", [...WORDS, '--reason', 'policy', '--force', 'return-path-null']],
  ['what has expired is not tried any more', [...WORDS, '--reason', 'expired', '--kind', 'delayed']],
  ['what has failed is not tried any more', [...WORDS, '--reason', 'policy', '--until', '2026-01-05T12:00:00Z']],
  ["--reply cannot be '250 ok'", [...WORDS, '--reply', '250 ok']],
  ['only one message at a time', [...WORDS, '--reason', 'policy', 'a', 'b']],
  ['no message', [...WORDS, '--reason', 'policy']],
]

test('wrong usage: exit code 2, and what to type instead', async () => {
  for (const [message, words] of WRONG) {
    const { code, stdout, stderr } = await runCarom(words)
    assert.deepEqual([code, stdout], [2, ''], message)
    assert.ok(stderr.startsWith(`carom compose: ${message}\n`), stderr)
    assert.match(stderr, /See `carom help compose`\.\n$/)
  }
})
