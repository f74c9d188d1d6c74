// Lists that are uploaded to be cleaned: tables of all shapes, states, limits, tenants.

import assert from 'node:assert/strict'
import { createSocket } from 'node:dgram'
import { test, type TestContext } from 'node:test'
import { setImmediate } from 'node:timers/promises'
import { PREVENT_DEFAULTS } from '../../../src/service/prevent/options.ts'
import { openApi, type Ask, type FakeApi, type Json } from './fake-api.ts'
import { openPrevent } from './prevent-there.ts'

const LISTS = '/v1/prevent/lists'

async function upload(api: FakeApi, body: string | Uint8Array, ask: Ask = {}): Promise<Json> {
  const { status, json, text } = await api.ask('POST', LISTS, { body, type: 'text/csv', ...ask })
  assert.equal(status, 201, text)
  return json
}

async function clean(api: FakeApi, job: Json, options: object): Promise<Json> {
  const path = `${LISTS}/${job['id']}`
  const started = await api.ask('POST', `${path}/start`, { json: options })
  assert.equal(started.status, 200, started.text)
  for (;;) {
    const { json } = await api.ask('GET', path)
    if (!['waiting', 'running'].includes(String(json['state']))) return json
    await setImmediate()
  }
}

const table = async (api: FakeApi, job: Json, which: string): Promise<string> =>
  (await api.ask('GET', `${LISTS}/${job['id']}/table?which=${which}`)).text

const open = async (t: TestContext): Promise<FakeApi> => await openApi(t)

void test('a list is looked at, checked, and comes back as two tables', async (t) => {
  const api = await open(t)
  const job = await upload(api,
    'Kunde;Mail;Formel\r\n"Jörg; A";ann@sound.example;=1+1\r\nBo;nobody;\r\n' +
    'Cy;gone@sound.example;"-2"\r\nDi;ann@gmial.com;\r\nEd;ANN@sound.example;x\r\n')
  assert.deepEqual(job['look'], {
    hasNames: true, columns: ['Kunde', 'Mail', 'Formel'], places: { address: 1 },
    rows: [['Jörg; A', 'ann@sound.example', '=1+1'], ['Bo', 'nobody', ''],
      ['Cy', 'gone@sound.example', '-2'], ['Di', 'ann@gmial.com', ''],
      ['Ed', 'ANN@sound.example', 'x']],
  })
  assert.equal(job['state'], 'uploaded')
  assert.equal((await api.ask('GET', `${LISTS}/${job['id']}/table`)).status, 409)
  const done = await clean(api, job, { address: 1 })
  assert.deepEqual([done['state'], done['rowsDone'], done['rowsTotal']], ['done', 5, 5])
  const { statuses, reasons, kept, rejected, suggestions } = done['summary'] as unknown as Json
  assert.deepEqual(statuses, { good: 1, risky: 1, unknown: 0, bad: 3 })
  assert.deepEqual(reasons, { syntax: 1, suppressed: 1, typo: 1, disposable: 1, duplicate: 1 })
  assert.equal(done['summary']?.['expectedBounceRateOfKept'], 0.005)
  assert.deepEqual([kept, rejected, suggestions], [1, 4, { 'gmial.com → gmail.com': 1 }])
  assert.deepEqual([...done['examples'] ?? []].map(({ row, address, status }) =>
    [row, address, status]), [[2, 'nobody', 'bad'], [3, 'gone@sound.example', 'bad'],
    [4, 'ann@gmial.com', 'risky'], [5, 'ANN@sound.example', 'bad']])
  // A name may hold what separates, and no cell is taken for a formula.
  assert.equal(await table(api, job, 'kept'),
    'Kunde;Mail;Formel\n"Jörg; A";ann@sound.example;\'=1+1\n')
  const out = await table(api, job, 'rejected')
  assert.match(out, /^Kunde;Mail;Formel;carom_status;carom_reasons;/)
  assert.match(out, /\nCy;gone@sound\.example;-2;bad;suppressed: mailbox-unknown;1;;0\.9/)
  const again = await clean(api, job, { address: 1, keep: ['good', 'risky'] })
  assert.equal(again['summary']?.['kept'], 2)
})

void test('the ledger tells of an uploaded list who showed no life for long', async (t) => {
  const api = await open(t)
  await api.deps.store.write((tx) => tx.insert('lives (tenant, address, list, last_at, proofs)', [
    ['default', 'ann@a.example', '', api.clock.now - 500 * 86_400_000, '[]'],
    ['other', 'bob@a.example', '', api.clock.now - 500 * 86_400_000, '[]'],
  ]))
  const job = await upload(api, 'email\nAnn@a.example\nbob@a.example\n')
  const done = await clean(api, job, { address: 0 })
  assert.deepEqual(done['summary']?.['reasons'], { inactive: 1 })
})

/** Bytes, what is recognised, the column to take, rows that are good. */
const SHAPES: readonly (readonly [Uint8Array | string, object, number, number])[] = [
  ['ann@a.example\nbob@a.example\n', { address: 0 }, 0, 2],
  ['Mailadresse\tName\nann@a.example\tAnn\n', { address: 0 }, 0, 1],
  ['a,b\nc,d\n', {}, 1, 0],
  ['name,email,last_open,confirmed\nA,ann@a.example,2020-01-01,yes\n',
    { address: 1, active: 2, confirmed: 3 }, 1, 1],
  ['\ufeffemail\rann@a.example\r', { address: 0 }, 0, 1],
  ['"Na""me\nlong",e-mail\n"x,\ny",ann@a.example\n', { address: 1 }, 1, 1],
  [Buffer.from('\ufeffemail;Name\r\nann@a.example;Jörg\r\n', 'utf16le'), { address: 0 }, 0, 1],
  [Buffer.from('Jörg;ann@a.example\n', 'latin1'), { address: 1 }, 1, 1],
  ['email\n<img src=x onerror=alert(1)>\n__proto__\n"a@b.example\u202e"\n', { address: 0 }, 0, 0],
]

void test('tables of all shapes are understood', async (t) => {
  const api = await open(t)
  for (const [body, places, address, good] of SHAPES) {
    const job = await upload(api, body)
    assert.deepEqual(job['look']?.['places'], places, String(body))
    const done = await clean(api, job, { address })
    assert.equal(done['summary']?.['statuses']?.['good'], good, String(body))
    assert.equal((await api.ask('DELETE', `${LISTS}/${job['id']}`)).status, 200)
  }
  const names = await upload(api, Buffer.from('Jörg;ann@a.example\n', 'latin1'))
  assert.deepEqual(names['look']?.['rows'], [['Jörg', 'ann@a.example']])
  assert.deepEqual(names['look']?.['columns'], ['Column 1', 'Column 2'])
})

void test('what is no list, too large or too much is refused, and nothing of it stays', async (t) => {
  const api = await openApi(t)
  const small = await openPrevent(t, api.deps, { listBytesMax: 2_000, listsMax: 4 })
  const tight = await openApi(t, {}, { prevent: small })
  const post = async (body: string | Uint8Array, more: Ask = {}): Promise<string> => {
    const { status, json } = await tight.ask('POST', LISTS, { body, type: 'text/csv', ...more })
    return `${status} ${json['code'] ?? json['state']}`
  }
  assert.equal(await post(''), '422 list-invalid')
  assert.equal(await post('\n\n'), '422 list-invalid')
  assert.equal(await post('\0\x01\0\x02'), '422 list-invalid')
  assert.equal(await post('x'.repeat(2_001)), '413 body-too-large')
  assert.equal(await post('x', { type: 'image/png' }), '415 media-type-unsupported')
  assert.equal(await post('x', { headers: { 'content-encoding': 'gzip' } }),
    '415 media-type-unsupported')
  assert.equal(await post('a@a.example', { key: 'read' }), '403 scope-missing')
  assert.equal(await post('a@a.example', { key: 'check' }), '403 scope-missing')
  // Two are there already.
  assert.equal(await post('a@a.example'), '201 uploaded')
  assert.equal(await post('a@a.example'), '201 uploaded')
  assert.equal(await post('a@a.example'), '409 lists-full')
  assert.equal(await post('a@a.example', { tenant: 'other' }), '201 uploaded')
  const absent = await openApi(t, {}, { prevent: undefined })
  assert.equal((await absent.ask('GET', LISTS)).status, 404)
})

void test('a list is its tenant\'s alone, is cancelled, and is deleted after its time', async (t) => {
  const api = await open(t)
  const lines = Array.from({ length: 15_000 }, (_, i) => `u${i}@a.example`).join('\n')
  const job = await upload(api, lines)
  const path = `${LISTS}/${job['id']}`
  for (const [method, rest] of [['GET', ''], ['POST', '/cancel'], ['DELETE', ''], ['GET', '/table']] as const) {
    assert.equal((await api.ask(method, path + rest, { tenant: 'other' })).status, 404)
  }
  const start = { json: { address: 0 } }
  assert.equal((await api.ask('POST', `${path}/start`, { ...start, tenant: 'other' })).status, 404)
  assert.equal((await api.ask('POST', `${path}/start`, { json: { address: -1 } })).status, 400)
  assert.equal((await api.ask('POST', `${path}/start`, { json: { address: 0, keep: [] } })).status, 400)
  await api.ask('POST', `${path}/start`, start)
  const busy = await api.ask('POST', `${path}/start`, start)
  assert.deepEqual([busy.status, busy.json['code']], [409, 'list-busy'])
  const ended = await api.ask('POST', `${path}/cancel`)
  assert.deepEqual([ended.json['state'], ended.json['summary']], ['uploaded', undefined])
  const done = await clean(api, job, { address: 0 })
  assert.equal(done['summary']?.['kept'], 15_000)
  assert.equal((await table(api, job, 'kept')).split('\n').length, 15_001)
  await api.ask('POST', `${path}/start`, start)
  assert.equal((await api.ask('DELETE', path)).status, 200)
  assert.equal((await api.ask('GET', path)).status, 404)
  const other = await upload(api, 'ann@a.example')
  api.clock.now += PREVENT_DEFAULTS.listKeepHours * 3_600_000
  assert.equal((await api.ask('GET', `${LISTS}/${other['id']}`)).status, 404)
  assert.deepEqual([...(await api.ask('GET', LISTS)).json['rows'] ?? []], [])
})

void test('a check that waits for the DNS is cancelled at once, and the list checked without', async (t) => {
  const silent = createSocket('udp4')
  await new Promise<void>((resolve) => { silent.bind(0, '127.0.0.1', resolve) })
  t.after(() => silent.close())
  const { deps } = await openApi(t)
  const prevent = await openPrevent(t, deps, {
    dnsServers: [`127.0.0.1:${silent.address().port}`], dnsTimeoutMs: 600,
  })
  const api = await openApi(t, {}, { prevent })
  const job = await upload(api, 'email\nann@a.example\nbob@b.example\n')
  const asked = new Promise<void>((resolve) => { silent.once('message', () => resolve()) })
  await api.ask('POST', `${LISTS}/${job['id']}/start`, { json: { address: 0, dns: true } })
  await asked
  const ended = await api.ask('POST', `${LISTS}/${job['id']}/cancel`)
  assert.equal(ended.json['state'], 'uploaded')
  const done = await clean(api, job, { address: 0 })
  assert.equal(done['summary']?.['kept'], 2)
})
