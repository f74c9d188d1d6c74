// When a delivery that failed is tried again, and when nobody tries any more.

/** Pauses after the first, second … failure; what the specification recommends, to one day. */
const PAUSES_MS: readonly number[] = [
  5_000, 30_000, 120_000, 600_000, 1_800_000, 3_600_000, 7_200_000, 14_400_000, 28_800_000,
  57_600_000, 86_400_000,
]

/** Share by which a pause is longer at random, so that what failed together comes back apart. */
const JITTER = 0.25

/** The longest wish of a receiver (Retry-After) that is followed. */
const RETRY_AFTER_MS_MAX = 86_400_000

/** Attempts until a delivery is a dead letter: two days and a half after the first. */
export const ATTEMPTS_MAX: number = PAUSES_MS.length + 1

/**
 * Pause in ms before the next attempt; undefined when there is none. `random` is 0–1,
 * `retryAfterMs` the receiver's wish.
 */
export function nextPauseMs(
  attemptsMade: number, random: number, retryAfterMs = 0,
): number | undefined {
  const pause = PAUSES_MS[attemptsMade - 1]
  if (pause === undefined) return undefined
  const wish = Math.min(Math.max(retryAfterMs, 0), RETRY_AFTER_MS_MAX)
  return Math.round(Math.max(pause, wish) * (1 + JITTER * random))
}

/** The value of Retry-After (RFC 9110 §10.2.3) in ms from `now`: seconds, or a date. */
export function readRetryAfter(value: string | undefined, now: number): number | undefined {
  if (value === undefined) return undefined
  if (/^\d{1,9}$/.test(value.trim())) return Number(value) * 1_000
  const date = Date.parse(value)
  return Number.isNaN(date) ? undefined : Math.max(0, date - now)
}
