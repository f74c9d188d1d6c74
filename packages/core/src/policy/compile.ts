// A policy made ready for evaluation: durations in milliseconds, lists as sets. Kept per policy, so
// that a million addresses compile it once.

import type { CaromEvent } from '../event/types.ts'
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
  readonly actions: readonly CompiledAction[]
  /** Some action of it stops mail; the others speak only once, when the meter gets there. */
  readonly stops: boolean
}

export type CompiledAction = {
  readonly do: Action['do']
  /** `notify:owner`, `tag:old`; undefined for what is no further action. */
  readonly name: string | undefined
  /** Of a pause, of a probe, of a suppression; undefined where it has no end of its own. */
  readonly lengthMs: number | undefined
  readonly growth: { readonly factor: number; readonly maxMs: number } | undefined
  readonly warn: { readonly times: number; readonly everyMs: number } | undefined
  readonly onBounce: readonly CompiledAction[]
  readonly onSilence: readonly CompiledAction[]
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
  /** Tracks that look at a kind and a reason at all, in their order; filled as they are asked. */
  readonly tracksFor: Map<string, Map<string, readonly CompiledTrack[]>>
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
    policy, tracks, tracksFor: new Map(), lift,
    never: lift.never ?? ['complaint'],
    liftTtlMs: durationMs(lift.ttl, Infinity),
    guards: { ...guards, proofBeforeMs: durationMs(proofBefore, 0) },
    ruled: { complaint: rules('complaint'), unsubscribe: rules('unsubscribe') },
  }
  COMPILED.set(policy, compiled)
  return compiled
}

/** Milliseconds, or `absent`. Throws a TypeError: an unchecked policy is the caller's mistake. */
function durationMs(text: string | undefined, absent: number): number {
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
    actions: track.actions.map(compileAction),
    stops: track.actions.some((action) => STOPS.has(action.do)),
  }
}

function compileAction(action: Action): CompiledAction {
  const plain = {
    do: action.do, name: nameOf(action), lengthMs: undefined, growth: undefined, warn: undefined,
    onBounce: [], onSilence: [],
  }
  switch (action.do) {
    case 'pause': {
      const { growth } = action
      return {
        ...plain, lengthMs: durationMs(action.for, 0),
        growth: growth && { factor: growth.factor, maxMs: durationMs(growth.max, 0) },
      }
    }
    case 'probe':
      return {
        ...plain, lengthMs: durationMs(action.wait, 0),
        onBounce: action.onBounce.map(compileAction),
        onSilence: action.onSilence.map(compileAction),
      }
    case 'suppress': {
      const { ttl, warn } = action
      return {
        ...plain, lengthMs: ttl === undefined ? undefined : durationMs(ttl, 0),
        warn: warn && { times: warn.times, everyMs: durationMs(warn.every, 0) },
      }
    }
    default: return plain
  }
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

/** Tracks that an incident of this kind and reason may feed. */
export function tracksFor(
  { tracks, tracksFor: known }: CompiledPolicy, kind: string, reason: CaromEvent['reason'],
): readonly CompiledTrack[] {
  let ofKind = known.get(kind)
  if (ofKind === undefined) known.set(kind, ofKind = new Map<string, readonly CompiledTrack[]>())
  const found = ofKind.get(reason)
  if (found !== undefined) return found
  const fitting = tracks.filter(({ matches: { kinds, when } }) =>
    kinds.includes(kind) && (when.reason?.includes(reason) ?? true) &&
    !(when.notReason?.includes(reason) ?? false))
  ofKind.set(reason, fitting)
  return fitting
}
