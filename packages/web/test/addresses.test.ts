// The page Addresses in a browser: found, understood, acted on; each act stands in the history.

import assert from 'node:assert/strict'
import { test } from 'node:test'
import type { Page } from 'playwright-core'
import { expectAccessible, expectNoSidewaysScroll, startHarness } from './harness.ts'

const { skip, open, service } = await startHarness()

const life = (page: Page) => page.getByRole('region', { name: 'What happened' })

for (const [size, scheme] of [['phone', 'light'], ['desktop', 'dark']] as const) {
  test(`an address at ${size} size, ${scheme}`, { skip }, async (t) => {
    const page = await open(t, '/addresses/nemo@left.example', { size, scheme })
    await life(page).getByText('Bounced: No such mailbox').waitFor()
    await page.getByRole('progressbar', { name: /unknown mailbox: 1 of 2/ }).waitFor()
    await expectAccessible(page)
    await expectNoSidewaysScroll(page)
  })
}

test('an address is found by typing, and remembered', { skip }, async (t) => {
  const page = await open(t, '/addresses')
  await expectAccessible(page)
  await page.getByRole('textbox', { name: 'Find an address' }).fill('oskar@isp.example')
  await page.keyboard.press('Enter')
  await page.waitForURL(/\/addresses\/oskar/)
  await page.getByText('Gets no mail: spam complaint.').first().waitFor()
  await page.goto('/addresses')
  await page.getByRole('link', { name: 'oskar@isp.example' }).click()
  await page.waitForURL(/\/addresses\/oskar/)
  await page.goto('/addresses')
  await page.getByRole('button', { name: 'Forget them' }).click()
  await page.getByText('Which address?').waitFor()
})

test('what is no address is told, and cannot be suppressed', { skip }, async (t) => {
  const page = await open(t, '/addresses/nonsense', { mayComplain: /40[04]/ })
  await page.getByText('This is no address').waitFor()
  assert.equal(await page.getByRole('button', { name: 'Suppress' }).count(), 0)
})

test('of an unknown address that is said, and it can be suppressed', { skip }, async (t) => {
  const page = await open(t, '/addresses/stranger@example.org', { mayComplain: /404/ })
  await page.getByText('Nothing is known of this address').waitFor()
  await page.getByRole('button', { name: 'Suppress' }).click()
  const form = page.getByRole('form', { name: 'Suppress an address' })
  await form.getByRole('textbox', { name: 'Note' }).fill('Called us')
  await form.getByRole('button', { name: 'Suppress' }).click()
  await page.getByText('stranger@example.org gets no more mail.').waitFor()
  await life(page).getByText('Suppressed: gets no mail').waitFor()
})

test('of an unknown address that looks mistyped, what was meant is said', { skip }, async (t) => {
  const page = await open(t, '/addresses/ann@gmial.com', { mayComplain: /404/ })
  const alert = page.getByRole('alert', { name: 'Probably mistyped' })
  await alert.getByRole('link', { name: 'ann@gmail.com' }).click()
  await page.waitForURL(/\/addresses\/ann(?:@|%40)gmail\.com/)
  await expectAccessible(page)
})

test('mail is stopped, let go again and stopped by undo', { skip }, async (t) => {
  const page = await open(t, '/addresses/nemo@left.example')
  const lift = page.getByRole('button', { name: 'Lift', exact: true })
  assert.equal(await lift.getAttribute('aria-disabled'), 'true')
  await page.getByRole('button', { name: 'Suppress' }).click()
  await page.getByRole('form', { name: 'Suppress an address' })
    .getByRole('button', { name: 'Suppress' }).click()
  await page.getByText('Do not send').first().waitFor()
  await lift.click()
  const form = page.getByRole('form', { name: 'Lift nemo@left.example' })
  await form.getByRole('textbox', { name: 'Why it is lifted' }).fill('A mistake')
  await form.getByRole('button', { name: 'Lift' }).click()
  await page.getByText('nemo@left.example gets mail again.').waitFor()
  await page.getByRole('button', { name: 'Undo' }).last().click()
  await page.getByText('Do not send').first().waitFor()
  await life(page).getByText('Lifted: gets mail again').first().waitFor()
})

test('a note stands in the history, and is taken back', { skip }, async (t) => {
  const page = await open(t, '/addresses/paula@isp.example')
  const write = async (text: string): Promise<void> => {
    await page.getByRole('button', { name: 'Write a note' }).press('Enter')
    await page.getByRole('textbox', { name: 'Note' }).and(page.locator(':focus')).waitFor()
    await page.keyboard.type(text)
    await page.keyboard.press('Enter')
    await life(page).getByText(text).waitFor()
  }
  await write('<b>Spoke</b> with her')
  await page.getByRole('button', { name: 'Undo' }).press('Enter')
  await life(page).getByRole('deletion').filter({ hasText: '<b>Spoke</b> with her' }).waitFor()
  await life(page).getByText('Note taken back').waitFor()
  await write('It was her sister')
  await life(page).getByRole('button', { name: 'Take the note back' }).press('Enter')
  await life(page).getByRole('deletion').filter({ hasText: 'It was her sister' }).waitFor()
  assert.equal(await life(page).getByRole('button', { name: 'Take the note back' }).count(), 0)
  const { notes } = await service.ask('/v1/addresses/paula@isp.example')
  assert.deepEqual(notes, [])
  await expectAccessible(page)
})

test('failures are taken back after a look at what comes of it', { skip }, async (t) => {
  const page = await open(t, '/addresses/person3@example.net')
  await page.getByRole('button', { name: 'Take failures back' }).click()
  await page.getByText('What would come of it').waitFor()
  await page.getByRole('button', { name: /^Take \d+ failures? back$/ }).click()
  await page.getByText(/will never count again/).waitFor()
  await life(page).getByText('Gets mail again').first().waitFor()
})

test('a bounce of its life opens', { skip }, async (t) => {
  const page = await open(t, '/addresses/nemo@left.example')
  await life(page).getByRole('link', { name: 'Bounced: No such mailbox' }).click()
  await page.waitForURL(/\/bounces\//)
  await page.getByRole('region', { name: 'Bounce' }).waitFor()
})

test('who only looks may not act', { skip }, async (t) => {
  const page = await open(t, '/addresses/nemo@left.example', { role: 'viewer' })
  await page.getByRole('button', { name: 'Suppress' }).focus()
  await page.keyboard.press('Enter')
  await page.getByText('Your role only looks; an operator may do this.').waitFor()
  assert.equal(await page.getByRole('form', { name: 'Suppress an address' }).count(), 0)
})

test('an address of signs and marks is harmless text', { skip }, async (t) => {
  const address = '"<script>alert(1)</script>"@hostile.example'
  await service.ask('/v1/suppressions', [{ address, note: '\u202Eevil <img src=x>' }])
    .catch(() => undefined)
  const page = await open(t, `/addresses/${encodeURIComponent(address)}`, { mayComplain: /40[04]/ })
  page.on('dialog', () => assert.fail('a script of the address ran'))
  await page.getByText('<script>alert(1)</script>').first().waitFor()
  await expectNoSidewaysScroll(page)
})
