// The page where somebody mends an address: it shows little, changes nothing before the new address
// is confirmed, and cannot be used to annoy others.

import assert from 'node:assert/strict'
import { test } from 'node:test'
import { gone } from '../pipeline/workbench.ts'
import { HOUR_MS, MINUTE_MS, onBoth, openBench, PUBLIC_URL, TENANT, tokenIn, type Bench } from './bench.ts'

const OLD = 'ann@gmial.com'

async function linkTo(bench: Bench, more: object = {}): Promise<string> {
  const made = await bench.optin.api.makeFixLink(TENANT, { address: OLD, list: 'news', ...more })
  assert.ok(made !== undefined && made.url.startsWith(`${PUBLIC_URL}/optin/fix?t=`))
  assert.equal(made.expiresAt, bench.now() + 30 * 24 * HOUR_MS)
  return tokenIn(made.url)
}

onBoth('a new address counts once it is confirmed; the old one stays as it is', async (bench) => {
  await bench.give(gone(OLD))
  const before = await bench.check(OLD)
  const token = await linkTo(bench)
  const page = await bench.open(`/optin/fix?t=${token}`)
  assert.equal(page.status, 200)
  assert.match(page.text, /from The News to a•••@gmial\.com came back: there is no such mailbox/)
  assert.doesNotMatch(page.text, /ann@/)
  const answers: readonly (readonly [string, RegExp])[] = [
    ['ann', /no complete mail address/], [OLD, /that our mail does not reach/],
    ['ANN@GMIAL.COM', /that our mail does not reach/], ['ann@hotmial.com', /Did you mean ann@hotmail/],
  ]
  for (const [address, expected] of answers) {
    assert.match((await bench.press('/optin/fix', { t: token, address })).text, expected, address)
  }
  assert.equal(bench.sink.sent.length, 0, 'nothing was sent so far')
  const sent = await bench.press('/optin/fix', { t: token, address: 'ann@gmail.com' })
  assert.match(sent.text, /Look into your mailbox/)
  const confirmToken = await bench.token(1)
  assert.deepEqual(bench.sink.sent[0]?.recipients, ['ann@gmail.com'])
  assert.deepEqual(await bench.check(OLD), before, 'nothing has changed')
  assert.deepEqual(bench.noted.map(({ type }) => type), ['optin.requested'])
  await bench.press('/optin/confirm', { t: confirmToken })
  await bench.press('/optin/confirm', { t: confirmToken })
  const replaced = bench.noted.filter(({ type }) => type === 'address.replaced')
  assert.deepEqual(replaced.map(({ data }) => data),
    [{ old: OLD, new: 'ann@gmail.com', list: 'news' }])
  assert.deepEqual(await bench.check(OLD), before, 'the old one is still held')
  assert.equal((await bench.open(`/optin/fix?t=${token}`)).status, 404, 'the link is used up')
  const audit = await bench.ledger.listAudit(TENANT, { address: OLD }, { limit: 9 })
  assert.ok(audit.rows.some(({ action }) => action === 'address-replaced'))
  assert.doesNotMatch(JSON.stringify(audit.rows), /ann@gmail\.com/, 'each can be erased alone')
})

test('who has a link takes no confirmation away, and mails few', async (t) => {
  const bench = await openBench(t)
  await bench.ask('bob@example.org')
  await bench.press('/optin/confirm', { t: await bench.token(1) })
  const token = await linkTo(bench)
  const wish = (address: string) => bench.press('/optin/fix', { t: token, address })
  assert.match((await wish('bob@example.org')).text, /Look into your mailbox/)
  assert.equal((await bench.ask('bob@example.org')).status, 'confirmed', 'as before')
  await bench.mails(2)
  await wish('carla@example.org')
  await wish('dora@example.org')
  assert.equal((await wish('emil@example.org')).status, 429)
  await bench.mails(4)
  // The same answer for whom no mail goes to.
  await bench.ledger.suppress(TENANT, 'key:test', [
    { address: 'gone@example.org', reason: 'manual', origin: 'test' },
  ])
  const other = await linkTo(bench)
  const answer = await bench.press('/optin/fix', { t: other, address: 'gone@example.org' })
  assert.match(answer.text, /Look into your mailbox/)
  assert.equal(bench.sink.sent.length, 4)
})

test('what was typed stays text, and a likely mistake may be meant', async (t) => {
  const bench = await openBench(t)
  const token = await linkTo(bench, { language: 'pl' })
  const hostile = '"><script>alert(1)</script>'
  const page = await bench.press('/optin/fix', { t: token, address: hostile })
  assert.doesNotMatch(page.text, /<script/)
  const asked = await bench.press('/optin/fix', { t: token, address: '"<b>"@hotmial.com' })
  assert.match(asked.text, /Czy chodziło o/)
  assert.doesNotMatch(asked.text, /<b>/)
  await bench.press('/optin/fix', { t: token, address: 'ann@hotmial.com', sure: '1' })
  await bench.mails(1)
  assert.deepEqual(bench.sink.sent[0]?.recipients, ['ann@hotmial.com'])
})

test('a link ends, and the erased are gone from it', async (t) => {
  const bench = await openBench(t)
  const token = await linkTo(bench)
  await bench.press('/optin/fix', { t: token, address: 'ann@example.org' })
  const confirmToken = await bench.token(1)
  await bench.ledger.erase(TENANT, 'key:test', {
    address: OLD, keepSuppressed: true, dryRun: false,
  })
  assert.equal((await bench.open(`/optin/fix?t=${token}`)).status, 404)
  assert.equal((await bench.press('/optin/confirm', { t: confirmToken })).status, 404)
  const late = await linkTo(bench)
  await bench.pass(30 * 24 * HOUR_MS + MINUTE_MS)
  assert.equal((await bench.open(`/optin/fix?t=${late}`)).status, 410)
  assert.equal((await bench.press('/optin/fix', { t: late, address: 'x@example.org' })).status, 410)
})
