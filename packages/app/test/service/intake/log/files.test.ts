// Log files as they lie about: patterns, compressed ones, long lines, files that were never read.

import assert from 'node:assert/strict'
import {
  appendFileSync, copyFileSync, mkdirSync, mkdtempSync, renameSync, rmSync, truncateSync,
  utimesSync, writeFileSync,
} from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { test, type TestContext } from 'node:test'
import { gzipSync, zstdCompressSync } from 'node:zlib'
import { createLogFiles } from '../../../../src/service/intake/log/files.ts'
import { LOG_FILE_DEFAULTS, type LogFileOptions } from '../../../../src/service/intake/log/options.ts'
import type { LogIntake } from '../../../../src/service/intake/log/types.ts'
import { recipients, recipientsOf, resultLine, until } from './lines.ts'
import { createMemoryDeps, type MemoryDeps } from './memory-deps.ts'

function folderOf(t: TestContext): string {
  const folder = mkdtempSync(join(tmpdir(), 'carom-logs-'))
  t.after(() => { rmSync(folder, { recursive: true, force: true }) })
  return folder
}

async function follow(
  memory: MemoryDeps, paths: readonly string[], options: Partial<LogFileOptions> = {},
): Promise<LogIntake> {
  const intake = createLogFiles({
    ...LOG_FILE_DEFAULTS, tenant: '', source: 'files', paths, pollMs: 5, rescanMs: 10, graceMs: 20,
    batchWaitMs: 5, retryMs: 2, zone: 'UTC', ...options,
  }, memory.connect().deps)
  await intake.start()
  return intake
}

function lines(...numbers: readonly number[]): string {
  return numbers.map((number) => `${resultLine(number)}\n`).join('')
}

async function expectItems(memory: MemoryDeps, ...numbers: readonly number[]): Promise<void> {
  await until(() => memory.items().length >= numbers.length)
  assert.deepEqual(recipientsOf(memory.items()), recipients(...numbers))
}

test('patterns find files as they come, and leave rotated ones to their follower', async (t) => {
  const folder = folderOf(t)
  const memory = createMemoryDeps()
  mkdirSync(join(folder, 'a'))
  writeFileSync(join(folder, 'a', 'mail.log'), lines(1))
  writeFileSync(join(folder, 'a', 'mail.log.1'), lines(90))
  utimesSync(join(folder, 'a', 'mail.log.1'), 1_781_251_200, 1_781_251_200)
  const intake = await follow(memory, [join(folder, '*', 'mail.*')])
  t.after(() => intake.stop())
  await expectItems(memory, 1)
  mkdirSync(join(folder, 'b'))
  writeFileSync(join(folder, 'b', 'mail.out'), lines(2, 3))
  await expectItems(memory, 1, 2, 3)
  renameSync(join(folder, 'a', 'mail.log.1'), join(folder, 'a', 'mail.log.2'))
  renameSync(join(folder, 'a', 'mail.log'), join(folder, 'a', 'mail.log.1'))
  writeFileSync(join(folder, 'a', 'mail.log'), lines(4))
  await expectItems(memory, 1, 2, 3, 4)
})

test('a pattern that fits too many files is told of', async (t) => {
  const folder = folderOf(t)
  const memory = createMemoryDeps()
  for (const name of ['a', 'b', 'c']) writeFileSync(join(folder, `${name}.log`), lines(1))
  const intake = await follow(memory, [join(folder, '*.log')], { filesMax: 2 })
  await intake.stop()
  assert.match(memory.alarms[0] ?? '', /fit 3 files; only the first 2/)
})

test('compressed files are read as what they were', async (t) => {
  const folder = folderOf(t)
  const memory = createMemoryDeps()
  const many = Array.from({ length: 20_000 }, (_, number) => number)
  writeFileSync(join(folder, 'old.log.gz'), gzipSync(lines(...many)))
  writeFileSync(join(folder, 'segment'), zstdCompressSync(lines(30_000)))
  const intake = await follow(memory, [join(folder, 'old.log.gz'), join(folder, 'segment')])
  await until(() => memory.items().length > many.length)
  await intake.stop()
  assert.equal(new Set(recipientsOf(memory.items())).size, many.length + 1)
  assert.equal(memory.items().length, many.length + 1)
})

test('a line of a megabyte and more is cut, its end left out, and said', async (t) => {
  const folder = folderOf(t)
  const memory = createMemoryDeps()
  const path = join(folder, 'mail.log')
  writeFileSync(path, lines(1) + `${resultLine(2, `550 5.1.1 ${'x'.repeat(1_000_000)}`)}\n` +
    `${resultLine(3, `550 5.1.1 ${'y'.repeat(3_000_000)}`)}\n` + lines(4))
  const intake = await follow(memory, [path])
  await expectItems(memory, 1, 2, 3, 4)
  await intake.stop()
  assert.match(memory.alarms.join(), /mail\.log has a line that is longer/)
  for (const { lines: told } of memory.items()) assert.ok((told[0] ?? '').length <= 16_384)
})

test('from the end on: what stood there is not told', async (t) => {
  const folder = folderOf(t)
  const memory = createMemoryDeps()
  const path = join(folder, 'mail.log')
  writeFileSync(path, lines(1, 2))
  const intake = await follow(memory, [path], { from: 'end' })
  await until(() => memory.cursors.has(path))
  appendFileSync(path, lines(3))
  await expectItems(memory, 3)
  await intake.stop()
})

/** What happens to a log of the lines 1 and 2, both read, while nobody reads. */
const WHILE_STOPPED: readonly {
  readonly what: string; readonly alarm: boolean; readonly missing?: readonly number[]
  readonly change: (path: string) => void
}[] = [
  { what: 'renamed, a new one made', alarm: false, change: (path) => {
    appendFileSync(path, lines(3))
    renameSync(path, `${path}.1`)
    writeFileSync(path, lines(4))
  } },
  { what: 'copied and cut', alarm: false, change: (path) => {
    appendFileSync(path, lines(3))
    copyFileSync(path, `${path}.1`)
    truncateSync(path, 0)
    appendFileSync(path, lines(4))
  } },
  { what: 'compressed, its inode free for another', alarm: false, change: (path) => {
    writeFileSync(`${path}.1.gz`, gzipSync(lines(1, 2, 3)))
    rmSync(path)
    writeFileSync(path, lines(4))
  } },
  { what: 'rotated twice', alarm: false, change: (path) => {
    renameSync(path, `${path}.2`)
    writeFileSync(`${path}.1`, lines(3))
    writeFileSync(path, lines(4))
  } },
  { what: 'cut, the copy thrown away', alarm: true, missing: [3], change: (path) => {
    truncateSync(path, 0)
    appendFileSync(path, lines(4))
  } },
  { what: 'thrown away', alarm: true, missing: [3], change: (path) => {
    rmSync(path)
    writeFileSync(path, lines(4))
  } },
]

for (const { what, alarm, missing = [], change } of WHILE_STOPPED) {
  test(`while nobody read it: ${what}`, async (t) => {
    const path = join(folderOf(t), 'mail.log')
    const memory = createMemoryDeps()
    writeFileSync(path, lines(1, 2))
    const first = await follow(memory, [path])
    await expectItems(memory, 1, 2)
    await first.stop()
    change(path)
    const second = await follow(memory, [path])
    await expectItems(memory, ...[1, 2, 3, 4].filter((number) => !missing.includes(number)))
    await second.stop()
    assert.equal(memory.alarms.length, alarm ? 1 : 0, memory.alarms.join())
    assert.equal(memory.repeated(), 0)
  })
}

test('who has much still to read says so, until all is read', async (t) => {
  const log = join(folderOf(t), 'mail.log')
  const count = 6_000
  writeFileSync(log, lines(...Array.from({ length: count }, (_, i) => i)))
  const memory = createMemoryDeps()
  const { deps } = memory.connect()
  const behind = new Set<object>()
  let times = 0
  const intake = createLogFiles(
    { ...LOG_FILE_DEFAULTS, tenant: '', source: 'files', paths: [log], pollMs: 5 },
    { ...deps, behind: {
      add: (reader) => {
        times += 1
        return behind.add(reader)
      },
      delete: (reader) => behind.delete(reader),
    } })
  t.after(() => intake.stop())
  await intake.start()
  await until(() => memory.items().length === count && behind.size === 0)
  assert.ok(times > 0)
})
