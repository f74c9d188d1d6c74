// What every store must do with inputs: keep each once, and lease it to one worker at a time.

import assert from 'node:assert/strict'
import type { NewInput, Store } from '../../../src/service/store/types.ts'
import type { ContractCase } from './contract-case.ts'
import { LEASE, makeInput, NOON } from './inputs.ts'

export const INTAKE_CONTRACT: readonly ContractCase[] = [
  { name: 'gives an input back as it came, byte for byte', run: giveBack },
  { name: 'takes an input with a known key once, in one call and over calls', run: takeOnce },
  { name: 'takes the same key for two tenants', run: separateTenants },
  { name: 'takes the same keys from many callers at once, each once', run: takeOnceAtOnce },
  { name: 'puts U+FFFD in the place of NUL and of half a character', run: replaceNul },
  { name: 'refuses mistakes of the caller and keeps what others brought', run: refuseMistakes },
  { name: 'leases inputs in their order, to one owner at a time', run: leaseInOrder },
  { name: 'gives up leases that a clock set back has made too long (F15)', run: survivePast },
  { name: 'leases each input once when many ask at once', run: leaseOnce },
  { name: 'takes what broke its worker twice alone, and sets it aside later', run: suspectAlone },
  { name: 'sets an input aside whose stored bytes are damaged', run: findDamage },
  { name: 'takes what logs told after all else', run: takeLogsLast },
  { name: 'takes big inputs few at a time', run: limitBytes },
]

async function giveBack(store: Store): Promise<void> {
  const bodies = [
    Buffer.alloc(0), Buffer.from([0, 255, 13, 10]), Buffer.alloc(20_000, 'abcdefg'),
    Buffer.from(Array.from({ length: 40_000 }, (_, i) => (i * 7919) % 251)),
  ]
  const inputs = bodies.map((bytes, i) => makeInput(`k${i}`, {
    bytes, trust: 3, kind: 'webhook',
    envelope: {
      vendor: 'ses', token: { recipient: 'jörg@example.com' }, place: { uid: 7, box: 'A\0B' },
    },
  }))
  const { ids } = await store.ingest(inputs)
  const items = await store.claim(LEASE)
  assert.deepEqual(items.map(({ id }) => id), ids)
  for (const [i, { id, rawId, isSuspect, bytes, ...item }] of items.entries()) {
    const { bytes: expected, ...input } = inputs[i] as NewInput
    assert.deepEqual(item, input)
    assert.equal(Buffer.compare(bytes, expected), 0)
    assert.deepEqual([rawId, isSuspect], [id, false])
  }
}

async function takeOnce(store: Store): Promise<void> {
  const { ids } = await store.ingest([makeInput('b'), makeInput('a'), makeInput('b')])
  assert.deepEqual(ids.map((id) => id === undefined), [false, false, true])
  assert.ok(Number(ids[0]) < Number(ids[1]))
  const again = await store.ingest([makeInput('b', { bytes: Buffer.from('other') })])
  assert.deepEqual(again.ids, [undefined])
  const rows = await store.all('SELECT id FROM raws ORDER BY id')
  assert.deepEqual(rows, ids.slice(0, 2).map((id) => ({ id })))
  assert.deepEqual(await store.ingest([]), { ids: [] })
}

async function separateTenants(store: Store): Promise<void> {
  const { ids } = await store.ingest([makeInput('a'), makeInput('a', { tenant: 'other' })])
  assert.equal(ids.filter((id) => id !== undefined).length, 2)
}

async function takeOnceAtOnce(store: Store, openAgain: () => Promise<Store>): Promise<void> {
  const second = await openAgain()
  const keys = Array.from({ length: 40 }, (_, i) => i)
  const calls = Array.from({ length: 32 }, (_, i) => {
    const inputs = keys.map((key) => makeInput(`k${(i * 13 + key) % 60}`))
    return (i % 2 === 0 ? store : second).ingest(i % 3 === 0 ? inputs.toReversed() : inputs)
  })
  const added = (await Promise.all(calls)).flatMap(({ ids }) => ids)
    .filter((id) => id !== undefined)
  assert.equal(added.length, 60)
  assert.equal(new Set(added).size, 60)
  assert.deepEqual(await store.get('SELECT COUNT(*) AS n FROM raws'), { n: 60 })
}

async function replaceNul(store: Store): Promise<void> {
  await store.ingest([makeInput('a\0b'), makeInput('c\ud800')])
  const [first, second] = await store.claim(LEASE)
  assert.equal(first?.transportKey, 'a\ufffdb')
  assert.equal(second?.transportKey, 'c\ufffd')
  await store.write((tx) => tx.run('UPDATE inbox SET error = ?', ['x\0y']))
  assert.deepEqual(
    await store.all('SELECT DISTINCT error FROM inbox WHERE error = ?', ['x\0y']),
    [{ error: 'x\ufffdy' }])
}

async function refuseMistakes(store: Store): Promise<void> {
  const bad: readonly Partial<NewInput>[] = [
    { transportKey: '' }, { receivedAt: Number.NaN }, { receivedAt: 1.5 }, { trust: 4 as 3 },
    { bytes: 'text' as unknown as Uint8Array },
  ]
  const results = await Promise.allSettled([
    ...bad.map((change) => store.ingest([makeInput('bad', change)])),
    store.ingest([makeInput('good')]),
  ])
  const reasons = results.map((result) => result.status === 'rejected' && result.reason)
  assert.ok(reasons.slice(0, -1).every((reason) => reason instanceof TypeError))
  assert.equal(reasons.at(-1), false)
}

async function leaseInOrder(store: Store): Promise<void> {
  const { ids } = await store.ingest(['a', 'b', 'c'].map((key) => makeInput(key)))
  const first = await store.claim({ ...LEASE, limit: 2 })
  assert.deepEqual(first.map(({ id }) => id), ids.slice(0, 2))
  const rest = await store.claim({ ...LEASE, owner: 'another' })
  assert.deepEqual(rest.map(({ id }) => id), ids.slice(2))
  assert.deepEqual(await store.claim({ ...LEASE, now: NOON + 999 }), [])
  const again = await store.claim({ ...LEASE, now: NOON + 1000 })
  assert.deepEqual(again.map(({ id, isSuspect }) => [id, isSuspect]), ids.map((id) => [id, false]))
}

async function takeLogsLast(store: Store): Promise<void> {
  const logs = ['l1', 'l2', 'l3'].map((key) => makeInput(key, { kind: 'log' }))
  await store.ingest([...logs, makeInput('a'), makeInput('b', { kind: 'webhook' })])
  const keys = async (options: object): Promise<readonly string[]> =>
    (await store.claim({ ...LEASE, ...options })).map(({ transportKey }) => transportKey)
  assert.deepEqual(await keys({ limit: 1 }), ['a'])
  // One goes along, so that they come to an end under whatever load.
  assert.deepEqual(await keys({}), ['l1', 'b'])
  assert.deepEqual(await keys({ withoutLogs: true }), [])
  assert.deepEqual(await keys({}), ['l2', 'l3'])
}

async function survivePast(store: Store): Promise<void> {
  const { ids } = await store.ingest([makeInput('a')])
  const year = 365 * 86_400_000
  await store.claim({ ...LEASE, now: NOON + year })
  assert.deepEqual((await store.claim(LEASE)).map(({ id }) => id), ids)
  assert.deepEqual(await store.claim(LEASE), [])
  await assert.rejects(store.claim({ ...LEASE, leaseMs: year }), TypeError)
}

async function leaseOnce(store: Store, openAgain: () => Promise<Store>): Promise<void> {
  const second = await openAgain()
  await store.ingest(Array.from({ length: 200 }, (_, i) => makeInput(`k${i}`)))
  const claims = await Promise.all(Array.from({ length: 40 }, (_, i) =>
    (i % 2 === 0 ? store : second).claim({ ...LEASE, limit: 9, owner: `worker ${i}` })))
  const rest = await store.claim({ ...LEASE, limit: 1000 })
  const ids = [...claims.flat(), ...rest].map(({ id }) => id)
  assert.equal(ids.length, 200)
  assert.equal(new Set(ids).size, 200)
}

async function suspectAlone(store: Store): Promise<void> {
  const { ids: [first = 0, second = 0, third = 0] } =
    await store.ingest(['a', 'b', 'c'].map((key) => makeInput(key)))
  const finish = (id: number) => store.write((tx) =>
    tx.run(`UPDATE inbox SET state = 'done' WHERE id = ?`, [id]))
  for (let i = 0; i < 2; i += 1) await store.claim({ ...LEASE, now: NOON + 1000 * i })
  await finish(third)
  const { ids: [fresh = 0] } = await store.ingest([makeInput('d')])
  const taken: number[][] = []
  for (let i = 2; i < 10; i += 1) {
    const items = await store.claim({ ...LEASE, now: NOON + 1000 * i })
    taken.push(items.map(({ id }) => id))
    for (const { id, isSuspect } of items) assert.equal(isSuspect, id !== fresh)
    if (items.some(({ id }) => id === fresh)) await finish(fresh)
  }
  assert.deepEqual(taken, [
    [first], [first], [first], [second], [second], [second], [fresh], [],
  ])
  assert.deepEqual(
    await store.all(`SELECT id FROM inbox WHERE state = 'poison' ORDER BY id`),
    [{ id: first }, { id: second }])
}

async function findDamage(store: Store): Promise<void> {
  const big = Buffer.alloc(20_000, 'bounce ')
  const { ids } = await store.ingest([
    makeInput('a'), makeInput('b', { bytes: big }), makeInput('c'), makeInput('d'),
  ])
  const damages: readonly (readonly [string, Uint8Array])[] = [
    ['UPDATE raws SET bytes = ? WHERE id = ?', Buffer.from('no such user')],
    ['UPDATE raws SET bytes = ? WHERE id = ?', Buffer.from([1, 2, 3])],
    ['DELETE FROM raws WHERE bytes <> ? AND id = ?', Buffer.from('')],
  ]
  await store.write(async (tx) => {
    for (const [i, [sql, bytes]] of damages.entries()) await tx.run(sql, [bytes, ids[i] ?? 0])
  })
  assert.deepEqual((await store.claim(LEASE)).map(({ id }) => id), [ids[3]])
  assert.deepEqual(
    await store.all('SELECT state, error FROM inbox ORDER BY id LIMIT 3'),
    Array(3).fill({ state: 'poison', error: 'its stored bytes are damaged' }))
}

async function limitBytes(store: Store): Promise<void> {
  const bytes = Buffer.alloc(9 * 1024 * 1024)
  for (const key of ['a', 'b', 'c']) await store.ingest([makeInput(key, { bytes })])
  for (let i = 0; i < 3; i += 1) assert.equal((await store.claim(LEASE)).length, 1)
}
