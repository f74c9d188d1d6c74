// One attempt to deliver: made, and written down.

import type { Log } from '../../log.ts'
import type { Tx } from '../../store/types.ts'
import { tellPlatform } from '../platforms/request.ts'
import type { SafeFetch } from '../safe-fetch.ts'
import type { EndpointWithSecrets } from './endpoints.ts'
import { disableEndpoint, settleDelivery } from './outbox.ts'
import type { Delivery } from './outbox.ts'
import { outcomeOfAnswer, outcomeOfError } from './outcome.ts'
import type { Outcome } from './outcome.ts'
import { nextPauseMs } from './schedule.ts'
import { signMessage } from './signature.ts'

export type Attempt = {
  readonly delivery: Delivery
  /** When the endpoint was changed last, as the attempt knew it. */
  readonly endpointAsOf: number
  readonly outcome: Outcome
}

/** Never rejects: whatever happens is an outcome. */
export async function attemptDelivery(
  fetch: SafeFetch, endpoint: EndpointWithSecrets, delivery: Delivery, now: () => number,
): Promise<Outcome> {
  const { url, platform, credential = '' } = endpoint
  try {
    return platform === undefined ? await sendWebhook(fetch, endpoint, delivery, now)
      : await tellPlatform(fetch, { platform, url, credential }, delivery.payload, now)
  } catch (error) {
    return outcomeOfError(error)
  }
}

async function sendWebhook(
  fetch: SafeFetch, { url, secrets }: EndpointWithSecrets,
  { notification: id, payload: body }: Delivery, now: () => number,
): Promise<Outcome> {
  const timestampSeconds = Math.floor(now() / 1_000)
  const answer = await fetch.fetch(url, {
    method: 'POST', body,
    headers: {
      'content-type': 'application/json', 'user-agent': 'Carom',
      ...signMessage({ id, timestampSeconds, body }, secrets),
    },
  })
  return outcomeOfAnswer(answer, now())
}

/** Writes down what an attempt came to. */
export async function settleAttempt(
  tx: Tx, { delivery, endpointAsOf, outcome }: Attempt,
  deps: { readonly now: () => number; readonly random?: () => number; readonly log: Log },
): Promise<void> {
  const { now: clock, random = Math.random, log } = deps
  const now = clock()
  if (outcome.kind === 'delivered') {
    await settleDelivery(tx, { delivery, state: 'delivered', now, status: outcome.status })
    return
  }
  const { status, error } = outcome
  const facts = { delivery, now, error, ...(status === undefined ? {} : { status }) }
  if (outcome.kind === 'refused') return settleDelivery(tx, { ...facts, state: 'dead' })
  if (outcome.kind === 'gone') {
    await settleDelivery(tx, { ...facts, state: 'dead' })
    const disabled = await disableEndpoint(
      tx, delivery.endpoint, { why: error, asOf: endpointAsOf, now })
    const { endpoint } = delivery
    if (disabled) log.warn('webhooks: endpoint switched off', { endpoint, error })
    return
  }
  const pauseMs = nextPauseMs(delivery.attempts + 1, random(), outcome.retryAfterMs)
  await settleDelivery(tx, pauseMs === undefined
    ? { ...facts, state: 'dead' } : { ...facts, state: 'waiting', nextAt: now + pauseMs })
}
