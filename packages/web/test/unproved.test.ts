// A newsletter's owner who reads a mailbox, and nothing else, is told why nothing counts.

import { copyFileSync, globSync, mkdirSync } from 'node:fs'
import { basename, join } from 'node:path'
import { test } from 'node:test'
import { ROOT } from '../../../scripts/source-files.ts'
import { expectAccessible, expectNoSidewaysScroll, startHarness } from './harness.ts'

const { skip, open, service } = await startHarness({
  samples: false,
  config: "sources: [{ type: maildir, name: office, folders: ['{folder}/maildir'] }]",
})

/** Failures that come in by the mailbox. */
async function receive(): Promise<void> {
  const maildir = join(service.folder, 'maildir')
  for (const folder of ['cur', 'new', 'tmp']) mkdirSync(join(maildir, folder), { recursive: true })
  for (const file of globSync(join(ROOT, 'fixtures/messages/postfix/*.eml'))) {
    copyFileSync(file, join(maildir, 'new', basename(file)))
  }
}

test('from the overview to what makes a mailbox count', { skip }, async (t) => {
  await receive()
  const page = await open(t, '/', { size: 'phone' })
  const note = page.getByText(/Nothing proves any of the \d+ failures/).first()
  // The mailbox is looked at by the service in its own time.
  for (let i = 0; i < 30 && !await note.isVisible(); i++) {
    await page.waitForTimeout(1_000)
    await page.reload()
    await page.getByRole('heading', { name: 'Sources' }).waitFor()
  }
  await page.getByRole('link', { name: 'What to do' }).click()
  const pane = page.getByRole('region', { name: 'Source office' })
  await pane.getByText('Nothing that it tells counts').waitFor()
  await pane.getByText(/name the header field/i).waitFor()
  await pane.getByText('minTrust: 0').waitFor()
  await expectAccessible(page)
  await expectNoSidewaysScroll(page)
})
