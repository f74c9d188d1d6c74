// The journal through a program that stands in for journalctl, and from a file.

import assert from 'node:assert/strict'
import { chmodSync, createReadStream, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { delimiter, join } from 'node:path'
import { test, type TestContext } from 'node:test'
import { createJournaldIntake, readJournal } from '../../../../src/service/intake/log/journald.ts'
import { JOURNALD_DEFAULTS, type JournaldOptions } from '../../../../src/service/intake/log/options.ts'
import { recipients, recipientsOf, resultLine, until } from './lines.ts'
import { createMemoryDeps } from './memory-deps.ts'

const OPTIONS: JournaldOptions = {
  ...JOURNALD_DEFAULTS, tenant: '', source: 'journal', batchWaitMs: 10, retryMs: 5, restartMs: 10,
}

/** Prints what stands in `journal`, from the cursor on; waits at its end if it is to follow. */
const PROGRAM = `#!${process.execPath}
const { readFileSync, appendFileSync } = require('node:fs')
const words = process.argv.slice(2)
appendFileSync(__dirname + '/calls', JSON.stringify(words) + '\\n')
const after = words.find((word) => word.startsWith('--after-cursor='))?.slice(15)
const lines = readFileSync(__dirname + '/journal', 'utf8').split('\\n').filter(Boolean)
const at = after === undefined ? -1 : lines.findIndex((line) => JSON.parse(line).__CURSOR === after)
if (after !== undefined && at < 0) {
  process.stderr.write('Failed to seek to cursor: Cannot assign requested address\\n')
  process.exit(1)
}
for (const line of lines.slice(at + 1)) process.stdout.write(line + '\\n')
if (words.includes('--follow')) setInterval(() => {}, 1000)
`

function entry(number: number, extra: object = {}): string {
  return JSON.stringify({
    __CURSOR: `s=1;i=${number}`, __REALTIME_TIMESTAMP: String((1_781_251_200 + number) * 1e6),
    _HOSTNAME: 'out1', SYSLOG_IDENTIFIER: 'postfix/smtp',
    MESSAGE: resultLine(number).slice(resultLine(number).indexOf(': ') + 2), ...extra,
  })
}

function folderOf(t: TestContext): string {
  const folder = mkdtempSync(join(tmpdir(), 'carom-journal-'))
  t.after(() => { rmSync(folder, { recursive: true, force: true }) })
  writeFileSync(join(folder, 'journalctl'), PROGRAM)
  chmodSync(join(folder, 'journalctl'), 0o755)
  return folder
}

test('follows the program on PATH, and goes on after its cursor', async (t) => {
  const folder = folderOf(t)
  const path = process.env['PATH'] ?? ''
  process.env['PATH'] = `${folder}${delimiter}${path}`
  t.after(() => { process.env['PATH'] = path })
  const memory = createMemoryDeps()
  const journal = join(folder, 'journal')
  const bytes = [...Buffer.from(resultLine(3).slice(resultLine(3).indexOf(': ') + 2))]
  writeFileSync(journal, [
    entry(1), '{"__CURSOR":"s=1;i=x","MESSAGE":"of another program"}', 'no JSON', entry(2),
    entry(3, { MESSAGE: bytes }),
  ].join('\n'))
  const options = { ...OPTIONS, filter: ['-u', 'postfix@-.service'] }
  const first = createJournaldIntake(options, memory.connect().deps)
  // It prints no more than these lines, and ends on what is no JSON only here.
  writeFileSync(journal, readFileSync(journal, 'utf8').replace('no JSON\n', ''))
  await first.start()
  await until(() => memory.items().length >= 3)
  await first.stop()
  assert.deepEqual(recipientsOf(memory.items()), recipients(1, 2, 3))
  writeFileSync(journal, `${readFileSync(journal, 'utf8')}\n${entry(4)}\n`)
  const second = createJournaldIntake(options, memory.connect().deps)
  await second.start()
  await until(() => memory.items().length >= 4)
  await second.stop()
  assert.deepEqual(recipientsOf(memory.items()), recipients(1, 2, 3, 4))
  const calls = readFileSync(join(folder, 'calls'), 'utf8').trim().split('\n')
  assert.deepEqual(JSON.parse(calls[0] ?? ''), [
    '--output=json', '--follow', '--no-tail', '-u', 'postfix@-.service',
  ])
  assert.equal((JSON.parse(calls.at(-1) ?? '') as string[]).at(-1), '--after-cursor=s=1;i=3')
  assert.deepEqual(memory.alarms, [])
})

test('a killed reader tells nothing twice, a program that ends is started again', async (t) => {
  const folder = folderOf(t)
  const memory = createMemoryDeps()
  writeFileSync(join(folder, 'journal'), [1, 2, 3].map((number) => entry(number)).join('\n'))
  // Without --follow it ends.
  const options = { ...OPTIONS, command: [join(folder, 'journalctl'), '--output=json'] }
  const { deps, crash } = memory.connect()
  const first = createJournaldIntake(options, deps)
  await first.start()
  await until(() => memory.items().length >= 3)
  crash()
  await first.stop().catch(() => undefined)
  const second = createJournaldIntake(options, memory.connect().deps)
  await second.start()
  writeFileSync(join(folder, 'journal'), [1, 2, 3, 4].map((number) => entry(number)).join('\n'))
  await until(() => memory.items().length >= 4)
  await second.stop()
  assert.deepEqual(recipientsOf(memory.items()), recipients(1, 2, 3, 4))
})

test('a journal that has lost the place is read anew, and an alarm says so', async (t) => {
  const folder = folderOf(t)
  const memory = createMemoryDeps()
  const options = { ...OPTIONS, command: [join(folder, 'journalctl'), '--output=json'] }
  for (const numbers of [[1, 2], [5, 6]]) {
    writeFileSync(join(folder, 'journal'), numbers.map((number) => entry(number)).join('\n'))
    const intake = createJournaldIntake(options, memory.connect().deps)
    await intake.start()
    await until(() => recipientsOf(memory.items()).includes(`r${numbers[1]}@example.org`))
    await intake.stop()
  }
  assert.deepEqual(recipientsOf(memory.items()), recipients(1, 2, 5, 6))
  assert.match(memory.alarms[0] ?? '', /no longer has the place/)
})

test('reads journal lines from a file', async (t) => {
  const folder = folderOf(t)
  const memory = createMemoryDeps()
  const file = join(folder, 'export')
  const numbers = Array.from({ length: 2_000 }, (_, number) => number)
  writeFileSync(file, numbers.map((number) => entry(number)).join('\n'))
  await readJournal(createReadStream(file), OPTIONS, memory.connect().deps)
  assert.equal(new Set(recipientsOf(memory.items())).size, numbers.length)
  assert.equal(memory.items().length, numbers.length)
})
