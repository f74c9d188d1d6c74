// By the keyboard alone: what opens takes the focus, Escape closes it, and the focus goes back to
// where it was; every page is left and reached without a mouse.

import assert from 'node:assert/strict'
import { test } from 'node:test'
import type { Locator, Page } from 'playwright-core'
import { expectAccessible, startHarness } from './harness.ts'

const { skip, open } = await startHarness()

const button = (name: string) => (page: Page): Locator =>
  page.getByRole('button', { name, exact: true })
const firstRow = (page: Page): Locator => page.locator('[data-index="0"]')
const firstOf = (page: Page): Locator => page.getByRole('table').getByRole('button').first()
const field = (name: string) => (page: Page): Locator =>
  page.getByRole('textbox', { name, exact: true })
const region = (name: string | RegExp) => (page: Page): Locator =>
  page.getByRole('region', { name })

type Way = readonly [
  path: string, from: (page: Page) => Locator, key: string,
  /** What is there then. */
  opened: (page: Page) => Locator,
  /** What has the focus then; where it stays in the list, the list itself. */
  focused?: (page: Page) => Locator,
]

const ADDRESS = '/addresses/nemo@left.example'

/** Whatever opens at a press, on every page. */
const WAYS: readonly Way[] = [
  ['/bounces', firstRow, 'Enter', region('Bounce')],
  ['/bounces', firstRow, '?', (page) => page.getByRole('dialog', { name: 'Keys' }), button('Close')],
  ['/bounces', firstRow, '/', field('Search'), field('Search')],
  ['/bounces', firstRow, 'Control+k', field('Search'), field('Search')],
  ['/bounces', button('Often asked'), 'Enter', (page) => page.getByRole('menu')],
  ['/bounces', button('Account and appearance'), 'Enter', (page) => page.getByRole('menu')],
  ['/suppressions', firstRow, 'Enter', region('Suppression')],
  ['/suppressions', button('Add'), 'Enter', region('Add a suppression'), field('Address')],
  ['/suppressions', button('Import'), 'Enter', region('Import suppressions')],
  [ADDRESS, button('Suppress'), 'Enter',
    (page) => page.getByRole('form', { name: 'Suppress an address' }),
    (page) => page.getByRole('combobox', { name: 'Why' })],
  [ADDRESS, button('Write a note'), 'Enter',
    (page) => page.getByRole('form', { name: 'Write a note' }), field('Note')],
  [ADDRESS, button('Take failures back'), 'Enter',
    (page) => page.getByText('Which failures shall never count?'),
    (page) => page.getByRole('checkbox').first()],
  ['/unmatched?view=rules', button('New rule'), 'Enter', region('Rule'), field('Name of the rule')],
  ['/policy?view=presets', (page) => page.getByRole('button', { name: /^Mailchimp/ }), 'Enter',
    region('Preset')],
  ['/sources', firstOf, 'Enter', region(/^Source /)],
  ['/sources', button('Set up a source'), 'Enter', region('Set up a source')],
  ['/webhooks', button('Add a webhook'), 'Enter', region('Add a webhook'), field('Address')],
  ['/keys', button('Make a key'), 'Enter', region('Make a key'), field('Name')],
  ['/keys', button('Revoke'), 'Enter', (page) => page.getByRole('group', { name: /refused at once/ }),
    button('Revoke')],
  ['/users', button('Add a user'), 'Enter', region('Add a user'), field('Name')],
  ['/users', firstOf, 'Enter', region(/^User /)],
  ['/account', button('Set up an app'), 'Enter',
    (page) => page.getByRole('form', { name: 'Confirm the app' })],
]

for (const [i, [path, from, key, opened, focused]] of WAYS.entries()) {
  test(`${i}: ${key} opens on ${path}, and Escape leads back`, { skip }, async (t) => {
    const page = await open(t, path)
    await from(page).focus()
    await page.keyboard.press(key)
    await opened(page).waitFor()
    if (focused !== undefined) await focused(page).and(page.locator(':focus')).waitFor()
    await page.keyboard.press('Escape')
    await opened(page).waitFor({ state: 'hidden' })
    await from(page).and(page.locator(':focus')).waitFor()
  })
}

test('what its own press takes away leaves the focus beside it', { skip }, async (t) => {
  const page = await open(t, '/suppressions?show=import')
  await button('Choose a file')(page).focus()
  await page.setInputFiles('input[type=file]', {
    name: 'list.csv', mimeType: 'text/csv', buffer: Buffer.from('email\nann@beside.example\n'),
  })
  await button('Choose another file')(page).waitFor()
  await region('Import suppressions')(page).and(page.locator(':focus')).waitFor()
  await page.keyboard.press('Tab')
  await region('Import suppressions')(page).locator(':focus').waitFor()
})

test('Tab goes from the link to the page through the menu to the page', { skip }, async (t) => {
  const page = await open(t, '/suppressions')
  await firstRow(page).waitFor()
  const names: string[] = []
  for (let i = 0; i < 60; i++) {
    await page.keyboard.press('Tab')
    const [name, isSeen] = await page.evaluate(() => {
      const { activeElement } = document
      const { outlineStyle, outlineWidth, borderColor, boxShadow } =
        getComputedStyle(activeElement as Element)
      const isField = activeElement?.matches('input, textarea') === true
      return [
        activeElement?.getAttribute('aria-label') ?? activeElement?.textContent ?? '',
        (outlineStyle !== 'none' && outlineWidth !== '0px') ||
          (isField && borderColor + boxShadow !== ''),
      ] as const
    })
    assert.ok(isSeen, `nobody sees that ${name} has the focus`)
    names.push(name)
    if (await firstRow(page).evaluate((row) => row === document.activeElement)) break
  }
  const order = ['Go to the page', 'Carom', 'Search', 'Overview', 'Users', 'Import', 'Add']
    .map((name) => names.indexOf(name))
  assert.ok(order.every((at, i) => at >= 0 && at > (order[i - 1] ?? -1)), names.join(' → '))
  assert.ok(names.length < 60, 'the table is reached')
  await expectAccessible(page)
})

test('a table that was scrolled is entered where it is seen', { skip }, async (t) => {
  const page = await open(t, '/bounces')
  await firstRow(page).waitFor()
  const grid = page.getByRole('grid', { name: 'Bounces' })
  const scrolled = await grid.evaluate((element) => {
    element.scrollTop = element.scrollHeight
    return element.scrollTop
  })
  assert.ok(scrolled > 0)
  await firstRow(page).waitFor({ state: 'detached' })
  await page.getByRole('link', { name: 'Export CSV' }).focus()
  await page.keyboard.press('Tab')
  const focused = page.locator('[data-index]:focus')
  await focused.waitFor()
  const [row, frame] = await Promise.all([focused.boundingBox(), grid.boundingBox()])
  assert.ok(row !== null && frame !== null && row.y >= frame.y - 1)
})
