// What every store must do with keys, settings, cursors, sources and stored raw inputs.

import assert from 'node:assert/strict'
import { setImmediate as nextTurn } from 'node:timers/promises'
import { createCursors } from '../../../src/service/store/cursors.ts'
import { createKeys } from '../../../src/service/store/keys.ts'
import { packRaws, readRaw } from '../../../src/service/store/raws.ts'
import { sweep } from '../../../src/service/store/retention.ts'
import { readSetting, writeSetting } from '../../../src/service/store/settings.ts'
import { listSources, putSource, touchSource } from '../../../src/service/store/sources.ts'
import type { Store } from '../../../src/service/store/types.ts'
import type { ContractCase } from './contract-case.ts'
import { LEASE, makeInput, NOON } from './inputs.ts'

export const TABLE_CONTRACT: readonly ContractCase[] = [
  { name: 'keeps settings by tenant and name', run: keepSettings },
  { name: 'keeps the cursors of each source apart', run: keepCursors },
  { name: 'counts at a source, and goes on counting when it is configured anew', run: keepSources },
  { name: 'knows its keys, and only while they are valid', run: knowKeys },
  { name: 'tells a revoked key from a valid one, and tenants apart', run: revokeKeys },
  { name: 'keeps nothing of a key from which it could be used', run: hideKeys },
  { name: 'packs raw inputs that read the same afterwards', run: packInputs },
  { name: 'reads a raw input for its tenant, and says when it is damaged', run: readInputs },
  { name: 'removes what is old, and nothing that waits to be judged', run: removeOld },
  { name: 'removes nothing when the clock leaps', run: distrustClock },
]

const DAY = 86_400_000

async function keepSettings(store: Store): Promise<void> {
  const write = (tenant: string, name: string, value: string) =>
    store.write((tx) => writeSetting(tx, tenant, name, value, NOON))
  await write('main', 'a', '1')
  await write('other', 'a', '2')
  await write('main', 'a', '3')
  assert.equal(await readSetting(store, 'main', 'a'), '3')
  assert.equal(await readSetting(store, 'other', 'a'), '2')
  assert.equal(await readSetting(store, 'main', 'b'), undefined)
}

async function keepCursors(store: Store): Promise<void> {
  const mailbox = createCursors(store, 'mailbox', () => NOON)
  const log = createCursors(store, 'log', () => NOON)
  await mailbox.set('uid', '1')
  await log.set('uid', '2')
  await mailbox.set('uid', '3')
  assert.deepEqual(
    [await mailbox.get('uid'), await log.get('uid'), await log.get('other')],
    ['3', '2', undefined])
}

async function keepSources(store: Store): Promise<void> {
  const source = {
    id: 'ses', tenant: 'main', type: 'webhook', name: 'SES', vendor: 'ses', settings: '{}',
    enabled: true,
  } as const
  await store.write((tx) => putSource(tx, source, NOON))
  await store.write((tx) => touchSource(tx, 'ses', { inputs: 3, events: 5, lastInputAt: NOON }))
  await store.write((tx) => touchSource(tx, 'ses', {
    inputs: 1, error: { at: NOON + 1, text: 'x'.repeat(5000) },
  }))
  await store.write((tx) => putSource(tx, { ...source, name: 'Amazon', enabled: false }, NOON + 9))
  const expected = {
    ...source, name: 'Amazon', enabled: false, createdAt: NOON, inputs: 4, events: 5,
    lastInputAt: NOON, lastErrorAt: NOON + 1, lastError: 'x'.repeat(1000),
  }
  assert.deepEqual(await listSources(store), [expected])
  assert.deepEqual(await listSources(store, 'other'), [])
  const { vendor: _vendor, ...bare } = source
  await store.write((tx) => putSource(tx, { ...bare, id: 'mx', tenant: 'other' }, NOON))
  assert.deepEqual(await listSources(store, 'other'), [
    { ...bare, id: 'mx', tenant: 'other', createdAt: NOON, inputs: 0, events: 0 },
  ])
}

async function knowKeys(store: Store): Promise<void> {
  let now = NOON
  const keys = createKeys(store, () => now)
  const { key, token } = await keys.create('main', {
    name: 'shop', scopes: ['check', 'read'], expiresAt: NOON + DAY,
  })
  const known = await keys.verify(token)
  assert.deepEqual(known, {
    prefix: key.prefix, tenant: 'main', name: 'shop', scopes: ['check', 'read'], createdAt: NOON,
    expiresAt: NOON + DAY,
  })
  now += 1000
  // Its use is written down beside the answer, not before it.
  while ((await keys.list('main'))[0]?.lastUsedAt === undefined) await nextTurn()
  assert.equal((await keys.list('main'))[0]?.lastUsedAt, NOON)
  const full = createKeys({ ...store, write: () => Promise.reject(new Error('full')) }, () => now)
  now += DAY / 2
  assert.equal((await full.verify(token))?.prefix, key.prefix)
  const last = token.at(-1) === 'A' ? 'B' : 'A'
  const wrong = [
    token.slice(0, -1) + last, token.slice(0, -1), `${token}A`, token.toUpperCase(), '', 'carom__',
    `carom_${key.prefix}_`, token.replace(key.prefix, '0'.repeat(12)), `${token}\n`,
  ]
  for (const text of wrong) assert.equal(await keys.verify(text), undefined, text)
  now = NOON + DAY
  assert.equal(await keys.verify(token), undefined)
}

async function revokeKeys(store: Store): Promise<void> {
  const keys = createKeys(store, () => NOON)
  const first = await keys.create('main', { name: 'a', scopes: ['admin'] })
  const second = await keys.create('main', { name: 'b', scopes: [] })
  assert.equal(await keys.revoke('other', first.key.prefix), false)
  assert.equal(await keys.revoke('main', first.key.prefix), true)
  assert.equal(await keys.revoke('main', first.key.prefix), false)
  assert.equal(await keys.verify(first.token), undefined)
  assert.equal((await keys.verify(second.token))?.name, 'b')
  assert.deepEqual(
    (await keys.list('main')).map(({ name, revokedAt }) => [name, revokedAt]).toSorted(),
    [['a', NOON], ['b', undefined]])
  assert.deepEqual(await keys.list('other'), [])
}

async function hideKeys(store: Store): Promise<void> {
  const keys = createKeys(store, () => NOON)
  const { token } = await keys.create('main', { name: 'a', scopes: ['admin'] })
  const secret = token.split('_').slice(2).join('_')
  assert.ok(secret.length * 6 >= 160)
  const [row] = await store.all<Record<string, unknown>>('SELECT * FROM api_keys')
  const stored = Object.values(row ?? {}).map((value) =>
    value instanceof Uint8Array ? Buffer.from(value).toString('latin1') : String(value))
  assert.ok(!stored.join(' ').includes(secret))
}

async function packInputs(store: Store): Promise<void> {
  const noise = Buffer.from(Array.from({ length: 3000 }, (_, i) => (i * i * 7919) % 253))
  const bodies = [
    Buffer.from('short'), Buffer.alloc(4000, 'no such user '), noise, Buffer.alloc(20_000, 'x'),
    ...Array.from({ length: 60 }, (_, i) => Buffer.alloc(600, `line ${i} `)),
  ]
  await store.ingest(bodies.map((bytes, i) => makeInput(`k${i}`, { bytes })))
  const stored = 'SELECT SUM(LENGTH(bytes)) AS n FROM raws'
  const before = await store.get<{ n: number }>(stored)
  assert.equal(await packRaws(store, NOON), true)
  assert.equal(await packRaws(store, NOON), false)
  assert.equal(await packRaws(store, NOON), false)
  const after = await store.get<{ n: number }>(stored)
  assert.ok(Number(after?.n) < Number(before?.n) / 3)
  const items = await store.claim(LEASE)
  assert.deepEqual(items.map(({ bytes }) => Buffer.from(bytes)), bodies)
}

async function readInputs(store: Store): Promise<void> {
  const { ids: [id = 0, second = 0] } = await store.ingest([
    makeInput('a', { bytes: Buffer.from('mail') }), makeInput('b'),
  ])
  const raw = await readRaw(store, 'main', id)
  assert.ok(raw !== undefined && raw !== 'damaged')
  assert.deepEqual({ ...raw, bytes: Buffer.from(raw.bytes) }, {
    bytes: Buffer.from('mail'), kind: 'message', source: 'mx', receivedAt: NOON,
    envelope: makeInput('a').envelope,
  })
  assert.equal(await readRaw(store, 'other', id), undefined)
  await store.write((tx) => tx.run('UPDATE raws SET encoding = 1 WHERE id = ?', [second]))
  assert.equal(await readRaw(store, 'main', second), 'damaged')
}

const KEPT = { rawMs: 10 * DAY, inboxMs: 20 * DAY }

async function removeOld(store: Store): Promise<void> {
  const ages = [30, 30, 25, 15, 15, 5]
  const many = Array.from({ length: 700 }, (_, i) =>
    makeInput(`old${i}`, { receivedAt: NOON - 40 * DAY }))
  await store.ingest(many)
  await store.ingest(ages.map((days, i) => makeInput(`k${i}`, { receivedAt: NOON - days * DAY })))
  await store.write((tx) => tx.run(
    `UPDATE inbox SET state = 'done' WHERE transport_key NOT IN ('k1', 'k4')`))
  const swept = await sweep(store, KEPT, NOON)
  assert.deepEqual(swept, { raws: 703, inbox: 702, isClockOdd: false })
  const keysOf = async (sql: string): Promise<string[]> =>
    (await store.all<{ transport_key: string }>(sql)).map((row) => row.transport_key)
  assert.deepEqual(
    await keysOf('SELECT transport_key FROM inbox ORDER BY transport_key'),
    ['k1', 'k3', 'k4', 'k5'])
  assert.deepEqual(
    await keysOf(
      'SELECT transport_key FROM inbox JOIN raws ON raws.id = inbox.id ORDER BY inbox.id'),
    ['k1', 'k4', 'k5'])
}

async function distrustClock(store: Store): Promise<void> {
  await store.ingest([makeInput('a')])
  await store.write((tx) => tx.run(`UPDATE inbox SET state = 'done'`))
  const count = 'SELECT COUNT(*) AS n FROM raws'
  await sweep(store, KEPT, NOON)
  const leapt = NOON + 400 * DAY
  assert.deepEqual(await sweep(store, KEPT, leapt), { raws: 0, inbox: 0, isClockOdd: true })
  assert.equal((await sweep(store, KEPT, NOON + DAY)).isClockOdd, true)
  assert.deepEqual(await store.get(count), { n: 1 })
  await sweep(store, KEPT, leapt)
  assert.equal((await sweep(store, KEPT, leapt + 1)).raws, 1)
  assert.deepEqual(await store.get(count), { n: 0 })
}
