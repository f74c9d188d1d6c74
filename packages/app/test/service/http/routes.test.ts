// Every route answers as its document says, to its scope alone, and for its tenant alone.

import assert from 'node:assert/strict'
import { test } from 'node:test'
import { SCOPES } from '../../../src/service/http/keys.ts'
import type { Ledger } from '../../../src/service/http/ledger.ts'
import { openApi, type FakeApi, type Json } from './fake-api.ts'
import { REQUESTS } from './requests.ts'

const hook = {
  receiveHook: async ({ source, method }: { source: string; method: string }) =>
    ({ status: 200, body: `${method} ${source}` }),
}

type Operation = { readonly path: string; readonly method: string; readonly facts: Json }

function operations(document: object): Operation[] {
  const paths = (document as { paths: Record<string, Record<string, Json>> }).paths
  return Object.entries(paths).flatMap(([path, methods]) =>
    Object.entries(methods).map(([method, facts]) => ({ path, method, facts })))
}

function operationOf(api: FakeApi, method: string, path: string): Operation {
  const words = (path.split('?')[0] as string).split('/')
  const found = operations(api.http.document()).filter((one) => {
    const parts = one.path.split('/')
    return one.method === method.toLowerCase() && parts.length === words.length &&
      parts.every((part, i) => part.startsWith('{') || part === words[i])
  })
  // A fixed word wins over a name in braces.
  const best = found.find(({ path: one }) => !one.endsWith('}')) ?? found[0]
  assert.ok(best, `${method} ${path} is not in the document`)
  return best
}

for (const { method, path, ask, status = 200 } of REQUESTS) {
  test(`${method} ${path}`, async (t) => {
    const api = await openApi(t, {}, hook)
    await api.ask('POST', '/v1/suppressions', { json: { address: 'ann@example.org' } })
    await api.ask('POST', '/v1/keys', { json: { name: 'x', scopes: ['check'] } })
    const answer = await api.ask(method, path, ask)
    assert.equal(answer.status, status, answer.text)
    const { facts } = operationOf(api, method, path)
    const content = facts['responses']?.[status]?.['content'] as unknown as object
    const type = (answer.headers.get('content-type') ?? '').split(';')[0] as string
    assert.ok(Object.hasOwn(content, type), `${type} is not in the document`)
    assert.equal(answer.headers.get('x-content-type-options'), 'nosniff')
    assert.match(answer.headers.get('content-security-policy') ?? '', /default-src 'none'/)
    assert.equal(answer.headers.get('cache-control'), 'no-store')
  })
}

/** Tried in test/service/access, where people are logged in. */
const TRIED_ELSEWHERE: ReadonlySet<string> = new Set(['Session', 'Users', 'Own account'])

test('the document holds every route, and every route has a sample', async (t) => {
  const api = await openApi(t)
  const answer = await api.ask('GET', '/openapi.json', { key: null })
  assert.equal(answer.json['openapi'], '3.1.0')
  const all = operations(answer.json)
    .filter(({ facts }) => !TRIED_ELSEWHERE.has(String(facts['tags']?.[0])))
  const tried = new Set(REQUESTS.map(({ method, path }) => {
    const { path: found } = operationOf(api, method, path)
    return `${method.toLowerCase()} ${found}`
  }))
  tried.add('get /v1/stream')
  assert.deepEqual(all.map(({ method, path }) => `${method} ${path}`).sort(), [...tried].sort())
  const ids = all.map(({ facts }) => String(facts['operationId']))
  assert.equal(new Set(ids).size, ids.length)
  for (const { facts } of all) assert.ok(facts['summary'] && facts['tags']?.[0], ids.join())
})

test('a key does what its scopes say and nothing else', async (t) => {
  const api = await openApi(t, { failedKeysPerMinutePerIp: 1_000 }, hook)
  for (const { method, path, ask } of REQUESTS) {
    if (ask?.key === null) continue
    const { facts } = operationOf(api, method, path)
    const scope = /scope `([a-z-]+)`/.exec(String(facts['description']))?.[1]
    assert.ok(scope, `${method} ${path} names no scope`)
    const wrong = SCOPES.filter((one) => one !== scope && one !== 'admin' &&
      one !== `${scope}-bulk` && one !== `${scope}-trusted`).join(',')
    const refused = await api.ask(method, path, { ...ask, key: wrong })
    assert.deepEqual([refused.status, refused.json['code']], [403, 'scope-missing'], path)
    if (method !== 'DELETE') {
      assert.notEqual((await api.ask(method, path, { ...ask, key: scope })).status, 403, path)
    }
    const nobody = await api.ask(method, path, { ...ask, key: null })
    assert.deepEqual([nobody.status, nobody.json['code']], [401, 'key-missing'])
    assert.match(nobody.headers.get('www-authenticate') ?? '', /^Bearer/)
  }
})

test('the ledger is asked for the tenant of the key alone', async (t) => {
  const api = await openApi(t)
  for (const { method, path, ask } of REQUESTS) {
    if (ask?.key === null) continue
    await api.ask(method, path, { ...ask, tenant: 'other' })
    for (const [name, tenant] of api.ledger.calls.splice(0)) {
      if (!(['presets', 'backlog'] satisfies (keyof Ledger)[]).includes(name as 'presets')) {
        assert.equal(tenant, 'other', `${path}: ${name}`)
      }
    }
    const inputs = await api.deps.store.all<{ tenant: string }>('SELECT tenant FROM inbox')
    assert.ok(inputs.every(({ tenant }) => tenant === 'other'))
  }
})

test('a store in trouble is told as such, and so is what was not foreseen', async (t) => {
  const trouble = Object.assign(new Error('disk full'), { name: 'StoreError', code: 'store-full' })
  for (const [error, status, code] of [
    [trouble, 503, 'store-unavailable'], [new Error('boo'), 500, 'internal-error'],
  ] as const) {
    const api = await openApi(t)
    api.ledger.trouble = error
    const answer = await api.ask('GET', '/v1/events')
    assert.deepEqual([answer.status, answer.json['code']], [status, code])
    assert.equal(answer.headers.get('content-type'), 'application/problem+json')
    assert.equal(answer.headers.has('retry-after'), status === 503)
    assert.doesNotMatch(answer.text, /boo|disk/)
  }
})

test('an intake that the store refuses is not acknowledged', async (t) => {
  const api = await openApi(t, {}, {})
  await api.deps.store.close()
  const answer = await api.ask('POST', '/v1/messages', { body: 'x', type: 'message/rfc822' })
  assert.deepEqual([answer.status, answer.json['code'], api.woken], [503, 'store-unavailable', 0])
})
