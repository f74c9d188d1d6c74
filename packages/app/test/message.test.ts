// `carom message check`: a folder of messages and what stands against each; signatures made here
// and keys from a name server on loopback; rspamd and SpamAssassin where they are installed.

import assert from 'node:assert/strict'
import { spawn, spawnSync } from 'node:child_process'
import { generateKeyPairSync } from 'node:crypto'
import { once } from 'node:events'
import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { createServer } from 'node:http'
import { connect, type AddressInfo } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { test, type TestContext } from 'node:test'
import { dkimSign } from 'mailauth/lib/dkim/sign.js'
import { parse } from 'yaml'
import { freePort } from './free-ports.ts'
import { fc } from '../../../tests/fuzz/seeded.ts'
import { createDnsClient, DNS_CLIENT_DEFAULTS } from '../src/service/prevent/dns/client.ts'
import { checkMessage } from '../src/service/prevent/message/check.ts'
import { createRspamd, createSpamd } from '../src/service/prevent/message/filters.ts'
import { runCarom } from './memory-io.ts'
import { openZoneServer } from './service/prevent/zone-server.ts'

const FIXTURES = new URL('../../../fixtures/', import.meta.url)
const FOLDER = new URL('outgoing/', FIXTURES)
const NOW = Date.parse('2026-11-27T12:00:00Z')
const expected = parse(
  readFileSync(new URL('expected.yaml', FOLDER), 'utf8')) as Record<string, string[]>

function read(name: string): Buffer {
  return readFileSync(new URL(`${name}.eml`, FOLDER))
}

async function idsOf(bytes: Uint8Array): Promise<string[]> {
  const { findings } = await checkMessage(bytes, { now: NOW })
  return findings.filter(({ severity }) => severity !== 'good').map(({ id }) => id)
}

void test('every message of the folder has what the table says against it', async () => {
  const names = readdirSync(FOLDER).filter((name) => name.endsWith('.eml'))
    .map((name) => name.slice(0, -4))
  assert.deepEqual(names.sort(), Object.keys(expected).sort())
  for (const name of names) {
    const found = (await idsOf(read(name))).filter((id) => id !== 'authentication/no-dkim')
    assert.deepEqual(found, expected[name], name)
  }
})

type Key = { readonly privateKey: string; readonly record: string }

function makeKey(): Key {
  const { privateKey, publicKey } = generateKeyPairSync('rsa', { modulusLength: 2048 })
  const p = publicKey.export({ type: 'spki', format: 'der' }).toString('base64')
  return {
    privateKey: String(privateKey.export({ type: 'pkcs8', format: 'pem' })),
    record: `v=DKIM1; k=rsa; p=${p}`,
  }
}

async function sign(bytes: Buffer, domain: string, { privateKey }: Key): Promise<Buffer> {
  const { signatures } = await dkimSign(bytes, {
    signingDomain: domain, selector: 'k', privateKey,
    signatureData: [{ signingDomain: domain, selector: 'k', privateKey }],
  })
  return Buffer.concat([Buffer.from(signatures), bytes])
}

void test('a signature is verified, and must belong to the domain in From', async (t) => {
  const key = makeKey()
  const zones = Object.fromEntries(['sound.example', 'service.test'].map((domain) =>
    [`k._domainkey.${domain}`, { TXT: [key.record] }]))
  const { address } = await openZoneServer(t, new URL('domains/zones.yaml', FIXTURES), zones)
  const dns = createDnsClient({ ...DNS_CLIENT_DEFAULTS, servers: [address] }, Date.now)
  const check = async (bytes: Buffer) => (await checkMessage(bytes, { now: NOW, dns })).findings
    .filter(({ area }) => area === 'authentication').map(({ id }) => id)
  const letter = read('letter')
  assert.deepEqual(await check(await sign(letter, 'sound.example', key)),
    ['authentication/dkim-good'])
  assert.deepEqual(await check(await sign(letter, 'service.test', key)),
    ['authentication/not-aligned', 'authentication/dkim-good'])
  const changed = Buffer.from(String(await sign(letter, 'sound.example', key))
    .replace('Dear Ann', 'Dear Bob'))
  assert.deepEqual(await check(changed), ['authentication/dkim-neutral'])
})

void test('no bytes make the check throw', async () => {
  await fc.assert(fc.asyncProperty(fc.uint8Array({ maxLength: 600 }), async (bytes) => {
    await checkMessage(bytes, { now: NOW })
  }), { numRuns: 200 })
  const html = ['<a href="', '<', '&#', 'javascript:', '">', '</a>', '<form', ' style=display:none']
  await fc.assert(fc.asyncProperty(fc.array(fc.constantFrom(...html), { maxLength: 60 }),
    async (pieces) => {
      await checkMessage(Buffer.from(`Content-Type: text/html\n\n${pieces.join('')}`), { now: NOW })
    }), { numRuns: 200 })
})

void test('the command reads files and standard input, and says what cannot be read', async () => {
  const letter = new URL('letter.eml', FOLDER).pathname
  const fraud = await runCarom(['message', 'check', '--no-dns', letter,
    new URL('fraud.eml', FOLDER).pathname])
  assert.equal(fraud.code, 1)
  assert.equal(fraud.stdout.trim().split('\n').length, 2)
  const paper = await runCarom(['message', 'check', '--no-dns', '--bulk'], read('letter'),
    { stdout: true, env: { NO_COLOR: '1' } })
  assert.match(paper.stdout, /standard input[\s\S]*Unsubscribing broken[\s\S]*List-Unsubscribe/)
  const none = await runCarom(['message', 'check', '--no-dns', 'no/such.eml'])
  assert.equal(none.code, 1)
  assert.equal(none.stderr, 'carom message: no/such.eml: no such file or folder\n')
  for (const words of [['message'], ['message', 'check', 'x', '--rspamd', 'x'],
    ['message', 'check', 'x', '--bulk', '--single'], ['message', 'check', 'x', '--spamd', 'a b'],
    ['message', 'check', 'x', '--dns', 'ns1'], ['message', 'check', 'x', '--dns', '192.0.2.1:65536']]) {
    assert.equal((await runCarom(words)).code, 2)
  }
})

void test('a filter that does not answer as it should is unknown', async (t) => {
  const answers = ['{"score": 16.5, "required_score": 15, "symbols": {"BAD_LINK": {"score": 9}}}',
    'not JSON', '{}']
  const server = createServer((_, response) => response.end(answers.shift()))
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  t.after(() => server.close())
  const { port } = server.address() as AddressInfo
  const ask = async () => (await checkMessage(read('letter'), {
    now: NOW, filter: createRspamd(`http://127.0.0.1:${port}`),
  })).findings.find(({ area }) => area === 'filter')
  assert.match((await ask())?.text ?? '', /^rspamd gives 16.5 of 15 points: BAD_LINK 9\.$/)
  assert.equal((await ask())?.severity, 'unknown')
  assert.equal((await ask())?.severity, 'unknown')
  const gone = await createSpamd('127.0.0.1', 9, { timeoutMs: 500 })(read('letter'))
  assert.equal(gone.kind, 'trouble')
})

type Daemon = { readonly name: string; readonly words: (port: number) => readonly string[] }

/** On a free port of loopback; undefined, and the test skipped, where it is not installed. */
async function startDaemon(t: TestContext, { name, words }: Daemon): Promise<number | undefined> {
  if (spawnSync(name, ['--version']).status !== 0) {
    assert.notEqual(process.env['CI'], 'true', `${name} is not installed`)
    t.skip(`${name} is not installed`)
    return undefined
  }
  const port = await freePort()
  const daemon = spawn(name, words(port), { stdio: 'ignore' })
  t.after(async () => {
    const ended = once(daemon, 'close')
    daemon.kill()
    await ended
  })
  for (let tries = 0; tries < 300; tries++) {
    const isOpen = await new Promise<boolean>((resolve) => {
      const socket = connect(port, '127.0.0.1')
      socket.on('connect', () => { socket.destroy(); resolve(true) })
      socket.on('error', () => resolve(false))
    })
    if (isOpen) return port
    await new Promise((resolve) => { setTimeout(resolve, 100) })
  }
  throw new Error(`${name} did not start`)
}

// The text that every filter knows for a test (GTUBE).
const GTUBE = ['XJS*C4JDBQADN1.NSBN3*2IDNEN', 'GTUBE-STANDARD-ANTI-UBE-TEST-EMAIL', 'C.34X'].join('*')

function withGtube(): Buffer {
  return Buffer.from(`${String(read('letter'))}${GTUBE}\r\n`)
}

// A short list of endings: its own takes half a minute to be read.
const RSPAMD_CONFIG = (folder: string, port: number): string => `
options {
  tempdir = "${folder}"; control_socket = "${folder}/control mode=0600"; filters = "";
  url_tld = "${folder}/endings"; disable_hyperscan = true;
  dns { nameserver = ["127.0.0.1:9"]; timeout = 0.1s; retransmits = 1; }
}
logging { type = "console"; level = "error"; }
worker "normal" { bind_socket = "127.0.0.1:${port}"; count = 1; }
actions { reject = 15; add_header = 6; greylist = 4; }
lua = "${folder}/rules.lua";
`

void test('rspamd finds the test message, and its own rules count', async (t) => {
  const folder = mkdtempSync(join(tmpdir(), 'carom-rspamd-'))
  t.after(() => rmSync(folder, { recursive: true, force: true }))
  writeFileSync(join(folder, 'endings'), 'com\nexample\n')
  writeFileSync(join(folder, 'rules.lua'), `rspamd_config.NAMES_A_LETTER = { score = 2.5,
    callback = function(task) return task:get_header('Subject') ~= nil end }`)
  const port = await startDaemon(t, { name: 'rspamd', words: (free) => {
    writeFileSync(join(folder, 'rspamd.conf'), RSPAMD_CONFIG(folder, free))
    return ['--no-fork', '--insecure', '--config', join(folder, 'rspamd.conf')]
  } })
  if (port === undefined) return
  const url = `http://127.0.0.1:${port}`
  const answer = await createRspamd(url)(withGtube())
  assert.ok(answer.kind === 'scored' && answer.score >= answer.threshold, JSON.stringify(answer))
  assert.ok(answer.rules.some(({ name }) => name === 'GTUBE'))
  assert.deepEqual(await createRspamd(url)(read('letter')), {
    kind: 'scored', name: 'rspamd', score: 2.5, threshold: 15,
    rules: [{ name: 'NAMES_A_LETTER', score: 2.5 }],
  })
  const { findings } = await checkMessage(withGtube(), { now: NOW, filter: createRspamd(url) })
  const finding = findings.find(({ area }) => area === 'filter')
  assert.equal(finding?.severity, 'broken')
  assert.match(finding?.text ?? '', /^rspamd gives 15 of 15 points/)
})

void test('SpamAssassin finds the test message', async (t) => {
  const port = await startDaemon(t, { name: 'spamd', words: (free) => [
    '--local', '--nouser-config', '--syslog=stderr', '--max-children=1',
    '--listen', `127.0.0.1:${free}`,
  ] })
  if (port === undefined) return
  const answer = await createSpamd('127.0.0.1', port)(withGtube())
  assert.equal(answer.kind, 'scored')
  if (answer.kind !== 'scored') return
  assert.ok(answer.score > 900, String(answer.score))
  assert.ok(answer.rules.some(({ name }) => name === 'GTUBE'))
  const good = await createSpamd('127.0.0.1', port)(read('letter'))
  assert.ok(good.kind === 'scored' && good.score < 5)
})
