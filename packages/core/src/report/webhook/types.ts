// What goes into a decoder of webhooks and what comes out: pure data, one shape for every vendor.

import type { Report } from '../types.ts'

/** A request body as it came in, unpacked; the caller has checked who sent it. */
export type WebhookBody = {
  readonly bytes: Uint8Array
  readonly contentType?: string
  /** Lower-case names. */
  readonly headers?: Readonly<Record<string, string>>
  /** Parameters of the URL: some vendors send nothing else. */
  readonly query?: Readonly<Record<string, string>>
}

/** One event of a vendor about one recipient. */
export type WebhookItem = {
  readonly report: Report
  /** When it happened, ISO 8601 UTC. */
  readonly date?: string
}

/** What the vendor wants answered before it sends events. */
export type WebhookHandshake =
  | { readonly kind: 'sns-subscription'; readonly topicArn: string; readonly subscribeUrl: string }
  | { readonly kind: 'azure-validation'; readonly validationCode: string }
  /** A test of the address: nothing to do but to answer 200. */
  | { readonly kind: 'ping' }

export type WebhookReading = {
  readonly items: WebhookItem[]
  readonly handshake?: WebhookHandshake
  /**
   * `json-broken`, `json-deep`, `events-capped`; `event-unknown` and `recipient-missing` for an
   * event of a name that no table has, or about nobody: it gives no item, and is worth keeping.
   */
  readonly problems: string[]
}

export type WebhookDecoder = (body: WebhookBody) => WebhookReading
