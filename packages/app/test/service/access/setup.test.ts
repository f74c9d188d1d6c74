// The first account and one-time links: once, in time, for who holds the token, however many try.

import assert from 'node:assert/strict'
import { test } from 'node:test'
import { findPostgres } from '../store/find-postgres.ts'
import { openBench, PASSWORD, type Bench } from './bench.ts'

const DAY = 86_400_000
const withoutPostgres = await findPostgres()

async function setupToken({ access }: Bench): Promise<string> {
  const link = await access.links.makeSetup()
  assert.ok(link)
  return link.token
}

for (const kind of ['sqlite', 'postgres'] as const) {
  const skip = kind === 'postgres' && withoutPostgres
  test(`${kind}: of many who set up at once, one gets the account`, { skip }, async (t) => {
    const bench = await openBench(t, { kind })
    const token = await setupToken(bench)
    const answers = await Promise.all(Array.from({ length: 6 }, (_, i) =>
      bench.browser().ask('POST', '/v1/setup', { token, name: `ann${i}`, password: PASSWORD })))
    assert.deepEqual(answers.map(({ status }) => status).toSorted(),
      [201, 410, 410, 410, 410, 410])
    const users = await bench.access.users.list('default')
    assert.deepEqual(users.map(({ role, disabled }) => [role, disabled]), [['admin', false]])
    assert.equal(await bench.access.links.makeSetup(), undefined)
  })

  test(`${kind}: the first account logs in, out and in again`, { skip }, async (t) => {
    const bench = await openBench(t, { kind })
    const browser = bench.browser()
    const methods = await browser.ask('GET', '/v1/session/methods')
    assert.deepEqual(methods.json, { setupNeeded: true, password: true, passkey: true })
    const token = await setupToken(bench)
    const looked = await browser.ask('POST', '/v1/setup/link', { token })
    assert.equal(looked.json['kind'], 'setup')
    const made = await browser.ask('POST', '/v1/setup', { token, name: 'Ann', password: PASSWORD })
    assert.equal(made.status, 201)
    assert.equal((await browser.ask('GET', '/v1/session')).json['user']?.['name'], 'ann')
    assert.equal((await browser.ask('DELETE', '/v1/session')).status, 200)
    assert.equal((await browser.ask('GET', '/v1/session')).json['user'], null)
    const again = await browser.ask('POST', '/v1/session', { name: 'ANN', password: PASSWORD })
    assert.equal(again.json['user']?.['role'], 'admin')
    assert.equal((await browser.ask('GET', '/v1/users')).json['rows']?.length, 1)
    const actions = (await bench.audit()).map(({ action }) => action)
    assert.deepEqual(actions, ['setup', 'logout', 'login'])
  })
}

test('each start makes a new link, and none is kept from which it could be used', async (t) => {
  const bench = await openBench(t)
  const first = await setupToken(bench)
  const second = await setupToken(bench)
  const use = (token: string) =>
    bench.browser().ask('POST', '/v1/setup', { token, name: 'ann', password: PASSWORD })
  const rows = await bench.store.all<Record<string, unknown>>('SELECT * FROM one_time_links')
  assert.equal(rows.length, 1)
  assert.ok(!JSON.stringify(rows).includes(second))
  assert.equal((await use(first)).code, 'link-invalid')
  bench.clock.now += DAY
  assert.equal((await use(second)).code, 'link-invalid')
  const third = await setupToken(bench)
  assert.equal((await use(third)).status, 201)
})

test('a link made before is worth nothing once there is an account', async (t) => {
  const bench = await openBench(t)
  const token = await setupToken(bench)
  await bench.login('bob', 'viewer')
  const answer = await bench.browser().ask('POST', '/v1/setup',
    { token, name: 'mallory', password: PASSWORD })
  assert.equal(answer.code, 'setup-done')
  assert.equal((await bench.access.users.list('default')).length, 1)
})

const REFUSED: readonly (readonly [what: string, body: object, status: number, code: string])[] = [
  ['a short password', { password: 'short' }, 422, 'password-weak'],
  ['a password of one letter', { password: 'a'.repeat(20) }, 422, 'password-weak'],
  ['a password that all try first', { password: 'Password123456!' }, 422, 'password-weak'],
  ['the name as password', { password: 'ann-1234567890' }, 422, 'password-weak'],
  ['a huge password', { password: 'ab'.repeat(5_000) }, 400, 'request-invalid'],
  ['a name with spaces', { name: 'an n' }, 400, 'request-invalid'],
  ['a name that looks like another', { name: 'аnn' }, 400, 'request-invalid'],
  ['a name with a line end', { name: 'ann\n' }, 400, 'request-invalid'],
  ['no name', { name: undefined }, 410, 'link-invalid'],
  ['a role', { role: 'admin' }, 400, 'request-invalid'],
  ['a wrong token', { token: 'x'.repeat(43) }, 410, 'link-invalid'],
]

for (const [what, body, status, code] of REFUSED) {
  test(`set-up with ${what} is refused and leaves the link as it is`, async (t) => {
    const bench = await openBench(t)
    const token = await setupToken(bench)
    const right = { token, name: 'ann', password: PASSWORD }
    const answer = await bench.browser().ask('POST', '/v1/setup', { ...right, ...body })
    assert.deepEqual([answer.status, answer.code], [status, code], answer.text)
    assert.equal((await bench.browser().ask('POST', '/v1/setup', right)).status, 201)
  })
}

test('links never name the host that a request names', async (t) => {
  for (const publicUrl of [undefined, 'https://carom.example.com/']) {
    const bench = await openBench(t, publicUrl === undefined ? {} : { http: { publicUrl } })
    const answer = await bench.browser().ask('POST', '/v1/users', { name: 'bob', role: 'viewer' }, {
      headers: {
        'authorization': 'Bearer carom_default_admin', 'host': 'evil.example',
        'x-forwarded-host': 'evil.example', 'cookie': null,
      },
    })
    const base = publicUrl === undefined ? '' : 'https://carom.example.com'
    const link = answer.json['link']
    assert.equal(link?.['url'] as unknown, `${base}/setup#${link?.['token'] as unknown as string}`)
  }
})

test('who is invited chooses a password; a reset takes everything else away', async (t) => {
  const bench = await openBench(t)
  const admin = await bench.login('ann')
  const added = await admin.ask('POST', '/v1/users', { name: 'bob', role: 'operator' })
  const { id } = added.json['user'] as unknown as { id: string }
  const { token } = added.json['link'] as unknown as { token: string }
  const bob = bench.browser()
  const denied = await bob.ask('POST', '/v1/session', { name: 'bob', password: PASSWORD })
  assert.equal(denied.code, 'credentials-invalid')
  const looked = await bob.ask('POST', '/v1/setup/link', { token })
  assert.deepEqual([looked.json['kind'], looked.json['name']], ['invitation', 'bob'])
  // The name is the account's, whatever is asked.
  const used = await bob.ask('POST', '/v1/setup', { token, name: 'eve', password: PASSWORD })
  assert.equal(used.json['user']?.['name'], 'bob')
  assert.equal((await bob.ask('POST', '/v1/setup', { token, password: PASSWORD })).status, 410)
  const reset = await admin.ask('POST', `/v1/users/${id}/reset`)
  const link = reset.json['link'] as unknown as { token: string }
  assert.equal((await bob.ask('GET', '/v1/session')).json['user'], null)
  const old = await bob.ask('POST', '/v1/session', { name: 'bob', password: PASSWORD })
  assert.equal(old.code, 'credentials-invalid')
  await admin.ask('PUT', `/v1/users/${id}`, { disabled: true })
  const late = await bob.ask('POST', '/v1/setup', { token: link.token, password: PASSWORD })
  assert.equal(late.code, 'link-invalid')
})
