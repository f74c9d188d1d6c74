// What the screens that set things up show: rules of operators, guides and tests of sources. Times
// are milliseconds since 1970 UTC.

import type { OperatorRule } from '@carom/core'
import type { EventRow } from '../store/types.ts'
import type { SourceView } from './rows.ts'
import type { FieldProblem } from './rows-of-work.ts'

export type RuleSet = {
  readonly version: number
  readonly rules: readonly OperatorRule[]
  readonly updatedAt?: number
  readonly actor?: string
}

export type PutRulesResult =
  | { readonly kind: 'saved'; readonly set: RuleSet }
  | { readonly kind: 'refused'; readonly problems: readonly FieldProblem[] }

export type RuleDraft = {
  readonly rule: OperatorRule
  readonly candidates: readonly { readonly reason: string; readonly confidence: number }[]
  readonly samples: readonly string[]
}

export type RuleTestAsked = {
  /** Rows that are shown. */
  readonly limit: number
  /** Its inputs are counted by themselves. */
  readonly cluster?: string
}

export type RuleTest = {
  /** Stored events with a reply that were looked at. */
  readonly scanned: number
  readonly met: number
  readonly changed: number
  readonly moves: readonly { readonly from: string; readonly to: string; readonly n: number }[]
  /** Events of which the engine is sure that they say something else. */
  readonly conflicts: number
  readonly rows: readonly {
    readonly event: string; readonly address: string; readonly diagnostic: string
    readonly before: string; readonly after: string; readonly confidence: number
    readonly isConflict: boolean
  }[]
  /** Older events were not looked at. */
  readonly scannedUntil?: number
  readonly unread: UnreadTest
}

/** What a rule makes of the inputs that nobody could read. */
export type UnreadTest = {
  /** Inputs that were looked at, those of the cluster first. */
  readonly scanned: number
  readonly met: number
  /** Of the cluster that was asked for. */
  readonly ofCluster?: { readonly scanned: number; readonly met: number }
  /** There are more than could be looked at. */
  readonly isCut: boolean
  /** `address` is absent where the input names nobody. */
  readonly rows: readonly {
    readonly inboxId: number; readonly address?: string; readonly diagnostic: string
    readonly after: string
  }[]
}

export type RuleTestResult =
  | { readonly kind: 'tested'; readonly test: RuleTest }
  | { readonly kind: 'refused'; readonly problems: readonly FieldProblem[] }

export type SourceGuide = {
  /** `webhook/ses`, `imap`, `log/postfix` … */
  readonly id: string
  readonly type: string
  readonly vendor?: string
  readonly name: string
  /** What proves that an input is the source's. */
  readonly proof: string
  readonly steps: readonly string[]
  /** To be copied into the vendor's or the mail server's settings. */
  readonly values: readonly { readonly label: string; readonly value: string }[]
  /** The entry of `sources` in the configuration. */
  readonly yaml: string
}

export type SourceTest = {
  readonly ok: boolean
  readonly tookMs: number
  readonly steps: readonly {
    readonly name: string; readonly ok: boolean; readonly detail: string
  }[]
}

export type SourceSight = Pick<SourceView,
  'id' | 'name' | 'type' | 'vendor' | 'health' | 'backlog' | 'lastInputAt' | 'lastErrorAt' |
  'lastError'> & {
    readonly rhythm?: Rhythm
    /** Failures that it told of lately, where nothing proves any of them: none counts. */
    readonly unproved?: number
  }

/** How often a source usually tells something, learned from its own inputs. */
export type Rhythm = {
  /** Longest pause that is usual, in ms. */
  readonly usualMs: number
  readonly silentMs: number
  /** It has been silent for much longer than it ever is. */
  readonly isSilent: boolean
}

export type SourceActivity = {
  readonly source: SourceView
  readonly rhythm?: Rhythm
  readonly events: readonly EventRow[]
  readonly errors: readonly { readonly at: number; readonly text: string }[]
}
