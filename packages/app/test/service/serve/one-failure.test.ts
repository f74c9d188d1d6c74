// The service as a whole, on both stores: one failure, told by a report over SMTP, a webhook, the
// API and a log in any order, is one incident; the address is suppressed, sending systems are told,
// checks say so, and it can be undone.

import assert from 'node:assert/strict'
import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { appendFileSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { createServer, type IncomingMessage } from 'node:http'
import type { AddressInfo } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { test, type TestContext } from 'node:test'
import { setTimeout as sleep } from 'node:timers/promises'
import { fileURLToPath } from 'node:url'
import { makeReturnPath } from '@carom/core'
import { createTransport } from 'nodemailer'
import { Webhook } from 'standardwebhooks'
import { findPostgres } from '../store/find-postgres.ts'
import { reserveFile, reserveSchema } from '../temporary-store.ts'
import { listenTo, startedOf } from './started.ts'

const LAUNCHER = fileURLToPath(new URL('../../../bin/carom.mjs', import.meta.url))
const ADDRESS = 'ann@example.org'
const REPLY = '550 5.1.1 <ann@example.org>: Recipient address rejected: User unknown'
const MESSAGE_ID = 'letter-1@example.com'
const SECRET = '5f'.repeat(32)
const DEADLINE_MS = 30_000

type Told = {
  readonly type: string; readonly body: string; readonly headers: IncomingMessage['headers']
}

async function openReceiver(t: TestContext) {
  const told: Told[] = []
  const server = createServer(async (request, response) => {
    const pieces: Buffer[] = []
    for await (const piece of request) pieces.push(piece as Buffer)
    const body = Buffer.concat(pieces).toString()
    told.push({ type: String(JSON.parse(body).type), body, headers: request.headers })
    response.writeHead(204).end()
  }).listen(0, '127.0.0.1')
  await once(server, 'listening')
  t.after(() => server.close())
  return { told, port: (server.address() as AddressInfo).port }
}

async function openService(t: TestContext, store: string, receiverPort: number) {
  const folder = mkdtempSync(join(tmpdir(), 'carom-whole-'))
  t.after(() => rmSync(folder, { recursive: true, force: true }))
  writeFileSync(join(folder, 'keys'), `a ${SECRET}\n`)
  writeFileSync(join(folder, 'mail.log'), '')
  writeFileSync(join(folder, 'carom.yaml'), JSON.stringify({
    store, http: { port: 0 }, policy: 'postmark', tokens: { keysFile: join(folder, 'keys') },
    smtp: { enabled: true, port: 0, domains: ['bounces.example.com'] },
    deliver: { allowHosts: ['127.0.0.1'], allowPorts: [receiverPort], allowHttp: true },
    sources: [
      { type: 'webhook', name: 'zone', vendor: 'zone-mta', secret: 'a-shared-secret' },
      { type: 'log', name: 'postfix', mta: 'postfix', paths: [join(folder, 'mail.log')],
        from: 'start', zone: 'UTC' },
    ],
  }))
  const child = spawn(process.execPath, [LAUNCHER, 'serve'], {
    cwd: folder, stdio: ['ignore', 'pipe', 'pipe'],
  })
  const ended = once(child, 'close')
  t.after(async () => {
    child.kill('SIGTERM')
    await ended
  })
  const said = listenTo(child)
  const { url, key } = await startedOf(child, said)
  const smtpPort = Number(/"port":(\d+),"message":"listening for smtp"/.exec(said.errors)?.[1])
  const ask = async (path: string, body?: unknown): Promise<Json> => {
    const response = await fetch(url + path, {
      headers: { 'authorization': `Bearer ${key}`, 'content-type': 'application/json' },
      ...(body === undefined ? {} : { method: 'POST', body: JSON.stringify(body) }),
    })
    assert.ok(response.ok, `${path}: ${response.status} ${await response.clone().text()}`)
    return await response.json() as Json
  }
  const judged = async (): Promise<number> => {
    const figures = await (await fetch(`${url}/metrics`)).text()
    return Number(/^carom_pipeline_inputs (\d+)$/m.exec(figures)?.[1])
  }
  return { ask, url, smtpPort, log: join(folder, 'mail.log'), judged }
}

/** A value of JSON whose fields a test names as it expects them. */
type Json = { readonly [name: string]: Json } & readonly Json[]
type Service = Awaited<ReturnType<typeof openService>>

async function until(
  isSo: () => boolean | Promise<boolean>, tell: () => string,
): Promise<void> {
  for (const end = Date.now() + DEADLINE_MS; !await isSo(); await sleep(50)) {
    assert.ok(Date.now() < end, tell())
  }
}

/** The ways in which one failure is told. */
const CHANNELS: Readonly<Record<string, (service: Service) => Promise<void>>> = {
  async smtp({ smtpPort }) {
    const made = makeReturnPath({
      keys: [{ id: 'a', secret: Buffer.from(SECRET, 'hex') }], domain: 'bounces.example.com',
      recipient: ADDRESS, now: Date.now(), prefix: '',
    })
    assert.equal(made.kind, 'made')
    await createTransport({ host: '127.0.0.1', port: smtpPort, ignoreTLS: true }).sendMail({
      envelope: { from: '', to: made.kind === 'made' ? made.address : '' }, raw: DSN,
    })
  },
  async webhook({ url }) {
    const response = await fetch(`${url}/hooks/zone/a-shared-secret`, {
      method: 'POST', headers: { 'content-type': 'application/json' },
      body: JSON.stringify({
        id: '18f0c0ffee', seq: '001', to: ADDRESS, action: 'reject', response: REPLY,
        messageId: `<${MESSAGE_ID}>`, time: Date.now(),
      }),
    })
    assert.equal(response.status, 200, await response.text())
  },
  async api({ ask }) {
    await ask('/v1/events', [{ recipient: ADDRESS, messageId: MESSAGE_ID, reply: REPLY }])
  },
  async log({ log }) {
    const stamp = new Date().toISOString().replace('Z', '+00:00')
    appendFileSync(log, [
      `cleanup[11]: 4F1A2B3C4D: message-id=<${MESSAGE_ID}>`,
      'qmgr[12]: 4F1A2B3C4D: from=<news@example.com>, size=900, nrcpt=1 (queue active)',
      `smtp[13]: 4F1A2B3C4D: to=<${ADDRESS}>, relay=mx.example.org[192.0.2.7]:25, delay=1, ` +
        `delays=0/0/0/1, dsn=5.1.1, status=bounced (host mx.example.org[192.0.2.7] said: ` +
        `${REPLY} (in reply to RCPT TO command))`,
      'qmgr[12]: 4F1A2B3C4D: removed',
    ].map((line) => `${stamp} mail postfix/${line}\n`).join(''))
  },
}

const DSN = `From: MAILER-DAEMON@mx.example.net
To: bounces@bounces.example.com
Subject: Undelivered Mail
MIME-Version: 1.0
Content-Type: multipart/report; report-type=delivery-status; boundary=b

--b
Content-Type: text/plain

Your message could not be delivered.
--b
Content-Type: message/delivery-status

Reporting-MTA: dns; mx.example.net

Final-Recipient: rfc822; ${ADDRESS}
Action: failed
Status: 5.1.1
Diagnostic-Code: smtp; ${REPLY}
--b
Content-Type: message/rfc822-headers

Message-ID: <${MESSAGE_ID}>
From: news@example.com
To: ${ADDRESS}
--b--
`.replaceAll('\n', '\r\n')

/** Orders in which the channels speak; each one first and last once. */
const ORDERS = [['log', 'api', 'smtp', 'webhook'], ['webhook', 'smtp', 'api', 'log']]

async function tellAndUndo(t: TestContext, store: string, order: readonly string[]): Promise<void> {
  const receiver = await openReceiver(t)
  const service = await openService(t, store, receiver.port)
  const { ask } = service
  const { secret } = await ask('/v1/endpoints', { url: `http://127.0.0.1:${receiver.port}/hook` })
  assert.equal((await ask(`/v1/check?address=${ADDRESS}`))['answer'], 'send')
  for (const channel of order) {
    const before = await service.judged()
    await CHANNELS[channel]?.(service)
    await until(async () => await service.judged() > before, () => `${channel} was not judged`)
  }
  const incidents = (await ask('/v1/incidents'))['rows']
  assert.equal(incidents?.length, 1, JSON.stringify(incidents))
  const incident = incidents[0]?.['incident']
  assert.equal(incident?.['reason'], 'mailbox-unknown')
  // What the API told is the report that SMTP brings: the better proof stands for both.
  const sources = incident?.['sources']?.filter((one) => String(one) !== 'http')
  assert.deepEqual(sources, ['log', 'smtp', 'webhook'])
  assert.equal(incident?.['trust'], 3)

  const answer = await ask(`/v1/check?address=${ADDRESS}`)
  assert.deepEqual([answer['answer'], answer['reason']], ['do-not-send', 'mailbox-unknown'])
  const added = (): Told[] => receiver.told.filter(({ type }) => type === 'suppression.added')
  await until(() => added().length > 0, () => JSON.stringify(receiver.told))
  for (const { body, headers } of receiver.told) {
    new Webhook(String(secret)).verify(body, headers as Record<string, string>)
  }
  assert.equal(added().length, 1)

  const filter = { reason: 'mailbox-unknown' }
  assert.equal((await ask('/v1/undo', { filter }))['lifted'], 1)
  assert.equal((await ask(`/v1/check?address=${ADDRESS}`))['answer'], 'do-not-send')
  assert.equal((await ask('/v1/undo', { filter, dryRun: false }))['lifted'], 1)
  assert.equal((await ask(`/v1/check?address=${ADDRESS}`))['answer'], 'send')
}

const noPostgres = await findPostgres()

for (const [i, order] of ORDERS.entries()) {
  test(`one failure, ${order.join(', ')}: SQLite`, async (t) => {
    const place = await reserveFile()
    t.after(() => place.remove())
    await tellAndUndo(t, place.url, order)
  })
  test(`one failure, ${order.join(', ')}: PostgreSQL`, { skip: i > 0 || noPostgres }, async (t) => {
    const place = reserveSchema()
    t.after(() => place.remove())
    await tellAndUndo(t, place.url, order)
  })
}
