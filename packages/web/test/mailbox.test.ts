// The mailbox page: marking by mouse and keyboard, the plan with its reasons, sending, the log.

import assert from 'node:assert/strict'
import { rmSync } from 'node:fs'
import { after, test } from 'node:test'
import type { Locator, Page } from 'playwright-core'
import { expectAccessible, expectNoSidewaysScroll, startHarness } from './harness.ts'
import { makeMaildir, type SampleMail } from './maildir.ts'
import { startRelay } from './relay.ts'

const HOSTILE = '<img src=x onerror=alert(1)> \u202egnp.exe'
const MAILS: readonly SampleMail[] = [
  { subject: 'Please take this back', body: '<script>alert(1)</script>\r\n\u202eesrever' },
  { subject: 'Second letter', from: 'bob@example.net' },
  { subject: 'Forged offer', from: 'eve@example.org', isForged: true },
  {
    subject: 'Newsletter', from: 'news@shop.example', fields: [
      'List-Id: <news.shop.example>', 'List-Unsubscribe: <https://shop.example/u/1>',
      'List-Unsubscribe-Post: List-Unsubscribe=One-Click',
    ],
  },
  { subject: HOSTILE, body: 'x'.repeat(1_000_000) },
  { subject: 'By keyboard', from: 'cleo@example.net', body: 'Typed only.' },
]

const relay = await startRelay()
const few = makeMaildir(MAILS)
const many = makeMaildir(Array.from({ length: 10_000 }, (_, i) => ({ subject: `Letter ${i}` })))
const { skip, open, service } = await startHarness({ samples: false, config: `
bounce:
  host: mx.example.com
  authservIds: [mx.example.com]
  relay: { host: 127.0.0.1, port: ${relay.port}, security: plain }
mailboxes:
  accounts:
    - { type: maildir, name: few, path: ${few}, addresses: [me@example.com] }
    - { type: maildir, name: many, path: ${many}, addresses: [me@example.com] }
` })
after(() => {
  relay.stop()
  for (const folder of [few, many]) rmSync(folder, { recursive: true, force: true })
})

async function idOf(name: string): Promise<string> {
  const { rows } = await service.ask('/v1/mailboxes') as unknown as {
    rows: readonly { readonly id: string; readonly name: string }[]
  }
  return rows.find((row) => row.name === name)?.id ?? assert.fail(`no mailbox ${name}`)
}

async function markedOf(name: string): Promise<number> {
  const { rows } = await service.ask('/v1/mailboxes') as unknown as {
    rows: readonly { readonly name: string; readonly marked: number }[]
  }
  return rows.find((row) => row.name === name)?.marked ?? -1
}

/** What other tests marked. */
async function unmarkAll(name: string): Promise<void> {
  const id = await idOf(name)
  const { rows } = await service.ask(`/v1/mailboxes/${id}/messages?marked=true&limit=1000`) as
    unknown as { rows: readonly { readonly key: string }[] }
  if (rows.length === 0) return
  await service.ask(`/v1/mailboxes/${id}/mark`, { keys: rows.map(({ key }) => key), mark: null },
    { method: 'PUT' })
}

function rowOf(page: Page, subject: string) {
  return page.getByRole('row').filter({ hasText: subject })
}

for (const size of ['phone', 'tablet', 'desktop'] as const) {
  for (const scheme of ['light', 'dark'] as const) {
    test(`the mailbox at ${size} size, ${scheme}`, { skip }, async (t) => {
      const page = await open(t, `/mailbox?box=${await idOf('few')}`, { size, scheme })
      await rowOf(page, 'Second letter').waitFor()
      await expectAccessible(page)
      await expectNoSidewaysScroll(page)
    })
  }
}

test('messages are marked and unmarked by keys', { skip }, async (t) => {
  await unmarkAll('few')
  const page = await open(t, `/mailbox?box=${await idOf('few')}`)
  await rowOf(page, 'Please take').focus()
  await page.keyboard.press('b')
  await page.getByText('1 message marked for bouncing').waitFor()
  await page.getByRole('tab', { name: 'Process Mail (1)' }).waitFor()
  await page.keyboard.press('j')
  await page.keyboard.press('x')
  await page.keyboard.press('Shift+ArrowDown')
  await page.getByText('2 chosen').waitFor()
  await page.keyboard.press('B')
  await page.getByRole('tab', { name: 'Process Mail (3)' }).waitFor()
  assert.equal(await markedOf('few'), 3)
  await page.keyboard.press('u')
  await page.getByRole('tab', { name: 'Process Mail (1)' }).waitFor()
  await rowOf(page, 'Please take').focus()
  await page.keyboard.press('x')
  await page.getByRole('button', { name: 'Unmark', exact: true }).click()
  await page.getByRole('tab', { name: 'Process Mail', exact: true }).waitFor()
})

test('G and B goes to the bounces and marks nothing', { skip }, async (t) => {
  await unmarkAll('few')
  const page = await open(t, `/mailbox?box=${await idOf('few')}`)
  await rowOf(page, 'Second letter').focus()
  await page.keyboard.press('g')
  await page.keyboard.press('b')
  await page.waitForURL(/\/bounces/)
  assert.equal(await markedOf('few'), 0)
})

test('a right click marks what is chosen', { skip }, async (t) => {
  await unmarkAll('few')
  const page = await open(t, `/mailbox?box=${await idOf('few')}`)
  await rowOf(page, 'Second letter').click({ modifiers: ['Control'] })
  await rowOf(page, 'Forged offer').click({ modifiers: ['Control'] })
  await rowOf(page, 'Forged offer').click({ button: 'right' })
  await page.getByRole('menuitem', { name: 'Mark for bouncing' }).click()
  await page.getByText('2 messages marked for bouncing').waitFor()
  await page.getByRole('button', { name: 'Undo' }).click()
  await page.getByRole('tab', { name: 'Process Mail', exact: true }).waitFor()
  assert.equal(await markedOf('few'), 0)
})

test('what a stranger wrote is shown as harmless text', { skip }, async (t) => {
  const page = await open(t, `/mailbox?box=${await idOf('few')}`)
  await rowOf(page, 'onerror').click()
  const pane = page.getByRole('region', { name: 'Message' })
  await pane.getByText('more characters').or(pane.getByText('goes on in the message')).waitFor()
  assert.equal(await page.locator('img[src="x"]').count(), 0)
  await rowOf(page, 'Please take').click()
  await pane.getByText('<script>alert(1)</script>').waitFor()
  assert.doesNotMatch(await pane.innerText(), /\u202e/)
  await pane.getByRole('tab', { name: 'Header' }).click()
  await pane.getByText('Authentication-Results').waitFor()
  await page.keyboard.press('Escape')
  await pane.waitFor({ state: 'hidden' })
})

/** Of a screen that shows sixty pictures a second. */
const FRAME_MS = 1_000 / 60
const FRAMES = 120

/** Time of the processor, not of the clock: other processes do not count. */
async function measureFrames(page: Page, grid: Locator): Promise<number> {
  const browser = await page.context().newCDPSession(page)
  await browser.send('Performance.enable', { timeDomain: 'threadTicks' })
  const busy = async (): Promise<number> => {
    const { metrics } = await browser.send('Performance.getMetrics')
    return metrics.find(({ name }) => name === 'TaskDuration')?.value ?? Number.NaN
  }
  const before = await busy()
  await grid.evaluate(async (frame, frames) => {
    frame.scrollTop = 100_000
    for (let i = 0; i < frames; i++) {
      frame.scrollTop += 120
      await new Promise((resolve) => { requestAnimationFrame(resolve) })
    }
  }, FRAMES)
  return (await busy() - before) * 1_000 / FRAMES
}

test('ten thousand messages are gone through, a few drawn at a time', { skip }, async (t) => {
  const page = await open(t, `/mailbox?box=${await idOf('many')}`)
  const grid = page.getByRole('grid', { name: 'Messages' })
  await grid.waitFor()
  // From end to end, as fast as pages come.
  const drawnMax = await grid.evaluate(async (frame) => {
    let most = 0
    while (!frame.textContent.includes('Letter 9999')) {
      frame.scrollTop += 2_000
      await new Promise((resolve) => { requestAnimationFrame(resolve) })
      most = Math.max(most, frame.querySelectorAll('[data-index]').length)
    }
    return most
  })
  await page.getByText('10,000 of 10,000 messages loaded').waitFor()
  assert.ok(drawnMax < 80, `${drawnMax} rows were drawn at once`)
  const frameMs = await measureFrames(page, grid)
  t.diagnostic(`${frameMs.toFixed(1)} ms of the processor for a frame while it scrolls`)
  assert.ok(frameMs < FRAME_MS, `${frameMs} ms for a frame`)
  // Rows take two lines beside an open message: that one stays in sight, also when it is closed.
  await grid.evaluate((frame) => { frame.scrollTop = 200_000 })
  const row = grid.getByRole('row').filter({ hasText: 'Letter 5005' })
  const expectInSight = async (heightMin: number): Promise<void> => {
    await row.waitFor()
    await page.waitForFunction((min) => {
      const seen = document.querySelector('[role="grid"] [aria-selected="true"]')?.getBoundingClientRect()
      const frame = document.querySelector('[role="grid"]')?.getBoundingClientRect()
      return seen !== undefined && frame !== undefined && seen.height > min
        && seen.top > frame.top && seen.bottom <= frame.bottom + 1
    }, heightMin)
  }
  await row.click()
  await page.getByRole('heading', { name: 'Letter 5005' }).waitFor()
  await expectInSight(50)
  await page.keyboard.press('Escape')
  await page.getByRole('heading', { name: 'Letter 5005' }).waitFor({ state: 'detached' })
  await expectInSight(20)
})

test('the plan says what is bounced, what not, and why; then it is done', { skip }, async (t) => {
  await unmarkAll('few')
  const page = await open(t, `/mailbox?box=${await idOf('few')}`)
  await rowOf(page, 'Please take').waitFor()
  await rowOf(page, 'Please take').focus()
  await page.keyboard.press('x')
  for (const subject of ['Forged offer', 'Newsletter']) {
    await rowOf(page, subject).click({ modifiers: ['Control'] })
  }
  await page.getByRole('button', { name: 'Mark', exact: true }).click()
  await page.getByRole('tab', { name: 'Process Mail (3)' }).click()
  const article = (subject: string) => page.getByRole('article').filter({ hasText: subject })
  await article('Please take').getByText('Will be bounced').waitFor()
  await article('Forged offer').getByText('Is not bounced').waitFor()
  await article('Newsletter').getByText('It is no mailing list').waitFor()
  await article('Please take').getByRole('button', { name: 'Show the exact bytes' }).click()
  await article('Please take').getByText('5.7.1').first().waitFor()
  await page.getByText('Why no false “user unknown”').click()
  await page.getByText('would be a lie that harms you').waitFor()
  await expectAccessible(page)
  // Dry run: the button says why it does nothing.
  await page.getByRole('button', { name: 'Do it: 1 bounce' }).hover()
  await page.getByRole('tooltip', { name: /Dry run is on/ }).waitFor()
  await page.getByRole('button', { name: 'Switch dry run off' }).click()
  await page.getByRole('button', { name: 'Do it: 1 bounce' }).click()
  await page.getByRole('button', { name: 'Yes, send' }).click()
  await article('Please take').getByText('Bounced', { exact: true }).first().waitFor()
  await article('Please take').getByText('4711').waitFor()
  assert.deepEqual(relay.taken.map(({ from, to }) => ({ from, to })),
    [{ from: '', to: 'ann@example.org' }])
  assert.match(relay.taken[0]?.data ?? '', /^Status: 5\.7\.1/m)
  assert.doesNotMatch(relay.taken[0]?.data ?? '', /5\.1\.1|user unknown/i)
  await page.getByRole('tab', { name: 'Log' }).click()
  await page.getByRole('row').filter({ hasText: 'ann@example.org' }).waitFor()
  await expectAccessible(page)
})

const TABS_MAX = 60

/** By the Tab key alone, as far as it takes. */
async function tabTo(page: Page, target: Locator): Promise<void> {
  await target.waitFor()
  for (let pressed = 0; pressed < TABS_MAX; pressed++) {
    if (await target.evaluate((one) => one === document.activeElement)) return
    await page.keyboard.press('Tab')
  }
  assert.fail(`${TABS_MAX} times Tab do not lead to ${String(target)}`)
}

test('blocking is offered instead of a bounce', { skip }, async (t) => {
  const page = await open(t, `/mailbox?box=${await idOf('few')}&view=plan`)
  const forged = page.getByRole('article').filter({ hasText: 'Forged offer' })
  await forged.getByRole('button', { name: 'Block the sender' }).click()
  await forged.getByText('Done.').waitFor()
  await page.getByRole('tab', { name: 'Set-up' }).click()
  await page.getByText('eve@example.org').first().waitFor()
  await page.getByRole('button', { name: 'Accept again' }).click()
  await page.getByText('Blocked senders').waitFor({ state: 'hidden' })
})

test('an abuse report is looked at before it is sent', { skip }, async (t) => {
  await unmarkAll('few')
  const page = await open(t, `/mailbox?box=${await idOf('few')}`)
  await rowOf(page, 'Second letter').focus()
  await page.keyboard.press('b')
  await page.getByRole('tab', { name: 'Process Mail (1)' }).click()
  const letter = page.getByRole('article').filter({ hasText: 'Second letter' })
  const before = relay.taken.length
  await letter.getByRole('button', { name: 'Send an abuse report' }).click()
  await letter.getByText('Shown only.').waitFor()
  await letter.getByRole('button', { name: 'Show the exact bytes' }).first().click()
  await letter.getByText('feedback-report').first().waitFor()
  assert.equal(relay.taken.length, before)
})

test('by keyboard alone, from opening the page to the outcome and the log', { skip }, async (t) => {
  await unmarkAll('few')
  await service.ask('/v1/bounces/settings', { dryRun: true }, { method: 'PUT' })
  const page = await open(t, '/')
  await page.getByRole('heading', { name: 'Overview' }).waitFor()
  await page.keyboard.press('g')
  await page.keyboard.press('m')
  await page.waitForURL(/\/mailbox/)
  await tabTo(page, page.getByRole('combobox', { name: 'Mailbox' }))
  // The list opens, and the other mailbox is chosen, whichever was first.
  if (!await rowOf(page, 'By keyboard').isVisible()) {
    await page.keyboard.press('Enter')
    await page.getByRole('option', { name: 'few' }).waitFor()
    await page.keyboard.type('few')
    await page.keyboard.press('ArrowDown')
    await page.keyboard.press('Enter')
  }
  const row = rowOf(page, 'By keyboard')
  await row.waitFor()
  await tabTo(page, page.getByRole('grid', { name: 'Messages' }).locator('[role="row"][tabindex="0"]'))
  while (!await row.evaluate((one) => one === document.activeElement)) {
    await page.keyboard.press('ArrowDown')
  }
  await page.keyboard.press('Enter')
  await page.getByRole('region', { name: 'Message' }).getByText('Typed only.').waitFor()
  await page.keyboard.press('Escape')
  await page.waitForFunction(() => document.activeElement?.textContent.includes('By keyboard'))
  await page.keyboard.press('b')
  await page.getByRole('tab', { name: 'Process Mail (1)' }).waitFor()
  while (!await page.getByRole('tab', { selected: true }).first().evaluate((one) => one === document.activeElement)) {
    await page.keyboard.press('Shift+Tab')
  }
  await page.keyboard.press('ArrowRight')
  const letter = page.getByRole('article').filter({ hasText: 'By keyboard' })
  await letter.getByText('Will be bounced').waitFor()
  await tabTo(page, page.getByRole('button', { name: 'Switch dry run off' }))
  await page.keyboard.press('Enter')
  await page.getByRole('button', { name: 'Back to dry run' }).waitFor()
  await tabTo(page, page.getByRole('button', { name: 'Do it: 1 bounce' }))
  await page.keyboard.press('Enter')
  await page.keyboard.press('Enter')
  await letter.getByText('Bounced', { exact: true }).first().waitFor()
  assert.equal(relay.taken.at(-1)?.to, 'cleo@example.net')
  while (!await page.getByRole('tab', { selected: true }).first().evaluate((one) => one === document.activeElement)) {
    await page.keyboard.press('Shift+Tab')
  }
  await page.keyboard.press('ArrowRight')
  await page.getByRole('row').filter({ hasText: 'cleo@example.net' }).waitFor()
})

test('a mailbox that cannot be reached is not kept', { skip }, async (t) => {
  const page = await open(t, '/mailbox?view=connect', { mayComplain: /status of (?:4|5)\d\d/ })
  await page.getByLabel('Name', { exact: false }).first().fill('Nowhere')
  await page.getByRole('combobox', { name: 'Your addresses' }).fill('you@example.com,')
  await page.getByLabel('IMAP server').fill('127.0.0.1')
  await page.getByLabel('Port').fill('9')
  await page.getByLabel('User').fill('you')
  await page.getByLabel('Password').first().fill('secret')
  await page.getByRole('button', { name: 'Test and connect' }).click()
  await page.getByRole('alert').waitFor()
  const { rows } = await service.ask('/v1/mailboxes')
  assert.equal((rows as unknown[]).length, 2)
})

test('who only looks sees no messages', { skip }, async (t) => {
  const page = await open(t, `/mailbox?box=${await idOf('few')}`, { role: 'viewer' })
  await page.getByText('Messages are private').waitFor()
})
