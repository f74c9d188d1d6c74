// Every route of sessions, users and own accounts answers as its document says.

import assert from 'node:assert/strict'
import { test } from 'node:test'
import { TOTP } from 'otpauth'
import { createApp } from '../../../src/service/http/app.ts'
import { createAuthenticator } from './authenticator.ts'
import { openBench, PASSWORD, type Bench } from './bench.ts'
import { startProvider, CLIENT } from './identity-provider.ts'
import type { Answer } from './browser.ts'

const ORIGIN = 'http://localhost:8025'
const TAGS: ReadonlySet<string> = new Set(['Session', 'Users', 'Own account'])

type Ask = (method: string, path: string, json?: unknown, known?: string) => Promise<Answer>

/** Asks, and holds the answer against the facts of its route. */
function asker({ app }: Bench, ask: Ask, tried: Set<string>): Ask {
  return async (method, path, json, known = path) => {
    const route = app.routes.find(({ facts }) =>
      facts.method === method.toLowerCase() && facts.path === known)
    assert.ok(route, `${method} ${known}`)
    tried.add(`${method} ${known}`)
    const answer = await ask(method, path, json)
    const { status = 200, schema } = route.facts.answers
    assert.equal(answer.status, status, `${method} ${path}: ${answer.text}`)
    assert.equal(answer.headers.get('cache-control'), 'no-store')
    if (schema === undefined) return answer
    const parsed = schema.safeParse(answer.json)
    assert.ok(parsed.success, `${method} ${path}: ${parsed.error?.message}`)
    return answer
  }
}

async function tryOwnAccount(bench: Bench, ask: Ask): Promise<void> {
  const begun = await ask('POST', '/v1/users/me/totp')
  const secret = begun.json['secret'] as unknown as string
  const code = new TOTP({ secret }).generate({ timestamp: bench.clock.now })
  await ask('POST', '/v1/users/me/totp/confirm', { code })
  await ask('POST', '/v1/users/me/recovery-codes')
  await ask('DELETE', '/v1/users/me/totp')
  const phone = createAuthenticator(ORIGIN)
  const options = await ask('POST', '/v1/users/me/passkeys/options')
  const added = await ask('POST', '/v1/users/me/passkeys', {
    name: 'phone', response: phone.create(options.json),
  })
  await ask('GET', '/v1/users/me/passkeys')
  const asked = await ask('POST', '/v1/session/passkey/options')
  await ask('POST', '/v1/session/passkey', { response: phone.get(asked.json) })
  const { id } = added.json['passkey'] as unknown as { id: string }
  await ask('DELETE', `/v1/users/me/passkeys/${id}`, undefined, '/v1/users/me/passkeys/{id}')
  await ask('POST', '/v1/users/me/password', { current: PASSWORD, password: 'other words, many' })
  const own = await ask('GET', '/v1/users/me/sessions')
  await ask('DELETE', '/v1/users/me/sessions')
  const session = own.json['rows']?.[0]?.['id'] as unknown as string
  await ask('DELETE', `/v1/users/me/sessions/${session}`, undefined, '/v1/users/me/sessions/{id}')
}

test('every route answers as its document says', async (t) => {
  const idp = await startProvider(t, `${ORIGIN}/v1/session/oidc/callback`)
  const bench = await openBench(t, { http: { publicUrl: ORIGIN }, options: { oidc: {
    ...CLIENT, issuer: idp.issuer, label: 'Example', scopes: ['openid'], roleClaim: 'groups',
    roles: { viewer: [], operator: [], admin: [] }, allowedDomains: [],
  } } })
  const browser = bench.browser()
  const tried = new Set<string>()
  const ask = asker(bench, (...asked) => browser.ask(asked[0], asked[1], asked[2]), tried)
  const { token } = await bench.access.links.makeSetup() ?? { token: '' }
  await ask('GET', '/v1/session')
  await ask('GET', '/v1/session/methods')
  await ask('POST', '/v1/setup/link', { token })
  await ask('POST', '/v1/setup', { token, name: 'ann', password: PASSWORD })
  await ask('GET', '/v1/session')
  const added = await ask('POST', '/v1/users', { name: 'bob', role: 'viewer' })
  const { id } = added.json['user'] as unknown as { id: string }
  await ask('GET', '/v1/users')
  await ask('GET', `/v1/users/${id}`, undefined, '/v1/users/{id}')
  await ask('PUT', `/v1/users/${id}`, { role: 'operator' }, '/v1/users/{id}')
  await ask('POST', `/v1/users/${id}/reset`, undefined, '/v1/users/{id}/reset')
  await ask('DELETE', `/v1/users/${id}`, undefined, '/v1/users/{id}')
  await tryOwnAccount(bench, ask)
  await ask('POST', '/v1/session', { name: 'ann', password: 'other words, many' })
  await ask('DELETE', '/v1/session')
  await ask('GET', '/v1/session/oidc')
  await ask('GET', '/v1/session/oidc/callback')
  const all = bench.app.routes.map(({ facts }) => facts).filter(({ tag }) => TAGS.has(tag))
    .map(({ method, path }) => `${method.toUpperCase()} ${path}`)
  assert.deepEqual([...tried].toSorted(), all.toSorted())
})

test('where nobody can log in, the routes say so', async (t) => {
  const { settings, deps } = await openBench(t)
  const app = createApp(settings, { ...deps, access: undefined })
  const { status } = await app.fetch(new Request(`${ORIGIN}/v1/session/methods`))
  assert.equal(status, 404)
  const key = { authorization: 'Bearer carom_default_admin' }
  const keyed = await app.fetch(new Request(`${ORIGIN}/v1/events`, { headers: key }))
  assert.equal(keyed.status, 200)
})
