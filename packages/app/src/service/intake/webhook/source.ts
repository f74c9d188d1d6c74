// A source of webhooks made ready: its settings read, its keys parsed, its counts at nought.

import { isWebhookVendor, WEBHOOK_VENDORS } from '@carom/core'
import type { WebhookCounts, WebhookSourceOptions } from './types.ts'
import {
  authenticityOf, createVerify, type Authenticity, type VerifyContext,
} from './verify/index.ts'
import type { Verify } from './verify/types.ts'

export type WebhookSource = {
  readonly options: WebhookSourceOptions
  readonly verify: Verify
  /** `none`: this source cannot be authenticated. */
  readonly authenticity: Authenticity
  readonly counts: WebhookCounts
}

/** @throws Error that names the setting that is wrong and what belongs there */
export function prepareSource(
  options: WebhookSourceOptions, context: VerifyContext,
): WebhookSource {
  if (!isWebhookVendor(options.vendor)) {
    const { name, vendor } = options as { readonly name: string; readonly vendor: unknown }
    throw new Error(`${name}: ${String(vendor)} is no vendor of webhooks; there are ` +
      WEBHOOK_VENDORS.join(', '))
  }
  return {
    options,
    verify: createVerify(options, context),
    authenticity: authenticityOf(options),
    counts: { accepted: 0, repeated: 0, refused: 0, failed: 0 },
  }
}
