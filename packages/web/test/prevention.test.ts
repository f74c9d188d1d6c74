// Prevention: grades with what they come from, and checks of a domain, an address and a message.

import assert from 'node:assert/strict'
import { after, test } from 'node:test'
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
