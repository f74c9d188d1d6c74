// The pages in a real browser, on a really served app: what the tests of every page begin with.
// Whatever the browser complains of fails the test: errors, refusals of the content security
// policy, requests to anywhere else.

import assert from 'node:assert/strict'
import { existsSync } from 'node:fs'
import { after, type TestContext } from 'node:test'
import { AxeBuilder } from '@axe-core/playwright'
import { chromium, type Browser, type BrowserContext, type Page } from 'playwright-core'
import { fillWithSamples, SAMPLE_CONFIG } from './samples.ts'
import { startService, type Role, type RunningService } from './service.ts'

const PLACES = ['/usr/bin/chromium', '/usr/bin/chromium-browser', '/usr/bin/google-chrome']
const ARGUMENTS = ['--no-sandbox', '--disable-gpu', '--disable-background-networking']

export const SIZES = {
  phone: { width: 360, height: 740 }, tablet: { width: 1024, height: 768 },
  desktop: { width: 1600, height: 950 },
} as const

export type OpenOptions = {
  /** @default desktop */
  readonly size?: keyof typeof SIZES
  /** @default light */
  readonly scheme?: 'light' | 'dark'
  /** Null: nobody is signed in. @default admin */
  readonly role?: Role | null
  /** What the browser may complain of, since the test provokes it. */
  readonly mayComplain?: RegExp
}

export type Harness = {
  /** Why there is no browser; for the `skip` of each test. */
  readonly skip: string | false
  readonly service: RunningService
  /** A browser of its own at an address of the app; closed, and judged, when the test ends. */
  readonly open: (t: TestContext, path: string, options?: OpenOptions) => Promise<Page>
}

/** One service and one browser for a file of tests; both end with it. */
export async function startHarness({ samples = true, config = '', words = [] }: {
  /** Whether there is mail to be seen. */
  readonly samples?: boolean
  /** YAML of further settings; `{folder}` is a folder that goes with the service. */
  readonly config?: string
  /** Further words for `carom serve`. */
  readonly words?: readonly string[]
} = {}): Promise<Harness> {
  const executablePath = findBrowser()
  // Where tests are run for everyone, a missing browser is a failure, not a reason to test less.
  if (executablePath === undefined && process.env['CI'] === undefined) return NO_BROWSER
  assert.ok(executablePath !== undefined, 'no Chromium found')
  const [service, browser] = await Promise.all([
    startService((samples ? SAMPLE_CONFIG : '') + config, words),
    chromium.launch({ executablePath, args: ARGUMENTS }),
  ])
  after(async () => {
    await browser.close()
    await service.stop()
  })
  if (samples) await fillWithSamples(service)
  return {
    skip: false, service,
    open: (t, path, options = {}) => openPage(t, path, options, { browser, service }),
  }
}

function findBrowser(): string | undefined {
  return [process.env['CHROMIUM'] ?? '', ...PLACES].find((path) => existsSync(path))
}

const NO_BROWSER: Harness = {
  skip: 'no Chromium here: apt install chromium, or set CHROMIUM',
  get service(): never { throw new TypeError('there is no service without a browser') },
  open: () => Promise.reject(new TypeError('there is no browser')),
}

async function openPage(
  t: TestContext, path: string,
  { size = 'desktop', scheme = 'light', role = 'admin', mayComplain }: OpenOptions,
  { browser, service }: { readonly browser: Browser; readonly service: RunningService },
): Promise<Page> {
  const context = await browser.newContext({
    viewport: SIZES[size], hasTouch: size === 'phone', colorScheme: scheme,
    reducedMotion: 'reduce', locale: 'en-GB', timezoneId: 'UTC', baseURL: service.url,
    permissions: ['clipboard-read', 'clipboard-write'],
  })
  const complaints = listen(context, service.url)
  t.after(async () => {
    await context.close()
    const left = complaints.filter((complaint) => mayComplain?.test(complaint) !== true)
    assert.deepEqual(left, [], 'the browser complained')
  })
  if (role !== null) await addSession(context, await service.signIn(role), service.url)
  const page = await context.newPage()
  page.setDefaultTimeout(15_000)
  await page.goto(path)
  return page
}

async function addSession(context: BrowserContext, cookie: string, url: string): Promise<void> {
  const [name = '', value = ''] = cookie.split('=')
  await context.addCookies([{ name, value, url, httpOnly: true, sameSite: 'Lax' }])
}

/** All that goes wrong in any page of a browser, as it goes wrong. */
function listen(context: BrowserContext, url: string): readonly string[] {
  const complaints: string[] = []
  context.on('console', (message) => {
    if (message.type() === 'error' || message.type() === 'warning') complaints.push(message.text())
  })
  context.on('weberror', (error) => complaints.push(String(error.error())))
  context.on('request', (request) => {
    const asked = request.url()
    // Passkeys need a name; the service listens on the address that it stands for.
    const isOwn = /^(?:data|blob|about):/.test(asked) ||
      [url, url.replace('127.0.0.1', 'localhost')].some((own) => asked.startsWith(`${own}/`))
    if (!isOwn) complaints.push(`request to ${asked}`)
  })
  return complaints
}

const WCAG = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice']

/** No violation of WCAG 2.2 AA, nor of what is good practice beyond, once the page is there. */
export async function expectAccessible(page: Page): Promise<void> {
  await page.getByRole('heading', { level: 1 }).first().waitFor()
  const { violations } = await new AxeBuilder({ page }).withTags(WCAG).analyze()
  const found = violations.flatMap(({ id, help, nodes }) => nodes.map(({ html, failureSummary }) =>
    `${id}: ${help}\n  ${html.slice(0, 300)}\n  ${failureSummary?.replaceAll('\n', '\n  ')}`))
  assert.equal(found.length, 0, found.join('\n'))
}

/** The tabs stand in one line, and the open one is in sight. */
export async function expectTabsInLine(page: Page): Promise<void> {
  const tabs = page.getByRole('tablist').first()
  await tabs.getByRole('tab', { selected: true }).waitFor()
  const { rows, isSeen } = await tabs.evaluate((line) => {
    const frame = line.getBoundingClientRect()
    const all = [...line.querySelectorAll('[role="tab"]')]
    const open = line.querySelector('[aria-selected="true"]')?.getBoundingClientRect()
    return {
      rows: new Set(all.map((tab) => tab.getBoundingClientRect().top)).size,
      isSeen: open !== undefined && open.left >= frame.left - 1 && open.right <= frame.right + 1,
    }
  })
  assert.deepEqual({ rows, isSeen }, { rows: 1, isSeen: true })
}

/** Nothing stands out of the window at its sides. */
export async function expectNoSidewaysScroll(page: Page): Promise<void> {
  const [whole, seen] = await page.evaluate(() =>
    [document.documentElement.scrollWidth, document.documentElement.clientWidth] as const)
  assert.ok(whole <= seen, `the page is ${whole} px wide, and ${seen} are seen`)
}
