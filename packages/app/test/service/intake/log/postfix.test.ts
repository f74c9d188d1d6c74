// The log of a real Postfix, and the bounces that it makes: both tell of the same failures, and
// can be joined.

import assert from 'node:assert/strict'
import { mkdtempSync, rmSync } from 'node:fs'
import type { AddressInfo } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { test } from 'node:test'
import { setTimeout as sleep } from 'node:timers/promises'
import { createEngine, type CaromEvent, type LogItem } from '@carom/core'
import { SMTPServer } from 'smtp-server'
import { createLogFiles } from '../../../../src/service/intake/log/files.ts'
import { LOG_FILE_DEFAULTS } from '../../../../src/service/intake/log/options.ts'
import { createMemoryDeps } from './memory-deps.ts'
import { isPostfixThere, startPostfix } from './postfix-peer.ts'

const WAIT_MS = 40_000
const RETURN_PATH = 'ret+7@bounce.example.com'

/** Refuses by name, and keeps the bounces that come back. */
function createSink(bounces: Buffer[]): SMTPServer {
  return new SMTPServer({
    disabledCommands: ['AUTH', 'STARTTLS'], logger: false,
    onRcptTo: ({ address }, _session, done) => {
      const [name = ''] = address.split('@')
      if (name === 'gone') {
        done(Object.assign(new Error('5.1.1 No such user here'), { responseCode: 550 }))
      } else if (name === 'full') {
        done(Object.assign(new Error('4.2.2 Mailbox full'), { responseCode: 452 }))
      } else done()
    },
    onData: (stream, { envelope }, done) => {
      const chunks: Buffer[] = []
      stream.on('data', (chunk: Buffer) => chunks.push(chunk))
      stream.on('end', () => {
        const isBounce = envelope.rcptTo.some(({ address }) => address === RETURN_PATH)
        if (isBounce) bounces.push(Buffer.concat(chunks))
        done()
      })
    },
  })
}

const isThere = isPostfixThere()

test('a real Postfix: its log and its bounces tell of the same', {
  skip: !isThere && process.env['CI'] !== 'true' && 'no Postfix, or no right to start one',
}, async () => {
  assert.ok(isThere, 'under CI a Postfix must be there: apt-get install postfix')
  const folder = mkdtempSync(join(tmpdir(), 'carom-postfix-'))
  const bounces: Buffer[] = []
  const sink = createSink(bounces)
  await new Promise<void>((resolve) => { sink.listen(0, '127.0.0.1', resolve) })
  const { port } = sink.server.address() as AddressInfo
  const postfix = startPostfix(folder, port)
  const memory = createMemoryDeps()
  const intake = createLogFiles({
    ...LOG_FILE_DEFAULTS, tenant: '', source: 'postfix', paths: [postfix.log], pollMs: 50,
  }, memory.connect().deps)
  try {
    await intake.start()
    postfix.send(RETURN_PATH, ['gone@example.net', 'ann@example.net', 'full@example.org'], 'm1@x.test')
    const isDone = (): boolean => bounces.length > 0 &&
      ['failed', 'delivered', 'delayed'].every((kind) => itemOf(memory.items(), kind) !== undefined)
    for (let waited = 0; !isDone() && waited < WAIT_MS; waited += 100) await sleep(100)
    checkItems(memory.items())
    const [bounce] = bounces
    assert.ok(bounce !== undefined, 'a bounce came back')
    checkJoin(memory.items(), bounce)
  } finally {
    await intake.stop()
    postfix.stop()
    await new Promise<void>((resolve) => { sink.close(resolve) })
    rmSync(folder, { recursive: true, force: true })
  }
})

function itemOf(items: readonly LogItem[], kind: string): LogItem | undefined {
  return items.find(({ report }) => report.recipients[0]?.kind === kind)
}

function checkItems(items: readonly LogItem[]): void {
  const told = items.map(({ report: { recipients: [one] } }) => `${one?.kind} ${one?.finalRecipient}`)
  assert.ok(told.includes('failed gone@example.net'), told.join(', '))
  assert.ok(told.includes('delivered ann@example.net'), told.join(', '))
  assert.ok(told.includes('delayed full@example.org'), told.join(', '))
  assert.equal(told.some((one) => one.includes(RETURN_PATH)), false, 'bounces are not read as mail')
  for (const { report } of items) {
    // Of a delivery less is kept.
    if (report.recipients[0]?.kind === 'delivered') assert.equal(report.original?.messageId, 'm1@x.test')
    else assert.equal(report.envelopeSender, RETURN_PATH)
  }
}

function checkJoin(items: readonly LogItem[], bounce: Buffer): void {
  const engine = createEngine()
  const item = itemOf(items, 'failed') as LogItem
  const [logged] = engine.judgeReport(item.report, { type: 'log', mta: 'postfix' }, item.date)
  const [returned] = engine.readMessage(bounce).events
  const keyOf = (event: CaromEvent | undefined): unknown => [
    event?.kind, event?.recipient, event?.original?.messageId, event?.reason, event?.enhancedCode,
    event?.replyCode, event?.command,
  ]
  assert.deepEqual(keyOf(logged), keyOf(returned), 'log and bounce name the same failure')
  assert.deepEqual(keyOf(logged), [
    'failed', 'gone@example.net', 'm1@x.test', 'mailbox-unknown', '5.1.1', 550, 'RCPT',
  ])
}
