// What the screens show beside plain rows: the overview, troubles of the sender, searches, one
// event in its message. Times are milliseconds since 1970 UTC.

import type { CaromEvent } from '@carom/core'
import type { AuditRow, EventRow } from '../store/types.ts'
import type { EventFilter, Page } from './rows.ts'
import type { SourceSight } from './rows-of-set-up.ts'
import type { OutageRow } from './rows-of-work.ts'

/** Counts of one stretch of time, of one list, or of one receiver. */
export type Counts = {
  /** Registered sends, or attempts that were seen where nothing was registered. */
  readonly sent: number
  readonly delivered: number
  /** Final failures, one for each message and address. */
  readonly bounced: number
  readonly delayed: number
  readonly complaints: number
  readonly unsubscribed: number
  /** Failures that a guard keeps from counting. */
  readonly held: number
}

export type FaultName = 'recipient' | 'sender' | 'content' | 'network' | 'unknown'

export type Bucket = Counts & { readonly at: number; readonly faults: Record<FaultName, number> }

/** A share of what was sent; absent where nothing was sent. */
export type Rates = {
  readonly bounce?: number
  /** Unknown, closed or malformed addresses and domains: what mailbox providers look at. */
  readonly invalid?: number
  readonly complaint?: number
}

export type Limit = {
  readonly id: string
  /** Who draws it. */
  readonly who: string
  readonly measure: keyof Rates
  readonly level: 'goal' | 'warning' | 'stop'
  readonly rate: number
  /** What happens beyond it, and how it is counted there. */
  readonly says: string
  /** Where it is written. */
  readonly source: string
}

export type Overview = {
  readonly from: number
  readonly until: number
  readonly bucket: 'hour' | 'day'
  /** What `sent` counts. */
  readonly sentFrom: 'sends' | 'attempts'
  readonly buckets: readonly Bucket[]
  readonly totals: Counts & { readonly suppressed: number; readonly lifted: number }
  readonly rates: Rates
  /** The same stretch of time before. */
  readonly before: { readonly totals: Counts; readonly rates: Rates }
  readonly faults: readonly { readonly fault: FaultName; readonly bounced: number }[]
  readonly reasons: readonly {
    readonly reason: string; readonly title: string; readonly fault: FaultName
    readonly bounced: number
  }[]
  /** By whole days, biggest first; domains that belong to no known operator are one row, `*`. */
  readonly receivers: readonly (Counts & { readonly receiver: string })[]
  /** What was delivered is not known by list. */
  readonly lists: readonly (Omit<Counts, 'delivered'> & { readonly list: string })[]
  readonly limits: readonly (Limit & {
    readonly value?: number; readonly state: 'below' | 'near' | 'above' | 'unknown'
  })[]
  readonly sources: readonly SourceSight[]
  /** Outages that are held now or were within the time. */
  readonly holds: readonly OutageRow[]
  readonly troubles: { readonly open: number; readonly rows: readonly Trouble[] }
}

export type Link = {
  readonly kind: 'delist' | 'form' | 'document'; readonly title: string; readonly url: string
}

/** A DNS record or setting that has to be changed, as it should read. */
export type RecordAdvice = {
  readonly type: string; readonly name: string; readonly value: string; readonly why: string
}

export type Playbook = {
  readonly summary: string
  /** In order, one thing to do each. */
  readonly steps: readonly string[]
  readonly links: readonly Link[]
  readonly records: readonly RecordAdvice[]
}

/** Failures that are the sender's own fault and have one cause. */
export type Trouble = {
  readonly id: string
  readonly state: 'open' | 'closed'
  readonly reason: string
  readonly title: string
  readonly fault: 'sender' | 'content'
  readonly receiver: string
  readonly blocklist?: string
  /** The sending domain or IP address that is refused, where it is known. */
  readonly subject?: string
  /** When the present episode began: after mail had got through and a day had passed without it. */
  readonly openedAt: number
  readonly earlierEpisodes: number
  readonly lastAt: number
  /** When deliveries to the receiver had resumed. */
  readonly closedAt?: number
  /** Messages refused since then, one for each address that they went to. */
  readonly messages: number
  readonly addresses: number
  /** Deliveries to the receiver after the last of them. */
  readonly deliveredSince: number
  readonly sample: {
    readonly event: string; readonly address: string; readonly diagnostic?: string
    readonly replyCode?: number; readonly enhancedCode?: string
  }
  readonly playbook: Playbook
}

export type TroubleFilter = {
  readonly state?: 'open' | 'closed'
  readonly reason?: string
  readonly receiver?: string
  readonly from: number
  readonly until: number
}

/** How many match: exact up to 10,000. */
export type MatchCount = { readonly n: number; readonly isMore: boolean }

/** A page of a search; it ends early where looking further would take too long. */
export type SearchPage<Row> = Page<Row> & {
  readonly count?: MatchCount
  /** All that is newer (or older, with order=oldest) was looked at, and nothing beyond. */
  readonly scannedUntil?: number
}

export type EventSearch = EventFilter & { readonly wantsCount?: boolean }

export type HeaderField = { readonly name: string; readonly value: string }

export type MessagePart = {
  /** Its place in the tree: `1`, `1.2`; the message as such is `0`. */
  readonly path: string
  readonly depth: number
  readonly type: string
  readonly name?: string
  readonly charset?: string
  readonly encoding?: string
  readonly size: number
  /** Bytes of the raw message in which its content stands. */
  readonly start: number
  readonly end: number
  readonly headers: readonly HeaderField[]
  /** Of text parts, decoded, without markup. */
  readonly text?: string
  readonly isCut?: boolean
}

/** Where evidence stands. */
export type EvidenceMark = {
  readonly rule: string
  readonly part: string
  readonly text: string
  /** In the event's `diagnostic`. */
  readonly span: readonly [number, number]
  /** In the text of a part. */
  readonly inPart?: { readonly path: string; readonly start: number; readonly end: number }
  /** In `raw.text`. */
  readonly inRaw?: { readonly start: number; readonly end: number }
}

export type EventMessage = {
  readonly event: EventRow
  readonly kind: string
  /** False: the bytes are no longer kept. */
  readonly isKept: boolean
  readonly size: number
  /** Of the message itself, decoded. */
  readonly headers: readonly HeaderField[]
  readonly parts: readonly MessagePart[]
  /** One character for each byte, up to a limit. */
  readonly raw: { readonly text: string; readonly isCut: boolean }
  readonly marks: readonly EvidenceMark[]
  /** Every event of the same incident, this one included. */
  readonly evidences: readonly EventRow[]
  /** What was decided because of the incident, oldest first. */
  readonly trail: readonly AuditRow[]
}

export type VerdictSight = Pick<CaromEvent,
  'reason' | 'permanence' | 'remedy' | 'scope' | 'confidence' | 'because'> & {
    readonly diagnostic?: string
  }

export type JudgedAgain =
  | {
    readonly kind: 'judged'; readonly isChanged: boolean; readonly before: VerdictSight
    /** Absent: nothing is read in it any more. */
    readonly after?: VerdictSight
    /** Other reasons that were weighed, likeliest first. */
    readonly candidates: readonly { readonly reason: string; readonly confidence: number }[]
  }
  | { readonly kind: 'not-kept' }
