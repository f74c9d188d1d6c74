// Intake over HTTP, whole lists in and out, and requests that are sent twice.

import assert from 'node:assert/strict'
import { test } from 'node:test'
import { openApi } from './fake-api.ts'

type Inbox = {
  kind: string; transport_key: string; trust: number; source: string; envelope: string
}

test('a message is kept once, as proved as its key says', async (t) => {
  const api = await openApi(t)
  const ask = { body: 'Subject: x\r\n\r\n\0\xff', type: 'message/rfc822' }
  const first = await api.ask('POST', '/v1/messages?list=news&source=postfix', ask)
  assert.deepEqual(first.json, { accepted: 1, duplicate: 0 })
  const again = await api.ask('POST', '/v1/messages', ask)
  assert.deepEqual([again.status, again.json], [202, { accepted: 0, duplicate: 1 }])
  await api.ask('POST', '/v1/messages', { ...ask, key: 'ingest' })
  await api.ask('POST', '/v1/messages', {
    ...ask, key: 'ingest-trusted', headers: { 'idempotency-key': 'k1' },
  })
  assert.equal(api.woken, 3)
  const rows = await api.deps.store.all<Inbox>('SELECT * FROM inbox ORDER BY id')
  assert.deepEqual(rows.map(({ kind, trust }) => [kind, trust]),
    [['message', 2], ['message', 1], ['message', 2]])
  assert.equal(rows[0]?.source, 'postfix')
  assert.equal((JSON.parse(rows[0]?.envelope ?? '') as { list: string }).list, 'news')
  assert.equal(rows[2]?.transport_key, 'http:default-ingest-trusted:message:k1')
})

test('a key that named another input refuses, instead of passing the new one over', async (t) => {
  const api = await openApi(t)
  const give = (reply: string, key = 'k1', more: object[] = []) => api.ask('POST', '/v1/events', {
    json: [{ recipient: 'a@example.org', reply }, ...more], headers: { 'idempotency-key': key },
  })
  assert.deepEqual((await give('550 no')).json, { accepted: 1, duplicate: 0 })
  assert.deepEqual((await give('550 no')).json, { accepted: 0, duplicate: 1 })
  const event = { schema: 'carom/1', id: 'x', kind: 'failed' }
  for (const more of [[], [event]]) {
    const other = await give('551 no', 'k1', more)
    assert.deepEqual([other.status, other.json['code']], [422, 'idempotency-key-reused'])
  }
  const two = await Promise.all([give('552 a', 'k2'), give('552 b', 'k2')])
  assert.deepEqual(two.map(({ status }) => status).sort(), [202, 422])
  for (const key of ['', 'a b', 'x'.repeat(256)]) {
    assert.equal((await give('550 no', key)).status, 400, key)
  }
  const { n } = await api.deps.store.get<{ n: number }>('SELECT COUNT(*) AS n FROM inbox') ?? {}
  assert.equal(n, 2)
})

test('a reply that names nothing is taken again after a while, one with a name is not', async (t) => {
  const api = await openApi(t)
  const give = async (more: object) => (await api.ask('POST', '/v1/events', {
    json: [{ recipient: 'a@example.org', reply: '550 5.1.1 no', ...more }],
  })).json['accepted']
  assert.deepEqual([await give({}), await give({})], [1, 0])
  api.clock.now += 11 * 60_000
  assert.deepEqual([await give({}), await give({})], [1, 0])
  for (const named of [{ messageId: 'm' }, { envelopeId: 'e' }, { id: 'i' }, { at: 1 }]) {
    assert.equal(await give(named), 1)
    api.clock.now += 11 * 60_000
    assert.equal(await give(named), 0, JSON.stringify(named))
  }
})

test('replies and events of one batch are kept apart', async (t) => {
  const api = await openApi(t)
  const reply = { recipient: 'a@example.org', reply: '550 no' }
  const event = { schema: 'carom/1', id: 'x', kind: 'failed' }
  const lines = [reply, event, reply].map((record) => JSON.stringify(record)).join('\n')
  const answer = await api.ask('POST', '/v1/events', { body: lines, type: 'application/x-ndjson' })
  assert.deepEqual(answer.json, { accepted: 3, duplicate: 0 })
  const items = await api.deps.store.claim({ limit: 9, leaseMs: 1, owner: 'x', now: api.clock.now })
  assert.deepEqual(items.map(({ kind, bytes }) => [kind, Buffer.from(bytes).toString()]), [
    ['replies', `${JSON.stringify(reply)}\n${JSON.stringify(reply)}`],
    ['events', JSON.stringify(event)],
  ])
})

test('a list goes out in pages and comes in again', async (t) => {
  const api = await openApi(t)
  const names = Array.from(
    { length: 2_345 }, (_, i) => `user${String(i).padStart(5, '0')}@example.org`)
  const rows = names.map((name) => `1,${name},"=1+1 ""x"", y"\r\n`)
  const csv = `Email;x,Address,Note\r\n${rows.join('')}`
  const put = await api.ask('POST', '/v1/suppressions/import?reason=old-list', {
    body: `\uFEFF${csv}3,nobody,z\r\n4,,\r\n`, type: 'text/csv; charset=utf-8',
  })
  const { mistakes, columns, ...counts } = put.json
  assert.deepEqual(counts, {
    read: 2_347, added: 2_345, changed: 0, unchanged: 0, refused: 2, dryRun: false, preview: [],
    mapping: { address: 'Address', note: 'Note' },
  })
  assert.deepEqual(columns, ['Email;x', 'Address', 'Note'])
  assert.deepEqual(mistakes?.map(({ line, why }) => `${String(line)} ${String(why)}`).sort(),
    ['2347 no address', '2348 has no address'])
  let cursor = ''
  const seen: string[] = []
  do {
    const page = await api.ask('GET', `/v1/suppressions?limit=1000${cursor}`)
    seen.push(...page.json['rows']?.map((row) => String(row['address'])) ?? [])
    cursor = page.json['next'] === undefined ? '' : `&cursor=${String(page.json['next'])}`
  } while (cursor !== '')
  assert.deepEqual(seen, names)
  for (const [format, type] of [
    ['csv', 'text/csv'], ['ndjson', 'application/x-ndjson'], ['json', 'application/json'],
  ] as const) {
    const got = await api.ask('GET', `/v1/suppressions/export?format=${format}`)
    if (format === 'csv') assert.match(got.text, /"'=1\+1 ""x"", y"\r\n$/)
    const other = await api.ask('POST', '/v1/suppressions/import', {
      body: got.text, type, tenant: 'other',
    })
    assert.deepEqual([other.json['read'], other.json['refused']], [2_345, 0], format)
    const row = [...api.ledger.rows.values()].find(({ tenant }) => tenant === 'other')
    assert.equal(row?.note, '=1+1 "x", y')
    assert.equal(row?.reason, 'old-list')
  }
})

test('a field in quotes may go over lines; one that never ends costs only itself', async (t) => {
  const api = await openApi(t)
  const body = 'address,note\na@example.org,"two\nlines"\nb@example.org,"open\n'
  const { json } = await api.ask('POST', '/v1/suppressions/import', { body, type: 'text/csv' })
  assert.deepEqual([json['added'], json['refused']], [1, 1])
  assert.equal([...api.ledger.rows.values()][0]?.note, 'two\nlines')
})

test('an address that looks like a formula comes back as the same address', async (t) => {
  const api = await openApi(t)
  const addresses = ['+tag@example.org', '-dash@example.org', "'=both@example.org",
    '=equals@example.org', "o'neil@example.org", "'quoted@example.org"].sort()
  await api.ask('POST', '/v1/suppressions/import?reason=old-list', {
    json: addresses.map((address) => ({ address, note: ' =1+1, "x"' })),
  })
  const { text } = await api.ask('GET', '/v1/suppressions/export?format=csv')
  assert.doesNotMatch(text, /(?:^|[,"\n])[=+\-@]/m)
  await api.ask('POST', '/v1/suppressions/import', {
    body: text, type: 'text/csv', tenant: 'other',
  })
  const rows = [...api.ledger.rows.values()].filter(({ tenant }) => tenant === 'other')
  assert.deepEqual(rows.map(({ address }) => address).sort(), addresses)
})

test('a request with an Idempotency-Key is done once', async (t) => {
  const api = await openApi(t)
  const ask = (json: unknown, key = 'k1', who = 'write') => api.ask('POST', '/v1/suppressions', {
    json, key: who, headers: { 'idempotency-key': key },
  })
  const entry = { address: 'a@example.org' }
  const first = await ask(entry)
  const again = await ask(entry)
  assert.deepEqual(again.json, first.json)
  assert.equal(again.headers.get('idempotency-replayed'), 'true')
  assert.equal(api.ledger.calls.filter(([name]) => name === 'suppress').length, 1)
  const other = await ask({ address: 'b@example.org' })
  assert.deepEqual([other.status, other.json['code']], [422, 'idempotency-key-reused'])
  assert.equal((await ask(entry, 'k1', 'admin')).headers.has('idempotency-replayed'), false)
  api.clock.now += 25 * 3_600_000
  assert.equal((await ask(entry)).headers.has('idempotency-replayed'), false)
})

test('a request that failed may be sent again with its key', async (t) => {
  const api = await openApi(t)
  const ask = () => api.ask('POST', '/v1/suppressions', {
    json: { address: 'a@example.org' }, headers: { 'idempotency-key': 'k1' },
  })
  api.ledger.trouble = Object.assign(new Error('busy'), { name: 'StoreError' })
  assert.equal((await ask()).status, 503)
  api.ledger.trouble = undefined
  assert.equal((await ask()).json['added'], 1)
})

test('of two at the same moment, one is done', async (t) => {
  const api = await openApi(t)
  const ask = () => api.ask('POST', '/v1/suppressions', {
    json: { address: 'a@example.org' }, headers: { 'idempotency-key': 'k1' },
  })
  const statuses = (await Promise.all(Array.from({ length: 5 }, ask))).map(({ status }) => status)
  assert.equal(api.ledger.calls.filter(([name]) => name === 'suppress').length, 1)
  assert.ok(statuses.every((status) => status === 200 || status === 409))
})
