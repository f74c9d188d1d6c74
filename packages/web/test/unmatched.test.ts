// The page Unmatched: from a cluster to a rule that is tried on the history, kept, and applied.

import assert from 'node:assert/strict'
import { test } from 'node:test'
import type { Page } from 'playwright-core'
import { expectAccessible, expectNoSidewaysScroll, startHarness } from './harness.ts'

const { skip, open, service } = await startHarness()

/** Words that no lexicon knows; the same for everybody but the address. */
async function handInRiddles(): Promise<void> {
  for (const name of ['ann', 'bob', 'cleo']) {
    await service.ask('/v1/messages?list=news', [
      'From: daemon@odd.example', 'To: news@example.com', 'Subject: zarquon blorfed',
      'Content-Type: text/plain; charset=utf-8', '',
      `Zarquon blorfed the wimblet of <${name}@odd.example> <b>gnarf</b> \u202ecba.`, '',
    ].join('\r\n'), { type: 'message/rfc822' })
  }
  await service.ask('/v1/events?list=news', ['dora', 'emil'].map((name) => ({
    recipient: `${name}@odd.example`, reply: '550 zarquon blorfed the wimblet',
    messageId: `riddle-${name}@example.com`,
  })))
  await service.settled()
}
if (skip === false) await handInRiddles()

for (const size of ['phone', 'desktop'] as const) {
  for (const scheme of ['light', 'dark'] as const) {
    test(`unmatched at ${size} size, ${scheme}`, { skip }, async (t) => {
      const page = await open(t, '/unmatched', { size, scheme })
      await page.getByRole('grid', { name: 'Clusters' }).waitFor()
      await expectAccessible(page)
      await expectNoSidewaysScroll(page)
      await page.getByRole('row').filter({ hasText: 'blorfed' }).first().click()
      await page.getByText('A rule for it').waitFor()
      await expectAccessible(page)
      await expectNoSidewaysScroll(page)
      await page.goto('/unmatched?view=again')
      await page.getByRole('button', { name: 'See what would change' }).waitFor()
      await expectAccessible(page)
    })
  }
}

/** What came in before is read by the rule, after a look, and unread again. */
async function applyAndUndo(page: Page): Promise<void> {
  const heldBack = async (): Promise<number> => {
    const { rows } = await service.ask('/v1/events?domain=odd.example&reason=mailbox-full&limit=10')
    return (rows as unknown[]).length
  }
  await page.getByText('Rule odd-wimblet judges what comes in from now on').waitFor()
  await page.getByRole('button', { name: 'See what would change' }).press('Enter')
  await page.getByText('What would change', { exact: true }).waitFor()
  assert.equal(await heldBack(), 0)
  await page.getByRole('button', { name: 'Judge again' }).press('Enter')
  await page.getByRole('button', { name: 'Yes, judge again' }).press('Enter')
  await page.getByText('Judged again', { exact: true }).waitFor()
  await expectAccessible(page)
  assert.equal(await heldBack(), 5)
  await page.getByRole('button', { name: 'Undo', exact: true }).press('Enter')
  await page.getByRole('button', { name: 'Yes, undo' }).press('Enter')
  await page.getByText('Undone', { exact: true }).waitFor()
  await page.getByText('4 inputs that it had read').waitFor()
  assert.equal(await heldBack(), 0)
}

test('from a cluster to a rule, by the keyboard', { skip }, async (t) => {
  const page = await open(t, '/unmatched')
  await page.getByRole('row').filter({ hasText: 'blorfed' }).first().focus()
  await page.keyboard.press('Enter')
  const pane = page.getByRole('region', { name: 'Cluster' })
  await pane.getByText('3 times').waitFor()
  assert.equal(await pane.locator('b', { hasText: 'gnarf' }).count(), 0)
  await pane.getByText('A rule for it').waitFor()
  await pane.getByRole('textbox', { name: 'Name of the rule' }).fill('odd-wimblet')
  await pane.getByRole('button', { name: 'Test on the history' }).press('Enter')
  await pane.getByText('It meets no stored event').waitFor()
  await pane.getByRole('button', { name: 'Keep the rule' }).hover()
  await page.getByRole('tooltip', { name: 'Choose what it means first.' }).waitFor()
  await pane.getByRole('combobox', { name: 'Means' }).fill('Mailbox full')
  await page.getByRole('option').filter({ hasText: 'Mailbox full' }).first().waitFor()
  await page.getByRole('option').nth(1).waitFor({ state: 'detached' })
  await page.keyboard.press('ArrowDown')
  await page.keyboard.press('Enter')
  await pane.getByText('Whole text', { exact: true }).click()
  await pane.getByRole('textbox', { name: 'Text', exact: true }).fill('*zarquon blorfed*')
  await pane.getByRole('button', { name: 'Test on the history' }).press('Enter')
  await pane.getByText(/It meets [1-9]\d* of/).waitFor()
  await pane.getByText(/^It reads 3 of 3 of this cluster/).waitFor()
  await pane.getByRole('grid', { name: 'Inputs that the rule reads' })
    .getByText('ann@odd.example', { exact: true }).waitFor()
  await expectAccessible(page)
  await pane.getByRole('button', { name: 'Keep the rule' }).press('Enter')
  await page.getByText('Rule odd-wimblet is kept').waitFor()
  await applyAndUndo(page)
  await page.getByRole('tab', { name: 'Rules' }).click()
  await page.getByRole('switch', { name: 'Rule odd-wimblet' }).press(' ')
  await page.getByText('Rule odd-wimblet is on').waitFor()
  const { rules } = await service.ask('/v1/rules') as unknown as {
    rules: readonly { readonly id: string; readonly reason: string }[]
  }
  assert.deepEqual(rules.map(({ id, reason }) => ({ id, reason })),
    [{ id: 'odd-wimblet', reason: 'mailbox-full' }])
  await page.getByRole('switch', { name: 'Rule odd-wimblet' }).press(' ')
  await page.getByText('Rule odd-wimblet is off').waitFor()
  await expectAccessible(page)
  const { rules: [off] } = await service.ask('/v1/rules') as unknown as {
    rules: readonly { readonly enabled?: boolean }[]
  }
  assert.equal(off?.enabled, false)
  await page.getByRole('switch', { name: 'Rule odd-wimblet' }).press(' ')
  await page.getByText('Rule odd-wimblet is on').waitFor()
  await page.getByRole('button', { name: 'Take out' }).press('Enter')
  await page.getByRole('heading', { name: 'Taken out' }).waitFor()
  await page.getByRole('button', { name: 'Put back' }).press('Enter')
  await page.getByRole('heading', { name: 'Taken out' }).waitFor({ state: 'hidden' })
  await page.getByRole('tab', { name: 'Judge again' }).click()
  await page.getByRole('button', { name: 'See what would change' }).click()
  await page.getByText('What would change', { exact: true }).waitFor()
  await page.getByRole('button', { name: 'Judge again' }).click()
  await page.getByRole('button', { name: 'Yes, judge again' }).click()
  await page.getByText('Judged again', { exact: true }).waitFor()
  const { rows } = await service.ask('/v1/events?reason=mailbox-full&domain=odd.example&limit=10')
  assert.ok((rows as unknown[]).length > 0)
})

test('a rule that would fit everything is not kept', { skip }, async (t) => {
  const page = await open(t, '/unmatched?view=rules&rule=new')
  const pane = page.getByRole('region', { name: 'Rule' })
  assert.equal(await pane.getByText('is wanted').count(), 0, 'nothing is wrong before it is begun')
  await pane.getByRole('combobox', { name: 'Words or phrases' }).fill('ab')
  await page.keyboard.press('Enter')
  await pane.getByText('this would fit almost any text').first().waitFor()
  await pane.getByRole('button', { name: 'Keep the rule' }).hover()
  await page.getByRole('tooltip', { name: 'Mend what is marked first.' }).waitFor()
})

test('who only looks may test and not keep', { skip }, async (t) => {
  const page = await open(t, '/unmatched?view=rules', { role: 'viewer' })
  await page.getByRole('button', { name: 'New rule' }).hover()
  await page.getByRole('tooltip', { name: /Your role only looks/ }).waitFor()
})
