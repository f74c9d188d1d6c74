// What the screens ask of the ledger. Every method answers for one tenant alone (T30).

import type { AddressNote, SuppressionInput, TimeRange } from './rows.ts'
import type {
  PutRulesResult, RuleDraft, RuleSet, RuleTestAsked, RuleTestResult, SourceActivity, SourceSight,
} from './rows-of-set-up.ts'
import type {
  EventMessage, JudgedAgain, Overview, Trouble, TroubleFilter,
} from './rows-of-views.ts'

export type LedgerViews = {
  readonly overview: (
    tenant: string, query: { readonly time: Required<TimeRange>; readonly list?: string },
  ) => Promise<Overview>
  /** Open ones first, newest first. */
  readonly troubles: (tenant: string, filter: TroubleFilter) => Promise<readonly Trouble[]>
  readonly troubleOf: (tenant: string, id: string) => Promise<Trouble | undefined>

  /** Undefined: there is no such event. */
  readonly eventMessage: (tenant: string, id: string) => Promise<EventMessage | undefined>
  /** Judges by the rules of now and stores nothing. */
  readonly judgeAgain: (tenant: string, id: string) => Promise<JudgedAgain | undefined>

  readonly rules: (tenant: string) => Promise<RuleSet>
  /** Earlier versions, newest first. */
  readonly ruleVersions: (tenant: string) => Promise<readonly RuleSet[]>
  /** The whole set, as a new version. */
  readonly putRules: (tenant: string, actor: string, rules: unknown) => Promise<PutRulesResult>
  /** Undefined: there is no such cluster. */
  readonly draftRule: (tenant: string, cluster: string) => Promise<RuleDraft | undefined>
  readonly testRule: (
    tenant: string, rule: unknown, asked: RuleTestAsked,
  ) => Promise<RuleTestResult>

  readonly sourceSights: (tenant: string) => Promise<readonly SourceSight[]>
  readonly sourceActivity: (tenant: string, id: string) => Promise<SourceActivity | undefined>

  readonly addNote: (
    tenant: string, actor: string, address: string, text: string,
  ) => Promise<AddressNote>
  /** False: there is no such note, or not any more. */
  readonly takeNoteBack: (
    tenant: string, actor: string, address: string, id: number,
  ) => Promise<boolean>
  /** What `suppress` would do with each, in order; writes nothing. */
  readonly previewSuppress: (tenant: string, entries: readonly SuppressionInput[]) => Promise<
    readonly ('added' | 'changed' | 'unchanged' | 'refused')[]
  >
}
