// What is wrong is told with a stable code and the field; limits hold.

import assert from 'node:assert/strict'
import { test } from 'node:test'
import { formatCursor } from '../../../src/service/http/cursors.ts'
import { openApi, type Ask } from './fake-api.ts'

type Refusal = readonly [method: string, path: string, ask: Ask, status: number, code: string]

const big = 'x'.repeat(3_000)

const REFUSALS: readonly Refusal[] = [
  ['GET', '/v1/nothing', {}, 404, 'not-found'],
  ['GET', '/', {}, 404, 'not-found'],
  ['DELETE', '/v1/check', {}, 405, 'method-not-allowed'],
  ['GET', '/v1/check', {}, 400, 'request-invalid'],
  ['GET', '/v1/check?address=', {}, 400, 'request-invalid'],
  ['GET', `/v1/check?address=${'a'.repeat(400)}`, {}, 400, 'request-invalid'],
  ['GET', '/v1/check?adress=a@example.org', {}, 400, 'request-invalid'],
  ['GET', '/v1/events?limit=0', {}, 400, 'request-invalid'],
  ['GET', '/v1/events?limit=1e9', {}, 400, 'request-invalid'],
  ['GET', '/v1/events?from=yesterday', {}, 400, 'request-invalid'],
  ['GET', '/v1/events?text=a%00b', {}, 400, 'request-invalid'],
  ['GET', '/v1/events?order=sideways', {}, 400, 'request-invalid'],
  ['GET', '/v1/events?reason=mailbox-fool', {}, 400, 'request-invalid'],
  ['GET', '/v1/events/export?remedy=drop', {}, 400, 'request-invalid'],
  ['GET', '/v1/incidents?fault=nobody', {}, 400, 'request-invalid'],
  ['GET', '/v1/events?cursor=xyz', {}, 400, 'cursor-invalid'],
  ['GET', `/v1/events?cursor=${formatCursor('incidents', [1])}`, {}, 400, 'cursor-invalid'],
  ['GET', `/v1/events?cursor=${formatCursor('events', ['1 OR 1=1'])}`, {}, 400, 'cursor-invalid'],
  ['GET', `/v1/events?cursor=${formatCursor('events', [1, 2])}`, {}, 400, 'cursor-invalid'],
  ['GET', '/v1/stats?by=secret', {}, 400, 'request-invalid'],
  ['GET', '/v1/stats?by=day,day,day,day', {}, 400, 'request-invalid'],
  ['GET', '/v1/stats?from=2020-01-01&until=2026-01-01', {}, 400, 'request-invalid'],
  ['GET', '/v1/events/none', {}, 404, 'not-found'],
  ['GET', '/v1/addresses/nobody@example.org', {}, 404, 'not-found'],
  ['POST', '/v1/check', { body: '{"addresses":[]}', type: 'text/plain' }, 415,
    'media-type-unsupported'],
  ['POST', '/v1/check', { body: '{', type: 'application/json' }, 400, 'json-invalid'],
  ['POST', '/v1/check', { body: Buffer.from([0xff]), type: 'application/json' }, 400,
    'json-invalid'],
  ['POST', '/v1/check', { body: `${'['.repeat(65)}${']'.repeat(65)}`, type: 'application/json' },
    400, 'json-invalid'],
  ['POST', '/v1/check', { json: { addresses: [5] } }, 400, 'request-invalid'],
  ['POST', '/v1/check', { json: { addresses: [big] } }, 413, 'body-too-large'],
  ['POST', '/v1/messages', { body: big, type: 'message/rfc822' }, 413, 'body-too-large'],
  ['POST', '/v1/messages', { body: '', type: 'message/rfc822' }, 400, 'request-invalid'],
  ['POST', '/v1/messages', { body: 'x', type: 'image/png' }, 415, 'media-type-unsupported'],
  ['POST', '/v1/messages', {
    body: 'x', type: 'message/rfc822', headers: { 'content-encoding': 'gzip' },
  }, 415, 'media-type-unsupported'],
  ['POST', '/v1/events', { json: [] }, 400, 'request-invalid'],
  ['POST', '/v1/events', { json: [{ recipient: 'x' }] }, 400, 'request-invalid'],
  ['POST', '/v1/events', { json: { recipient: 'a@b.example' } }, 400, 'request-invalid'],
  ['POST', '/v1/events', { json: { schema: 'carom/2', id: 'x', kind: 'failed' } }, 400,
    'request-invalid'],
  ['POST', '/v1/events', { body: '{"recipient":\n', type: 'application/x-ndjson' }, 400,
    'json-invalid'],
  ['POST', '/v1/suppressions/lift', { json: { address: 'b@example.org' } }, 404, 'not-found'],
  ['POST', '/v1/suppressions/lift/undo', { json: { address: 'b@example.org' } }, 404, 'not-found'],
  ['POST', '/v1/suppressions/import', { body: 'x', type: 'text/html' }, 415,
    'media-type-unsupported'],
  ['POST', '/v1/suppressions/import', { body: 'name\nann\n', type: 'text/csv' }, 400,
    'request-invalid'],
  ['POST', '/v1/undo', { json: { filter: {} } }, 400, 'request-invalid'],
  ['PUT', '/v1/policies', { json: { policy: 'nonsense' } }, 422, 'policy-invalid'],
  ['POST', '/v1/policies/simulate', { json: { policy: 'x' } }, 422, 'policy-invalid'],
  ['POST', '/v1/keys', { json: { name: 'x', scopes: ['root'] } }, 400, 'request-invalid'],
  ['DELETE', '/v1/keys/none', {}, 404, 'not-found'],
  ['DELETE', '/v1/addresses/ann@example.org/notes/8', {}, 404, 'not-found'],
  ['POST', '/v1/endpoints', { json: { url: 'file:///etc/passwd' } }, 400, 'request-invalid'],
  ['DELETE', '/v1/endpoints/ep_2', {}, 404, 'not-found'],
  ['POST', '/v1/endpoints/ep_2/rotate', {}, 404, 'not-found'],
  ['POST', '/hooks/ses', { key: null, json: {} }, 404, 'not-found'],
  ['GET', '/v1/explain?code=xyzzy', { key: null }, 404, 'not-found'],
  ['GET', '/v1/explain', { key: null }, 400, 'request-invalid'],
  ['GET', '/v1/events', { key: 'REVOKED' }, 401, 'key-invalid'],
  ['GET', '/v1/events', { key: null, headers: { authorization: 'Basic x' } }, 401, 'key-invalid'],
  ['POST', '/v1/undo', {
    json: { filter: { reason: 'x' } }, headers: { 'idempotency-key': 'a b' },
  }, 400, 'request-invalid'],
]

for (const [method, path, ask, status, code] of REFUSALS) {
  test(`${method} ${path.slice(0, 60)} → ${status} ${code}`, async (t) => {
    const api = await openApi(t, { bodyBytesMax: 2_000 })
    const answer = await api.ask(method, path, ask)
    assert.deepEqual([answer.status, answer.json?.['code']], [status, code], answer.text)
    assert.equal(answer.headers.get('content-type'), 'application/problem+json')
    assert.equal(answer.json['type'], `urn:carom:problem:${code}`)
  })
}

test('brackets within a text are no levels', async (t) => {
  const api = await openApi(t)
  const json = { addresses: ['['.repeat(99)], list: `\\"${'{'.repeat(99)}` }
  assert.equal((await api.ask('POST', '/v1/check', { json })).status, 200)
})

test('a mistake is told with its field', async (t) => {
  const api = await openApi(t)
  const { json } = await api.ask('POST', '/v1/suppressions/lift', { json: { address: 5 } })
  assert.equal(json['errors']?.[0]?.['path'], 'address')
  const batch = await api.ask('POST', '/v1/events', { json: [
    { recipient: 'a@example.org', reply: '550' }, { recipient: 'a@example.org', command: 'HELO' },
  ] })
  assert.deepEqual(batch.json['errors']?.map(({ path }) => path), ['1'])
})

test('a complaint is lifted with force alone', async (t) => {
  const api = await openApi(t)
  const entry = { address: 'a@example.org', reason: 'complaint' }
  await api.ask('POST', '/v1/suppressions', { json: entry })
  const lift = { address: 'a@example.org' }
  const refused = await api.ask('POST', '/v1/suppressions/lift', { json: lift })
  assert.deepEqual([refused.status, refused.json['code']], [409, 'lift-refused'])
  const done = await api.ask('POST', '/v1/suppressions/lift', { json: { ...lift, force: true } })
  assert.equal(done.json['lifted'], true)
})

test('a key, an address and wrong keys have their limits for a minute', async (t) => {
  const api = await openApi(t, {
    requestsPerMinutePerKey: 2, requestsPerMinutePerIp: 3, failedKeysPerMinutePerIp: 2,
    checksPerMinutePerKey: 1,
  })
  const statuses = async (path: string, ask: Ask, n: number): Promise<number[]> => {
    const all: number[] = []
    for (let i = 0; i < n; i++) all.push((await api.ask('GET', path, ask)).status)
    return all
  }
  assert.deepEqual(await statuses('/v1/events', {}, 3), [200, 200, 429])
  assert.deepEqual(await statuses('/v1/events', { key: 'read' }, 3), [200, 200, 429])
  assert.deepEqual(await statuses('/v1/check?address=a@b.example', {}, 2), [200, 429])
  assert.deepEqual(await statuses('/healthz', { key: null }, 4), [200, 200, 200, 429])
  assert.deepEqual(await statuses('/v1/events', { key: 'X' }, 3), [401, 401, 429])
  // Who was seen with a right key is not shut out by another's guesses.
  assert.deepEqual(await statuses('/v1/check?address=a@b.example', { key: 'check' }, 1), [429])
  const limited = await api.ask('GET', '/v1/events')
  assert.equal(limited.headers.get('retry-after'), '60')
  api.clock.now += 60_000
  assert.deepEqual(await statuses('/v1/events', {}, 1), [200])
})

test('a revoked key ends at once where it was revoked', async (t) => {
  const api = await openApi(t)
  await api.ask('POST', '/v1/keys', { json: { name: 'x', scopes: ['read'] } })
  assert.equal((await api.ask('GET', '/v1/events', { key: 'read' })).status, 200)
  await api.ask('DELETE', '/v1/keys/default-read')
  assert.equal((await api.ask('GET', '/v1/events', { key: 'read' })).status, 401)
})

test('metrics may be for keys alone, or for nobody', async (t) => {
  const locked = await openApi(t, { metrics: 'key' })
  assert.equal((await locked.ask('GET', '/metrics', { key: null })).status, 401)
  assert.match((await locked.ask('GET', '/metrics', { key: 'read' })).text, /carom_checks_total/)
  const off = await openApi(t, { metrics: 'off' })
  assert.equal((await off.ask('GET', '/metrics')).status, 404)
})

test('pages of allowed origins may call, others get no leave', async (t) => {
  const api = await openApi(t, { corsOrigins: ['https://app.example.com'] })
  const ask = (origin: string) => api.ask('OPTIONS', '/v1/events', {
    key: null, headers: { origin, 'access-control-request-method': 'GET' },
  })
  const good = await ask('https://app.example.com')
  assert.equal(good.status, 204)
  assert.equal(good.headers.get('access-control-allow-origin'), 'https://app.example.com')
  const evil = await ask('https://evil.example')
  assert.equal(evil.headers.has('access-control-allow-origin'), false)
})
