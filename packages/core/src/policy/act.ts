// From the actions of a track to the status they ask for.

import type { CompiledAction, CompiledTrack } from './compile.ts'
import { enter, isStronger } from './machine.ts'
import type { Cause, Machine, Target } from './machine.ts'
import { incidentsOf } from './meter.ts'
import type { MeterState } from './meter.ts'
import { describeMeter, describeTarget } from './words.ts'

/** What the actions want together: the strongest stop, and what else is to be done. */
export type Wanted = { readonly target: Target | undefined; readonly actions: readonly string[] }

const STRENGTH: Readonly<Record<Target['status'], number>> = {
  paused: 0, probing: 1, suppressed: 2, removed: 3,
}

/** Why and when actions are taken. */
export type Occasion = {
  readonly at: number
  readonly reason: string
  /** Pauses of the track since the last sign of life. */
  readonly pauses: number
}

export function readActions(
  machine: Machine, list: readonly CompiledAction[], occasion: Occasion,
): Wanted {
  let target: Target | undefined
  const actions: string[] = []
  for (const action of list) {
    if (action.name !== undefined) actions.push(action.name)
    const asked = targetOf(machine, action, occasion)
    if (asked === undefined) continue
    if (target === undefined || STRENGTH[asked.status] > STRENGTH[target.status]) target = asked
    if (action.warn !== undefined) actions.push(`warn 1 of ${action.warn.times}`)
  }
  return { target, actions }
}

type StopCause = {
  readonly at: number; readonly reason: string; readonly track: CompiledTrack
}

/** Whether the actions ask for a stop that changes anything. */
export function isStop(machine: Machine, { target }: Wanted, cause: StopCause): boolean {
  return target !== undefined && isStronger(machine, target, cause)
}

/** Takes the step that the actions ask for. */
export function takeStep(
  machine: Machine, { target, actions }: Wanted, meter: MeterState, cause: StopCause,
): void {
  if (target === undefined) return
  const whole: Cause = {
    ...cause, incidents: incidentsOf(meter), actions,
    why: `${describeMeter(meter, machine.engaged)}: ${describeTarget(target)}`,
  }
  if (target.status === 'paused' && machine.status !== 'paused') meter.pauses++
  enter(machine, target, whole)
}

function targetOf(
  { policy }: Machine, action: CompiledAction, { at, reason, pauses }: Occasion,
): Target | undefined {
  const { lengthMs, growth, warn } = action
  switch (action.do) {
    case 'pause': {
      const first = lengthMs ?? 0
      // A pause of nothing stays one: 0 × Infinity is no number.
      const grown = growth === undefined || first === 0 ? first
        : Math.max(first, Math.min(first * growth.factor ** pauses, growth.maxMs))
      return { status: 'paused', until: at + grown }
    }
    case 'probe': return { status: 'probing', until: at + (lengthMs ?? 0), probe: action }
    case 'suppress': {
      const liftMs = policy.never.includes(reason) ? Infinity : policy.liftTtlMs
      return {
        status: 'suppressed', until: at + (lengthMs ?? liftMs),
        warnings: warn && { ...warn, nextAt: at + warn.everyMs, given: 1 },
      }
    }
    case 'unsubscribe':
      return { status: 'suppressed', until: Infinity }
    case 'delete':
      return { status: 'removed', until: Infinity }
    default:
      return undefined
  }
}
