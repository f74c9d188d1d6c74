// What is done with one request: limits, methods, handshakes, secrets of vendors that sign nothing,
// what is handed to the store, and what is answered when that fails.

import assert from 'node:assert/strict'
import test from 'node:test'
import { brotliCompressSync, deflateSync, gzipSync } from 'node:zlib'
import { Hono } from 'hono'
import { createEngine, isWebhookVendor, readWebhook, WEBHOOK_VENDORS } from '@carom/core'
import { createWebhookIntake } from '../../../../src/service/intake/webhook.ts'
import { WEBHOOK_GUIDES } from '../../../../src/service/intake/webhook/guides.ts'
import { WEBHOOK_DEFAULTS } from '../../../../src/service/intake/webhook/types.ts'
import { SILENT_LOG } from '../../../../src/service/log.ts'
import { openTemporaryStore } from '../../temporary-store.ts'
import { openWorkbench } from './workbench.ts'

const EVENT = Buffer.from(JSON.stringify({
  RecordType: 'Bounce', ID: 1, Type: 'HardBounce', Email: 'nemo@left.example',
  Details: 'smtp;550 5.1.1 user unknown', BouncedAt: '2026-03-02T08:00:02Z',
}))
const JSON_TYPE = { 'content-type': 'application/json' }
const BASIC = { user: 'carom', password: 'päss:word' }

function basic(user: string, password: string): Record<string, string> {
  const encoded = Buffer.from(`${user}:${password}`).toString('base64')
  return { ...JSON_TYPE, authorization: `Basic ${encoded}` }
}

test('what the store gets', async () => {
  const { send, deps } = openWorkbench('postmark', { ...BASIC, list: 'news', campaign: 'march', tenant: 'acme' })
  const answer = await send({ bytes: EVENT, headers: basic('carom', 'päss:word') })
  assert.deepEqual(answer, { status: 200, body: 'ok\n' })
  const [input] = deps.inputs
  assert.deepEqual({ ...input, bytes: undefined, transportKey: undefined }, {
    tenant: 'acme', source: 'postmark', kind: 'webhook', trust: 1, receivedAt: 1_772_438_410_000,
    bytes: undefined, transportKey: undefined,
    envelope: { vendor: 'postmark', clientIp: '192.0.2.9', contentType: 'application/json', list: 'news', campaign: 'march' },
  })
  assert.match(input?.transportKey ?? '', /^webhook:postmark:postmark:1:[\da-f]{64}$/)
})

test('TLS reports come to a generic source, and prove nothing whatever secret they were sent to', async () => {
  for (const [vendor, type, kind, trust] of [
    ['generic', 'application/tlsrpt+gzip', 'report', 0],
    ['generic', 'application/tlsrpt+json; charset=utf-8', 'report', 0],
    ['generic', 'application/json', 'webhook', 1], ['brevo', 'application/tlsrpt+json', 'webhook', 1],
  ] as const) {
    const { send, deps } = openWorkbench(vendor, { secret: 's3cret' })
    const { status } = await send({
      bytes: Buffer.from('{"policies":[]}'), url: `/hooks/${vendor}/s3cret`,
      headers: { 'content-type': type },
    })
    const [input] = deps.inputs
    assert.deepEqual([status, input?.kind, input?.trust], [200, kind, trust], type)
  }
})

test('secrets of vendors that sign nothing', async () => {
  const cases: readonly (readonly [string, Parameters<typeof openWorkbench>[1], { headers?: Record<string, string>; url?: string; ip?: string }, number, number?])[] = [
    ['basic', BASIC, { headers: basic('carom', 'päss:word') }, 200, 1],
    ['basic, wrong password', BASIC, { headers: basic('carom', 'pass') }, 401],
    ['basic, wrong user', BASIC, { headers: basic('Carom', 'päss:word') }, 401],
    ['basic, none', BASIC, {}, 401],
    ['basic, rubbish', BASIC, { headers: { authorization: 'Basic !!!' } }, 401],
    ['bearer', { secret: 's3cret' }, { headers: { authorization: 'Bearer s3cret' } }, 200, 1],
    ['bearer, wrong', { secret: 's3cret' }, { headers: { authorization: 'Bearer s3cre' } }, 401],
    ['header', { secret: 's3cret' }, { headers: { 'x-carom-token': 's3cret' } }, 200, 1],
    ['parameter', { secret: 's3cret' }, { url: '/hooks/postmark?token=s3cret' }, 200, 1],
    ['parameter, empty', { secret: 's3cret' }, { url: '/hooks/postmark?token=' }, 401],
    ['path', { secret: 's3cret' }, { url: '/hooks/postmark/s3cret' }, 200, 1],
    ['path, wrong', { secret: 's3cret' }, { url: '/hooks/postmark/s3cret/x' }, 401],
    ['second secret', { secret: 'new', secrets: ['old'] }, { headers: { authorization: 'Bearer old' } }, 200, 1],
    ['no secret sent', { secret: 's3cret' }, {}, 401],
    ['network', { allowFrom: ['192.0.2.0/24'] }, { ip: '192.0.2.77' }, 200, 1],
    ['network, mapped', { allowFrom: ['192.0.2.0/24'] }, { ip: '::ffff:192.0.2.77' }, 200, 1],
    ['network, IPv6', { allowFrom: ['2001:db8::/32'] }, { ip: '2001:db8:1::5' }, 200, 1],
    ['network, outside', { allowFrom: ['192.0.2.0/24'] }, { ip: '198.51.100.1' }, 401],
    ['network, no address', { allowFrom: ['192.0.2.0/24'] }, { ip: '' }, 401],
    ['network and basic', { ...BASIC, allowFrom: ['192.0.2.0/24'] }, { ip: '192.0.2.1' }, 401],
    ['nothing configured', {}, {}, 401],
    ['nothing configured, but taken', { allowUnsigned: true }, {}, 200, 0],
    ['a source that claims more than it sends', { ...BASIC, trust: 2 }, { headers: basic('carom', 'päss:word') }, 200, 1],
    ['a source that claims less', { ...BASIC, trust: 0 }, { headers: basic('carom', 'päss:word') }, 200, 0],
    ['unsigned and claims more', { allowUnsigned: true, trust: 2 }, {}, 200, 0],
  ]
  for (const [name, source, request, status, trust] of cases) {
    const { send, deps } = openWorkbench('postmark', source)
    const answer = await send({ bytes: EVENT, ...request })
    assert.equal(answer.status, status, name)
    assert.equal(deps.inputs[0]?.trust, trust, name)
  }
})

test('what cannot be authenticated says so at the start', async () => {
  const cases: readonly (readonly [Parameters<typeof openWorkbench>[1], string])[] = [
    [{ allowUnsigned: true }, 'none'], [{}, 'none'], [{ allowFrom: ['192.0.2.1'] }, 'address'],
    [BASIC, 'secret'], [{ secret: 'x' }, 'secret'],
  ]
  for (const [source, authenticity] of cases) {
    const { intake, deps } = openWorkbench('brevo', source)
    await intake.start()
    assert.equal(intake.sources()[0]?.authenticity, authenticity)
    assert.equal(/cannot be authenticated/.test(deps.warnings.join()), authenticity === 'none')
  }
})

test('bodies: too large, packed, bombs, broken', async () => {
  const large = Buffer.alloc(2 * 1_048_576, 32)
  const bomb = gzipSync(Buffer.alloc(40 * 1_048_576))
  const cases: readonly (readonly [string, Uint8Array, string | undefined, number])[] = [
    ['2 MB', large, undefined, 413],
    ['exactly the limit', Buffer.alloc(WEBHOOK_DEFAULTS.bodyBytesMax, 32), undefined, 200],
    ['one more', Buffer.alloc(WEBHOOK_DEFAULTS.bodyBytesMax + 1, 32), undefined, 413],
    ['gzip', gzipSync(EVENT), 'gzip', 200],
    ['deflate', deflateSync(EVENT), 'deflate', 200],
    ['brotli', brotliCompressSync(EVENT), 'br', 200],
    ['gzip bomb', bomb, 'gzip', 413],
    ['broken gzip', EVENT, 'gzip', 400],
    ['cut gzip', gzipSync(EVENT).subarray(0, 30), 'gzip', 400],
    ['another encoding', EVENT, 'zstd2', 415],
    ['prototype', EVENT, 'constructor', 415],
  ]
  for (const [name, bytes, encoding, status] of cases) {
    const { send, deps } = openWorkbench('postmark', { allowUnsigned: true })
    const headers = { ...JSON_TYPE, ...(encoding === undefined ? {} : { 'content-encoding': encoding }) }
    assert.equal((await send({ bytes, headers })).status, status, name)
    if (encoding !== undefined && status === 200) assert.deepEqual(Buffer.from(deps.inputs[0]?.bytes ?? []), EVENT)
    assert.equal(deps.inputs.length, status === 200 ? 1 : 0, name)
  }
})

test('bodies of a megabyte that are made to be slow are answered in time', async () => {
  const size = 1_000_000
  const bodies: readonly (readonly [string, string])[] = [
    ['['.repeat(size), 'application/json'],
    ['['.repeat(size / 2) + ']'.repeat(size / 2), 'application/json'],
    [`{"signature":${'{"a":'.repeat(size / 12)}1${'}'.repeat(size / 12)}}`, 'application/json'],
    [`{"auth":"${'"auth":"'.repeat(size / 9)}`, 'application/json'],
    ['&a'.repeat(size / 2), 'application/x-www-form-urlencoded'],
    ['%'.repeat(size), 'application/x-www-form-urlencoded'],
    ['--b\r\nContent-Disposition: form-data; name="a"\r\n\r\n\r\n'.repeat(size / 54) + '--b--', 'multipart/form-data; boundary=b'],
    ['--b\r\n'.repeat(size / 5), 'multipart/form-data; boundary=b'],
    ['x'.repeat(size), 'multipart/form-data; boundary='],
  ]
  const sources = [
    ['mailgun', { secret: 'k' }], ['mandrill', { secret: 'k' }], ['unisender-go', { secret: 'k' }],
    ['ses', { topics: ['arn:aws:sns:eu-west-1:123456789012:a'] }], ['resend', { secret: 'k' }],
  ] as const
  for (const [vendor, source] of sources) {
    for (const [text, type] of bodies) {
      const { send } = openWorkbench(vendor, source)
      const headers = { 'content-type': type, 'x-mandrill-signature': 'AAAAAAAAAAAAAAAAAAAAAAAAAAA=' }
      const { status } = await send({ bytes: Buffer.from(text), headers })
      assert.ok([400, 401, 403].includes(status), `${vendor} ${text.slice(0, 20)} ${status}`)
    }
  }
})

test('what nobody understands is kept and acknowledged', async () => {
  for (const [text, type] of [
    ['not json at all', 'application/json'], ['{"RecordType":"Teleported"}', 'application/json'],
    ['{"RecordType":"Bounce"}', 'text/html'], ['{"__proto__":{"x":1}}', ''], ['\0\0\0', 'image/png'],
  ] as const) {
    const { send, deps } = openWorkbench('postmark', { allowUnsigned: true })
    assert.equal((await send({ bytes: Buffer.from(text), headers: { 'content-type': type } })).status, 200)
    assert.equal(deps.inputs.length, 1, text)
  }
})

test('handshakes are answered, and only to those who may send', async () => {
  const azure = JSON.stringify([{ eventType: 'Microsoft.EventGrid.SubscriptionValidationEvent', data: { validationCode: 'code"1' } }])
  const { send, deps } = openWorkbench('azure', { secret: 's3cret' })
  assert.equal((await send({ bytes: Buffer.from(azure) })).status, 401)
  const answer = await send({ bytes: Buffer.from(azure), url: '/hooks/azure?token=s3cret' })
  assert.deepEqual(JSON.parse(answer.body ?? ''), { validationResponse: 'code"1' })
  assert.equal(answer.headers?.['content-type'], 'application/json')
  assert.equal(deps.inputs.length, 0)

  const options = await send({ method: 'OPTIONS', headers: { 'webhook-request-origin': 'eventgrid.azure.net' } })
  assert.equal(options.headers?.['webhook-allowed-origin'], 'eventgrid.azure.net')
  const evil = await send({ method: 'OPTIONS', headers: { 'webhook-request-origin': 'x\r\nset-cookie: a' } })
  assert.equal(evil.headers?.['webhook-allowed-origin'], undefined)

  const spark = openWorkbench('sparkpost', BASIC)
  const ping = Buffer.from('[{"msys":{}}]')
  assert.equal((await spark.send({ bytes: ping })).status, 401)
  assert.equal((await spark.send({ bytes: ping, headers: basic('carom', 'päss:word') })).status, 200)
  assert.equal(spark.deps.inputs.length, 0)

  const mandrill = openWorkbench('mandrill', { secret: 'key' })
  assert.equal((await mandrill.send({ method: 'HEAD' })).status, 200)
  assert.equal((await mandrill.send({ bytes: Buffer.from('mandrill_events=%5B%5D'), headers: { 'content-type': 'application/x-www-form-urlencoded' } })).status, 200)
  assert.equal(mandrill.deps.inputs.length, 0)

  const sender = openWorkbench('mailersend', { secret: 'key' })
  assert.equal((await sender.send({ bytes: Buffer.from('{"type":"webhook.test","data":{}}') })).status, 200)
  assert.equal((await sender.send({ bytes: Buffer.from('{"type":"activity.hard_bounced","data":{}}') })).status, 401)
  assert.equal(sender.deps.inputs.length, 0)

  const mailchimp = openWorkbench('mailchimp', { secret: 's' })
  assert.equal((await mailchimp.send({ method: 'GET' })).status, 200)
  assert.equal((await mailchimp.send({ method: 'DELETE' })).status, 405)
  assert.equal((await mailchimp.send({ url: '/hooks/mailchimp?token=s' })).status, 200)
  assert.equal(mailchimp.deps.inputs.length, 0)
})

test('elastic email: an event in the URL, without the secret beside it', async () => {
  const { send, deps } = openWorkbench('elastic-email', { secret: 's3cret' })
  const url = '/hooks/elastic-email?token=s3cret&transaction=t1&to=nemo%40left.example&status=Error&category=NoMailbox&date=3%2F2%2F2026+8%3A00%3A02+AM'
  assert.equal((await send({ method: 'GET', url })).status, 200)
  assert.equal((await send({ method: 'GET', url: url.replace('s3cret', 'x') })).status, 401)
  const [input] = deps.inputs
  assert.ok(!Buffer.from(input?.bytes ?? []).toString().includes('s3cret'))
  const { events } = readWebhook(createEngine(), 'elastic-email', {
    bytes: input?.bytes ?? new Uint8Array(), contentType: input?.envelope.contentType ?? '',
  })
  assert.equal(events[0]?.recipient, 'nemo@left.example')
  assert.equal(events[0]?.reason, 'mailbox-unknown')
})

test('when the store fails the vendor shall come again', async () => {
  const { send, deps, intake } = openWorkbench('postmark', { allowUnsigned: true })
  deps.failCommits(1)
  const answer = await send({ bytes: EVENT })
  assert.equal(answer.status, 503)
  assert.equal(answer.headers?.['retry-after'], '30')
  assert.equal(deps.wakes(), 0)
  assert.equal((await send({ bytes: EVENT })).status, 200)
  assert.equal(deps.inputs.length, 1)
  assert.equal(intake.sources()[0]?.counts.failed, 1)
})

test('nothing is acknowledged before it is durable', async () => {
  const { send, deps, intake } = openWorkbench('postmark', { allowUnsigned: true })
  let commit: () => void = () => undefined
  deps.onCommit = () => new Promise((resolve) => {
    commit = resolve
  })
  const done: string[] = []
  const answered = send({ bytes: EVENT }).then(({ status }) => done.push(`answer ${status}`))
  await new Promise((resolve) => setImmediate(resolve))
  const stopped = intake.stop().then(() => done.push('stopped'))
  await new Promise((resolve) => setImmediate(resolve))
  assert.deepEqual(done, [])
  commit()
  await Promise.all([answered, stopped])
  assert.equal(done[0], 'answer 200')
  assert.equal((await send({ bytes: EVENT })).status, 503)
})

test('sources are told apart', async () => {
  const { intake } = openWorkbench('postmark', { allowUnsigned: true })
  for (const source of ['nobody', '__proto__', 'constructor', '']) {
    const answer = await intake.receive({ source, method: 'POST', url: '/', headers: {}, body: EVENT, ip: '' })
    assert.equal(answer.status, 404, source)
  }
})

test('a real store keeps each request once, behind a route of five lines', async () => {
  const { store, cleanup } = await openTemporaryStore()
  try {
    const intake = createWebhookIntake(
      { sources: [{ name: 'pm', tenant: 'default', vendor: 'postmark', ...BASIC }] },
      { store, log: SILENT_LOG, now: Date.now, wake: () => undefined })
    const app = new Hono()
    app.all('/hooks/:source/*', async ({ req }) => {
      const { pathname, search } = new URL(req.url)
      const { status, headers, body } = await intake.receive({
        source: req.param('source'), method: req.method, headers: req.header(), ip: '192.0.2.9',
        url: pathname + search, body: new Uint8Array(await req.arrayBuffer()),
      })
      return new Response(body ?? null, { status, ...(headers === undefined ? {} : { headers }) })
    })
    const post = () => app.request('/hooks/pm/', { method: 'POST', body: EVENT, headers: basic('carom', 'päss:word') })
    const statuses = await Promise.all(Array.from({ length: 20 }, async () => (await post()).status))
    assert.deepEqual(new Set(statuses), new Set([200]))
    const items = await store.claim({ limit: 10, leaseMs: 1_000, owner: 'test', now: Date.now() })
    assert.equal(items.length, 1)
    assert.deepEqual(Buffer.from(items[0]?.bytes ?? []), EVENT)
    assert.equal(items[0]?.envelope.vendor, 'postmark')
  } finally {
    await cleanup()
  }
})

test('there is a guide for every vendor', () => {
  assert.deepEqual(WEBHOOK_GUIDES.map(({ vendor }) => vendor), [...WEBHOOK_VENDORS])
  for (const { vendor, name, proof, steps } of WEBHOOK_GUIDES) {
    assert.ok(isWebhookVendor(vendor) && name !== '' && steps.length > 0)
    const text = steps.join(' ')
    const named = proof === 'topics' ? /topics here/ : proof === 'publicKey' ? /publicKey here/
      : proof === 'secret' ? /secret here/ : /(?:secret|password)[^.]* here/
    assert.match(text, named, vendor)
  }
})
