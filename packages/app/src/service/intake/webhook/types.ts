// What the intake of webhooks is told and what it answers.

import type { WebhookVendor } from '@carom/core'
import type { Log } from '../../log.ts'
import type { Store } from '../../store/types.ts'

/** One source of webhooks, reached at /hooks/NAME. */
export type WebhookSourceOptions = {
  /** The name in the URL; a long random one is a secret of its own. */
  readonly name: string
  readonly tenant: string
  readonly vendor: WebhookVendor
  readonly list?: string | undefined
  readonly campaign?: string | undefined
  /** What it proves, instead of 1 for what is authenticated and 0 for what is not. */
  readonly trust?: 0 | 1 | 2 | undefined
  /**
   * The signing key where the vendor signs; else a secret that it sends along, as a bearer token,
   * in `X-Carom-Token`, as `?token=…`, or as a last part of the path.
   */
  readonly secret?: string | undefined
  /** Further keys that are valid while they are changed. */
  readonly secrets?: readonly string[] | undefined
  /** SendGrid, Postal: PEM, base64 SPKI, or the value of a DKIM record. */
  readonly publicKey?: string | undefined
  /** Basic authentication, where the URL that was given to the vendor has it. */
  readonly user?: string | undefined
  readonly password?: string | undefined
  /** SES: ARNs of the SNS topics that are accepted; a valid signature alone proves nothing. */
  readonly topics?: readonly string[] | undefined
  /** Networks that may send, `192.0.2.0/24`; none: all. */
  readonly allowFrom?: readonly string[] | undefined
  /** Take what nothing proves: it is recorded and never counts. */
  readonly allowUnsigned?: boolean | undefined
}

export type WebhookOptions = {
  /** Bytes of a body, also after it is unpacked: SendGrid's largest batch has 786,432. */
  readonly bodyBytesMax: number
  /** Age of a signature, in seconds, where the vendor signs anew for each attempt. */
  readonly replaySeconds: number
  /** Age at which a Mailgun event is still taken, in seconds; it tries for 8 hours. */
  readonly mailgunReplaySeconds: number
  /** Age of an SNS message, in seconds: its retries keep the first timestamp for an hour. */
  readonly snsReplaySeconds: number
  /** Age of a SendGrid batch, in seconds: it tries for a day, and the signature covers the body. */
  readonly sendgridReplaySeconds: number
  /** How far a vendor's clock may be ahead of ours, in seconds. */
  readonly futureSeconds: number
  /** What a vendor is told to wait when we cannot keep its events, in seconds. */
  readonly retryAfterSeconds: number
  /** Confirm the subscription of an accepted SNS topic without asking a person. */
  readonly confirmTopics: boolean
  /** Where vendors reach us, such as `https://bounces.example.com`: Mandrill signs the URL. */
  readonly publicUrl?: string | undefined
}

export const WEBHOOK_DEFAULTS: WebhookOptions = {
  bodyBytesMax: 1_048_576,
  replaySeconds: 300,
  mailgunReplaySeconds: 43_200,
  snsReplaySeconds: 3_900,
  sendgridReplaySeconds: 90_000,
  futureSeconds: 300,
  retryAfterSeconds: 30,
  confirmTopics: true,
}

/** A request as it came. */
export type WebhookRequest = {
  readonly method: string
  /** Path and query as sent. */
  readonly url: string
  /** Names in lower case. */
  readonly headers: Readonly<Record<string, string>>
  readonly bytes: Uint8Array
  readonly ip: string
}

export type WebhookAnswer = {
  readonly status: number
  readonly headers?: Readonly<Record<string, string>>
  readonly body?: string
}

/** Gets a URL that has been checked: no redirects, a short timeout, a small answer. */
export type FetchUrl = (url: string) => Promise<{
  readonly status: number
  readonly bytes: Uint8Array
}>

export type WebhookDeps = {
  readonly store: Pick<Store, 'ingest'>
  readonly log: Log
  /** Milliseconds since 1970. */
  readonly now: () => number
  /** Tells the pipeline that there is work. */
  readonly wake: () => void
  /** @default one that speaks HTTPS to the public internet */
  readonly fetchUrl?: FetchUrl
}

/** What a source has been doing, for its health. */
export type WebhookCounts = {
  accepted: number
  repeated: number
  refused: number
  failed: number
  /** Why the last request was refused, and when. */
  lastRefusal?: { readonly at: number; readonly reason: string }
}
