// Double opt-in in a real browser: the pages behind the links, and shares on the page Prevention.

import assert from 'node:assert/strict'
import { once } from 'node:events'
import { createServer, type AddressInfo } from 'node:net'
import { join } from 'node:path'
import { DatabaseSync } from 'node:sqlite'
import { after, test } from 'node:test'
import { setTimeout as sleep } from 'node:timers/promises'
import { simpleParser } from 'mailparser'
import { openSink } from '../../app/test/service/bounce/workbench.ts'
import { expectAccessible, expectNoSidewaysScroll, startHarness } from './harness.ts'

// Links lead to the configured address, so that its port has to be known before the start.
const server = createServer().listen(0, '127.0.0.1')
await once(server, 'listening')
const { port } = server.address() as AddressInfo
server.close()
await once(server, 'close')
process.env['CAROM_HTTP_PORT'] = String(port)
process.env['CAROM_HTTP_PUBLIC_URL'] = `http://127.0.0.1:${port}`

const sink = await openSink()
after(() => sink.close())

const { skip, open, service } = await startHarness({ config: `
optin:
  enabled: true
  from: hello@example.com
  relay: { host: 127.0.0.1, port: ${sink.port}, security: plain }
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
  await lists.getByText('3 (75.0%)').waitFor()
  await lists.getByText('<b>news</b>').waitFor()
  await page.getByRole('table', { name: 'Bounces by source' }).getByText('0 of 3 (0.0%)').waitFor()
  await page.getByText('75% of 4 addresses that were asked by double opt-in').waitFor()
  await expectAccessible(page)
  await expectNoSidewaysScroll(page)
})

test('the button behind the link confirms, by keyboard and without a script', { skip }, async (t) => {
  // Of a domain that no sample says anything about.
  const wish = { address: 'ann@reader.example', list: 'news', language: 'es' }
  assert.equal((await service.ask('/v1/optin', wish))['status'], 'pending')
  while (sink.sent.length === 0) await sleep(10)
  const { text = '' } = await simpleParser(sink.sent[0]?.bytes ?? Buffer.alloc(0))
  const path = /(\/optin\/confirm\?t=[\w-]{43})/.exec(text)?.[1] ?? ''
  const page = await open(t, path, { role: null, size: 'phone', scheme: 'dark' })
  await page.getByRole('heading', { name: '¿Quiere recibir estos mensajes?' }).waitFor()
  assert.notEqual(
    await page.getByRole('button').evaluate((button) => getComputedStyle(button).borderRadius), '0px',
    'the style is let in')
  await expectAccessible(page)
  await expectNoSidewaysScroll(page)
  await page.keyboard.press('Tab')
  await page.keyboard.press('Enter')
  await page.getByRole('heading', { name: 'Confirmado' }).waitFor()
})

test('an address is mended on its page, and what was meant is asked', { skip }, async (t) => {
  const { url } = await service.ask('/v1/fix-links', { address: 'ann@gmial.com', list: 'news' })
  const page = await open(t, String(url).replace(service.url, ''), { role: null, size: 'phone' })
  await page.getByText('a•••@gmial.com').waitFor()
  await expectAccessible(page)
  await page.getByLabel('Your right address').fill('ann@hotmial.com')
  await page.keyboard.press('Enter')
  await page.getByRole('heading', { name: 'Did you mean ann@hotmail.com?' }).waitFor()
  await expectAccessible(page)
  await page.getByRole('button', { name: 'Yes, take ann@hotmail.com' }).click()
  await page.getByRole('heading', { name: 'Look into your mailbox' }).waitFor()
  while (sink.sent.length < 2) await sleep(10)
  assert.deepEqual(sink.sent[1]?.recipients, ['ann@hotmail.com'])
})
