// One's own account: another password, an app, a passkey, and where one is signed in.

import assert from 'node:assert/strict'
import { test } from 'node:test'
import { Secret, TOTP } from 'otpauth'
import type { Page } from 'playwright-core'
import { expectAccessible, expectNoSidewaysScroll, startHarness } from './harness.ts'
import { PASSWORD } from './service.ts'

const { skip, open, service } = await startHarness({ samples: false })

const REFUSED = /status of 4\d\d/

/** Signs in at the door; at the name of the machine, since passkeys need one. */
async function enter(page: Page, name: string, password: string = PASSWORD): Promise<void> {
  await page.goto(`${service.url.replace('127.0.0.1', 'localhost')}/login?next=/account`)
  await page.getByLabel('Name', { exact: true }).fill(name)
  await page.getByLabel('Password', { exact: true }).fill(password)
  await page.keyboard.press('Enter')
}

for (const [size, scheme] of [['phone', 'light'], ['desktop', 'dark']] as const) {
  test(`the account at ${size} size, ${scheme}`, { skip }, async (t) => {
    const page = await open(t, '/account', { size, scheme })
    await page.getByRole('heading', { name: 'Where you are signed in' }).waitFor()
    await page.getByText('This one').waitFor()
    await expectAccessible(page)
    await expectNoSidewaysScroll(page)
  })
}

test('another password ends the other sessions, and this one goes on', { skip }, async (t) => {
  await service.ask('/v1/users', { name: 'ben', role: 'operator', password: PASSWORD })
  const elsewhere = await open(t, '/login', { role: null, mayComplain: REFUSED })
  await enter(elsewhere, 'ben')
  await elsewhere.getByText('This one').waitFor()
  const page = await open(t, '/login', { role: null, mayComplain: REFUSED })
  await enter(page, 'ben')
  await page.getByLabel('Present password', { exact: true }).fill('not the right one')
  await page.getByLabel('New password', { exact: true }).fill('another sentence to sign in with')
  await page.keyboard.press('Enter')
  await page.getByRole('alert').waitFor()
  await page.getByLabel('Present password', { exact: true }).fill(PASSWORD)
  await page.keyboard.press('Enter')
  await page.getByText('It is changed.').waitFor()
  // What changes something still works: the new session has a new token.
  await page.getByRole('button', { name: 'End all others' }).click()
  await page.getByRole('button', { name: 'End all others' }).click()
  await page.getByText('0 ended.').waitFor()
  // The other browser is led to the door, and back to where it was.
  await elsewhere.getByRole('link', { name: 'Bounces' }).click()
  await elsewhere.getByRole('heading', { name: 'Sign in' }).waitFor()
  assert.equal(new URL(elsewhere.url()).searchParams.get('next'), '/bounces')
})

test('an app is added with its picture, and codes are shown once', { skip }, async (t) => {
  await service.ask('/v1/users', { name: 'cleo', role: 'viewer', password: PASSWORD })
  const page = await open(t, '/login', { role: null, mayComplain: REFUSED })
  await enter(page, 'cleo')
  await page.getByRole('button', { name: 'Set up an app' }).click()
  const picture = page.getByRole('img', { name: 'QR code for your app' })
  await picture.waitFor()
  await picture.evaluate((image) => (image as HTMLImageElement).decode())
  await expectAccessible(page)
  const secret = await page.getByRole('textbox', { name: 'Or type this secret' }).inputValue()
  const code = new TOTP({ secret: Secret.fromBase32(secret.replaceAll(' ', '')) }).generate()
  await page.getByLabel('Code of the app').fill(code)
  await page.keyboard.press('Enter')
  await page.getByText('Keep these recovery codes').waitFor()
  await expectAccessible(page)
  await page.getByRole('button', { name: 'I have kept it' }).click()
  await page.getByText('left.').waitFor()
  await page.reload()
  await page.getByText('left.').waitFor()
  assert.equal(await page.getByText('Keep these recovery codes').count(), 0)
  await page.getByRole('button', { name: 'Do without it' }).click()
  await page.getByRole('button', { name: 'Do without it' }).click()
  await page.getByRole('button', { name: 'Set up an app' }).waitFor()
})

test('a passkey is added, and signs in alone', { skip }, async (t) => {
  await service.ask('/v1/users', { name: 'dora', role: 'viewer', password: PASSWORD })
  const page = await open(t, '/login', { role: null, mayComplain: REFUSED })
  const devtools = await page.context().newCDPSession(page)
  await devtools.send('WebAuthn.enable')
  await devtools.send('WebAuthn.addVirtualAuthenticator', { options: {
    protocol: 'ctap2', transport: 'internal', hasResidentKey: true, hasUserVerification: true,
    isUserVerified: true, automaticPresenceSimulation: true,
  } })
  await enter(page, 'dora')
  await page.getByLabel('Name of the device or key').fill('Laptop')
  await page.keyboard.press('Enter')
  await page.getByText('Keep these recovery codes').waitFor()
  await page.getByRole('cell', { name: 'Laptop' }).waitFor()
  await expectAccessible(page)
  await page.getByRole('button', { name: 'Account and appearance' }).click()
  await page.getByRole('menuitem', { name: 'Sign out' }).click()
  await page.getByRole('button', { name: 'Sign in with a passkey' }).click()
  await page.getByRole('heading', { level: 1, name: 'Overview' }).waitFor()
})

test('a session elsewhere is ended by its owner', { skip }, async (t) => {
  await service.ask('/v1/users', { name: 'eva', role: 'viewer', password: PASSWORD })
  const elsewhere = await open(t, '/login', { role: null, mayComplain: REFUSED })
  await enter(elsewhere, 'eva')
  await elsewhere.getByText('This one').waitFor()
  const page = await open(t, '/login', { role: null })
  await enter(page, 'eva')
  await page.getByRole('button', { name: 'End', exact: true }).click()
  await page.getByRole('button', { name: 'End', exact: true }).click()
  await page.getByRole('button', { name: 'End', exact: true }).waitFor({ state: 'detached' })
  await elsewhere.reload()
  await elsewhere.getByRole('heading', { name: 'Sign in' }).waitFor()
})
