// Wrong usage is told plainly, and help says how it is done.

import assert from 'node:assert/strict'
import { test } from 'node:test'
import { runCarom } from './memory-io.ts'

const WRONG: readonly (readonly [words: string, said: string])[] = [
  ['prase', "carom: no command 'prase'\nDid you mean carom parse? See `carom help`.\n"],
  ['xyzzy', "carom: no command 'xyzzy'\nSee `carom help`.\n"],
  ['--quiet parse', 'carom: no option --quiet\nThe command comes first. See `carom help`.\n'],
  ['help xyzzy', "carom: no command 'xyzzy'\nSee `carom help`.\n"],
  ['parse --fromat json', 'carom parse: no option --fromat\nDid you mean --format? See `carom help parse`.\n'],
  ['parse -x', 'carom parse: no option -x\nSee `carom help parse`.\n'],
  ['parse --format jsno', "carom parse: --format cannot be 'jsno'\n" +
    'It is one of json, ndjson, csv or table. Did you mean json? See `carom help parse`.\n'],
  ['parse --format', 'carom parse: --format needs a value\n' +
    'It is one of json, ndjson, csv or table. See `carom help parse`.\n'],
  ['parse --header --quiet', 'carom parse: --header needs a value\nWrite --header NAME. See `carom help parse`.\n'],
  ['parse --header=', 'carom parse: --header needs a value\nWrite --header NAME. See `carom help parse`.\n'],
  ['parse --quiet=yes', "carom parse: --quiet takes no value, but was given 'yes'\nSee `carom help parse`.\n"],
  ['parse --workers two', "carom parse: --workers cannot be 'two'\n" +
    'It is a number from 0 to 999. See `carom help parse`.\n'],
  ['parse --header X-Campaign:', "carom parse: --header cannot be 'x-campaign:'\n" +
    'It is a name, such as X-Campaign. See `carom help parse`.\n'],
  ['parse - -', 'carom parse: standard input can be read only once\nWrite - once. See `carom help parse`.\n'],
]

for (const [words, said] of WRONG) {
  test(`wrong usage: carom ${words}`, async () => {
    const { code, stdout, stderr } = await runCarom(words.split(' '))
    assert.deepEqual({ code, stdout, stderr }, { code: 2, stdout: '', stderr: said })
  })
}

test('what stands after -- is no option', async () => {
  const { code, stderr } = await runCarom(['parse', '-q', '--', '--format'])
  assert.deepEqual([code, stderr], [1, 'carom parse: --format: no such file or folder\n'])
})

test('short options can stand together, values with or without a space', async () => {
  for (const words of [['-qf', 'json'], ['-qf', 'JSON'], ['-qfjson'], ['-q', '--format=json'], ['-q', '-f', 'csv', '-f', 'json']]) {
    const { code, stdout } = await runCarom(['parse', ...words], '')
    assert.deepEqual([code, stdout], [0, '[]\n'])
  }
})

test('carom, carom help and carom --help list all commands', async () => {
  const { code, stdout } = await runCarom([])
  assert.equal(code, 0)
  for (const words of [['help'], ['--help'], ['-h']]) assert.equal((await runCarom(words)).stdout, stdout)
  for (const name of ['parse', 'explain', 'classify', 'compose', 'anonymize']) {
    assert.match(stdout, new RegExp(`^ {2}${name} +\\S`, 'm'))
  }
})

test('every command has a page that fits its terminal', async () => {
  const { stdout } = await runCarom(['help'])
  const names = [...stdout.matchAll(/^ {2}([a-z]+) {2}/gm)].map(([, name]) => name as string)
    .filter((name) => name !== 'carom')
  assert.ok(names.length >= 8, names.join())
  for (const name of names) {
    for (const columns of [60, 80, 200]) {
      const page = (await runCarom(['help', name], undefined, { columns })).stdout
      const headings = page.split('\n').filter((line) => /^[A-Z]/.test(line))
      assert.deepEqual(headings, ['NAME', 'SYNOPSIS', 'DESCRIPTION', 'OPTIONS', 'EXAMPLES', 'EXIT STATUS'], name)
      for (const line of page.split('\n')) {
        // Examples stand as they are typed, however long.
        if (!line.startsWith('  carom')) assert.ok(line.length <= Math.min(columns, 100), line)
      }
    }
    assert.equal((await runCarom([name, '--help'])).stdout, (await runCarom(['help', name])).stdout)
    const wrongUsage = name === 'deliver' ? 64 : 2
    assert.equal((await runCarom([name, '-h', '--nonsense'])).code, wrongUsage)
  }
})

test('carom --version', async () => {
  const { code, stdout } = await runCarom(['--version'])
  assert.deepEqual([code, /^carom \d+\.\d+\.\d+\n$/.test(stdout)], [0, true])
})

test('headings are bold on a terminal', async () => {
  assert.match((await runCarom(['help'], undefined, { stdout: true })).stdout, /\x1b\[1mUSAGE\x1b\[22m/)
})
