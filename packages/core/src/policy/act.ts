// From the actions of a track to the status they ask for.

import { durationMs } from './compile.ts'
import type { CompiledTrack } from './compile.ts'
import { enter, isStronger } from './machine.ts'
import type { Cause, Machine, Target } from './machine.ts'
import { incidentsOf } from './meter.ts'
import type { MeterState } from './meter.ts'
import type { Action } from './policy.ts'
import { describeTarget } from './words.ts'

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
  machine: Machine, list: readonly Action[], occasion: Occasion,
): Wanted {
  let target: Target | undefined
  const actions: string[] = []
  for (const action of list) {
    const name = nameOf(action)
    if (name !== undefined) actions.push(name)
    const asked = targetOf(machine, action, occasion)
    if (asked === undefined) continue
    if (target === undefined || STRENGTH[asked.status] > STRENGTH[target.status]) target = asked
    if (action.do === 'suppress' && action.warn !== undefined) {
      actions.push(`warn 1 of ${action.warn.times}`)
    }
  }
  return { target, actions }
}

/** Takes the step that the actions ask for; false where it would change nothing. */
export function takeStep(
  machine: Machine, wanted: Wanted, meter: MeterState, what: string, cause: {
    readonly at: number; readonly reason: string; readonly track: CompiledTrack
  },
): boolean {
  const { target, actions } = wanted
  if (target === undefined || !isStronger(machine, target, cause.track)) return false
  const whole: Cause = {
    ...cause, incidents: incidentsOf(meter), actions,
    why: `${what}: ${describeTarget(target)}`,
  }
  if (target.status === 'paused' && machine.status !== 'paused') meter.pauses++
  enter(machine, target, whole)
  return true
}

function nameOf(action: Action): string | undefined {
  switch (action.do) {
    case 'notify': return `notify:${action.who}`
    case 'tag':
    case 'webhook': return `${action.do}:${action.name}`
    case 'probe':
    case 'unsubscribe':
    case 'delete': return action.do
    default: return undefined
  }
}

function targetOf(
  { policy }: Machine, action: Action, { at, reason, pauses }: Occasion,
): Target | undefined {
  switch (action.do) {
    case 'pause': {
      const first = durationMs(action.for, 0)
      const { factor = 1, max = action.for } = action.growth ?? {}
      const length = Math.min(first * factor ** pauses, Math.max(first, durationMs(max, 0)))
      return { status: 'paused', until: at + length }
    }
    case 'probe':
      return {
        status: 'probing', until: at + durationMs(action.wait, 0),
        probe: { onBounce: action.onBounce, onSilence: action.onSilence },
      }
    case 'suppress': {
      const { warn } = action
      const everyMs = durationMs(warn?.every, 0)
      const liftMs = policy.never.includes(reason) ? Infinity : policy.liftTtlMs
      return {
        status: 'suppressed', until: at + durationMs(action.ttl, liftMs),
        warnings: warn && { nextAt: at + everyMs, given: 1, times: warn.times, everyMs },
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
