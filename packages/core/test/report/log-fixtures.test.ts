// Every log in fixtures/logs gives exactly the items in the .json beside it, in one go and with a
// new reader after every line. UPDATE=1 writes them anew.

import assert from 'node:assert/strict'
import { existsSync, readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { test } from 'node:test'
import { fileURLToPath } from 'node:url'
import { createEngine } from '../../src/engine.ts'
import { createLogReader, detectLog } from '../../src/report/log/index.ts'
import type { LogItem, LogMta, LogReaderOptions } from '../../src/report/log/types.ts'

const FOLDER = fileURLToPath(new URL('../../../../fixtures/logs/', import.meta.url))
const NOW = '2026-11-01T00:00:00Z'
const engine = createEngine()

type Golden = {
  /** What the operator has set for this log. */
  readonly options?: {
    readonly now?: string; readonly zone?: string; readonly year?: number
    readonly ownHosts?: readonly string[]
  }
  readonly items?: readonly unknown[]
}

for (const mta of readdirSync(FOLDER).sort() as LogMta[]) {
  for (const name of readdirSync(join(FOLDER, mta)).sort()) {
    if (name.endsWith('.log')) checkFixture(mta, name)
    else if (!existsSync(join(FOLDER, mta, name.replace(/\.json$/, '.log')))) {
      test(`fixture ${mta}/${name}`, () => assert.fail('no log stands beside it'))
    }
  }
}

function checkFixture(mta: LogMta, name: string): void {
  test(`fixture ${mta}/${name}`, () => {
    const file = join(FOLDER, mta, name.replace(/\.log$/, '.json'))
    const golden = (existsSync(file) ? JSON.parse(readFileSync(file, 'utf8')) : {}) as Golden
    const lines = readFileSync(join(FOLDER, mta, name), 'utf8').split('\n').slice(0, -1)
    const options = {
      ...golden.options, now: () => Date.parse(golden.options?.now ?? NOW),
    }
    const items = readAll(mta, options, lines)
    const actual: Golden = {
      ...(golden.options === undefined ? {} : { options: golden.options }),
      items: items.map((item) => summarise(item, lines)),
    }
    if (process.env['UPDATE'] === '1') writeFileSync(file, `${JSON.stringify(actual, null, 2)}\n`)
    assert.deepEqual(actual, JSON.parse(readFileSync(file, 'utf8')))
    assert.equal(detectLog(lines), mta, 'the log is recognised')
    assert.deepEqual(readWithRestarts(mta, options, lines), items, 'a restart loses nothing')
    assert.equal(new Set(items.map(({ key }) => key)).size, items.length, 'every key is its own')
    const strangers = items.filter(({ report }) =>
      report.recipients.some(({ originalRecipient, finalRecipient }) =>
        [originalRecipient, finalRecipient].some((address) => address?.startsWith('victim@'))))
    assert.deepEqual(strangers, [], 'no reply names a stranger')
  })
}

function readAll(mta: LogMta, options: LogReaderOptions, lines: readonly string[]): LogItem[] {
  const reader = createLogReader(mta, options)
  return [...lines.flatMap((line) => reader.read(line)), ...reader.end()]
}

function readWithRestarts(
  mta: LogMta, options: LogReaderOptions, lines: readonly string[],
): LogItem[] {
  let state: string | undefined
  const items: LogItem[] = []
  for (const line of lines) {
    const reader = createLogReader(mta, state === undefined ? options : { ...options, state })
    items.push(...reader.read(line))
    state = reader.state()
  }
  return items
}

/** What a reader of the log would note down; lines by number, and what the engine makes of it. */
function summarise(item: LogItem, lines: readonly string[]): Record<string, unknown> {
  const { report, date } = item
  const [recipient] = report.recipients
  const [event] = engine.judgeReport(report, { type: 'log', mta: report.reporter ?? '' }, date)
  const { diagnosticCode, ...rest } = recipient ?? { kind: 'failed' }
  const { reportingMta, envelopeSender, envelopeId, original, problems } = report
  return {
    ...rest,
    ...(diagnosticCode === undefined
      ? {} : { diagnosticCode: `${diagnosticCode.type}; ${diagnosticCode.text}` }),
    ...(date === undefined ? {} : { date }),
    ...(reportingMta === undefined ? {} : { reportingMta }),
    ...(envelopeSender === undefined ? {} : { envelopeSender }),
    ...(envelopeId === undefined ? {} : { envelopeId }),
    ...(original?.messageId === undefined ? {} : { messageId: original.messageId }),
    ...(problems.length === 0 ? {} : { problems }),
    recipient: event?.recipient,
    ...(event?.kind === 'failed' ? { reason: event.reason, remedy: event.remedy } : {}),
    lines: item.lines.map((line) => lines.indexOf(line) + 1),
  }
}
