// What the HTTP API asks of the ledger in larger pieces: policies, simulation, undo, judging again,
// unmatched inputs, one person's data. Times are milliseconds since 1970 UTC.

import type { AddressState, CaromEvent } from '@carom/core'
import type { AuditRow, EventRow, SuppressionRow } from '../store/types.ts'
import type { AddressView, IncidentFilter, IncidentRow, TimeRange } from './rows.ts'

export type PolicyPreset = {
  readonly name: string
  readonly title: string
  /** Whose documented policy it is, where it follows one. */
  readonly source?: string
  readonly body: unknown
}

export type PolicyRow = {
  readonly id: string
  readonly version: number
  readonly body: unknown
  readonly createdAt: number
  readonly actor: string
  readonly active: boolean
}

export type PolicyInput = {
  /** A preset's name or a whole policy. */
  readonly policy: unknown
  /** Decide by it from now on. */
  readonly activate: boolean
  /** Check only. */
  readonly dryRun: boolean
}

/** Where in a value, as `tracks.0.threshold`, and what is wrong there. */
export type FieldProblem = { readonly path: string; readonly message: string }

export type PutPolicyResult =
  | { readonly kind: 'saved' | 'checked'; readonly row: PolicyRow }
  | { readonly kind: 'refused'; readonly problems: readonly FieldProblem[] }

export type SimulateInput = {
  /** A preset's name, `active`, an id of a stored policy or a whole policy. */
  readonly policy: unknown
  /** Absent: the active one. */
  readonly against?: unknown
  readonly time?: TimeRange
  readonly list?: string
  readonly domain?: string
  /** How many of the differing addresses are shown. */
  readonly limit: number
}

export type SimulationSide = {
  readonly status: AddressState['status']
  readonly since?: number
  readonly reason?: string
  readonly why?: string
}

export type SimulationResult = {
  readonly addresses: number
  readonly same: number
  readonly differing: number
  /** `suppressed→active` and how many. */
  readonly moves: readonly { readonly from: string; readonly to: string; readonly n: number }[]
  readonly rows: readonly {
    readonly address: string; readonly list: string
    readonly policy: SimulationSide; readonly against: SimulationSide
  }[]
}

export type SimulateResult =
  | { readonly kind: 'simulated'; readonly result: SimulationResult }
  | { readonly kind: 'refused'; readonly problems: readonly FieldProblem[] }

/** Which incidents shall never count again; at least one of the fields must be set. */
export type UndoInput = {
  readonly filter: Pick<IncidentFilter, 'reason' | 'fault' | 'receiver' | 'domain' | 'list' |
    'source' | 'campaign' | 'code' | 'text' | 'address' | 'time'> & {
      readonly incidents?: readonly string[]
    }
  readonly dryRun: boolean
  readonly note?: string
  readonly sampleLimit: number
}

export type UndoResult = {
  readonly dryRun: boolean
  readonly incidents: number
  readonly addresses: number
  /** Suppressions that end by it. */
  readonly lifted: number
  readonly samples: readonly {
    readonly address: string; readonly list: string
    readonly before: AddressState['status']; readonly after: AddressState['status']
    readonly incidents: readonly string[]
  }[]
}

export type ReclassifyInput = {
  readonly filter: {
    readonly source?: string; readonly reason?: string; readonly address?: string
    readonly domain?: string; readonly time?: TimeRange
    /**
     * Also inputs that nobody could read, or only those, and replies whose reason nobody knows.
     */
    readonly unmatched?: 'also' | 'only'
    /** Inputs whose events rest on this rule, `operator/<id>`; nothing else narrows them then. */
    readonly rule?: string
  }
  readonly dryRun: boolean
  readonly sampleLimit: number
}

export type ReclassifyResult = {
  readonly dryRun: boolean
  readonly inputs: number
  readonly changed: number
  /** Addresses whose status would be, or is, another one. */
  readonly addressesChanged: number
  /** Events that prove enough today and did not, and the other way round. */
  readonly countNow: number
  readonly countNoMore: number
  readonly moves: readonly { readonly from: string; readonly to: string; readonly n: number }[]
  readonly samples: readonly {
    readonly address: string
    readonly before?: Pick<CaromEvent, 'reason' | 'remedy' | 'confidence'>
    readonly after?: Pick<CaromEvent, 'reason' | 'remedy' | 'confidence'>
    readonly diagnostic?: string
  }[]
}

/** Unreadable inputs that say the same. */
export type UnmatchedCluster = {
  readonly id: string
  readonly n: number
  readonly firstAt: number
  readonly lastAt: number
  readonly sources: readonly string[]
  /** The words they share. */
  readonly text: string
  readonly samples: readonly {
    readonly inboxId: number; readonly source: string; readonly receivedAt: number
    /** The first kilobytes, as text. */
    readonly excerpt: string
  }[]
}

export type OutageRow = {
  readonly id: string
  readonly receiver: string
  readonly fromAt: number
  readonly untilAt?: number
  readonly releasedAt?: number
  readonly held: number
  readonly detail: unknown
}

export type ProofInput = {
  readonly address: string
  readonly list?: string
  readonly kind: 'delivered' | 'engaged' | 'inbound' | 'self-service'
  /** Absent: now. */
  readonly at?: number
}

export type SendInput = {
  readonly recipient: string
  /** Without angle brackets. */
  readonly messageId?: string
  readonly envelopeId?: string
  readonly list?: string
  readonly campaign?: string
  readonly fromDomain?: string
  /** The address that connects to receivers. */
  readonly fromIp?: string
  /** Absent: now. */
  readonly sentAt?: number
}

/** Everything that is kept of one person. */
export type PersonData = {
  readonly address: string
  readonly view?: AddressView
  readonly events: readonly EventRow[]
  readonly incidents: readonly IncidentRow[]
  readonly suppressions: readonly SuppressionRow[]
  readonly audit: readonly AuditRow[]
  readonly sends: readonly SendInput[]
  /** Raw inputs, as they came. */
  readonly inputs: readonly {
    readonly receivedAt: number; readonly source: string; readonly bytes: Uint8Array
  }[]
  /** Requests to confirm it, for lists and in place of other addresses. */
  readonly optins: readonly Readonly<Record<string, unknown>>[]
}

export type EraseInput = {
  readonly address: string
  /** Keep a keyed hash of the address, so that it stays suppressed without being known. */
  readonly keepSuppressed: boolean
  readonly dryRun: boolean
}

export type EraseResult = {
  readonly dryRun: boolean
  readonly events: number
  readonly incidents: number
  readonly inputs: number
  readonly sends: number
  readonly suppressions: number
  readonly keptSuppressed: boolean
}

/** What a live view is told; a view that was cut off goes on after the last `id`. */
export type LedgerNote = {
  readonly id: string
  readonly type: 'event' | 'suppression.added' | 'suppression.lifted' | 'address' | 'outage' |
    'optin.confirmed' | 'address.replaced'
  readonly at: number
  readonly data: unknown
}

/** What came in at once, and where that leads to. */
export type LedgerNotes = {
  readonly id: string
  /** What happened before is not told: it is too long ago. */
  readonly isReset: boolean
  readonly notes: readonly LedgerNote[]
}
