// Which incidents count at all, and which tracks they count for.

import type { CompiledGuards, CompiledWhen } from './compile.ts'
import type { Severity, When } from './policy.ts'
import type { Incident } from './types.ts'

/** What is known of the address at the moment of an incident. */
export type Moment = {
  /** A sign of life was seen before. */
  readonly alive: boolean
  /** When the last one was seen; -Infinity for never. */
  readonly lastProofAt: number
}

/** An incident may change the state: proven, not undone, not held, and not the sender's fault. */
export function counts(incident: Incident, guards: CompiledGuards, moment: Moment): boolean {
  if (!isProven(incident, guards)) return false
  if (incident.kind === 'complaint' || incident.kind === 'unsubscribe') return true
  if (incident.kind !== 'failed' || incident.remedy === 'none') return false
  if (guards.neverCount.includes(incident.fault)) return false
  if (incident.remedy === 'fix' && guards.neverCount.includes('sender')) return false
  if (guards.neverCountReasons.includes(incident.reason)) return false
  return incident.remedy === 'suppress' || incident.at - moment.lastProofAt >= guards.proofBeforeMs
    || guards.proofBeforeMs === 0
}

/** Trusted enough, not undone by a person, not held by a guard. */
export function isProven(incident: Incident, guards: CompiledGuards): boolean {
  if (incident.voided === true || incident.held === true) return false
  if (incident.trust >= guards.minTrust) return true
  return incident.trust >= guards.minTrustAuthenticated &&
    incident.sources.some((source) => guards.authenticatedSources.includes(source))
}

export function severityOf(incident: Incident): Severity {
  return incident.remedy === 'suppress' ? 'hard' : 'soft'
}

/** All but kind and reason, by which the tracks were chosen. */
export function matchesWhen(
  { when, codes }: CompiledWhen, incident: Incident, moment: Moment,
): boolean {
  return isIn(when.severity, severityOf(incident)) &&
    isIn(when.permanence, incident.permanence) &&
    isIn(when.fault, incident.fault) &&
    isIn(when.scope, incident.scope) &&
    (codes === undefined || hasCode(codes, incident.enhancedCode)) &&
    cameThrough(when, incident) &&
    incident.confidence >= (when.minConfidence ?? 0) &&
    incident.trust >= (when.minTrust ?? 0) &&
    (when.neverAlive === undefined || when.neverAlive !== moment.alive)
}

/** From whom, at which point of the dialog, told by what. */
function cameThrough(when: When, incident: Incident): boolean {
  return isIn(when.replyCode, incident.replyCode) &&
    isIn(when.command, incident.command) &&
    isIn(when.receiver, incident.receiver) &&
    (when.source === undefined || when.source.some((type) => incident.sources.includes(type)))
}

function isIn<Value>(list: readonly Value[] | undefined, value: Value | undefined): boolean {
  return list === undefined || (value !== undefined && list.includes(value))
}

function hasCode(codes: readonly (readonly string[])[], code: string | undefined): boolean {
  if (code === undefined) return false
  const digits = code.split('.')
  return codes.some((wanted) => wanted.every((part, i) => part === 'x' || part === digits[i]))
}
