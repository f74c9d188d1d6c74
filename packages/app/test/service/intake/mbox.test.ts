// The mbox intake on real files that grow, rest, are rotated, cut and rewritten.

import assert from 'node:assert/strict'
import {
  appendFileSync, mkdtempSync, readFileSync, renameSync, rmSync, truncateSync, writeFileSync,
} from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { test } from 'node:test'
import { setTimeout as sleep } from 'node:timers/promises'
import { MESSAGE_BYTES_MAX } from '@carom/core'
import { createMboxIntake } from '../../../src/service/intake/mbox.ts'
import type { MboxSettings } from '../../../src/service/intake/mbox.ts'
import { hashMessage } from '../../../src/service/intake/mbox/message-key.ts'
import { parseCheckpoint } from '../../../src/service/intake/mbox/checkpoint.ts'
import type { MailIntake } from '../../../src/service/intake/mailbox/types.ts'
import { memoryDeps, until } from './memory-deps.ts'
import type { MemoryDeps } from './memory-deps.ts'
import { bounce } from './sample-bounces.ts'

const unix = (text: string): string => text.replaceAll('\r\n', '\n')

/** A message as a delivery agent appends it. */
const entry = (id: number, more = ''): string =>
  `From MAILER-DAEMON Mon Nov  2 10:00:${String(id % 60).padStart(2, '0')} 2026\n` +
  `${unix(bounce(id))}${more}\n`

async function following(
  prepare: (file: string) => void,
  work: (scene: {
    readonly file: string; readonly deps: MemoryDeps; readonly intake: MailIntake
  }) => Promise<void>,
  more: Partial<MboxSettings> = {},
): Promise<void> {
  const folder = mkdtempSync(join(tmpdir(), 'carom-mbox-'))
  const file = join(folder, 'mail')
  prepare(file)
  const deps = memoryDeps()
  try {
    await running(file, deps, more, (intake) => work({ file, deps, intake }))
  } finally {
    rmSync(folder, { recursive: true, force: true })
  }
}

async function running(
  file: string, deps: MemoryDeps, more: Partial<MboxSettings>,
  work: (intake: MailIntake) => Promise<void>,
): Promise<void> {
  const intake = createMboxIntake({
    tenant: 'main', source: 'mbox', files: [file], scanMs: 10, quietMs: 30, retryMinMs: 5,
    retryMaxMs: 20, ...more,
  }, { ...deps, isBounce: () => true })
  await intake.start()
  try {
    await work(intake)
  } finally {
    await intake.stop()
  }
}

const subjectIds = (deps: MemoryDeps): number[] => deps.inputs.map(({ bytes }) =>
  Number(/bounce-(\d+)@/.exec(Buffer.from(bytes).toString('latin1'))?.[1]))

test('what is there and what comes is kept once, and the file stays as it was', () =>
  following((file) => writeFileSync(file, entry(1) + entry(2)), async ({ file, deps }) => {
    await until(() => deps.inputs.length === 2)
    appendFileSync(file, entry(3))
    await until(() => deps.inputs.length === 3)
    assert.deepEqual(subjectIds(deps), [1, 2, 3])
    assert.equal(Buffer.from(deps.inputs[2]?.bytes ?? []).toString(), unix(bounce(3)))
    assert.equal(readFileSync(file, 'utf8'), entry(1) + entry(2) + entry(3))
    assert.equal(deps.repeated(), 0)
  }))

test('the last message waits until the file is quiet', () =>
  following((file) => writeFileSync(file, entry(1) + entry(2).slice(0, 300)),
    async ({ file, deps }) => {
      await until(() => deps.inputs.length === 1)
      await sleep(50)
      assert.equal(deps.inputs.length, 1)
      appendFileSync(file, entry(2).slice(300) + entry(3).slice(0, 100))
      await until(() => deps.inputs.length === 2)
      assert.deepEqual(subjectIds(deps), [1, 2])
      assert.equal(Buffer.from(deps.inputs[1]?.bytes ?? []).toString(), unix(bounce(2)))
    }, { quietMs: 60_000 }))

test('a message that was taken for whole too soon is read again as a whole', () =>
  following((file) => writeFileSync(file, entry(1) + entry(2).slice(0, 400)),
    async ({ file, deps }) => {
      await until(() => deps.inputs.length === 2)
      appendFileSync(file, entry(2).slice(400) + entry(3))
      await until(() => deps.inputs.length === 4)
      assert.deepEqual(subjectIds(deps), [1, 2, 2, 3])
      assert.equal(deps.repeated(), 0)
    }))

test('rotation: the rest of the old file, then the new one', () =>
  following((file) => writeFileSync(file, entry(1)), async ({ file, deps }) => {
    await until(() => deps.inputs.length === 1)
    appendFileSync(file, entry(2))
    renameSync(file, `${file}.1`)
    writeFileSync(file, entry(3))
    await until(() => deps.inputs.length === 3)
    assert.deepEqual(subjectIds(deps), [1, 2, 3])
    rmSync(file)
    await sleep(30)
    writeFileSync(file, entry(4))
    await until(() => deps.inputs.length === 4)
  }))

test('cut in place and rewritten by a mail program', () =>
  following((file) => writeFileSync(file, entry(1) + entry(2) + entry(3)),
    async ({ file, deps }) => {
      await until(() => deps.inputs.length === 3)
      // The program removes the first message and notes that the second was read.
      const read = entry(2).replace('\nFrom: ', '\nStatus: RO\nX-UID: 7\nFrom: ')
      writeFileSync(file, read + entry(3) + entry(4))
      await until(() => deps.inputs.length === 4)
      truncateSync(file, 0)
      await sleep(30)
      appendFileSync(file, entry(5))
      await until(() => deps.inputs.length === 5)
      assert.deepEqual(subjectIds(deps), [1, 2, 3, 4, 5])
    }))

test('a restart goes on where the last run ended', () =>
  following(() => undefined, async ({ file }) => {
    const deps = memoryDeps()
    const other = `${file}.restarted`
    writeFileSync(other, entry(1) + entry(2))
    const { length } = readFileSync(other)
    await running(other, deps, {}, () => until(() =>
      parseCheckpoint(deps.cursorMap.get(`mbox${other}`))?.offset === length))
    appendFileSync(other, entry(3))
    await running(other, deps, {}, () => until(() => deps.inputs.length === 3))
    assert.deepEqual(subjectIds(deps), [1, 2, 3])
    assert.equal(deps.repeated(), 0)
  }))

test('marked From lines are restored, unmarked ones in text split nothing', () => {
  const prose = '\n>From here on\n>>From there\nFrom now on it is text\n'
  return following((file) => writeFileSync(file, entry(1, prose) + entry(2)), async ({ deps }) => {
    await until(() => deps.inputs.length === 2)
    const text = Buffer.from(deps.inputs[0]?.bytes ?? []).toString()
    assert.ok(text.endsWith('\nFrom here on\n>From there\nFrom now on it is text\n'))
  })
})

test('a message over the cap is cut, the ones around it are not', () =>
  following((file) => {
    const huge = 'x'.repeat(99).concat('\n').repeat(MESSAGE_BYTES_MAX / 100 + 1_000)
    writeFileSync(file, entry(1) + entry(2, huge) + entry(3))
  }, async ({ deps }) => {
    await until(() => deps.inputs.length === 3)
    assert.deepEqual(subjectIds(deps), [1, 2, 3])
    assert.equal(deps.inputs[1]?.bytes.length, MESSAGE_BYTES_MAX)
    assert.ok(Number(deps.inputs[1]?.envelope.place?.['bytesWhole']) > MESSAGE_BYTES_MAX)
  }))

test('a store that fails, a file that is none, and one that comes late', async () => {
  await following((file) => writeFileSync(file, entry(1)), async ({ deps }) => {
    deps.failCommits(2)
    await until(() => deps.inputs.length === 1)
  })
  await following((file) => writeFileSync(file, 'Dear diary,\n'), async ({ file, deps, intake }) => {
    await until(() => /no mbox/.test(intake.health()[0]?.problem ?? ''))
    rmSync(file)
    await until(() => intake.health()[0]?.state === 'ok')
    writeFileSync(file, entry(1))
    await until(() => deps.inputs.length === 1)
  })
})

test('the key of a message does not see what readers write', () => {
  const plain = unix(bounce(1))
  const marked = plain.replace('Subject:', 'X-Status: A\nX-Keywords: a\n b\nSubject:')
  assert.equal(hashMessage(Buffer.from(marked)), hashMessage(Buffer.from(plain)))
  assert.notEqual(hashMessage(Buffer.from(unix(bounce(2)))), hashMessage(Buffer.from(plain)))
  const inBody = plain.replace('User unknown', 'User unknown\nStatus: RO')
  assert.notEqual(hashMessage(Buffer.from(inBody)), hashMessage(Buffer.from(plain)))
})
