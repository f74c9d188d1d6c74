// A policy made ready for evaluation: durations in milliseconds, lists as sets. Kept per policy, so
// that a million addresses compile it once.

import { parseDuration } from './duration.ts'
import type { Action, Lift, Policy, PolicyGuards, Reset, Track, When } from './policy.ts'

export type CompiledTrack = {
  readonly index: number
  readonly track: Track
  readonly matches: CompiledWhen
  readonly windowMs: number
  readonly minSpanMs: number
  readonly quietMs: number
  readonly reset: Reset
  readonly oncePer: NonNullable<Track['oncePer']>
  /** Some action of it stops mail; the others speak only once, when the meter gets there. */
  readonly stops: boolean
}

export type CompiledWhen = {
  readonly when: When
  readonly kinds: readonly string[]
  /** Enhanced codes, cut at the dots. */
  readonly codes: readonly (readonly string[])[] | undefined
}

export type CompiledGuards = Required<Omit<PolicyGuards, 'proofBefore'>> & {
  readonly proofBeforeMs: number
}

export type CompiledPolicy = {
  readonly policy: Policy
  readonly tracks: readonly CompiledTrack[]
  readonly lift: Lift
  readonly never: readonly string[]
  readonly liftTtlMs: number
  readonly guards: CompiledGuards
  /** Some track looks at complaints, at unsubscriptions. */
  readonly ruled: { readonly complaint: boolean; readonly unsubscribe: boolean }
}

/** What guards a policy that says nothing about it. */
export const GUARD_DEFAULTS: Required<PolicyGuards> = {
  neverCount: ['sender', 'content', 'network'],
  neverCountReasons: ['greylisted', 'list-suppressed'],
  minTrust: 2,
  minTrustAuthenticated: 1,
  authenticatedSources: ['webhook', 'log', 'journald', 'http'],
  roleAccounts: ['postmaster', 'abuse'],
  proofBefore: '0d',
  outage: true,
  rateCap: true,
}

const COMPILED = new WeakMap<Policy, CompiledPolicy>()

export function compilePolicy(policy: Policy): CompiledPolicy {
  const known = COMPILED.get(policy)
  if (known !== undefined) return known
  const tracks = policy.tracks.map(compileTrack)
  const rules = (kind: string): boolean =>
    tracks.some(({ matches }) => matches.kinds.includes(kind))
  const { proofBefore, ...guards } = { ...GUARD_DEFAULTS, ...policy.guards }
  const lift = policy.lift ?? {}
  const compiled: CompiledPolicy = {
    policy, tracks, lift,
    never: lift.never ?? ['complaint'],
    liftTtlMs: durationMs(lift.ttl, Infinity),
    guards: { ...guards, proofBeforeMs: durationMs(proofBefore, 0) },
    ruled: { complaint: rules('complaint'), unsubscribe: rules('unsubscribe') },
  }
  COMPILED.set(policy, compiled)
  return compiled
}

/** Milliseconds, or `absent`. Throws a TypeError: an unchecked policy is the caller's mistake. */
export function durationMs(text: string | undefined, absent: number): number {
  if (text === undefined) return absent
  const ms = parseDuration(text)
  if (ms === undefined) throw new TypeError(`not a duration: ${text}; write 30m, 12h, 7d`)
  return ms
}

const STOPS: ReadonlySet<Action['do']> = new Set([
  'pause', 'probe', 'suppress', 'unsubscribe', 'delete',
])

function compileTrack(track: Track, index: number): CompiledTrack {
  const when = track.when ?? {}
  return {
    index, track,
    matches: {
      when,
      kinds: when.kind ?? ['failed'],
      codes: when.enhancedCode?.map((code) => code.split('.')),
    },
    windowMs: durationMs(track.window, Infinity),
    minSpanMs: durationMs(track.minSpan, 0),
    quietMs: durationMs(track.reset?.afterQuiet, Infinity),
    reset: track.reset ?? {},
    oncePer: track.oncePer ?? 'incident',
    stops: track.actions.some((action) => STOPS.has(action.do)),
  }
}
