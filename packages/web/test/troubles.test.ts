// The page Troubles in a browser: what is the sender's own fault, with what to do about it.

import assert from 'node:assert/strict'
import { test } from 'node:test'
import { expectAccessible, expectNoSidewaysScroll, startHarness } from './harness.ts'

const { skip, open } = await startHarness()

for (const [size, scheme] of [['phone', 'dark'], ['desktop', 'light']] as const) {
  test(`all troubles at ${size} size, ${scheme}`, { skip }, async (t) => {
    const page = await open(t, '/troubles', { size, scheme })
    await page.getByRole('heading', { name: 'How it was said' }).waitFor()
    await page.locator('mark').first().waitFor()
    await expectAccessible(page)
    await expectNoSidewaysScroll(page)
  })
}

test('a trouble opens by keyboard, is linkable, leads to its bounces', { skip }, async (t) => {
  const page = await open(t, '/troubles')
  const head = page.getByRole('button', { name: /SPF, DKIM or DMARC failed at google/ })
  await head.focus()
  await page.keyboard.press('Enter')
  await page.waitForURL(/open=/)
  await head.and(page.locator('[aria-expanded="true"]')).waitFor()
  const card = page.getByRole('article', { name: /SPF, DKIM or DMARC failed at google/ })
  await card.getByRole('listitem').nth(1).waitFor()
  const other = await open(t, page.url())
  await other.getByRole('button', { name: /SPF, DKIM or DMARC failed at google/, expanded: true })
    .waitFor()
  await card.getByRole('link', { name: 'See its bounces' }).click()
  await page.waitForURL(/\/bounces\?.*reason=auth-failure/)
  await page.getByText(/^\d+ found/).waitFor()
})

test('links lead to pages alone, and tell nobody whence', { skip }, async (t) => {
  const page = await open(t, '/troubles')
  await page.getByRole('heading', { name: 'How it was said' }).waitFor()
  // Which one is open at first depends on which is newest; this one has links.
  const head = page.getByRole('button', { name: /SPF, DKIM or DMARC failed at google/ })
  if (await head.getAttribute('aria-expanded') !== 'true') await head.press('Enter')
  await page.getByRole('link', { name: /^Read: / }).first().waitFor()
  const links = await page.locator('main a[target=_blank]').evaluateAll((all) =>
    all.map((link) => [link.getAttribute('href'), link.getAttribute('rel')]))
  assert.ok(links.length > 0)
  for (const [href, rel] of links) {
    assert.match(href ?? '', /^https:\/\//)
    assert.equal(rel, 'noreferrer')
  }
})

test('what is closed is found apart', { skip }, async (t) => {
  const page = await open(t, '/troubles')
  await page.getByText('Closed', { exact: true }).click()
  await page.waitForURL(/state=closed/)
  await page.getByText('There was none in the last 90 days').waitFor()
})
