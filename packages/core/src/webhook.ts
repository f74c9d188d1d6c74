// What a vendor's webhook posted → events. Beside the engine, so that who reads no webhooks does
// not bring their decoders along.

import type { Engine, ReadResult } from './engine.ts'
import type { EventSource } from './event/types.ts'
import { decodeWebhook, type WebhookVendor } from './report/webhook/index.ts'
import type { WebhookBody, WebhookHandshake } from './report/webhook/types.ts'

/** What was read from the body of one webhook. */
export type WebhookResult = ReadResult & {
  /** What the vendor wants answered before it sends events. */
  readonly handshake?: WebhookHandshake
}

/**
 * Reads what a vendor posted and judges it, one event per recipient. Who sent it is the caller's
 * to verify. Never throws on any bytes.
 */
export function readWebhook(
  engine: Engine, vendor: WebhookVendor, body: WebhookBody,
  source: EventSource = { type: 'webhook', vendor },
): WebhookResult {
  const { items, handshake, problems } = decodeWebhook(vendor, body)
  const events = items.flatMap(({ report, date }) => engine.judgeReport(report, source, date))
  return handshake === undefined ? { events, problems } : { events, problems, handshake }
}
