// Outgoing webhooks reach receivers at least once and in order per address, whatever receivers do.

import assert from 'node:assert/strict'
import { test } from 'node:test'
import { Webhook } from 'standardwebhooks'
import { createSafeFetch, SAFE_FETCH_DEFAULTS } from '../../../src/service/deliver/safe-fetch.ts'
import { readBacklog } from '../../../src/service/deliver/webhooks/backlog.ts'
import {
  listDeadLetters, redeliver,
} from '../../../src/service/deliver/webhooks/dead-letters.ts'
import {
  createWebhookDelivery, WEBHOOK_DELIVERY_DEFAULTS,
} from '../../../src/service/deliver/webhooks/delivery.ts'
import {
  addEndpoint, changeEndpoint, listEndpoints, removeEndpoint, rotateSecret, SECRET_OVERLAP_MS,
  wantsType,
} from '../../../src/service/deliver/webhooks/endpoints.ts'
import { enqueueNotifications } from '../../../src/service/deliver/webhooks/outbox.ts'
import { ATTEMPTS_MAX } from '../../../src/service/deliver/webhooks/schedule.ts'
import { SILENT_LOG } from '../../../src/service/log.ts'
import type { Store } from '../../../src/service/store/types.ts'
import { openTemporaryStore } from '../temporary-store.ts'
import { openConsumer } from './webhook-consumer.ts'
import type { Answer, Consumer, Received } from './webhook-consumer.ts'

const MINUTE = 60_000
const HOUR = 60 * MINUTE

type Bench = {
  readonly store: Store
  readonly clock: { now: number }
  readonly consumer: Consumer
  readonly endpoint: string
  readonly secret: string
  readonly enqueue: (n: number, addresses: number) => Promise<void>
  readonly wake: () => void
  readonly state: () => Promise<Record<string, number>>
  /** Attempts that were made and written down. */
  readonly attempts: () => Promise<number>
}

async function withBench(
  answer: (received: Received) => Answer, work: (bench: Bench) => Promise<void>,
  { kind = 'sqlite', delayMs = 0, timeoutMs = 5_000 }: {
    readonly kind?: 'sqlite' | 'postgres'; readonly delayMs?: number; readonly timeoutMs?: number
  } = {},
): Promise<void> {
  const clock = { now: Date.now() }
  const { store, cleanup } = await openTemporaryStore({ kind })
  const consumer = await openConsumer(answer, { delayMs })
  const fetch = createSafeFetch({
    ...SAFE_FETCH_DEFAULTS, allowHosts: ['127.0.0.1'], allowPorts: [consumer.port],
    allowHttp: true, timeoutMs,
  })
  const delivery = createWebhookDelivery(
    { ...WEBHOOK_DELIVERY_DEFAULTS, pollMs: 5 },
    { store, log: SILENT_LOG, now: () => clock.now, fetch, random: () => 0 })
  try {
    const { id, secrets } = await store.write((tx) =>
      addEndpoint(tx, '', { url: consumer.url }, clock.now))
    await delivery.start()
    await work({
      store, clock, consumer, endpoint: id, secret: secrets[0] as string, wake: delivery.wake,
      enqueue: async (n, addresses) => {
        await store.write((tx) => enqueueNotifications(tx, '', notes(n, addresses), clock.now))
        delivery.wake()
      },
      attempts: async () => {
        const row = await store.get<{ n: number | null }>('SELECT SUM(attempts) AS n FROM outbox')
        return Number(row?.n ?? 0)
      },
      state: async () => {
        const rows = await store.all<{ state: string; n: number }>(
          'SELECT state, COUNT(*) AS n FROM outbox GROUP BY state')
        return Object.fromEntries(rows.map(({ state, n }) => [state, Number(n)]))
      },
    })
  } finally {
    await delivery.stop()
    fetch.close()
    consumer.stop()
    await cleanup()
  }
}

function notes(count: number, addresses: number) {
  return Array.from({ length: count }, (_, n) => ({
    type: 'recipient.failed', address: `a${n % addresses}@a.example`, at: 1_700_000_000_000,
    data: { address: `a${n % addresses}@a.example`, n, bounceType: 'hard', replyCode: 550 },
  }))
}

for (const kind of ['sqlite', 'postgres'] as const) {
  const skip = kind === 'postgres' && process.env['CI'] === undefined &&
    await openTemporaryStore({ kind }).then(({ cleanup }) => cleanup().then(() => false),
      () => 'no PostgreSQL here')
  test(`${kind}: it is told what a receiver refuses and what waits behind`, { skip }, async () => {
    let isBroken = true
    await withBench(() => isBroken ? 500 : 204, async ({
      store, enqueue, state, attempts, clock, wake, endpoint,
    }) => {
      assert.deepEqual(await readBacklog(store, endpoint), { waiting: 0 })
      await enqueue(3, 1)
      await until(async () => await attempts() === 1)
      assert.deepEqual(await readBacklog(store, endpoint), {
        waiting: 3,
        retrying: {
          count: 1, nextAt: clock.now + 5_000, attempts: 1, lastStatus: 500,
          lastError: 'answered 500',
        },
      })
      isBroken = false
      clock.now += 5_000
      wake()
      await until(async () => (await state())['delivered'] === 3)
      assert.deepEqual(await readBacklog(store, endpoint), { waiting: 0 })
    }, { kind })
  })

  test(`${kind}: a webhook is signed, small and delivered in order`, { skip }, async () => {
    await withBench(() => 200, async ({ consumer, enqueue, state, secret }) => {
      await enqueue(200, 7)
      await until(async () => (await state())['delivered'] === 200)
      assert.equal(consumer.received.length, 200)
      assertInOrder(consumer.received)
      assert.equal(consumer.most.ofOneAddress, 1)
      assert.ok(consumer.most.all <= WEBHOOK_DELIVERY_DEFAULTS.concurrency)
      const [first] = consumer.received
      assert.deepEqual(JSON.parse(first?.body ?? ''), {
        type: 'recipient.failed', timestamp: '2023-11-14T22:13:20.000Z',
        data: { address: first?.address, n: first?.n, bounceType: 'hard', replyCode: 550 },
      })
      const verifier = new Webhook(secret)
      for (const { headers, body } of consumer.received) verifier.verify(body, headers)
      assert.throws(() => new Webhook(secret).verify(`${first?.body} `, first?.headers ?? {}))
    }, { kind, delayMs: 2 })
  })
}

test('what fails is tried again under its name, and only its own address waits', async () => {
  let failures = 0
  const answer = ({ address, n }: Received): Answer =>
    address === 'a0@a.example' && n === 0 && failures++ < 3 ? 500 : 204
  await withBench(answer, async ({ consumer, enqueue, state, attempts, clock, wake }) => {
    await enqueue(20, 4)
    await until(async () => (await state())['delivered'] === 15 && await attempts() === 16)
    assert.equal(failures, 1)
    for (const [tries, pause] of [5_000, 30_000, 120_000].entries()) {
      clock.now += pause
      wake()
      await until(async () => await attempts() >= 16 + tries + 1)
    }
    await until(async () => (await state())['delivered'] === 20)
    const tries = consumer.received.filter(({ n }) => n === 0)
    assert.equal(tries.length, 4)
    assert.equal(new Set(tries.map(({ id }) => id)).size, 1)
    assertInOrder(consumer.received)
  })
})

test('a receiver that is down for a day misses nothing and is not pelted', async () => {
  let isDown = true
  await withBench(() => isDown ? 503 : 200, async ({ consumer, enqueue, state, clock, wake }) => {
    await enqueue(300, 100)
    const start = clock.now
    while (clock.now < start + 24 * HOUR) {
      clock.now += 10 * MINUTE
      wake()
      await settle(consumer)
    }
    assert.deepEqual(await state(), { waiting: 300 })
    assert.ok(consumer.received.length <= 2 * 8 + 24 * 6, `${consumer.received.length} attempts`)
    isDown = false
    const before = consumer.received.length
    while ((await state())['delivered'] !== 300) {
      clock.now += 10 * MINUTE
      wake()
      await settle(consumer)
    }
    assertInOrder(consumer.received.slice(before))
    assert.equal(new Set(consumer.received.slice(before).map(({ id }) => id)).size, 300)
  })
})

test('after the last attempt a delivery is a dead letter, and can be sent again', async () => {
  let isBroken = true
  await withBench(() => isBroken ? 500 : 204, async ({
    store, consumer, enqueue, state, clock, wake, endpoint,
  }) => {
    await enqueue(2, 1)
    while ((await state())['dead'] !== 2) {
      clock.now += 25 * HOUR
      wake()
      await settle(consumer)
    }
    assert.equal(consumer.received.length, 2 * ATTEMPTS_MAX)
    const [last, first] = await listDeadLetters(store, '', { limit: 10 })
    assert.deepEqual(
      [first?.attempts, first?.lastStatus, first?.lastError, first?.orderingKey],
      [ATTEMPTS_MAX, 500, 'answered 500', 'a0@a.example'])
    assert.equal((await listDeadLetters(store, '', { limit: 10, beforeId: last?.id ?? 0 })).length, 1)
    assert.equal((await listDeadLetters(store, 'other', { limit: 10 })).length, 0)
    isBroken = false
    clock.now += HOUR
    assert.equal(await store.write((tx) => redeliver(tx, 'other', { endpoint }, clock.now)), 0)
    assert.equal(await store.write((tx) => redeliver(tx, '', { endpoint }, clock.now)), 2)
    wake()
    await until(async () => (await state())['delivered'] === 2)
    assert.equal(new Set(consumer.received.map(({ id }) => id)).size, 2)
  })
})

test('410 switches an endpoint off; it can be switched on again', async () => {
  let isGone = true
  await withBench(() => isGone ? 410 : 204, async ({
    store, enqueue, state, endpoint, clock, consumer,
  }) => {
    await enqueue(40, 20)
    await until(async () => (await state())['waiting'] === undefined)
    await settle(consumer)
    assert.ok(consumer.received.length <= WEBHOOK_DELIVERY_DEFAULTS.concurrency)
    const [found] = await listEndpoints(store, '')
    assert.deepEqual([found?.enabled, found?.disabledWhy], [false, 'answered 410: gone for good'])
    await enqueue(5, 5)
    assert.deepEqual(await state(), { dead: 40 })
    isGone = false
    clock.now += 1
    await store.write((tx) => changeEndpoint(tx, '', endpoint, { enabled: true, now: clock.now }))
    await enqueue(5, 5)
    await until(async () => (await state())['delivered'] === 5)
  })
})

test('a receiver may say when to come back', async () => {
  let isBusy = true
  const answer = (): Answer => isBusy
    ? (_request, response) => { response.writeHead(503, { 'retry-after': '1800' }).end() } : 204
  await withBench(answer, async ({ consumer, enqueue, state, attempts, clock, wake }) => {
    await enqueue(1, 1)
    await until(async () => await attempts() === 1)
    isBusy = false
    clock.now += 29 * MINUTE
    wake()
    await settle(consumer)
    assert.deepEqual(await state(), { waiting: 1 })
    clock.now += 2 * MINUTE
    wake()
    await until(async () => (await state())['delivered'] === 1)
  })
})

test('redirects, cut and slow answers are failures, told in words without the answer', async () => {
  const answers: Answer[] = [
    (_request, response) => { response.writeHead(302, { location: 'http://127.0.0.1:1/' }).end() },
    (request) => { request.socket.destroy() },
    () => {},
    (_request, response) => { response.writeHead(400).end('<script>secret</script>') },
  ]
  const answer = ({ n }: Received): Answer => answers[n] ?? 204
  await withBench(answer, async ({ store, enqueue, state }) => {
    await enqueue(5, 5)
    await until(async () => (await state())['delivered'] === 1)
    await until(async () => {
      const rows = await store.all('SELECT id FROM outbox WHERE last_error IS NOT NULL')
      return rows.length === 4
    })
    const rows = await store.all<{ last_error: string }>(
      `SELECT last_error FROM outbox WHERE state = 'waiting' ORDER BY id`)
    assert.deepEqual(rows.map((row) => row.last_error), [
      'answered 302: redirects are not followed', 'the connection failed: ECONNRESET',
      'no complete answer within 100 ms', 'answered 400',
    ])
  }, { timeoutMs: 100 })
})

test('an endpoint on the inside is never reached, and a slow one does not hold up others', async () => {
  await withBench(() => 204, async ({ store, consumer, clock, enqueue }) => {
    const slow = await openConsumer(() => () => {})
    const add = (url: string) => store.write((tx) => addEndpoint(tx, '', { url }, clock.now))
    const inside = await add(`https://10.0.0.1:${consumer.port}/`)
    await add(slow.url)
    await enqueue(30, 30)
    await until(async () => consumer.received.length === 30)
    await until(async () => {
      const row = await store.get<{ last_error: string }>(
        'SELECT last_error FROM outbox WHERE endpoint = ? AND attempts > 0', [inside.id])
      return row?.last_error === '10.0.0.1 is not a public host; the operator may allow it by name'
    })
    slow.stop()
  }, { timeoutMs: 300 })
})

test('a secret is replaced without a gap', async () => {
  await withBench(() => 204, async ({ store, consumer, clock, enqueue, endpoint, secret }) => {
    const fresh = await store.write((tx) => rotateSecret(tx, '', endpoint, clock.now))
    await enqueue(1, 1)
    await until(async () => consumer.received.length === 1)
    const [{ body, headers } = assert.fail()] = consumer.received
    new Webhook(secret).verify(body, headers)
    new Webhook(fresh ?? '').verify(body, headers)
    clock.now += SECRET_OVERLAP_MS + 1
    await enqueue(1, 1)
    await until(async () => consumer.received.length === 2)
    assert.equal(consumer.received[1]?.headers['webhook-signature']?.split(' ').length, 1)
    assert.equal(await store.write((tx) => rotateSecret(tx, 'other', endpoint, 0)), undefined)
  })
})

test('an endpoint gets the types it asked for, once each, and payloads stay small', async () => {
  assert.ok(wantsType([], 'a.b'))
  assert.ok(wantsType(['recipient.*'], 'recipient.failed'))
  assert.ok(!wantsType(['recipient.*'], 'recipients.failed'))
  assert.ok(!wantsType(['suppression.added'], 'suppression.lifted'))
  const { store, cleanup } = await openTemporaryStore()
  try {
    const note = (type: string, data: unknown) =>
      ({ id: `n-${type}`, type, address: 'a@a.example', at: 0, data })
    const enqueue = (notifications: readonly ReturnType<typeof note>[]) =>
      store.write((tx) => enqueueNotifications(tx, '', notifications, 1))
    await enqueue([note('recipient.failed', {})])
    const { id } = await store.write((tx) =>
      addEndpoint(tx, '', { url: 'https://a.example/', types: ['recipient.*'] }, 0))
    const event = { reason: 'mailbox-full', because: ['x'.repeat(30_000)], diagnostic: 'd' }
    await enqueue([note('suppression.added', {}), note('recipient.failed', { event })])
    await enqueue([note('recipient.failed', { event })])
    await enqueue([note('recipient.complained', { all: Array(50_000).fill(1) })])
    const rows = await store.all<{ payload: string }>('SELECT payload FROM outbox ORDER BY id')
    assert.deepEqual(rows.map(({ payload }) => JSON.parse(payload).data), [
      { event: { reason: 'mailbox-full', diagnostic: 'd' } },
      { address: 'a@a.example', isCut: true },
    ])
    assert.equal(await store.write((tx) => removeEndpoint(tx, 'other', id)), false)
    assert.equal(await store.write((tx) => removeEndpoint(tx, '', id)), true)
    assert.deepEqual(await store.all('SELECT id FROM outbox'), [])
  } finally {
    await cleanup()
  }
})

/** Of each address, nothing came before what was before it; the same may come again. */
function assertInOrder(received: readonly Received[]): void {
  const last = new Map<string, number>()
  for (const { address, n } of received) {
    assert.ok(n >= (last.get(address) ?? 0), `${address}: ${n} after ${last.get(address)}`)
    last.set(address, n)
  }
}

/** Waits until nothing is under way and nothing more comes for a moment. */
async function settle(consumer: Consumer): Promise<void> {
  for (let quiet = 0, seen = -1; quiet < 3; quiet++) {
    if (consumer.received.length !== seen || consumer.underWay() > 0) quiet = 0
    seen = consumer.received.length
    await new Promise((resolve) => setTimeout(resolve, 8))
  }
}

async function until(isTrue: () => Promise<boolean>): Promise<void> {
  for (const end = Date.now() + 20_000; !await isTrue();) {
    assert.ok(Date.now() < end, 'waited in vain')
    await new Promise((resolve) => setTimeout(resolve, 5))
  }
}
