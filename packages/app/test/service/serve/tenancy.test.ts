// Every route of the contract, asked by another tenant with every right there is: it sees and
// changes nothing of the first one's (T30).

import assert from 'node:assert/strict'
import { test } from 'node:test'
import type { Store } from '../../../src/service/store/types.ts'
import type { Json } from '../http/fake-api.ts'
import { fillSecretly, requestsOf, SETTINGS } from './two-tenants.ts'
import { openWhole, STORE_KINDS } from './whole-service.ts'

/**
 * What the service changes by itself meanwhile: counters, which source-counts.test.ts has, and
 * attempts to reach an endpoint that is not there.
 */
const AT_ITS_OWN_PACE: Readonly<Record<string, object>> = {
  sources: { inputs: 0, events: 0, last_input_at: 0 },
  outbox: { attempts: 0, next_at: 0, lease_until: 0, last_status: 0, last_error: '' },
}

/** All rows that are the tenant's, by table. */
async function rowsOf(store: Store, tenant: string): Promise<Record<string, string[]>> {
  const columns = await store.all<{ name: string }>(store.kind === 'sqlite'
    ? `SELECT m.name FROM sqlite_master m JOIN pragma_table_info(m.name) c
        WHERE m.type = 'table' AND c.name = 'tenant' ORDER BY m.name`
    : `SELECT table_name AS name FROM information_schema.columns
        WHERE table_schema = current_schema() AND column_name = 'tenant' ORDER BY table_name`)
  assert.ok(columns.length > 20, String(columns.length))
  const found: Record<string, string[]> = {}
  for (const { name } of columns) {
    const rows = await store.all<object>(`SELECT * FROM ${name} WHERE tenant = ?`, [tenant])
    found[name] = rows.map((row) => JSON.stringify({ ...row, ...AT_ITS_OWN_PACE[name] })).sort()
  }
  return found
}

/** Words of the answer that only the first tenant knows, and that nobody asked with. */
function secretsIn(text: string, asked: string): string[] {
  const words = text.match(/[\w@.-]*(?:canary|shop\.example)[\w@.-]*/gi) ?? []
  return words.filter((word) => !asked.includes(word))
}

/** Routes that show what is the tenant's own; those of all, or of one moment, do not. */
const SHOWING_MIN = 34

for (const { kind, skip } of STORE_KINDS) {
  test(`another tenant sees and changes nothing, on ${kind}`, { skip }, async (t) => {
    const whole = await openWhole(t, kind, { text: SETTINGS })
    const own = await whole.asks('default')
    await fillSecretly(whole, own)
    const other = await whole.asks('other')
    const stream = await whole.stream('other')
    const requests = (await requestsOf(whole, own)).filter(({ ask }) => ask?.key !== null)
    let showing = 0
    for (const { method, path } of requests) {
      if (method === 'GET' && secretsIn((await own(method, path)).text, path).length > 0) showing++
    }
    assert.ok(showing >= SHOWING_MIN, `only ${showing} routes show anything`)
    const before = await rowsOf(whole.service.store, 'default')
    let asked = ''
    for (const { method, path, ask } of requests) {
      const { status, text } = await other(method, path, ask)
      assert.ok(status < 500, `${method} ${path}: ${status} ${text}`)
      // What was asked may be told again, then and later.
      asked += `${path} ${JSON.stringify(ask ?? {})}\n`
      assert.deepEqual(secretsIn(text, asked), [], `${method} ${path}: ${status} ${text}`)
    }
    await whole.settled()
    assert.deepEqual(await rowsOf(whole.service.store, 'default'), before)
    await own('POST', '/v1/suppressions', { json: { address: 'canary@example.info' } })
    await other('POST', '/v1/suppressions', { json: { address: 'last@example.info' } })
    const followed = await stream.until('last@example.info')
    assert.deepEqual(secretsIn(followed, asked), [])
  })
}

test('every route of the contract is asked, or takes no key', async (t) => {
  const whole = await openWhole(t, 'sqlite', { text: SETTINGS })
  const own = await whole.asks('default')
  assert.ok(whole.service.http)
  const { paths } = whole.service.http.document() as { paths: Record<string, Record<string, Json>> }
  const patterns = Object.keys(paths).map((path) => ({
    path, pattern: new RegExp(`^${path.replaceAll('.', '\\.').replaceAll(/\{\w+\}/g, '[^/]+')}$`),
  }))
  const asked = new Set((await requestsOf(whole, own)).map(({ method, path }) => {
    const plain = path.split('?')[0] as string
    const fitting = patterns.filter(({ pattern }) => pattern.test(plain))
    // A fixed word wins over a name in braces.
    const found = fitting.find((one) => !one.path.includes('{')) ??
      fitting.find((one) => !one.path.endsWith('}')) ?? fitting[0]
    return `${method.toLowerCase()} ${found?.path}`
  }))
  const missing = Object.entries(paths).flatMap(([path, methods]) =>
    Object.entries(methods)
      .filter(([, facts]) => /scope `/.test(String(facts['description'])))
      .map(([method]) => `${method} ${path}`))
    .filter((route) => !asked.has(route) && route !== 'get /v1/stream')
  assert.deepEqual(missing, [], String(asked.size))
})

test('a key that is over, or that has no right, opens nothing and leaves nothing', async (t) => {
  const whole = await openWhole(t, 'sqlite', { text: SETTINGS })
  const own = await whole.asks('default')
  await fillSecretly(whole, own)
  const { keys, store } = whole.service
  const over = await keys.create('default', { name: 'x', scopes: ['admin'], expiresAt: 1 })
  const revoked = await keys.create('default', { name: 'x', scopes: ['admin'] })
  await keys.revoke('default', revoked.key.prefix)
  const weak = await keys.create('default', { name: 'x', scopes: [] })
  const requests = (await requestsOf(whole, own)).filter(({ ask }) => ask?.key !== null)
  const nobody = await whole.asks(null)
  await own('POST', '/v1/keys', { json: { name: 'last', scopes: ['check'] } })
  // The one thing that asking may change is when a key was used last.
  const rows = async () => ({ ...await rowsOf(store, 'default'), api_keys: [] })
  const before = await rows()
  for (const [token, wanted] of [
    [undefined, 401], ['', 401], ['carom_', 401], [over.token, 401], [revoked.token, 401],
    [`${weak.token.slice(0, -1)}${weak.token.endsWith('A') ? 'B' : 'A'}`, 401], [weak.token, 403],
  ] as const) {
    for (const { method, path, ask } of requests) {
      const { status, text } = await nobody(method, path, {
        ...ask, headers: token === undefined ? {} : { authorization: `Bearer ${token}` },
      })
      assert.equal(status, wanted, `${method} ${path} with ${token}: ${text}`)
      assert.doesNotMatch(text, /canary/i)
    }
  }
  assert.deepEqual(await rows(), before)
})
