// An intake of webhooks with everything around it in memory.

import type { WebhookVendor } from '@carom/core'
import { createWebhookIntake, type WebhookIntake } from '../../../../src/service/intake/webhook.ts'
import type {
  FetchUrl, WebhookAnswer, WebhookOptions, WebhookRequest, WebhookSourceOptions,
} from '../../../../src/service/intake/webhook/types.ts'
import { memoryDeps, type MemoryDeps } from '../memory-deps.ts'
import { NOW } from './signers.ts'

export type Workbench = {
  readonly intake: WebhookIntake
  readonly deps: MemoryDeps
  readonly fetched: string[]
  readonly send: (request: Partial<WebhookRequest>) => Promise<WebhookAnswer>
  /** Moves the clock. */
  readonly at: (milliseconds: number) => void
}

export function openWorkbench(
  vendor: WebhookVendor, source: Partial<WebhookSourceOptions> = {},
  options: Partial<WebhookOptions> & { readonly fetchUrl?: FetchUrl } = {},
): Workbench {
  const deps = memoryDeps()
  const fetched: string[] = []
  let now = NOW
  const { fetchUrl = () => Promise.reject(new Error('nothing is there')), ...given } = options
  const intake = createWebhookIntake({
    ...given, sources: [{ name: vendor, tenant: 'default', vendor, ...source }],
  }, {
    store: deps.store, log: deps.log, wake: deps.wake, now: () => now,
    fetchUrl: (url) => {
      fetched.push(url)
      return fetchUrl(url)
    },
  })
  return {
    intake, deps, fetched,
    send: ({ bytes = new Uint8Array(), ...request }) => intake.receive({
      source: vendor, method: 'POST', url: `/hooks/${vendor}`, headers: {}, ip: '192.0.2.9',
      ...request, body: bytes,
    }),
    at: (milliseconds) => {
      now = milliseconds
    },
  }
}
