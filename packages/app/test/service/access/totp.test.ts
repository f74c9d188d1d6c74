// Authenticator apps and recovery codes: each code counts once.

import assert from 'node:assert/strict'
import { test } from 'node:test'
import { TOTP } from 'otpauth'
import { findPostgres } from '../store/find-postgres.ts'
import { openBench, PASSWORD, type Bench } from './bench.ts'
import type { Browser } from './browser.ts'

const withoutPostgres = await findPostgres()
const STEP = 30_000
const MINUTE = 60_000

function codeOf(secret: string, at: number): string {
  return new TOTP({ secret }).generate({ timestamp: at })
}

async function addApp(
  browser: Browser, { clock }: Bench,
): Promise<{ secret: string; recoveryCodes: string[] }> {
  const begun = await browser.ask('POST', '/v1/users/me/totp')
  const secret = begun.json['secret'] as unknown as string
  const confirmed = await browser.ask('POST', '/v1/users/me/totp/confirm',
    { code: codeOf(secret, clock.now) })
  assert.equal(confirmed.status, 200, confirmed.text)
  return { secret, recoveryCodes: confirmed.json['recoveryCodes'] as unknown as string[] }
}

for (const kind of ['sqlite', 'postgres'] as const) {
  const skip = kind === 'postgres' && withoutPostgres
  test(`${kind}: a code is asked for, and counts once`, { skip }, async (t) => {
    const bench = await openBench(t, { kind })
    const ann = await bench.login('ann')
    const { secret } = await addApp(ann, bench)
    const page = bench.browser()
    const login = (code?: string) =>
      page.ask('POST', '/v1/session', { name: 'ann', password: PASSWORD, code })
    const asked = await login()
    assert.deepEqual([asked.status, asked.code], [401, 'second-factor-needed'])
    assert.deepEqual(asked.json['factors'], ['totp', 'recovery-code'])
    assert.deepEqual(asked.headers.getSetCookie(), [])
    // The code by which the app was confirmed is used up.
    assert.equal((await login(codeOf(secret, bench.clock.now))).code, 'second-factor-invalid')
    bench.clock.now += STEP
    const code = codeOf(secret, bench.clock.now)
    const many = await Promise.all(Array.from({ length: 4 }, () => bench.browser()
      .ask('POST', '/v1/session', { name: 'ann', password: PASSWORD, code })))
    assert.deepEqual(many.map(({ status }) => status).toSorted(), [201, 401, 401, 401])
    bench.clock.now += STEP
    assert.equal((await login(code)).code, 'second-factor-invalid')
    // Clocks may be one step apart, not two.
    bench.clock.now += 10 * MINUTE
    assert.equal((await login(codeOf(secret, bench.clock.now - 2 * STEP))).status, 401)
    assert.equal((await login(codeOf(secret, bench.clock.now + 2 * STEP))).status, 401)
    const ahead = codeOf(secret, bench.clock.now + STEP)
    assert.equal((await login(`${ahead.slice(0, 3)} ${ahead.slice(3)}`)).status, 201)
    // What is older than a code that was used is used up with it.
    assert.equal((await login(codeOf(secret, bench.clock.now))).status, 401)
  })
}

test('the secret counts once a code of it is confirmed', async (t) => {
  const bench = await openBench(t)
  const ann = await bench.login('ann')
  const begun = await ann.ask('POST', '/v1/users/me/totp')
  const [secret, uri, qr] = ['secret', 'uri', 'qrSvg']
    .map((name) => begun.json[name] as unknown as string)
  assert.match(secret ?? '', /^[A-Z2-7]{32}$/)
  assert.equal(uri,
    `otpauth://totp/Carom:ann?issuer=Carom&secret=${secret}&algorithm=SHA1&digits=6&period=30`)
  assert.match(qr ?? '', /^<svg [^>]*viewBox/)
  assert.doesNotMatch(qr ?? '', /script|href|on\w+=/)
  const login = () =>
    bench.browser().ask('POST', '/v1/session', { name: 'ann', password: PASSWORD })
  assert.equal((await login()).status, 201)
  const confirm = (code: string) => ann.ask('POST', '/v1/users/me/totp/confirm', { code })
  for (const code of ['000000', 'abcdef', '', '1234567', '１２３４５６']) {
    const answer = await confirm(code)
    assert.ok(['second-factor-invalid', 'request-invalid'].includes(answer.code ?? ''), code)
  }
  assert.equal((await confirm(codeOf(secret ?? '', bench.clock.now))).status, 200)
  assert.equal((await login()).code, 'second-factor-needed')
  assert.equal((await ann.ask('POST', '/v1/users/me/totp')).code, 'totp-active')
  assert.equal((await confirm(codeOf(secret ?? '', bench.clock.now))).code, 'totp-active')
  assert.ok(!JSON.stringify(await bench.audit()).includes(secret ?? ''))
})

test('each recovery code counts once, however it is written', async (t) => {
  const bench = await openBench(t)
  const ann = await bench.login('ann')
  const { recoveryCodes } = await addApp(ann, bench)
  assert.equal(new Set(recoveryCodes).size, 10)
  for (const code of recoveryCodes) assert.match(code, /^(?:[a-z2-7]{4}-){3}[a-z2-7]{4}$/)
  const kept = JSON.stringify(await bench.store.all('SELECT * FROM recovery_codes'))
  for (const code of recoveryCodes) assert.ok(!kept.includes(code.replaceAll('-', '')))
  const login = (code: string) => bench.browser().ask('POST', '/v1/session',
    { name: 'ann', password: PASSWORD, code })
  const [first = '', second = ''] = recoveryCodes
  assert.equal((await login(first)).status, 201)
  assert.equal((await login(first)).code, 'second-factor-invalid')
  assert.equal((await login(second.replaceAll('-', ' ').toUpperCase())).status, 201)
  const renewed = await ann.ask('POST', '/v1/users/me/recovery-codes')
  const [fresh = ''] = renewed.json['recoveryCodes'] as unknown as string[]
  assert.equal((await login(recoveryCodes[5] as string)).code, 'second-factor-invalid')
  assert.equal((await login(fresh)).status, 201)
  assert.equal((await ann.ask('DELETE', '/v1/users/me/totp')).status, 200)
  const left = await bench.store.all('SELECT * FROM recovery_codes')
  assert.deepEqual(left, [])
  assert.equal((await ann.ask('DELETE', '/v1/users/me/totp')).code, 'not-found')
})

test('who knows the password cannot try codes, from however many networks', async (t) => {
  const bench = await openBench(t)
  const { secret } = await addApp(await bench.login('ann'), bench)
  const codes: (string | undefined)[] = []
  for (let i = 0; i < 12; i++) {
    const answer = await bench.browser({ ip: `198.51.100.${i}` })
      .ask('POST', '/v1/session', { name: 'ann', password: PASSWORD, code: '000000' })
    codes.push(answer.code)
  }
  assert.deepEqual(codes, [
    ...Array<string>(8).fill('second-factor-invalid'), ...Array<string>(4).fill('rate-limited'),
  ])
  // A wrong password tells nothing of it, and the owner gets in after the wait.
  const wrong = await bench.browser().ask('POST', '/v1/session', { name: 'ann', password: 'x' })
  assert.equal(wrong.code, 'credentials-invalid')
  bench.clock.now += 15 * MINUTE
  const right = await bench.browser({ ip: '192.0.2.200' }).ask('POST', '/v1/session', {
    name: 'ann', password: PASSWORD, code: codeOf(secret, bench.clock.now),
  })
  assert.equal(right.status, 201)
})

test('a code of another user is worth nothing', async (t) => {
  const bench = await openBench(t)
  await addApp(await bench.login('ann'), bench)
  const eve = await addApp(await bench.login('eve'), bench)
  bench.clock.now += STEP
  for (const code of [codeOf(eve.secret, bench.clock.now), eve.recoveryCodes[0]]) {
    const answer = await bench.browser()
      .ask('POST', '/v1/session', { name: 'ann', password: PASSWORD, code })
    assert.equal(answer.code, 'second-factor-invalid')
  }
})
