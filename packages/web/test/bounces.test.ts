// The page Bounces in a browser: found by filters that are its address, opened beside the list,
// gone through by the keyboard, exported; and what strangers wrote is never more than text.

import assert from 'node:assert/strict'
import { readFileSync } from 'node:fs'
import { test } from 'node:test'
import type { Page } from 'playwright-core'
import { hostileBounce } from './hostile.ts'
import { expectAccessible, expectNoSidewaysScroll, startHarness } from './harness.ts'

const { skip, open, service } = await startHarness()

const pane = (page: Page) => page.getByRole('region', { name: 'Bounce' })
const rowsOf = (page: Page) => page.getByRole('grid', { name: 'Bounces' }).locator('[data-index]')

/** The rows that were asked for last, and the number that stands over them. */
const expectRows = async (page: Page, count: number): Promise<void> => {
  await page.getByText(`${count} found`, { exact: true }).waitFor()
  await page.locator('[role=grid][aria-busy=false]').waitFor()
  assert.equal(await rowsOf(page).count(), count)
}

for (const [size, scheme] of [
  ['phone', 'light'], ['tablet', 'light'], ['desktop', 'dark'],
] as const) {
  test(`list and pane at ${size} size, ${scheme}`, { skip }, async (t) => {
    const page = await open(t, '/bounces', { size, scheme })
    await rowsOf(page).first().waitFor()
    await page.getByText(/\d+ found/).waitFor()
    await expectAccessible(page)
    await expectNoSidewaysScroll(page)
    await rowsOf(page).first().click()
    await pane(page).getByRole('heading', { name: 'In detail' }).waitFor()
    assert.match(page.url(), /\/bounces\/[\da-f]{32}$/)
    await expectAccessible(page)
    await expectNoSidewaysScroll(page)
  })
}

test('a filter is the address, and the address is the filter', { skip }, async (t) => {
  const page = await open(t, '/bounces')
  await page.getByRole('combobox', { name: 'Reason' }).click()
  await page.getByRole('option', { name: 'Mailbox full' }).click()
  await page.waitForURL(/\?reason=mailbox-full$/)
  await page.getByRole('searchbox', { name: 'Text' }).fill('quota')
  await page.waitForURL(/text=quota/)
  await page.getByRole('button', { name: 'Filters' }).click()
  await page.getByRole('textbox', { name: 'Code', exact: true }).fill('452')
  await page.waitForURL(/code=452/)
  const shared = page.url()
  const found = await service.ask(`/v1/events${new URL(shared).search}`) as { rows?: unknown[] }
  const count = found.rows?.length ?? 0
  assert.ok(count > 0)
  await expectRows(page, count)
  const other = await open(t, shared)
  await expectRows(other, count)
  await other.getByRole('button', { name: 'Take away the filter Code: 452' }).click()
  await other.waitForURL((url) => !url.search.includes('code'))
  await other.getByRole('button', { name: 'Clear all' }).click()
  await other.waitForURL((url) => url.search === '')
})

test('the link can be copied and what is filtered exported', { skip }, async (t) => {
  const page = await open(t, '/bounces?reason=mailbox-full')
  await page.getByText(/^\d+ found/).waitFor()
  await page.getByRole('button', { name: 'Copy link' }).click()
  await page.getByRole('button', { name: 'Copied' }).waitFor()
  assert.equal(await page.evaluate(() => navigator.clipboard.readText()), page.url())
  const [download] = await Promise.all([
    page.waitForEvent('download'), page.getByRole('link', { name: 'Export CSV' }).click(),
  ])
  const lines = readFileSync(await download.path(), 'utf8').trim().split('\r\n')
  const found = Number(/^\d+/.exec(await page.getByText(/^\d+ found/).innerText())?.[0])
  assert.equal(lines.length - 1, found)
  assert.ok(lines.slice(1).every((line) => line.includes('mailbox-full')))
})

test('J, K, Enter and Escape go through bounces', { skip }, async (t) => {
  const page = await open(t, '/bounces')
  const rows = rowsOf(page)
  await rows.first().focus()
  await page.keyboard.press('j')
  await page.locator('[data-index="1"]:focus').waitFor()
  await page.keyboard.press('Enter')
  await pane(page).waitFor()
  const idOf = (): string => new URL(page.url()).pathname
  const second = idOf()
  await page.locator('[data-index="1"][aria-selected="true"]').waitFor()
  await page.keyboard.press('j')
  await page.waitForURL((url) => url.pathname !== second)
  const third = idOf()
  await page.keyboard.press('k')
  await page.waitForURL((url) => url.pathname === second)
  assert.notEqual(third, second)
  await page.keyboard.press('Escape')
  await page.waitForURL((url) => url.pathname === '/bounces')
  await pane(page).waitFor({ state: 'detached' })
})

test('what is open stays in sight', { skip }, async (t) => {
  const page = await open(t, '/bounces')
  await rowsOf(page).first().click()
  await pane(page).waitFor()
  for (let i = 0; i < 30; i++) await page.keyboard.press('j')
  const row = page.getByRole('grid', { name: 'Bounces' }).locator('[data-index="30"]')
  await row.and(page.locator('[aria-selected="true"]')).waitFor()
  // The table follows in the frame after.
  await page.waitForFunction(() => {
    const seen = document.querySelector('[data-index="30"]')?.getBoundingClientRect()
    const grid = document.querySelector('[role="grid"]')?.getBoundingClientRect()
    return seen !== undefined && grid !== undefined && seen.top > grid.top && seen.top < grid.bottom
  })
})

test('every tab tells its part, and is part of the address', { skip }, async (t) => {
  const page = await open(t, '/bounces?text=nemo%40left.example')
  await rowsOf(page).first().click()
  const tab = async (name: string): Promise<void> => {
    await pane(page).getByRole('tab', { name }).click()
    await page.waitForURL(/tab=/)
  }
  await pane(page).getByText('Nobody has this address at the receiving domain.').waitFor()
  await tab('Evidence')
  await pane(page).locator('mark', { hasText: 'user unknown' }).first().waitFor()
  await pane(page).getByRole('heading', { name: 'In the message' }).waitFor()
  await pane(page).getByRole('button', { name: 'Judge again' }).click()
  await pane(page).getByText('Judged the same today').waitFor()
  await tab('Message')
  await pane(page).getByText('campaign_uuid').waitFor()
  await tab('Other reports')
  await pane(page).getByText('Nothing else told of this failure.').waitFor()
  await tab('Policy')
  await pane(page).getByText(/unknown mailbox/).first().waitFor()
  await expectAccessible(page)
})

test('on a phone the tabs are one row that opens at the chosen one, and a text at its mark', { skip }, async (t) => {
  const [event] = (await service.ask('/v1/events?text=nemo%40left.example') as { rows: { id: string }[] }).rows
  const page = await open(t, `/bounces/${event?.id}?tab=policy`, { size: 'phone' })
  const chosen = pane(page).getByRole('tab', { name: 'Policy' })
  await chosen.waitFor()
  assert.deepEqual(await pane(page).getByRole('tablist').evaluate((row) => {
    const { left, right } = row.getBoundingClientRect()
    const tabs = [...row.children].map((tab) => tab.getBoundingClientRect())
    const last = tabs.at(-1)
    return {
      rows: new Set(tabs.map(({ top }) => top)).size,
      inSight: last !== undefined && last.left >= left && last.right <= right + 1,
    }
  }), { rows: 1, inSight: true })
  await pane(page).getByRole('tab', { name: 'Message' }).click()
  await pane(page).getByText('Raw', { exact: true }).click()
  const mark = pane(page).locator('pre mark').first()
  await mark.waitFor()
  assert.ok(await mark.evaluate((marked) => {
    const box = marked.closest('pre') as HTMLElement
    const [inner, outer] = [marked.getBoundingClientRect(), box.getBoundingClientRect()]
    return box.scrollHeight > box.clientHeight
      && inner.top >= outer.top && inner.bottom <= outer.bottom
  }))
})

test('who only looks sees the verdict, not the message', { skip }, async (t) => {
  const page = await open(t, '/bounces?text=nemo%40left.example', { role: 'viewer' })
  await rowsOf(page).first().click()
  await pane(page).getByText('Nobody has this address at the receiving domain.').waitFor()
  await pane(page).getByRole('tab', { name: 'Message' }).click()
  await pane(page).getByText('Your role does not show messages').waitFor()
})

test('what nobody has found says what to do', { skip }, async (t) => {
  const page = await open(t, '/bounces?domain=nowhere.example')
  await page.getByText('No bounce fits').waitFor()
  await expectAccessible(page)
})

test('a hostile bounce is harmless text', { skip }, async (t) => {
  await service.ask('/v1/messages', hostileBounce(), { type: 'message/rfc822' })
  await service.settled()
  const page = await open(t, '/bounces?text=mallory%40hostile.example', { size: 'phone' })
  page.on('dialog', () => assert.fail('a script of the bounce ran'))
  await rowsOf(page).first().click()
  await pane(page).getByText('<script>alert(1)</script>').first().waitFor()
  await pane(page).getByText('U+202E').first().waitFor()
  for (const tab of ['Evidence', 'Message']) {
    await pane(page).getByRole('tab', { name: tab }).click()
    await page.waitForURL(new RegExp(`tab=${tab.toLowerCase()}`))
    await expectNoSidewaysScroll(page)
  }
  await pane(page).getByText('Raw', { exact: true }).click()
  await page.waitForURL(/view=raw/)
  await pane(page).getByText('MIME-Version').first().waitFor()
  assert.equal(await page.locator('img[src*="evil"], script[src*="evil"], iframe').count(), 0)
  await expectNoSidewaysScroll(page)
})
