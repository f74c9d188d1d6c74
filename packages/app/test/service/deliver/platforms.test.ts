// Sending systems are told in their own words which addresses get no more mail.

import assert from 'node:assert/strict'
import { createHash, createHmac } from 'node:crypto'
import { createServer, type IncomingHttpHeaders } from 'node:http'
import type { AddressInfo } from 'node:net'
import { test } from 'node:test'
import { signForAws } from '../../../src/service/deliver/platforms/aws-signature.ts'
import { PLATFORMS } from '../../../src/service/deliver/platforms/platforms.ts'
import { createSafeFetch, SAFE_FETCH_DEFAULTS } from '../../../src/service/deliver/safe-fetch.ts'
import { listDeadLetters } from '../../../src/service/deliver/webhooks/dead-letters.ts'
import {
  createWebhookDelivery, WEBHOOK_DELIVERY_DEFAULTS,
} from '../../../src/service/deliver/webhooks/delivery.ts'
import { enqueueNotifications } from '../../../src/service/deliver/webhooks/outbox.ts'
import { createEndpoints } from '../../../src/service/endpoints.ts'
import type { EndpointAdmin } from '../../../src/service/http/options.ts'
import { SILENT_LOG } from '../../../src/service/log.ts'
import type { Store } from '../../../src/service/store/types.ts'
import { openTemporaryStore } from '../temporary-store.ts'
import { PLATFORM_CASES, type Asked } from './platform-cases.ts'

type Request = Asked & { readonly headers: IncomingHttpHeaders; readonly text: string }
type Answer = { readonly status: number; readonly body?: unknown }

/** The connection is cut. */
const NO_ANSWER = 0

type Bench = {
  readonly store: Store
  readonly endpoints: EndpointAdmin
  /** Of the sending system, with a slash at its end. */
  readonly url: string
  readonly asked: Request[]
  readonly answerWith: (answer: (request: Request) => Answer) => void
  readonly tell: (type: string, address: string, list?: string) => Promise<void>
  /** Until nothing waits any more. */
  readonly settle: () => Promise<void>
}

async function withBench(
  work: (bench: Bench) => Promise<void>, { isHashed = false }: { isHashed?: boolean } = {},
): Promise<void> {
  const { store, cleanup } = await openTemporaryStore({ kind: 'sqlite' })
  const asked: Request[] = []
  let answer: (request: Request) => Answer = () => ({ status: 200, body: {} })
  const server = createServer((request, response) => {
    let text = ''
    request.setEncoding('utf8').on('data', (piece: string) => { text += piece })
    request.on('end', () => {
      const { method = '', url: path = '', headers } = request
      const one = { method, path, headers, text, ...text === '' ? {} : { body: JSON.parse(text) } }
      asked.push(one)
      const { status, body } = answer(one)
      if (status === NO_ANSWER) return void request.socket.destroy()
      response.writeHead(status, { 'content-type': 'application/json' })
      response.end(body === undefined ? '' : JSON.stringify(body))
    })
  })
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  const { port } = server.address() as AddressInfo
  const fetch = createSafeFetch({
    ...SAFE_FETCH_DEFAULTS, allowHosts: ['127.0.0.1'], allowPorts: [port], allowHttp: true,
  })
  const clock = { now: Date.now() }
  const deps = { store, log: SILENT_LOG, now: () => clock.now, fetch }
  const delivery = createWebhookDelivery({ ...WEBHOOK_DELIVERY_DEFAULTS, pollMs: 5 }, deps)
  const waiting = async (): Promise<number> => Number((await store.get<{ n: number }>(
    `SELECT COUNT(*) AS n FROM outbox WHERE state = 'waiting' AND attempts = 0`))?.n)
  try {
    await delivery.start()
    await work({
      store, asked, url: `http://127.0.0.1:${port}/`,
      endpoints: createEndpoints({ ...deps, wake: delivery.wake, isHashed }),
      answerWith: (next) => { answer = next },
      async tell(type, address, list = '') {
        await store.write((tx) => enqueueNotifications(tx, '', [{
          type, address, list, at: clock.now,
          data: { address, list, status: 'suppressed', reason: 'mailbox-unknown' },
        }], clock.now))
        delivery.wake()
      },
      async settle() {
        while (await waiting() > 0) await new Promise((resolve) => setTimeout(resolve, 5))
      },
    })
  } finally {
    await delivery.stop()
    fetch.close()
    server.closeAllConnections()
    server.close()
    await cleanup()
  }
}

test('every sending system has a case', () => {
  assert.deepEqual(PLATFORM_CASES.map(({ platform }) => platform).sort(),
    Object.keys(PLATFORMS).sort())
})

for (const { platform, base, credential, header, probe, suppress, lift } of PLATFORM_CASES) {
  test(`${platform} is asked as its documentation says`, async () => {
    await withBench(async ({ endpoints, url, asked, tell, settle }) => {
      const { endpoint, secret } = await endpoints.add('', {
        url: url.slice(0, -1) + base, platform, credential,
      })
      assert.equal(secret, undefined)
      assert.ok(!JSON.stringify([endpoint, await endpoints.list('')]).includes(credential),
        'the credential is told to nobody')
      await tell('suppression.added', 'gone+1@example.com')
      await settle()
      await tell('suppression.lifted', 'gone+1@example.com')
      await tell('recipient.failed', 'gone+1@example.com')
      await settle()
      const wanted = [{ method: 'GET', path: probe }, suppress, ...lift === undefined ? [] : [lift]]
      assert.deepEqual(asked.map(({ method, path, body }) =>
        ({ method, path, ...body === undefined ? {} : { body } })), wanted)
      const [name, value] = header
      for (const { headers } of asked) {
        if (typeof value === 'string') assert.equal(headers[name], value)
        else assert.match(String(headers[name]), value)
      }
    })
  })
}

test('requests to Amazon SES prove the secret, whatever stands in them', async () => {
  await withBench(async ({ endpoints, url, tell, settle, answerWith, store }) => {
    answerWith((request) => ({ status: isSignedForAws(request, 's3:cret') ? 200 : 403 }))
    await assert.rejects(
      endpoints.add('', { url: `${url}v2/email`, platform: 'ses', credential: 'AKID:other' }),
      { path: 'credential' })
    await endpoints.add('', { url: `${url}v2/email`, platform: 'ses', credential: 'AKID:s3:cret' })
    await tell('suppression.added', 'gone+a/b=c@exämple.com')
    await settle()
    await tell('suppression.lifted', 'gone+a/b=c@exämple.com')
    await settle()
    assert.deepEqual(await store.all('SELECT state, last_status AS status FROM outbox'),
      [{ state: 'delivered', status: 200 }, { state: 'delivered', status: 200 }])
  })
})

test('the region of Amazon SES is that of its host', () => {
  for (const [host, region] of [
    ['email.eu-west-1.amazonaws.com', 'eu-west-1'],
    ['email-fips.us-gov-west-1.amazonaws.com', 'us-gov-west-1'],
    ['email.cn-north-1.amazonaws.com.cn', 'cn-north-1'], ['ses.example.com', 'us-east-1'],
  ] as const) {
    const { authorization } =
      signForAws('AKID:s', { method: 'GET', url: `https://${host}/v2/email/account` })
    assert.ok(authorization?.includes(`/${region}/ses/`), host)
  }
})

test('a complaint is told as one where there is a word for it', () => {
  const { body } = PLATFORMS.listmonk.suppress({ address: 'a@example.com', reason: 'complaint' })
  assert.equal((body as { type: string }).type, 'complaint')
})

test('a mistake is told where it was made, and nothing is added', async () => {
  await withBench(async ({ endpoints, url, answerWith }) => {
    const add = (more: object = {}) => endpoints.add('', {
      url: `${url}v3`, platform: 'brevo', credential: 'wrong', ...more,
    })
    answerWith(() => ({ status: 401 }))
    await assert.rejects(add(), { name: 'EndpointError', path: 'credential', message: /401/ })
    answerWith(() => ({ status: 404 }))
    await assert.rejects(add(), { path: 'url', message: /looks like https:\/\/api\.brevo\.com/ })
    answerWith(() => ({ status: NO_ANSWER }))
    await assert.rejects(add(), { path: 'url', message: /Brevo could not be asked there/ })
    answerWith(() => ({ status: 200 }))
    await assert.rejects(add({ platform: 'brewo' }), { path: 'platform', message: /brevo/ })
    await assert.rejects(add({ credential: undefined }), { path: 'credential', message: /API key/ })
    await assert.rejects(add({ types: ['recipient.failed'] }), { path: 'types' })
    await assert.rejects(
      endpoints.add('', { url, credential: 'x' }), { path: 'credential', message: /webhooks/ })
    await assert.rejects(add({ url: 'http://10.0.0.1/v3' }), { name: 'UnsafeUrlError' })
    assert.deepEqual(await endpoints.list(''), [])
  })
})

test('addresses that are kept as hashes are told to no sending system', async () => {
  await withBench(async ({ endpoints, url }) => {
    await assert.rejects(
      endpoints.add('', { url: `${url}v3`, platform: 'brevo', credential: 'x' }),
      { path: 'platform', message: /hashes/ })
  }, { isHashed: true })
})

test('one address that is refused is a dead letter at once, and the next ones go on', async () => {
  await withBench(async ({ store, endpoints, url, answerWith, tell, settle, asked }) => {
    await endpoints.add('', { url: `${url}v3`, platform: 'sendgrid', credential: 'x' })
    answerWith(({ body }) => JSON.stringify(body).includes('@bad.example')
      ? { status: 400 } : { status: 201 })
    for (let n = 0; n < 8; n++) await tell('suppression.added', `${n}@bad.example`)
    await tell('suppression.added', 'gone@example.com')
    await settle()
    assert.equal(asked.length, 1 + 9)
    const dead = await listDeadLetters(store, '', { limit: 20 })
    assert.equal(dead.length, 8)
    assert.match(dead[0]?.lastError ?? '', /SendGrid refuses this address: answered 400/)
  })
})

test('an answer of 200 that refuses is a refusal; who is not there needs no change', async () => {
  await withBench(async ({ store, endpoints, url, answerWith, tell, settle }) => {
    const stream = `${url}message-streams/news`
    await endpoints.add('', { url: stream, platform: 'postmark', credential: 'x' })
    await endpoints.add('', { url: `${url}v3`, platform: 'brevo', credential: 'x' })
    answerWith(({ path }) => path.startsWith('/v3/') ? { status: 404 }
      : { status: 200, body: { Suppressions: [{ Status: 'Failed' }] } })
    await tell('suppression.lifted', 'gone@example.com')
    await settle()
    const dead = await listDeadLetters(store, '', { limit: 20 })
    assert.deepEqual(dead.map(({ lastError }) => lastError),
      ['Postmark refuses this address: answered 200'])
  })
})

test('what holds for one list is told to the sending system of that list alone', async () => {
  await withBench(async ({ endpoints, url, tell, settle, asked }) => {
    await endpoints.add('', { url: `${url}all`, platform: 'brevo', credential: 'x' })
    await endpoints.add('', { url: `${url}news`, platform: 'brevo', credential: 'x', list: 'news' })
    asked.length = 0
    await tell('suppression.added', 'a@example.com', 'news')
    await tell('suppression.added', 'b@example.com', 'shop')
    await tell('suppression.added', 'c@example.com')
    await settle()
    assert.deepEqual(asked.map(({ path }) => path).sort(),
      ['/all/contacts/c%40example.com', '/news/contacts/a%40example.com'])
  })
})

test('address and credential are changed only to what works', async () => {
  await withBench(async ({ endpoints, url, answerWith, tell, settle, asked }) => {
    const { endpoint: { id } } =
      await endpoints.add('', { url: `${url}v3`, platform: 'brevo', credential: 'old' })
    assert.equal(await endpoints.rotate('', id), undefined, 'it has no signing secret')
    answerWith(({ headers }) => ({ status: headers['api-key'] === 'new' ? 200 : 401 }))
    await assert.rejects(endpoints.change('', id, { credential: 'wrong' }), { path: 'credential' })
    await assert.rejects(endpoints.change('', id, { types: [] }), { path: 'types' })
    assert.equal(await endpoints.change('', id, { credential: 'new' }), true)
    await tell('suppression.added', 'gone@example.com')
    await settle()
    assert.equal(asked.at(-1)?.headers['api-key'], 'new')
  })
})

test('what is suppressed already is told when it is asked for, once', async () => {
  await withBench(async ({ store, endpoints, url, tell, settle, asked }) => {
    const { endpoint: { id } } =
      await endpoints.add('', { url: `${url}v3`, platform: 'sendgrid', credential: 'x' })
    const { endpoint: { id: hook } } = await endpoints.add('', { url: `${url}hook` })
    await store.write((tx) => tx.insert(
      'suppressions (tenant, address, list, reason, origin, created_at, expires_at, actor)',
      Array.from({ length: 1_201 }, (_, n) => [
        '', `u${n}@example.com`, n === 7 ? 'news' : '', 'mailbox-unknown', 'policy', 1_000 + n,
        n === 8 ? 1 : null, 'policy',
      ])))
    asked.length = 0
    // One is of a list alone, one has run out.
    assert.equal(await endpoints.tellAll('', id), 1_199)
    await settle()
    assert.equal(new Set(asked.map(({ body }) => JSON.stringify(body))).size, 1_199)
    assert.equal(await endpoints.tellAll('', id), 0, 'it was told of all before')
    await tell('suppression.lifted', 'nobody@example.com')
    await settle()
    assert.equal(asked.filter(({ path }) => path.startsWith('/v3')).length, 1_200)
    assert.equal(await endpoints.tellAll('', hook), 1_200, 'webhooks are told of every list')
    assert.equal(await endpoints.tellAll('other', id), undefined, 'nobody else may')
    const { endpoint: { id: off } } = await endpoints.add('', { url: `${url}off` })
    const { endpoint: { id: deaf } } =
      await endpoints.add('', { url: `${url}deaf`, types: ['recipient.*'] })
    await endpoints.change('', off, { enabled: false })
    assert.equal(await endpoints.tellAll('', off), 0, 'it is switched off')
    assert.equal(await endpoints.tellAll('', deaf), 0, 'it wants to hear of none')
  })
})

/** As AWS checks it (docs.aws.amazon.com: Create a signed AWS API request). */
function isSignedForAws({ method, path, headers, text }: Request, secret: string): boolean {
  const [, scope = '', names = '', signature] =
    /Credential=[^/]+\/(.+?), SignedHeaders=(.+?), Signature=(\w+)$/
      .exec(headers['authorization'] ?? '') ?? []
  const hash = (what: string): string => createHash('sha256').update(what).digest('hex')
  const hmac = (key: string | Buffer, what: string): Buffer =>
    createHmac('sha256', key).update(what).digest()
  const canonical = [
    method, path.split('/').map(encodeURIComponent).join('/'), '',
    ...names.split(';').map((name) => `${name}:${String(headers[name])}`), '', names, hash(text),
  ].join('\n')
  const toSign =
    ['AWS4-HMAC-SHA256', headers['x-amz-date'], scope, hash(canonical)].join('\n')
  const key = scope.split('/').reduce<string | Buffer>(hmac, `AWS4${secret}`)
  return hmac(key, toSign).toString('hex') === signature
}
