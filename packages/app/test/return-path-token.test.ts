// The programs of docs/return-path-token.md do what they are there for: Nodemailer, the relay, the
// Lua of KumoMTA. Its Postfix settings are tested where the LMTP listener is.

import assert from 'node:assert/strict'
import { spawnSync } from 'node:child_process'
import { once } from 'node:events'
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import type { AddressInfo } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { test } from 'node:test'
import { pathToFileURL } from 'node:url'
import { makeReturnPath, verifyReturnPath } from '@carom/core'
import { createTransport } from 'nodemailer'
import { SMTPServer } from 'smtp-server'

const DOC = readFileSync(new URL('../../../docs/return-path-token.md', import.meta.url), 'utf8')
const SECRET = '07'.repeat(32)
const KEYS = [{ id: 'a', secret: Buffer.from(SECRET, 'hex') }]

const block = (language: string, first: string): string => {
  const found = [...DOC.matchAll(/^```(\w+)\n([\s\S]*?)^```$/gm)]
    .find(([, name, text = '']) => name === language && text.startsWith(first))
  assert.ok(found, `a block ${language} that begins with ${first}`)
  return found[2] as string
}

/** Bare imports are looked up from here, since the program stands elsewhere. */
function writeProgram(folder: string, name: string): void {
  const text = block('js', `// ${name}`).replace(/from '(?!\.)([^']+)'/g,
    (_, specifier: string) => `from '${import.meta.resolve(specifier)}'`)
  writeFileSync(join(folder, name), text)
}

test('Nodemailer and the relay send each message under a return path of its own', async (t) => {
  const folder = mkdtempSync(join(tmpdir(), 'carom-token-'))
  const seen: { from: string; to: string; text: string }[] = []
  const mta = new SMTPServer({
    authOptional: true, disabledCommands: ['AUTH', 'STARTTLS'], disableReverseLookup: true,
    onData(stream, { envelope }, answer) {
      void stream.toArray().then((pieces: Buffer[]) => {
        for (const { address } of envelope.rcptTo) {
          const from = envelope.mailFrom === false ? '' : envelope.mailFrom.address
          seen.push({ from, to: address, text: Buffer.concat(pieces).toString() })
        }
        return answer()
      })
    },
  })
  const port = await new Promise<number>((resolve) => {
    const server = mta.listen(0, '127.0.0.1', () => resolve((server.address() as AddressInfo).port))
  })
  Object.assign(process.env, { CAROM_TOKEN_SECRET: SECRET, MTA_PORT: `${port}`, RELAY_PORT: '0' })
  writeProgram(folder, 'return-path.mjs')
  writeProgram(folder, 'relay.mjs')
  const load = (name: string) => import(pathToFileURL(join(folder, name)).href)
  const { sendToEach } = await load('return-path.mjs')
  const { relay } = await load('relay.mjs') as { readonly relay: SMTPServer }
  await once(relay.server, 'listening')
  const direct = createTransport({ host: '127.0.0.1', port, ignoreTLS: true })
  const relayed = createTransport({
    host: '127.0.0.1', port: (relay.server.address() as AddressInfo).port, ignoreTLS: true,
  })
  t.after(() => {
    direct.close()
    relayed.close()
    relay.close()
    mta.close()
    rmSync(folder, { recursive: true })
  })
  const recipients = ['ann@example.org', 'Bob.Smith@example.net']
  await sendToEach(direct, { from: 'news@example.com', subject: 'x', text: 'y' }, recipients)
  await relayed.sendMail({ from: 'news@example.com', to: recipients, subject: 'x', text: 'y' })
  assert.equal(seen.length, 4)
  for (const { from, to, text } of seen) {
    const verdict = verifyReturnPath(from, { keys: KEYS, now: Date.now() })
    assert.equal(verdict.kind === 'valid' && verdict.recipient, to)
    assert.match(text, /Subject: x/)
  }
})

const hasLua = spawnSync('lua5.4', ['-v']).status === 0

const skip = hasLua ? false : 'lua5.4 is not installed'

test('KumoMTA makes the same return paths', { skip }, (t) => {
  const folder = mkdtempSync(join(tmpdir(), 'carom-lua-'))
  t.after(() => rmSync(folder, { recursive: true }))
  const now = Date.UTC(2026, 10, 27, 12)
  const recipients = [
    'ann@example.org', 'User.Name+tag@Example.NET', `o'brien_77-x@gmail.com`, 'a@b.co.uk',
    'someone.with.a.long.name@mail.example.com', `${'q7-'.repeat(20)}@example.com`,
    'grüße@example.com',
  ]
  // What KumoMTA brings: here its digest is that of openssl, and its clock stands still.
  const peer = `
    os.time = function() return ${now / 1_000} end
    kumo = { digest = { hmac_sha256 = function(_, text)
      local file = io.open('${folder}/text', 'wb') file:write(text) file:close()
      local out = io.popen("openssl dgst -sha256 -mac HMAC -macopt hexkey:${SECRET} '${folder}/text'")
      return { hex = out:read('a'):match('(%x+)%s*$') }
    end } }
    local received
    kumo.on = function(_, call) received = call end
    ${block('lua', 'local FREQUENT')}
    for _, recipient in ipairs { ${recipients.map((one) => JSON.stringify(one)).join(', ')} } do
      received {
        recipient = function() return { email = recipient } end,
        set_sender = function(_, sender) print(sender) end,
      }
    end`
  const script = join(folder, 'policy.lua')
  writeFileSync(script, peer)
  const { stdout, stderr } = spawnSync('lua5.4', [script], { encoding: 'utf8' })
  const expected = recipients.map((recipient) => {
    const made = makeReturnPath({ keys: KEYS, domain: 'bounces.example.com', recipient, now })
    return made.kind === 'made' ? made.address : 'bounce@bounces.example.com'
  })
  assert.equal(stderr, '')
  assert.deepEqual(stdout.trim().split('\n'), expected)
})

test('the address at the top of the page is genuine', () => {
  const address = /^(r[a-z2-7]+@bounces\.example\.com)$/m.exec(DOC)?.[1] ?? ''
  const verdict = verifyReturnPath(address, {
    keys: [{
      id: 'a', secret: Uint8Array.from({ length: 32 }, (_, i) => (97 + i * 13) & 0xff),
    }],
    now: Date.UTC(2026, 10, 27),
  })
  assert.equal(verdict.kind, 'valid')
})
