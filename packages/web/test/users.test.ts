// Users: adding somebody by a link, another role, disabling, a new link, removing; by mouse and by
// keyboard.

import assert from 'node:assert/strict'
import { test } from 'node:test'
import { expectAccessible, expectNoSidewaysScroll, startHarness } from './harness.ts'
import { PASSWORD } from './service.ts'

const { skip, open, service } = await startHarness({ samples: false })

const REFUSED = /status of 4\d\d/

type UserRow = { readonly name: string; readonly role: string; readonly disabled: boolean }

async function userOf(name: string): Promise<UserRow | undefined> {
  const { rows } = await service.ask('/v1/users') as unknown as { rows: UserRow[] }
  return rows.find((row) => row.name === name)
}

test('somebody is added by keyboard, and comes in by the link', { skip }, async (t) => {
  const page = await open(t, '/users', { mayComplain: REFUSED })
  await page.getByRole('cell', { name: 'admin', exact: true }).first().waitFor()
  await page.getByRole('button', { name: 'Add a user' }).focus()
  await page.keyboard.press('Enter')
  await page.getByRole('heading', { name: 'Add a user' }).waitFor()
  await expectAccessible(page)
  await page.keyboard.type('admin')
  await page.keyboard.press('Enter')
  await page.getByRole('alert').getByText('There is a user of this name').waitFor()
  await page.getByLabel('Name', { exact: true }).fill('bea')
  await page.keyboard.press('Tab')
  // From viewer to operator.
  await page.keyboard.press('ArrowDown')
  await page.keyboard.press('Enter')
  const field = page.getByRole('textbox', { name: 'Link' })
  const link = await field.inputValue()
  assert.match(link, new RegExp(`^${service.url}/setup#[\\w-]{30,}$`))
  await expectAccessible(page)
  await page.getByRole('button', { name: 'Copy Link' }).click()
  assert.equal(await page.evaluate(() => navigator.clipboard.readText()), link)
  await page.getByRole('button', { name: 'I have kept it' }).click()
  await field.waitFor({ state: 'detached' })
  assert.equal((await userOf('bea'))?.role, 'operator')

  const other = await open(t, link.slice(service.url.length), { role: null, size: 'phone' })
  await other.getByRole('heading', { name: 'Welcome to Carom' }).waitFor()
  await expectAccessible(other)
  await other.getByLabel('Password', { exact: true }).fill(PASSWORD)
  await other.keyboard.press('Enter')
  await other.getByRole('heading', { level: 1, name: 'Overview' }).waitFor()
  await other.goto('/users')
  await other.getByText('Users are for administrators').waitFor()
})

test('a role is changed, somebody is disabled, let in anew and removed', { skip }, async (t) => {
  await service.ask('/v1/users', { name: 'carl', role: 'viewer', password: PASSWORD })
  const page = await open(t, '/users')
  await page.getByRole('button', { name: 'carl' }).click()
  const pane = page.getByRole('region', { name: 'User carl' })
  // Chosen when the service has said so, not at once.
  await pane.getByRole('radio', { name: 'Operator' }).click()
  await pane.getByText('Saved.').waitFor()
  assert.equal((await userOf('carl'))?.role, 'operator')
  await pane.getByRole('button', { name: 'Disable' }).click()
  await pane.getByRole('button', { name: 'Enable' }).waitFor()
  assert.equal((await userOf('carl'))?.disabled, true)
  await pane.getByRole('button', { name: 'Enable' }).click()
  await pane.getByRole('button', { name: 'New sign-in link' }).click()
  await expectAccessible(page)
  await pane.getByRole('button', { name: 'Make the link' }).click()
  await pane.getByRole('textbox', { name: 'Link' }).waitFor()
  await pane.getByRole('button', { name: 'I have kept it' }).click()
  await pane.getByRole('button', { name: 'Remove' }).click()
  await pane.getByRole('button', { name: 'Remove' }).click()
  await pane.waitFor({ state: 'detached' })
  assert.equal(await userOf('carl'), undefined)
})

test('the last administrator cannot shut everybody out', { skip }, async (t) => {
  const page = await open(t, '/users', { mayComplain: REFUSED, size: 'phone', scheme: 'dark' })
  await page.getByRole('button', { name: 'admin' }).click()
  const pane = page.getByRole('region', { name: 'User admin' })
  await pane.getByRole('button', { name: 'Disable' }).click()
  await pane.getByText('This is the last administrator who can log in').waitFor()
  await expectAccessible(page)
  await expectNoSidewaysScroll(page)
  assert.equal((await userOf('admin'))?.disabled, false)
})
