// What every store must do with transactions and reads.

import assert from 'node:assert/strict'
import type { Store } from '../../../src/service/store/types.ts'
import type { ContractCase } from './contract-case.ts'
import { LEASE, makeInput, NOON } from './inputs.ts'

export const WRITE_CONTRACT: readonly ContractCase[] = [
  { name: 'undoes a write that throws, and only that', run: undoOne },
  { name: 'undoes a write that went on after a failed statement', run: undoAfterFailure },
  { name: 'refuses a transaction after its end', run: refuseAfterEnd },
  { name: 'shows reads nothing of a write before its end', run: isolateReads },
  { name: 'counts exactly when many write at once, over two openings', run: countExactly },
  { name: 'keeps numbers, texts, bytes and nothing as they are', run: keepValues },
  { name: 'gives ordinary objects', run: giveObjects },
  { name: 'inserts and finds many rows at once', run: insertMany },
  { name: 'refuses a write within a write instead of waiting for ever', run: refuseWithin },
  { name: 'is refused after close, and closing waits for what is under way', run: closeInOrder },
  { name: 'opens again with everything in it', run: openAgainWhole },
]

const INSERT_SETTING = 'INSERT INTO settings (tenant, name, value, updated_at) VALUES (?, ?, ?, ?)'

async function undoOne(store: Store): Promise<void> {
  const insert = (name: string, works: boolean) => store.write(async (tx) => {
    await tx.run(INSERT_SETTING, ['main', name, '1', NOON])
    if (!works) throw new RangeError(name)
    return name
  })
  const results = await Promise.allSettled([
    insert('a', true), insert('b', false), insert('c', true), insert('a', true),
    store.ingest([makeInput('k')]),
  ])
  assert.deepEqual(results.map(({ status }) => status),
    ['fulfilled', 'rejected', 'fulfilled', 'rejected', 'fulfilled'])
  assert.ok(results[1]?.status === 'rejected' && results[1].reason instanceof RangeError)
  assert.deepEqual(
    await store.all(`SELECT name FROM settings WHERE tenant = 'main' ORDER BY name`),
    [{ name: 'a' }, { name: 'c' }])
}

async function undoAfterFailure(store: Store): Promise<void> {
  await assert.rejects(store.write(async (tx) => {
    await tx.run(INSERT_SETTING, ['main', 'a', '1', NOON])
    await tx.run(INSERT_SETTING, ['main', 'a', '2', NOON]).catch(() => 'known')
    return 'went on'
  }))
  assert.deepEqual(await store.all(`SELECT name FROM settings WHERE tenant = 'main'`), [])
}

async function refuseAfterEnd(store: Store): Promise<void> {
  const escaped = await store.write(async (tx) => ({ tx }))
  await assert.rejects(escaped.tx.run('DELETE FROM settings'), TypeError)
  const thrown = await store.write(async (tx) => { throw Object.assign(new Error(), { tx }) })
    .catch((error: { readonly tx: typeof escaped.tx }) => error)
  await assert.rejects((thrown as typeof escaped).tx.run('DELETE FROM settings'))
}

async function isolateReads(store: Store): Promise<void> {
  const count = `SELECT COUNT(*) AS n FROM settings WHERE tenant = 'main'`
  const [before, within] = await store.write(async (tx) => {
    await tx.run(INSERT_SETTING, ['main', 'a', '1', NOON])
    return [await store.get<{ n: number }>(count), await tx.get<{ n: number }>(count)]
  })
  assert.deepEqual([before?.n, within?.n], [0, 1])
  assert.deepEqual(await store.get(count), { n: 1 })
}

async function countExactly(store: Store, openAgain: () => Promise<Store>): Promise<void> {
  const second = await openAgain()
  await store.write((tx) => tx.run(INSERT_SETTING, ['main', 'n', '0', NOON]))
  await Promise.all(Array.from({ length: 60 }, (_, i) =>
    (i % 2 === 0 ? store : second).write(async (tx) => {
      const row = await tx.get<{ value: string }>(`SELECT value FROM settings WHERE name = 'n'`)
      await tx.run(`UPDATE settings SET value = ? WHERE name = 'n'`, [`${Number(row?.value) + 1}`])
    })))
  assert.deepEqual(
    await store.get(`SELECT value FROM settings WHERE name = 'n'`), { value: '60' })
}

async function keepValues(store: Store): Promise<void> {
  const text = `'; -- ? "𝔘ñî" \\x00 $1`
  await store.write((tx) => tx.run(
    `INSERT INTO api_keys (prefix, tenant, hash, name, scopes, created_at, expires_at)
      VALUES (?, 'what?', ?, ?, ?, ?, ?) -- ?`,
    [text, Buffer.from([0, 1, 255]), '', '5', 2 ** 53 - 1, null]))
  const row = await store.get<{ hash: Uint8Array }>(
    'SELECT hash, prefix, tenant, name, scopes, created_at, expires_at FROM api_keys')
  assert.deepEqual({ ...row, hash: [...row?.hash ?? []] }, {
    hash: [0, 1, 255], prefix: text, tenant: 'what?', name: '', scopes: '5',
    created_at: 2 ** 53 - 1, expires_at: null,
  })
  const sums = await store.get(
    'SELECT COUNT(*) AS n, SUM(created_at / ?) AS half FROM api_keys', [2])
  assert.deepEqual(sums, { n: 1, half: 2 ** 52 - 1 })
  assert.equal(await store.get('SELECT name FROM api_keys WHERE prefix = ?', ['none']), undefined)
  const { changes } = await store.write((tx) => tx.run('DELETE FROM api_keys'))
  assert.equal(changes, 1)
}

async function giveObjects(store: Store): Promise<void> {
  const rows = await store.all<object>('SELECT id FROM carom_migrations')
  assert.ok(rows.length > 0)
  assert.ok(rows.every((row) => Object.getPrototypeOf(row) === Object.prototype))
}

async function closeInOrder(store: Store): Promise<void> {
  const underWay = [store.ingest([makeInput('a')]), store.claim(LEASE), store.write(async () => 1)]
  await store.close()
  await Promise.all(underWay)
  await store.close()
  const refusals: readonly (() => Promise<unknown>)[] = [
    () => store.ingest([makeInput('b')]), () => store.all('SELECT 1'), () => store.claim(LEASE),
    () => store.write(async () => 1), () => store.get('SELECT 1'),
  ]
  for (const refusal of refusals) await assert.rejects(refusal, { code: 'store-closed' })
  assert.equal((await store.health()).ok, false)
}

async function openAgainWhole(store: Store, openAgain: () => Promise<Store>): Promise<void> {
  const { ids } = await store.ingest([makeInput('a')])
  await store.close()
  const second = await openAgain()
  assert.deepEqual((await second.claim(LEASE)).map(({ id }) => id), ids)
  assert.deepEqual(await second.health(), { ok: true })
}

async function insertMany(store: Store): Promise<void> {
  const into = 'settings (tenant, name, value, updated_at)'
  const rows = Array.from({ length: 3000 }, (_, i) => ['main', `n${i}`, `"{\\',}" ${i}`, NOON + i])
  const changes = await store.write(async (tx) => {
    const made = await tx.insert(into, rows)
    const again = await tx.insert(into, [...rows.slice(0, 2), ['main', 'odd\0', '\ud800', 1]],
      'ON CONFLICT (tenant, name) DO UPDATE SET value = excluded.value || settings.value')
    return [made.changes, again.changes]
  })
  assert.deepEqual(changes, [3000, 3])
  const find = (values: readonly string[]) => store.allIn<{ name: string; updated_at: number }>({
    before: 'SELECT name, updated_at FROM settings WHERE tenant = ? AND name', params: ['main'],
    values,
  })
  assert.equal((await find(rows.map(([, name]) => String(name)))).length, 3000)
  assert.deepEqual(await find(['n7', 'n7', 'none', '{n7}']), [{ name: 'n7', updated_at: NOON + 7 }])
  assert.deepEqual(await find(['odd\0']), [{ name: 'odd\ufffd', updated_at: 1 }])
  const kept = await store.get<{ value: string }>(
    `SELECT value FROM settings WHERE name = 'n2'`)
  assert.deepEqual(kept, { value: `"{\\',}" 2` })
  await assert.rejects(store.write((tx) => tx.insert(into, rows)))
}

async function refuseWithin(store: Store): Promise<void> {
  const within = store.write(async () => { await store.write(async () => 'inner') })
  await assert.rejects(within, /a write was begun within a write/)
  await assert.rejects(store.write(() => store.ingest([makeInput('k')])), TypeError)
  await assert.rejects(
    store.write(() => store.claim({ limit: 1, leaseMs: 1, owner: 'o', now: NOON })), TypeError)
  const later = await store.write(async () => ({
    go: () => new Promise((resolve) => {
      setImmediate(() => resolve(store.write(async () => 'after its end')))
    }),
  }))
  assert.equal(await later.go(), 'after its end')
}
