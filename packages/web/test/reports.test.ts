// What receivers report, and the reputation, on the page Prevention: shares, what to do, sources,
// points, by keyboard and on a phone in the dark; texts of strangers stay texts.

import assert from 'node:assert/strict'
import { readFileSync } from 'node:fs'
import { test } from 'node:test'
import { expectAccessible, expectNoSidewaysScroll, startHarness } from './harness.ts'

const FOLDER = new URL('../../../fixtures/reports/', import.meta.url)
const DAY_SECONDS = 86_400
const SCRIPT = '&lt;script&gt;document.title = "gone"&lt;/script&gt;\u202e'

const { skip, open, service } = await startHarness({ samples: false })

/** The fixture as if it were of so many days ago, about another domain where one is named. */
function recent(name: string, days: number, domain = 'example.com'): string {
  const begin = Math.floor(Date.now() / 1_000) - days * DAY_SECONDS
  return readFileSync(new URL(name, FOLDER), 'utf8')
    .replace(/<begin>\d+/, `<begin>${begin}`).replace(/<end>\d+/, `<end>${begin + 3_600}`)
    .replace('<report_id>', `<report_id>${days}`).replaceAll('example.com', domain)
    .replaceAll('2026-11-20T', `${new Date(begin * 1_000).toISOString().slice(0, 10)}T`)
}

/** The report as the text of a message. */
function mailed(xml: string): string {
  return ['From: dmarc@google.com', 'To: dmarc@example.com', 'MIME-Version: 1.0',
    'Content-Type: text/xml', '', xml].join('\r\n')
}

/** Of 200 addresses 12 are unknown: more than any receiver bears. */
async function addSends(): Promise<void> {
  const sends = Array.from({ length: 200 }, (_, i) => ({
    recipient: `ann${i}@there.example`, messageId: `m${i}@example.com`, fromDomain: 'example.com',
    sentAt: new Date(Date.now() - 60_000).toISOString(),
  }))
  await service.ask('/v1/sends', sends)
  await service.ask('/v1/events', sends.slice(0, 12).map(({ recipient, messageId }) =>
    ({ recipient, messageId, reply: '550 5.1.1 User unknown' })))
}

test('reports are summed up, and what is worth acting on stands first', { skip }, async (t) => {
  const give = (text: string, type: string) => service.ask('/v1/reports', text, { type })
  await give(recent('google.xml', 3), 'application/xml')
  await give(recent('microsoft.xml', 2), 'text/xml')
  await give(recent('tls-google.json', 2), 'application/tlsrpt+json')
  await give(recent('yahoo.xml', 2, 'other.example')
    .replace('Yahoo', SCRIPT).replace('permerror', 'fail'), 'application/xml')
  await give('<feedback>broken', 'application/xml')
  // In google's name, and signed by nobody.
  await service.ask('/v1/messages', mailed(recent('google.xml', 1)), { type: 'message/rfc822' })
  await addSends()
  await service.settled()
  const page = await open(t, '/prevention', { size: 'phone', scheme: 'dark' })
  await page.getByText('of 1,756 messages passed DMARC', { exact: false }).waitFor()
  await page.getByText('192.0.2.25, which sends for you, failed DMARC').waitFor()
  await page.getByText('1 report left out: not proven who sent them').waitFor()
  const sources = page.getByRole('table', { name: 'Sources of mail in your name' })
  await sources.getByRole('row')
    .filter({ hasText: /192\.0\.2\.10\s*Yours\s*1,480\s*100.?%/ }).waitFor()
  await page.getByRole('table', { name: 'Sessions that failed' })
    .getByText('has expired').waitFor()
  await expectAccessible(page)
  await expectNoSidewaysScroll(page)
  await page.getByText('Score 78 of 100').waitFor()
  await page.getByRole('table', { name: 'Parts of the score' })
    .getByRole('row')
    .filter({ hasText: /Unknown addresses\s*6.?% \(12 cases\).*−20 of 20/ }).waitFor()
  await page.getByLabel('Reported domain').focus()
  await page.keyboard.type('other')
  await page.waitForURL(/reported=other\.example/)
  await page.getByText('of 31 messages passed DMARC', { exact: false }).waitFor()
  await page.getByText('<script>document.title', { exact: false }).waitFor()
  assert.equal(await page.title(), 'Prevention · Carom')
})
