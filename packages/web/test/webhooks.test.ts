// Webhooks: added with a secret that is shown once and signs what a real receiver gets; switched
// off by a receiver that is gone, and what was not delivered delivered after all.

import assert from 'node:assert/strict'
import { once } from 'node:events'
import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { after, test } from 'node:test'
import { Webhook } from 'standardwebhooks'
import { expectAccessible, expectNoSidewaysScroll, startHarness } from './harness.ts'

type Received = { readonly headers: Record<string, string>; readonly body: string }

const received: Received[] = []
let answer = 204
const receiver = createServer((request, response) => {
  let body = ''
  request.on('data', (piece: Buffer) => { body += piece.toString() })
  request.on('end', () => {
    received.push({ headers: request.headers as Record<string, string>, body })
    response.writeHead(answer).end()
    receiver.emit('received')
  })
})
receiver.listen(0, '127.0.0.1')
await once(receiver, 'listening')
after(() => receiver.close())
const { port } = receiver.address() as AddressInfo

const { skip, open, service } = await startHarness({
  samples: false,
  config: `
deliver: { allowHosts: ['127.0.0.1'], allowHttp: true, allowPorts: [443, ${port}] }
`,
})

const BOB = 'bob.with-no-short-name@mail.of-a-long-name.example.org'
const REFUSED = /status of 4\d\d/

test('a webhook is added by keyboard, and what it gets is signed', { skip }, async (t) => {
  const page = await open(t, '/webhooks', { mayComplain: REFUSED })
  await page.getByText('Nobody is told yet').waitFor()
  await expectAccessible(page)
  await page.getByRole('button', { name: 'Add a webhook' }).first().focus()
  await page.keyboard.press('Enter')
  await page.getByRole('textbox', { name: 'Address' }).waitFor()
  await page.keyboard.type('http://169.254.169.254/latest')
  await page.keyboard.press('Enter')
  // What leads inside is refused, in words.
  await page.getByRole('alert').waitFor()
  await expectAccessible(page)
  await page.getByRole('textbox', { name: 'Address' }).fill(`http://127.0.0.1:${port}/hooks/carom`)
  await page.getByLabel('What it is').fill('The <b>shop</b>\u202E')
  await page.keyboard.press('Enter')
  const secret = await page.getByRole('textbox', { name: 'Secret' }).inputValue()
  assert.match(secret, /^whsec_/)
  await expectAccessible(page)
  await page.getByRole('button', { name: 'I have kept it' }).click()
  const pane = page.getByRole('region', { name: 'Webhook' })
  await pane.getByText('Check the signature').waitFor()
  await expectAccessible(page)
  assert.ok(!(await page.content()).includes(secret), 'it is shown once')
  assert.equal(await page.locator('b', { hasText: 'shop' }).count(), 0)
  const told = once(receiver, 'received')
  await service.ask('/v1/suppressions', { address: 'ann@example.org' })
  await told
  const { headers, body } = received[0] as Received
  const note = new Webhook(secret).verify(body, headers) as { type: string }
  assert.equal(note.type, 'suppression.added')
})

test('a receiver that is gone is switched off; what it missed is delivered', { skip }, async (t) => {
  answer = 410
  const told = once(receiver, 'received')
  await service.ask('/v1/suppressions', { address: BOB })
  await told
  const page = await open(t, '/webhooks', { scheme: 'dark', size: 'phone' })
  await page.getByRole('table').getByText('Switched off').waitFor()
  await page.getByRole('table').getByRole('button').first().click()
  const pane = page.getByRole('region', { name: 'Webhook' })
  await pane.getByText(BOB).waitFor()
  await expectNoSidewaysScroll(page)
  await pane.getByText('Why: answered 410: gone for good. When').waitFor()
  await pane.getByText(/Given up .* after 1 try: answered 410/).waitFor()
  await expectAccessible(page)
  answer = 204
  await pane.getByRole('button', { name: 'Switch on' }).click()
  await pane.getByRole('button', { name: 'Switch off' }).waitFor()
  const again = once(receiver, 'received')
  await pane.getByRole('button', { name: 'Deliver', exact: true }).click()
  await pane.getByText('1 delivery on the way again.').waitFor()
  await again
  assert.match(received.at(-1)?.body ?? '', new RegExp(BOB))
  await pane.getByText('Everything was delivered.').waitFor()
})

test('a receiver that fails for now is told apart from one that takes all', { skip }, async (t) => {
  answer = 500
  const told = once(receiver, 'received')
  await service.ask('/v1/suppressions', { address: 'carl@example.org' })
  await told
  const page = await open(t, '/webhooks', { size: 'phone' })
  await page.getByRole('table').getByText('Trying again').waitFor()
  await page.getByRole('table').getByRole('button').first().click()
  const pane = page.getByRole('region', { name: 'Webhook' })
  await pane.getByText(/^1 delivery failed so far; .* after 1 try: answered 500/).waitFor()
  await pane.getByText('Nothing was given up; 1 delivery still waits.').waitFor()
  await expectAccessible(page)
  await expectNoSidewaysScroll(page)
  answer = 204
  // The first pause is 5 s, and the page looks by itself.
  await pane.getByText('Everything was delivered.').waitFor()
  await pane.getByText('On', { exact: true }).waitFor()
})

test('types, a new secret and the end of a webhook, on a phone', { skip }, async (t) => {
  const page = await open(t, '/webhooks', { size: 'phone' })
  await page.getByRole('cell', { name: 'On', exact: true }).waitFor()
  await page.getByRole('table').getByRole('button').first().click()
  const pane = page.getByRole('region', { name: 'Webhook' })
  const saved = page.waitForResponse((response) => response.request().method() === 'PUT')
  await pane.getByRole('checkbox', { name: /Somebody wants no more mail/ }).click()
  await saved
  await pane.getByRole('button', { name: 'New secret' }).click()
  await pane.getByRole('button', { name: 'Make it' }).click()
  assert.match(await pane.getByRole('textbox', { name: 'Secret' }).inputValue(), /^whsec_/)
  await expectAccessible(page)
  await expectNoSidewaysScroll(page)
  await pane.getByRole('button', { name: 'I have kept it' }).click()
  const { rows } = await service.ask('/v1/endpoints') as { rows: { types: string[] }[] }
  assert.deepEqual(rows[0]?.types,
    ['suppression.added', 'suppression.lifted', 'recipient.unsubscribed'])
  await pane.getByRole('button', { name: 'Remove' }).click()
  await pane.getByRole('button', { name: 'Remove' }).click()
  await page.getByText('Nobody is told yet').waitFor()
})

test('a viewer sees webhooks, and is told why nothing can be pressed', { skip }, async (t) => {
  await service.ask('/v1/endpoints', { url: 'https://shop.example/hooks', types: [] })
  const page = await open(t, '/webhooks', { role: 'viewer' })
  await page.getByRole('table').getByRole('button').first().click()
  const pane = page.getByRole('region', { name: 'Webhook' })
  await pane.getByRole('button', { name: 'Switch off' }).hover()
  await page.getByText('Your role only looks').waitFor()
  await pane.getByRole('button', { name: 'Switch off' }).click({ force: true })
  const { rows } = await service.ask('/v1/endpoints') as { rows: { enabled: boolean }[] }
  assert.equal(rows[0]?.enabled, true)
})

test('listmonk is told in its own words, also of the past', { skip }, async (t) => {
  const page = await open(t, '/webhooks?add=1', { mayComplain: REFUSED, size: 'phone' })
  await page.getByLabel('Who is told').selectOption('listmonk')
  await page.getByText('listmonk blocklists the subscriber').waitFor()
  await expectAccessible(page)
  await expectNoSidewaysScroll(page)
  await page.getByRole('textbox', { name: 'Address' }).fill(`http://127.0.0.1:${port}/monk`)
  await page.getByLabel('Credential').fill('carom:wrong')
  answer = 401
  await page.getByRole('button', { name: 'Check and add listmonk' }).click()
  await page.getByText('listmonk does not accept it: answered 401').waitFor()
  await page.getByLabel('Credential').fill('carom:token')
  answer = 200
  await page.keyboard.press('Enter')
  const pane = page.getByRole('region', { name: 'Webhook' })
  await pane.getByRole('button', { name: 'Tell all that is suppressed now' }).waitFor()
  await expectAccessible(page)
  assert.equal(await pane.getByText('Check the signature').count(), 0)
  assert.ok(!(await page.content()).includes('carom:token'), 'it is not shown again')
  received.length = 0
  await pane.getByRole('button', { name: 'Tell all that is suppressed now' }).click()
  await page.getByRole('button', { name: 'Tell it' }).click()
  await pane.getByText(/\d addresses are on their way/).waitFor()
  while (!received.some(({ body }) => body.includes('"source":"carom"'))) {
    await once(receiver, 'received')
  }
  const { headers, body } =
    received.find((one) => one.body.includes('"source":"carom"')) as Received
  assert.equal(headers['authorization'], `Basic ${Buffer.from('carom:token').toString('base64')}`)
  assert.equal((JSON.parse(body) as { type: string }).type, 'hard')
})
