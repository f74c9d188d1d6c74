// `carom serve` with double opt-in: a mail through the relay, the page behind its link, the button,
// the webhook; and the bounce of such a mail, which is the address's own.

import assert from 'node:assert/strict'
import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { test, type TestContext } from 'node:test'
import { setTimeout as sleep } from 'node:timers/promises'
import { fileURLToPath } from 'node:url'
import { createTransport } from 'nodemailer'
import { simpleParser } from 'mailparser'
import { Webhook } from 'standardwebhooks'
import { freePort } from '../../free-ports.ts'
import { openSink } from '../bounce/workbench.ts'
import { listenTo, startedOf } from './started.ts'

const LAUNCHER = fileURLToPath(new URL('../../../bin/carom.mjs', import.meta.url))
const DEADLINE_MS = 30_000
const DSN = `From: MAILER-DAEMON@mx.example.net
Subject: Undelivered Mail
MIME-Version: 1.0
Content-Type: multipart/report; report-type=delivery-status; boundary=b

--b
Content-Type: message/delivery-status

Reporting-MTA: dns; mx.example.net

Final-Recipient: rfc822; somebody@elsewhere.example
Action: failed
Status: 5.1.1
Diagnostic-Code: smtp; 550 5.1.1 User unknown
--b--
`.replaceAll('\n', '\r\n')

async function until(isSo: () => boolean | Promise<boolean>, what: string): Promise<void> {
  for (const end = Date.now() + DEADLINE_MS; !await isSo(); await sleep(20)) {
    assert.ok(Date.now() < end, what)
  }
}

async function openReceiver(t: TestContext) {
  const told: { readonly body: string; readonly headers: Record<string, string> }[] = []
  const server = createServer(async (request, response) => {
    const pieces: Buffer[] = []
    for await (const piece of request) pieces.push(piece as Buffer)
    told.push({
      body: Buffer.concat(pieces).toString(), headers: request.headers as Record<string, string>,
    })
    response.writeHead(204).end()
  }).listen(0, '127.0.0.1')
  await once(server, 'listening')
  t.after(() => server.close())
  return { told, port: (server.address() as AddressInfo).port }
}

async function openService(t: TestContext, relayPort: number, receiverPort: number) {
  // Links lead to the configured address, so it is chosen before.
  const port = await freePort()
  const url = `http://127.0.0.1:${port}`
  const folder = mkdtempSync(join(tmpdir(), 'carom-optin-'))
  t.after(() => rmSync(folder, { recursive: true, force: true }))
  writeFileSync(join(folder, 'keys'), `a ${'5f'.repeat(32)}\n`)
  writeFileSync(join(folder, 'carom.yaml'), JSON.stringify({
    http: { port, publicUrl: `${url}/` },
    tokens: { keysFile: join(folder, 'keys') },
    smtp: { enabled: true, port: 0, domains: ['bounces.example.com'] },
    deliver: { allowHosts: ['127.0.0.1'], allowPorts: [receiverPort], allowHttp: true },
    optin: {
      enabled: true, from: 'hello@example.com', returnPath: { domain: 'bounces.example.com' },
      relay: { host: '127.0.0.1', port: relayPort, security: 'plain' },
    },
  }))
  const child = spawn(process.execPath, [LAUNCHER, 'serve'], {
    cwd: folder, stdio: ['ignore', 'pipe', 'pipe'],
  })
  t.after(() => child.kill('SIGKILL'))
  const said = listenTo(child)
  const { key } = await startedOf(child, said)
  const smtpPort = Number(/"port":(\d+),"message":"listening for smtp"/.exec(said.errors)?.[1])
  const ask = async (path: string, body?: unknown) => {
    const response = await fetch(url + path, {
      headers: { 'authorization': `Bearer ${key}`, 'content-type': 'application/json' },
      ...(body === undefined ? {} : { method: 'POST', body: JSON.stringify(body) }),
    })
    assert.ok(response.ok, `${path}: ${response.status} ${await response.clone().text()}`)
    return await response.json() as Readonly<Record<string, unknown>>
  }
  return { ask, url, smtpPort, child }
}

test('from a request to a webhook, and from a bounce to a hold', { timeout: 90_000 }, async (t) => {
  const [sink, receiver] = [await openSink(), await openReceiver(t)]
  t.after(() => sink.close())
  const { ask, url, smtpPort, child } = await openService(t, sink.port, receiver.port)
  const { secret } = await ask('/v1/endpoints', {
    url: `http://127.0.0.1:${receiver.port}/hook`, types: ['optin.*'],
  })
  await ask('/v1/optin', { address: 'ann@example.org', list: 'news', language: 'nl' })
  await until(() => sink.sent.length === 1, 'the mail goes out')
  const [first] = sink.sent
  assert.match(first?.envelopeSender ?? '', /^bounces\+.*@bounces\.example\.com$/)
  const { text = '' } = await simpleParser(first?.bytes ?? Buffer.alloc(0))
  const link = /http:\/\/127\S+\/optin\/confirm\?t=[\w-]{43}/.exec(text)?.[0] ?? ''
  // As a browser asks: the web pages must not answer in its place.
  const page = await fetch(link, { headers: { accept: 'text/html,*/*' } })
  assert.equal(page.status, 200)
  assert.match(await page.text(), /Ja, bevestigen/)
  const pressed = await fetch(`${url}/optin/confirm`, {
    method: 'POST', body: new URLSearchParams({ t: link.slice(-43) }),
    headers: { accept: 'text/html,*/*', origin: url },
  })
  assert.match(await pressed.text(), /Bevestigd/)
  await until(() => receiver.told.length === 2, 'both webhooks arrive')
  const types = receiver.told.map(({ body, headers }) => {
    const verified = new Webhook(String(secret)).verify(body, headers)
    return (verified as { type: string }).type
  })
  assert.deepEqual(types, ['optin.requested', 'optin.confirmed'])

  await ask('/v1/optin', { address: 'bob@example.org', list: 'news' })
  await until(() => sink.sent.length === 2, 'the second mail goes out')
  await createTransport({ host: '127.0.0.1', port: smtpPort, ignoreTLS: true }).sendMail({
    envelope: { from: '', to: sink.sent[1]?.envelopeSender ?? '' }, raw: DSN,
  })
  await until(async () =>
    (await ask('/v1/check?address=bob@example.org'))['answer'] !== 'send', 'the bounce counts')
  const { sources } = await ask('/v1/optin/stats')
  assert.deepEqual(sources, [{
    source: '', confirmed: { addresses: 1, bounced: 0, rate: 0 },
    unconfirmed: { addresses: 1, bounced: 1, rate: 1 },
  }])
  child.kill('SIGTERM')
  assert.equal((await once(child, 'close'))[0], 0)
})
