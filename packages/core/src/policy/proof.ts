// What one sign of life does to the state of an address: it empties meters and ends stops.

import { release, resetMeters } from './machine.ts'
import type { Machine } from './machine.ts'
import { addDelivery, isEmpty, resetMeter } from './meter.ts'
import type { MeterState } from './meter.ts'
import type { LiftReach, LiftSign } from './policy.ts'
import type { Proof } from './types.ts'
import { describeSign } from './words.ts'

export function applyProof(machine: Machine, { at, kind }: Proof): void {
  for (const meter of machine.meters) empty(meter, kind)
  machine.alive = true
  machine.lastProofAt = at
  if (kind !== 'delivered') machine.engaged = true
  // Whoever unsubscribed may come back as often as they like; the cap is for bounces.
  const isReturn = kind === 'self-service' && machine.reason === 'unsubscribe'
  const reach = isReturn ? 'all' : reachOf(machine, kind)
  if (reach === undefined) {
    settle(machine, at, kind)
    return
  }
  if (kind === 'self-service') {
    if (!isReturn) machine.selfServices++
    resetMeters(machine)
  }
  end(machine, at, kind, reach)
  if (kind === 'self-service') machine.unsubscribed = false
}

function empty(meter: MeterState, kind: LiftSign): void {
  const { reset } = meter.of
  if (kind === 'delivered') addDelivery(meter)
  else if (kind === 'engaged' && reset.onEngaged === true) resetMeter(meter)
  else if (kind === 'inbound' && reset.onInbound === true) resetMeter(meter)
}

function reachOf(
  { policy: { lift }, selfServices }: Machine, kind: LiftSign,
): LiftReach | undefined {
  if (kind !== 'self-service') return lift[kind]
  return selfServices < (lift.selfService?.max ?? 0) ? 'all' : undefined
}

function end(machine: Machine, at: number, kind: LiftSign, reach: LiftReach): void {
  const { status } = machine
  const cause = { at, incidents: [], why: `${describeSign(kind)}: mail may go out again` }
  if (status === 'paused' || status === 'probing') {
    release(machine, cause)
  } else if (status === 'suppressed' || status === 'removed') {
    if (reach !== 'all' || isForGood(machine)) return
    const onlyByWish = status === 'removed' || machine.unsubscribed
    if (onlyByWish && kind !== 'self-service') return
    resetMeters(machine)
    release(machine, cause)
  } else {
    settle(machine, at, kind)
  }
}

/** No sign of life lifts it: what it stands for, or a complaint besides. */
function isForGood({ policy: { never }, reason = '', complained, unsubscribed }: Machine): boolean {
  return never.includes(reason) || (complained && never.includes('complaint')) ||
    (unsubscribed && never.includes('unsubscribe'))
}

/** Nothing left to watch. */
function settle(machine: Machine, at: number, kind: LiftSign): void {
  if (machine.status !== 'watch' || !machine.meters.every(isEmpty)) return
  release(machine, { at, incidents: [], why: `${describeSign(kind)}: no failure counts any more` })
}
