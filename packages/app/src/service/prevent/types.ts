// What the service answers about mail before it is sent.

import type { SyntaxNote, SyntaxProblem, WarmUpDone, WarmUpPlan } from '@carom/core/prevent'
import type { Advise } from './advice/advise.ts'
import type { DomainQuestion, DomainReport } from './domain/types.ts'
import type { PacingAdvice } from './habits/pacing.ts'
import type { HabitsReport } from './habits/types.ts'
import type { FrequencyReport } from './habits/frequency.ts'
import type { VolumeDay, VolumeKind } from './habits/volume.ts'
import type { ReportedDomain } from '../reports/gather.ts'
import type { ReportSummary } from '../reports/types.ts'
import type { Reputation } from './reputation/reputation.ts'
import type { CheckedAddress } from './list/types.ts'
import type { ListDesk } from './lists/types.ts'
import type { MessageReport } from './message/types.ts'

export type AddressAdvice = CheckedAddress & {
  readonly address: string
  readonly syntax: { readonly valid: boolean; readonly problem?: SyntaxProblem
    readonly notes: readonly SyntaxNote[] }
}

/** Addresses of one's own at a domain that was probably mistyped. */
export type TypoGroup = {
  readonly domain: string
  readonly suggestion: string
  readonly confidence: number
  /** Addresses that bounced there. */
  readonly addresses: number
  /** Some of them. */
  readonly samples: readonly string[]
}

type TimeOfHabits = { readonly from: number; readonly until: number }

export type Prevent = {
  /** The name in A-labels; undefined where it is no domain. */
  readonly readDomain: (text: string) => string | undefined
  /** Never rejects for what the DNS says or does not. */
  readonly domain: (tenant: string, question: DomainQuestion) => Promise<DomainReport>
  readonly address: (tenant: string, address: string) => Promise<AddressAdvice>
  /** What is known of addresses beside the answer whether they may be mailed; in their order. */
  readonly advise: Advise
  /** Lists that are handed over to be cleaned. */
  readonly lists: ListDesk
  readonly message: (
    tenant: string, bytes: Uint8Array, options: {
      readonly isBulk?: boolean | undefined; readonly campaign?: string | undefined
    },
  ) => Promise<MessageReport>
  /** A share of bounces for each of the eight habits that would have kept them away. */
  readonly habits: (tenant: string, time: TimeOfHabits) => Promise<HabitsReport>
  /** What receivers reported of a domain; undefined where none did in that time. */
  readonly reports: (
    tenant: string, domain: string, time: TimeOfHabits,
  ) => Promise<ReportSummary | undefined>
  readonly reportedDomains: (
    tenant: string, time: TimeOfHabits,
  ) => Promise<readonly ReportedDomain[]>
  /** Finds out who sent the next reports that came by mail; false where none waits. */
  readonly verifyReports: () => Promise<boolean>
  readonly reputation: Reputation
  readonly volume: (
    tenant: string, question: TimeOfHabits & { readonly by: VolumeKind },
  ) => Promise<readonly VolumeDay[]>
  /** How often people get mail, and how often they should. */
  readonly frequency: (tenant: string, time: TimeOfHabits) => Promise<FrequencyReport>
  /** Of one receiver or all that have asked to send slower in the last days. */
  readonly pacing: (tenant: string, receiver?: string) => Promise<readonly PacingAdvice[]>
  /** The same as rules of KumoMTA. */
  readonly formatShaping: (advice: readonly PacingAdvice[]) => string
  /** Goes on from what a domain sent so far and what came back. */
  readonly warmUp: (
    tenant: string, question: { readonly target: number; readonly domain: string },
  ) => Promise<WarmUpPlan & { readonly done: readonly WarmUpDone[] }>
  /** Most addresses first. */
  readonly typos: (tenant: string, limit: number) => Promise<readonly TypoGroup[]>
}
