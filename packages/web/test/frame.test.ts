// What stands around the pages: the menu on a phone, keys, search, where the focus goes, what is
// said, and what happens when a page breaks.

import assert from 'node:assert/strict'
import { test } from 'node:test'
import type { Locator, Page } from 'playwright-core'
import { expectAccessible, expectNoSidewaysScroll, startHarness } from './harness.ts'

const { skip, open, service } = await startHarness({ samples: false })

const REFUSED = /status of 4\d\d/

/** The page itself has the focus. */
const focusedPage = (page: Page): Locator => page.locator('#page:focus')

test('on a phone the menu is closed, opens by keyboard, and closes behind a page', { skip }, async (t) => {
  const page = await open(t, '/keys', { size: 'phone' })
  await page.getByRole('heading', { level: 1, name: 'API keys' }).waitFor()
  const menu = page.getByRole('navigation', { name: 'Pages' })
  // What is closed is not in the way of the Tab key.
  assert.equal(await menu.getByRole('link').count(), 0)
  await page.getByRole('button', { name: 'Open the menu' }).focus()
  await page.keyboard.press('Enter')
  await menu.getByRole('link', { name: 'Webhooks' }).waitFor()
  await expectAccessible(page)
  await menu.getByRole('link', { name: 'Webhooks' }).click()
  await page.getByRole('heading', { level: 1, name: 'Webhooks' }).waitFor()
  await page.getByRole('button', { name: 'Open the menu' }).waitFor()
  await page.getByRole('button', { name: 'Open the menu' }).click()
  await page.keyboard.press('Escape')
  await page.getByRole('button', { name: 'Open the menu' }).waitFor()
  await expectNoSidewaysScroll(page)
})

test('a new page takes the focus and is said; what opens within it is not', { skip }, async (t) => {
  const page = await open(t, '/keys')
  await page.getByRole('heading', { level: 1, name: 'API keys' }).waitFor()
  await page.getByRole('link', { name: 'Users' }).click()
  await page.getByRole('heading', { level: 1, name: 'Users' }).waitFor()
  await focusedPage(page).waitFor()
  await page.getByRole('status').filter({ hasText: 'Users · Carom' }).waitFor({ state: 'attached' })
  const row = page.getByRole('table').getByRole('button', { name: 'admin' })
  await row.focus()
  await page.keyboard.press('Enter')
  await page.getByRole('region', { name: 'User admin' }).waitFor()
  await row.and(page.locator(':focus')).waitFor()
})

test('a service to which nothing has come tells what to do first', { skip }, async (t) => {
  const page = await open(t, '/')
  const steps = page.getByRole('region', { name: 'First steps' })
  for (const [link, opened] of [
    ['Set up a source', 'Set up a source'], ['Import a list', 'Import suppressions'],
    ['a key', 'Make a key'], ['a webhook', 'Add a webhook'],
  ] as const) {
    await page.goto('/')
    await steps.getByRole('link', { name: link }).click()
    await page.getByRole('region', { name: opened }).waitFor()
  }
  await page.goto('/policy?view=simulate&policy=mailchimp&run=1')
  await page.getByText('Nothing has happened to any address yet').waitFor()
  await page.goto('/prevention')
  await page.getByLabel('Not graded').first().waitFor()
  assert.equal(await page.getByLabel(/^Grade [A-F]$/).count(), 0)
})

test('a press that is refused leaves the focus on its button', { skip }, async (t) => {
  const page = await open(t, '/mailbox?view=connect', { mayComplain: REFUSED })
  await page.getByText('Maildir', { exact: true }).click()
  await page.getByRole('textbox', { name: 'Name' }).fill('club')
  await page.getByPlaceholder('you@example.com').fill('me@club.example')
  await page.keyboard.press('Enter')
  await page.getByRole('textbox', { name: 'Folder on the server' }).fill('/nowhere')
  const connect = page.getByRole('button', { name: 'Test and connect' })
  await connect.press('Enter')
  await page.getByRole('alert').filter({ hasText: 'mailboxes.maildirRoots' }).waitFor()
  await connect.and(page.locator(':focus')).waitFor()
})

test('the first Tab leads to the page', { skip }, async (t) => {
  const page = await open(t, '/keys')
  await page.getByRole('heading', { level: 1, name: 'API keys' }).waitFor()
  await page.keyboard.press('Tab')
  await page.keyboard.press('Enter')
  await focusedPage(page).waitFor()
})

test('keys lead to pages, and rest while one types', { skip }, async (t) => {
  const page = await open(t, '/keys?add=1')
  await page.getByLabel('Name', { exact: true }).fill('g')
  await page.keyboard.type('gs/?')
  assert.equal(await page.getByLabel('Name', { exact: true }).inputValue(), 'ggs/?')
  await page.getByRole('heading', { level: 1 }).click()
  await page.keyboard.press('g')
  await page.keyboard.press('s')
  await page.getByRole('heading', { level: 1, name: 'Suppressions' }).waitFor()
  await page.keyboard.press('?')
  const help = page.getByRole('dialog', { name: 'Keys' })
  await help.waitFor()
  await expectAccessible(page)
  await page.keyboard.press('Escape')
  await help.waitFor({ state: 'detached' })
})

for (const [name, path] of [
  ['Account and appearance', '/keys'], ['Often asked', '/bounces'],
] as const) {
  test(`the menu ${name} holds what can be chosen, and nothing else`, { skip }, async (t) => {
    const page = await open(t, path)
    await page.getByRole('button', { name }).press('Enter')
    await page.getByRole('menu').waitFor()
    await page.getByRole('menuitem').first().and(page.locator(':focus')).waitFor()
    await expectAccessible(page)
  })
}

test('the search finds pages, and what looks like an address or a code', { skip }, async (t) => {
  const page = await open(t, '/keys', { scheme: 'dark', mayComplain: REFUSED })
  await page.getByRole('heading', { level: 1, name: 'API keys' }).waitFor()
  await page.keyboard.press('/')
  const field = page.getByRole('textbox', { name: 'Search' })
  await field.waitFor()
  await field.fill('webho')
  await expectAccessible(page)
  await page.keyboard.press('Enter')
  await page.getByRole('heading', { level: 1, name: 'Webhooks' }).waitFor()
  await page.keyboard.press('Control+k')
  await field.fill('ann@example.org')
  await page.getByText('Open this address').waitFor()
  await page.keyboard.press('Enter')
  await page.waitForURL('**/addresses/ann%40example.org')
  await page.keyboard.press('/')
  await field.fill('550 5.1.1')
  await page.getByText('What does this mean?').click()
  await page.waitForURL('**/lookup?*')
  assert.match(new URL(page.url()).search, /550\+5\.1\.1/)
})

test('what is typed before the search is there is not lost, and means nothing else', { skip }, async (t) => {
  const page = await open(t, '/keys', { mayComplain: REFUSED })
  await page.emulateMedia({ reducedMotion: 'no-preference' })
  await page.route('**/assets/palette-*.js', async (route) => {
    await page.keyboard.type('gusupx')
    await page.keyboard.press('Backspace')
    await page.keyboard.type('p')
    await route.continue()
  })
  // A document that was there before may still ask past the route.
  await page.reload()
  await page.getByRole('heading', { level: 1, name: 'API keys' }).waitFor()
  const slow = await page.context().newCDPSession(page)
  await slow.send('Emulation.setCPUThrottlingRate', { rate: 6 })
  await page.keyboard.press('/')
  const field = page.getByRole('textbox', { name: 'Search' })
  await page.waitForFunction(() => document.activeElement?.getAttribute('aria-label') === 'Search')
  await page.keyboard.type('ress')
  assert.equal(await field.inputValue(), 'gusuppress')
  assert.equal(new URL(page.url()).pathname, '/keys')
  // What is typed at once at a second time, too, and while the first search goes.
  await page.keyboard.press('Escape')
  await page.keyboard.type('/webhooks')
  await page.getByRole('button', { name: /^Webhooks/ }).first().waitFor()
  assert.equal(await field.inputValue(), 'webhooks')
  await field.press('Enter')
  await page.getByRole('heading', { level: 1, name: 'Webhooks' }).waitFor()
})

test('a page whose file is gone says so within the frame', { skip }, async (t) => {
  const page = await open(t, '/keys', { mayComplain: /Failed to (?:load|fetch)|ERR_FAILED/ })
  await page.getByRole('heading', { level: 1, name: 'API keys' }).waitFor()
  await page.route('**/assets/page-*.js', (route) => route.abort())
  await page.getByRole('link', { name: 'Policy' }).click()
  await page.getByRole('heading', { name: 'Carom is newer than this page' }).waitFor()
  await page.getByRole('navigation', { name: 'Pages' }).waitFor()
  await page.unroute('**/assets/page-*.js')
  await page.getByRole('button', { name: 'Load anew' }).click()
  await page.getByRole('heading', { level: 1, name: 'Policy' }).waitFor()
})

test('an address that is none, and light or dark as one likes', { skip }, async (t) => {
  const page = await open(t, '/nowhere/at-all')
  await page.getByRole('heading', { name: 'There is no such page' }).waitFor()
  await expectAccessible(page)
  await page.getByRole('button', { name: 'Account and appearance' }).click()
  await page.getByRole('menuitem', { name: 'Dark' }).click()
  const dark = page.locator('html[data-mantine-color-scheme="dark"]')
  await dark.waitFor()
  await page.reload()
  await page.getByRole('heading', { name: 'There is no such page' }).waitFor()
  await dark.waitFor()
})

test('a session that has ended leads to the door, and back to the same place', { skip }, async (t) => {
  const page = await open(t, '/login', { role: null, mayComplain: REFUSED })
  await service.signIn('admin')
  await page.goto('/webhooks?add=1')
  await page.getByRole('heading', { name: 'Sign in' }).waitFor()
  assert.equal(new URL(page.url()).searchParams.get('next'), '/webhooks?add=1')
})

test('on paper there is what is open, and nothing to press', { skip }, async (t) => {
  const page = await open(t, '/sources?open=http')
  await page.getByRole('heading', { level: 1, name: 'Sources' }).waitFor()
  await page.getByRole('button', { name: 'Try it now' }).waitFor()
  await page.emulateMedia({ media: 'print' })
  await page.getByRole('navigation').waitFor({ state: 'hidden' })
  await page.getByRole('button', { name: 'Try it now' }).waitFor({ state: 'hidden' })
  await page.getByRole('region', { name: 'Source http' }).waitFor()
})
