// What a check of a message finds before it is sent.

import type { Dns } from '../dns/types.ts'
import type { Severity } from '../severity.ts'

export const MESSAGE_AREAS = [
  'authentication', 'unsubscribe', 'headers', 'size', 'text', 'links', 'attachments', 'filter',
  'campaign',
] as const

export type MessageArea = (typeof MESSAGE_AREAS)[number]

export type MessageFinding = {
  /** Path of what was found: `links/other-than-shown`. */
  readonly id: string
  readonly area: MessageArea
  readonly severity: Severity
  /** A sentence for people. */
  readonly text: string
  /** What to do, a sentence. */
  readonly advice?: string
  readonly source?: string
}

export type MessageReport = {
  readonly areas: readonly { readonly area: MessageArea; readonly severity: Severity }[]
  readonly findings: readonly MessageFinding[]
}

export type MessageCheckOptions = {
  /** As bounces name it; header fields tell others. */
  readonly campaign?: string | undefined
  /** It goes to many: unsubscribing is asked for. Left out: its header fields tell. */
  readonly isBulk?: boolean | undefined
  /** Left out: signatures are not verified. */
  readonly dns?: Dns | undefined
  readonly now: number
  /** Zones of DNS block lists that are asked about the domains of links; left out: none is. */
  readonly blocklists?: readonly string[] | undefined
  /** What of the same campaign was refused for its content; left out: nobody looks. */
  readonly refused?: ((message: CampaignNames) => Promise<readonly Refused[]>) | undefined
  /** What a content filter says of the message; left out: none is asked. */
  readonly filter?: ((bytes: Uint8Array) => Promise<FilterAnswer>) | undefined
}

/** By what a message and its bounces are known to belong together. */
export type CampaignNames = {
  /** Of header fields such as Feedback-ID, and what the asker says. */
  readonly campaigns: readonly string[]
  readonly subject?: string | undefined
}

/** Failures of one reason at one receiver. */
export type Refused = {
  readonly reason: string
  readonly receiver: string
  readonly incidents: number
}

/** The answer of a content filter such as rspamd or SpamAssassin. */
export type FilterAnswer =
  | {
    readonly kind: 'scored'
    readonly name: string
    readonly score: number
    /** From this score on it counts as spam. */
    readonly threshold: number
    readonly rules: readonly { readonly name: string; readonly score: number }[]
  }
  | { readonly kind: 'trouble'; readonly name: string; readonly about: string }
