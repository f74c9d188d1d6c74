// What one incident does to the state of an address.

import { isStop, readActions, takeStep } from './act.ts'
import type { Wanted } from './act.ts'
import { tracksFor } from './compile.ts'
import { addStep, enter, isStronger, meterOf, seenStatus, watch } from './machine.ts'
import type { Machine } from './machine.ts'
import { counts, matchesWhen } from './match.ts'
import { addHit, incidentsOf, isReached } from './meter.ts'
import type { MeterState } from './meter.ts'
import type { Incident } from './types.ts'
import { describeMeter, describeTarget } from './words.ts'

export function applyIncident(machine: Machine, incident: Incident): void {
  const { guards } = machine.policy
  if (!counts(incident, guards, machine)) return
  if (incident.kind === 'complaint') machine.complained = true
  if (incident.kind === 'unsubscribe') machine.unsubscribed = true
  const fed = feed(machine, incident)
  if (machine.status === 'probing' && isAnswer(machine, fed)) {
    answerProbe(machine, incident, fed)
    return
  }
  if (!fireFirst(machine, incident, fed)) {
    if (isWish(machine, incident)) obey(machine, incident)
    else watchIt(machine, incident, fed)
  }
}

/** Every track that the incident matches counts it. */
function feed(machine: Machine, incident: Incident): MeterState[] {
  const fed: MeterState[] = []
  for (const track of tracksFor(machine.policy, incident.kind, incident.reason)) {
    if (!matchesWhen(track.matches, incident, machine)) continue
    const meter = meterOf(machine, track)
    if (addHit(meter, incident)) fed.push(meter)
  }
  return fed
}

/** The first track that fires and changes something wins; true where one took a step. */
function fireFirst(machine: Machine, incident: Incident, fed: readonly MeterState[]): boolean {
  for (const meter of fed) {
    const { of } = meter
    const { at, reason } = incident
    if (of.stops && machine.role && incident.kind === 'failed') {
      if (!isReached(meter, machine.engaged)) continue
      speakOfRole(machine, incident, meter)
      return true
    }
    if (!of.stops && meter.spoken) continue
    const cause = { at, reason: causeOf(incident), track: of }
    const wanted = readActions(machine, of.actions, { at, reason, pauses: meter.pauses })
    // Whether it would change anything is known sooner than whether the meter is full.
    if (of.stops && !isStop(machine, wanted, cause)) continue
    if (!isReached(meter, machine.engaged)) continue
    if (of.stops) {
      takeStep(machine, wanted, meter, cause)
    } else {
      meter.spoken = true
      speak(machine, incident, meter, wanted)
    }
    return true
  }
  return false
}

/** RFC 2142: these must be reachable, so no bounce stops them. */
function speakOfRole(machine: Machine, incident: Incident, meter: MeterState): void {
  if (!meter.spoken) {
    meter.spoken = true
    speak(machine, incident, meter, { target: undefined, actions: [] }, 'a role account is kept')
  }
}

function speak(
  machine: Machine, incident: Incident, meter: MeterState, { actions }: Wanted, note?: string,
): void {
  const from = seenStatus(machine)
  if (machine.status === 'active') {
    machine.status = 'watch'
    machine.since = incident.at
    machine.reason = incident.reason
  }
  const what = note ?? (actions.length > 0 ? actions.join(', ') : 'noted')
  addStep(machine, from, {
    at: incident.at, track: meter.of, incidents: incidentsOf(meter), actions,
    why: `${describeMeter(meter, machine.engaged)}: ${what}`,
  })
}

/** Complaints and unsubscriptions are obeyed at once where no track has rules for them. */
function isWish({ policy: { ruled } }: Machine, { kind }: Incident): boolean {
  return (kind === 'complaint' && !ruled.complaint) ||
    (kind === 'unsubscribe' && !ruled.unsubscribe)
}

function obey(machine: Machine, incident: Incident): void {
  const { at, id, kind } = incident
  const target = { status: 'suppressed', until: Infinity } as const
  if (!isStronger(machine, target, { reason: kind })) return
  const what = kind === 'complaint'
    ? 'The person complained of spam'
    : 'The person unsubscribed'
  enter(machine, target, {
    at, reason: kind, incidents: [id], why: `${what}: ${describeTarget(target)}`,
  })
}

function watchIt(machine: Machine, incident: Incident, fed: readonly MeterState[]): void {
  const [meter] = fed
  if (meter === undefined || machine.status !== 'active') return
  watch(machine, {
    at: incident.at, reason: causeOf(incident), track: meter.of, incidents: [incident.id],
    why: `${describeMeter(meter, machine.engaged)}: counted, not enough to act`,
  })
}

/** Whether the incident answers the probe that is out. */
function isAnswer({ track }: Machine, fed: readonly MeterState[]): boolean {
  return fed.some(({ of }) => of === track)
}

function answerProbe(machine: Machine, incident: Incident, fed: readonly MeterState[]): void {
  const meter = fed.find(({ of }) => of === machine.track)
  const { probe, track } = machine
  if (meter === undefined || track === undefined) return
  const { at, reason } = incident
  const wanted = readActions(machine, probe?.onBounce ?? [], { at, reason, pauses: meter.pauses })
  const { target, actions } = wanted
  if (target === undefined) return
  enter(machine, target, {
    at, track, reason: causeOf(incident), incidents: [incident.id], actions,
    why: `The probe failed: ${describeTarget(target)}`,
  })
}

/** What stands as the reason of a stop. */
function causeOf({ kind, reason }: Incident): string {
  return kind === 'complaint' || kind === 'unsubscribe' ? kind : reason
}
