// Signing in by an identity provider, by click in a browser: there and back, the role of the
// groups, out again, and who may not come in.

import assert from 'node:assert/strict'
import { after, test, type TestContext } from 'node:test'
import type { Page } from 'playwright-core'
import { freePort } from '../../app/test/free-ports.ts'
import { CLIENT, startProvider } from '../../app/test/service/access/identity-provider.ts'
import { expectAccessible, startHarness } from './harness.ts'

const port = await freePort()
const url = `http://127.0.0.1:${port}`
const idp = await startProvider({ after }, `${url}/v1/session/oidc/callback`)
Object.assign(process.env, {
  CAROM_HTTP_PUBLIC_URL: url,
  CAROM_HTTP_OIDC_ISSUER: idp.issuer, CAROM_HTTP_OIDC_LABEL: 'Office account',
  CAROM_HTTP_OIDC_CLIENT_ID: CLIENT.clientId, CAROM_HTTP_OIDC_CLIENT_SECRET: CLIENT.clientSecret,
  CAROM_HTTP_OIDC_ROLES_OPERATOR: 'newsletter', CAROM_HTTP_OIDC_ROLES_VIEWER: 'staff',
})
const { skip, open, service } = await startHarness({
  samples: false, words: ['--port', String(port)],
})

const ANN = { sub: 'p1', email: 'ann@example.com', email_verified: true }

/** There has to be an account, or the page tells how to make the first one. */
async function openLogin(t: TestContext, path = '/login'): Promise<Page> {
  await service.signIn('admin')
  return await open(t, path, { role: null, mayComplain: new RegExp(`^request to ${idp.issuer}/`) })
}

test('there and back to the wanted page, with the role of the groups', { skip }, async (t) => {
  idp.person = { ...ANN, groups: ['staff', 'newsletter'] }
  const page = await openLogin(t, '/suppressions?origin=manual')
  await page.waitForURL(/\/login\?next=/)
  await expectAccessible(page)
  await page.getByRole('link', { name: 'Office account' }).click()
  await page.waitForURL(`${url}/suppressions?origin=manual`)
  await page.getByRole('button', { name: 'Add', exact: true }).waitFor()
  await page.goto('/account')
  await page.getByText('ann@example.com').first().waitFor()
  await page.getByText(/identity provider/).first().waitFor()
  await expectAccessible(page)
  await page.getByRole('button', { name: 'Account and appearance' }).click()
  await page.getByRole('menuitem', { name: 'Sign out' }).click()
  await page.waitForURL(/\/login/)
  await page.goto('/suppressions')
  await page.waitForURL(/\/login\?next=/)
})

test('a smaller role shows and does not do', { skip }, async (t) => {
  idp.person = { ...ANN, sub: 'p2', email: 'bob@example.com', groups: ['staff'] }
  const page = await openLogin(t, '/suppressions')
  await page.getByRole('link', { name: 'Office account' }).click()
  const add = page.getByRole('button', { name: 'Add', exact: true })
  await add.waitFor()
  assert.equal(await add.getAttribute('aria-disabled') ?? await add.getAttribute('data-disabled'),
    'true')
})

test('who has no group here is told what to do, and may try otherwise', { skip }, async (t) => {
  idp.person = { ...ANN, sub: 'p3', email: 'eve@example.com', groups: ['guests'] }
  const page = await openLogin(t)
  await page.getByRole('link', { name: 'Office account' }).click()
  await page.getByText('Your account there may not sign in here').waitFor()
  await expectAccessible(page)
  await page.getByRole('textbox', { name: 'Name' }).waitFor()
})
