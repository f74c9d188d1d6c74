// What changes by the clock alone: ends of pauses, probes, suppressions and blocks, warnings.

import { readActions } from './act.ts'
import { formatMoment } from './duration.ts'
import { addStep, enter, meterOf, quietAt, release, resetMeters, seenStatus } from './machine.ts'
import type { Machine } from './machine.ts'
import { forgetOld, resetMeter } from './meter.ts'
import { describeTarget } from './words.ts'

/** Applies all that falls due up to `now`, in its order. */
export function applyTime(machine: Machine, now: number): void {
  for (let due = nextTimer(machine); due <= now; due = nextTimer(machine)) fire(machine, due)
}

/** The earliest moment at which the state changes by itself; Infinity for never. */
export function nextTimer(machine: Machine): number {
  const { status, until, warnings, manual } = machine
  return Math.min(
    status === 'active' || status === 'watch' ? Infinity : until,
    warnings?.nextAt ?? Infinity,
    manual?.until ?? Infinity,
    status === 'watch' ? quietAt(machine) : Infinity,
  )
}

/** Each branch moves its own timer on, so that the loop ends. */
function fire(machine: Machine, at: number): void {
  const { status, until, warnings, manual } = machine
  if (manual !== undefined && manual.until <= at) {
    const from = seenStatus(machine)
    machine.manual = undefined
    addStep(machine, from, { at, incidents: [], why: 'The time of the manual block is over' })
  } else if (warnings !== undefined && warnings.nextAt <= at && warnings.nextAt <= until) {
    warn(machine, warnings)
  } else if (status === 'watch') {
    for (const meter of machine.meters) forgetOld(meter, at)
    release(machine, { at, incidents: [], why: 'No failure counts any more' })
  } else if (status === 'probing') {
    endProbe(machine, at)
  } else if (status === 'paused') {
    for (const meter of machine.meters) forgetOld(meter, at)
    release(machine, { at, incidents: [], why: 'The pause is over: the next message may go out' })
  } else {
    resetMeters(machine)
    release(machine, { at, incidents: [], why: 'The time of the suppression is over' })
  }
}

function warn(machine: Machine, warnings: Warnings): void {
  const from = seenStatus(machine)
  const { nextAt: at, given, times, everyMs } = warnings
  if (given >= times) {
    enter(machine, { status: 'removed', until: Infinity }, {
      at, incidents: [], track: machine.track, actions: ['remove'],
      ...(machine.reason !== undefined && { reason: machine.reason }),
      why: `No sign of life after ${times} warnings: removed`,
    })
    return
  }
  warnings.given++
  warnings.nextAt = at + everyMs
  addStep(machine, from, {
    at, incidents: [], track: machine.track, actions: [`warn ${warnings.given} of ${times}`],
    why: `Warning ${warnings.given} of ${times}; the next step is at ${formatMoment(at + everyMs)}`,
  })
}

type Warnings = NonNullable<Machine['warnings']>

/** Silence: the probe arrived, as far as anyone can tell. */
function endProbe(machine: Machine, at: number): void {
  const { track, probe, reason = 'unknown' } = machine
  const wanted = readActions(machine, probe?.onSilence ?? [], { at, reason, pauses: 0 })
  if (track !== undefined) resetMeter(meterOf(machine, track))
  const { target, actions } = wanted
  const cause = { at, track, reason, incidents: [], actions }
  if (target === undefined) {
    release(machine, { ...cause, why: 'The probe did not come back: mail may go out again' })
    return
  }
  enter(machine, target, {
    ...cause, why: `The probe did not come back: ${describeTarget(target)}`,
  })
}
