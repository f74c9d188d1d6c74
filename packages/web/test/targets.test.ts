// What is pressed is 24 px by 24 px at least on every page (WCAG 2.2, 2.5.8), on a phone and on a
// desktop: a label that is pressed for its field counts with it, a link within a sentence does not.

import assert from 'node:assert/strict'
import { test } from 'node:test'
import type { Page } from 'playwright-core'
import { expectNoSidewaysScroll, startHarness, SIZES } from './harness.ts'

const { skip, open } = await startHarness()

const ROUTES = [
  '/', '/bounces', '/addresses', '/addresses/nemo@left.example', '/suppressions',
  '/suppressions?show=add', '/suppressions?show=import', '/lookup', '/lookup?text=550+5.1.1+no+such+user',
  '/lookup?tab=codes', '/mailbox', '/mailbox?view=connect', '/unmatched', '/unmatched?view=rules',
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

for (const size of ['phone', 'desktop'] as const) {
  test(`every target at ${size} size is large enough`, { skip }, async (t) => {
    const page = await open(t, '/', { size, mayComplain: /status of 40[04]/ })
    const found: string[] = []
    for (const path of ROUTES) {
      await page.goto(path)
      await page.getByRole('heading', { level: 1 }).waitFor()
      await page.locator('.mantine-Skeleton-root').first().waitFor({ state: 'detached' })
      found.push(...(await smallTargets(page)).map((one) => `${path}: ${one}`))
      await expectNoSidewaysScroll(page)
    }
    assert.deepEqual(found, [], `at ${SIZES[size].width} px`)
  })
}
