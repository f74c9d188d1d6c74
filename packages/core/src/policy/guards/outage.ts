// The outage guard (G2): when a receiver says of many living people that they do not exist, as
// Gmail did on 2020-12-14, its word does not count until it is well again.

import { isBeyondChance } from './binomial.ts'

/** What one receiver (all domains behind its hosts) answered within some time. */
export type ReceiverCounts = {
  /** Messages that ended there, delivered or failed. */
  readonly attempts: number
  /** Failures that say that the recipient is not there. */
  readonly unknownUsers: number
  /** Those of them whose addresses showed life within 30 days before. */
  readonly alive: number
}

export type MinuteCounts = ReceiverCounts & {
  /** Begin of the minute, milliseconds since 1970. */
  readonly at: number
}

export type OutageOptions = {
  readonly windowMs: number
  /** Unknown users in a window below which nothing is said. */
  readonly unknownUsersMin: number
  /** Share of unknown users from which on it may be an outage. */
  readonly rateMin: number
  /** And at least so many times the usual share. */
  readonly baselineFactor: number
  /** One-sided: chance that so many come together by themselves. */
  readonly chanceMax: number
  /** Share of the affected addresses that were alive. */
  readonly aliveShareMin: number
  /** The same where the usual share is so high that no rise could show. */
  readonly aliveShareBlindMin: number
  /** How long all must be normal before a hold ends. */
  readonly releaseAfterMs: number
  /** While held: unknown users that keep the hold up. */
  readonly lingeringMin: number
}

export const OUTAGE_DEFAULTS: OutageOptions = {
  windowMs: 15 * 60_000,
  unknownUsersMin: 50,
  rateMin: 0.05,
  baselineFactor: 5,
  chanceMax: 1e-6,
  aliveShareMin: 0.3,
  aliveShareBlindMin: 0.5,
  releaseAfterMs: 6 * 3_600_000,
  lingeringMin: 3,
}

/** How long a look back makes the baseline: unknown users ÷ attempts, held times left out. */
export const OUTAGE_BASELINE_DAYS = 28

/** No list is so clean that its usual share is less; keeps the test sane where nothing is known. */
const BASELINE_MIN = 0.001

export type OutageDecision = { readonly hold: boolean; readonly why: string }

/**
 * Whether the counts of the last window are an outage of the receiver. Pure. Where deliveries are
 * not known every attempt is a failure, and the usual share is high: then only the living tell.
 */
export function decideOutage(
  window: ReceiverCounts, baseline: number, options: Partial<OutageOptions> = {},
): OutageDecision {
  const all = { ...OUTAGE_DEFAULTS, ...options }
  const { attempts, unknownUsers, alive } = window
  const rate = rateOf(window)
  const limit = limitOf(baseline, options)
  const isBlind = limit >= 1
  const facts = `${unknownUsers} of ${attempts} messages met an unknown user ` +
    `(${percent(rate)}, usual ${percent(baseline)})`
  if (unknownUsers < all.unknownUsersMin) return { hold: false, why: `${facts}: too few to tell` }
  if (!isBlind && rate < limit) return { hold: false, why: `${facts}: below ${percent(limit)}` }
  const usual = {
    successes: unknownUsers, trials: attempts, rate: Math.max(baseline, BASELINE_MIN),
    chanceMax: all.chanceMax,
  }
  if (!isBlind && !isBeyondChance(usual)) return { hold: false, why: `${facts}: may be chance` }
  const share = alive / unknownUsers
  const lived = `${percent(share)} of them showed life within 30 days`
  return share < (isBlind ? all.aliveShareBlindMin : all.aliveShareMin)
    ? { hold: false, why: `${facts}, but only ${lived}: they are gone` }
    : { hold: true, why: `${facts}, and ${lived}: the receiver is at fault` }
}

/**
 * Whether a hold ends: `recent` are the counts of the last `releaseAfterMs`, and the hold is at
 * least as old.
 */
export function decideRelease(
  recent: ReceiverCounts, baseline: number, options: Partial<OutageOptions> = {},
): { readonly release: boolean; readonly why: string } {
  const { lingeringMin } = { ...OUTAGE_DEFAULTS, ...options }
  const rate = rateOf(recent)
  const isAbnormal = recent.unknownUsers >= lingeringMin && rate >= limitOf(baseline, options)
  const facts = `${recent.unknownUsers} of ${recent.attempts} messages met an unknown user`
  return isAbnormal
    ? { release: false, why: `${facts} (${percent(rate)}): not well yet` }
    : { release: true, why: `${facts} (${percent(rate)}): normal again` }
}

export type OutagePeriod = {
  /** From here on unknown users are held: the first abnormal minute of the window that told. */
  readonly from: number
  /** When the hold ended; absent while it lasts. */
  readonly until?: number
  readonly why: string
}

/** The holds of one receiver, from its minutes in order of time. Pure; one pass. */
export function findOutages(
  minutes: readonly MinuteCounts[], baseline: number, options: Partial<OutageOptions> = {},
): OutagePeriod[] {
  const { windowMs, releaseAfterMs } = { ...OUTAGE_DEFAULTS, ...options }
  const window = slide(windowMs)
  const recent = slide(releaseAfterMs)
  const periods: OutagePeriod[] = []
  let open: { from: number; since: number; why: string } | undefined
  for (const minute of minutes) {
    window.add(minute)
    recent.add(minute)
    if (open === undefined) {
      const { hold, why } = decideOutage(window.sum(), baseline, options)
      if (!hold) continue
      const limit = limitOf(baseline, options)
      const first = window.held().find((one) => rateOf(one) >= limit) ?? minute
      open = { from: first.at, since: minute.at, why }
    } else if (minute.at - open.since >= releaseAfterMs) {
      if (!decideRelease(recent.sum(), baseline, options).release) continue
      periods.push({ from: open.from, until: minute.at, why: open.why })
      open = undefined
    }
  }
  if (open !== undefined) periods.push({ from: open.from, why: open.why })
  return periods
}

type Sliding = {
  readonly add: (minute: MinuteCounts) => void
  readonly sum: () => ReceiverCounts
  readonly held: () => readonly MinuteCounts[]
}

function slide(lengthMs: number): Sliding {
  const list: MinuteCounts[] = []
  const sum = { attempts: 0, unknownUsers: 0, alive: 0 }
  let start = 0
  const count = (minute: MinuteCounts, sign: 1 | -1): void => {
    sum.attempts += sign * minute.attempts
    sum.unknownUsers += sign * minute.unknownUsers
    sum.alive += sign * minute.alive
  }
  return {
    add: (minute) => {
      list.push(minute)
      count(minute, 1)
      for (let old = list[start]; old && old.at <= minute.at - lengthMs; old = list[start]) {
        count(old, -1)
        start++
      }
    },
    sum: () => sum,
    held: () => list.slice(start),
  }
}

function limitOf(baseline: number, options: Partial<OutageOptions>): number {
  const { rateMin, baselineFactor } = { ...OUTAGE_DEFAULTS, ...options }
  return Math.min(1, Math.max(rateMin, baselineFactor * baseline))
}

function rateOf({ attempts, unknownUsers }: ReceiverCounts): number {
  return attempts === 0 ? 0 : unknownUsers / attempts
}

function percent(share: number): string {
  return `${Math.round(share * 1000) / 10} %`
}
