// The small parts of outgoing webhooks: pauses, wishes of receivers, circuits, secrets and URLs.

import assert from 'node:assert/strict'
import { test } from 'node:test'
import { readUrl, UnsafeUrlError } from '../../../src/service/deliver/safe-url.ts'
import { Circuit } from '../../../src/service/deliver/webhooks/circuit.ts'
import { addEndpoint } from '../../../src/service/deliver/webhooks/endpoints.ts'
import {
  claimDeliveries, enqueueNotifications, settleDelivery,
} from '../../../src/service/deliver/webhooks/outbox.ts'
import {
  ATTEMPTS_MAX, nextPauseMs, readRetryAfter,
} from '../../../src/service/deliver/webhooks/schedule.ts'
import {
  newSecret, readSecret, signMessage,
} from '../../../src/service/deliver/webhooks/signature.ts'
import { openTemporaryStore } from '../temporary-store.ts'

const NOW = Date.UTC(2026, 0, 10)
const DAY = 86_400_000

test('pauses grow to a day, with jitter, and end', () => {
  let before = 0
  let sum = 0
  for (let made = 1; made < ATTEMPTS_MAX; made++) {
    const pause = nextPauseMs(made, 0) ?? assert.fail('no pause')
    assert.ok(pause > before && pause <= DAY, `${made}: ${pause}`)
    assert.ok((nextPauseMs(made, 1) ?? 0) > pause)
    before = pause
    sum += pause
  }
  assert.ok(sum > 2 * DAY && sum < 4 * DAY)
  assert.equal(nextPauseMs(ATTEMPTS_MAX, 0), undefined)
  assert.equal(nextPauseMs(1, 0, 60_000), 60_000)
  assert.equal(nextPauseMs(1, 0, 30 * DAY), DAY)
  assert.equal(nextPauseMs(1, 0, -5), 5_000)
})

test('Retry-After is read in both forms', () => {
  for (const [value, expected] of [
    ['120', 120_000], [' 0 ', 0], ['Sat, 10 Jan 2026 00:01:00 GMT', 60_000],
    ['Fri, 09 Jan 2026 00:00:00 GMT', 0], ['soon', undefined], ['', undefined],
    ['-5', undefined], ['9'.repeat(400), undefined], [undefined, undefined],
  ] as const) {
    const found = readRetryAfter(value, NOW)
    // Dates are read generously; what counts is that no text gives a wait that is no number.
    if (value === '-5' || value?.startsWith('9')) assert.ok(found === undefined || found >= 0)
    else assert.equal(found, expected, value)
  }
})

test('a circuit opens after failures in a row, tries with one, and closes', () => {
  const circuit = new Circuit()
  for (let n = 0; n < 4; n++) circuit.failed(NOW)
  circuit.succeeded()
  for (let n = 0; n < 4; n++) circuit.failed(NOW)
  assert.equal(circuit.room(NOW, 8), 8)
  circuit.failed(NOW)
  assert.equal(circuit.room(NOW, 8), 0)
  const opensAt = circuit.retryAt ?? assert.fail('it is closed')
  assert.equal(circuit.room(opensAt, 8), 1)
  for (let n = 0; n < 100; n++) circuit.failed(opensAt)
  assert.ok((circuit.retryAt ?? Infinity) - opensAt <= 600_000)
  circuit.succeeded()
  assert.equal(circuit.room(NOW, 8), 8)
})

test('the example of the specification is signed as it says', () => {
  const signed = signMessage({
    id: 'msg_p5jXN8AQM9LWM0D4loKWxJek', timestampSeconds: 1_614_265_330, body: '{"test": 2432232314}',
  }, ['whsec_MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw'])
  assert.equal(signed['webhook-signature'], 'v1,g0hM9SsE+OTPJTGt/tmIKtSyZlE3uFJELVlNIOLJ1OE=')
  assert.equal(readSecret(newSecret()).length, 32)
  for (const bad of ['', 'whsec_', 'whsec_c2hvcnQ=', 'whsec_!!!!', `whsec_${'A'.repeat(200)}`]) {
    assert.throws(() => readSecret(bad), TypeError, bad)
  }
})

test('whatever a URL is, it is read or refused, and what is read leads where it says', () => {
  const parts = [
    'https://', 'http:', '//', '/', '@', ':', '443', '80', '[', ']', '::1', '127.0.0.1', '.', '%2e',
    'a.example', '\\', '#', '?', ' ', '\u200b', '。', 'ß', '0x7f', '\n', 'é',
  ]
  const rules = { allowHosts: [], allowPorts: [80, 443], allowHttp: true }
  let state = 3
  for (let n = 0; n < 20_000; n++) {
    let text = n % 2 === 0 ? 'https://' : ''
    for (let length = n % 9; length >= 0; length--) {
      state = Math.imul(state, 1_664_525) + 1_013_904_223 | 0
      text += parts[(state >>> 8) % parts.length]
    }
    try {
      const { url, host, port } = readUrl(text, rules)
      assert.ok(rules.allowPorts.includes(port) && host !== '' && !host.includes('@'), text)
      assert.equal(url.username + url.password, '', text)
    } catch (error) {
      if (!(error instanceof UnsafeUrlError)) throw error
    }
  }
})

test('a failure that is told late takes nothing back', async (t) => {
  const { store, cleanup } = await openTemporaryStore({ now: () => NOW })
  t.after(cleanup)
  const facts = { now: NOW, status: 500, error: 'answered 500' }
  const [delivery] = await store.write(async (tx) => {
    const { id } = await addEndpoint(tx, '', { url: 'https://hooks.example/' }, NOW)
    await enqueueNotifications(
      tx, '', [{ type: 'x.y', address: 'a@a.example', at: NOW, data: {} }], NOW)
    return await claimDeliveries(tx, id, { limit: 1, now: NOW, leaseMs: 1_000 })
  })
  assert.ok(delivery)
  const state = async () => (await store.get<{ state: string }>('SELECT state FROM outbox'))?.state
  // Another process took it over when the lease ran out, and delivered it.
  await store.write((tx) => settleDelivery(tx, { delivery, state: 'delivered', now: NOW }))
  for (const late of [{ state: 'waiting', nextAt: NOW + 5_000 }, { state: 'dead' }] as const) {
    await store.write((tx) => settleDelivery(tx, { ...facts, delivery, ...late }))
    assert.equal(await state(), 'delivered')
  }
})
