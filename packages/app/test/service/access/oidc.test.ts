// Log-in by an identity provider, a real one: who gets in, as whom, and what a stranger who stands
// between cannot do.

import assert from 'node:assert/strict'
import { test, type TestContext } from 'node:test'
import type { OidcOptions } from '../../../src/service/access/options.ts'
import { openBench, PASSWORD, type Bench } from './bench.ts'
import type { Answer, Browser } from './browser.ts'
import { CLIENT, startProvider, type IdentityProvider } from './identity-provider.ts'

const ORIGIN = 'https://carom.example.com'
const CALLBACK = `${ORIGIN}/v1/session/oidc/callback`

type Place = Bench & { readonly idp: IdentityProvider }

async function openPlace(t: TestContext, options: Partial<OidcOptions> = {}): Promise<Place> {
  const idp = await startProvider(t, CALLBACK)
  const http = { publicUrl: ORIGIN, requestsPerMinutePerIp: 1_000 }
  const bench = await openBench(t, { http, options: { oidc: {
    ...CLIENT, issuer: idp.issuer, label: 'Example', scopes: ['openid', 'email', 'profile'],
    roleClaim: 'groups', allowedDomains: [],
    roles: { viewer: ['staff'], operator: ['mail'], admin: ['root'] }, ...options,
  } } })
  return { ...bench, idp }
}

const ANN = {
  sub: 'p1', email: 'Ann@example.com', email_verified: true, groups: ['staff', 'mail'],
}

/** To the provider and back: where the browser is led in the end. */
async function goThrough(
  { idp }: Place, browser: Browser, next = '/bounces?code=550',
): Promise<Answer> {
  const away = await browser.ask('GET', `/v1/session/oidc?next=${encodeURIComponent(next)}`)
  assert.equal(away.status, 302, away.text)
  const back = await idp.visit(away.headers.get('location') as string)
  assert.ok(back.startsWith(`${CALLBACK}?`), back)
  return await browser.ask('GET', back.slice(ORIGIN.length), undefined, {
    headers: { 'sec-fetch-site': 'cross-site' },
  })
}

test('who comes from the provider has the role of the groups, now and at each log-in', async (t) => {
  const place = await openPlace(t)
  place.idp.person = ANN
  const methods = await place.browser({ origin: ORIGIN }).ask('GET', '/v1/session/methods')
  assert.deepEqual(methods.json['oidc'], { label: 'Example' })
  const ann = place.browser({ origin: ORIGIN })
  const back = await goThrough(place, ann)
  assert.deepEqual([back.status, back.headers.get('location')], [302, '/bounces?code=550'])
  const who = (await ann.ask('GET', '/v1/session')).json
  const { name, role, origin } = who['user'] as unknown as Record<string, string>
  assert.deepEqual([name, role, origin], ['ann@example.com', 'operator', 'oidc'])
  assert.ok(!ann.cookies.has('__Host-carom-oidc'))
  place.idp.person = { ...ANN, groups: 'root' }
  const again = place.browser({ origin: ORIGIN })
  await goThrough(place, again)
  assert.equal((await again.ask('GET', '/v1/session')).json['user']?.['role'], 'admin')
  // With the role, the session that had the other one is over.
  assert.equal((await ann.ask('GET', '/v1/session')).json['user'], null)
  const [user] = await place.access.users.list('default')
  const password = await again.ask('POST', '/v1/users/me/password', { password: PASSWORD })
  assert.equal(password.code, 'origin-oidc')
  const role2 = await again.ask('PUT', `/v1/users/${user?.id}`, { role: 'viewer' })
  assert.equal(role2.code, 'origin-oidc')
  const actions = (await place.audit()).map(({ actor, action }) => `${actor} ${action}`)
  assert.deepEqual(actions, [
    'oidc user-added', 'user:ann@example.com login', 'oidc user-changed',
    'user:ann@example.com login',
  ])
})

const REFUSED: readonly (readonly [what: string, person: object, options: object])[] = [
  ['in no group that has a role', { ...ANN, groups: ['guests'] }, {}],
  ['without groups', { ...ANN, groups: undefined }, {}],
  ['of another domain', ANN, { allowedDomains: ['example.org'] }],
  ['of a domain that ends alike', { ...ANN, email: 'a@notexample.com' }, {
    allowedDomains: ['example.com'],
  }],
  ['whose address is not proved', { ...ANN, email_verified: false }, {
    allowedDomains: ['example.com'],
  }],
  ['whose address is said to be proved by a text', { ...ANN, email_verified: 'true' }, {
    allowedDomains: ['example.com'],
  }],
  ['without a name', { ...ANN, email: undefined }, {}],
  ['with a name that is none', { ...ANN, email: 'a b\u0000@example.com' }, {}],
]

for (const [what, person, options] of REFUSED) {
  test(`who is ${what} does not get in`, async (t) => {
    const place = await openPlace(t, options)
    place.idp.person = person as typeof ANN
    const browser = place.browser({ origin: ORIGIN })
    const back = await goThrough(place, browser)
    assert.equal(back.headers.get('location'), '/login?problem=oidc-refused')
    assert.equal((await browser.ask('GET', '/v1/session')).json['user'], null)
    assert.deepEqual(await place.access.users.list('default'), [])
  })
}

test('groups may lie deep, and those without one may have a role too', async (t) => {
  const place = await openPlace(t, {
    roleClaim: 'realm_access.roles', defaultRole: 'viewer', allowedDomains: ['EXAMPLE.com'],
  })
  place.idp.person = { ...ANN, realm_access: { roles: ['mail'] } }
  const ann = place.browser({ origin: ORIGIN })
  await goThrough(place, ann)
  assert.equal((await ann.ask('GET', '/v1/session')).json['user']?.['role'], 'operator')
  place.idp.person = { ...ANN, sub: 'p2', email: 'bob@example.com' }
  const bob = place.browser({ origin: ORIGIN })
  await goThrough(place, bob)
  assert.equal((await bob.ask('GET', '/v1/session')).json['user']?.['role'], 'viewer')
})

test('a name does not make somebody another: neither a local account nor a later one', async (t) => {
  const place = await openPlace(t)
  const doer = { tenant: 'default', actor: 'test' }
  const { user } = await place.access.users.create(
    doer, { name: 'ann@example.com', role: 'admin', password: PASSWORD })
  place.idp.person = ANN
  const browser = place.browser({ origin: ORIGIN })
  const back = await goThrough(place, browser)
  assert.equal(back.headers.get('location'), '/login?problem=oidc-refused')
  await place.login('root')
  await place.access.users.remove(doer, user.id)
  await goThrough(place, browser)
  place.idp.person = { ...ANN, sub: 'p2' }
  const later = await goThrough(place, place.browser({ origin: ORIGIN }))
  assert.equal(later.headers.get('location'), '/login?problem=oidc-refused')
})

test('who is disabled here does not get in, whatever the provider says', async (t) => {
  const place = await openPlace(t)
  await place.login('root')
  place.idp.person = ANN
  await goThrough(place, place.browser({ origin: ORIGIN }))
  const ann = (await place.access.users.list('default')).find(({ origin }) => origin === 'oidc')
  await place.access.users.change(
    { tenant: 'default', actor: 'test' }, ann?.id as string, { disabled: true })
  const back = await goThrough(place, place.browser({ origin: ORIGIN }))
  assert.equal(back.headers.get('location'), '/login?problem=oidc-refused')
})

test('who comes from the provider gets no way in that the provider does not know of', async (t) => {
  const place = await openPlace(t)
  place.idp.person = { ...ANN, groups: ['root'] }
  const ann = place.browser({ origin: ORIGIN })
  await goThrough(place, ann)
  await ann.ask('GET', '/v1/session')
  const [user] = await place.access.users.list('default')
  for (const path of [
    '/v1/users/me/totp', '/v1/users/me/passkeys/options', '/v1/users/me/recovery-codes',
    `/v1/users/${user?.id}/reset`,
  ]) assert.equal((await ann.ask('POST', path)).code, 'origin-oidc', path)
})

test('a browser that did not leave cannot come back', async (t) => {
  const place = await openPlace(t)
  place.idp.person = ANN
  const [ann, eve] = [place.browser({ origin: ORIGIN }), place.browser({ origin: ORIGIN })]
  const away = await ann.ask('GET', '/v1/session/oidc')
  const back = (await place.idp.visit(away.headers.get('location') as string)).slice(ORIGIN.length)
  const other = await eve.ask('GET', '/v1/session/oidc')
  const otherState = new URL(other.headers.get('location') as string).searchParams.get('state')
  const mixed = new URL(back, ORIGIN)
  mixed.searchParams.set('state', otherState as string)
  const tries: readonly (readonly [Browser, string])[] = [
    // A log-in of somebody else, handed to a victim; with a state of the victim's own.
    [eve, back], [eve, mixed.pathname + mixed.search], [ann, back],
    [ann, '/v1/session/oidc/callback'], [ann, '/v1/session/oidc/callback?code=x'],
    [ann, '/v1/session/oidc/callback?code=x&state=x'],
    [ann, '/v1/session/oidc/callback?error=access_denied&state=x'],
  ]
  for (const [browser, path] of tries) {
    const answer = await browser.ask('GET', path)
    assert.equal(answer.headers.get('location'), '/login?problem=oidc-refused', path)
    assert.equal((await browser.ask('GET', '/v1/session')).json['user'], null)
  }
})

test('a code comes back once, in time', async (t) => {
  const place = await openPlace(t)
  place.idp.person = ANN
  const browser = place.browser({ origin: ORIGIN })
  const away = await browser.ask('GET', '/v1/session/oidc')
  const cookie = browser.cookies.get('__Host-carom-oidc') as string
  assert.match(away.headers.getSetCookie()[0] ?? '', /HttpOnly; SameSite=Lax; .*Secure/)
  const back = (await place.idp.visit(away.headers.get('location') as string)).slice(ORIGIN.length)
  assert.equal((await browser.ask('GET', back)).headers.get('location'), '/')
  browser.cookies.set('__Host-carom-oidc', cookie)
  const again = await browser.ask('GET', back)
  assert.equal(again.headers.get('location'), '/login?problem=oidc-refused')
  await browser.ask('GET', '/v1/session/oidc')
  place.clock.now += 600_000
  const late = await goThrough(place, browser)
  assert.equal(late.headers.get('location'), '/bounces?code=550')
})

const NEXT = [
  ['/bounces', '/bounces'], ['//evil.example', '/'], ['/\\evil.example', '/'],
  ['https://evil.example', '/'], ['javascript:alert(1)', '/'], ['/a\r\nset-cookie: x=1', '/'],
  ['/a\\..\\b', '/'], ['', '/'], ['/\tb', '/'],
] as const

test('the way back leads to pages of this service alone, whatever Host is named', async (t) => {
  const place = await openPlace(t)
  place.idp.person = ANN
  for (const [next, expected] of NEXT) {
    const browser = place.browser({ origin: ORIGIN })
    assert.equal((await goThrough(place, browser, next)).headers.get('location'), expected, next)
  }
  const away = await place.browser({ origin: 'http://evil.example' }).ask(
    'GET', '/v1/session/oidc', undefined, { headers: { 'x-forwarded-host': 'evil.example' } })
  const asked = new URL(away.headers.get('location') as string)
  assert.equal(asked.searchParams.get('redirect_uri'), CALLBACK)
  assert.equal(asked.searchParams.get('code_challenge_method'), 'S256')
  assert.ok((asked.searchParams.get('nonce') ?? '').length >= 43)
})

test('a provider that is away is told as such, and asked again later', async (t) => {
  const place = await openPlace(t)
  await place.idp.stop()
  const browser = place.browser({ origin: ORIGIN })
  const away = await browser.ask('GET', '/v1/session/oidc')
  assert.deepEqual([away.status, away.code], [503, 'oidc-unavailable'])
  const without = await openBench(t)
  assert.equal((await without.browser().ask('GET', '/v1/session/oidc')).code, 'not-found')
})
