// `carom classify` as it is typed: for people, and as JSON lines in and out.

import assert from 'node:assert/strict'
import test from 'node:test'
import { judgeLinesInOrder } from '../src/cli/classify/judge-lines.ts'
import { LINE_CHARS_MAX, readLineBatches } from '../src/cli/classify/text-lines.ts'
import { runCarom } from './memory-io.ts'

type Line = Readonly<Record<string, unknown>>

async function judge(lines: readonly (Line | string)[], ...options: string[]): Promise<{
  code: number; stderr: string; verdicts: Line[]
}> {
  const input = lines.map((line) => typeof line === 'string' ? line : JSON.stringify(line)).join('\n')
  const { code, stdout, stderr } = await runCarom(['classify', '--ndjson', ...options], input)
  const verdicts = stdout.split('\n').filter((line) => line !== '').map((line) => JSON.parse(line) as Line)
  return { code, stderr, verdicts }
}

test('a verdict for people', async () => {
  const { code, stdout } = await runCarom(['classify', '550 5.1.1 user unknown', 'Das Postfach ist voll'])
  assert.equal(code, 0)
  const [first = '', second = ''] = stdout.split('\n\n')
  assert.match(first, /^ {2}550 5\.1\.1 user unknown\n {12}\^\^\^\^ \^{7}\n/)
  for (const words of [/hard, permanent/, /mailbox-unknown/, /Whose fault/, /How sure +\d+ %/]) assert.match(first, words)
  assert.match(second, /mailbox +full\n.*soft; try again\n.*mailbox-full/s)
})

test('lines of standard input are texts; empty ones are left out', async () => {
  const { stdout } = await runCarom(['classify'], 'user unknown\r\n\n  \nmailbox full')
  assert.deepEqual([...stdout.matchAll(/Reason +(\S+):/g)].map(([, reason]) => reason), ['mailbox-unknown', 'mailbox-full'])
})

test('--explain shows concepts, rule and candidates', async () => {
  const { stdout } = await runCarom(['classify', '--explain', '550 5.1.1 user unknown'])
  for (const words of [/Rule +grammar\//, /Candidates +mailbox-unknown/, /Code +550 5\.1\.1/]) assert.match(stdout, words)
})

test('one line out for every line in, in order, with its id', async () => {
  const count = 3_000
  const texts = ['user unknown', 'mailbox full', 'message too large']
  const reasons = ['mailbox-unknown', 'mailbox-full', 'too-large']
  const { code, stderr, verdicts } = await judge(
    Array.from({ length: count }, (_, id) => ({ id, text: texts[id % 3] })))
  assert.deepEqual([code, stderr, verdicts.length], [0, '', count])
  verdicts.forEach(({ id, reason }, i) => assert.deepEqual([id, reason], [i, reasons[i % 3]]))
})

test('threads keep the order', async () => {
  const lines = Array.from({ length: 4_000 }, (_, id) =>
    id % 7 === 3 ? 'x' : JSON.stringify({ id, text: `user${id} unknown` }))
  const batches = Array.from({ length: 80 }, (_, i) => lines.slice(i * 50, i * 50 + 50))
  const run = async (workers: number): Promise<{ output: string; unread: number[] }> => {
    const options = { defaults: {}, isExplained: false, workers, workersFrom: 1_000 }
    let output = ''
    const unread: number[] = []
    for await (const judged of judgeLinesInOrder(batches, options)) {
      output += Buffer.from(judged.output).toString()
      unread.push(...judged.unread)
    }
    return { output, unread }
  }
  assert.deepEqual(await run(2), await run(1))
})

test('the fields of a verdict', async () => {
  const { verdicts: [verdict] } = await judge([{ id: 'a', text: '550 5.1.1 user unknown' }])
  assert.deepEqual(Object.keys(verdict ?? {}), [
    'id', 'reason', 'permanence', 'remedy', 'scope', 'bounceType', 'confidence', 'because', 'replyCode', 'enhancedCode',
  ])
})

test('--explain adds what the verdict rests on', async () => {
  const { verdicts: [verdict] } = await judge([{ text: 'user unknown' }], '--explain')
  assert.ok(['concepts', 'deciding', 'candidates'].every((name) => Array.isArray(verdict?.[name])))
})

test('options stand in for what a line does not say', async () => {
  const options = ['--reply-code', '550', '--enhanced-code', '5.1.1', '--command', 'RCPT', '--host', 'mx.example.net']
  const { verdicts } = await judge([{ text: 'no' }, { text: 'no', replyCode: 450, command: null }, { text: 'no', command: 'data' }], ...options)
  assert.deepEqual(verdicts.map(({ replyCode, enhancedCode, command }) => [replyCode, enhancedCode, command]),
    [[550, '5.1.1', 'RCPT'], [450, '5.1.1', 'RCPT'], [550, '5.1.1', 'DATA']])
})

test('a command is known under the names that logs and reports give it', async () => {
  const names = ['helo', 'CONN', 'MAIL FROM', 'rcpt_to', 'end-of-data', '.']
  const { code, verdicts } = await judge(names.map((command) => ({ text: 'no', command })))
  assert.equal(code, 0)
  assert.deepEqual(verdicts.map(({ command }) => command),
    ['EHLO', 'CONNECT', 'MAIL', 'RCPT', 'DATA', 'DATA'])
})

test('a line that cannot be read gives an error in its place', async () => {
  const cases: readonly (readonly [line: Line | string, error: RegExp])[] = [
    ['{"text":', /no JSON/], ['', /empty/], ['[1]', /no JSON object/], ['null', /no JSON object/], ['"text"', /no JSON object/],
    [{ id: 7 }, /text is missing/], [{ text: 5 }, /text is missing/], [{ text: 'a', replyCode: '550' }, /replyCode/],
    [{ text: 'a', replyCode: 1550 }, /replyCode/], [{ text: 'a', enhancedCode: 5.1 }, /enhancedCode/],
    [{ text: 'a', command: 'HELP' }, /command/], [{ text: 'a', host: 1 }, /host/], [{ text: 'a', ourIps: 'x' }, /ourIps/],
    [{ text: 'a', ourDomains: [1] }, /ourDomains/], ['x'.repeat(LINE_CHARS_MAX + 1), /too long/],
  ]
  const { code, stderr, verdicts } = await judge([...cases.map(([line]) => line), { text: 'user unknown' }])
  assert.equal(code, 1)
  assert.match(stderr, /^carom classify: 15 lines could not be read: 1, 2, 3, 4, 5, 6, 7, 8, 9, 10 and 5 more\.\n$/)
  cases.forEach(([, error], i) => {
    assert.equal(verdicts[i]?.['line'], i + 1)
    assert.match(String(verdicts[i]?.['error']), error)
  })
  assert.equal(verdicts[5]?.['id'], 7)
  assert.equal(verdicts[15]?.['reason'], 'mailbox-unknown')
})

test('no input, no output', async () => {
  assert.deepEqual(await judge([]), { code: 0, stderr: '', verdicts: [] })
})

test('wrong usage', async () => {
  for (const words of [['--reply-code', '99'], ['--reply-code', 'x'], ['--enhanced-code', 'x'], ['--command', 'HELP']]) {
    assert.equal((await runCarom(['classify', ...words, 'text'])).code, 2, words.join(' '))
  }
})

test('lines are the same however the bytes arrive', async () => {
  const text = 'ä\r\nzwei\n\ndrei 容量\nvier'
  const bytes = Buffer.from(text)
  for (let size = 1; size <= bytes.length; size++) {
    const lines: (string | undefined)[] = []
    const input = {
      isTerminal: false,
      async *[Symbol.asyncIterator]() {
        for (let at = 0; at < bytes.length; at += size) yield bytes.subarray(at, at + size)
      },
    }
    for await (const batch of readLineBatches(input)) lines.push(...batch)
    assert.deepEqual(lines, ['ä', 'zwei', '', 'drei 容量', 'vier'])
  }
})

test('a line that never ends keeps no memory', async () => {
  const piece = Buffer.alloc(256 * 1024, 'x')
  const input = {
    isTerminal: false,
    async *[Symbol.asyncIterator]() {
      for (let i = 0; i < 40; i++) yield piece
      yield Buffer.from('\nshort\n')
    },
  }
  const lines: (string | undefined)[] = []
  for await (const batch of readLineBatches(input)) lines.push(...batch)
  assert.deepEqual(lines, [undefined, 'short'])
})
