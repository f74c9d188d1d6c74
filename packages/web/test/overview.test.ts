// The page Overview in a browser: what needs somebody, the figures, the limits; each leads to what
// is behind it.

import assert from 'node:assert/strict'
import { test } from 'node:test'
import type { Page } from 'playwright-core'
import { expectAccessible, expectNoSidewaysScroll, startHarness } from './harness.ts'

const { skip, open, service } = await startHarness()

const section = (page: Page, name: string) => page.getByRole('region', { name })

for (const [size, scheme] of [
  ['phone', 'light'], ['tablet', 'dark'], ['desktop', 'light'],
] as const) {
  test(`the whole page at ${size} size, ${scheme}`, { skip }, async (t) => {
    const page = await open(t, '/', { size, scheme })
    await section(page, 'Limits of others').getByText('Gmail').first().waitFor()
    await page.getByRole('img', { name: /Bounces over time by fault/ }).waitFor()
    await expectAccessible(page)
    await expectNoSidewaysScroll(page)
  })
}

test('the chart says the same to those who do not see it', { skip }, async (t) => {
  const page = await open(t, '/')
  const table = page.getByRole('table', { name: /Bounces over time by fault, as share of sent/ })
  await table.waitFor({ state: 'attached' })
  assert.equal(await table.getByRole('columnheader').count(), 6)
  await page.getByText('Count', { exact: true }).click()
  await page.getByRole('table', { name: /as counts/ }).waitFor({ state: 'attached' })
})

test('a bar says its figures to whoever points at it', { skip }, async (t) => {
  const page = await open(t, '/')
  const chart = page.getByRole('img', { name: /Bounces over time by fault/ })
  const { width, height } = await chart.boundingBox() ?? { width: 0, height: 0 }
  await chart.hover({ position: { x: width - 8, y: height / 2 } })
  await page.locator('figure p', { hasText: /^(?:Sender|Network|Content|Recipient)\d/ }).first()
    .waitFor()
})

test('the time is in the address and goes along', { skip }, async (t) => {
  const page = await open(t, '/')
  await page.getByText('90 days', { exact: true }).click()
  await page.waitForURL(/within=90d/)
  await section(page, 'Why mail came back').getByRole('link').first().click()
  await page.waitForURL(/\/bounces\?.*within=90d/)
  assert.match(page.url(), /reason=/)
  await page.goBack()
  await page.getByText('Own', { exact: true }).click()
  await page.waitForURL(/from=.*until=/)
  await page.getByLabel('From', { exact: true }).fill('2026-01-01')
  await page.waitForURL(/from=2026-01-01/)
})

test('one list alone, and all again', { skip }, async (t) => {
  const page = await open(t, '/')
  await page.getByRole('combobox', { name: 'List' }).click()
  await page.getByRole('option', { name: 'offers' }).click()
  await page.waitForURL(/list=offers/)
  await section(page, 'Lists').getByRole('link', { name: 'news' }).waitFor({ state: 'detached' })
  // What is chosen is let go by choosing it again, so that the keyboard can do it.
  await page.getByRole('combobox', { name: 'List' }).click()
  await page.getByRole('option', { name: 'offers' }).click()
  await page.waitForURL((url) => url.search === '')
  await section(page, 'Lists').getByRole('link', { name: 'news' }).waitFor()
})

test('a receiver and a list lead to their bounces', { skip }, async (t) => {
  const page = await open(t, '/')
  await section(page, 'Receivers').getByRole('link', { name: 'google' }).click()
  await page.waitForURL(/\/bounces\?.*receiver=google/)
  await page.getByText(/^\d+ found/).waitFor()
  await page.goBack()
  const lists = section(page, 'Lists')
  await lists.getByRole('button', { name: 'Bounce rate' }).click()
  await lists.getByRole('columnheader', { name: /Bounce rate/ })
    .and(page.locator('[aria-sort="descending"]')).waitFor()
  await lists.getByRole('link', { name: 'offers' }).click()
  await page.waitForURL(/\/bounces\?.*list=offers/)
})

const FEW = ['Name', 'Sent', 'Bounce rate', 'Complaints']
const ALL = ['Name', 'Sent', 'Bounced', 'Bounce rate', 'Delayed', 'Complaints']

test('the columns that there is room for are seen whole, and sort by the keyboard', { skip }, async (t) => {
  for (const [size, columns] of [['phone', FEW], ['tablet', ALL], ['desktop', ALL]] as const) {
    const page = await open(t, '/', { size })
    for (const name of ['Receivers', 'Lists']) {
      const table = page.getByRole('table', { name })
      await table.getByRole('columnheader').first().waitFor()
      const heads = await table.getByRole('columnheader').allInnerTexts()
      assert.deepEqual(heads.map((head) => head.replace(/\s*↓/, '')), columns, `${name} at ${size} size`)
      const frame = page.getByRole('group', { name: `${name}: scrolls sideways` })
      const [whole = 1, seen = 0] = await frame.evaluate((one) => [one.scrollWidth, one.clientWidth])
      assert.ok(whole <= seen, `${name} at ${size} size is ${whole} px wide, and ${seen} are seen`)
      await table.getByRole('button', { name: 'Bounce rate' }).focus()
      await page.keyboard.press('Enter')
      const rates = await table.locator('tbody tr').evaluateAll((rows, place) =>
        rows.map((row) => Number.parseFloat(
          row.querySelectorAll<HTMLElement>('td')[place]?.innerText ?? '')), ALL.indexOf('Bounce rate'))
      assert.deepEqual(rates, rates.toSorted((a, b) => b - a))
    }
  }
})

test('a trouble leads to what to do', { skip }, async (t) => {
  const page = await open(t, '/')
  await page.getByRole('link', { name: /^What to do/ }).first().click()
  await page.waitForURL(/\/troubles\?open=/)
  await page.getByRole('heading', { name: 'How it was said' }).waitFor()
})

test('what happens comes in by itself', { skip }, async (t) => {
  const page = await open(t, '/')
  await section(page, 'Lists').waitFor()
  assert.equal(await section(page, 'Lists').getByRole('link', { name: 'fresh' }).count(), 0)
  await service.ask('/v1/sends', [
    { recipient: 'live@example.org', messageId: 'live-1@example.com', list: 'fresh' },
  ])
  await service.ask('/v1/events?list=fresh', [{
    recipient: 'live@example.org', messageId: 'live-1@example.com',
    reply: '550 5.1.1 user unknown',
  }])
  await section(page, 'Lists').getByRole('link', { name: 'fresh' }).waitFor()
})

/** More living people than chance allows are said not to be there. */
const PEOPLE = Array.from({ length: 60 }, (_, i) => `person${i}@outage.example`)

test('an outage is settled where it is told', { skip }, async (t) => {
  await service.ask('/v1/proofs', PEOPLE.map((address) => ({ address, kind: 'delivered' })))
  await service.ask('/v1/sends', PEOPLE.map((recipient, i) =>
    ({ recipient, messageId: `outage-${i}@example.com` })))
  await service.ask('/v1/events', PEOPLE.map((recipient, i) => ({
    recipient, messageId: `outage-${i}@example.com`, reply: '550 5.1.1 user unknown',
  })))
  await service.settled()
  const page = await open(t, '/')
  await page.getByText('Outage at outage.example: failures are held back').waitFor()
  await expectAccessible(page)
  await page.getByRole('button', { name: 'It was an outage: never count them' }).click()
  await page.keyboard.press('Escape')
  await page.getByRole('button', { name: 'It was an outage: never count them' }).click()
  // The question has the focus.
  await page.keyboard.press('Enter')
  await page.getByText('Settled. They never count.').waitFor()
  await page.getByText('Outage at outage.example').waitFor({ state: 'detached' })
})

test('who only looks cannot settle anything', { skip }, async (t) => {
  const page = await open(t, '/', { role: 'viewer' })
  await section(page, 'Sources').waitFor()
  await expectAccessible(page)
})
