// Searches, exports and imports as strangers would send them: odd filters, cursors of other lists,
// formulas, columns that are not there.

import assert from 'node:assert/strict'
import { test } from 'node:test'
import { setTimeout as sleep } from 'node:timers/promises'
import { csvRow } from '../../../src/csv/write-row.ts'
import { SILENT_LOG } from '../../../src/service/log.ts'
import type { EventRow } from '../../../src/service/store/types.ts'
import { openApi } from './fake-api.ts'
import { EVENT } from './fake-rows.ts'

test('a cursor goes on with its own filter alone', async (t) => {
  const api = await openApi(t)
  const first = await api.ask('GET', '/v1/events?reason=policy&limit=1')
  const cursor = String(first.json['next'])
  assert.equal((await api.ask('GET', `/v1/events?reason=policy&cursor=${cursor}`)).status, 200)
  for (const query of ['reason=virus', '', 'reason=policy&list=x', 'reason=policy&order=oldest']) {
    const refused = await api.ask('GET', `/v1/events?${query}&cursor=${cursor}`)
    assert.deepEqual([refused.status, refused.json['code']], [400, 'cursor-invalid'], query)
  }
  const other = await api.ask('GET', `/v1/incidents?reason=policy&cursor=${cursor}`)
  assert.equal(other.json['code'], 'cursor-invalid')
})

test('long, empty, unknown and doubled filters are refused, and nothing is asked', async (t) => {
  const api = await openApi(t)
  for (const query of [
    `text=${'a'.repeat(10_000)}`, 'text=', 'text=a%00b', 'nonsense=1', 'kind=nonsense',
    'from=yesterday', 'limit=0', 'limit=5000', 'counted=maybe', 'cursor=%27', 'count=5',
    `rule=${'r'.repeat(501)}`,
  ]) {
    const refused = await api.ask('GET', `/v1/events?${query}`)
    assert.equal(refused.status, 400, query.slice(0, 40))
    const exported = await api.ask('GET', `/v1/events/export?${query}`)
    assert.equal(exported.status, 400, query.slice(0, 40))
  }
  assert.equal(api.ledger.calls.filter(([name]) => name === 'listEvents').length, 0)
  for (const text of ['%', '_', "'; DROP TABLE events; --", '" OR 1', 'a*', '{x}: y', '\\']) {
    const answer = await api.ask('GET', `/v1/events?text=${encodeURIComponent(text)}`)
    assert.equal(answer.status, 200, text)
    const [, , filter] = api.ledger.calls.at(-1) ?? []
    assert.deepEqual(filter, { text })
  }
})

test('an export holds every page, and no formula', async (t) => {
  const api = await openApi(t)
  const row = (seq: number, diagnostic: string): EventRow =>
    ({ ...EVENT, seq, event: { ...EVENT.event, diagnostic } })
  const texts = ['=HYPERLINK("http://evil.example")', '+A1', '-1', '@SUM(A1)', '\t=1', 'a,"b"\r\nc']
  Object.assign(api.ledger, {
    listEvents: async (_tenant: string, filter: object, { after }: { after?: number[] }) => {
      assert.deepEqual(filter, { reason: 'policy' })
      const at = after?.[0] ?? 0
      return { rows: [row(at, texts[at] as string)], ...(at < 5 ? { next: [at + 1] } : {}) }
    },
  })
  const answer = await api.ask('GET', '/v1/events/export?reason=policy')
  assert.equal(answer.headers.get('content-type'), 'text/csv')
  assert.match(answer.headers.get('content-disposition') ?? '', /attachment/)
  for (const text of texts) assert.ok(answer.text.includes(`,${csvRow([text])},`), text)
  assert.doesNotMatch(answer.text, /(?:^|[,"\n])[=+@\t]/)
  assert.ok(answer.text.includes('"a,""b""\r\nc"'))
  assert.equal(answer.text.split(',e1\r\n').length, 7)
})

test('an import is looked over first, by columns of any name', async (t) => {
  const api = await openApi(t)
  const body = 'Kunde;E-Mail,Seit,Warum\r\nx,ann@example.org,2026-01-02,gone\r\n' +
    'x,ann@example.org,2026-01-02,gone\r\nx,ann@example.org,2026-01-02,complaint\r\n' +
    'y,nobody,,\r\nz,bob@example.org,yesterday,\r\n'
  const csv = { body, type: 'text/csv' }
  const missing = await api.ask('POST', '/v1/suppressions/import?dryRun=true', csv)
  assert.deepEqual([missing.status, missing.json['code']], [400, 'request-invalid'])
  const wrong = '/v1/suppressions/import?dryRun=true&columns='
  for (const columns of ['address', 'address:', 'shoe:E-Mail', 'address:Post']) {
    assert.equal((await api.ask('POST', wrong + columns, csv)).status, 400, columns)
  }
  const seen = await api.ask('POST', `${wrong}address:E-Mail,createdAt:Seit,reason:Warum`, {
    ...csv, body: body.replace('Kunde;E-Mail', 'Kunde,E-Mail'),
  })
  const { added, changed, unchanged, refused, dryRun, mistakes, preview, mapping } = seen.json
  assert.deepEqual([added, changed, unchanged, refused, dryRun], [1, 1, 1, 2, true])
  assert.deepEqual(mistakes?.map(({ line }) => line), [6, 5])
  assert.deepEqual(preview?.map(({ address, result }) => `${String(address)} ${String(result)}`),
    ['ann@example.org added', 'ann@example.org unchanged', 'ann@example.org changed', 'nobody refused'])
  assert.deepEqual(mapping, { address: 'E-Mail', createdAt: 'Seit', reason: 'Warum' })
  assert.equal(api.ledger.rows.size, 0)
})

test('an import tells how far it is, and a mistake at the end', async (t) => {
  const api = await openApi(t)
  const rows = Array.from({ length: 2_500 }, (_, i) => `u${i}@example.org\n`).join('')
  const headers = { accept: 'application/x-ndjson' }
  const answer = await api.ask('POST', '/v1/suppressions/import',
    { body: `address\n${rows}`, type: 'text/csv', headers })
  const lines = answer.text.trim().split('\n').map((line) => JSON.parse(line) as {
    progress?: { read: number }; result?: { added: number }
  })
  assert.deepEqual(lines.map(({ progress, result }) => progress?.read ?? result?.added),
    [1_000, 2_000, 2_500])
  const broken = await api.ask('POST', '/v1/suppressions/import',
    { body: 'name\nx\n', type: 'text/csv', headers })
  assert.match(broken.text, /"problem":\{"code":"request-invalid"/)
})

test('an import whose reader goes away ends, and is no error', async (t) => {
  const errors: string[] = []
  const api = await openApi(t, {}, {
    log: { ...SILENT_LOG, error: (message) => { errors.push(message) } },
  })
  const rows = Array.from({ length: 20_000 }, (_, i) => `u${i}@example.org\n`).join('')
  const { body } = await api.http.fetch(new Request('http://localhost/v1/suppressions/import', {
    method: 'POST', body: `address\n${rows}`, headers: {
      'authorization': 'Bearer carom_default_admin', 'content-type': 'text/csv',
      'accept': 'application/x-ndjson',
    },
  }))
  assert.ok(body)
  const reader = body.getReader()
  await reader.read()
  await reader.cancel()
  await sleep(50)
  assert.deepEqual(errors, [])
  assert.ok(api.ledger.rows.size < 20_000, 'it went on')
})

test('rules with mistakes are refused with their places', async (t) => {
  const api = await openApi(t)
  const refused = await api.ask('PUT', '/v1/rules', { json: { rules: [{ id: 'x', bad: 1 }] } })
  assert.deepEqual([refused.status, refused.json['code']], [422, 'rule-invalid'])
  assert.equal(refused.json['errors']?.[0]?.['path'], '[0].bad')
  assert.equal((await api.ask('DELETE', '/v1/rules/none')).status, 404)
  const many = Array.from({ length: 501 }, () => ({ id: 'x' }))
  assert.equal((await api.ask('PUT', '/v1/rules', { json: { rules: many } })).status, 400)
})
