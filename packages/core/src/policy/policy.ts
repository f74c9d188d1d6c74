// What a policy is: pure data that can stand in a JSON or YAML file. Every bounce rule of every
// system is written in this one model; `evaluate` reads it, `checkPolicy` checks it.

import type { CaromEvent } from '../event/types.ts'
import type { IncidentFault, Proof } from './types.ts'

/** A whole number and a unit: `30m`, `12h`, `7d`, `2w`, `1y` (365 days). */
export type Duration = string

type Reason = CaromEvent['reason']

/** `hard`: the remedy is to stop mailing the address; `soft`: every other failure. */
export type Severity = 'hard' | 'soft'

export type Policy = {
  /** Small letters, digits, hyphens. */
  readonly id: string
  /** Counted up with every change, so that a state can name what it was decided by. */
  readonly version: number
  readonly title: string
  /** What the state hangs on. @default 'address' */
  readonly scope?: 'address' | 'address+list'
  /**
   * Every one that an incident matches counts it; the first that fires and changes something wins.
   */
  readonly tracks: readonly Track[]
  readonly lift?: Lift
  readonly guards?: PolicyGuards
  /** Where the numbers come from, for people. */
  readonly documented?: { readonly notes: readonly string[]; readonly source: string }
}

/** One row of a policy: which failures it counts, how, and what follows when they are enough. */
export type Track = {
  readonly id: string
  /** Names what is counted, in words that fit behind a number: `3rd mailbox full`. */
  readonly title: string
  /** Which incidents are counted. @default every failure */
  readonly when?: When
  readonly meter: MeterKind
  /** How much one incident weighs; a reason outdoes permanence, permanence severity. @default 1 */
  readonly weights?: Readonly<Partial<Record<WeightKey, number>>>
  /** What counts at most once. @default 'incident' */
  readonly oncePer?: 'incident' | 'message' | 'campaign' | 'day'
  /** Older incidents do not count; those exactly as old still do. */
  readonly window?: Duration
  /** Only for the meter `lastN`: how many outcomes it looks at. */
  readonly lastN?: number
  /** Between the first and the last incident that count lies at least this. */
  readonly minSpan?: Duration
  /** At least so many incidents, whatever they weigh. */
  readonly minEvents?: number
  readonly minDistinct?: { readonly campaigns?: number; readonly days?: number }
  /** Where the meter fires; `active` once the person has opened, clicked or written. */
  readonly threshold: number | { readonly inactive: number; readonly active: number }
  readonly reset?: Reset
  readonly actions: readonly Action[]
}

/**
 * - `count`: incidents
 * - `consecutive`: incidents in a row; a delivery breaks it
 * - `score`: sum of weights
 * - `lastN`: failures among the last N outcomes
 * - `regularity`: sum of weights × share of failures among all outcomes since the first
 * - `probe`: failures of probe messages
 */
export type MeterKind = 'count' | 'consecutive' | 'score' | 'lastN' | 'regularity' | 'probe'

/** A severity, what the server claimed, or a reason. `unknown` is the reason. */
export type WeightKey = Severity | 'permanent' | 'transient' | Reason

/** Every field that is there must fit; of a list, one. */
export type When = {
  /** @default ['failed'] */
  readonly kind?: readonly ('failed' | 'complaint' | 'unsubscribe')[]
  readonly severity?: readonly Severity[]
  readonly permanence?: readonly CaromEvent['permanence'][]
  readonly reason?: readonly Reason[]
  readonly notReason?: readonly Reason[]
  readonly fault?: readonly IncidentFault[]
  readonly scope?: readonly CaromEvent['scope'][]
  /** Enhanced codes; `x` stands for any number: `5.1.1`, `x.2.2`, `5.x.x`. */
  readonly enhancedCode?: readonly string[]
  readonly replyCode?: readonly number[]
  /** SMTP commands: `RCPT`, `DATA` … */
  readonly command?: readonly string[]
  /** Types of sources, one of which told of it. */
  readonly source?: readonly string[]
  readonly receiver?: readonly string[]
  readonly minConfidence?: number
  readonly minTrust?: number
  /** No sign of life was ever seen before it. */
  readonly neverAlive?: boolean
}

/** What empties a meter. */
export type Reset = {
  /** Nothing counted for so long. */
  readonly afterQuiet?: Duration
  readonly onDelivered?: boolean
  readonly onEngaged?: boolean
  readonly onInbound?: boolean
  /** A delivery takes this much off. */
  readonly erodePerDelivery?: number
}

export type Action =
  /** Counts and shows, nothing else. */
  | { readonly do: 'record' }
  | { readonly do: 'notify'; readonly who: 'owner' | 'operator' | 'recipient' }
  | {
    readonly do: 'pause'
    readonly for: Duration
    /** Each further pause is longer, until a sign of life. */
    readonly growth?: { readonly factor: number; readonly max: Duration }
  }
  /** Ask for a probe message and wait: a failure does `onBounce`, silence does `onSilence`. */
  | {
    readonly do: 'probe'
    readonly wait: Duration
    readonly onBounce: readonly Action[]
    readonly onSilence: readonly Action[]
  }
  | {
    readonly do: 'suppress'
    /** @default until lifted */
    readonly ttl?: Duration
    /** So many warnings, so far apart; then the record is removed. */
    readonly warn?: { readonly times: number; readonly every: Duration }
  }
  /** Take off the list, as if the person had asked for it. */
  | { readonly do: 'unsubscribe' }
  /** Remove the record. */
  | { readonly do: 'delete' }
  | { readonly do: 'tag' | 'webhook'; readonly name: string }

/** How far a sign of life reaches: it ends pauses and probes, or suppressions too. */
export type LiftReach = 'pauses' | 'all'

/** What ends a stop. A person may always lift; what a person suppressed only a person lifts. */
export type Lift = {
  readonly delivered?: LiftReach
  readonly engaged?: LiftReach
  readonly inbound?: LiftReach
  /** The person asked for mail again; at most `max` times. */
  readonly selfService?: { readonly max: number }
  /** Ends each suppression that has no `ttl` of its own. */
  readonly ttl?: Duration
  /** Causes that no sign of life and no time lifts. @default ['complaint'] */
  readonly never?: readonly (Reason | 'unsubscribe')[]
}

export type LiftSign = Proof['kind']

/** What keeps good addresses from harm, whatever the tracks say. */
export type PolicyGuards = {
  /** Faults that never count. @default ['sender', 'content', 'network'] */
  readonly neverCount?: readonly IncidentFault[]
  /** Reasons that never count. @default ['greylisted', 'list-suppressed'] */
  readonly neverCountReasons?: readonly Reason[]
  /** Reports that prove less are recorded and never count, 0–3. @default 2 */
  readonly minTrust?: number
  /** The same where one of the sources had to prove who it is. @default 1 */
  readonly minTrustAuthenticated?: number
  /** Types of sources that prove who they are. @default ['webhook', 'log', 'journald', 'http'] */
  readonly authenticatedSources?: readonly string[]
  /** Local parts that no bounce ever stops. @default ['postmaster', 'abuse'] */
  readonly roleAccounts?: readonly string[]
  /** A soft failure so soon after a sign of life does not count. @default '0d': it does */
  readonly proofBefore?: Duration
  /** Hold failures while a receiver refuses people who are known to be there. @default true */
  readonly outage?: boolean
  /** Cap the suppressions of one hour; the rest waits for review. @default true */
  readonly rateCap?: boolean
}
