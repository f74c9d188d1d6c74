// The public record `carom/1`: one event per recipient of a report.

import type { EventKind, OriginalMessage, VendorFacts } from '../report/types.ts'
import type {
  Because, BounceType, Permanence, Reason, Remedy, Scope, SmtpCommand,
} from '../rules/types.ts'

/** Where an event came from. */
export type EventSource =
  | { readonly type: 'file'; readonly file: string; readonly index?: number }
  | { readonly type: 'bytes' }
  | { readonly type: 'webhook'; readonly vendor: string; readonly source?: string }
  | {
    readonly type: 'log'; readonly mta: string; readonly source?: string
    /** The lines that told it, as they stood in the log. */
    readonly lines?: readonly string[]
  }
  | {
    readonly type: 'smtp' | 'lmtp' | 'http' | 'imap' | 'pop3' | 'maildir' | 'mbox' | 'pipe'
    readonly source?: string
  }

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
  /** Of a delay: why the message has to wait, where the reply tells. */
  readonly cause?: Reason
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
  /** What a vendor's webhook says beside the reply. */
  readonly vendor?: VendorFacts
  /** What a verified return-path token said. */
  readonly token?: { readonly recipient: string; readonly sendId?: string; readonly list?: string }
  readonly because: readonly Because[]
  readonly problems?: readonly string[]
  readonly source: EventSource
}
