// The IMAP intake against a real Dovecot: its main ways, in the words of the operator.

import assert from 'node:assert/strict'
import { after, before, it } from 'node:test'
import { ImapFlow } from 'imapflow'
import { createImapIntake, testImap } from '../../../src/service/intake/imap.ts'
import type { ImapSettings } from '../../../src/service/intake/imap.ts'
import type { MailIntake } from '../../../src/service/intake/mailbox/types.ts'
import { missingDovecot, startDovecot } from './dovecot.ts'
import type { Dovecot } from './dovecot.ts'
import { memoryDeps, until } from './memory-deps.ts'
import type { MemoryDeps } from './memory-deps.ts'
import { bounce, letter } from './sample-bounces.ts'

const skip = missingDovecot()
let dovecot: Dovecot
let users = 0
if (skip === false) {
  before(async () => {
    dovecot = await startDovecot()
  })
  after(() => dovecot.stop())
}

function settings(more: Partial<ImapSettings> = {}): ImapSettings {
  users += 1
  return {
    tenant: 'main', source: 'mailbox', host: 'localhost', port: dovecot.imaps,
    certificateAuthority: dovecot.certificate, user: `user${users}`,
    password: dovecot.password, retryMinMs: 20, retryMaxMs: 200, ...more,
  }
}

/** Runs work as another mail program that has the account open. */
async function asClient<Result>(
  user: string, work: (client: ImapFlow) => Promise<Result>,
): Promise<Result> {
  const client = new ImapFlow({
    host: 'localhost', port: dovecot.imaps, secure: true, logger: false,
    tls: { ca: dovecot.certificate }, auth: { user, pass: dovecot.password },
  })
  await client.connect()
  try {
    return await work(client)
  } finally {
    await client.logout()
  }
}

function append(user: string, texts: readonly string[], mailbox = 'INBOX'): Promise<void> {
  return asClient(user, async (client) => {
    for (const text of texts) await client.append(mailbox, text)
  })
}

function listFlags(user: string, mailbox = 'INBOX'): Promise<string[]> {
  return asClient(user, async (client) => {
    const { exists } = await client.mailboxOpen(mailbox)
    if (exists === 0) return []
    const found = await client.fetchAll('1:*', { uid: true, flags: true, envelope: true })
    return found.map(({ envelope, flags = new Set() }) =>
      [envelope?.subject, ...[...flags].filter((flag) => flag !== '\\Recent')].join(' '))
  })
}

async function running(
  given: ImapSettings, work: (deps: MemoryDeps, intake: MailIntake) => Promise<void>,
  deps: MemoryDeps = memoryDeps(),
): Promise<void> {
  const intake = createImapIntake(given, deps)
  await intake.start()
  try {
    await work(deps, intake)
  } finally {
    await intake.stop()
  }
}

const BOUNCE = 'Undelivered Mail Returned to Sender'

it('keeps what is there, flags bounces only, and finds new mail by IDLE', { skip }, async () => {
  const given = settings({ idlePollMs: 600_000 })
  await append(given.user, [bounce(1), letter(2)])
  await running(given, async (deps, intake) => {
    await until(() => deps.inputs.length === 2 && intake.health()[0]?.state === 'ok')
    const [first] = deps.inputs
    assert.equal(first?.trust, 0)
    assert.equal(first?.kind, 'message')
    assert.deepEqual(first?.envelope.rcptTo, undefined)
    assert.match(first?.transportKey ?? '', /^imap\/user\d+%40localhost\/INBOX\/\d+\/1\/[0-9a-f]{64}$/)
    assert.equal(Buffer.from(first?.bytes ?? []).toString(), bounce(1))
    await until(async () => (await listFlags(given.user))[0] !== BOUNCE)
    assert.deepEqual(await listFlags(given.user), [`${BOUNCE} $CaromKept`, 'Lunch 2'])
    await append(given.user, [bounce(3)])
    await until(() => deps.inputs.length === 3)
    assert.ok(deps.wakes() >= 2)
  })
})

it('goes on after a restart where it was', { skip }, async () => {
  const given = settings({ after: 'leave' })
  const deps = memoryDeps()
  await append(given.user, [bounce(1), bounce(2)])
  await running(given, () => until(() => deps.cursorMap.size === 1), deps)
  await append(given.user, [bounce(3)])
  await running(given, () => until(() => deps.inputs.length === 3), deps)
  assert.equal(deps.repeated(), 0)
  assert.deepEqual(await listFlags(given.user), [BOUNCE, BOUNCE, BOUNCE])
})

it('moves bounces and makes the mailbox for them', { skip }, async () => {
  const given = settings({ after: 'move', moveTo: 'Bounces/Kept' })
  await append(given.user, [bounce(1), letter(2), bounce(3)])
  await running(given, async () => {
    await until(async () => (await listFlags(given.user)).length === 1)
  })
  assert.deepEqual(await listFlags(given.user), ['Lunch 2'])
  assert.equal((await listFlags(given.user, 'Bounces/Kept')).length, 2)
})

it('deletes only what it kept, not what another client marked', { skip }, async () => {
  const given = settings({ after: 'delete' })
  await append(given.user, [bounce(1), letter(2), letter(3)])
  await asClient(given.user, async (client) => {
    await client.mailboxOpen('INBOX')
    await client.messageFlagsAdd('2', ['\\Deleted'], { uid: true })
  })
  await running(given, async () => {
    await until(async () => (await listFlags(given.user)).length === 2)
  })
  assert.deepEqual(await listFlags(given.user), ['Lunch 2 \\Deleted', 'Lunch 3'])
})

it('touches everything when told to', { skip }, async () => {
  const given = settings({ after: 'seen', onlyBounces: false })
  await append(given.user, [letter(1)])
  await running(given, () => until(async () =>
    (await listFlags(given.user))[0] === 'Lunch 1 \\Seen'))
})

it('keeps and touches no letter where only bounces are kept', { skip }, async () => {
  const given = settings({ keep: 'bounces', after: 'delete', onlyBounces: false })
  await append(given.user, [letter(1), bounce(2)])
  await running(given, async (deps) => {
    await until(async () => (await listFlags(given.user)).length === 1)
    assert.equal(deps.inputs.length, 1)
  })
  assert.deepEqual(await listFlags(given.user), ['Lunch 1'])
})

it('scans again when UIDVALIDITY changes', { skip }, async () => {
  const given = settings({ mailboxes: ['Bounces'], pollMs: 50, idlePollMs: 50 })
  await asClient(given.user, (client) => client.mailboxCreate('Bounces'))
  await append(given.user, [bounce(1), bounce(2)], 'Bounces')
  await running(given, async (deps) => {
    await until(() => deps.inputs.length === 2)
    await asClient(given.user, async (client) => {
      await client.mailboxDelete('Bounces')
      await client.mailboxCreate('Bounces')
    })
    // To the connection that deleted it, Dovecot at times calls the new one deleted as well.
    await append(given.user, [bounce(1)], 'Bounces')
    await until(() => deps.inputs.length === 3, () => deps.warnings)
    const validities = new Set(deps.inputs.map(({ envelope }) => envelope.place?.['uidValidity']))
    assert.equal(validities.size, 2)
  })
})

it('waits for a renamed mailbox and goes on when it is back', { skip }, async () => {
  const given = settings({ mailboxes: ['INBOX', 'Bounces'], idlePollMs: 50 })
  await asClient(given.user, (client) => client.mailboxCreate('Bounces'))
  await running(given, async (deps, intake) => {
    await until(() => intake.health().every(({ state }) => state === 'ok'))
    await asClient(given.user, (client) => client.mailboxRename('Bounces', 'Old'))
    await until(() => intake.health()[1]?.state === 'failing')
    assert.match(intake.health()[1]?.problem ?? '', /Bounces/)
    await append(given.user, [bounce(1)])
    await until(() => deps.inputs.length === 1)
    await asClient(given.user, (client) => client.mailboxRename('Old', 'Bounces'))
    await append(given.user, [bounce(2)], 'Bounces')
    await until(() => deps.inputs.length === 2)
  })
})

it('keeps two accounts apart', { skip }, async () => {
  const deps = memoryDeps()
  const one = settings({ source: 'one' })
  const two = settings({ source: 'two' })
  await append(one.user, [bounce(1)])
  await append(two.user, [bounce(1)])
  await running(one, () => running(two, () => until(() => deps.inputs.length === 2), deps), deps)
  assert.deepEqual(deps.inputs.map(({ source }) => source).sort(), ['one', 'two'])
})

it('takes the envelope recipient from the trusted field, topmost only', { skip }, async () => {
  const given = settings({ trustHeader: 'Delivered-To', list: 'news' })
  await append(given.user, [`Delivered-To: b+token@list.example\r\n${bounce(1)}`])
  await running(given, (deps) => until(() => deps.inputs.length === 1 &&
    deps.inputs[0]?.envelope.rcptTo === 'b+token@list.example' &&
    deps.inputs[0]?.envelope.list === 'news'))
})

it('leaves alone what came before the time it was told', { skip }, async () => {
  const given = settings({ since: Date.parse('2026-11-10T00:00:00Z') })
  await asClient(given.user, async (client) => {
    await client.append('INBOX', bounce(1), [], new Date('2026-11-01T00:00:00Z'))
    await client.append('INBOX', bounce(2), [], new Date('2026-11-09T23:00:00Z'))
    await client.append('INBOX', bounce(3), [], new Date('2026-11-10T01:00:00Z'))
  })
  await running(given, async (deps, intake) => {
    await until(() => intake.health()[0]?.state === 'ok')
    assert.deepEqual(deps.inputs.map(({ envelope }) => envelope.place?.['uid']), [3])
  })
})

it('says what is wrong with an account', { skip }, async () => {
  const good = settings()
  assert.deepEqual(await testImap(good), { ok: true, mailboxes: ['INBOX'] })
  const missing = await testImap({ ...good, mailboxes: ['Nowhere'] })
  assert.match(missing.problem ?? '', /no mailbox Nowhere/)
  const wrong = await testImap({ ...good, password: 'wrong' })
  assert.match(wrong.problem ?? '', /refused the login of user/)
  const { certificateAuthority: _, ...strange } = good
  assert.match((await testImap(strange)).problem ?? '', /certificate/)
  const plain = await testImap({ ...good, security: 'plain' })
  assert.match(plain.problem ?? '', /without TLS/)
  const upgraded = await testImap({ ...good, security: 'starttls', port: dovecot.imap })
  assert.equal(upgraded.ok, true)
  const open = await testImap({
    ...good, security: 'plain', allowPlain: true, port: dovecot.imap,
  })
  assert.equal(open.ok, true)
})

it('flags nothing before the commit and everything after the store is back', { skip }, async () => {
  const given = settings()
  const deps = memoryDeps()
  deps.failCommits(3)
  deps.onCommit = async () => {
    assert.deepEqual(await listFlags(given.user), [BOUNCE])
  }
  await append(given.user, [bounce(1)])
  await running(given, () => until(async () =>
    (await listFlags(given.user))[0] === `${BOUNCE} $CaromKept`), deps)
  assert.equal(deps.inputs.length, 1)
})
