// Sources: how they are, what they told last, whether they work, and how to set up another one.

import assert from 'node:assert/strict'
import { test } from 'node:test'
import { expectAccessible, expectNoSidewaysScroll, startHarness } from './harness.ts'

const { skip, open } = await startHarness()

for (const [size, scheme] of [['phone', 'dark'], ['desktop', 'light']] as const) {
  test(`the sources at ${size} size, ${scheme}`, { skip }, async (t) => {
    const page = await open(t, '/sources', { size, scheme })
    await page.getByRole('button', { name: 'postmark' }).waitFor()
    await expectAccessible(page)
    await expectNoSidewaysScroll(page)
    await page.getByRole('button', { name: 'postmark' }).click()
    const pane = page.getByRole('region', { name: 'Source postmark' })
    await pane.getByText('Last events').waitFor()
    await pane.getByText('stuffed@full.example').waitFor()
    await expectAccessible(page)
    await expectNoSidewaysScroll(page)
  })
}

test('from a source to its bounces, by keyboard', { skip }, async (t) => {
  const page = await open(t, '/sources?open=relay')
  const pane = page.getByRole('region', { name: 'Source relay' })
  await pane.getByRole('link', { name: 'All bounces of this source' }).focus()
  await page.keyboard.press('Enter')
  await page.getByText('nemo@left.example').first().waitFor()
  assert.equal(new URL(page.url()).search, '?source=relay')
})

test('a source is tried, step by step', { skip }, async (t) => {
  const page = await open(t, '/sources?open=office')
  const pane = page.getByRole('region', { name: 'Source office' })
  await pane.getByRole('button', { name: 'Try it now' }).click()
  await pane.getByText('It works').waitFor()
  await expectAccessible(page)
})

test('a guide gives what to paste, with the name that was chosen', { skip }, async (t) => {
  const page = await open(t, '/sources', { size: 'phone' })
  await page.getByRole('button', { name: 'Set up a source' }).click()
  await page.getByRole('combobox', { name: 'Where from' }).click()
  await page.keyboard.type('Postmark')
  await page.keyboard.press('ArrowDown')
  await page.keyboard.press('Enter')
  await page.getByLabel('Name', { exact: true }).fill('campaigns')
  await page.getByText('name: campaigns').waitFor()
  const pasted = await page.getByRole('textbox').evaluateAll((fields) =>
    fields.map((field) => (field as HTMLInputElement).value))
  assert.ok(pasted.some((value) => value.includes('/hooks/campaigns')), pasted.join(' '))
  await expectAccessible(page)
  await expectNoSidewaysScroll(page)
  assert.equal(new URL(page.url()).searchParams.get('guide'), 'webhook/postmark')
})
