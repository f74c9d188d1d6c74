// The routes below /v1/prevent: what is said of domains, addresses and messages, and what is
// refused.

import assert from 'node:assert/strict'
import { test } from 'node:test'
import { readReportFile } from '../../../src/service/reports/read.ts'
import { writeReports } from '../../../src/service/reports/write.ts'
import { readFixture } from '../reports/packed.ts'
import { openApi, type Json } from './fake-api.ts'

const ids = (rows: Json | undefined, name: string): unknown[] =>
  [...(rows ?? []) as unknown as Record<string, unknown>[]].map((row) => row[name])

void test('a domain, in letters of any script, is checked as asked', async (t) => {
  const api = await openApi(t)
  const path = '/v1/prevent/domain?domain=Sound.example&selectors=s1,ed&ips=192.0.2.10' +
    '&helo=mail.sound.example&returnPath=bounce.sound.example'
  const { status, json } = await api.ask('GET', path, { key: 'read' })
  assert.equal(status, 200)
  assert.equal(json['domain'], 'sound.example')
  assert.ok(ids(json['findings'], 'id').includes('return-path/aligned'))
  const other = await api.ask('GET', `/v1/prevent/domain?domain=${encodeURIComponent('bücher.example')}`)
  assert.equal(other.json['domain'], 'xn--bcher-kva.example')
  for (const words of ['', '?domain=', '?domain=localhost', '?domain=a%20b.example',
    '?domain=sound.example&ips=10.0.0', '?domain=sound.example&selectors=a%20b',
    `?domain=${'a.'.repeat(200)}example`, '?domain=192.0.2.1']) {
    assert.equal((await api.ask('GET', `/v1/prevent/domain${words}`)).status, 400, words)
  }
  assert.equal((await api.ask('GET', path, { key: 'ingest' })).status, 403)
})

void test('an address gets all that is known against it, and what was meant', async (t) => {
  const api = await openApi(t)
  const ask = async (address: string): Promise<Json> => (await api.ask(
    'GET', `/v1/prevent/address?address=${encodeURIComponent(address)}`, { key: 'check' })).json
  const typo = await ask('ann@gmial.com')
  assert.equal(typo['suggestion'], 'ann@gmail.com')
  assert.equal(typo['status'], 'risky')
  assert.deepEqual(ids((await ask('gone@sound.example'))['findings'], 'reason'), ['suppressed'])
  assert.deepEqual(ids((await ask('ann@nowhere.example'))['findings'], 'reason'),
    ['domain-unknown'])
  assert.equal((await ask('ann@sound.example'))['status'], 'good')
  assert.equal((await ask('nobody'))['syntax']?.['problem'], 'no-at')
})

void test('advice stands beside the answer of a check, changes none, and has its limits', async (t) => {
  const api = await openApi(t)
  const get = (more: string): ReturnType<typeof api.ask> =>
    api.ask('GET', `/v1/check?address=ann@gmial.com${more}`, { key: 'check' })
  const plain = (await get('')).json
  const { advice, ...rest } = (await get('&advice=true')).json
  assert.deepEqual(rest, plain)
  assert.equal(plain['advice'], undefined)
  assert.deepEqual([advice?.['suggestion'], advice?.['dns']], ['ann@gmail.com', 'not-asked'])
  assert.deepEqual(advice?.['mail'], { sentInWeek: 0 })
  assert.equal((await get('&advice=yes')).status, 400)
  const post = async (more: object, path = '?advice=true'): Promise<Json> => (await api.ask(
    'POST', `/v1/check${path}`, { json: { addresses: ['ann@gmial.com', 'gone@example.org', 'x'], ...more } })).json
  const [all, without] = [await post({}), await post({}, '')]
  assert.deepEqual(all['counts'], without['counts'])
  const statuses = (json: Json): unknown[] =>
    [...json['answers'] ?? []].map((answer) => answer['advice']?.['status'])
  assert.deepEqual(statuses(all), ['risky', 'good', 'bad'])
  assert.deepEqual(statuses(without), [undefined, undefined, undefined])
  const held = await post({ onlyBlocked: true })
  assert.equal(statuses(held).length, [...held['answers'] ?? []].length)
  assert.ok(statuses(held).length < 3)
  const absent = await openApi(t, {}, { prevent: undefined })
  assert.equal((await absent.ask('GET', '/v1/check?address=a@b.example&advice=true')).status, 404)
})

void test('typing mistakes come from the bounces of the tenant alone', async (t) => {
  const api = await openApi(t)
  const add = (tenant: string, address: string): Promise<unknown> => api.deps.store.write((tx) =>
    tx.run(`INSERT INTO incidents (tenant, address, id, list, at, kind, reason, fault, receiver,
      domain, held, voided, names, incident) VALUES (?, ?, ?, '', 1, 'failed', 'domain-unknown',
      'recipient', '', ?, 0, 0, '', '{}')`,
    [tenant, address, `i-${address}`, address.slice(address.indexOf('@') + 1)]))
  for (const name of ['ann', 'bob', 'carla']) await add('default', `${name}@gmial.com`)
  await add('default', 'ann@university.example')
  await add('other', 'ann@hotmial.com')
  const { json } = await api.ask('GET', '/v1/prevent/typos')
  assert.deepEqual(json['rows'], [{
    domain: 'gmial.com', suggestion: 'gmail.com', confidence: 0.85, addresses: 3,
    samples: ['ann@gmial.com', 'bob@gmial.com', 'carla@gmial.com'],
  }])
})

void test('what receivers report of a domain is summed up, for its tenant alone', async (t) => {
  const api = await openApi(t)
  const [report] = readReportFile(readFixture('microsoft.xml')).reports
  assert.ok(report !== undefined)
  const from = api.clock.now - 86_400_000
  const given = { inboxId: 1, trust: 1 as const, receivedAt: api.clock.now, isMail: false }
  await api.deps.store.write((tx) =>
    writeReports(tx, 'default', [{ ...given, report: { ...report, from, until: from } }]))
  const list = await api.ask('GET', '/v1/reports', { key: 'read' })
  assert.deepEqual(list.json['rows'], [{
    domain: 'example.com', reports: 1, unverified: 0, passed: 60, failed: 140,
    lastAt: new Date(from).toISOString(),
  }])
  const { json } = await api.ask('GET', '/v1/reports/Example.COM', { key: 'read' })
  assert.equal(json['dmarc']?.['aligned'], 60)
  assert.deepEqual(ids(json['findings'], 'id'), ['dmarc/own-mail-fails', 'dmarc/not-ready'])
  const check = await api.ask('GET', '/v1/prevent/domain?domain=example.com', { key: 'read' })
  assert.ok(ids(check.json['findings'], 'id').includes('reported/dmarc'))
  const long = new Date(from - 10 * 86_400_000).toISOString()
  for (const [path, status, asked] of [
    ['/v1/reports/example.com', 404, { tenant: 'other' }],
    [`/v1/reports/example.com?until=${long}`, 404, {}], ['/v1/reports/a%20b', 404, {}],
    ['/v1/reports?from=2020-01-01T00:00:00Z', 400, {}], ['/v1/reports', 403, { key: 'ingest' }],
  ] as const) {
    assert.equal((await api.ask('GET', path, asked)).status, status, path)
  }
  for (const [type, body, status] of [
    ['text/html', '<feedback/>', 415], ['application/gzip', '', 400],
    ['application/tlsrpt+json', '{}', 202],
  ] as const) {
    assert.equal((await api.ask('POST', '/v1/reports', { type, body })).status, status, type)
  }
})
