// What is better than a bounce: offered, and done on request alone.

import assert from 'node:assert/strict'
import { test } from 'node:test'
import { createEngine } from '@carom/core'
import type { AlternativeInput } from '../../../src/service/bounce/types.ts'
import type { SafeRequest } from '../../../src/service/deliver/safe-fetch.ts'
import { delivered, writtenLetter, type LetterParts } from './letters.ts'
import { openWorkbench, type Workbench } from './workbench.ts'
import { signed } from './zone.ts'

const ONE_CLICK = 'List-Unsubscribe-Post: List-Unsubscribe=One-Click\r\n'

async function newsletter(parts: LetterParts): Promise<Buffer> {
  return delivered(await signed(writtenLetter(parts), 'shop.example'))
}

async function ask(
  bench: Workbench, bytes: Uint8Array, more: Partial<AlternativeInput> = {},
) {
  const { rows: [row] } = await bench.bounces.alternatives('default', 'me', {
    chosen: { kind: 'raw', message: {
      bytes, recipient: 'office@ours.example', arrivedAt: bench.clock.now,
    } }, dryRun: false, ...more,
  })
  assert.ok(row)
  return row
}

test('unsubscribing is one request to the signed address, and none before', async (t) => {
  const asked: [string, SafeRequest | undefined][] = []
  let status = 200
  const bench = await openWorkbench(t, { fetch: async (url, request) => {
    asked.push([url, request])
    return { status, headers: {}, body: new Uint8Array(), isCut: false }
  } })
  const bytes = await newsletter({
    more: `List-Unsubscribe: <mailto:u@shop.example>, <https://shop.example/u?t=1>\r\n${ONE_CLICK}`,
  })
  const shown = await ask(bench, bytes)
  assert.deepEqual(shown.alternatives.map(({ name, available }) => [name, available]),
    [['unsubscribe', true], ['complaint', true], ['block', true]])
  const planned = await ask(bench, bytes, { which: 'unsubscribe', dryRun: true })
  assert.deepEqual([planned.state, asked.length], ['planned', 0])
  const done = await ask(bench, bytes, { which: 'unsubscribe' })
  assert.equal(done.state, 'done')
  assert.deepEqual(asked, [['https://shop.example/u?t=1', {
    method: 'POST', body: 'List-Unsubscribe=One-Click',
    headers: { 'content-type': 'application/x-www-form-urlencoded' },
  }]])
  status = 302
  assert.equal((await ask(bench, bytes, { which: 'unsubscribe' })).state, 'failed')
  const audit = await bench.store.all<{ detail: string }>(
    `SELECT detail FROM audit WHERE action = 'unsubscribe-asked' ORDER BY seq`)
  assert.deepEqual(audit.map(({ detail }) => JSON.parse(detail) as unknown), [
    { host: 'shop.example', answer: 'It answered 200.' },
    { host: 'shop.example', answer: 'It answered 302.' },
  ])
  await bench.bounces.change('default', 'boss', { enabled: false })
  for (const which of ['unsubscribe', 'complaint'] as const) {
    assert.equal((await ask(bench, bytes, { which })).state, 'refused')
  }
  assert.deepEqual([asked.length, bench.sink.sent.length], [2, 0])
})

test('no request is made where the offer is not https, not whole, or not signed', async (t) => {
  const bench = await openWorkbench(t, { fetch: async () => assert.fail('asked') })
  const https = 'List-Unsubscribe: <https://shop.example/u>\r\n'
  const plain = writtenLetter({ more: https + ONE_CLICK })
  const letters = [
    await newsletter({}), await newsletter({ more: https }),
    await newsletter({ more: `List-Unsubscribe: <http://shop.example/u>\r\n${ONE_CLICK}` }),
    await newsletter({ more: `List-Unsubscribe: <https://a b@[::1>\r\n${ONE_CLICK}` }),
    await newsletter({ more: `${https}${https}${ONE_CLICK}` }),
    delivered(plain), delivered(await signed(writtenLetter(), 'shop.example'),
      { top: https + ONE_CLICK }),
  ]
  for (const bytes of letters) {
    const row = await ask(bench, bytes, { which: 'unsubscribe' })
    assert.equal(row.state, 'refused', row.because)
  }
})

test('the real way out asks public hosts alone', async (t) => {
  const bench = await openWorkbench(t)
  for (const host of ['127.0.0.1', '[::1]', '169.254.169.254', 'localhost', 'u:p@shop.example']) {
    const bytes = await newsletter({
      more: `List-Unsubscribe: <https://${host}/u>\r\n${ONE_CLICK}`,
    })
    const row = await ask(bench, bytes, { which: 'unsubscribe' })
    assert.equal(row.state, 'failed', row.because)
    assert.match(row.because, /not a public host|password/)
  }
})

test('a complaint goes to the proved domain once, and reads as one', async (t) => {
  const bench = await openWorkbench(t, { bounce: { from: 'postmaster@ours.example' } })
  const bytes = await newsletter({})
  const planned = await ask(bench, bytes, { which: 'complaint', dryRun: true })
  assert.deepEqual([planned.state, bench.sink.sent.length], ['planned', 0])
  const done = await ask(bench, bytes, { which: 'complaint' })
  assert.equal(done.state, 'done', done.because)
  const [sent] = bench.sink.sent
  assert.deepEqual([sent?.recipients, sent?.envelopeSender],
    [['abuse@shop.example'], 'postmaster@ours.example'])
  const [event] = createEngine().readMessage(sent?.bytes ?? Buffer.alloc(0)).events
  assert.equal(event?.kind, 'complaint')
  assert.equal((await ask(bench, bytes, { which: 'complaint' })).state, 'refused')
  const unproved = delivered(writtenLetter({ id: 'other@shop.example' }))
  assert.equal((await ask(bench, unproved, { which: 'complaint' })).state, 'refused')
  const named = await ask(bench, unproved, { which: 'complaint', to: 'report@desk.example' })
  assert.equal(named.state, 'done', named.because)
  assert.deepEqual(bench.sink.sent[1]?.recipients, ['report@desk.example'])
  const bad = await ask(bench, unproved, { which: 'complaint', to: 'a@b\r\nBcc: c@d.example' })
  assert.equal(bad.state, 'refused')
})

test('a refused sender shows in every plan, and in the rule for Sieve', async (t) => {
  const bench = await openWorkbench(t, { bounce: { dryRun: true } })
  const bytes = await newsletter({})
  assert.equal((await ask(bench, bytes, { which: 'block', dryRun: true })).state, 'planned')
  assert.equal((await bench.bounces.refused('default')).rows.length, 0)
  const done = await ask(bench, bytes, { which: 'block', scope: 'domain', note: 'enough' })
  assert.deepEqual([done.state], ['done'])
  const { rows, sieve } = await bench.bounces.refused('default')
  assert.deepEqual(rows.map(({ sender, note }) => [sender, note]), [['@shop.example', 'enough']])
  assert.match(sieve, /envelope :domain :is "from" \["shop\.example"\]/)
  const chosen = { kind: 'raw', message: {
    bytes, recipient: 'office@ours.example', arrivedAt: bench.clock.now,
  } } as const
  const [row] = (await bench.bounce(chosen, { dryRun: true })).rows
  const condition = row?.conditions.find(({ name }) => name === 'not-blocked')
  assert.deepEqual([condition?.outcome, condition?.evidence], ['refused', '@shop.example'])
  const [lifted] = (await bench.bounce(chosen, { dryRun: true, lift: ['not-blocked'] })).rows
  assert.equal(lifted?.state, 'planned')
  assert.equal(await bench.bounces.accept('default', 'me', '@shop.example'), true)
  assert.equal(await bench.bounces.accept('default', 'me', '@shop.example'), false)
  const quoted = delivered(writtenLetter(), { returnPath: '"a\\"; stop; \\\\"@shop.example' })
  const odd = await ask(bench, quoted, { which: 'block', dryRun: true })
  const rule = odd.alternatives.find(({ name }) => name === 'block')?.sieve ?? ''
  assert.equal(rule.split('\n').length, 6, rule)
  assert.ok(!/[^\\]"; stop/.test(rule), rule)
})
