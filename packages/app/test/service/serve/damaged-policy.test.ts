// A tenant whose policy cannot be read: whoever asks is told what is damaged and what to do, what
// is handed in is kept, and other tenants notice nothing.

import assert from 'node:assert/strict'
import { test } from 'node:test'
import type { Json } from '../http/fake-api.ts'
import { requestsOf, SETTINGS } from './two-tenants.ts'
import { openWhole, STORE_KINDS, type WholeService } from './whole-service.ts'

const BODIES = ['{"id":', '{"id":"own","version":1,"tracks":5}']
const WHAT_TO_DO = /policy own@1 that decides for default cannot be read .*PUT \/v1\/policies/
const GONE = { reply: '550 5.1.1 user unknown', replyTo: 'RCPT' }
const NDJSON = 'application/x-ndjson'

async function damage({ service: { store } }: WholeService, body: string): Promise<void> {
  await store.write((tx) => tx.run(
    'INSERT INTO policies (tenant, id, version, body, created_at, actor, active) ' +
      `VALUES ('default', 'own', 1, ?, 1, 'me', 1)`, [body]))
}

for (const { kind, skip } of STORE_KINDS) {
  for (const body of BODIES) {
    test(`a policy that is ${body} is told in words, on ${kind}`, { skip }, async (t) => {
      const whole = await openWhole(t, kind, { text: SETTINGS })
      await damage(whole, body)
      const own = await whole.asks('default')
      const streamed = await own('POST', '/v1/suppressions/import', {
        body: 'address\nann@example.net\n', type: 'text/csv', headers: { accept: NDJSON },
      })
      const { problem } = JSON.parse(streamed.text) as { problem: Record<string, string> }
      assert.equal(problem['code'], 'policy-damaged')
      assert.match(String(problem['detail']), WHAT_TO_DO)
      // One of them revokes the key, and so they come last.
      const damaged: Json[] = []
      for (const { method, path, ask } of await requestsOf(whole, own)) {
        if (ask?.key === null || path === '/v1/policies') continue
        const { status, json, text } = await own(method, path, ask)
        assert.ok(status < 500, `${method} ${path}: ${status} ${text}`)
        if (text.includes('"code":"policy-damaged"')) damaged.push(json)
      }
      assert.ok(damaged.length >= 5, String(damaged.length))
      for (const { status, detail, errors } of damaged) {
        assert.equal(status, 409)
        assert.match(String(detail), WHAT_TO_DO)
        assert.ok((errors?.length ?? 0) > 0, JSON.stringify(errors))
      }
    })
  }

  test(`what is handed in for it is decided once it is mended, on ${kind}`, { skip }, async (t) => {
    const whole = await openWhole(t, kind, { text: SETTINGS })
    await damage(whole, 'null')
    const own = await whole.asks('default')
    const other = await whole.asks('other')
    const gone = (address: string) => ({ json: [{ ...GONE, recipient: address }] })
    assert.equal((await own('POST', '/v1/events', gone('ann@example.net'))).status, 202)
    assert.equal((await other('POST', '/v1/events', gone('bob@example.net'))).status, 202)
    const suppressed = await other('POST', '/v1/suppressions', {
      json: { address: 'eve@example.net' },
    })
    assert.equal(suppressed.status, 200, suppressed.text)
    const mended = await own('PUT', '/v1/policies', { json: { policy: 'carom', activate: true } })
    assert.equal(mended.status, 200, mended.text)
    await whole.service.store.write((tx) =>
      tx.run(`UPDATE inbox SET lease_until = 0 WHERE state = 'new'`))
    await whole.settled()
    for (const [ask, address] of [[own, 'ann@example.net'], [other, 'bob@example.net']] as const) {
      const { json } = await ask('GET', `/v1/events?address=${address}`)
      assert.equal(json['rows']?.length, 1, address)
    }
  })
}
