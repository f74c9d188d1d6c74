// What the HTTP API needs of the ledger. Every method answers for one tenant alone: no row of
// another is read or written, whatever the arguments say (T30).

import type { RetryAdvice } from '@carom/core'
import type { AuditRow, EventRow, SuppressionRow } from '../store/types.ts'
import type { LedgerViews } from './ledger-views.ts'
import type {
  AddressView, CheckAnswer, CheckQuery, IncidentFilter, IncidentRow, LiftInput,
  LiftResult, Page, PageQuery, SourceView, StatsQuery, StatsResult, SuppressionFilter,
  SuppressionInput, SuppressResult, TimelineEntry, TimeRange, UndoLiftResult,
} from './rows.ts'
import type {
  EraseInput, EraseResult, LedgerNotes, OutageRow, PersonData, PolicyInput, PolicyPreset,
  PolicyRow, ProofInput, PutPolicyResult, ReclassifyInput, ReclassifyResult, SendInput,
  SimulateInput, SimulateResult, UndoInput, UndoResult, UnmatchedCluster,
} from './rows-of-work.ts'
import type { EventSearch, MatchCount, SearchPage } from './rows-of-views.ts'

/**
 * Addresses come in as people typed them; the ledger normalises them. `actor` is `key:<prefix>` or
 * another name for the audit. A method rejects when the store is in trouble, and the API answers
 * 503 then; what the caller did wrong is told in the result.
 */
export type Ledger = LedgerViews & {
  /**
   * From memory, at once. Undefined where memory cannot tell all that an answer needs; ask `check`
   * then.
   */
  readonly checkNow: (tenant: string, query: CheckQuery) => CheckAnswer | undefined
  /** One answer for each query, in order. Up to 100,000. */
  readonly check: (tenant: string, queries: readonly CheckQuery[]) => Promise<CheckAnswer[]>

  /** One transaction for all entries. */
  readonly suppress: (
    tenant: string, actor: string, entries: readonly SuppressionInput[],
  ) => Promise<SuppressResult>
  readonly lift: (tenant: string, actor: string, input: LiftInput) => Promise<LiftResult>
  readonly undoLift: (
    tenant: string, actor: string, input: Pick<LiftInput, 'address' | 'list'>,
  ) => Promise<UndoLiftResult>
  /** By address and list, rising. Cursor: `[address, list]`. */
  readonly listSuppressions: (
    tenant: string, filter: SuppressionFilter, page: PageQuery,
  ) => Promise<Page<SuppressionRow>>
  /** Exact up to 100,000. */
  readonly countSuppressions: (
    tenant: string, filter: SuppressionFilter,
  ) => Promise<MatchCount>

  /** Undefined where nothing is known of it. Its incidents are the newest 100. */
  readonly addressView: (tenant: string, address: string) => Promise<AddressView | undefined>
  /** Newest first. Cursor: `[at, kind, key]`, key being seq or Message-ID as text. */
  readonly timeline: (
    tenant: string, address: string, page: PageQuery,
  ) => Promise<Page<TimelineEntry>>

  /** Cursor: `[seq]`. */
  readonly listEvents: (
    tenant: string, filter: EventSearch, page: PageQuery,
  ) => Promise<SearchPage<EventRow>>
  /** `retry`: when another try is worth it, where one may be. */
  readonly event: (tenant: string, id: string) => Promise<
    (EventRow & { readonly retry?: RetryAdvice }) | undefined
  >
  /** The raw input of an event, as it came; undefined where it is not kept whole. */
  readonly rawOfEvent: (tenant: string, id: string) => Promise<{
    readonly bytes: Uint8Array; readonly kind: string
  } | undefined>
  /** Cursor: `[at, id]`. */
  readonly listIncidents: (
    tenant: string, filter: IncidentFilter, page: PageQuery,
  ) => Promise<SearchPage<IncidentRow>>
  /** With the events that are its evidence. */
  readonly incident: (tenant: string, id: string) => Promise<
    { readonly row: IncidentRow; readonly events: readonly EventRow[] } | undefined
  >
  /** Newest first. Cursor: `[seq]`. */
  readonly listAudit: (
    tenant: string,
    filter: { readonly address?: string; readonly action?: string; readonly time?: TimeRange },
    page: PageQuery,
  ) => Promise<Page<AuditRow>>
  readonly stats: (tenant: string, query: StatsQuery) => Promise<StatsResult>

  readonly listSources: (tenant: string) => Promise<readonly SourceView[]>
  /** Cursor: `[n, id]`, biggest first. */
  readonly unmatched: (tenant: string, page: PageQuery) => Promise<Page<UnmatchedCluster>>
  readonly listOutages: (tenant: string) => Promise<readonly OutageRow[]>
  /** `count`: its held incidents count from now on. `void`: they never do. False: no such one. */
  readonly settleOutage: (
    tenant: string, actor: string, id: string, how: 'count' | 'void',
  ) => Promise<boolean>

  readonly presets: () => readonly PolicyPreset[]
  /** Every version, newest first. */
  readonly listPolicies: (tenant: string) => Promise<readonly PolicyRow[]>
  readonly activePolicy: (tenant: string) => Promise<PolicyRow>
  readonly putPolicy: (
    tenant: string, actor: string, input: PolicyInput,
  ) => Promise<PutPolicyResult>
  readonly simulate: (tenant: string, input: SimulateInput) => Promise<SimulateResult>
  /** Every address with a history will be decided anew; answers how many. */
  readonly applyPolicy: (
    tenant: string, actor: string,
  ) => Promise<{ readonly addresses: number }>
  readonly undo: (tenant: string, actor: string, input: UndoInput) => Promise<UndoResult>
  readonly reclassify: (
    tenant: string, actor: string, input: ReclassifyInput,
  ) => Promise<ReclassifyResult>

  /** `registered` counts new ones; known ones are no error. */
  readonly registerSends: (
    tenant: string, sends: readonly SendInput[],
  ) => Promise<{ readonly registered: number }>
  /** Signs of life. */
  readonly recordProofs: (
    tenant: string, actor: string, proofs: readonly ProofInput[],
  ) => Promise<{ readonly recorded: number }>

  readonly exportPerson: (tenant: string, address: string) => Promise<PersonData>
  readonly erase: (tenant: string, actor: string, input: EraseInput) => Promise<EraseResult>

  /**
   * What happens from now on, or after an `id`, after it was committed and whichever process did
   * it, until `signal` ends it.
   */
  readonly follow: (
    tenant: string, after: string | undefined, signal: AbortSignal,
  ) => AsyncIterable<LedgerNotes>
  /** Inputs that wait to be judged, over all tenants; readiness and metrics ask it. */
  readonly backlog: () => Promise<{ readonly inputs: number; readonly oldestAt?: number }>
}
