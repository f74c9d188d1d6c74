// The formats of `carom parse`: JSON lines, JSON, CSV, and the table, each as a golden text.

import assert from 'node:assert/strict'
import { test } from 'node:test'
import { runCarom } from './memory-io.ts'
import { bounce, LETTER, mbox } from './sample-mail.ts'

const TWO = mbox([bounce('ann@example.org'), LETTER, bounce('bob@example.org', 'Over quota. (#5.2.2)')])

test('ndjson: one event per line', async () => {
  const { stdout } = await runCarom(['parse', '--format', 'ndjson'], TWO)
  assert.equal(stdout.split('\n').length, 3)
  assert.ok(stdout.startsWith('{"schema":"carom/1","id":"') && stdout.endsWith('}\n'))
})

test('json: one array, empty where there is nothing', async () => {
  const { stdout } = await runCarom(['parse', '--format=json'], TWO)
  const events = JSON.parse(stdout) as { recipient: string }[]
  assert.deepEqual(events.map(({ recipient }) => recipient), ['ann@example.org', 'bob@example.org'])
  assert.equal((await runCarom(['parse', '--format=json'], LETTER)).stdout, '[]\n')
})

test('csv: a header and a row per event, quoted as RFC 4180 says', async () => {
  const { stdout } = await runCarom(['parse', '-f', 'csv'], mbox([
    bounce('ann@example.org', 'He said "no, never". (#5.1.1)'),
  ]))
  const [header, row, end] = stdout.split('\r\n')
  assert.match(header ?? '', /^file,index,kind,recipient,reason,bounceType,permanence,remedy,scope,/)
  assert.match(row ?? '', /^-,0,failed,ann@example.org,mailbox-unknown,hard,/)
  assert.ok(row?.includes(',"He said ""no, never"". (#5.1.1)",'))
  assert.equal(end, '')
  const none = await runCarom(['parse', '-f', 'csv'], LETTER)
  assert.equal(none.stdout, `${header}\r\n`)
})

test('csv: nothing that a spreadsheet would run', async () => {
  for (const reply of ['=1+2', '+1', '-1', '@SUM(A1)', '\t=1', '＝1']) {
    const { stdout } = await runCarom(['parse', '-f', 'csv'], bounce('ann@example.org', `${reply} no mailbox here`))
    for (const field of stdout.split('\r\n')[1]?.split(',') ?? []) assert.doesNotMatch(field, /^"?\s*[=+\-@＝](?!$)/)
  }
  const { stdout } = await runCarom(['parse', '-f', 'csv'], bounce('=cmd@example.org'))
  assert.match(stdout, /,'=cmd@example\.org,/)
})

test('on a terminal a table comes without asking', async () => {
  const { stdout, stderr } = await runCarom(['parse'], TWO, { stdout: true, columns: 120 })
  assert.match(stdout, /^\x1b\[1mADDRESS +VERDICT +REMEDY +WHY\x1b\[22m\n/)
  assert.match(stdout, /\nann@example.org {2}\x1b\[31mhard mailbox-unknown\x1b\[39m {2}\x1b\[31msuppress\x1b/)
  assert.match(stderr, /^3 messages · 2 reports · 2 events\n/)
})

test('colours: NO_COLOR takes them away, FORCE_COLOR brings them', async () => {
  const plain = await runCarom(['parse'], TWO, { stdout: true, env: { NO_COLOR: '1' } })
  assert.doesNotMatch(plain.stdout, /\x1b/)
  const forced = await runCarom(['parse', '-f', 'table'], TWO, { env: { FORCE_COLOR: '1' } })
  assert.match(forced.stdout, /\x1b\[31m/)
})

test('nothing of the input steers the terminal', async () => {
  const hostile = bounce('ann@example.org', 'No mailbox\x1b]0;owned\x07\x1b[2J\x9b31m here\u202e \x00')
  const { stdout } = await runCarom(['parse', '-f', 'table'], hostile, { columns: 200 })
  assert.doesNotMatch(stdout, /[\x00-\x09\x0b-\x1f\x7f-\x9f\u202e]/)
  assert.match(stdout, /No mailbox␛\]0;owned␇␛\[2J/)
  const { stderr } = await runCarom(['parse', '/tmp/carom-no\x1b[2Jfile'])
  assert.match(stderr, /^carom parse: \/tmp\/carom-no␛\[2Jfile: no such file or folder\n/)
})

test('a progress bar only for long work, and only on a terminal', async () => {
  const { stderr } = await runCarom(['parse'], TWO, { stderr: true, env: { NO_COLOR: '1' } })
  assert.doesNotMatch(stderr, /\r/)
})
