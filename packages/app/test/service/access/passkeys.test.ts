// Passkeys: added, used alone and beside a password, and refused where anything about them is
// wrong.

import assert from 'node:assert/strict'
import { test } from 'node:test'
import { findPostgres } from '../store/find-postgres.ts'
import { createAuthenticator, type Authenticator, type Wrong } from './authenticator.ts'
import { openBench, PASSWORD, type Bench } from './bench.ts'
import type { Answer, Browser } from './browser.ts'

const withoutPostgres = await findPostgres()
const ORIGIN = 'http://localhost:8025'

async function addPasskey(
  browser: Browser, authenticator: Authenticator, wrong?: Wrong,
): Promise<Answer> {
  const options = await browser.ask('POST', '/v1/users/me/passkeys/options')
  const response = authenticator.create(options.json, wrong)
  return await browser.ask('POST', '/v1/users/me/passkeys', { name: 'my phone', response })
}

async function loginBy(
  { browser }: Bench, authenticator: Authenticator, wrong?: Wrong,
): Promise<Answer & { readonly response: object }> {
  const page = browser()
  const options = await page.ask('POST', '/v1/session/passkey/options')
  assert.equal(options.json['allowCredentials'], undefined)
  const response = authenticator.get(options.json, wrong)
  return { ...await page.ask('POST', '/v1/session/passkey', { response }), response }
}

for (const kind of ['sqlite', 'postgres'] as const) {
  const skip = kind === 'postgres' && withoutPostgres
  test(`${kind}: a passkey alone logs in, and is a second factor`, { skip }, async (t) => {
    const bench = await openBench(t, { kind })
    const ann = await bench.login('ann')
    const phone = createAuthenticator(ORIGIN)
    const added = await addPasskey(ann, phone)
    assert.equal(added.status, 201, added.text)
    assert.equal(added.json['recoveryCodes']?.length, 10)
    const { id } = added.json['passkey'] as unknown as { id: string }
    const login = await loginBy(bench, phone)
    assert.equal(login.json['user']?.['name'], 'ann')
    assert.equal(login.json['session']?.['method'], 'passkey')
    const rows = (await ann.ask('GET', '/v1/users/me/passkeys')).json['rows']
    assert.equal(rows?.[0]?.['lastUsedAt'] as unknown, '2026-11-27T12:00:00.000Z')
    const page = bench.browser()
    const json = { name: 'ann', password: PASSWORD }
    const asked = await page.ask('POST', '/v1/session', json)
    assert.deepEqual(asked.json['factors'], ['passkey', 'recovery-code'])
    const options = await page.ask('POST', '/v1/session/passkey/options')
    const passkey = { response: phone.get(options.json) }
    assert.equal((await page.ask('POST', '/v1/session', { ...json, passkey })).status, 201)
    assert.equal((await ann.ask('DELETE', `/v1/users/me/passkeys/${id}`)).status, 200)
    assert.equal((await loginBy(bench, phone)).code, 'credentials-invalid')
    assert.equal((await page.ask('POST', '/v1/session', json)).status, 201)
    assert.deepEqual(await bench.store.all('SELECT * FROM recovery_codes'), [])
  })
}

const WRONG: readonly (readonly [what: string, wrong: Wrong])[] = [
  ['of another site', { origin: 'http://evil.example' }],
  ['of another port', { origin: 'http://localhost:9000' }],
  ['for another name', { rpId: 'evil.example' }],
  ['with a challenge that nobody gave', { challenge: 'bm9ib2R5IGdhdmUgdGhpcw' }],
  ['made for something else', { type: 'webauthn.create' }],
  ['without finger or PIN', { isUnverified: true }],
  ['of another user', { userHandle: Buffer.from('u_somebody').toString('base64url') }],
  ['with a counter that went back', { counter: 1 }],
  ['with a wrong signature', { signature: new Uint8Array(70).fill(48) }],
]

for (const [what, wrong] of WRONG) {
  test(`a passkey ${what} is refused`, async (t) => {
    const bench = await openBench(t)
    const phone = createAuthenticator(ORIGIN)
    await addPasskey(await bench.login('ann'), phone)
    for (let i = 0; i < 2; i++) assert.equal((await loginBy(bench, phone)).status, 201)
    const answer = await loginBy(bench, phone, wrong)
    assert.deepEqual([answer.status, answer.code], [401, 'credentials-invalid'], answer.text)
  })
}

test('an answer counts once, and only for what was asked', async (t) => {
  const bench = await openBench(t)
  const ann = await bench.login('ann')
  const phone = createAuthenticator(ORIGIN)
  await addPasskey(ann, phone)
  const { response } = await loginBy(bench, phone)
  const again = await bench.browser().ask('POST', '/v1/session/passkey', { response })
  assert.equal(again.code, 'credentials-invalid')
  // A challenge for adding one is none for logging in.
  const options = await ann.ask('POST', '/v1/users/me/passkeys/options')
  const given = phone.get({ ...options.json, rpId: 'localhost' } as never)
  const mixed = await bench.browser().ask('POST', '/v1/session/passkey', { response: given })
  assert.equal(mixed.code, 'credentials-invalid')
  const late = await bench.browser().ask('POST', '/v1/session/passkey/options')
  bench.clock.now += 600_000
  const answer = await bench.browser()
    .ask('POST', '/v1/session/passkey', { response: phone.get(late.json) })
  assert.equal(answer.code, 'credentials-invalid')
})

test('a passkey of somebody else is no second factor', async (t) => {
  const bench = await openBench(t)
  await addPasskey(await bench.login('ann'), createAuthenticator(ORIGIN))
  const eves = createAuthenticator(ORIGIN)
  await addPasskey(await bench.login('eve'), eves)
  const page = bench.browser()
  const options = await page.ask('POST', '/v1/session/passkey/options')
  const answer = await page.ask('POST', '/v1/session', {
    name: 'ann', password: PASSWORD, passkey: { response: eves.get(options.json) },
  })
  assert.equal(answer.code, 'second-factor-invalid')
})

test('what is added for another user, or is nonsense, is refused', async (t) => {
  const bench = await openBench(t)
  const [ann, eve] = [await bench.login('ann'), await bench.login('eve')]
  const phone = createAuthenticator(ORIGIN)
  const options = await ann.ask('POST', '/v1/users/me/passkeys/options')
  const response = phone.create(options.json)
  const stolen = await eve.ask('POST', '/v1/users/me/passkeys', { name: 'x', response })
  assert.equal(stolen.code, 'passkey-invalid')
  for (const wrong of [{ origin: 'http://evil.example' }, { isUnverified: true }]) {
    assert.equal((await addPasskey(ann, phone, wrong)).code, 'passkey-invalid')
  }
  for (const nonsense of [
    {}, { id: 5 }, { id: 'x', rawId: 'x', type: 'public-key', response: {} },
    { id: 'x', rawId: 'x', type: 'public-key', response: {
      clientDataJSON: 'e30', attestationObject: 'x', authenticatorData: 'x', signature: 'x',
    } },
  ]) {
    const added = await ann.ask('POST', '/v1/users/me/passkeys', { name: 'x', response: nonsense })
    assert.equal(added.code, 'passkey-invalid', added.text)
    const login = await bench.browser().ask('POST', '/v1/session/passkey', { response: nonsense })
    assert.equal(login.code, 'credentials-invalid', login.text)
  }
})

const ADDRESSES = [
  [undefined, 'http://127.0.0.1:8025', false], [undefined, 'http://localhost:8025', true],
  [undefined, 'http://evil.example', false], ['https://carom.example.com/', 'http://x.test', true],
  ['http://carom.example.com', 'http://carom.example.com', false],
  ['https://192.0.2.1', 'https://192.0.2.1', false], ['https://[2001:db8::1]', 'http://x', false],
  ['http://localhost:8025', 'http://localhost:8025', true],
] as const

test('passkeys want a name, and https unless it is this machine', async (t) => {
  for (const [publicUrl, origin, expected] of ADDRESSES) {
    const bench = await openBench(t, publicUrl === undefined ? {} : { http: { publicUrl } })
    const { json } = await bench.browser({ origin }).ask('GET', '/v1/session/methods')
    assert.equal(json['passkey'] as unknown, expected, `${publicUrl} ${origin}`)
  }
})

test('pages of an address without a name cannot use them, and a public one alone may', async (t) => {
  const bare = await openBench(t)
  const page = bare.browser({ origin: 'http://127.0.0.1:8025' })
  assert.equal((await page.ask('GET', '/v1/session/methods')).json['passkey'] as unknown, false)
  const refused = await page.ask('POST', '/v1/session/passkey/options')
  assert.equal(refused.code, 'passkey-unavailable')
  const origin = 'https://carom.example.com'
  const bench = await openBench(t, { http: { publicUrl: `${origin}/` } })
  const named = bench.browser({ origin: 'http://evil.example' })
  const options = await named.ask('POST', '/v1/session/passkey/options')
  assert.equal(options.json['rpId'] as unknown, 'carom.example.com')
})
