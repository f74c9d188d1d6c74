// The page Suppressions in a browser: found, added, lifted and put back, imported after a look,
// exported.

import assert from 'node:assert/strict'
import { readFileSync } from 'node:fs'
import { test } from 'node:test'
import type { Page } from 'playwright-core'
import { expectAccessible, expectNoSidewaysScroll, startHarness } from './harness.ts'

const { skip, open, service } = await startHarness()

const rowOf = (page: Page, address: string) =>
  page.getByRole('grid', { name: 'Suppressions' }).getByRole('row').filter({ hasText: address })

for (const [size, scheme] of [['phone', 'dark'], ['desktop', 'light']] as const) {
  test(`list, pane and forms at ${size} size, ${scheme}`, { skip }, async (t) => {
    const page = await open(t, '/suppressions', { size, scheme })
    await rowOf(page, 'oskar@isp.example').waitFor()
    await expectAccessible(page)
    await expectNoSidewaysScroll(page)
    await rowOf(page, 'oskar@isp.example').click()
    await page.getByRole('button', { name: 'Lift' }).click()
    await page.getByText('Who wants it lifted?').waitFor()
    await expectAccessible(page)
    await expectNoSidewaysScroll(page)
    await page.goto('/suppressions?show=add')
    await page.getByRole('form', { name: 'Suppress an address' }).waitFor()
    await expectAccessible(page)
    await expectNoSidewaysScroll(page)
  })
}

test('filters are the address; the export is what is filtered', { skip }, async (t) => {
  const page = await open(t, '/suppressions')
  await page.getByRole('textbox', { name: 'Domain' }).fill('isp.example')
  await page.waitForURL(/domain=isp.example/)
  await page.getByText(/^2 found/).waitFor()
  const [download] = await Promise.all([
    page.waitForEvent('download'), page.getByRole('link', { name: 'Export CSV' }).click(),
  ])
  const text = readFileSync(await download.path(), 'utf8')
  assert.match(text, /oskar@isp.example/)
  assert.match(text, /paula@isp.example/)
  assert.equal(text.trim().split('\r\n').length, 3)
})

test('an address is added by the keyboard, and taken back', { skip }, async (t) => {
  const page = await open(t, '/suppressions')
  await page.getByRole('button', { name: 'Add' }).focus()
  await page.keyboard.press('Enter')
  await page.getByRole('textbox', { name: 'Address' }).focus()
  await page.keyboard.type('new-one@example.org')
  await page.keyboard.press('Enter')
  await page.getByText('new-one@example.org gets no more mail.').waitFor()
  await rowOf(page, 'new-one@example.org').waitFor()
  await page.getByRole('button', { name: 'Undo' }).click()
  await rowOf(page, 'new-one@example.org').waitFor({ state: 'detached' })
})

test('what is no address is told where it is typed', { skip }, async (t) => {
  const page = await open(t, '/suppressions?show=add')
  await page.getByRole('textbox', { name: 'Address' }).fill('nobody')
  await page.getByRole('button', { name: 'Suppress', exact: true }).click()
  await page.getByText('\'nobody\' is no address').waitFor()
  await page.getByText('Nothing was suppressed').waitFor()
})

test('a complaint is lifted only with more said, and put back', { skip }, async (t) => {
  const page = await open(t, '/suppressions')
  await rowOf(page, 'cross@right.example').click()
  await page.getByRole('button', { name: 'Lift' }).click()
  const form = page.getByRole('form', { name: 'Lift cross@right.example' })
  assert.ok(await form.getByRole('button', { name: 'Lift' }).isDisabled())
  await form.getByRole('radio', { name: /It was entered by mistake/ }).check()
  await form.getByRole('textbox', { name: 'Why it is lifted' }).fill('A test of ours')
  await form.getByRole('button', { name: 'Lift' }).click()
  await page.getByText('cross@right.example gets mail again.').waitFor()
  await rowOf(page, 'cross@right.example').waitFor({ state: 'detached' })
  await page.getByRole('button', { name: 'Undo' }).click()
  await rowOf(page, 'cross@right.example').waitFor()
})

test('who only looks is told why not', { skip }, async (t) => {
  const page = await open(t, '/suppressions', { role: 'viewer' })
  const add = page.getByRole('button', { name: 'Add' })
  await add.focus()
  await page.getByText('Your role only looks; an operator may do this.').waitFor()
  await page.keyboard.press('Enter')
  assert.doesNotMatch(page.url(), /show=add/)
})

const SHEET = [
  'sep=;', 'Kunde;E-Mail-Adresse;Grund;Datum;War am', 'Jörg;joerg@import.example;"zog um; neu";x;1.3.2026',
  'Ann;ann@import.example;Abgemeldet;y;2026-04-01', 'Tom;no address at all;;;2026-04-01',
  'Eve;eve@import.example;;;never', '"=SUM(A1)";calc@import.example;;;2026-05-01',
].join('\r\n')

test('a spreadsheet of another country is looked at, then imported', { skip }, async (t) => {
  const page = await open(t, '/suppressions?show=import')
  await page.setInputFiles('input[type=file]', {
    name: 'kunden.csv', mimeType: 'text/csv', buffer: Buffer.from(SHEET, 'latin1'),
  })
  const column = (name: string) => page.getByRole('combobox', { name: `Column: ${name}` })
  await page.getByText('5 rows: 2 new, 3 wrong').waitFor()
  // What other languages call their columns is known; another one may be chosen.
  assert.equal(await column('address').inputValue(), 'E-Mail-Adresse')
  assert.equal(await column('reason').inputValue(), 'Grund')
  assert.equal(await column('since').inputValue(), 'Datum')
  await column('since').click()
  await page.getByRole('option', { name: 'War am' }).click()
  await page.getByText('5 rows: 3 new, 2 wrong').waitFor()
  await page.getByText('has a time that is none').waitFor()
  await expectAccessible(page)
  await page.getByRole('button', { name: 'Import 3 rows' }).click()
  await page.getByText('2 rows could not be imported').waitFor()
  const [download] = await Promise.all([
    page.waitForEvent('download'),
    page.getByRole('button', { name: 'Download the wrong rows' }).click(),
  ])
  const wrong = readFileSync(await download.path(), 'utf8')
  assert.match(wrong, /"4","'no address at all' is no address"/)
  await rowOf(page, 'joerg@import.example').waitFor()
  const { rows } = await service.ask('/v1/suppressions?domain=import.example')
  const joerg = (rows as { address: string; note?: string; createdAt: string }[])
    .find(({ address }) => address === 'joerg@import.example')
  assert.equal(joerg?.note, 'zog um; neu')
  assert.match(joerg?.createdAt ?? '', /^2026-03-01/)
  const reasons = (rows as { address: string; reason: string }[])
    .map(({ address, reason }) => `${address.split('@')[0]} ${reason}`).sort()
  assert.deepEqual(reasons, ['ann unsubscribe', 'calc manual', 'joerg manual'])
})

test('a large list is imported with its progress', { skip }, async (t) => {
  const page = await open(t, '/suppressions?show=import')
  const lines = Array.from({ length: 12_000 }, (_, i) => `bulk${i}@bulk.example`)
  await page.setInputFiles('input[type=file]', {
    name: 'bulk.csv', mimeType: 'text/csv', buffer: Buffer.from(`email\n${lines.join('\n')}\n`),
  })
  await page.getByRole('button', { name: 'Import 12,000 rows' }).click({ timeout: 60_000 })
  await page.getByRole('button', { name: 'Choose another file' }).waitFor({ timeout: 60_000 })
  await page.getByText('12,000 rows: 12,000 new').waitFor({ timeout: 60_000 })
  await page.goto('/suppressions?domain=bulk.example')
  await rowOf(page, 'bulk0@bulk.example').waitFor()
  await page.getByText('12,000 found').waitFor()
})

test('a long list is gone through, and what is far behind comes back', { skip }, async (t) => {
  const lines = Array.from({ length: 3_000 }, (_, i) => `long${String(i).padStart(4, '0')}@long.example`)
  await service.ask('/v1/suppressions/import', `email\n${lines.join('\n')}\n`, { type: 'text/csv' })
  const page = await open(t, '/suppressions?domain=long.example')
  const focused = (index: number) => page.locator(`[data-index="${index}"]:focus`)
  await rowOf(page, 'long0000@').focus()
  // The end of what is there fetches more.
  for (let end = 99; end < 2_500; end += 100) {
    await page.keyboard.press('End')
    await focused(end).waitFor()
    await page.locator(`[data-index="${end + 6}"]`).waitFor()
  }
  const askedAgain = page.waitForRequest((request) =>
    /suppressions\?.*limit=100/.test(request.url()) && !request.url().includes('cursor'))
  await page.keyboard.press('Home')
  await askedAgain
  await focused(0).filter({ hasText: 'long0000@' }).waitFor()
  await page.keyboard.press('End')
  await focused(2_599).filter({ hasText: 'long2599@' }).waitFor()
  // Back over the edge of what was fetched for that.
  for (let index = 2_584; index > 2_450; index -= 15) {
    await page.keyboard.press('PageUp')
    await focused(index).filter({ hasText: `long${index}@` }).waitFor()
  }
  // Another list is seen from its start.
  await page.getByRole('searchbox', { name: 'Text' }).fill('long1')
  await page.getByText('1,000 found').waitFor()
  await page.locator('[data-index="0"]').filter({ hasText: 'long1000@' }).waitFor()
  const top = await page.getByRole('grid').evaluate((grid) => grid.scrollTop)
  assert.equal(top, 0)
})

test('words of the address that no table has are only words', { skip }, async (t) => {
  await service.ask('/v1/suppressions', [{
    address: 'a/b+c%25@proto.example', reason: 'constructor', origin: '__proto__',
    list: 'toString', note: '<b>note</b>\u202E',
  }])
  const page = await open(t, '/suppressions?within=constructor&origin=__proto__&show=valueOf', {
    mayComplain: /status of 400/,
  })
  await page.getByText(/^1 found/).waitFor()
  await rowOf(page, 'proto.example').click()
  await page.getByRole('link', { name: 'a/b+c%25@proto.example' }).click()
  await page.getByText('On the suppression list: constructor, from __proto__').waitFor()
  await page.getByText('No mail on the list toString.').waitFor()
  await page.goto('/bounces?rule=constructor&within=__proto__&tab=hasOwnProperty')
  await page.getByText('No bounce fits').waitFor()
  await page.goto('/bounces?fault=constructor')
  await page.getByRole('alert').getByText('query.fault').waitFor()
  await page.goto('/?within=toString')
  await page.getByRole('heading', { level: 1, name: 'Overview' }).waitFor()
})

test('a file that is no list is refused before anything is sent', { skip }, async (t) => {
  const page = await open(t, '/suppressions?show=import')
  await page.setInputFiles('input[type=file]', {
    name: 'picture.csv', mimeType: 'text/csv', buffer: Buffer.from([0x50, 0x4b, 3, 4, 0, 0, 0, 0]),
  })
  await page.getByText('This is no text. Save the table as CSV.').waitFor()
})
