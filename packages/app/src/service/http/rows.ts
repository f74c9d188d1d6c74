// What the HTTP API shows and takes: the rows of the ledger as JSON carries them. Every time in
// them is milliseconds since 1970 UTC; the API writes and reads ISO 8601.

import type {
  AddressState, CaromEvent, Incident, ManualEntry, Proof,
} from '@carom/core'
import type { AuditRow, EventRow, SourceRow, SuppressionRow } from '../store/types.ts'

/** The sort key of the last row shown; the next page begins after it. Shapes stand at the lists. */
export type Cursor = readonly (string | number)[]

export type PageQuery = {
  /** 1–1000. */
  readonly limit: number
  readonly after?: Cursor
}

export type Page<Row> = {
  readonly rows: readonly Row[]
  /** Absent at the end. */
  readonly next?: Cursor
}

export type TimeRange = {
  /** Inclusive. */
  readonly from?: number
  /** Exclusive. */
  readonly until?: number
}

export type CheckQuery = { readonly address: string; readonly list?: string }

/** May one send to an address now? */
export type CheckAnswer = {
  /** As it is kept. */
  readonly address?: string
  /** `hold`: not before `until`. `do-not-send`: until something lifts it, or until `until`. */
  readonly answer: 'send' | 'hold' | 'do-not-send'
  readonly status: AddressState['status']
  readonly until?: number
  /** Reason of the taxonomy, `complaint`, `unsubscribe`, `manual`, `address-invalid`. */
  readonly reason?: string
  /** Plain words: what proves it. */
  readonly why?: string
  /** Which list's state answered; empty for the address as such. */
  readonly list?: string
  readonly since?: number
  /** The incident or event that proves it. */
  readonly proof?: string
  readonly evidence?: {
    readonly incidents: readonly string[]; readonly policy?: string; readonly track?: string
    readonly proof?: string; readonly origin?: string
  }
  /** A soft failure advises not to try before this. */
  readonly retryAt?: number
}

export type SuppressionInput = {
  readonly address: string
  readonly list?: string
  readonly reason: string
  /** `manual`, `import`, `complaint`, `unsubscribe`, or the name of a sending system. */
  readonly origin: string
  /** When it began where it came from; absent: now. */
  readonly createdAt?: number
  readonly expiresAt?: number
  readonly note?: string
}

export type SuppressResult = {
  readonly added: number
  readonly changed: number
  readonly unchanged: number
  /** Those that are no addresses: place in the list, from 0, and why. */
  readonly refused: readonly { readonly index: number; readonly why: string }[]
}

export type LiftInput = {
  readonly address: string
  readonly list?: string
  /** `self-service`: the person asked for it, which also lifts a complaint or unsubscription. */
  readonly by: 'manual' | 'self-service'
  readonly note?: string
  /** Lift a complaint or an unsubscription by hand. */
  readonly force?: boolean
}

export type LiftResult =
  | { readonly kind: 'lifted'; readonly row: SuppressionRow }
  | { readonly kind: 'not-suppressed' }
  /** A complaint or unsubscription is lifted with `force` or by the person alone. */
  | { readonly kind: 'refused'; readonly why: string }

export type UndoLiftResult =
  /** `row` unless its time is over by now. */
  | { readonly kind: 'undone'; readonly row?: SuppressionRow }
  /** The last thing that was said of the address is no lift. */
  | { readonly kind: 'not-lifted' }

export type SuppressionFilter = {
  /** Anything within the address. */
  readonly text?: string
  readonly list?: string
  readonly reason?: string
  readonly origin?: string
  readonly domain?: string
  /** Also such that have run out. */
  readonly expired?: boolean
  /** By `createdAt`. */
  readonly created?: TimeRange
}

export type EventFilter = {
  /** Anything within the address or the reply text. */
  readonly text?: string
  readonly address?: string
  readonly kind?: CaromEvent['kind']
  /** A reply code (`550`) or an enhanced code (`5.1.1`). */
  readonly code?: string
  readonly reason?: string
  readonly remedy?: string
  readonly fault?: string
  readonly receiver?: string
  readonly domain?: string
  readonly list?: string
  readonly source?: string
  readonly campaign?: string
  /** A rule that fired, `google/over-quota`. */
  readonly rule?: string
  /** A block list that was named. */
  readonly blocklist?: string
  readonly counted?: boolean
  /** Events: by `receivedAt`; incidents: by `at`. */
  readonly time?: TimeRange
  /** Newest first unless `oldest`. */
  readonly order?: 'newest' | 'oldest'
}

export type IncidentFilter = Omit<EventFilter, 'counted' | 'kind'> & {
  readonly kind?: Incident['kind']
  readonly held?: boolean
  readonly voided?: boolean
}

export type IncidentRow = {
  readonly id: string
  readonly address: string
  readonly domain: string
  readonly incident: Incident
}

/** State of an address (of one list). */
export type AddressStateView = {
  readonly list: string
  readonly state: AddressState
  readonly policy: string
  readonly suppression?: SuppressionRow
  readonly proofs: readonly Proof[]
  readonly entries: readonly ManualEntry[]
  readonly sent: number
  readonly updatedAt: number
}

export type AddressView = {
  readonly address: string
  /** The address as such (`list` is empty) first, when it has a state. */
  readonly states: readonly AddressStateView[]
  readonly incidents: readonly IncidentRow[]
  readonly counts: { readonly events: number; readonly incidents: number }
  readonly answer: CheckAnswer
  /** Other ways in which it was written: in reports, and as other systems spell it. */
  readonly spellings: readonly string[]
  /** What was probably meant. */
  readonly suggestion?: {
    readonly address: string; readonly domain: string; readonly why: string
  }
  /** What happens next, in words. */
  readonly next: readonly { readonly at?: number; readonly words: string }[]
  readonly notes: readonly AddressNote[]
}

export type AddressNote = {
  /** Place of its row in the audit. */
  readonly id: number
  readonly at: number
  readonly actor: string
  readonly text: string
}

/** One line of an address's life, oldest or newest first. */
export type TimelineEntry =
  | { readonly kind: 'event'; readonly at: number; readonly event: EventRow }
  | { readonly kind: 'audit'; readonly at: number; readonly audit: AuditRow }
  | {
    readonly kind: 'sent'; readonly at: number; readonly messageId: string; readonly list: string
  }

export type SourceView = SourceRow & {
  readonly health: 'running' | 'waiting' | 'failing' | 'stopped' | 'disabled'
  /** Inputs not yet judged. */
  readonly backlog: number
  /** Inputs nobody could read, of those kept. */
  readonly unmatched: number
}

export type StatsBy =
  'reason' | 'fault' | 'remedy' | 'kind' | 'receiver' | 'domain' | 'list' | 'source' | 'campaign' |
  'day' | 'hour'

export type StatsQuery = {
  readonly by: readonly StatsBy[]
  readonly filter: Pick<IncidentFilter, 'reason' | 'fault' | 'receiver' | 'domain' | 'list' |
    'source' | 'campaign' | 'kind'>
  readonly time: Required<TimeRange>
  /** The biggest first; the rest is summed in `other`. */
  readonly limit: number
}

export type StatsRow = {
  /** One value for each of `by`, in its order; days as 2026-11-27, hours as 2026-11-27T13Z. */
  readonly key: readonly string[]
  readonly incidents: number
  readonly addresses: number
}

export type StatsResult = {
  readonly rows: readonly StatsRow[]
  readonly other: { readonly incidents: number }
  readonly total: {
    readonly incidents: number; readonly addresses: number; readonly sends: number
    readonly suppressed: number; readonly lifted: number
  }
}
