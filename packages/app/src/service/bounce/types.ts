// Bouncing a received message back to its sender: what is looked at, what is planned, what became
// of it, as the API and the command line see it.

import type { BounceSettingsChange, BounceSettingsView } from './settings-types.ts'
import type { Wording } from './wording.ts'

/**
 * What must hold before a message is bounced, in the order in which it is asked. Those of
 * `LIFTABLE_CONDITIONS` may be lifted by a person who knows the message, the others never.
 */
export const CONDITIONS = [
  'return-path', 'authenticated', 'dmarc', 'age', 'automatic', 'bulk', 'list',
  'responses-unwanted', 'report', 'loop', 'mail-system', 'no-reply', 'hops', 'spam', 'own-domain',
  'our-recipient', 'own-bounce', 'not-blocked', 'once', 'per-recipient', 'per-domain', 'per-day',
  'enabled',
] as const

export type ConditionName = (typeof CONDITIONS)[number]

/** Nothing of these makes a stranger suffer, and nothing comes back: a person may know better. */
export const LIFTABLE_CONDITIONS = [
  'age', 'no-reply', 'spam', 'our-recipient', 'not-blocked',
] as const

export type LiftableCondition = (typeof LIFTABLE_CONDITIONS)[number]

export type Condition = {
  readonly name: ConditionName
  readonly outcome: 'met' | 'refused' | 'lifted'
  /** A plain sentence. */
  readonly because: string
  /** What it was seen from: a header field, a signature, a count. */
  readonly evidence?: string
  readonly liftable: boolean
}

export type Eligibility = {
  readonly eligible: boolean
  /** Every condition, in order, met or not. */
  readonly conditions: readonly Condition[]
}

/** Messages of a mailbox, or one that comes with the request. */
export type Chosen =
  | { readonly kind: 'keys'; readonly mailbox: string; readonly keys: readonly string[] }
  /** All that are marked but the first `offset`. */
  | { readonly kind: 'marked'; readonly mailbox: string; readonly offset: number }
  | { readonly kind: 'raw'; readonly message: RawMessage }

export type RawMessage = {
  readonly bytes: Uint8Array
  /** Envelope sender; empty for `<>`. @default the Return-Path field */
  readonly returnPath?: string
  /** The address of ours that got it. @default one of ours in the header */
  readonly recipient?: string
  /** When it came in. @default the topmost Received field */
  readonly arrivedAt?: number
  /** The folder that it lies in. */
  readonly folder?: string
}

export type BounceInput = {
  readonly chosen: Chosen
  /** Show only. */
  readonly dryRun: boolean
  readonly lift: readonly LiftableCondition[]
  readonly wording: Wording
  /** The moment of the plan that is carried out now: the same bytes are sent. */
  readonly plannedAt?: number
  readonly showBytes: boolean
}

/** The bounce that is or would be sent. */
export type PreparedBounce = {
  readonly id: string
  readonly to: string
  readonly messageId: string
  readonly size: number
  readonly sha256: string
  readonly needsSmtpUtf8: boolean
  /** Whether the whole message is returned or only its header. */
  readonly returned: 'message' | 'headers'
  /** The exact bytes; in JSON as base64. */
  readonly bytes?: Uint8Array
}

/**
 * - `planned`: it would be sent. `refused`: it must not be. `dry-run`: the settings say that
 *   nothing is sent.
 * - `sent`: the relay took it. `failed`: the relay refused it, or could not be reached; it is not
 *   tried again. `unknown`: whether it was sent cannot be told; it is not sent again.
 * - `gone`: the message is not there any more.
 */
export type BounceState =
  | 'planned' | 'refused' | 'dry-run' | 'sent' | 'failed' | 'unknown' | 'gone'

export type BounceRow = {
  /** Of the message in its mailbox; `raw` for one that came with the request. */
  readonly key: string
  readonly state: BounceState
  readonly subject?: string
  readonly author?: string
  readonly conditions: readonly Condition[]
  readonly alternatives: readonly Alternative[]
  readonly bounce?: PreparedBounce
  /** What the relay answered, or why it could not be asked. */
  readonly answer?: string
  /** Where the message was moved after the relay took the bounce. */
  readonly movedTo?: string
  /** Why it was not moved. */
  readonly notMoved?: string
}

export type BounceAnswer = {
  readonly dryRun: boolean
  readonly plannedAt: number
  readonly rows: readonly BounceRow[]
  /** Marked messages beyond those of this answer. */
  readonly left: number
  /** The `offset` that goes on with them. */
  readonly next?: number
}

/** What is better than a bounce, per message. */
export const ALTERNATIVES = ['unsubscribe', 'complaint', 'block'] as const

export type AlternativeName = (typeof ALTERNATIVES)[number]

export type Alternative = {
  readonly name: AlternativeName
  readonly available: boolean
  readonly because: string
  /** The address that is asked (`unsubscribe`) or written to (`complaint`), or blocked. */
  readonly target?: string
  /** Text to paste into the rules of a mail server that knows Sieve (RFC 5228). */
  readonly sieve?: string
}

export type AlternativeInput = {
  readonly chosen: Chosen
  /** Absent: say what there is. */
  readonly which?: AlternativeName
  readonly dryRun: boolean
  /** For `complaint`: another address than the one found. */
  readonly to?: string
  /** For `block`: the sender's address alone, or its domain. @default 'address' */
  readonly scope?: 'address' | 'domain'
  readonly note?: string
}

export type AlternativeRow = {
  readonly key: string
  readonly alternatives: readonly Alternative[]
  readonly state: 'planned' | 'done' | 'refused' | 'failed' | 'dry-run' | 'unknown' | 'gone'
  readonly because: string
  /** The complaint as it is or would be sent; in JSON as base64. */
  readonly bytes?: Uint8Array
}

/** One line of the log. */
export type LoggedBounce = {
  readonly seq: number
  readonly id: string
  readonly kind: 'bounce' | 'complaint'
  readonly at: number
  readonly actor: string
  readonly recipient: string
  readonly messageId: string
  readonly originalMessageId?: string
  readonly mailbox?: string
  readonly key?: string
  readonly sha256: string
  readonly state: 'sending' | 'sent' | 'failed' | 'unknown'
  readonly answer?: string
  readonly finishedAt?: number
}

/** A sender whose mail is to be refused from now on. */
export type RefusedSender = {
  /** `ann@example.org`, or `@example.org` for the whole domain. */
  readonly sender: string
  readonly createdAt: number
  readonly actor: string
  readonly note?: string
}

export type LogFilter = { readonly state?: LoggedBounce['state']; readonly recipient?: string }

/** What the API needs. Everything is of one tenant; `actor` is for the audit. */
export type BounceAdmin = {
  /** A `MailboxError` says that there is no such mailbox, or that it cannot be read now. */
  readonly bounce: (tenant: string, actor: string, input: BounceInput) => Promise<BounceAnswer>
  readonly alternatives: (
    tenant: string, actor: string, input: AlternativeInput,
  ) => Promise<{ readonly dryRun: boolean; readonly rows: readonly AlternativeRow[] }>
  /** Newest first. */
  readonly log: (tenant: string, filter: LogFilter, page: {
    readonly limit: number; readonly beforeSeq?: number
  }) => Promise<readonly LoggedBounce[]>
  readonly settings: (tenant: string) => Promise<BounceSettingsView>
  readonly change: (
    tenant: string, actor: string, change: BounceSettingsChange,
  ) => Promise<BounceSettingsView>
  /** Greets the relay, logs in and leaves. */
  readonly testRelay: () => Promise<{ readonly ok: boolean; readonly answer: string }>
  readonly refused: (tenant: string) => Promise<{
    readonly rows: readonly RefusedSender[]; readonly sieve: string
  }>
  readonly accept: (tenant: string, actor: string, sender: string) => Promise<boolean>
}
