// `carom explain` as it is typed: each file explain/*.txt holds a command line and what it prints.
// A new case is a new file with its first line; UPDATE=1 writes the rest, to be read in the diff.

import assert from 'node:assert/strict'
import { readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import test from 'node:test'
import { main } from '../src/cli/main.ts'
import { runCarom, type Ran } from './memory-io.ts'

const FOLDER = new URL('explain/', import.meta.url)
const IS_UPDATE = process.env['UPDATE'] === '1'

for (const file of readdirSync(FOLDER).filter((name) => name.endsWith('.txt'))) {
  test(`explain/${file}`, async () => {
    const url = new URL(file, FOLDER)
    const golden = readFileSync(url, 'utf8')
    const [line = ''] = golden.split('\n', 1)
    const actual = `${line}\n${format(await runCarom(wordsOf(line)))}`
    if (IS_UPDATE) writeFileSync(url, actual)
    else assert.equal(actual, golden)
  })
}

/** `$ carom explain "a b" c` → its words; paths are relative to this folder. */
function wordsOf(line: string): string[] {
  const words = Array.from(line.matchAll(/"([^"]*)"|(\S+)/g), ([, quoted, bare]) => quoted ?? bare ?? '')
  return words.slice(2).map((word) =>
    word.endsWith('.eml') ? new URL(word, import.meta.url).pathname : word)
}

function format({ code, stdout, stderr }: Ran): string {
  // How sure the learned weights are changes with each training.
  const steady = stdout.replace(/^( {2}How sure +)\d+ %(?!.*by the code).*$/gm, '$1… %')
  return `exit ${code}\n${steady}${stderr === '' ? '' : `stderr: ${stderr}`}`
}

const BOUNCE = readFileSync(new URL('bounce.eml', FOLDER))

test('the words may be quoted or not', async () => {
  assert.deepEqual(await runCarom(['explain', '450', '4.2.1']), await runCarom(['explain', '450 4.2.1']))
})

test('a bounce or a reply on standard input', async () => {
  const bounce = await runCarom(['explain'], BOUNCE)
  assert.equal(bounce.code, 0)
  assert.match(bounce.stdout, /^gone@example\.net {2}failed\n/)
  const reply = await runCarom(['explain', '-'], '550 user not found\n')
  assert.deepEqual([reply.code, reply.stdout.split('\n')[0]], [0, '  550 user not found'])
})

type Row = {
  readonly event: { readonly recipient: string }
  readonly explanation: {
    readonly judgement: { readonly reason: string }
    readonly deciding: readonly unknown[]
  }
}

test('the structure of a bounce', async () => {
  const { stdout } = await runCarom(['explain', '--json'], BOUNCE)
  const { kind, events } = JSON.parse(stdout)
  assert.equal(kind, 'message')
  assert.deepEqual((events as Row[]).map(({ event, explanation }) =>
    [event.recipient, explanation.judgement.reason, explanation.deciding.length > 0]),
  [['gone@example.net', 'mailbox-unknown', true], ['voll@example.org', 'mailbox-full', true]])
})

type Case = readonly [
  words: string[], stdin: Buffer | string | undefined, code: number, error: RegExp,
]

test('what cannot be explained, and wrong usage', async () => {
  const cases: readonly Case[] = [
    [['explain'], undefined, 2, /nothing to explain/],
    [['explain', ''], '550', 2, /nothing to explain/],
    [['explain', './nothing.eml'], undefined, 1, /no such file/],
    [['explain', '/'], undefined, 2, /is a folder.*\ncarom parse/],
    [['explain'], '', 1, /is empty/],
    [['explain'], Buffer.of(0x1f, 0x8b, 8), 2, /is packed/],
    [['explain'], 'From: a@example.com\nSubject: lunch\n\nAt noon?\n', 1, /holds no bounce/],
    [['explain', '--nothing', '550'], undefined, 2, /--nothing/],
    [['explain', 'xyzzy'], undefined, 1, /nothing is known of 'xyzzy'/],
  ]
  for (const [words, stdin, code, error] of cases) {
    const ran = await runCarom(words, stdin)
    assert.equal(ran.code, code, `${words.join(' ')}: ${ran.stderr}`)
    assert.match(ran.stderr, error)
  }
})

test('nothing in a text steers the terminal', async () => {
  const { stdout } = await runCarom(['explain', '550 5.1.1 user \x1b[31mnot\x07 found \u202e abc\u0000'])
  assert.doesNotMatch(stdout, /[\x00-\x09\x0b-\x1f\u202e]/)
})

test('long and odd texts are explained', async () => {
  for (const piece of ['{', '\ud800', '\u0000', 'user ', 'mailbox full ', '容量', '5.1.1 ', '550-', '[TSS04] ']) {
    const { stdout, stderr } = await runCarom(['explain', piece.repeat(64 * 1024 / piece.length)])
    if (stdout !== '') assert.match(stdout, /Reason +\S/, JSON.stringify(piece))
    else assert.ok(/nothing is known of/.test(stderr) && stderr.length < 500, stderr.slice(0, 900))
  }
})

test('colours on a terminal only, and not with NO_COLOR', async () => {
  const run = async (isTerminal: boolean, env: Record<string, string>): Promise<string> => {
    let text = ''
    const output = { isTerminal, write: async (chunk: string | Uint8Array) => { text += String(chunk) } }
    const stdin = { isTerminal: true, async *[Symbol.asyncIterator]() { yield* [] as Uint8Array[] } }
    await main(['explain', '550 user not found'], {
      stdin, stdout: output, stderr: output, isTerminal, columns: 100, env,
    })
    return text
  }
  assert.match(await run(true, {}), /\x1b\[/)
  assert.doesNotMatch(await run(true, { NO_COLOR: '1' }), /\x1b/)
  assert.doesNotMatch(await run(false, {}), /\x1b/)
})

test('carets stand under their words at every width', async () => {
  for (const columns of [40, 57, 80, 100]) {
    let text = ''
    const output = { isTerminal: true, write: async (chunk: string | Uint8Array) => { text += String(chunk) } }
    const stdin = { isTerminal: true, async *[Symbol.asyncIterator]() { yield* [] as Uint8Array[] } }
    await main(['explain', '550 the remote system answers that the mailbox is full, so nothing was taken'], {
      stdin, stdout: output, stderr: output, isTerminal: true, columns, env: { NO_COLOR: '1' },
    })
    const lines = text.split('\n')
    const at = lines.findIndex((line) => /^ *\^/.test(line))
    const [, from = ''] = /^( *)\^/.exec(lines[at] ?? '') ?? []
    assert.match((lines[at - 1] ?? '').slice(from.length), /^mailbox/)
    for (const line of lines) assert.ok(line.length <= columns, `${columns}: ${line}`)
  }
})

test('what is no code is called so', async () => {
  for (const what of ['999', '6.1.1', '5.1.1.4', '12345']) {
    const { code, stdout, stderr } = await runCarom(['explain', what])
    assert.deepEqual([code, stdout], [1, ''])
    assert.match(stderr, new RegExp(`there is no code ${what}\\. Reply codes are three digits`))
  }
})

test('a word that nobody knows is no reply', async () => {
  const { code, stdout, stderr } = await runCarom(['explain', 'foo'])
  assert.deepEqual([code, stdout], [1, ''])
  assert.match(stderr, /nothing is known of 'foo'/)
  assert.match((await runCarom(['explain', 'foo bar baz'])).stdout, /does not say why/)
})

test('several files are explained one after the other', async () => {
  const exim = join(import.meta.dirname, '../../../fixtures/messages/exim')
  const paths = [join(exim, 'user-unknown.eml'), join(exim, 'delayed.eml')]
  const { code, stdout } = await runCarom(['explain', ...paths])
  assert.equal(code, 0)
  for (const words of ['== ' + paths[0], 'mailbox-unknown', '== ' + paths[1], 'Delayed']) {
    assert.ok(stdout.includes(words), words)
  }
  const missing = await runCarom(['explain', 'nowhere.eml', paths[1] as string])
  assert.deepEqual([missing.code, missing.stderr],
    [1, 'carom explain: nowhere.eml: no such file or folder\n'])
  assert.match(missing.stdout, /Delayed/)
  assert.equal((await runCarom(['explain', '--json', ...paths])).code, 2)
})

test('code and words tell one story of a transient unknown user', async () => {
  const byCode = (await runCarom(['explain', '450 4.1.1'])).stdout.replace(/\s+/g, ' ')
  assert.match(byCode, /soft.*Words that say the same beyond doubt make it hard/)
  const byWords = (await runCarom(['classify', '450 4.1.1 user unknown'])).stdout
  assert.match(byWords.replace(/\s+/g, ' '), /hard.*code says that this may pass, but the words/)
})
