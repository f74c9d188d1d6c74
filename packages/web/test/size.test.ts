// What a first visit of each page brings over the wire: 250 kB at most, as it is sent.

import assert from 'node:assert/strict'
import { test } from 'node:test'
import type { Page, Response } from 'playwright-core'
import { startHarness } from './harness.ts'

const { skip, open, service } = await startHarness()

const BYTES_MAX = 250_000

const ROUTES = [
  '/', '/bounces', '/addresses', '/suppressions', '/lookup', '/mailbox', '/unmatched', '/policy',
  '/troubles', '/prevention', '/sources', '/webhooks', '/keys', '/users', '/account', '/login',
] as const

/** Of scripts, styles, pictures and the page itself; not of what the API answers. */
async function weigh(page: Page, path: string): Promise<number> {
  const answers: Response[] = []
  page.on('response', (answer) => answers.push(answer))
  await page.goto(path)
  await page.getByRole('heading', { level: 1 }).waitFor()
  // Live streams never end, so that the network is never idle: the page is, once nothing comes.
  for (let before = -1; before !== answers.length;) {
    before = answers.length
    await page.waitForTimeout(400)
  }
  let bytes = 0
  for (const answer of answers) {
    const { pathname } = new URL(answer.url())
    if (pathname.startsWith('/v1/')) continue
    const { responseBodySize } = await answer.request().sizes()
    bytes += responseBodySize
  }
  return bytes
}

for (const path of ROUTES) {
  test(`the first load of ${path}`, { skip }, async (t) => {
    const page = await open(t, '/carom.svg', path === '/login' ? { role: null } : {})
    const bytes = await weigh(page, service.url + path)
    t.diagnostic(`${path}: ${(bytes / 1000).toFixed(1)} kB`)
    assert.ok(bytes > 50_000, 'it was weighed')
    assert.ok(bytes <= BYTES_MAX, `${bytes} bytes, more than ${BYTES_MAX}`)
  })
}
