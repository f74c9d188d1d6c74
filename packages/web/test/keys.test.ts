// API keys: made for a use, shown once, used, revoked.

import assert from 'node:assert/strict'
import { test } from 'node:test'
import { expectAccessible, expectNoSidewaysScroll, startHarness } from './harness.ts'

const { skip, open, service } = await startHarness({ samples: false })

async function statusOf(path: string, token: string): Promise<number> {
  const headers = { authorization: `Bearer ${token}` }
  return (await fetch(service.url + path, { headers })).status
}

test('a key is made by keyboard, works as far as it should, and is revoked', { skip }, async (t) => {
  const page = await open(t, '/keys')
  await page.getByRole('cell', { name: 'first' }).waitFor()
  await expectAccessible(page)
  await page.getByRole('button', { name: 'Make a key' }).focus()
  await page.keyboard.press('Enter')
  await page.keyboard.type('Shop')
  await expectAccessible(page)
  await page.keyboard.press('Enter')
  const field = page.getByRole('textbox', { name: 'Key', exact: true })
  const token = await field.inputValue()
  assert.match(token, /^carom_\w+_[\w-]{20,}$/)
  await expectAccessible(page)
  assert.equal(await statusOf('/v1/check?address=jane@example.com', token), 200)
  assert.equal(await statusOf('/v1/events', token), 403)
  await page.getByRole('button', { name: 'I have kept it' }).click()
  await page.reload()
  const row = page.getByRole('row', { name: /Shop/ })
  await row.waitFor()
  assert.ok(!(await page.content()).includes(token), 'it is shown once')
  await row.getByRole('button', { name: 'Revoke' }).click()
  await row.getByRole('button', { name: 'Revoke' }).click()
  await row.getByText('Revoked', { exact: false }).waitFor()
  assert.equal(await statusOf('/v1/check?address=jane@example.com', token), 401)
})

test('scopes are told in plain words, and can be chosen one by one', { skip }, async (t) => {
  const page = await open(t, '/keys?add=1', { size: 'phone', scheme: 'dark' })
  await page.getByRole('checkbox', { name: /Ask before sending/ }).uncheck()
  await page.getByRole('checkbox', { name: /Hand in bounces/ }).uncheck()
  assert.equal(await page.getByRole('button', { name: 'Make the key' }).isDisabled(), true)
  await page.getByRole('checkbox', { name: /^Read/ }).check()
  await page.getByLabel('Name', { exact: true }).fill('Report')
  await expectAccessible(page)
  await expectNoSidewaysScroll(page)
  await page.getByRole('button', { name: 'Make the key' }).click()
  const token = await page.getByRole('textbox', { name: 'Key', exact: true }).inputValue()
  assert.equal(await statusOf('/v1/events', token), 200)
  assert.equal(await statusOf('/v1/keys', token), 403)
})

test('who is no administrator sees no keys', { skip }, async (t) => {
  const page = await open(t, '/keys?add=1', { role: 'operator' })
  await page.getByText('API keys are for administrators').waitFor()
  assert.equal(await page.getByRole('table').count(), 0)
  assert.equal(await page.getByRole('button', { name: 'Make the key' }).count(), 0)
})

test('on a phone what can be done with a key is in sight', { skip }, async (t) => {
  const page = await open(t, '/keys', { size: 'phone' })
  const revoke = page.getByRole('button', { name: 'Revoke' }).first()
  await revoke.waitFor()
  const box = await revoke.boundingBox()
  assert.ok(box !== null && box.x >= 0 && box.x + box.width <= 360, JSON.stringify(box))
  await page.getByRole('columnheader', { name: 'Last used' }).waitFor({ state: 'attached' })
  await page.getByRole('cell', { name: 'admin' }).first().waitFor()
  await expectAccessible(page)
})
