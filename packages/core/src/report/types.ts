// What every report reader gives back: facts as reported, nothing judged yet (RFC 3464 names).

import type { SmtpCommand } from '../rules/types.ts'

export type EventKind =
  | 'failed'
  | 'delayed'
  | 'delivered'
  | 'relayed'
  | 'expanded'
  | 'complaint'
  | 'unsubscribe'
  | 'auth-report'
  | 'auto-reply'
  | 'challenge'
  | 'receipt'
  | 'list-notice'
  | 'echo'
  /** Opened, clicked, answered: somebody is there. */
  | 'engaged'

/** The facts about one recipient, from the machine part, the human part, or both. */
export type RecipientReport = {
  kind: EventKind
  /** Original-Recipient, ORCPT, "generated from": the address as the sender wrote it. */
  originalRecipient?: string
  finalRecipient?: string
  /** Status field, `5.1.1`, without comments. */
  status?: string
  /** Diagnostic-Code: type in lower case and text, unfolded. */
  diagnosticCode?: { type: string; text: string }
  remoteMta?: string
  lastAttemptDate?: string
  willRetryUntil?: string
  finalLogId?: string
  /** SMTP command that was refused, where the report says so outside the reply text. */
  command?: SmtpCommand
  /**
   * What the human part says about this recipient: the paragraph with reply and reason, unfolded.
   */
  humanText?: string
  /** The part of it that is announced as the reason, where it quotes no reply with a code. */
  statedReason?: string
  /**
   * Of a report in prose about one recipient: all that it says but whom to ask, for where the
   * paragraph about the recipient names no cause.
   */
  surroundings?: string
}

/** The message that bounced. */
export type OriginalMessage = {
  messageId?: string
  from?: string
  to?: string
  subject?: string
  /** ISO 8601 UTC where the Date field could be read, else absent. */
  date?: string
  listId?: string
  feedbackId?: string
  /** Extra header fields that the caller asked for, lower-case names. */
  headers?: Record<string, string>
}

export type Report = {
  /** Format: which reader understood it. */
  format: 'dsn' | 'arf' | 'mdn' | 'plain' | 'notice' | 'webhook' | 'log'
  /** Software family that wrote it: `postfix`, `exim`, …; absent when not recognised. */
  reporter?: string
  reportingMta?: string
  receivedFromMta?: string
  dsnGateway?: string
  envelopeId?: string
  arrivalDate?: string
  recipients: RecipientReport[]
  original?: OriginalMessage
  /** MAIL FROM of the message that bounced, where told; it may carry a return-path token. */
  envelopeSender?: string
  /** Logs only: names this one fact of the log; the same line gives the same again. */
  logKey?: string
  /** Webhooks only: what the vendor says beside the reply. */
  vendor?: VendorFacts
  /** A person passed it on as text: what it says may be true, and proves nothing. */
  isRetold?: true
  /** Feedback reports only: the fields of RFC 5965 as read. */
  feedback?: FeedbackFields
  problems: string[]
}

/** What a vendor's webhook says beside the reply itself; kept, and never counted as evidence. */
export type VendorFacts = {
  name: string
  /** The vendor's id of this event: the same event sent again has the same. */
  eventId?: string
  /** The vendor's id of the message, where it is not the Message-ID. */
  messageId?: string
  /** The vendor's own judgement, in its own words. */
  verdict?: { type?: string; subType?: string; class?: string; hard?: boolean }
  campaign?: string
  tags?: string[]
  metadata?: Record<string, string>
  subaccount?: string
}

export type FeedbackFields = {
  feedbackType: string
  userAgent?: string
  version?: string
  originalMailFrom?: string
  sourceIp?: string
  reportedDomain?: string[]
  reportedUri?: string[]
  authenticationResults?: string[]
  authFailure?: string
  deliveryResult?: string
  dkimDomain?: string
  incidents?: number
}
