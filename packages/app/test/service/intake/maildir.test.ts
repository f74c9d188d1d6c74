// The Maildir intake on a real file system, beside other programs that use the same folders.

import assert from 'node:assert/strict'
import {
  existsSync, mkdirSync, mkdtempSync, readdirSync, renameSync, rmSync, symlinkSync,
  writeFileSync,
} from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { test } from 'node:test'
import { setTimeout as sleep } from 'node:timers/promises'
import { createMaildirIntake } from '../../../src/service/intake/maildir.ts'
import type { MaildirSettings } from '../../../src/service/intake/maildir.ts'
import { baseName, seenName } from '../../../src/service/intake/maildir/file-name.ts'
import type { MailIntake } from '../../../src/service/intake/mailbox/types.ts'
import { memoryDeps, until } from './memory-deps.ts'
import type { MemoryDeps } from './memory-deps.ts'
import { bounce, letter } from './sample-bounces.ts'

/** A root with an empty Maildir folder `in`; removed afterwards. */
async function inFolder(work: (folder: string) => Promise<void>): Promise<void> {
  const root = mkdtempSync(join(tmpdir(), 'carom-maildir-'))
  const folder = join(root, 'in')
  makeMaildir(folder)
  try {
    await work(folder)
  } finally {
    rmSync(root, { recursive: true, force: true })
  }
}

function makeMaildir(folder: string): void {
  for (const part of ['tmp', 'new', 'cur']) mkdirSync(join(folder, part), { recursive: true })
}

function deliver(folder: string, name: string, text: string, part = 'new'): void {
  writeFileSync(join(folder, 'tmp', name), text)
  renameSync(join(folder, 'tmp', name), join(folder, part, name))
}

async function running(
  folders: readonly string[], more: Partial<MaildirSettings>,
  work: (deps: MemoryDeps, intake: MailIntake) => Promise<void>, deps: MemoryDeps = memoryDeps(),
): Promise<void> {
  const intake = createMaildirIntake({
    tenant: 'main', source: 'maildir', folders, retryMinMs: 5, retryMaxMs: 20, settleMs: 1, ...more,
  }, deps)
  await intake.start()
  try {
    await work(deps, intake)
  } finally {
    await intake.stop()
  }
}

const listing = (folder: string): string[] =>
  ['new', 'cur'].flatMap((part) => readdirSync(join(folder, part)).map((name) => `${part}/${name}`))

test('what is there and what comes is kept, and left where it is', () => inFolder(async (folder) => {
  deliver(folder, '1.a', bounce(1))
  deliver(folder, '2.a:2,F', letter(2), 'cur')
  writeFileSync(join(folder, 'tmp', '3.a'), 'half')
  writeFileSync(join(folder, 'cur', '.hidden'), 'x')
  mkdirSync(join(folder, 'cur', 'folder'))
  await running([folder], { scanMs: 60_000 }, async (deps) => {
    await until(() => deps.inputs.length === 2)
    deliver(folder, '4.a', bounce(4))
    await until(() => deps.inputs.length === 3)
    assert.deepEqual(deps.inputs.map(({ envelope }) => envelope.place?.['name']).sort(),
      ['1.a', '2.a', '4.a'])
    assert.equal(Buffer.from(deps.inputs[0]?.bytes ?? []).toString(), bounce(1))
  })
  assert.deepEqual(listing(folder).sort(),
    ['cur/.hidden', 'cur/2.a:2,F', 'cur/folder', 'new/1.a', 'new/4.a'])
}))

test('renames by other clients, flags and restarts bring nothing twice', () =>
  inFolder(async (folder) => {
    const deps = memoryDeps()
    deliver(folder, '1.a', bounce(1))
    deliver(folder, '2.a', bounce(2))
    await running([folder], { scanMs: 10 }, async () => {
      await until(() => deps.inputs.length === 2)
      renameSync(join(folder, 'new', '1.a'), join(folder, 'cur', '1.a:2,RS'))
      await sleep(50)
    }, deps)
    renameSync(join(folder, 'cur', '1.a:2,RS'), join(folder, 'cur', '1.a:2,'))
    rmSync(join(folder, 'new', '2.a'))
    deliver(folder, '3.a', bounce(3))
    await running([folder], {}, () => until(() => deps.inputs.length === 3), deps)
    assert.equal(deps.repeated(), 0)
    // Two names of eight bytes each: what is gone is forgotten.
    assert.equal(Buffer.from([...deps.cursorMap.values()][0] ?? '', 'base64').length, 16)
  }))

const WAYS: readonly (readonly [Partial<MaildirSettings>, readonly string[]])[] = [
  [{ after: 'seen' }, ['cur/1.a:2,S', 'cur/3.a:2,FS', 'new/2.a']],
  [{ after: 'seen', onlyBounces: false }, ['cur/1.a:2,S', 'cur/2.a:2,S', 'cur/3.a:2,FS']],
  [{ after: 'delete' }, ['new/2.a']],
]

for (const [more, expected] of WAYS) {
  test(`after the commit, and not before: ${JSON.stringify(more)}`, () =>
    inFolder(async (folder) => {
      deliver(folder, '1.a', bounce(1))
      deliver(folder, '2.a', letter(2))
      deliver(folder, '3.a:2,F', bounce(3), 'cur')
      const before = listing(folder)
      const deps = memoryDeps()
      deps.failCommits(3)
      deps.onCommit = () => {
        if (deps.inputs.length === 0) assert.deepEqual(listing(folder), before)
      }
      await running([folder], more, () =>
        until(() => listing(folder).sort().join() === expected.join(), () => listing(folder)), deps)
      assert.equal(deps.inputs.length, 3)
    }))
}

test('bounces are moved to a folder that is made for them', () => inFolder(async (folder) => {
  const moveTo = join(folder, '..', 'kept')
  deliver(folder, '1.a', bounce(1))
  deliver(folder, '2.a', letter(2))
  await running([folder], { after: 'move', moveTo }, async () => {
    await until(() => existsSync(join(moveTo, 'new', '1.a')))
    assert.deepEqual(listing(folder), ['new/2.a'])
  })
}))

test('a folder that comes late, links, pipes and unreadable files', () =>
  inFolder(async (folder) => {
    const late = join(folder, '..', 'late')
    symlinkSync('/etc/passwd', join(folder, 'new', '1.link'))
    await running([folder, late], { scanMs: 10 }, async (deps, intake) => {
      await until(() => intake.health()[1]?.state === 'failing')
      assert.match(intake.health()[1]?.problem ?? '', /late\/new does not exist/)
      makeMaildir(late)
      deliver(late, '1.b', bounce(1))
      await until(() => deps.inputs.length === 1)
      assert.equal(intake.health()[0]?.state, 'ok')
    })
  }))

test('a file that cannot be touched holds up no other', () => inFolder(async (folder) => {
  const moveTo = join(folder, '..', 'kept')
  makeMaildir(moveTo)
  // A folder in its place keeps the first from being moved.
  mkdirSync(join(moveTo, 'new', '1.a'))
  for (const id of [1, 2, 3]) deliver(folder, `${id}.a`, bounce(id))
  await running([folder], { after: 'move', moveTo, scanMs: 10 }, async (deps, intake) => {
    await until(() => intake.health()[0]?.state === 'failing' && listing(folder).length === 1)
    assert.equal(deps.inputs.length, 3)
    rmSync(join(moveTo, 'new', '1.a'), { recursive: true })
    await until(() => listing(folder).length === 0)
    assert.equal(deps.inputs.length, 3)
  })
}))

test('names', () => {
  const cases: readonly (readonly [string, string, string])[] = [
    ['1.a', '1.a', '1.a:2,S'], ['1.a:2,', '1.a', '1.a:2,S'], ['1.a:2,FT', '1.a', '1.a:2,FST'],
    ['1.a:2,S', '1.a', '1.a:2,S'], ['1.a,S=12:2,a', '1.a,S=12', '1.a,S=12:2,Sa'],
  ]
  for (const [name, base, seen] of cases) {
    assert.equal(baseName(name), base)
    assert.equal(seenName(name), seen)
  }
})

test('settings that cannot work are refused at the door', () => {
  const bad: readonly (readonly [Partial<MaildirSettings>, RegExp])[] = [
    [{ folders: [] }, /at least one/], [{ folders: ['mail'] }, /absolute/],
    [{ after: 'move' }, /moveTo/],
    [{ after: 'move', moveTo: '/mail/./in/' }, /watched/],
  ]
  for (const [more, message] of bad) {
    const settings = { tenant: 'main', source: 's', folders: ['/mail/in'], ...more }
    assert.throws(() => createMaildirIntake(settings, memoryDeps()), message)
  }
})
