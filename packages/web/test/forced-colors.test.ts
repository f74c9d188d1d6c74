// Where the system chooses the colours (forced-colors), what is chosen can still be told from what
// is not: backgrounds of the pages are not drawn there.

import assert from 'node:assert/strict'
import { test } from 'node:test'
import type { Locator, Page } from 'playwright-core'
import { expectAccessible, startHarness } from './harness.ts'

const { skip, open } = await startHarness()

type Pair = (page: Page) => { readonly chosen: Locator; readonly other: Locator }

const tab: Pair = (page) => ({
  chosen: page.getByRole('tab', { selected: true }).first(),
  other: page.getByRole('tab', { selected: false }).first(),
})
const row: Pair = (page) => ({
  chosen: page.locator('[role="row"][aria-selected="true"]'),
  other: page.locator('[role="row"][aria-selected="false"]').first(),
})

const CHOICES: readonly [what: string, path: string, pair: Pair, before?: (page: Page) => Promise<void>][] = [
  ['a page of the menu', '/keys', (page) => ({
    chosen: page.locator('nav [aria-current="page"]'),
    other: page.getByRole('link', { name: 'Users' }),
  })],
  ['a tab', '/policy', tab],
  ['one of several words', '/', (page) => ({
    chosen: page.locator('.mantine-SegmentedControl-label[data-active]').first(),
    other: page.locator('.mantine-SegmentedControl-label:not([data-active])').first(),
  })],
  ['a box to tick', '/webhooks?add=1', (page) => ({
    chosen: page.getByRole('checkbox', { checked: true }).first(),
    other: page.getByRole('checkbox', { checked: false }).first(),
  })],
  ['one of several circles', '/webhooks?add=1', (page) => ({
    chosen: page.getByRole('radio', { checked: true }),
    other: page.getByRole('radio', { checked: false }),
  })],
  ['an open row', '/bounces', row, async (page) => {
    await page.getByRole('row').nth(1).click()
    await page.getByRole('region').last().waitFor()
  }],
]

for (const [what, path, pair, before] of CHOICES) {
  test(`${what} that is chosen is seen in forced colours`, { skip }, async (t) => {
    const page = await open(t, '/keys')
    await page.emulateMedia({ forcedColors: 'active' })
    await page.goto(path)
    await page.getByRole('heading', { level: 1 }).waitFor()
    await before?.(page)
    const { chosen, other } = pair(page)
    const colors = await Promise.all([chosen, other].map((one) =>
      one.evaluate((element) => getComputedStyle(element).backgroundColor)))
    assert.notEqual(colors[0], colors[1], `${what}: ${colors[0]}`)
    await expectAccessible(page)
  })
}
