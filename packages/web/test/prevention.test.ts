// Prevention: grades with what they come from, and checks of a domain, an address and a message.

import assert from 'node:assert/strict'
import { readFileSync } from 'node:fs'
import { after, test } from 'node:test'
import type { Locator, Page } from 'playwright-core'
import { openZoneServer } from '../../app/test/service/prevent/zone-server.ts'
import { expectAccessible, expectNoSidewaysScroll, startHarness } from './harness.ts'

const ZONES = new URL('../../../fixtures/domains/zones.yaml', import.meta.url)
const { address } = await openZoneServer({ after: (close) => after(close) }, ZONES)
const { skip, open } = await startHarness({ config: `\nprevent: { dnsServers: ['${address}'] }\n` })

test('each habit has a grade and leads to its bounces', { skip }, async (t) => {
  const page = await open(t, '/prevention')
  await page.getByRole('heading', { name: 'Double opt-in' }).waitFor()
  assert.equal(await page.getByRole('main').getByRole('heading', { level: 2 }).count() >= 8, true)
  await expectAccessible(page)
  await page.getByRole('link', { name: /No such mailbox/ }).first().focus()
  await page.keyboard.press('Enter')
  await page.waitForURL(/\/bounces\?.*reason=mailbox-unknown/)
})

test('volumes, gaps and the plan of a new domain are shown', { skip }, async (t) => {
  const page = await open(t, '/prevention', { size: 'phone', scheme: 'dark' })
  const part = (name: string) => page.getByRole('region', { name, exact: true })
  await part('Time between mails').getByRole('cell', { name: 'offers' }).waitFor()
  await part('Volume').getByText('Receivers').click()
  await page.waitForURL(/by=receiver/)
  const receiver = part('Volume').getByRole('combobox', { name: 'Receiver' })
  assert.match(await receiver.locator('option').first().textContent() ?? '', /^(?:google|all others)/)
  await part('Warm up').getByRole('textbox', { name: 'Mails a day in the end' }).fill('1000')
  await page.keyboard.press('Enter')
  await part('Warm up').getByRole('cell', { name: '1,000' }).waitFor()
  assert.match(page.url(), /warm=1000/)
  await expectAccessible(page)
  await expectNoSidewaysScroll(page)
})

test('the parts of the page are jumped to by keyboard, and follow what is seen', { skip }, async (t) => {
  for (const size of ['phone', 'desktop'] as const) {
    const page = await open(t, '/prevention', { size })
    const jumps = page.getByRole('navigation', { name: 'Parts of this page' })
    const jump = jumps.getByRole('link', { name: 'Check a domain' })
    await jump.focus()
    await page.keyboard.press('Enter')
    await page.waitForURL(/#check-a-domain$/)
    await jumps.locator('[aria-current="location"]', { hasText: 'Check a domain' }).waitFor()
    const part = page.getByRole('region', { name: 'Check a domain' })
    await expectInSight(part, jumps, size)
    // The next Tab goes into it.
    await page.keyboard.press('Tab')
    assert.equal(await part.evaluate((one) => one.contains(document.activeElement)), true)
    await expectAccessible(page)
    await expectNoSidewaysScroll(page)
    // The link of a part opens the page there, also where parts above it come late.
    await page.goto('/suppressions')
    await page.goto('/prevention#check-a-message')
    await page.waitForFunction(() =>
      (document.getElementById('check-a-message')?.getBoundingClientRect().bottom ?? 1e9) <= innerHeight + 40)
  }
})

/** Its heading is seen, and stands under nothing. */
async function expectInSight(part: Locator, jumps: Locator, size: 'phone' | 'desktop'): Promise<void> {
  const [top = -1, height = 0] = await part.evaluate((one) => [one.getBoundingClientRect().top, innerHeight])
  const { bottom } = await jumps.evaluate((one) => one.getBoundingClientRect())
  assert.ok(top < height / 2 && top >= (size === 'phone' ? bottom : 52), `it stands at ${top} px`)
}

test('a domain is checked, and the record to publish can be copied', { skip }, async (t) => {
  const page = await open(t, '/prevention', { size: 'phone', scheme: 'dark' })
  await page.getByRole('textbox', { name: 'Domain', exact: true }).fill('noall.example')
  await page.keyboard.press('Enter')
  await page.getByText('it ends without "all"').waitFor()
  assert.match(page.url(), /domain=noall\.example/)
  await expectAccessible(page)
  await expectNoSidewaysScroll(page)
  await page.getByRole('button', { name: /Copy Replace by: TXT of noall\.example/ }).click()
  assert.equal(await page.evaluate(() => navigator.clipboard.readText()), 'v=spf1 mx ~all')
})

test('long names of records do not push the page aside', { skip }, async (t) => {
  const page = await open(t, '/prevention?domain=keys.example&selectors=mid', { size: 'phone' })
  await page.getByText('in test mode').waitFor()
  await expectNoSidewaysScroll(page)
})

test('an address is checked by keyboard, and what was meant is said', { skip }, async (t) => {
  const page = await open(t, '/prevention')
  await page.getByRole('textbox', { name: 'Address', exact: true }).focus()
  await page.keyboard.type('ann@gmial.com')
  await page.keyboard.press('Enter')
  await page.getByText('Probably meant').waitFor()
  await page.getByText('ann@gmail.com').waitFor()
  await page.goto('/prevention?address=ann@sound.example')
  await page.getByText('Nothing is known against it').waitFor()
})

test('a hostile message is read as text', { skip }, async (t) => {
  const page = await open(t, '/prevention')
  await page.getByLabel('Source of the message').fill(
    'From: "\u202ebank@evil.example" <x@sound.example>\nSubject: <img src=x onerror=alert(1)>\n' +
    'Content-Type: text/html\n\n<script>document.title = "gone"</script><a href="javascript:1">x</a>')
  await page.getByRole('button', { name: 'Check', exact: true }).last().click()
  await page.getByText('A link runs a script.').waitFor()
  assert.equal(await page.title(), 'Prevention · Carom')
  await expectAccessible(page)
})

const SHEET = [
  'Kunde;Mail;Bemerkung', '"Jörg; A";joerg@sound.example;', 'Ann;ann@gmial.com;', 'Bo;nobody;',
  '<b>Eve</b>;"<img src=x onerror=alert(1)>";=1+1', 'Cy;cy@nowhere.example;', 'Di;di@sound.example;=2',
].join('\r\n')

const textOf = async (page: Page, name: string): Promise<string> => {
  const [download] = await Promise.all([
    page.waitForEvent('download'), page.getByRole('link', { name }).click(),
  ])
  return readFileSync(await download.path(), 'utf8')
}

for (const [size, scheme] of [['phone', 'dark'], ['desktop', 'light']] as const) {
  test(`a list is cleaned at ${size} size, and is there after a reload`, { skip }, async (t) => {
    const page = await open(t, '/prevention', { size, scheme, mayComplain: /404/ })
    const section = page.getByRole('region', { name: 'Clean a list' })
    await page.setInputFiles('input[type=file][accept*=tsv]', {
      name: `kunden-${size}.csv`, mimeType: 'text/csv', buffer: Buffer.from(SHEET, 'latin1'),
    })
    await section.getByText('the address', { exact: true }).waitFor()
    await section.getByRole('cell', { name: 'Jörg; A' }).waitFor()
    await expectNoSidewaysScroll(page)
    await section.getByRole('button', { name: 'Check the list' }).focus()
    await page.keyboard.press('Enter')
    await section.getByText('6 rows: 2 kept, 4 left out.').waitFor()
    await page.reload()
    await section.getByText('6 rows: 2 kept, 4 left out.').waitFor()
    await expectAccessible(page)
    await expectNoSidewaysScroll(page)
    assert.equal(await textOf(page, 'Cleaned list'),
      'Kunde;Mail;Bemerkung\n"Jörg; A";joerg@sound.example;\nDi;di@sound.example;\'=2\n')
    assert.match(await textOf(page, 'Rows left out'), /\nCy;cy@nowhere\.example;;bad;domain-unknown/)
    await section.getByRole('button', { name: 'Delete now' }).click()
    await section.getByRole('button', { name: 'Delete', exact: true }).click()
    await section.getByText('Drop a CSV file here').waitFor()
    await page.goto('/prevention?list=gone')
    await page.getByText('This list has been deleted').waitFor()
  })
}

test('the address column is chosen where nothing tells it, and a check is cancelled', { skip }, async (t) => {
  const page = await open(t, '/prevention', { mayComplain: /422/ })
  const section = page.getByRole('region', { name: 'Clean a list' })
  const choose = (name: string, text: string): Promise<void> =>
    page.setInputFiles('input[type=file][accept*=tsv]', {
      name, mimeType: 'text/csv', buffer: Buffer.from(text),
    })
  await choose('empty.csv', '')
  await section.getByText('The file is empty.').waitFor()
  await choose('odd.csv', 'who,what\nann,nothing\n')
  await section.getByText('Which column holds the addresses?').waitFor()
  await section.getByRole('combobox', { name: 'Column: address' }).click()
  await page.getByRole('option', { name: 'what' }).click()
  await section.getByRole('button', { name: 'Check the list' }).click()
  await section.getByText('1 row: 0 kept, 1 left out.').waitFor()
  await section.getByRole('button', { name: 'Choose another file' }).click()
  const many = Array.from({ length: 300_000 }, (_, i) => `user${i}@sound.example`).join('\n')
  await choose('many.csv', `email\n${many}\n`)
  await section.getByRole('button', { name: 'Check the list' }).click()
  await section.getByRole('button', { name: 'Cancel' }).click()
  await section.getByRole('button', { name: 'Check the list' }).waitFor()
  const viewer = await open(t, '/prevention', { role: 'viewer' })
  await viewer.getByText('Your role only looks').waitFor()
})
