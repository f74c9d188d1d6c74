// The page Prevention where people are asked to confirm: shares by list, bounces by source.

import assert from 'node:assert/strict'
import { once } from 'node:events'
import { createServer, type AddressInfo } from 'node:net'
import { join } from 'node:path'
import { DatabaseSync } from 'node:sqlite'
import { test } from 'node:test'
import { expectAccessible, expectNoSidewaysScroll, startHarness } from './harness.ts'

// Links lead to the configured address, so that its port has to be known before the start.
const server = createServer().listen(0, '127.0.0.1')
await once(server, 'listening')
const { port } = server.address() as AddressInfo
server.close()
await once(server, 'close')
process.env['CAROM_HTTP_PORT'] = String(port)
process.env['CAROM_HTTP_PUBLIC_URL'] = `http://127.0.0.1:${port}`

const { skip, open, service } = await startHarness({ config: `
optin:
  enabled: true
  from: hello@example.com
  relay: { host: 127.0.0.1, port: 9, security: plain }
` })

test('nothing is shown where nobody was asked; else shares and bounces', { skip }, async (t) => {
  const page = await open(t, '/prevention', { size: 'phone', scheme: 'dark' })
  await page.getByRole('heading', { name: 'Double opt-in' }).waitFor()
  assert.equal(await page.getByRole('heading', { name: 'Confirmed addresses' }).count(), 0)
  const store = new DatabaseSync(join(service.folder, 'carom.db'))
  const add = store.prepare(`INSERT INTO optins (id, tenant, address, list, replaces, mail_to, status,
    source, language, actor, created_at, asked_at, expires_at, mails, mail_state, mail_next_at,
    mail_tries) VALUES (?, 'default', ?, ?, '', ?, ?, ?, 'en', '', 1, ?, ?, 1, 'sent', 0, 0)`)
  const now = Date.now()
  for (const [i, status] of ['confirmed', 'confirmed', 'confirmed', 'pending'].entries()) {
    const address = `a${i}@example.org`
    add.run(`o${i}`, address, '<b>news</b>', address, status, 'shop', now, now + 1e6)
  }
  store.close()
  await page.reload()
  const lists = page.getByRole('table', { name: 'Confirmed addresses by list' })
  await lists.getByText('3 (75.0 %)').waitFor()
  await lists.getByText('<b>news</b>').waitFor()
  await page.getByRole('table', { name: 'Bounces by source' }).getByText('0 of 3 (0.0 %)').waitFor()
  await page.getByText('75 % of 4 addresses that were asked by double opt-in').waitFor()
  await expectAccessible(page)
  await expectNoSidewaysScroll(page)
})
