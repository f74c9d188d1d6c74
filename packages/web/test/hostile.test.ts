// What strangers write is shown as harmless text: bounces with HTML, scripts, marks of direction, a
// line of a megabyte, 100,000 recipients; hostile names of lists and addresses.

import assert from 'node:assert/strict'
import { test } from 'node:test'
import type { Page } from 'playwright-core'
import { expectAccessible, expectNoSidewaysScroll, startHarness } from './harness.ts'
import type { RunningService } from './service.ts'

const RUN = 'globalThis.wasHere=1'
const EVIL = `<script>${RUN}</script><img src=x onerror="${RUN}"><a href="javascript:${RUN}">x</a>` +
  `<style>body{display:none}</style>`
/** Right-to-left override, isolates, zero-width signs, a bell, an escape sequence. */
const BIDI = '\u202Egnp.exe\u2066\u200B\u2068\u0007\u001B[31m'
const RECIPIENTS = 100_000
const LINE_CHARS = 1_000_000

const { skip, open, service } = await startHarness({ samples: false })
if (skip === false) await handInHostile(service)

async function handInHostile({ ask, settled }: RunningService): Promise<void> {
  await ask('/v1/messages?list=' + encodeURIComponent('<b>list</b>\u202Efdp'), bounceOf({
    subject: `${EVIL}${BIDI}`, recipients: ['victim@example.org'],
    diagnostic: `550 5.1.1 ${EVIL} ${BIDI} user unknown`,
    text: `${EVIL}\n${BIDI}\n${'x'.repeat(LINE_CHARS)}\n${'😀'.repeat(500)}`,
  }), { type: 'message/rfc822' })
  await ask('/v1/messages', bounceOf({
    subject: 'Many', diagnostic: '550 5.1.1 user unknown', text: 'Many',
    recipients: Array.from({ length: RECIPIENTS }, (_, i) => `r${i}@example.net`),
  }), { type: 'message/rfc822' })
  await ask('/v1/events', [
    { recipient: 'odd@example.org', reply: `599 9.9.9 qzx ${EVIL} ${BIDI}` },
    { recipient: 'odd2@example.org', reply: `${'W'.repeat(50_000)} zq` },
  ])
  await ask('/v1/suppressions', [
    { address: '"<b>x</b>"@example.org', reason: EVIL.slice(0, 150), note: `${EVIL}${BIDI}`.slice(0, 190) },
  ]).catch(() => undefined)
  await settled()
}

function bounceOf({ subject, recipients, diagnostic, text }: {
  readonly subject: string; readonly recipients: readonly string[]
  readonly diagnostic: string; readonly text: string
}): string {
  return [
    'From: MAILER-DAEMON@mail.example.net', 'To: bounces@example.com',
    `Subject: ${subject.replaceAll(/[\r\n]/g, ' ')}`, `Message-ID: <${Math.random()}@mail.example.net>`,
    'Date: Fri, 27 Nov 2026 10:00:00 +0000', 'MIME-Version: 1.0',
    'Content-Type: multipart/report; report-type=delivery-status; boundary="=b"', '',
    '--=b', 'Content-Type: text/html; charset=utf-8', '', text, '',
    '--=b', 'Content-Type: message/delivery-status', '', 'Reporting-MTA: dns; mail.example.net', '',
    ...recipients.map((address) => `Final-Recipient: rfc822; ${address}\r\nAction: failed\r\n` +
      `Status: 5.1.1\r\nDiagnostic-Code: smtp; ${diagnostic}\r\n`),
    '--=b', 'Content-Type: message/rfc822', '', 'From: news@example.com',
    `Subject: ${subject.replaceAll(/[\r\n]/g, ' ')}`, '', EVIL, '--=b--', '',
  ].join('\r\n')
}

/** Nothing of it became part of the page, and the page is as wide as the window. */
async function expectHarmless(page: Page): Promise<void> {
  // There is nothing to be judged until it is there.
  await page.locator('.mantine-Skeleton-root, .mantine-Loader-root').first()
    .waitFor({ state: 'detached' })
  const found = await page.evaluate(() => ({
    ran: 'wasHere' in globalThis,
    elements: document.querySelectorAll(
      'main script, main img[onerror], main a[href^="javascript:"], main style:not([data-mantine-styles])',
    ).length,
    isShown: getComputedStyle(document.body).display !== 'none',
    // Marks of direction stand as signs, never as themselves.
    hidden: /[\u202A-\u202E\u2066-\u2069\u200B\u0007\u001B]/.test(document.body.innerText),
    handlers: [...document.querySelectorAll('main *')]
      .filter((one) => one.getAttributeNames().some((name) => name.startsWith('on'))).length,
  }))
  assert.deepEqual(found, { ran: false, elements: 0, isShown: true, hidden: false, handlers: 0 })
  await expectNoSidewaysScroll(page)
}

const PAGES = [
  ['/', 'Overview'], ['/bounces', 'Bounces'], ['/bounces?text=victim', 'Bounces'],
  ['/addresses/victim%40example.org', undefined], ['/unmatched', 'Unmatched'],
  ['/suppressions', 'Suppressions'], ['/sources?open=http', 'Sources'],
  ['/troubles', 'Troubles'], ['/mailbox', 'Mailbox'],
] as const

for (const [path, title] of PAGES) {
  for (const size of ['phone', 'desktop'] as const) {
    test(`hostile mail on ${path}, at ${size} size`, { skip }, async (t) => {
      const page = await open(t, path, { size })
      await page.getByRole('heading', { level: 1, ...title === undefined ? {} : { name: title } })
        .first().waitFor()
      await expectHarmless(page)
    })
  }
}

test('a hostile bounce opened: the reply, the raw message, its parts', { skip }, async (t) => {
  const { rows } = await service.ask('/v1/events?address=victim@example.org') as {
    rows: { id: string }[]
  }
  const id = rows[0]?.id ?? ''
  assert.notEqual(id, '')
  for (const size of ['phone', 'desktop'] as const) {
    const page = await open(t, `/bounces/${encodeURIComponent(id)}`, { size })
    await page.getByText('user unknown').first().waitFor()
    await expectHarmless(page)
    for (const tab of await page.getByRole('tab').all()) {
      await tab.click()
      await tab.and(page.locator('[aria-selected="true"]')).waitFor()
      await expectHarmless(page)
    }
    await expectAccessible(page)
  }
})

test('a bounce of 100,000 recipients: the table stays a table', { skip }, async (t) => {
  const page = await open(t, '/bounces?domain=example.net')
  await page.getByText('@example.net').first().waitFor()
  const rows = await page.getByRole('row').count()
  assert.ok(rows > 1 && rows < 300, `${rows} rows are in the page`)
  await expectHarmless(page)
})
