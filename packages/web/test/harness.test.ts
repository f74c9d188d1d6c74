// What every test of a page rests on: the frame is there, signed in, in both sizes and schemes, and
// what a browser complains of fails a test.

import assert from 'node:assert/strict'
import { test, type TestContext } from 'node:test'
import { expectAccessible, expectNoSidewaysScroll, startHarness } from './harness.ts'

const { skip, open, service } = await startHarness()

for (const size of ['phone', 'desktop'] as const) {
  for (const scheme of ['light', 'dark'] as const) {
    test(`the frame at ${size} size, ${scheme}`, { skip }, async (t) => {
      const page = await open(t, '/webhooks', { size, scheme })
      await page.getByRole('heading', { level: 1, name: 'Webhooks' }).waitFor()
      await expectAccessible(page)
      await expectNoSidewaysScroll(page)
    })
  }
}

test('there is mail to be seen', { skip }, async () => {
  const { rows } = await service.ask('/v1/events?limit=200')
  assert.ok((rows as unknown[]).length > 100)
})

test('what a browser complains of fails the test', { skip }, async () => {
  const faults = {
    'an error': () => { console.error('broken') },
    'an exception': () => { setTimeout(() => { throw new Error('broken') }) },
    'a request to elsewhere': () => { void fetch('https://example.com/').catch(() => {}) },
    'an inline script': () => {
      document.body.append(Object.assign(document.createElement('script'), { text: '1' }))
    },
  }
  for (const [name, fault] of Object.entries(faults)) {
    const ends: (() => Promise<void>)[] = []
    const t = { after: (end: () => Promise<void>) => ends.push(end) } as unknown as TestContext
    const page = await open(t, '/login', { role: null })
    await page.evaluate(fault)
    // Asked after it, so that it is heard before.
    await page.evaluate(() => new Promise((resolve) => { setTimeout(resolve, 0) }))
    await assert.rejects(async () => { for (const end of ends) await end() }, /complained/, name)
  }
})
