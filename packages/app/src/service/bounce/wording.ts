// What a bounce says to its reader.

import type { BounceLanguage } from '@carom/core'

/** What an honest bounce may say: all of them 5.7.1, and none denies that the mailbox is there. */
export const HONEST_REASONS = [
  'recipient-refused', 'content-rejected', 'spam-content', 'policy',
] as const

export type HonestReason = (typeof HONEST_REASONS)[number]

/** How the bounce is worded; absent: as the settings say. */
export type Wording = {
  readonly reason?: HonestReason
  readonly language?: BounceLanguage
  readonly headersOnly?: boolean
}
