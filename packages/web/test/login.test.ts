// Signing in: from the link of the first start to a second factor, and what must not be possible
// at the door.

import assert from 'node:assert/strict'
import { test } from 'node:test'
import { TOTP, Secret } from 'otpauth'
import type { Page } from 'playwright-core'
import { readOwnPath } from '../src/pages/login/own-path.ts'
import { expectAccessible, expectNoSidewaysScroll, startHarness } from './harness.ts'
import { PASSWORD } from './service.ts'

const { skip, open, service } = await startHarness({ samples: false })

/** Chromium complains of every answer that is no success. */
const REFUSED = /status of 4\d\d/

async function fillIn(page: Page, name: string, password: string): Promise<void> {
  await page.getByLabel('Name', { exact: true }).fill(name)
  await page.getByLabel('Password', { exact: true }).fill(password)
  await page.keyboard.press('Enter')
}

test('without an account, the door says where the link is', { skip }, async (t) => {
  const page = await open(t, '/', { role: null, size: 'phone' })
  await page.getByRole('heading', { name: 'There is no account yet' }).waitFor()
  await expectAccessible(page)
})

test('the link of the first start makes the first account, once', { skip }, async (t) => {
  const token = /\/setup#([\w-]+)/.exec(service.greeting)?.[1] ?? ''
  const page = await open(t, `/setup#${token}`, { role: null, mayComplain: REFUSED })
  await page.getByRole('heading', { name: 'Make the first account' }).waitFor()
  assert.ok(!page.url().includes(token), 'the token is not in the address bar')
  assert.equal(await page.evaluate(() => JSON.stringify([history.state, { ...sessionStorage }])
    .includes(location.hash.slice(1) || '\0')), false)
  await expectAccessible(page)
  await page.getByLabel('Name', { exact: true }).fill('ann')
  await page.getByLabel('Password', { exact: true }).fill('short')
  await page.getByText('7 more signs.').waitFor()
  await page.getByLabel('Password', { exact: true }).fill('password1234')
  await page.keyboard.press('Enter')
  await page.getByText('The password is too easy to guess').waitFor()
  await page.getByLabel('Password', { exact: true }).fill(PASSWORD)
  await page.keyboard.press('Enter')
  await page.getByRole('heading', { level: 1, name: 'Overview' }).waitFor()
  const late = await open(t, `/setup#${token}`, { role: null, mayComplain: REFUSED })
  await late.getByRole('heading', { name: 'This link no longer works' }).waitFor()
  await expectAccessible(late)
})

test('without its token, the page of the link says so', { skip }, async (t) => {
  const page = await open(t, '/setup', { role: null })
  await page.getByRole('heading', { name: 'Open the link again' }).waitFor()
})

for (const [size, scheme] of [['phone', 'dark'], ['desktop', 'light']] as const) {
  test(`signing in by keyboard, at ${size} size`, { skip }, async (t) => {
    const page = await open(t, '/keys?x=1', { role: null, size, scheme, mayComplain: REFUSED })
    await page.getByRole('heading', { name: 'Sign in' }).waitFor()
    await expectAccessible(page)
    await expectNoSidewaysScroll(page)
    // The first field has the focus.
    await page.keyboard.type('ann')
    await page.keyboard.press('Tab')
    await page.keyboard.type('a wrong password')
    await page.keyboard.press('Enter')
    await page.getByRole('alert').getByText('Name or password is wrong').waitFor()
    await expectAccessible(page)
    await fillIn(page, 'ann', PASSWORD)
    await page.getByRole('heading', { level: 1, name: /keys/i }).waitFor()
    assert.equal(new URL(page.url()).search, '?x=1')
  })
}

test('a second step by a code, and by a recovery code', { skip }, async (t) => {
  const { rows } = await service.ask('/v1/users')
  assert.equal((rows as unknown[]).length, 1)
  await service.ask('/v1/users', { name: 'tom', role: 'viewer', password: PASSWORD })
  const { secret, recoveryCodes } = await addApp('tom')
  const page = await open(t, '/login', { role: null, mayComplain: REFUSED })
  await fillIn(page, 'tom', PASSWORD)
  await page.getByLabel('Code of your authenticator app').waitFor()
  await expectAccessible(page)
  await page.keyboard.type('000000')
  await page.keyboard.press('Enter')
  await page.getByText('This code does not count').waitFor()
  // The code of this half minute was used up when the app was added.
  const next = new TOTP({ secret: Secret.fromBase32(secret) })
    .generate({ timestamp: Date.now() + 30_000 })
  await page.getByLabel('Code of your authenticator app').fill(next)
  await page.keyboard.press('Enter')
  await page.getByRole('heading', { level: 1, name: 'Overview' }).waitFor()
  const again = await open(t, '/login', { role: null, mayComplain: REFUSED })
  await fillIn(again, 'tom', PASSWORD)
  await again.getByLabel('Code of your authenticator app').fill(recoveryCodes[0] ?? '')
  await again.keyboard.press('Enter')
  await again.getByRole('heading', { level: 1, name: 'Overview' }).waitFor()
})

async function addApp(name: string): Promise<{ secret: string; recoveryCodes: string[] }> {
  const headers = { 'content-type': 'application/json', 'origin': service.url }
  const opened = await fetch(`${service.url}/v1/session`, {
    method: 'POST', headers, body: JSON.stringify({ name, password: PASSWORD }),
  })
  const { csrf } = await opened.json() as { csrf: string }
  const cookie = opened.headers.getSetCookie()[0]?.split(';')[0] ?? ''
  const post = async (path: string, body?: object): Promise<Record<string, unknown>> => {
    const response = await fetch(service.url + path, {
      method: 'POST', headers: { ...headers, cookie, 'x-carom-csrf': csrf },
      ...body === undefined ? {} : { body: JSON.stringify(body) },
    })
    assert.ok(response.ok, await response.clone().text())
    return await response.json() as Record<string, unknown>
  }
  const { secret } = await post('/v1/users/me/totp') as { secret: string }
  const code = new TOTP({ secret: Secret.fromBase32(secret) }).generate()
  const { recoveryCodes } = await post('/v1/users/me/totp/confirm', { code })
  return { secret, recoveryCodes: recoveryCodes as string[] }
}

test('after signing in, nobody is led elsewhere', async (t) => {
  const origin = 'https://carom.example'
  const own = [
    ['/bounces?reason=spam-content#x', '/bounces?reason=spam-content#x'], ['/', '/'],
    ['/addresses/ann%40example.com', '/addresses/ann%40example.com'],
  ] as const
  for (const [next, path] of own) assert.equal(readOwnPath(next, origin), path)
  const foreign = [
    undefined, '', 'bounces', 'https://elsewhere.example/', '//elsewhere.example/', '/\\elsewhere',
    '/\t/elsewhere.example', '\\\\elsewhere.example', 'javascript:alert(1)', '/..//elsewhere.example',
    '/.//elsewhere.example', '/login?next=/login', '/setup#abc', '/v1/session/oidc', ' /bounces',
    'https://carom.example@elsewhere.example/',
  ]
  for (const next of foreign) assert.equal(readOwnPath(next, origin), '/', String(next))
  if (skip !== false) return
  const page = await open(t, '/login?next=/%5C%09/elsewhere.example', { role: null })
  await fillIn(page, 'ann', PASSWORD)
  await page.getByRole('heading', { level: 1, name: 'Overview' }).waitFor()
})

test('what the provider said is told in words of ours', { skip }, async (t) => {
  const page = await open(t, '/login?problem=oidc-refused', { role: null })
  await page.getByText('Your account there may not sign in here').waitFor()
  const odd = await open(t, '/login?problem=%3Cb%3Ehello&next=__proto__', { role: null })
  await odd.getByText('The sign-in did not work').waitFor()
  assert.equal(await odd.getByText('hello').count(), 0)
})
