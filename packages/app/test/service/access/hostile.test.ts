// What no browser sends: signs that a database chokes on, texts that are commands; on both stores.

import assert from 'node:assert/strict'
import { test } from 'node:test'
import { findPostgres } from '../store/find-postgres.ts'
import { createAuthenticator } from './authenticator.ts'
import { openBench, PASSWORD } from './bench.ts'

const withoutPostgres = await findPostgres()

const NASTY = ['\0', 'a\0b', '\ud800', '__proto__', 'x\'; DROP TABLE users; --', '%00', '🦆'.repeat(9)]

for (const kind of ['sqlite', 'postgres'] as const) {
  const skip = kind === 'postgres' && withoutPostgres
  test(`${kind}: hostile texts are refused as such`, { skip }, async (t) => {
    const bench = await openBench(t, { kind, http: { requestsPerMinutePerIp: 10_000 } })
    const ann = await bench.login('ann')
    const phone = createAuthenticator('http://localhost:8025')
    const options = await ann.ask('POST', '/v1/users/me/passkeys/options')
    const made = phone.create(options.json) as { response: object }
    for (const text of NASTY) {
      const path = encodeURIComponent(text.toWellFormed())
      const clientDataJSON = Buffer.from(JSON.stringify({
        type: 'webauthn.get', challenge: text, origin: 'http://localhost:8025',
      })).toString('base64url')
      const response = {
        ...made, id: text, rawId: text, response: { ...made.response, clientDataJSON },
      }
      for (const [method, url, json] of [
        ['POST', '/v1/session', { name: text, password: text }],
        ['POST', '/v1/session', { name: 'ann', password: PASSWORD, code: text }],
        ['POST', '/v1/session/passkey', { response }],
        ['POST', '/v1/users/me/passkeys', { name: 'x', response }],
        ['POST', '/v1/users/me/totp/confirm', { code: text }],
        ['POST', '/v1/setup/link', { token: text }],
        ['POST', '/v1/setup', { token: text, name: 'x', password: text }],
        ['POST', '/v1/users', { name: text, role: 'viewer' }],
        ['POST', '/v1/users', { name: 'x', role: text }],
        ['GET', `/v1/users/${path}`, undefined], ['PUT', `/v1/users/${path}`, { role: 'viewer' }],
        ['DELETE', `/v1/users/me/passkeys/${path}`, undefined],
        ['DELETE', `/v1/users/me/sessions/${path}`, undefined],
        ['GET', `/v1/session/oidc/callback?code=x&state=${path}`, undefined],
      ] as const) {
        const page = url.startsWith('/v1/session') ? bench.browser({ ip: `192.0.2.${method}` }) : ann
        const answer = await page.ask(method, url, json)
        assert.ok(answer.status < 500, `${method} ${url} ${text}: ${answer.text}`)
      }
      bench.clock.now += 1_000
    }
    assert.equal((await bench.access.users.list('default')).length, 1)
    const { json } = await ann.ask('GET', '/v1/session')
    assert.equal(json['user']?.['name'], 'ann')
  })
}
