// Replay: the same histories under two policies, and where they differ.

import { evaluate } from './evaluate.ts'
import type { Policy } from './policy.ts'
import type { AddressHistory, AddressState, AddressStatus, Step } from './types.ts'

/** What one policy makes of an address. */
export type Timeline = {
  readonly policy: string
  readonly status: AddressStatus
  /** When it first stopped mail, for a while or for good. */
  readonly stoppedAt?: number
  /** When it first suppressed. */
  readonly suppressedAt?: number
  /** Why the present status holds: the last step that changed it. */
  readonly why?: string
  readonly state: AddressState
}

export type Difference = {
  readonly address: string
  readonly a: Timeline
  readonly b: Timeline
  /** `status`: they differ now; `time`: they agree now and stopped mail at other times. */
  readonly differ: 'status' | 'time'
}

/** How one address fares under two policies; undefined where it is all the same. */
export function compareHistory(
  history: AddressHistory, policies: { readonly a: Policy; readonly b: Policy }, now: number,
): Difference | undefined {
  const a = timelineOf(policies.a, history, now)
  const b = timelineOf(policies.b, history, now)
  if (a.status !== b.status) return { address: history.address, a, b, differ: 'status' }
  return a.stoppedAt === b.stoppedAt && a.suppressedAt === b.suppressedAt
    ? undefined
    : { address: history.address, a, b, differ: 'time' }
}

/** Walks any number of histories and yields those that differ; keeps none of them. */
export function* simulate(
  histories: Iterable<AddressHistory>, policies: { readonly a: Policy; readonly b: Policy },
  now: number,
): Generator<Difference, void, void> {
  for (const history of histories) {
    const difference = compareHistory(history, policies, now)
    if (difference !== undefined) yield difference
  }
}

function timelineOf(policy: Policy, history: AddressHistory, now: number): Timeline {
  const state = evaluate(policy, history, now)
  const { status, steps } = state
  const stoppedAt = steps.find(({ from, to }) => !stops(from) && stops(to))?.at
  const suppressedAt = steps.find(({ to }) => to === 'suppressed' || to === 'removed')?.at
  const why = steps.findLast(({ from, to }: Step) => from !== to)?.why
  return {
    policy: `${policy.id}@${policy.version}`, status, state,
    ...(stoppedAt !== undefined && { stoppedAt }),
    ...(suppressedAt !== undefined && { suppressedAt }),
    ...(why !== undefined && { why }),
  }
}

function stops(status: AddressStatus): boolean {
  return status !== 'active' && status !== 'watch'
}
