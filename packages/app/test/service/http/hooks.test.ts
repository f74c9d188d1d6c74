// Webhooks of providers through the API: every method and form in which they come.

import assert from 'node:assert/strict'
import { test } from 'node:test'
import { gzipSync } from 'node:zlib'
import { createWebhookIntake } from '../../../src/service/intake/webhook.ts'
import { SILENT_LOG } from '../../../src/service/log.ts'
import type { NewInput } from '../../../src/service/store/types.ts'
import { openApi } from './fake-api.ts'

const SECRET = 'kept-between-us'
const SOURCE = { name: 'az', tenant: 'default', vendor: 'azure', secret: SECRET } as const

async function openHooks(t: Parameters<typeof openApi>[0]) {
  const kept: NewInput[] = []
  const hooks = createWebhookIntake({ sources: [SOURCE] }, {
    log: SILENT_LOG, now: Date.now, wake: () => undefined,
    store: { ingest: async (inputs) => {
      kept.push(...inputs)
      return { ids: inputs.map((_, i) => i + 1) }
    } },
  })
  const api = await openApi(t, {}, { receiveHook: hooks.receive })
  return { api, kept }
}

const EVENTS = JSON.stringify([{
  id: 'e1', eventType: 'Microsoft.Communication.EmailDeliveryReportReceived',
  data: { recipient: 'ann@example.org', status: 'Bounced' },
}])
const POST = { key: null, type: 'application/json' }

test('the secret may be the last part of the path', async (t) => {
  const { api, kept } = await openHooks(t)
  const good = await api.ask('POST', `/hooks/az/${SECRET}`, { ...POST, body: EVENTS })
  assert.equal(good.status, 200, good.text)
  assert.equal(kept.length, 1)
  assert.ok(!JSON.stringify(kept[0]?.envelope).includes(SECRET))
  const bad = await api.ask('POST', '/hooks/az/guessed', { ...POST, body: EVENTS })
  assert.equal(bad.status, 401)
  assert.equal((await api.ask('POST', '/hooks/az/a/b', { ...POST, body: EVENTS })).status, 404)
})

test('the validations of Event Grid are answered', async (t) => {
  const { api, kept } = await openHooks(t)
  const cloud = await api.ask('OPTIONS', `/hooks/az/${SECRET}`, {
    key: null, headers: { 'webhook-request-origin': 'eventgrid.azure.net' },
  })
  assert.equal(cloud.status, 200)
  assert.equal(cloud.headers.get('webhook-allowed-origin'), 'eventgrid.azure.net')
  const body = JSON.stringify([{
    id: 'v', eventType: 'Microsoft.EventGrid.SubscriptionValidationEvent',
    data: { validationCode: '512d38b6' },
  }])
  const grid = await api.ask('POST', `/hooks/az/${SECRET}`, { ...POST, body })
  assert.deepEqual(grid.json, { validationResponse: '512d38b6' })
  assert.equal(kept.length, 0)
})

test('HEAD and GET say that the address is there', async (t) => {
  const { api } = await openHooks(t)
  const head = await api.ask('HEAD', '/hooks/az', { key: null })
  assert.deepEqual([head.status, head.text], [200, ''])
  assert.equal((await api.ask('GET', '/hooks/az', { key: null })).status, 200)
  assert.equal((await api.ask('PUT', '/hooks/az', { key: null })).status, 405)
  assert.equal((await api.ask('GET', '/hooks/none', { key: null })).status, 404)
})

test('a packed body is read, and none that is too large', async (t) => {
  const { api, kept } = await openHooks(t)
  const path = `/hooks/az?token=${SECRET}`
  const packed = { ...POST, headers: { 'content-encoding': 'gzip' } }
  const good = await api.ask('POST', path, { ...packed, body: gzipSync(EVENTS) })
  assert.equal(good.status, 200, good.text)
  assert.equal(Buffer.from(kept[0]?.bytes ?? []).toString(), EVENTS)
  const bomb = gzipSync(Buffer.alloc(2_000_000, 32))
  assert.equal((await api.ask('POST', path, { ...packed, body: bomb })).status, 413)
  const large = await api.ask('POST', path, { ...POST, body: 'x'.repeat(5_000) })
  assert.equal(large.status, 413)
  const odd = { ...POST, headers: { 'content-encoding': 'zip' }, body: EVENTS }
  assert.equal((await api.ask('POST', path, odd)).status, 415)
  assert.equal(kept.length, 1)
})

test('a secret in the path is not logged', async (t) => {
  const lines: unknown[] = []
  const log = { ...SILENT_LOG, error: (...line: unknown[]) => { lines.push(line) } }
  const api = await openApi(t, {}, {
    log, receiveHook: async () => { throw new Error('broken') },
  })
  const answer = await api.ask('POST', `/hooks/az/${SECRET}`, { ...POST, body: EVENTS })
  assert.equal(answer.status, 500)
  assert.match(JSON.stringify(lines), /"\/hooks\/az"/)
  assert.ok(!JSON.stringify(lines).includes(SECRET))
})
