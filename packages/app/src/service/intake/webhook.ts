// Takes webhooks of vendors in, at /hooks/NAME: verified, durable, and only then acknowledged.

import { notNow } from './webhook/answers.ts'
import { receiveWebhook } from './webhook/receive.ts'
import { fetchPinned } from './webhook/fetch.ts'
import { prepareSource, type WebhookSource } from './webhook/source.ts'
import {
  WEBHOOK_DEFAULTS, type WebhookAnswer, type WebhookCounts, type WebhookDeps,
  type WebhookOptions, type WebhookSourceOptions,
} from './webhook/types.ts'
import { createCertificateCache } from './webhook/verify/sns-certificate.ts'
import type { Authenticity } from './webhook/verify/index.ts'

export type WebhookIntakeOptions = Partial<WebhookOptions> & {
  readonly sources: readonly WebhookSourceOptions[]
}

/** A request to /hooks/NAME. */
export type HookRequest = {
  readonly source: string
  readonly method: string
  /** Names in lower case. */
  readonly headers: Readonly<Record<string, string>>
  readonly body: Uint8Array
  /** Path and query as sent. */
  readonly url: string
  readonly ip: string
}

export type WebhookSourceState = {
  readonly name: string
  readonly vendor: string
  /** `none`: this source cannot be authenticated. */
  readonly authenticity: Authenticity
  readonly counts: Readonly<WebhookCounts>
}

export type WebhookIntake = {
  readonly start: () => Promise<void>
  /** Waits for requests that are being received. */
  readonly stop: () => Promise<void>
  /** Answers one request; does not reject. */
  readonly receive: (request: HookRequest) => Promise<WebhookAnswer>
  readonly sources: () => WebhookSourceState[]
}

const NOT_FOUND: WebhookAnswer = { status: 404, body: 'There is no such webhook.\n' }
const STOPPING: WebhookAnswer = {
  status: 503, headers: { 'retry-after': '10' }, body: 'The service is stopping.\n',
}

/** @throws Error that names the source and the setting that is wrong */
export function createWebhookIntake(
  { sources, ...given }: WebhookIntakeOptions, outside: WebhookDeps,
): WebhookIntake {
  const options: WebhookOptions = { ...WEBHOOK_DEFAULTS, ...given }
  const deps = { ...outside, fetchUrl: outside.fetchUrl ?? fetchPinned }
  const certificates = createCertificateCache(deps.fetchUrl, deps.now)
  const byName = new Map<string, WebhookSource>()
  for (const source of sources) {
    byName.set(source.name, prepareSource(source, { options, certificates, now: deps.now }))
  }
  const running = new Set<Promise<WebhookAnswer>>()
  let isStopping = false
  return {
    start: () => {
      isStopping = false
      for (const { options: { name, vendor }, authenticity } of byName.values()) {
        if (authenticity !== 'none') continue
        deps.log.warn('this source cannot be authenticated', { source: name, vendor })
      }
      return Promise.resolve()
    },
    stop: async () => {
      isStopping = true
      await Promise.allSettled(running)
    },
    receive: async ({ source: name, body, ...request }) => {
      const source = byName.get(name)
      if (source === undefined) return NOT_FOUND
      if (isStopping) return STOPPING
      const answer = receiveWebhook(source, { ...request, bytes: body }, options, deps)
      running.add(answer)
      try {
        return await answer
      } catch (error) {
        source.counts.failed += 1
        deps.log.error('webhook failed', { source: name, error })
        return notNow(options.retryAfterSeconds)
      } finally {
        running.delete(answer)
      }
    },
    sources: () => [...byName.values()].map(({ options: { name, vendor }, authenticity, counts }) =>
      ({ name, vendor, authenticity, counts: { ...counts } })),
  }
}
