// The client against a served app: what it asks for comes back typed, and refusals are thrown.

import assert from 'node:assert/strict'
import { once } from 'node:events'
import { createServer, type AddressInfo } from 'node:net'
import { after, test } from 'node:test'
import { setTimeout as sleep } from 'node:timers/promises'
import { freePort } from '../../app/test/free-ports.ts'
import { openSink } from '../../app/test/service/bounce/workbench.ts'
import { startService } from '../../web/test/service.ts'
import { answerOf, ApiProblem, createCaromClient } from '../src/index.ts'

// Links lead to the configured address, so that its port has to be known before the start.
const port = String(await freePort())
process.env['CAROM_HTTP_PORT'] = port
process.env['CAROM_HTTP_PUBLIC_URL'] = `http://127.0.0.1:${port}`
const sink = await openSink()
const service = await startService(`
optin:
  enabled: true
  from: hello@example.com
  relay: { host: 127.0.0.1, port: ${sink.port}, security: plain }
`)
after(async () => {
  await service.stop()
  sink.close()
})

const { url, key } = service
const carom = createCaromClient({ url: `${url}/`, key })

const BOUNCE = `From: MAILER-DAEMON@mx.example.com
To: news@example.org
Subject: Undelivered Mail Returned to Sender
Content-Type: multipart/report; report-type=delivery-status; boundary=b

--b

I'm sorry.
--b
Content-Type: message/delivery-status

Reporting-MTA: dns; mx.example.com

Final-Recipient: rfc822; gone@example.com
Action: failed
Status: 5.1.1
Diagnostic-Code: smtp; 550 5.1.1 <gone@example.com>: User unknown

--b--
`

test('a bounce that is handed in is known by its events', async () => {
  await carom.handInMessage(BOUNCE)
  await carom.handInMessage(new TextEncoder().encode(BOUNCE.replaceAll('gone@', 'left@')))
  await service.settled()
  const { rows } = await answerOf(carom.api.GET('/v1/events', {
    params: { query: { reason: 'mailbox-unknown', order: 'oldest' } },
  }))
  assert.deepEqual(rows.map(({ address }) => address), ['gone@example.com', 'left@example.com'])
})

test('who may be sent to, one and many', async () => {
  await answerOf(carom.api.POST('/v1/suppressions', { body: { address: 'no@example.com' } }))
  assert.equal((await carom.check('ann@example.com')).answer, 'send')
  const { answer, advice } = await carom.check('ann@gmial.com', { advice: true })
  assert.deepEqual([answer, advice?.suggestion], ['send', 'ann@gmail.com'])
  const addresses = ['no@example.com', ...Array.from({ length: 100_001 }, (_, n) => `a${n}@x.example`)]
  const answers = await carom.checkMany([...addresses, 'no@example.com'])
  assert.equal(answers.length, addresses.length + 1)
  assert.deepEqual(
    [0, 1, 100_001, 100_002].map((at) => answers[at]?.answer),
    ['do-not-send', 'send', 'send', 'do-not-send'])
})

test('a person is asked to confirm, and may mend an address', async () => {
  const asked = await carom.requestOptIn({ address: 'bob@example.org', list: 'news' })
  assert.equal(asked.status, 'pending')
  while (sink.sent.length === 0) await sleep(10)
  assert.match(String(sink.sent[0]?.bytes), /bob@example\.org/)
  const link = await carom.createFixLink({ address: 'bob@gmial.com', list: 'news' })
  assert.match(link.url, /\/optin\/fix\?t=/)
  await carom.registerSends([{ recipient: 'bob@example.org', messageId: 'm1@example.org' }])
})

test('refusals are thrown with what, where and why', async () => {
  const expect = async (asked: Promise<unknown>, status: number, code: string): Promise<void> => {
    await assert.rejects(asked, (error) => {
      assert.ok(error instanceof ApiProblem, String(error))
      assert.deepEqual([error.status, error.code], [status, code])
      return true
    })
  }
  const stranger = createCaromClient({ url, key: 'carom_none_none' })
  await expect(stranger.check('ann@example.com'), 401, 'key-invalid')
  await expect(carom.check(''), 400, 'request-invalid')
  const server = createServer().listen(0, '127.0.0.1')
  await once(server, 'listening')
  const deaf = `http://127.0.0.1:${(server.address() as AddressInfo).port}`
  const silent = createCaromClient({ url: deaf, key, timeoutMs: 50 })
  await expect(silent.check('ann@example.com'), 0, 'unreachable')
  server.close()
  for (const wrong of ['', 'carom.example.com', 'ftp://carom.example.com']) {
    assert.throws(() => createCaromClient({ url: wrong, key }), /https:\/\/carom\.example\.com is/)
  }
  assert.throws(() => createCaromClient({ url, key: ' ' }), /an API key is needed/)
})
