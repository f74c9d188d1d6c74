// A fault: what is done to the service, and how much of it.

import type { Violation } from './harness/check.ts'
import type { Round, StoreKind } from './harness/round.ts'

/** How long it may take: the short form runs in `npm test`. */
export type Effort = {
  /** How often the fault is injected. */
  readonly times: number
  /** Inputs at each time. */
  readonly inputs: number
}

export type Fault = {
  /** Its name in the fault matrix, F1 to F30; several may share one. */
  readonly id: string
  readonly name: string
  /** Where and how it is injected. */
  readonly how: string
  readonly stores: readonly StoreKind[]
  /** How often it is injected in the short form; a store that is absent is left out there. */
  readonly short: Readonly<Partial<Record<StoreKind, number>>>
  /** Inputs at each time. @default 24 */
  readonly inputs?: number
  readonly concurrency?: number
  /** Sections of the configuration, in YAML. */
  readonly config?: string
  /** A compiler is needed for the disk that fails. */
  readonly needsCompiler?: true
  /** Does everything but the last look at the invariants; answers what it found by itself. */
  readonly run: (round: Round, effort: Effort) => Promise<readonly Violation[] | void>
  /** The round ends without a service to look at: `run` has seen to everything. */
  readonly isWhole?: true
}

export const BOTH: readonly StoreKind[] = ['sqlite', 'postgres']
