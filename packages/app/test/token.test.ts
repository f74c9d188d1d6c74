// `carom token`: what is made is verified, keys come from a file or the environment.

import assert from 'node:assert/strict'
import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { test } from 'node:test'
import { parseTokenKeys } from '../src/service/token-keys.ts'
import { runCarom } from './memory-io.ts'

const OLD = `a ${'07'.repeat(32)}`
const NEW = `b ${'08'.repeat(32)} tenant=default`
const withKeys = (keys: string) => ({ env: { CAROM_TOKEN_KEYS: keys } })
const MAKE = ['token', 'make', '-d', 'bounces.example.com', '-r', 'Ann@example.org']

test('a token is made and verified', async () => {
  const made = await runCarom([...MAKE, '-r', 'bob@example.org', '--prefix', 'b+'], '', withKeys(OLD))
  assert.equal(made.code, 0, made.stderr)
  const [ann = '', bob = ''] = made.stdout.split('\n')
  assert.match(ann, /^b\+ra[a-z2-7]+@bounces\.example\.com$/)
  const verified = await runCarom(['token', 'verify', ann.toUpperCase(), bob], '', withKeys(OLD))
  assert.equal(verified.code, 0)
  const lines = verified.stdout.trim().split('\n').map((line) => JSON.parse(line))
  assert.deepEqual(lines.map(({ recipient }) => recipient), ['Ann@example.org', 'bob@example.org'])
  assert.match(lines[0].expiresAt, /^\d{4}-\d\d-\d\dT00:00:00\.000Z$/)
  const shown = await runCarom(['token', 'verify', bob], '', { ...withKeys(OLD), stdout: true })
  assert.match(shown.stdout, /: made for bob@example\.org, counts until \d{4}-\d\d-\d\d\n$/)
})

test('what is not genuine is told, with exit code 1', async () => {
  const made = await runCarom(MAKE, '', withKeys(OLD))
  const forged = `${made.stdout.charAt(0)}z${made.stdout.trim().slice(2)}`
  const { code, stdout } = await runCarom(['token', 'verify', forged, 'x@y.example'], '', withKeys(OLD))
  assert.equal(code, 1)
  assert.deepEqual(stdout.trim().split('\n').map((line) => JSON.parse(line).why), ['not-genuine', 'no-token'])
})

test('keys rotate: the first signs, a retired one verifies until its day', async () => {
  const old = (await runCarom(MAKE, '', withKeys(OLD))).stdout.trim()
  const fresh = (await runCarom(MAKE, '', withKeys(`${NEW}\n${OLD}`))).stdout.trim()
  assert.equal(fresh[1], 'b')
  const table: [string, number][] = [
    [`${NEW}\n${OLD} until=2999-01-31`, 0], [`${NEW},${OLD}`, 0], [`${NEW}\n${OLD} until=2020-01-31`, 1],
    [NEW, 1],
  ]
  for (const [keys, code] of table) {
    assert.equal((await runCarom(['token', 'verify', old], '', withKeys(keys))).code, code, keys)
  }
})

test('a key file is made, read and extended', async (t) => {
  const folder = await mkdtemp(join(tmpdir(), 'carom-token-'))
  t.after(() => rm(folder, { recursive: true }))
  const file = join(folder, 'keys')
  const first = await runCarom(['token', 'key'])
  assert.match(first.stdout, /^a [0-9a-f]{64}\n$/)
  await writeFile(file, `# keys\n${first.stdout}`)
  const second = await runCarom(['token', 'key', '-k', file])
  assert.match(second.stdout, /^b [0-9a-f]{64}\n$/)
  assert.equal((await runCarom([...MAKE, '-k', file])).code, 0)
  const missing = await runCarom([...MAKE, '-k', join(folder, 'none')])
  assert.deepEqual([missing.code, missing.stdout], [1, ''])
  assert.match(missing.stderr, /none: no such file or folder/)
})

const WRONG_KEYS: readonly (readonly [text: string, said: string])[] = [
  ['', 'there is no key in it'], ['# none\n\n', 'there is no key in it'],
  [`A ${'07'.repeat(32)}`, "line 1: id 'A' is not one character of a–z and 2–7"],
  ['a 0707', "line 1: the secret of key 'a' is not 32 or more hexadecimal digits"],
  [`${OLD}\n${OLD}`, "line 2: key 'a' is there twice"],
  [`${OLD} unitl=2027-01-31`, "line 1: 'unitl' is neither tenant=NAME nor until=DATE"],
  [`${OLD} until=soon`, 'line 1: until=soon is no date such as 2027-01-31'],
]

test('keys that cannot be read are told by line', () => {
  for (const [text, problem] of WRONG_KEYS) {
    assert.deepEqual(parseTokenKeys(text), { kind: 'wrong', problem }, text)
  }
})

const WRONG: readonly (readonly [words: string, said: RegExp])[] = [
  ['token', /nothing to do\nWrite make, verify or key\./], ['token mkae', /'mkae' is not known/],
  ['token make', /make needs --domain/], ['token make -d b.example', /make needs --recipient/],
  ['token verify', /verify needs an address/],
  ['token make -d b.example -r nobody', /recipient: not an address/],
  ['token make -d b.example -r a@b.example --days 0', /lifetimeDays: 0 is not 1–400/],
  ['token make -d b.example -r a@b.example --prefix bounces', /does not end in a sign/],
  ['token make -d b.example -r a@b.example --tenant other', /no key of tenant 'other'/],
]

test('wrong usage is told plainly', async () => {
  for (const [words, said] of WRONG) {
    const { code, stderr } = await runCarom(words.split(' '), '', withKeys(OLD))
    assert.equal(code, 2, words)
    assert.match(stderr, said)
  }
  const { code, stderr } = await runCarom(MAKE)
  assert.equal(code, 2)
  assert.match(stderr, /no key\nGive --key-file or set CAROM_TOKEN_KEYS\./)
})

test('a recipient that does not fit needs a send id', async () => {
  const long = `${'a-very-long-name-'.repeat(4)}@example.org`
  const words = ['token', 'make', '-d', 'bounces.example.com', '-r', long]
  const refused = await runCarom(words, '', withKeys(OLD))
  assert.equal(refused.code, 1)
  assert.match(refused.stderr, /too long to be carried/)
  const made = await runCarom([...words, '--send-id', 'send-17'], '', withKeys(OLD))
  const verified = await runCarom(['token', 'verify', made.stdout.trim()], '', withKeys(OLD))
  assert.equal(JSON.parse(verified.stdout).sendId, 'send-17')
})
