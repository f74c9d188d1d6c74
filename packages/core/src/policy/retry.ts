// The retry adviser: when a soft failure is worth another try (RFC 5321 §4.5.4.1, RFC 6647 §2).

import type { CaromEvent } from '../event/types.ts'
import { formatMoment, plural } from './duration.ts'

const MINUTE_MS = 60_000
const HOUR_MS = 60 * MINUTE_MS
const DAY_MS = 24 * HOUR_MS

export type RetryQuestion = {
  readonly reason: CaromEvent['reason']
  /** Failures in a row, this one with them; 1 for the first. */
  readonly attempts: number
  /** When the first of them happened, milliseconds since 1970. */
  readonly firstAt: number
  /** When the last one happened. */
  readonly lastAt: number
  /** What the reply itself says. */
  readonly retryAfterSeconds?: number
  /**
   * The receiver's habit: how long messages that it put off for this reason usually waited until it
   * took them, milliseconds; the median of what was seen.
   */
  readonly habitMs?: number
}

export type RetryAdvice = {
  /** Absent where another try is past the limit: give this message up. */
  readonly retryAt?: number
  /** Until when one message is tried at all. */
  readonly giveUpAt: number
  /** Plain words. */
  readonly why: string
}

/** RFC 5321 §4.5.4.1: "the give-up time generally needs to be at least 4-5 days". */
const GIVE_UP_MS = 5 * DAY_MS

/** A reply may not ask for less than this, whatever it says. */
const RETRY_MIN_MS = MINUTE_MS

/** RFC 5321 §4.5.4.1: at least 30 minutes, two tries in the first hour, then every 2–3 hours. */
const RFC_WAITS_MS = [30 * MINUTE_MS, 30 * MINUTE_MS, 2 * HOUR_MS, 3 * HOUR_MS]

/** Waits after the first, second … failure; the last one repeats. */
const WAITS_MS: Partial<Record<CaromEvent['reason'], readonly number[]>> = {
  // RFC 6647 §2.1: most greylists let a sender in after a few minutes and remember it for hours.
  'greylisted': [15 * MINUTE_MS, 30 * MINUTE_MS, HOUR_MS, 2 * HOUR_MS],
  'rate-limited': [HOUR_MS, 2 * HOUR_MS, 4 * HOUR_MS, 6 * HOUR_MS],
  'too-many-recipients': [RETRY_MIN_MS, 30 * MINUTE_MS, 2 * HOUR_MS],
  // Somebody has to clear a mailbox or a disk; asking every two hours for it helps nobody.
  'mailbox-full': [12 * HOUR_MS, DAY_MS],
  'system-full': [2 * HOUR_MS, 6 * HOUR_MS],
  'mailbox-busy': [30 * MINUTE_MS, HOUR_MS, 3 * HOUR_MS],
  'routing-error': [6 * HOUR_MS, 12 * HOUR_MS],
  // The queue's time is over already: only a later message is worth a try.
  'expired': [DAY_MS, 2 * DAY_MS],
}

/** Pure: the same question always has the same answer. Times are milliseconds since 1970. */
export function adviseRetry(question: RetryQuestion): RetryAdvice {
  const { reason, attempts, firstAt, retryAfterSeconds, habitMs } = question
  const giveUpAt = firstAt + GIVE_UP_MS
  const retryAt = retryTime(question)
  if (retryAt === undefined) {
    return {
      giveUpAt,
      why: `${plural(attempts, 'failure')} since ${formatMoment(firstAt)}: ` +
        `not worth another try before the limit of 5 days at ${formatMoment(giveUpAt)}`,
    }
  }
  const source = retryAfterSeconds !== undefined ? 'as the reply asked'
    : habitMs === undefined ? `usual for ${reason}` : 'as this receiver usually takes'
  return {
    retryAt, giveUpAt,
    why: `Try again at ${formatMoment(retryAt)} (${source}, after ${plural(attempts, 'failure')})`,
  }
}

/** The time alone; undefined where another try is past the limit. */
export function retryTime(
  { reason, attempts, firstAt, lastAt, retryAfterSeconds, habitMs }: RetryQuestion,
): number | undefined {
  const waits = WAITS_MS[reason] ?? RFC_WAITS_MS
  const usual = waits[Math.min(Math.max(attempts, 1), waits.length) - 1] as number
  const known = retryAfterSeconds === undefined ? habitMs : retryAfterSeconds * 1000
  const said = known === undefined ? undefined : Math.max(RETRY_MIN_MS, known)
  // The receiver knows best the first times; where its word did not hold, the longer wait does.
  const wait = said === undefined ? usual : attempts <= 2 ? said : Math.max(said, usual)
  const at = lastAt + wait
  return at > firstAt + GIVE_UP_MS ? undefined : at
}
