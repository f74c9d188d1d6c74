// Every page on every screen: nothing stands out at its sides (WCAG 1.4.10), and what is pressed is
// 24 px by 24 px at least (2.5.8): a label that is pressed for its field counts with it, a link
// within a sentence does not.

import assert from 'node:assert/strict'
import { test } from 'node:test'
import type { Page } from 'playwright-core'
import { startHarness, SIZES } from './harness.ts'

const { skip, open } = await startHarness()

const ROUTES = [
  '/', '/bounces', '/addresses', '/addresses/nemo@left.example', '/suppressions',
  '/suppressions?show=add', '/suppressions?show=import', '/lookup', '/lookup?text=550+5.1.1+no+such+user',
  '/lookup?text=5.1.1', '/lookup?tab=codes', '/lookup?tab=reasons',
  '/lookup?tab=platforms&platform=mailgun', '/mailbox', '/mailbox?view=plan', '/mailbox?view=log', '/mailbox?view=connect', '/unmatched', '/unmatched?view=rules',
  '/unmatched?view=rules&rule=new', '/unmatched?view=again', '/policy', '/policy?view=edit',
  '/policy?view=simulate', '/troubles', '/prevention', '/sources', '/webhooks', '/webhooks?add=1',
  '/keys', '/keys?add=1', '/users', '/users?add=1', '/audit', '/account',
] as const

const PIXELS_MIN = 24

/** What is too small: its role or tag, its name, its size. */
async function smallTargets(page: Page): Promise<readonly string[]> {
  return await page.evaluate((min) => {
    const targets = document.querySelectorAll<HTMLElement>(
      'a[href],button,input,select,textarea,summary,[role="button"],[role="tab"],[role="switch"]')
    const isSeen = (element: HTMLElement): boolean =>
      element.checkVisibility({ opacityProperty: true, visibilityProperty: true })
      && !element.matches(':disabled') && element.closest('[aria-hidden="true"]') === null
    const boxOf = (element: HTMLElement): DOMRect => {
      const all = [element, ...element instanceof HTMLInputElement ? element.labels ?? [] : []]
        .filter(isSeen).map((one) => one.getBoundingClientRect())
      const [left, top] = [Math.min(...all.map((b) => b.left)), Math.min(...all.map((b) => b.top))]
      return new DOMRect(left, top, Math.max(...all.map((b) => b.right)) - left,
        Math.max(...all.map((b) => b.bottom)) - top)
    }
    /** A line of text that goes on beside it decides its height. */
    const isInSentence = (element: HTMLElement): boolean => {
      const block = element.parentElement?.closest<HTMLElement>('p,li,dd,td,div,span')
      const own = element.textContent.trim()
      return getComputedStyle(element).display === 'inline'
        && (block?.textContent ?? '').trim().length > own.length
    }
    return [...targets].filter(isSeen).flatMap((element) => {
      const { width, height } = boxOf(element)
      // What is only heard has no size.
      if (width <= 1 || height <= 1 || (width >= min && height >= min)) return []
      if (isInSentence(element)) return []
      const name = (element.ariaLabel ?? element.textContent).trim().slice(0, 40)
      return [`${element.role ?? element.tagName} "${name}" ${Math.round(width)}×${Math.round(height)}`]
    })
  }, PIXELS_MIN)
}

/** In px: a desktop at 400 %, phones, a tablet, desktops. */
const WIDTHS = [320, 390, 820, 1440, 1920] as const

/** What stays wider than its place once the page has settled at its new width. */
async function sidewaysScrolls(page: Page): Promise<readonly string[]> {
  for (let looks = 1; ; looks++) {
    const found = await widerThanTheirPlace(page)
    if (found.length === 0 || looks === LOOKS_MAX) return found
    await page.waitForTimeout(LOOK_PAUSE_MS)
  }
}

const LOOKS_MAX = 20
const LOOK_PAUSE_MS = 50

/** The page itself and, on a page of reference, its tables. */
async function widerThanTheirPlace(page: Page): Promise<readonly string[]> {
  return await page.evaluate(() => {
    const tables = location.pathname === '/lookup'
      ? document.querySelectorAll('main [role="group"]:has(> * > table)') : []
    return [document.documentElement, ...tables]
      .filter(({ scrollWidth, clientWidth }) => scrollWidth > clientWidth)
      .map(({ tagName, ariaLabel, scrollWidth, clientWidth }) =>
        `${ariaLabel ?? tagName} is ${scrollWidth} px wide in ${clientWidth}`)
  })
}

test('no page scrolls sideways, however wide the screen', { skip }, async (t) => {
  const page = await open(t, '/', { mayComplain: /status of 40[04]/ })
  const found: string[] = []
  for (const path of ROUTES) {
    await page.goto(path)
    await page.getByRole('heading', { level: 1 }).waitFor()
    await page.locator('.mantine-Skeleton-root').first().waitFor({ state: 'detached' })
    for (const width of WIDTHS) {
      await page.setViewportSize({ width, height: 800 })
      found.push(...(await sidewaysScrolls(page)).map((one) => `${path} at ${width}: ${one}`))
    }
  }
  assert.deepEqual(found, [])
})

for (const size of ['phone', 'desktop'] as const) {
  test(`every target at ${size} size is large enough`, { skip }, async (t) => {
    const page = await open(t, '/', { size, mayComplain: /status of 40[04]/ })
    const found: string[] = []
    for (const path of ROUTES) {
      await page.goto(path)
      await page.getByRole('heading', { level: 1 }).waitFor()
      await page.locator('.mantine-Skeleton-root').first().waitFor({ state: 'detached' })
      found.push(...(await smallTargets(page)).map((one) => `${path}: ${one}`))
    }
    assert.deepEqual(found, [], `at ${SIZES[size].width} px`)
  })
}
