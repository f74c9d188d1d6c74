// The lookup page: codes, replies, bounces and files, read in the browser and sent nowhere; and the
// same as one file from a disk.

import assert from 'node:assert/strict'
import { readFileSync } from 'node:fs'
import { after, test } from 'node:test'
import { chromium, type Page } from 'playwright-core'
import { ROOT } from '../../../scripts/source-files.ts'
import { expectAccessible, expectNoSidewaysScroll, startHarness } from './harness.ts'

const { skip, open, service } = await startHarness({ samples: false })

const TABLES = [
  ['All codes', 'Find a code', 'full'], ['All reasons', 'Find a reason', 'full'],
  ['Platforms', 'Find a platform', 'mail'],
] as const
const FIELD = 'A code, a reply or a whole bounce'

function bounceOf(recipient: string, reply: string): string {
  return [
    'From: MAILER-DAEMON@mx.example.net', 'To: news@example.org', 'Subject: Undelivered Mail',
    'Content-Type: multipart/report; report-type=delivery-status; boundary=b', '', '--b', '',
    'Sorry.', '--b', 'Content-Type: message/delivery-status', '',
    'Reporting-MTA: dns; mx.example.net', '', `Final-Recipient: rfc822; ${recipient}`,
    'Action: failed', 'Status: 5.0.0', `Diagnostic-Code: smtp; ${reply}`, '', '--b--', '',
  ].join('\n')
}

function drop(page: Page, name: string, text: string): Promise<void> {
  return page.locator('input[type="file"]').setInputFiles({
    name, mimeType: 'application/octet-stream', buffer: Buffer.from(text),
  })
}

for (const size of ['phone', 'tablet', 'desktop'] as const) {
  for (const scheme of ['light', 'dark'] as const) {
    test(`lookup at ${size} size, ${scheme}`, { skip }, async (t) => {
      const page = await open(t, '/lookup?text=550+5.1.1+user+unknown', { size, scheme })
      await page.getByText('The server says that the user is unknown.').waitFor()
      await expectAccessible(page)
      await expectNoSidewaysScroll(page)
    })
  }
}

for (const scheme of ['light', 'dark'] as const) {
  test(`the tables of the lookup, ${scheme}`, { skip }, async (t) => {
    const size = scheme === 'light' ? 'phone' : 'desktop'
    const page = await open(t, '/lookup', { size, scheme })
    for (const [tab, field, word] of TABLES) {
      await page.getByRole('tab', { name: tab }).click()
      await page.getByRole('status').filter({ hasText: /\d+ of \d+/ }).waitFor()
      await expectNoSidewaysScroll(page)
      // Fewer rows are of the same kinds, and soon looked through.
      await page.getByRole('textbox', { name: field }).fill(word)
      await page.waitForURL(/find=/)
      await expectAccessible(page)
    }
  })
}

test('a code that is typed stands in the address, what somebody wrote does not', { skip },
  async (t) => {
    const page = await open(t, '/lookup')
    await page.getByLabel(FIELD).fill('5.7.26')
    await page.waitForURL(/code=5\.7\.26/)
    await page.getByText('Defined by').first().waitFor()
    assert.ok(await page.getByRole('link', { name: /RFC 7372/ }).count() > 0)
    await page.getByLabel(FIELD).fill('552')
    await page.getByText('Two readings of 552').waitFor()
    await page.getByLabel(FIELD).fill('550 no such user jane@example.com')
    await page.getByText('No such mailbox').first().waitFor()
    await page.waitForURL((url) => url.search === '')
    await page.getByRole('button', { name: 'Copy a link' }).click()
    const link = await page.evaluate(() => navigator.clipboard.readText())
    await page.goto(link)
    await page.getByText('No such mailbox').first().waitFor()
    assert.equal(await page.getByLabel(FIELD).inputValue(), '550 no such user jane@example.com')
  })

test('nothing of a text or a file is sent', { skip }, async (t) => {
  const page = await open(t, '/lookup')
  await page.getByLabel(FIELD).waitFor()
  const asked: string[] = []
  page.on('request', (request) => {
    asked.push(`${request.method()} ${request.url()} ${request.postData() ?? ''}`)
  })
  await page.getByLabel(FIELD).fill('550 5.2.2 secretword mailbox full')
  await page.getByText('Mailbox full').first().waitFor()
  await drop(page, 'one.eml', bounceOf('secretword@example.com', '550 user unknown'))
  await page.getByRole('heading', { name: /secretword@example\.com/ }).waitFor()
  assert.deepEqual(asked.filter((one) => /secretword|^POST/.test(one)), [])
})

test('the same answers as on the command line, in words of other languages', { skip },
  async (t) => {
    const page = await open(t, '/lookup')
    await page.getByLabel(FIELD).fill('550 5.1.1 <jane@example.com>: Das Postfach ist überfüllt')
    await page.getByText('The server says that the mailbox ("Postfach") is full ("überfüllt").')
      .waitFor()
    assert.deepEqual(await page.locator('mark').allInnerTexts(), ['Postfach', 'überfüllt'])
    await page.getByText('German').waitFor()
    await page.getByRole('row', { name: /Amazon SES/ }).getByText('Transient/MailboxFull').waitFor()
    // RFC 5321 §4.2.3 gives these words three causes.
    await page.getByLabel(FIELD).fill('550 mailbox unavailable')
    await page.getByText('What else it could be').waitFor()
    await page.getByRole('link', { name: 'mailbox-busy' }).first().waitFor()
  })

test('a bounce, an mbox, a packed and a foreign file are opened', { skip }, async (t) => {
  const page = await open(t, '/lookup')
  await page.getByLabel(FIELD).fill(bounceOf('pasted@example.com', '552 5.2.2 over quota'))
  await page.getByRole('heading', { name: /pasted@example\.com/ }).waitFor()
  await page.getByText('mx.example.net').first().waitFor()
  const messages = ['one', 'two', 'three'].map((name) =>
    `From MAILER-DAEMON Fri Nov 27 10:00:00 2026\n${bounceOf(`${name}@example.com`, '550 gone')}`)
  await drop(page, 'mail.mbox', [...messages, 'From a Fri Nov 27 10:00:00 2026\nSubject: no\n\nHi\n']
    .join('\n'))
  await page.getByText('3 recipients in 3 bounces; 1 other message.').waitFor()
  await page.getByRole('row').filter({ hasText: 'two@example.com' }).focus()
  await page.keyboard.press('Enter')
  await page.getByRole('heading', { name: /two@example\.com/ }).waitFor()
  await drop(page, 'mail.zip', 'PK\u0003\u0004...')
  await page.getByText('This is a zip archive').waitFor()
  await drop(page, 'hello.eml', 'From: a@example.org\nSubject: hello\n\nHello.\n')
  await page.getByText('No bounce in it').waitFor()
})

test('hostile bounces are shown as harmless text', { skip }, async (t) => {
  const page = await open(t, '/lookup')
  const hostile = '550 <img src=x onerror=alert(1)> \u202egnp.exe user unknown'
  await page.getByLabel(FIELD).fill(hostile)
  await page.getByText('No such mailbox').first().waitFor()
  assert.equal(await page.locator('img[src="x"]').count(), 0)
  assert.ok(await page.getByText('U+202E').count() > 0)
  await page.getByLabel(FIELD).fill('')
  await drop(page, 'long.txt', `550 ${'a'.repeat(1_000_000)}`)
  await page.getByText(/too long|No bounce/).first().waitFor()
  const many = Array.from({ length: 100_000 }, (_, i) =>
    `\nFinal-Recipient: rfc822; r${i}@example.com\nAction: failed\nStatus: 5.1.1\n`).join('')
  await drop(page, 'many.eml', bounceOf('first@example.com', '550 gone').replace('\n--b--', many +
    '\n--b--'))
  await page.getByText('Not all is shown').waitFor()
  await expectNoSidewaysScroll(page)
})

test('where a listing is lifted can be opened', { skip }, async (t) => {
  const page = await open(t, '/lookup?text=550+5.7.1+blocked+using+zen.spamhaus.org')
  const link = page.getByRole('link', { name: 'https://check.spamhaus.org' })
  assert.equal(await link.getAttribute('href'), 'https://check.spamhaus.org')
  assert.equal(await link.getAttribute('rel'), 'noreferrer')
})

test('tables are searched, and lead on', { skip }, async (t) => {
  const page = await open(t, '/lookup?tab=codes')
  await page.getByRole('textbox', { name: 'Find a code' }).fill('greylist')
  await page.getByRole('link', { name: '450', exact: true }).click()
  await page.waitForURL(/code=450/)
  await page.getByRole('tab', { name: 'All reasons' }).click()
  await page.getByText('43 of 43').waitFor()
  await page.getByRole('textbox', { name: 'Find a reason' }).fill('space left')
  await page.getByRole('link', { name: 'mailbox-full' }).press('Enter')
  await page.waitForURL(/reason=mailbox-full/)
  await page.getByRole('heading', { name: 'What platforms call mailbox-full' }).waitFor()
})

test('one file does the same from a disk, and may do nothing else', { skip }, async (t) => {
  const path = `${ROOT}/packages/web/dist/lookup.html`
  const page = await alone(`file://${path}#code=5.1.1`)
  t.after(() => page.context().close())
  await page.getByText('Bad destination mailbox address').first().waitFor()
  await page.getByLabel(FIELD).fill('550 Postfach voll')
  await page.getByText('Mailbox full').first().waitFor()
  await drop(page, 'one.eml', bounceOf('disk@example.com', '550 user unknown'))
  await page.getByRole('heading', { name: /disk@example\.com/ }).waitFor()
  await expectAccessible(page)
  const refused = await page.evaluate(() => fetch('https://example.com/').then(() => '', String))
  assert.match(refused, /Failed to fetch/)
})

test('the service hands the one file out under its own policy', { skip }, async (t) => {
  const page = await alone(`${service.url}/lookup.html#text=550+user+unknown`)
  t.after(() => page.context().close())
  await page.getByText('No such mailbox').first().waitFor()
  const answer = await fetch(`${service.url}/lookup.html`)
  const policy = answer.headers.get('content-security-policy') ?? ''
  assert.match(policy, /default-src 'none'/)
  assert.doesNotMatch(policy, /connect-src/)
  assert.match(readFileSync(`${ROOT}/packages/web/dist/lookup.html`, 'utf8'),
    /<meta http-equiv="Content-Security-Policy" content="default-src 'none'; script-src 'sha256-/)
})

let browser: Awaited<ReturnType<typeof chromium.launch>> | undefined
after(() => browser?.close())

/** Without a sign-in; whatever a page complains of is an error. */
async function alone(url: string): Promise<Page> {
  browser ??= await chromium.launch({
    executablePath: '/usr/bin/chromium', args: ['--no-sandbox', '--disable-gpu'],
  })
  const page = await (await browser.newContext({ reducedMotion: 'reduce' })).newPage()
  page.setDefaultTimeout(15_000)
  page.on('pageerror', (error) => { throw error })
  await page.goto(url)
  return page
}
