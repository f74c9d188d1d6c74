// Sessions: cookies, their ends, and what other sites cannot do with them.

import assert from 'node:assert/strict'
import { test } from 'node:test'
import { openBench, PASSWORD } from './bench.ts'
import type { More } from './browser.ts'

const HOUR = 3_600_000
const MINUTE = 60_000

const COOKIES = [
  ['http', { publicUrl: undefined }, 'carom-session', false],
  ['a public https address', { publicUrl: 'https://carom.example.com' }, '__Host-carom', true],
  ['a public http address', { publicUrl: 'http://carom.example.com' }, 'carom-session', false],
] as const

for (const [what, http, name, isSecure] of COOKIES) {
  test(`the cookie over ${what}`, async (t) => {
    const bench = await openBench(t, { http })
    const doer = { tenant: 'default', actor: 'test' }
    await bench.access.users.create(doer, { name: 'ann', role: 'admin', password: PASSWORD })
    const browser = bench.browser({ origin: http.publicUrl ?? 'http://localhost:8025' })
    const answer = await browser.ask('POST', '/v1/session', { name: 'ann', password: PASSWORD })
    const [cookie = '', ...more] = answer.headers.getSetCookie()
    assert.deepEqual(more, [])
    const [pair = '', ...facts] = cookie.split('; ')
    assert.match(pair, new RegExp(`^${name}=[\\w-]{43}$`))
    assert.deepEqual(facts, ['Path=/', 'HttpOnly', 'SameSite=Lax', 'Max-Age=86400',
      ...isSecure ? ['Secure'] : []])
    const token = pair.slice(name.length + 1)
    const kept = await bench.store.all('SELECT * FROM sessions')
    assert.ok(kept.length === 1 && !JSON.stringify(kept).includes(token))
    assert.ok(!JSON.stringify(await bench.audit()).includes(token))
    assert.ok(!answer.text.includes(token))
  })
}

test('over https, a cookie that another host or http could set is not read', async (t) => {
  const origin = 'https://carom.example.com'
  const bench = await openBench(t, { http: { publicUrl: origin } })
  const doer = { tenant: 'default', actor: 'test' }
  await bench.access.users.create(doer, { name: 'ann', role: 'admin', password: PASSWORD })
  const browser = bench.browser({ origin })
  await browser.ask('POST', '/v1/session', { name: 'ann', password: PASSWORD })
  const token = browser.cookies.get('__Host-carom') as string
  browser.cookies.clear()
  browser.cookies.set('carom-session', token)
  assert.equal((await browser.ask('GET', '/v1/users')).code, 'key-missing')
})

test('a planted cookie is not taken up, and each log-in ends the one before', async (t) => {
  const bench = await openBench(t)
  const browser = await bench.login('ann')
  const first = browser.cookies.get('carom-session') as string
  // Of an attacker, who knows it.
  const planted = 'p'.repeat(43)
  const victim = bench.browser()
  victim.cookies.set('carom-session', planted)
  await victim.ask('POST', '/v1/session', { name: 'ann', password: PASSWORD })
  assert.notEqual(victim.cookies.get('carom-session'), planted)
  const attacker = bench.browser()
  attacker.cookies.set('carom-session', planted)
  assert.equal((await attacker.ask('GET', '/v1/session')).json['user'], null)
  await browser.ask('POST', '/v1/session', { name: 'ann', password: PASSWORD })
  assert.notEqual(browser.cookies.get('carom-session'), first)
  attacker.cookies.set('carom-session', first)
  assert.equal((await attacker.ask('GET', '/v1/session')).json['user'], null)
  assert.notEqual((await browser.ask('GET', '/v1/session')).json['user'], null)
})

test('a session ends when nothing is asked for an hour', async (t) => {
  const bench = await openBench(t)
  const browser = await bench.login('ann')
  const idle = await bench.login('bob')
  const asks = async (): Promise<number> => (await browser.ask('GET', '/v1/events')).status
  for (let i = 0; i < 30; i++) {
    bench.clock.now += 45 * MINUTE
    assert.equal(await asks(), 200)
    // It is written down beside the answer.
    await bench.store.write(async () => undefined)
  }
  assert.equal((await idle.ask('GET', '/v1/events')).status, 401)
  bench.clock.now += HOUR
  assert.equal(await asks(), 401)
})

test('after a day a session is over although it is used', async (t) => {
  const bench = await openBench(t, { options: { idleMs: 30 * 24 * HOUR } })
  const browser = await bench.login('ann')
  bench.clock.now += 24 * HOUR - 1
  assert.equal((await browser.ask('GET', '/v1/events')).status, 200)
  bench.clock.now += 1
  assert.equal((await browser.ask('GET', '/v1/events')).status, 401)
})

test('one sees and ends one\'s own sessions, and nobody else\'s', async (t) => {
  const bench = await openBench(t)
  const ann = await bench.login('ann')
  const other = bench.browser()
  await other.ask('POST', '/v1/session', { name: 'ann', password: PASSWORD })
  const bob = await bench.login('bob', 'viewer')
  const list = async () => (await ann.ask('GET', '/v1/users/me/sessions')).json['rows']
    ?.map((row) => row as unknown as { id: string; current: boolean; agent: string; ip: string })
  const rows = await list() ?? []
  assert.deepEqual(rows.map(({ current }) => current).toSorted(), [false, true])
  assert.deepEqual([rows[0]?.agent, rows[0]?.ip], ['Test Browser', '192.0.2.1'])
  const foreign = rows.find(({ current }) => !current)?.id as string
  assert.equal((await bob.ask('DELETE', `/v1/users/me/sessions/${foreign}`)).code, 'not-found')
  assert.equal((await other.ask('GET', '/v1/events')).status, 200)
  assert.equal((await ann.ask('DELETE', `/v1/users/me/sessions/${foreign}`)).status, 200)
  assert.equal((await other.ask('GET', '/v1/events')).status, 401)
  for (let i = 0; i < 3; i++) {
    await bench.browser().ask('POST', '/v1/session', { name: 'ann', password: PASSWORD })
  }
  assert.equal((await ann.ask('DELETE', '/v1/users/me/sessions')).json['ended'] as unknown, 3)
  assert.equal((await list())?.length, 1)
  assert.equal((await bob.ask('GET', '/v1/events')).status, 200)
})

test('a new password ends every session and gives this browser a new one', async (t) => {
  const bench = await openBench(t)
  const ann = await bench.login('ann')
  const other = bench.browser()
  await other.ask('POST', '/v1/session', { name: 'ann', password: PASSWORD })
  const [before, token] = [ann.cookies.get('carom-session') as string, ann.csrf]
  const change = (json: object) => ann.ask('POST', '/v1/users/me/password', json)
  const password = 'some quite other words'
  assert.equal((await change({ password })).code, 'credentials-invalid')
  assert.equal((await change({ current: 'wrong', password })).code, 'credentials-invalid')
  assert.equal((await change({ current: PASSWORD, password: 'short' })).code, 'password-weak')
  assert.equal((await change({ current: PASSWORD, password })).status, 200)
  assert.notEqual(ann.cookies.get('carom-session'), before)
  assert.notEqual(ann.csrf, token)
  assert.equal((await ann.ask('GET', '/v1/events')).status, 200)
  assert.equal((await other.ask('GET', '/v1/events')).status, 401)
  const old = bench.browser()
  old.cookies.set('carom-session', before)
  assert.equal((await old.ask('GET', '/v1/events')).status, 401)
  const login = await other.ask('POST', '/v1/session', { name: 'ann', password: PASSWORD })
  assert.equal(login.code, 'credentials-invalid')
})

test('who found an open browser cannot try passwords in it', async (t) => {
  const bench = await openBench(t)
  const ann = await bench.login('ann')
  const codes: (string | undefined)[] = []
  for (let i = 0; i < 12; i++) {
    const json = { current: `guess ${i}`, password: 'some quite other words' }
    codes.push((await ann.ask('POST', '/v1/users/me/password', json)).code)
  }
  assert.deepEqual([codes[0], codes.at(-1)], ['credentials-invalid', 'rate-limited'])
})

const FORGED: readonly (readonly [what: string, headers: NonNullable<More['headers']>])[] = [
  ['another site', { 'sec-fetch-site': 'cross-site', 'origin': 'https://evil.example' }],
  ['a neighbour', { 'sec-fetch-site': 'same-site', 'origin': 'http://other.localhost' }],
  ['another site, with the token', { 'sec-fetch-site': 'cross-site' }],
  ['an older browser, another site', {
    'sec-fetch-site': null, 'origin': 'https://evil.example',
  }],
  ['a site that names ours in its own', {
    'sec-fetch-site': null, 'origin': 'http://localhost:8025.evil.example',
  }],
  ['another port', { 'sec-fetch-site': null, 'origin': 'http://localhost:9000' }],
  ['a sandboxed frame', { 'sec-fetch-site': null, 'origin': 'null' }],
  ['nobody knows what', { 'sec-fetch-site': null, 'origin': null }],
  ['one of our pages, without the token', { 'x-carom-csrf': null }],
  ['one of our pages, with a wrong token', { 'x-carom-csrf': 'x'.repeat(43) }],
  ['one of our pages, with an empty token', { 'x-carom-csrf': '' }],
]

for (const [what, headers] of FORGED) {
  test(`what comes from ${what} changes nothing`, async (t) => {
    const bench = await openBench(t)
    const ann = await bench.login('ann')
    const json = { address: 'ann@example.org' }
    for (const [method, path, body] of [
      ['POST', '/v1/suppressions', json], ['POST', '/v1/keys', { name: 'x', scopes: ['admin'] }],
      ['DELETE', '/v1/session', undefined], ['POST', '/v1/users/me/totp', undefined],
    ] as const) {
      const answer = await ann.ask(method, path, body, { headers })
      assert.deepEqual([answer.status, answer.code], [403, 'csrf-invalid'], path)
      assert.equal(answer.headers.get('access-control-allow-origin'), null)
    }
    assert.equal((await ann.ask('POST', '/v1/suppressions', json)).status, 200)
    const older = { 'sec-fetch-site': null }
    assert.equal((await ann.ask('POST', '/v1/suppressions', json, { headers: older })).status, 200)
  })
}

test('another site can neither log a browser in nor set it up', async (t) => {
  const bench = await openBench(t, { http: { corsOrigins: ['https://evil.example'] } })
  await bench.login('ann')
  const headers = { 'sec-fetch-site': 'cross-site', 'origin': 'https://evil.example' }
  for (const [path, body] of [
    ['/v1/session', { name: 'ann', password: PASSWORD }],
    ['/v1/setup', { token: 'x', name: 'eve', password: PASSWORD }],
    ['/v1/setup/link', { token: 'x' }], ['/v1/session/passkey/options', undefined],
  ] as const) {
    const answer = await bench.browser().ask('POST', path, body, { headers })
    assert.equal(answer.code, 'csrf-invalid', path)
    assert.deepEqual(answer.headers.getSetCookie(), [])
    assert.equal(answer.headers.get('access-control-allow-credentials'), null)
  }
})

test('a service that knows its name believes no other', async (t) => {
  const bench = await openBench(t, { http: { publicUrl: 'https://carom.example.com' } })
  const rebound = bench.browser({ origin: 'http://evil.example' })
  const answer = await rebound.ask('POST', '/v1/session', { name: 'ann', password: 'x' }, {
    headers: { 'sec-fetch-site': null },
  })
  assert.equal(answer.code, 'csrf-invalid')
  const own = bench.browser({ origin: 'https://carom.example.com' })
  const right = await own.ask('POST', '/v1/session', { name: 'ann', password: 'x' })
  assert.equal(right.code, 'credentials-invalid')
})

test('keys work as ever, need no token, and go before a cookie', async (t) => {
  const bench = await openBench(t)
  const viewer = await bench.login('ann', 'viewer')
  const json = { address: 'ann@example.org' }
  const key = (scopes: string) => ({
    'authorization': `Bearer carom_default_${scopes}`, 'origin': 'https://evil.example',
    'sec-fetch-site': 'cross-site', 'x-carom-csrf': null,
  })
  const asked = (scopes: string) =>
    viewer.ask('POST', '/v1/suppressions', json, { headers: key(scopes) })
  assert.equal((await asked('write')).status, 200)
  assert.equal((await asked('read')).code, 'scope-missing')
  assert.equal((await asked('NONE')).code, 'key-invalid')
  const own = await viewer.ask('GET', '/v1/users/me/sessions', undefined, { headers: key('admin') })
  assert.equal(own.code, 'session-needed')
})

test('the ledger is told of a person, and asked for the tenant of the person', async (t) => {
  const bench = await openBench(t)
  const doer = { tenant: 'other', actor: 'test' }
  await bench.access.users.create(doer, { name: 'olga', role: 'operator', password: PASSWORD })
  const olga = bench.browser()
  await olga.ask('POST', '/v1/session', { name: 'olga', password: PASSWORD })
  await olga.ask('POST', '/v1/suppressions', { address: 'ann@example.org' })
  const [, tenant, actor] = bench.ledger.calls.find(([name]) => name === 'suppress') ?? []
  assert.deepEqual([tenant, actor], ['other', 'user:olga'])
})
