// `carom anonymize` as it is typed.

import assert from 'node:assert/strict'
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import test, { after } from 'node:test'
import { runCarom } from './memory-io.ts'

const BOUNCE = `Return-Path: <>
From: MAILER-DAEMON@mx.fabrikam.net
To: peter@fabrikam.net
Subject: failure notice

Hi. This is the qmail-send program at mx.fabrikam.net.
I'm afraid I wasn't able to deliver your message to the following addresses.

<jane.doe@contoso.com>:
203.0.114.25 does not like recipient.
Remote host said: 550 5.1.1 No such user jane.doe

--- Below this line is a copy of the message.

Return-Path: <peter@fabrikam.net>
Received: from pc7.fabrikam.net (203.0.114.9)
From: peter@fabrikam.net
To: jane.doe@contoso.com
Subject: Merger

Dear Jane
`
const PRIVATE = /jane|peter|contoso|fabrikam|203\.0\.114|merger/i
const folder = mkdtempSync(join(tmpdir(), 'carom-anonymize-'))
after(() => { rmSync(folder, { recursive: true }) })

test('a bounce from standard input, and how it is judged', async () => {
  const { code, stdout, stderr } = await runCarom(['anonymize'], BOUNCE)
  assert.equal(code, 0)
  assert.doesNotMatch(stdout, PRIVATE)
  assert.match(stdout, /This is the qmail-send program at mx\./)
  assert.match(stdout, /550 5\.1\.1 No such user /)
  assert.match(stderr, /^Judged as before: failed mailbox-unknown permanent 550 5\.1\.1.*\.\n$/)
})

test('a bounce from a file; the seed makes runs agree', async () => {
  const file = join(folder, 'bounce.eml')
  writeFileSync(file, BOUNCE)
  const [one, two, other, none] = await Promise.all([
    runCarom(['anonymize', '--seed', 'secret', '-q', file]), runCarom(['anonymize', '--seed', 'secret', '-q', file]),
    runCarom(['anonymize', '--seed', 'other', '-q', file]), runCarom(['anonymize', '-q', file]),
  ])
  assert.deepEqual([one.code, one.stderr], [0, ''])
  assert.equal(one.stdout, two.stdout)
  assert.notEqual(one.stdout, other.stdout)
  assert.notEqual(none.stdout, one.stdout)
})

test('input that cannot be read: exit code 1', async () => {
  for (const [words, stdin, reason] of [
    [[join(folder, 'none.eml')], undefined, 'no such file'], [['-'], '', 'is empty'],
  ] as const) {
    const { code, stdout, stderr } = await runCarom(['anonymize', ...words], stdin)
    assert.deepEqual([code, stdout], [1, ''])
    assert.ok(stderr.includes(reason), stderr)
  }
})

test('wrong usage: exit code 2', async () => {
  for (const [message, words] of [
    ['only one message at a time', ['a', 'b']], ['no message', []], ['--seed needs a value', ['--seed']],
    ['no option --nonsense', ['--nonsense']],
  ] as const) {
    const { code, stderr } = await runCarom(['anonymize', ...words])
    assert.equal(code, 2)
    assert.ok(stderr.startsWith(`carom anonymize: ${message}\n`), stderr)
  }
})
