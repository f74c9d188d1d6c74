// The public record `carom/1`: one event per recipient of a report.

import type { EventKind, OriginalMessage } from '../report/types.ts'
import type {
  Because, BounceType, Permanence, Reason, Remedy, Scope, SmtpCommand,
} from '../rules/types.ts'

/** Where an event came from. */
export type EventSource =
  | { readonly type: 'file'; readonly file: string; readonly index?: number }
  | { readonly type: 'bytes' }

export type CaromEvent = {
  readonly schema: 'carom/1'
  /** A key made of the content alone: the same whichever way the same report came in. */
  readonly id: string
  readonly kind: EventKind
  /** The address that the sender used, domain lower-cased and in ASCII form. */
  readonly recipient?: string
  readonly originalRecipient?: string
  readonly finalRecipient?: string
  readonly reason: Reason
  readonly permanence: Permanence
  readonly remedy: Remedy
  readonly scope: Scope
  readonly bounceType: BounceType
  readonly confidence: number
  readonly replyCode?: number
  readonly enhancedCode?: string
  readonly command?: SmtpCommand
  /** The reply text, unfolded, multi-line replies joined with spaces. */
  readonly diagnostic?: string
  readonly provider?: string
  readonly blocklist?: { readonly name: string; readonly zone?: string }
  readonly retryAfterSeconds?: number
  readonly reporter?: string
  readonly reportingMta?: string
  readonly remoteMta?: string
  /** When the server refused: Last-Attempt-Date, else the Date of the report; ISO 8601 UTC. */
  readonly occurredAt?: string
  readonly arrivalDate?: string
  readonly willRetryUntil?: string
  readonly envelopeId?: string
  readonly original?: OriginalMessage
  readonly feedbackType?: string
  readonly because: readonly Because[]
  readonly problems?: readonly string[]
  readonly source: EventSource
}
