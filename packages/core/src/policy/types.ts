// The one model of all bounce policies: what a policy is, what it looks at, and what it says.
// Pure data in, pure data out; every time is milliseconds since 1970 UTC.

import type { CaromEvent } from '../event/types.ts'

/** Whose fault a failure is. */
export type IncidentFault = 'recipient' | 'sender' | 'content' | 'network' | 'unknown'

/**
 * One failure of one message to one address, however many evidences of it came in. Also a complaint
 * or an unsubscription.
 */
export type Incident = {
  readonly id: string
  /** When it happened: the earliest of its evidences. */
  readonly at: number
  readonly kind: 'failed' | 'delayed' | 'complaint' | 'unsubscribe' | 'echo'
  readonly reason: CaromEvent['reason']
  /** Of a delay: why the message had to wait. */
  readonly cause?: CaromEvent['reason']
  readonly permanence: CaromEvent['permanence']
  readonly remedy: CaromEvent['remedy']
  readonly scope: CaromEvent['scope']
  readonly fault: IncidentFault
  readonly confidence: number
  /** 0–3, the best of its evidences. */
  readonly trust: number
  readonly replyCode?: number
  readonly enhancedCode?: string
  readonly command?: string
  /** Operator of the receiver, else the domain. */
  readonly receiver: string
  readonly retryAfterSeconds?: number
  /** How long the receiver usually lets wait for this reason, in ms, as was known then. */
  readonly habitMs?: number
  /** Which message: send id, Message-ID or ENVID; absent where nothing told. */
  readonly message?: string
  readonly campaign?: string
  readonly list?: string
  /** It was a probe that failed. */
  readonly probe?: boolean
  /** Types of the sources that told of it: `smtp`, `webhook`, `log` … */
  readonly sources: readonly string[]
  /** An outage guard holds it: it does not count until released. */
  readonly held?: boolean
  /** Undone by a person: it never counts again. */
  readonly voided?: boolean
}

/** A sign that the address is alive. */
export type Proof = {
  readonly at: number
  /** `self-service`: the person asked for mail again, by a confirmed link or in their account. */
  readonly kind: 'delivered' | 'engaged' | 'inbound' | 'self-service'
  /** Which message was delivered: where the same one bounces later, it proves nothing. */
  readonly message?: string
}

/** What a person or another system decided. */
export type ManualEntry = {
  readonly at: number
  readonly do: 'suppress' | 'lift'
  readonly by: string
  /** Where it comes from: `manual`, `import`, `complaint`, the name of a sending system … */
  readonly origin?: string
  readonly reason?: string
  readonly note?: string
  /** Until when a manual suppression holds. */
  readonly until?: number
}

/** All that is known of one address (of one list, where the policy's scope says so). */
export type AddressHistory = {
  readonly address: string
  readonly incidents: readonly Incident[]
  readonly proofs: readonly Proof[]
  readonly entries: readonly ManualEntry[]
  /** Messages known to have been sent to it, for rates and activity. */
  readonly sent?: number
}

export type AddressStatus = 'active' | 'watch' | 'paused' | 'probing' | 'suppressed' | 'removed'

/** What a policy says about an address at a moment. */
export type AddressState = {
  readonly status: AddressStatus
  /** When this status began. */
  readonly since?: number
  /** When it ends by itself; absent: when something happens. */
  readonly until?: number
  /** When to look again: the earliest time at which the state can change by itself. */
  readonly nextAt?: number
  /** Why mail stopped: a reason of taxonomy, `complaint`, `unsubscribe` or `manual`. */
  readonly reason?: string
  readonly track?: string
  readonly complained: boolean
  readonly unsubscribed: boolean
  readonly manualBlock: boolean
  /** How full each track is; those that are empty are left out. */
  readonly meters: readonly Meter[]
  /** When a soft failure is worth another try. */
  readonly retryAt?: number
  /** The way here, oldest first: each step with the incidents that caused it, in plain words. */
  readonly steps: readonly Step[]
}

export type Meter = {
  readonly track: string
  readonly value: number
  readonly threshold: number
  readonly incidents: readonly string[]
}

export type Step = {
  readonly at: number
  readonly from: AddressStatus
  readonly to: AddressStatus
  readonly track?: string
  readonly incidents: readonly string[]
  /** Plain words: what happened and why it led here. */
  readonly why: string
  /** Further actions of the track: notify, tag, unsubscribe, webhook, delete. */
  readonly actions?: readonly string[]
}
