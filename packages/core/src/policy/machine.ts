// The state of an address while its history is walked: what holds, until when, and how it came.

import type { CompiledAction, CompiledPolicy, CompiledTrack } from './compile.ts'
import { createMeter, emptyAt, isEmpty, resetMeter } from './meter.ts'
import type { MeterState } from './meter.ts'
import type { AddressStatus, Step } from './types.ts'

export type Machine = {
  readonly policy: CompiledPolicy
  /** `postmaster`, `abuse`: no bounce stops them. */
  readonly role: boolean
  /** Of the tracks that counted something, in the order in which they first did. */
  readonly meters: MeterState[]
  readonly steps: Step[]
  /** What the tracks, complaints and unsubscriptions say; a manual block lies over it. */
  status: AddressStatus
  since: number
  until: number
  track: CompiledTrack | undefined
  reason: string | undefined
  /** A probe is out: what its failure and its silence do. */
  probe: CompiledAction | undefined
  warnings: Warnings | undefined
  manual: {
    readonly since: number
    readonly until: number
    /** What whoever handed it over said: a complaint stays one. */
    readonly reason: string
  } | undefined
  complained: boolean
  unsubscribed: boolean
  /** A sign of life was seen. */
  alive: boolean
  /** The person opened, clicked or wrote. */
  engaged: boolean
  lastProofAt: number
  selfServices: number
}

export type Warnings = {
  nextAt: number
  given: number
  readonly times: number
  readonly everyMs: number
}

/** What an action wants the status to be. */
export type Target = {
  readonly status: 'paused' | 'probing' | 'suppressed' | 'removed'
  readonly until: number
  readonly probe?: Machine['probe']
  readonly warnings?: Warnings | undefined
}

export type Cause = {
  readonly at: number
  readonly track?: CompiledTrack | undefined
  readonly reason?: string
  readonly incidents: readonly string[]
  readonly why: string
  readonly actions?: readonly string[]
}

const RANKS: Readonly<Record<AddressStatus, number>> = {
  active: 0, watch: 1, paused: 2, probing: 3, suppressed: 4, removed: 5,
}

export function createMachine(policy: CompiledPolicy, address: string): Machine {
  return {
    policy, role: isRole(address, policy.guards.roleAccounts),
    meters: [], steps: [],
    status: 'active', since: -Infinity, until: Infinity, track: undefined, reason: undefined,
    probe: undefined, warnings: undefined, manual: undefined,
    complained: false, unsubscribed: false,
    alive: false, engaged: false, lastProofAt: -Infinity, selfServices: 0,
  }
}

export function meterOf(machine: Machine, track: CompiledTrack): MeterState {
  for (const meter of machine.meters) if (meter.of === track) return meter
  const meter = createMeter(track)
  machine.meters.push(meter)
  return meter
}

/** RFC 2142 names; a tag behind a plus does not make another role of it. */
function isRole(address: string, roles: readonly string[]): boolean {
  const at = address.lastIndexOf('@')
  if (at <= 0) return false
  const local = address.slice(0, at).toLowerCase().split('+', 1)[0] as string
  return roles.includes(local)
}

/** What the world sees: a manual block outdoes all but removal. */
export function seenStatus({ status, manual }: Machine): AddressStatus {
  return manual !== undefined && status !== 'removed' ? 'suppressed' : status
}

/** Causes that stand above others: what the person said outlives what their mailbox did. */
const WISHES: readonly (string | undefined)[] = ['unsubscribe', 'complaint']

/**
 * Whether a target changes anything: it stops more, or for a graver cause, or another track stops
 * for longer.
 */
export function isStronger(
  machine: Machine, { status, until }: Target,
  { track, reason }: { readonly track?: CompiledTrack; readonly reason: string },
): boolean {
  const rank = RANKS[status]
  if (rank !== RANKS[machine.status]) return rank > RANKS[machine.status]
  const [graver, standing] = [WISHES.indexOf(reason), WISHES.indexOf(machine.reason)]
  if (graver !== standing && until === Infinity) return graver > standing
  return until > machine.until && track !== machine.track
}

export function enter(machine: Machine, target: Target, cause: Cause): void {
  const from = seenStatus(machine)
  machine.status = target.status
  machine.since = cause.at
  machine.until = target.until
  machine.track = cause.track
  machine.reason = cause.reason
  machine.probe = target.probe
  machine.warnings = target.warnings
  addStep(machine, from, cause)
}

/** Back to `active`, or to `watch` where some meter still holds something. */
export function release(
  machine: Machine, cause: Cause, from: AddressStatus = seenStatus(machine),
): void {
  machine.status = machine.meters.every(isEmpty) ? 'active' : 'watch'
  machine.since = cause.at
  machine.until = Infinity
  machine.track = undefined
  machine.reason = undefined
  machine.probe = undefined
  machine.warnings = undefined
  addStep(machine, from, cause)
}

export function watch(machine: Machine, cause: Cause): void {
  const from = seenStatus(machine)
  machine.status = 'watch'
  machine.since = cause.at
  machine.reason = cause.reason
  addStep(machine, from, cause)
}

export function addStep(machine: Machine, from: AddressStatus, cause: Cause): void {
  const to = seenStatus(machine)
  const { at, incidents, why, track, actions } = cause
  if (from === to && incidents.length === 0 && actions === undefined) return
  machine.steps.push({
    at, from, to, incidents, why,
    ...(track !== undefined && { track: track.track.id }),
    ...(actions !== undefined && actions.length > 0 && { actions }),
  })
}

export function resetMeters(machine: Machine): void {
  for (const meter of machine.meters) resetMeter(meter)
}

/** When the last meter empties by itself; Infinity for never. */
export function quietAt(machine: Machine): number {
  let latest = -Infinity
  for (const meter of machine.meters) {
    if (!isEmpty(meter)) latest = Math.max(latest, emptyAt(meter))
  }
  return latest
}
