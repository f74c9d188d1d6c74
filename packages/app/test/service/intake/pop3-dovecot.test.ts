// The POP3 intake against a real Dovecot.

import assert from 'node:assert/strict'
import { execFileSync } from 'node:child_process'
import { mkdirSync, readdirSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { after, before, test } from 'node:test'
import { createPop3Intake, testPop3 } from '../../../src/service/intake/pop3.ts'
import type { Pop3Settings } from '../../../src/service/intake/pop3.ts'
import { missingDovecot, startDovecot } from './dovecot.ts'
import type { Dovecot } from './dovecot.ts'
import { memoryDeps, until } from './memory-deps.ts'
import type { MemoryDeps } from './memory-deps.ts'
import { bounce, letter } from './sample-bounces.ts'

const skip = missingDovecot()
let dovecot: Dovecot
if (skip === false) {
  before(async () => {
    dovecot = await startDovecot()
  })
  after(() => dovecot.stop())
}

/** Delivers as a mail server does: into tmp/, then into new/. */
function drop(user: string, name: string, text: string): void {
  const folder = dovecot.maildir(user)
  for (const part of ['new', 'cur', 'tmp']) mkdirSync(join(folder, part), { recursive: true })
  writeFileSync(join(folder, 'new', name), text)
  execFileSync('chown', ['-R', 'nobody:nogroup', join(folder, '..')])
}

function mailsOf(user: string): number {
  return ['new', 'cur'].reduce((sum, part) =>
    sum + readdirSync(join(dovecot.maildir(user), part)).length, 0)
}

function settings(user: string, more: Partial<Pop3Settings> = {}): Pop3Settings {
  return {
    tenant: 'main', source: 'maildrop', host: 'localhost', port: dovecot.pop3s, user,
    certificateAuthority: dovecot.certificate, password: dovecot.password, pollMs: 20, ...more,
  }
}

async function running(
  given: Pop3Settings, work: (deps: MemoryDeps) => Promise<void>,
): Promise<void> {
  const deps = memoryDeps()
  const intake = createPop3Intake(given, deps)
  await intake.start()
  try {
    await work(deps)
  } finally {
    await intake.stop()
  }
}

test('keeps all, deletes bounces only, over TLS and over STARTTLS', { skip }, async () => {
  for (const security of ['tls', 'starttls'] as const) {
    const user = `pop-${security}`
    drop(user, '1.a.example', bounce(1))
    drop(user, '2.a.example', letter(2))
    const port = security === 'tls' ? dovecot.pop3s : dovecot.pop3
    await running(settings(user, { after: 'delete', security, port }), async (deps) => {
      await until(() => deps.inputs.length === 2 && mailsOf(user) === 1)
      assert.equal(Buffer.from(deps.inputs[0]?.bytes ?? []).toString(), bounce(1))
      drop(user, '3.a.example', bounce(3))
      await until(() => deps.inputs.length === 3 && mailsOf(user) === 1)
      assert.equal(deps.repeated(), 0)
    })
  }
})

test('leaves everything unless told otherwise', { skip }, async () => {
  drop('pop-leave', '1.a.example', bounce(1))
  await running(settings('pop-leave'), (deps) => until(() => deps.cursorMap.size === 1))
  assert.equal(mailsOf('pop-leave'), 1)
})

test('says what is wrong with an account', { skip }, async () => {
  drop('pop-test', '1.a.example', bounce(1))
  const good = settings('pop-test')
  assert.deepEqual(await testPop3(good), { ok: true, messages: 1 })
  const wrong = await testPop3({ ...good, password: 'wrong' })
  assert.match(wrong.problem ?? '', /refused the login of pop-test/)
  const { certificateAuthority: _, ...strange } = good
  assert.match((await testPop3(strange)).problem ?? '', /certificate/)
})
