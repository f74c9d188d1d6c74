// Draws the screenshots of README.md and docs/web.md: the pages as they are, in Chromium, with the
// mail of `carom serve --demo`. Run by hand (`npm run screenshots`) when the pages have changed.

import { mkdirSync } from 'node:fs'
import { join } from 'node:path'
import { chromium, type BrowserContext, type Page } from 'playwright-core'
import { startService, type RunningService } from '../packages/web/test/service.ts'
import { ROOT } from './source-files.ts'

const CHROMIUM = process.env['CHROMIUM'] ?? '/usr/bin/chromium'
const FOLDER = join(ROOT, 'docs/screenshots')
const SIZE = { width: 1280, height: 800 }
/** Until charts are drawn. */
const SETTLE_MS = 1_500

type Shot = {
  readonly name: string
  readonly path: string
  readonly scheme?: 'light' | 'dark'
  /** What to do before the picture is taken. */
  readonly open?: (page: Page) => Promise<void>
}

/** The first row of the table, opened as one would. */
async function openFirstRow(page: Page): Promise<void> {
  await page.getByRole('row').nth(1).click()
  await page.getByRole('region').last().waitFor()
}

/** Two letters marked for bouncing, by the keys that the page tells of. */
async function markSome(page: Page): Promise<void> {
  for (const row of [1, 3]) {
    await page.getByRole('row').nth(row).getByRole('checkbox').check()
  }
  await page.getByRole('button', { name: 'Mark', exact: true }).click()
}

const SHOTS: readonly Shot[] = [
  { name: 'overview', path: '/?within=30d' },
  { name: 'overview-dark', path: '/?within=30d', scheme: 'dark' },
  { name: 'bounces', path: '/bounces?reason=mailbox-full', open: openFirstRow },
  { name: 'mailbox', path: '/mailbox', open: markSome },
  { name: 'lookup', path: '/lookup?text=550+5.7.1+Client+host+blocked+using+zen.spamhaus.org' },
]

const service = await startService('', ['--demo', '--port', '0'])
const browser = await chromium.launch({
  executablePath: CHROMIUM, args: ['--no-sandbox', '--disable-gpu'],
})
try {
  mkdirSync(FOLDER, { recursive: true })
  const shots = [...SHOTS, await findAddress(service)]
  for (const shot of shots) {
    const context = await openContext(shot.scheme ?? 'light')
    await take(context, shot)
    await context.close()
  }
} finally {
  await browser.close()
  await service.stop()
}

/** Somebody with a story, who gets no more mail. */
async function findAddress({ ask }: RunningService): Promise<Shot> {
  const { rows } = await ask('/v1/suppressions?limit=100') as unknown as {
    readonly rows: readonly { readonly address: string }[]
  }
  // What begins with @ is a whole domain.
  const address = rows.find((row) => !row.address.startsWith('@'))?.address ?? ''
  return { name: 'address', path: `/addresses/${encodeURIComponent(address)}` }
}

async function openContext(colorScheme: 'light' | 'dark'): Promise<BrowserContext> {
  const context = await browser.newContext({
    viewport: SIZE, colorScheme, reducedMotion: 'reduce', locale: 'en-GB', baseURL: service.url,
  })
  const [name = '', value = ''] = (await service.signIn('admin')).split('=')
  await context.addCookies([{ name, value, url: service.url }])
  return context
}

async function take(context: BrowserContext, { name, path, open }: Shot): Promise<void> {
  const page = await context.newPage()
  await page.goto(path)
  await page.getByRole('heading', { level: 1 }).waitFor()
  // Until all answers are there; the live stream never ends, so that the network is never idle.
  await page.locator('.mantine-Skeleton-root').first().waitFor({ state: 'detached' })
  await open?.(page)
  await page.waitForTimeout(SETTLE_MS)
  await page.screenshot({ path: join(FOLDER, `${name}.png`) })
  console.log(`docs/screenshots/${name}.png`)
}
