// Delivers the outbox: at least once, in order per address and endpoint, each endpoint at its own
// pace (Standard Webhooks specification).

import type { Log } from '../../log.ts'
import type { Store, Tx } from '../../store/types.ts'
import type { SafeFetch } from '../safe-fetch.ts'
import { attemptDelivery, settleAttempt } from './attempt.ts'
import type { Attempt } from './attempt.ts'
import { Circuit } from './circuit.ts'
import { readEnabledEndpoints } from './endpoints.ts'
import type { EndpointWithSecrets } from './endpoints.ts'
import { claimDeliveries, nextDueAt, pruneOutbox, releaseLeases } from './outbox.ts'
import type { Delivery } from './outbox.ts'

export type WebhookDeliveryOptions = {
  /**
   * Deliveries under way to one endpoint at the same moment, each about another address.
   * @default 8
   */
  readonly concurrency: number
  /**
   * Pause in ms between two looks at the outbox where nothing wakes the delivery up.
   * @default 1000
   */
  readonly pollMs: number
  /**
   * How long a process may keep deliveries to itself, in ms; longer than an attempt takes. After a
   * crash, others wait that long.
   * @default 60000
   */
  readonly leaseMs: number
  /**
   * How long deliveries that were made are kept, in ms.
   * @default 1 day
   */
  readonly keepDeliveredMs: number
  /**
   * How long dead letters are kept, in ms.
   * @default 30 days
   */
  readonly keepDeadMs: number
}

export const WEBHOOK_DELIVERY_DEFAULTS: WebhookDeliveryOptions = {
  concurrency: 8, pollMs: 1_000, leaseMs: 60_000, keepDeliveredMs: 86_400_000,
  keepDeadMs: 30 * 86_400_000,
}

export type WebhookDelivery = {
  readonly start: () => Promise<void>
  /** Waits for attempts under way and writes down what they came to. */
  readonly stop: () => Promise<void>
  /** Something was put into the outbox: look now. */
  readonly wake: () => void
}

export type WebhookDeliveryDeps = {
  readonly store: Store
  readonly log: Log
  readonly now: () => number
  readonly fetch: SafeFetch
  /** 0–1. @default Math.random */
  readonly random?: () => number
}

type Lane = { endpoint: EndpointWithSecrets; readonly circuit: Circuit; running: number }

const PRUNE_EVERY_MS = 60_000
const PRUNE_ROWS = 5_000
/** Pause after the store failed; results of attempts are kept meanwhile. */
const STORE_PAUSE_MS = 1_000

export function createWebhookDelivery(
  options: WebhookDeliveryOptions, deps: WebhookDeliveryDeps,
): WebhookDelivery {
  const runner = new Runner(options, deps)
  return {
    start: () => runner.start(), stop: () => runner.stop(), wake: () => runner.wake(),
  }
}

/**
 * One loop: write down what attempts came to, claim what is due, start it, wait. Results that come
 * in while a transaction runs share the next one.
 */
class Runner {
  readonly #options: WebhookDeliveryOptions
  readonly #deps: WebhookDeliveryDeps
  readonly #lanes = new Map<string, Lane>()
  #finished: Attempt[] = []
  #isRunning = false
  #isAwake = false
  #resume: (() => void) | undefined
  #loop: Promise<void> = Promise.resolve()
  #pruneAt = 0

  constructor(options: WebhookDeliveryOptions, deps: WebhookDeliveryDeps) {
    this.#options = options
    this.#deps = deps
  }

  async start(): Promise<void> {
    // A store in one file has one process that delivers: leases of the one before are void.
    if (this.#deps.store.kind === 'sqlite') await this.#deps.store.write(releaseLeases)
    this.#isRunning = true
    this.#loop = this.#run()
  }

  async stop(): Promise<void> {
    this.#isRunning = false
    this.wake()
    await this.#loop
  }

  wake(): void {
    this.#isAwake = true
    this.#resume?.()
  }

  async #run(): Promise<void> {
    while (this.#isRunning || this.#underWay() > 0 || this.#finished.length > 0) {
      this.#isAwake = false
      let pauseMs = this.#options.pollMs
      try {
        pauseMs = await this.#turn()
      } catch (error) {
        this.#deps.log.error('webhooks: the store failed; trying again', { error })
        if (!this.#isRunning && this.#underWay() === 0) return
        pauseMs = STORE_PAUSE_MS
        this.#isAwake = false
      }
      await this.#sleep(pauseMs)
    }
  }

  /** One turn; answers for how long nothing is to do. */
  async #turn(): Promise<number> {
    const { store, now } = this.#deps
    const due = this.#isRunning ? await this.#findDue() : []
    // A copy: more may come in while the transaction runs.
    const settled = [...this.#finished]
    const isPruning = this.#isRunning && now() >= this.#pruneAt
    if (settled.length > 0 || due.length > 0 || isPruning) {
      const claimed = await store.write(async (tx) => {
        for (const attempt of settled) await settleAttempt(tx, attempt, this.#deps)
        if (isPruning) await this.#prune(tx)
        const deliveries: [Lane, Delivery[]][] = []
        for (const [lane, limit] of due) {
          deliveries.push([lane, await claimDeliveries(tx, lane.endpoint.id, {
            limit, now: now(), leaseMs: this.#options.leaseMs,
          })])
        }
        return deliveries
      })
      this.#finished = this.#finished.slice(settled.length)
      if (isPruning) this.#pruneAt = now() + PRUNE_EVERY_MS
      let started = 0
      for (const [lane, deliveries] of claimed) {
        started += deliveries.length
        for (const delivery of deliveries) void this.#deliver(lane, delivery)
      }
      // Where something was settled, what waited behind it may be due.
      if (started > 0 || settled.length > 0) return 0
    }
    return this.#options.pollMs
  }

  /** Endpoints with room for more and something due, and how much they may take. */
  async #findDue(): Promise<[Lane, number][]> {
    const { store, now } = this.#deps
    const endpoints = await readEnabledEndpoints(store, now())
    const due: [Lane, number][] = []
    for (const endpoint of endpoints) {
      const lane = this.#lanes.get(endpoint.id) ?? { endpoint, circuit: new Circuit(), running: 0 }
      lane.endpoint = endpoint
      this.#lanes.set(endpoint.id, lane)
      const room = lane.circuit.room(now(), this.#options.concurrency) - lane.running
      if (room <= 0) continue
      const dueAt = await nextDueAt(store, endpoint.id)
      if (dueAt !== undefined && dueAt <= now()) due.push([lane, room])
    }
    return due
  }

  async #deliver(lane: Lane, delivery: Delivery): Promise<void> {
    const { fetch, now } = this.#deps
    lane.running++
    const { endpoint } = lane
    const outcome = await attemptDelivery(fetch, endpoint, delivery, now)
    lane.running--
    if (outcome.kind === 'delivered') lane.circuit.succeeded()
    if (outcome.kind === 'failed') lane.circuit.failed(now(), outcome.retryAfterMs)
    this.#finished.push({ delivery, endpointAsOf: endpoint.updatedAt, outcome })
    this.wake()
  }

  async #prune(tx: Tx): Promise<void> {
    const now = this.#deps.now()
    await pruneOutbox(tx, {
      deliveredBefore: now - this.#options.keepDeliveredMs,
      deadBefore: now - this.#options.keepDeadMs, limit: PRUNE_ROWS,
    })
  }

  #underWay(): number {
    let running = 0
    for (const lane of this.#lanes.values()) running += lane.running
    return running
  }

  #sleep(ms: number): Promise<void> {
    if (this.#isAwake || ms <= 0) return new Promise((resolve) => setImmediate(resolve))
    return new Promise((resolve) => {
      const timer = setTimeout(resolve, ms)
      this.#resume = () => {
        clearTimeout(timer)
        resolve()
      }
    })
  }
}
