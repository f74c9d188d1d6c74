// How full a track is: a running fold over the incidents that it counts and the deliveries between.

import type { CompiledTrack } from './compile.ts'
import { DAY_MS } from './duration.ts'
import { severityOf } from './match.ts'
import type { Track } from './policy.ts'
import type { Incident, Meter } from './types.ts'

export type Hit = { readonly incident: Incident; readonly weight: number; readonly key: string }

/** Grows and shrinks while the history is walked; `hits` from `start` on are within the window. */
export type MeterState = {
  readonly of: CompiledTrack
  hits: Hit[]
  start: number
  sum: number
  /** The keys of the hits in the window; only where there are many. */
  keys: Set<string> | undefined
  eroded: number
  /** Outcomes since the first hit: true for a failure. Only for `lastN` and `regularity`. */
  outcomes: boolean[]
  /** Actions that speak once have spoken. */
  spoken: boolean
  /** Pauses since the last sign of life. */
  pauses: number
}

/**
 * Incidents and outcomes that one meter remembers; the oldest go. No threshold may ask for more;
 * it bounds the work on an address that a stranger floods.
 */
export const METER_HITS_MAX = 1000

/** Incidents that a step names, the latest. */
const STEP_INCIDENTS_MAX = 100

/** Weights such as 0.1 add up to a little less than they should. */
const ROUNDING = 1e-9

export function createMeter(of: CompiledTrack): MeterState {
  return {
    of, hits: [], start: 0, sum: 0, keys: undefined, eroded: 0,
    outcomes: [], spoken: false, pauses: 0,
  }
}

export function resetMeter(meter: MeterState): void {
  meter.hits = []
  meter.start = 0
  meter.sum = 0
  meter.keys = undefined
  meter.eroded = 0
  meter.outcomes = []
  meter.spoken = false
  meter.pauses = 0
}

/** Counts an incident; false where it counts for nothing new (`oncePer`). */
export function addHit(meter: MeterState, incident: Incident): boolean {
  const { of, hits } = meter
  const { track } = of
  if (track.meter === 'probe' && incident.probe !== true) return false
  forgetOld(meter, incident.at)
  const key = keyOf(of, incident)
  if (of.oncePer !== 'incident' && isKnown(meter, key)) return false
  const weight = weightOf(track, incident)
  hits.push({ incident, weight, key })
  meter.keys?.add(key)
  meter.sum += weight
  if (hits.length - meter.start > METER_HITS_MAX) dropFirst(meter)
  if (track.meter === 'lastN' || track.meter === 'regularity') addOutcome(meter, true)
  return true
}

/** A delivery: it is an outcome, it breaks a row, it erodes a score. */
export function addDelivery(meter: MeterState): void {
  const { of: { track, reset } } = meter
  if (track.meter === 'consecutive' || reset.onDelivered === true) {
    resetMeter(meter)
    return
  }
  if (meter.hits.length === 0) return
  if (track.meter === 'lastN' || track.meter === 'regularity') addOutcome(meter, false)
  if (reset.erodePerDelivery !== undefined) {
    meter.eroded = Math.min(meter.sum, meter.eroded + reset.erodePerDelivery)
    if (meter.sum - meter.eroded <= ROUNDING) resetMeter(meter)
  }
}

/** What counts no more at `at` leaves the meter. */
export function forgetOld(meter: MeterState, at: number): void {
  const { hits, of: { windowMs, quietMs } } = meter
  const last = hits.at(-1)
  if (last === undefined) return
  if (at - last.incident.at > Math.min(quietMs, windowMs)) {
    resetMeter(meter)
    return
  }
  if (windowMs === Infinity) return
  for (let hit = hits[meter.start]; hit !== undefined; hit = hits[meter.start]) {
    if (at - hit.incident.at <= windowMs) break
    dropFirst(meter)
  }
  if (valueOf(meter) < thresholdOf(meter.of.track, false)) meter.spoken = false
}

function dropFirst(meter: MeterState): void {
  const first = meter.hits[meter.start]
  if (first === undefined) return
  meter.sum -= first.weight
  meter.keys?.delete(first.key)
  meter.eroded = Math.max(0, Math.min(meter.eroded, meter.sum))
  meter.start++
}

export function isEmpty({ hits, start }: MeterState): boolean {
  return hits.length === start
}

/** When the meter empties by itself, just past its window: Infinity for never. */
export function emptyAt({ hits, of: { windowMs, quietMs } }: MeterState): number {
  const last = hits.at(-1)
  return last === undefined ? -Infinity : last.incident.at + Math.min(windowMs, quietMs) + 1
}

export function valueOf(meter: MeterState): number {
  const { hits, start, sum, eroded, outcomes, of: { track } } = meter
  switch (track.meter) {
    case 'count':
    case 'consecutive':
    case 'probe':
      return hits.length - start
    case 'lastN': {
      const last = outcomes.slice(-(track.lastN ?? METER_HITS_MAX))
      return last.filter(Boolean).length
    }
    case 'regularity': {
      if (hits.length === start) return 0
      const failures = outcomes.filter(Boolean).length
      return sum * (failures / outcomes.length)
    }
    default:
      return Math.round((sum - eroded) * 1e6) / 1e6
  }
}

export function thresholdOf({ threshold }: Track, active: boolean): number {
  if (typeof threshold === 'number') return threshold
  return active ? threshold.active : threshold.inactive
}

/** The meter is full and all else that the track asks for is there. */
export function isReached(meter: MeterState, active: boolean): boolean {
  const { hits, start, of: { track, minSpanMs } } = meter
  if (valueOf(meter) < thresholdOf(track, active) - ROUNDING) return false
  if (hits.length - start < (track.minEvents ?? 0)) return false
  if (minSpanMs > 0 && spanOf(meter) < minSpanMs) return false
  const { campaigns = 0, days = 0 } = track.minDistinct ?? {}
  return (campaigns <= 1 || distinct(meter, campaignOf) >= campaigns) &&
    (days <= 1 || distinct(meter, dayOf) >= days)
}

/** Milliseconds from the first to the last incident that count. */
export function spanOf({ hits, start }: MeterState): number {
  const first = hits[start]
  const last = hits.at(-1)
  return first === undefined || last === undefined ? 0 : last.incident.at - first.incident.at
}

export function countCampaigns(meter: MeterState): number {
  return distinct(meter, campaignOf)
}

export function incidentsOf({ hits, start }: MeterState): string[] {
  const ids: string[] = []
  const first = Math.max(start, hits.length - STEP_INCIDENTS_MAX)
  for (let i = first; i < hits.length; i++) ids.push((hits[i] as Hit).incident.id)
  return ids
}

export function readMeter(meter: MeterState, active: boolean): Meter {
  const { track } = meter.of
  return {
    track: track.id,
    value: valueOf(meter),
    threshold: thresholdOf(track, active),
    incidents: incidentsOf(meter),
  }
}

function addOutcome(meter: MeterState, failed: boolean): void {
  meter.outcomes.push(failed)
  if (meter.outcomes.length > METER_HITS_MAX) meter.outcomes.shift()
}

/** What is counted once: the message where nothing names a campaign, the incident where none. */
function keyOf({ oncePer }: CompiledTrack, incident: Incident): string {
  if (oncePer === 'incident') return incident.id
  if (oncePer === 'day') return dayOf(incident)
  return oncePer === 'message' ? incident.message ?? incident.id : campaignOf(incident)
}

function campaignOf({ campaign, message, id }: Incident): string {
  return campaign ?? message ?? id
}

function dayOf({ at }: Incident): string {
  return String(Math.floor(at / DAY_MS))
}

/** From so many hits on a set of their keys is faster than a look at each. */
const KEYS_FROM = 16

function isKnown(meter: MeterState, key: string): boolean {
  const { hits, start } = meter
  if (hits.length - start >= KEYS_FROM) {
    meter.keys ??= new Set(hits.slice(start).map((hit) => hit.key))
    return meter.keys.has(key)
  }
  for (let i = hits.length - 1; i >= start; i--) if (hits[i]?.key === key) return true
  return false
}

function distinct({ hits, start }: MeterState, keyFor: (incident: Incident) => string): number {
  const keys = new Set<string>()
  for (let i = start; i < hits.length; i++) keys.add(keyFor((hits[i] as Hit).incident))
  return keys.size
}

function weightOf({ weights }: Track, incident: Incident): number {
  if (weights === undefined) return 1
  const claimed = incident.permanence === 'unknown' ? undefined : weights[incident.permanence]
  return weights[incident.reason] ?? claimed ?? weights[severityOf(incident)] ?? 1
}
