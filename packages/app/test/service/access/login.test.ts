// Logging in with a password: what is told of what is wrong, and how often one may try.

import assert from 'node:assert/strict'
import { test } from 'node:test'
import { createAttempts, networkOf } from '../../../src/service/access/attempts.ts'
import { SCRYPT_COST } from '../../../src/service/access/options.ts'
import { createPasswords } from '../../../src/service/access/passwords.ts'
import { createApp } from '../../../src/service/http/app.ts'
import { openBench, PASSWORD } from './bench.ts'
import { openBrowser } from './browser.ts'

const HOUR = 3_600_000

test('who is unknown, disabled, without a password or wrong is told the same', async (t) => {
  const bench = await openBench(t)
  const doer = { tenant: 'default', actor: 'test' }
  await bench.login('ann')
  const { user } = await bench.access.users.create(
    doer, { name: 'off', role: 'viewer', password: PASSWORD })
  await bench.access.users.change(doer, user.id, { disabled: true })
  await bench.access.users.create(doer, { name: 'new', role: 'viewer' })
  const texts = new Set<string>()
  for (const [name, password] of [
    ['ann', 'wrong'], ['nobody', PASSWORD], ['off', PASSWORD], ['off', 'wrong'],
    ['new', PASSWORD], ['new', ''.padEnd(12)], ['ann\u0000', PASSWORD], ['%', PASSWORD],
    ['\' OR 1=1 --', PASSWORD],
  ]) {
    const answer = await bench.browser().ask('POST', '/v1/session', { name, password })
    if (answer.code !== 'request-invalid') texts.add(answer.text)
    assert.deepEqual(answer.headers.getSetCookie(), [], name)
  }
  assert.equal(texts.size, 1)
  assert.match([...texts][0] ?? '', /"credentials-invalid"/)
})

test('an unknown name takes the time of a known one', async (t) => {
  const bench = await openBench(t, { options: { scrypt: { n: 2 ** 15, r: 8, p: 1 } } })
  await bench.login('ann')
  const spent = { ann: Infinity, nobody: Infinity }
  for (let i = 0; i < 4; i++) {
    for (const name of ['ann', 'nobody'] as const) {
      const began = performance.now()
      await bench.browser({ ip: `192.0.2.${i}` })
        .ask('POST', '/v1/session', { name, password: 'wrong' })
      spent[name] = Math.min(spent[name], performance.now() - began)
    }
  }
  assert.ok(spent.nobody > spent.ann * 0.6 && spent.ann > spent.nobody * 0.6,
    JSON.stringify(spent))
})

test('passwords are kept by scrypt at a cost that OWASP names, and anew when it changes', async () => {
  const passwords = createPasswords(SCRYPT_COST)
  const kept = await passwords.hash(PASSWORD, 'ann')
  assert.match(kept, /^scrypt\$32768\$8\$3\$[\w-]{22}\$[\w-]{43}$/)
  assert.notEqual(kept, await passwords.hash(PASSWORD, 'ann'))
  assert.equal(await passwords.verify(PASSWORD, kept), true)
  assert.equal(await passwords.verify(`${PASSWORD} `, kept), false)
  for (const broken of ['', 'scrypt$1$1$1$a$b', `${kept}x`, 'plain']) {
    assert.equal(await passwords.verify('', broken), false)
  }
  assert.equal(passwords.isOutdated(kept), false)
  assert.equal(createPasswords({ ...SCRYPT_COST, n: 2 ** 16 }).isOutdated(kept), true)
  // One keyboard writes é as one sign, another as two.
  const accents = await passwords.hash('caf\u00e9 au lait, deux', 'ann')
  assert.equal(await passwords.verify('cafe\u0301 au lait, deux', accents), true)
})

test('a log-in renews a hash of another cost', async (t) => {
  const bench = await openBench(t)
  await bench.login('ann')
  const old = createPasswords({ n: 2, r: 8, p: 1 })
  const hash = await old.hash(PASSWORD, 'ann')
  await bench.store.write((tx) => tx.run('UPDATE users SET password = ?', [hash]))
  const login = () =>
    bench.browser().ask('POST', '/v1/session', { name: 'ann', password: PASSWORD })
  assert.equal((await login()).status, 201)
  const row = await bench.store.get<{ password: string }>('SELECT password FROM users')
  assert.match(row?.password ?? '', /^scrypt\$16\$8\$1\$/)
  assert.equal((await login()).status, 201)
})

test('many log-ins at once wait for each other, and too many are told to come again', async () => {
  const passwords = createPasswords({ n: 2 ** 12, r: 8, p: 1 })
  const all = await Promise.allSettled(Array.from({ length: 80 }, () =>
    passwords.verify('x', undefined)))
  const refused = all.filter(({ status }) => status === 'rejected')
  assert.equal(refused.length, 80 - 2 - 64)
  assert.equal(await passwords.verify('x', undefined), false)
})

test('a stranger is stopped, from many networks only slowed; the owner gets in', async (t) => {
  const bench = await openBench(t)
  await bench.login('ann')
  const stranger = bench.browser({ ip: '198.51.100.7' })
  const guess = (browser = stranger) =>
    browser.ask('POST', '/v1/session', { name: 'ann', password: 'wrong' })
  const codes: (string | undefined)[] = []
  for (let i = 0; i < 8; i++) codes.push((await guess()).code)
  assert.deepEqual(codes, [
    ...Array<string>(5).fill('credentials-invalid'), ...Array<string>(3).fill('rate-limited'),
  ])
  const told = await guess()
  assert.equal(told.status, 429)
  assert.ok(Number(told.headers.get('retry-after')) >= 1)
  // The right password does not get through there either: it would be a way to try it.
  const right = await stranger.ask('POST', '/v1/session', { name: 'ann', password: PASSWORD })
  assert.equal(right.code, 'rate-limited')
  for (let i = 0; i < 60; i++) await guess(bench.browser({ ip: `203.0.113.${i}` }))
  const owner = bench.browser({ ip: '192.0.2.99' })
  const login = await owner.ask('POST', '/v1/session', { name: 'ann', password: PASSWORD })
  assert.equal(login.status, 201)
  assert.ok(bench.pauses.length > 30 && Math.max(...bench.pauses) <= 3_000)
  bench.clock.now += HOUR
  assert.equal((await guess()).code, 'credentials-invalid')
})

test('tries that come at once are counted before they are made', async (t) => {
  const bench = await openBench(t)
  await bench.login('ann')
  const answers = await Promise.all(Array.from({ length: 40 }, () =>
    bench.browser({ ip: '198.51.100.7' })
      .ask('POST', '/v1/session', { name: 'ann', password: 'wrong' })))
  const tried = answers.filter(({ code }) => code === 'credentials-invalid')
  assert.equal(tried.length, 5)
})

test('a network that tries many names is stopped; all others go on', async (t) => {
  const bench = await openBench(t)
  await bench.login('ann')
  const codes: (string | undefined)[] = []
  for (let i = 0; i < 40; i++) {
    const answer = await bench.browser({ ip: `2001:db8:1:2::${i.toString(16)}` })
      .ask('POST', '/v1/session', { name: `name${i}`, password: 'wrong' })
    codes.push(answer.code)
  }
  assert.equal(codes.indexOf('rate-limited'), 30)
  const other = await bench.browser({ ip: '2001:db8:1:3::1' })
    .ask('POST', '/v1/session', { name: 'ann', password: PASSWORD })
  assert.equal(other.status, 201)
})

test('behind a proxy, people are told apart where it is named; else that is said', async (t) => {
  const lines: string[] = []
  const bench = await openBench(t, { http: { trustedProxies: ['192.0.2.1'] } })
  await bench.login('ann')
  const tried = (app = bench.app, from = '203.0.113.9') => openBrowser(app).ask(
    'POST', '/v1/session', { name: 'ann', password: 'wrong' },
    { headers: { 'x-forwarded-for': from } })
  for (let i = 0; i < 6; i++) await tried()
  assert.equal((await tried()).code, 'rate-limited')
  assert.equal((await tried(bench.app, '203.0.113.10')).code, 'credentials-invalid')
  const { settings, deps } = bench
  const log = { ...deps.log, warn: (message: string) => { lines.push(message) } }
  const blind = createApp({ ...settings, trustedProxies: [] }, { ...deps, log })
  for (let i = 0; i < 3; i++) await tried(blind)
  assert.equal(lines.length, 1)
  assert.match(lines[0] ?? '', /http\.trustedProxies/)
})

test('waits double up to a quarter of an hour', () => {
  let now = 0
  const attempts = createAttempts(() => now)
  const waits: number[] = []
  for (let i = 0; i < 29; i++) {
    try {
      attempts.begin('ann', '192.0.2.1')
    } catch (error) {
      const { retryAfterSeconds } = (error as { more: { retryAfterSeconds: number } }).more
      waits.push(retryAfterSeconds)
      now += retryAfterSeconds * 1000
    }
  }
  assert.deepEqual(waits, waits.map((_, i) => Math.min(900, 2 ** (i + 1))))
  assert.equal(waits.at(-1), 900)
})

test('networks of addresses', () => {
  for (const [ip, network] of [
    ['192.0.2.1', '192.0.2.1'], ['2001:db8::1', '2001:db8:0:0::/64'],
    ['2001:db8:0:0:ffff::1', '2001:db8:0:0::/64'], ['2001:0db8:1:2:3:4:5:6', '2001:db8:1:2::/64'],
    ['::1', '0:0:0:0::/64'], ['fe80::1%eth0', 'fe80:0:0:0::/64'], ['', ''],
  ]) assert.equal(networkOf(ip as string), network)
})

test('failures are in the audit, at most once a minute for a name and network', async (t) => {
  const bench = await openBench(t)
  await bench.login('ann')
  for (let i = 0; i < 4; i++) {
    for (const name of ['ann', 'my secret typed here']) {
      await bench.browser().ask('POST', '/v1/session', { name, password: 'wrong' })
    }
  }
  const failures = async () =>
    (await bench.audit()).filter(({ action }) => action === 'login-failed')
  assert.deepEqual((await failures()).map(({ detail }) => JSON.parse(detail) as object), [
    { user: 'ann', what: 'password', ip: '192.0.2.1', times: 1 },
    { user: null, what: 'password', ip: '192.0.2.1', times: 1 },
  ])
  bench.clock.now += 60_000
  await bench.browser().ask('POST', '/v1/session', { name: 'ann', password: 'wrong' })
  const last = (await failures()).at(-1)
  assert.equal((JSON.parse(last?.detail ?? '{}') as { times: number }).times, 4)
  assert.ok(!JSON.stringify(await bench.audit()).includes('secret'))
})

test('a huge password costs nothing', async (t) => {
  const bench = await openBench(t)
  await bench.login('ann')
  for (const [password, code] of [
    ['x'.repeat(257), 'request-invalid'], ['x'.repeat(1_000_000), 'request-invalid'],
    [5, 'request-invalid'], [null, 'request-invalid'],
  ]) {
    const answer = await bench.browser().ask('POST', '/v1/session', { name: 'ann', password })
    assert.equal(answer.code, code)
  }
})
