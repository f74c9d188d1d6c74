// `carom bounce` as it is typed, against a relay and a name server on loopback.

import assert from 'node:assert/strict'
import { mkdtempSync, readFileSync, rmSync, writeFileSync, existsSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import test, { after, type TestContext } from 'node:test'
import { createEngine } from '@carom/core'
import { runCarom, type Ran, type Terminal } from './memory-io.ts'
import { delivered, writtenLetter, type LetterParts } from './service/bounce/letters.ts'
import { openSink, type Sink } from './service/bounce/workbench.ts'
import { KEY_RECORD, signed } from './service/bounce/zone.ts'
import { openZoneServer } from './service/prevent/zone-server.ts'

const ZONES = new URL('../../../fixtures/domains/zones.yaml', import.meta.url)
const folder = mkdtempSync(join(tmpdir(), 'carom-bounce-'))
after(() => { rmSync(folder, { recursive: true }) })
const RECEIVED = new Date(Date.now() - 3_600_000).toISOString()

type Bench = {
  readonly sink: Sink
  readonly store: string
  readonly run: (words: readonly string[], stdin?: Uint8Array, terminal?: Terminal) => Promise<Ran>
}

let stores = 0

async function openBench(t: TestContext): Promise<Bench> {
  const { address } = await openZoneServer(t, ZONES, {
    's1._domainkey.shop.example': { TXT: [KEY_RECORD] },
    'shop.example': { TXT: ['v=spf1 -all'] },
  })
  const sink = await openSink()
  t.after(() => sink.close())
  stores += 1
  const store = join(folder, `${stores}.db`)
  const words = [
    'bounce', '--dns', address, '-s', store, '-r', 'office@ours.example', '--received', RECEIVED,
    '--host', 'mx.ours.example', '--relay', `smtp://127.0.0.1:${sink.port}`,
  ]
  return { sink, store, run: (more, stdin, terminal) => runCarom([...words, ...more], stdin, terminal) }
}

async function letter(parts: LetterParts = {}): Promise<Buffer> {
  return delivered(await signed(writtenLetter(parts), 'shop.example'))
}

test('nothing is sent and no store is made without --send', async (t) => {
  const { run, sink, store } = await openBench(t)
  const out = join(folder, 'bounce.eml')
  const { code, stdout, stderr } = await run(['--out', out], await letter())
  assert.equal(code, 0, stderr + stdout)
  const line = JSON.parse(stdout) as {
    file: string; state: string; conditions: unknown[]; bounce: { to: string; bytes?: string }
  }
  assert.deepEqual([line.file, line.state, line.conditions.length, line.bounce.to],
    ['standard input', 'planned', 23, 'ann@shop.example'])
  assert.equal(line.bounce.bytes, undefined)
  const [event] = createEngine().readMessage(readFileSync(out)).events
  assert.deepEqual([event?.kind, event?.recipient], ['failed', 'office@ours.example'])
  assert.deepEqual([sink.sent.length, existsSync(store)], [0, false])
})

test('with --send it is sent once, and the book remembers', async (t) => {
  const { run, sink } = await openBench(t)
  const file = join(folder, 'message.eml')
  writeFileSync(file, await letter())
  const first = await run(['--send', '--language', 'de', file])
  assert.equal(first.code, 0, first.stdout)
  assert.match(first.stdout, /"state":"sent"/)
  assert.deepEqual(sink.sent.map(({ envelopeSender, recipients }) => [envelopeSender, recipients]),
    [['', ['ann@shop.example']]])
  assert.match(sink.sent[0]?.bytes.toString() ?? '', /Unzustellbare|=C3=BC/)
  const second = await run(['--send', file])
  assert.equal(second.code, 1)
  assert.match(second.stdout, /"name":"once","because":"This message was bounced before \(sent\)\./)
  assert.equal(sink.sent.length, 1)
})

test('on a terminal each condition has a line, and nothing steers the terminal', async (t) => {
  const { run } = await openBench(t)
  const bytes = await letter({ more: 'Precedence: bulk\r\nX-Loop: \u001b]0;x\u0007\u202e\r\n' })
  const { code, stdout } = await run(
    ['--lift', 'spam'], bytes, { stdout: true, columns: 80, env: { NO_COLOR: '1' } })
  assert.equal(code, 1)
  assert.match(stdout, /^standard input: not bounced: 2 conditions refuse it$/m)
  assert.match(stdout, /^ {2}✗ bulk +Its header says "Precedence: bulk"\.$/m)
  assert.match(stdout, /^ {2}✓ authenticated +The domain shop\.example signed it/m)
  assert.match(stdout, /^ {2}Better: block ann@shop\.example\./m)
  assert.ok(!/[\u0000-\u0009\u000b-\u001f\u202e]/.test(stdout), JSON.stringify(stdout))
  for (const line of stdout.split('\n')) assert.ok(line.length <= 80, line)
})

test('several files: the answer is 1 where one of them is not done', async (t) => {
  const { run } = await openBench(t)
  const [good, bad] = [join(folder, 'good.eml'), join(folder, 'bad.eml')]
  writeFileSync(good, await letter({ id: 'good@shop.example' }))
  writeFileSync(bad, delivered(writtenLetter()))
  const { code, stdout, stderr } = await run([good, bad, join(folder, 'none.eml')])
  assert.equal(code, 1)
  assert.deepEqual(stdout.trim().split('\n').map((line) => (JSON.parse(line) as Bounced).state),
    ['planned', 'refused'])
  assert.match(stderr, /none\.eml: no such file or folder/)
})

type Bounced = { readonly state: string }

test('wrong usage says what is wrong, and repeats no password', async () => {
  const cases: readonly (readonly [readonly string[], RegExp])[] = [
    [[], /no message/], [['--send', '-n', 'x'], /cannot go together/],
    [['--out', 'a', 'x', 'y'], /--out is for one message/],
    [['--relay', 'http://u:secret@x', 'x'], /no address of a relay/],
    [['-r', 'no', 'x'], /--recipient cannot be 'no'/],
    [['--lift', 'authenticated', 'x'], /--lift/], [['--reason', 'mailbox-unknown', 'x'], /--reason/],
    [['--received', 'soon', 'x'], /--received cannot be/], [['--dns', 'ns1', 'x'], /--dns cannot be/],
  ]
  for (const [words, said] of cases) {
    const { code, stderr } = await runCarom(['bounce', ...words])
    assert.equal(code, 2, words.join(' '))
    assert.match(stderr, said)
    assert.ok(!stderr.includes('secret'))
  }
})
