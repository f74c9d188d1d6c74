// Users: what each role may do, and that nobody gets more than was given.

import assert from 'node:assert/strict'
import { test } from 'node:test'
import type { User } from '../../../src/service/access/types.ts'
import { findBrokenSeal } from '../../../src/service/pipeline/audit.ts'
import { findPostgres } from '../store/find-postgres.ts'
import { openBench, PASSWORD, type Bench } from './bench.ts'

const withoutPostgres = await findPostgres()

const MINUTE = 60_000

const REQUESTS: readonly (readonly [
  method: string, path: string, json: object | undefined, may: readonly string[],
])[] = [
  ['GET', '/v1/check?address=ann@example.org', undefined, ['viewer', 'operator', 'admin']],
  ['GET', '/v1/events', undefined, ['viewer', 'operator', 'admin']],
  ['GET', '/v1/stats?by=reason', undefined, ['viewer', 'operator', 'admin']],
  ['POST', '/v1/check', { addresses: ['ann@example.org'] }, ['operator', 'admin']],
  ['POST', '/v1/suppressions', { address: 'ann@example.org' }, ['operator', 'admin']],
  ['POST', '/v1/undo', { filter: { receiver: 'google' } }, ['operator', 'admin']],
  ['PUT', '/v1/policies', { policy: 'recommended', dryRun: true }, ['operator', 'admin']],
  ['GET', '/v1/export?address=ann@example.org', undefined, ['operator', 'admin']],
  ['POST', '/v1/sends', { recipient: 'ann@example.org' }, ['operator', 'admin']],
  ['GET', '/v1/keys', undefined, ['admin']],
  ['POST', '/v1/keys', { name: 'x', scopes: ['admin'] }, ['admin']],
  ['GET', '/v1/users', undefined, ['admin']],
  ['POST', '/v1/users', { name: 'eve', role: 'admin' }, ['admin']],
]

for (const role of ['viewer', 'operator', 'admin'] as const) {
  test(`what a person of the role ${role} may do`, async (t) => {
    const bench = await openBench(t)
    const person = await bench.login('ann', role)
    for (const [method, path, json, may] of REQUESTS) {
      const answer = await person.ask(method, path, json)
      const isRefused = answer.status === 403
      assert.equal(isRefused, !may.includes(role), `${method} ${path}: ${answer.text}`)
      if (isRefused) assert.equal(answer.code, 'scope-missing')
    }
  })
}

async function idOf({ access }: Bench, name: string): Promise<string> {
  return (await access.users.list('default')).find((user) => user.name === name)?.id as string
}

test('nobody gets another role by asking for it', async (t) => {
  const bench = await openBench(t)
  await bench.login('root')
  const operator = await bench.login('ann', 'operator')
  const id = await idOf(bench, 'ann')
  const asked = [
    ['PUT', `/v1/users/${id}`, { role: 'admin' }], ['PUT', '/v1/users/me', { role: 'admin' }],
    ['POST', '/v1/users', { name: 'eve', role: 'admin', password: PASSWORD }],
    ['POST', `/v1/users/${await idOf(bench, 'root')}/reset`, undefined],
    ['POST', '/v1/users/me/password', {
      current: PASSWORD, password: 'some quite other words', role: 'admin',
    }],
    ['DELETE', `/v1/users/${await idOf(bench, 'root')}`, undefined],
  ] as const
  for (const [method, path, json] of asked) {
    const { status } = await operator.ask(method, path, json)
    assert.ok(status === 403 || status === 400 || status === 404, `${path} ${status}`)
  }
  const roles = (await bench.access.users.list('default')).map(({ name, role }) => [name, role])
  assert.deepEqual(roles, [['ann', 'operator'], ['root', 'admin']])
})

test('another role, a new name and being disabled end every session at once', async (t) => {
  const bench = await openBench(t)
  const admin = await bench.login('root')
  for (const change of [
    { role: 'viewer' }, { name: 'bob' }, { disabled: true },
  ] as const) {
    const person = await bench.login('ann', 'operator')
    const id = await idOf(bench, 'ann')
    assert.equal((await admin.ask('PUT', `/v1/users/${id}`, {})).status, 200)
    assert.equal((await person.ask('GET', '/v1/events')).status, 200)
    const changed = await admin.ask('PUT', `/v1/users/${id}`, change)
    assert.equal(changed.status, 200)
    assert.equal((await person.ask('GET', '/v1/events')).status, 401)
    await admin.ask('DELETE', `/v1/users/${id}`)
  }
})

test('the cookie of who is disabled by the command line is worth nothing', async (t) => {
  const bench = await openBench(t)
  const person = await bench.login('ann')
  await bench.store.write((tx) => tx.run('UPDATE users SET disabled = 1'))
  assert.equal((await person.ask('GET', '/v1/events')).status, 401)
  assert.equal((await person.ask('GET', '/v1/session')).json['user'], null)
  await bench.store.write((tx) => tx.run('DELETE FROM users'))
  assert.equal((await person.ask('GET', '/v1/events')).status, 401)
})

test('the last administrator stays one', async (t) => {
  const bench = await openBench(t)
  const admin = await bench.login('root')
  const id = await idOf(bench, 'root')
  const attempts = [
    ['PUT', { role: 'viewer' }], ['PUT', { disabled: true }], ['DELETE', undefined],
  ] as const
  for (const [method, json] of attempts) {
    assert.equal((await admin.ask(method, `/v1/users/${id}`, json)).code, 'last-admin')
  }
})

for (const kind of ['sqlite', 'postgres'] as const) {
  const skip = kind === 'postgres' && withoutPostgres
  test(`${kind}: of two that take the role from each other, one keeps it`, { skip }, async (t) => {
    const bench = await openBench(t, { kind })
    for (const name of ['ann', 'bob']) await bench.login(name)
    const ids = [await idOf(bench, 'ann'), await idOf(bench, 'bob')]
    const both = await Promise.allSettled(ids.map((id) =>
      bench.access.users.change({ tenant: 'default', actor: 'test' }, id, { role: 'viewer' })))
    assert.deepEqual(both.map(({ status }) => status).toSorted(), ['fulfilled', 'rejected'])
  })
}

test('names are one whatever their case, and users of other tenants are not there', async (t) => {
  const bench = await openBench(t)
  const admin = await bench.login('root')
  const { user } = await bench.access.users.create(
    { tenant: 'other', actor: 'test' }, { name: 'olga', role: 'admin', password: PASSWORD })
  const taken = await admin.ask('POST', '/v1/users', { name: 'ROOT', role: 'viewer' })
  assert.equal(taken.code, 'name-taken')
  for (const [method, path, json] of [
    ['GET', '', undefined], ['PUT', '', { disabled: true }], ['DELETE', '', undefined],
    ['POST', '/reset', undefined],
  ] as const) {
    const answer = await admin.ask(method, `/v1/users/${user.id}${path}`, json)
    assert.equal(answer.code, 'not-found', method)
  }
  const rows = (await admin.ask('GET', '/v1/users')).json['rows'] as unknown as User[]
  assert.deepEqual(rows.map(({ name }) => name), ['root'])
  assert.equal((await bench.access.users.get('other', user.id)).disabled, false)
})

test('what changes people asks for a log-in of a moment ago; keys need none', async (t) => {
  const bench = await openBench(t)
  const admin = await bench.login('root')
  bench.clock.now += 16 * MINUTE
  const json = { name: 'bob', role: 'viewer' }
  assert.equal((await admin.ask('POST', '/v1/users', json)).code, 'login-stale')
  assert.equal((await admin.ask('POST', '/v1/users/me/totp')).code, 'login-stale')
  const key = { name: 'x', scopes: ['admin'] }
  assert.equal((await admin.ask('POST', '/v1/keys', key)).code, 'login-stale')
  assert.equal((await admin.ask('GET', '/v1/users')).status, 200)
  await admin.ask('POST', '/v1/session', { name: 'root', password: PASSWORD })
  assert.equal((await admin.ask('POST', '/v1/users', json)).status, 201)
  bench.clock.now += 16 * MINUTE
  const change = { current: PASSWORD, password: 'some quite other words' }
  assert.equal((await admin.ask('POST', '/v1/users/me/password', change)).status, 200)
  // A password alone is less than a whole log-in.
  assert.equal((await admin.ask('POST', '/v1/users/me/totp')).code, 'login-stale')
  const answer = await bench.browser().ask('POST', '/v1/users', { name: 'carl', role: 'admin' }, {
    headers: { authorization: 'Bearer carom_default_admin' },
  })
  assert.equal(answer.status, 201)
})

for (const kind of ['sqlite', 'postgres'] as const) {
  const skip = kind === 'postgres' && withoutPostgres
  test(`${kind}: every change is in the audit, whose seals fit`, { skip }, async (t) => {
    const bench = await openBench(t, { kind })
    const admin = await bench.login('root')
    const added = await admin.ask('POST', '/v1/users', { name: 'bob', role: 'viewer' })
    const { id } = added.json['user'] as unknown as { id: string }
    await admin.ask('PUT', `/v1/users/${id}`, { role: 'operator' })
    await admin.ask('POST', `/v1/users/${id}/reset`)
    await admin.ask('DELETE', `/v1/users/${id}`)
    const rows = await bench.audit()
    assert.deepEqual(rows.map(({ actor, action }) => `${actor} ${action}`), [
      'test user-added', 'user:root login', 'user:root user-added', 'user:root user-changed',
      'user:root user-reset', 'user:root user-removed',
    ])
    assert.deepEqual(JSON.parse(rows[3]?.detail ?? ''), {
      user: 'bob', before: { name: 'bob', role: 'viewer', disabled: false },
      after: { name: 'bob', role: 'operator', disabled: false },
    })
    assert.equal(await findBrokenSeal(bench.store, 'default'), undefined)
    const left = await bench.store.get<{ n: number }>(
      'SELECT COUNT(*) AS n FROM one_time_links')
    assert.equal(Number(left?.n), 0)
  })
}
