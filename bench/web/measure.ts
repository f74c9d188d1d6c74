// How soon the pages react in a browser, and how soon filters answer over a million rows. Processor
// time of the page stands beside wall times, which say little on a shared machine.

import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { DatabaseSync } from 'node:sqlite'
import { chromium, type Browser, type Page } from 'playwright-core'
import { fillWithSamples, SAMPLE_CONFIG } from '../../packages/web/test/samples.ts'
import { startService, type RunningService } from '../../packages/web/test/service.ts'
import { median } from '../rounds.ts'
import { multiplyHistory } from './fill.ts'

type Figures = Record<string, Record<string, unknown>>

const CHROMIUM = process.env['CHROMIUM'] ?? '/usr/bin/chromium'
const ROUNDS = 5
const ROWS = 1_000_000

/** What is pressed first on each page, and what shows that it was. */
const FIRST: Readonly<Record<string, {
  readonly press: (page: Page) => Promise<void>; readonly shown: (page: Page) => Promise<void>
}>> = {
  '/': {
    press: (page) => page.getByText('90 days', { exact: true }).click(),
    shown: (page) => page.waitForURL(/within=90d/),
  },
  '/bounces': {
    press: (page) => page.getByRole('searchbox', { name: 'Text' }).fill('quota'),
    shown: (page) => page.waitForURL(/text=quota/),
  },
  '/addresses': {
    press: (page) => page.getByLabel('Find an address').or(page.getByRole('textbox')).first()
      .fill('a'),
    shown: (page) => page.locator('input[value="a"]').waitFor(),
  },
  '/suppressions': {
    press: (page) => page.getByRole('button', { name: 'Add', exact: true }).click(),
    shown: (page) => page.waitForURL(/show=add/),
  },
  '/lookup': {
    press: (page) => page.getByRole('button', { name: '5.1.1', exact: true }).click(),
    shown: (page) => page.getByRole('button', { name: 'Clear' }).waitFor(),
  },
  '/mailbox': {
    press: (page) => page.getByRole('tab', { name: 'Log' }).click(),
    shown: (page) => page.waitForURL(/view=log/),
  },
  '/policy': {
    press: (page) => page.getByRole('tab', { name: 'Versions' }).click(),
    shown: (page) => page.waitForURL(/view=versions/),
  },
  '/unmatched': {
    press: (page) => page.getByRole('tab', { name: 'Rules' }).click(),
    shown: (page) => page.waitForURL(/view=rules/),
  },
}

/** Filters of the pages, alone and together, frequent and rare. */
const FILTERS = [
  '/v1/events?kind=failed', '/v1/events?text=quota', '/v1/events?text=ma', '/v1/events?code=550',
  '/v1/events?code=5.1.1', '/v1/events?reason=mailbox-full', '/v1/events?fault=sender',
  '/v1/events?receiver=google', '/v1/events?domain=gmail.com', '/v1/events?list=news',
  '/v1/events?source=postmark', '/v1/events?remedy=suppress&fault=recipient&list=offers',
  '/v1/events?from=2026-01-01T00:00:00Z', '/v1/events?text=nobody-has-this&fault=recipient',
  '/v1/events?order=oldest&counted=false', '/v1/suppressions?origin=policy',
  '/v1/suppressions?text=person1',
  `/v1/overview?from=${new Date(Date.now() - 90 * 86_400_000).toISOString()}`,
] as const

export async function measureWeb(only: string | undefined): Promise<Figures> {
  const parts: Readonly<Record<string, () => Promise<Record<string, unknown>>>> = {
    'first reaction, ms from the start of the navigation': measurePages,
    'filters over a million rows, ms until the answer': measureFilters,
  }
  const figures: Figures = {}
  for (const [name, measure] of Object.entries(parts)) {
    if (only === undefined || name.includes(only)) figures[name] = await measure()
  }
  return figures
}

async function measurePages(): Promise<Record<string, unknown>> {
  const service = await startService('', ['--demo', '--port', '0'])
  const browser = await chromium.launch({
    executablePath: CHROMIUM, args: ['--no-sandbox', '--disable-gpu'],
  })
  try {
    const figures: Record<string, unknown> = { goal: 1_500 }
    for (const path of Object.keys(FIRST)) {
      const rounds: Reaction[] = []
      for (let i = 0; i < ROUNDS; i++) rounds.push(await react(browser, service, path))
      figures[path] = median(rounds.map(({ ms }) => ms))
      figures[`${path} busy`] = median(rounds.map(({ busyMs }) => busyMs))
    }
    return figures
  } finally {
    await browser.close()
    await service.stop()
  }
}

type Reaction = { readonly ms: number; readonly busyMs: number }

/** A first visit, with nothing kept from before. */
async function react(
  browser: Browser, service: RunningService, path: string,
): Promise<Reaction> {
  const context = await browser.newContext({ locale: 'en-GB', baseURL: service.url })
  const [name = '', value = ''] = (await service.signIn('admin')).split('=')
  await context.addCookies([{ name, value, url: service.url }])
  const page = await context.newPage()
  const session = await context.newCDPSession(page)
  await session.send('Performance.enable')
  const { press, shown } = FIRST[path] as (typeof FIRST)[string]
  await page.goto(path, { waitUntil: 'commit' })
  await press(page)
  await shown(page)
  const ms = await page.evaluate(() => performance.now())
  const { metrics } = await session.send('Performance.getMetrics')
  const busy = metrics.find((metric) => metric.name === 'TaskDuration')?.value ?? 0
  await context.close()
  return { ms, busyMs: busy * 1_000 }
}

async function measureFilters(): Promise<Record<string, unknown>> {
  const folder = mkdtempSync(join(tmpdir(), 'carom-million-'))
  const store = join(folder, 'million.db')
  try {
    await fillMillion(store)
    const service = await startService('', ['--store', store])
    try {
      const figures: Record<string, unknown> = { goal: 300 }
      for (const path of FILTERS) figures[path] = await answerMs(service, path)
      return figures
    } finally {
      await service.stop()
    }
  } finally {
    rmSync(folder, { recursive: true, force: true })
  }
}

/** The mail of the tests of pages, multiplied; whoever was signed in there is not any more. */
async function fillMillion(store: string): Promise<void> {
  const service = await startService(SAMPLE_CONFIG)
  try {
    await fillWithSamples(service)
    const database = new DatabaseSync(join(service.folder, 'carom.db'))
    database.prepare('VACUUM INTO ?').run(store)
    database.close()
  } finally {
    await service.stop()
  }
  multiplyHistory(store, ROWS)
}

/** As the pages ask: the first page, and how many there are. */
async function answerMs({ ask }: RunningService, path: string): Promise<number> {
  const whole = path.startsWith('/v1/events') ? `${path}&count=true&limit=100` : path
  const rounds: number[] = []
  for (let i = 0; i < ROUNDS; i++) {
    const started = performance.now()
    await ask(whole)
    rounds.push(performance.now() - started)
  }
  return median(rounds)
}
