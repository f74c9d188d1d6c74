// The page Audit: what was changed, by whom; one entry opened by the keyboard.

import { test } from 'node:test'
import { expectAccessible, expectNoSidewaysScroll, startHarness } from './harness.ts'

const { skip, open, service } = await startHarness()

for (const [size, scheme] of [['phone', 'dark'], ['desktop', 'light']] as const) {
  test(`the audit at ${size} size, ${scheme}`, { skip }, async (t) => {
    await service.ask('/v1/suppressions', { address: `${size}@stopped.example`, note: '<b>no</b>' })
    const page = await open(t, '/audit', { size, scheme })
    await page.getByRole('grid', { name: 'Audit' }).waitFor()
    await expectAccessible(page)
    await page.getByRole('textbox', { name: 'Address' }).fill(`${size}@stopped.example`)
    await page.keyboard.press('Enter')
    await page.waitForURL(/address=/)
    await page.locator('[role="grid"][aria-busy="false"][aria-rowcount="2"]').waitFor()
    await page.getByRole('grid', { name: 'Audit' }).getByText(`${size}@stopped.example`).waitFor()
    const row = page.getByRole('row').filter({ hasText: 'Suppressed: gets no mail' })
    await row.focus()
    await page.keyboard.press('Enter')
    const pane = page.getByRole('region', { name: 'Entry' })
    await pane.getByText('<b>no</b>').first().waitFor()
    await pane.getByRole('link', { name: `${size}@stopped.example` }).waitFor()
    await expectAccessible(page)
    await expectNoSidewaysScroll(page)
    await page.keyboard.press('Escape')
    await pane.waitFor({ state: 'hidden' })
  })
}
