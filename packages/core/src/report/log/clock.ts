// The times of log lines: stamps with and without a year and a zone (RFC 3164 §4.1.2, RFC 5424
// §6.2.3, ISO 8601), over new year and through the changes of summer time.

import { own } from './joins.ts'
import { AHEAD_MS_MAX } from './limits.ts'
import type { LogReaderOptions } from './types.ts'

const MONTHS = 'JanFebMarAprMayJunJulAugSepOctNovDec'
const ISO = /^(\d{4})-(\d\d)-(\d\d)[T ](\d\d):(\d\d):(\d\d)(?:[.,](\d{1,9}))?/
const ZONE = /^ ?(?:Z|([+-])(\d\d):?(\d\d))/
/** How far back a stamp may jump and still be of the hour that summer time repeats. */
const REPEATED_MS = 3_600_000
const HOUR_MS = 3_600_000
const OFFSETS_MAX = 1_000

type ClockOptions = Pick<LogReaderOptions, 'now' | 'year' | 'zone'>

export class LogClock {
  readonly #now: () => number
  readonly #offsetAt: (instant: number) => number
  #year: number | undefined
  #month = -1
  /** The last stamp and its time: lines of one second come together. */
  #stamp = ''
  #stampTime = Number.NaN
  /** The latest time that could be read. */
  #time = Number.NaN

  constructor({ now, year, zone }: ClockOptions) {
    this.#now = now
    this.#year = year
    this.#offsetAt = offsetsOf(zone ?? 'UTC')
  }

  /** Milliseconds since 1970; NaN where the stamp cannot be read. */
  timeOf(stamp: string): number {
    if (stamp === this.#stamp) return this.#stampTime
    const first = stamp.charCodeAt(0)
    const time = first >= 48 && first <= 57 ? this.#readIso(stamp) : this.#readBsd(stamp)
    this.#stamp = own(stamp)
    this.#stampTime = time
    if (Number.isFinite(time)) this.#time = time
    return time
  }

  save(): unknown {
    return [this.#year ?? null, this.#month, Number.isFinite(this.#time) ? this.#time : null]
  }

  load(saved: unknown): void {
    if (!Array.isArray(saved)) return
    const [year, month, time] = saved as unknown[]
    if (typeof year === 'number') this.#year = year
    if (typeof month === 'number') this.#month = month
    if (typeof time === 'number') this.#time = time
  }

  #readIso(stamp: string): number {
    const match = ISO.exec(stamp)
    if (match === null) return readUnix(stamp)
    const [whole, year, month, day, hour, minute, second, fraction] = match
    const ms = fraction === undefined ? 0 : Math.floor(Number(`0.${fraction}`) * 1000)
    const wall = Date.UTC(
      Number(year), Number(month) - 1, Number(day), Number(hour), Number(minute), Number(second),
      ms)
    const zone = ZONE.exec(stamp.slice(whole.length))
    if (zone === null) return this.#toInstant(wall)
    const minutes = zone[1] === undefined ? 0 : Number(zone[2]) * 60 + Number(zone[3])
    return wall - (zone[1] === '-' ? -minutes : minutes) * 60_000
  }

  /** `May  4 09:15:00`. */
  #readBsd(stamp: string): number {
    const name = MONTHS.indexOf(stamp.slice(0, 3))
    if (name < 0 || name % 3 !== 0 || stamp.length < 15) return Number.NaN
    const month = name / 3
    const day = digits(stamp, 4)
    const hour = digits(stamp, 7)
    const minute = digits(stamp, 10)
    const second = digits(stamp, 13)
    if (!(day >= 1 && day <= 31 && hour < 24 && minute < 60 && second < 61)) return Number.NaN
    const wallIn = (year: number): number =>
      Date.UTC(year, month, day, hour, minute, second)
    const time = this.#toInstant(wallIn(this.#yearOf(month, wallIn)))
    this.#month = month
    return time
  }

  #yearOf(month: number, wallIn: (year: number) => number): number {
    if (this.#year !== undefined) {
      // A log goes forward; a late line of the old year may still follow the first of the new one.
      if (this.#month >= 0 && month < this.#month - 6) this.#year += 1
      else if (this.#month >= 0 && month > this.#month + 6) this.#year -= 1
      return this.#year
    }
    const limit = this.#now() + AHEAD_MS_MAX
    let year = new Date(limit).getUTCFullYear()
    if (wallIn(year) > limit) year -= 1
    // The 29th of February is of a leap year.
    for (let i = 0; i < 8 && new Date(wallIn(year)).getUTCMonth() !== month; i++) year -= 1
    return year
  }

  /** In the hour that comes twice, the first instant that does not go back is meant. */
  #toInstant(wall: number): number {
    const before = wall - this.#offsetAt(wall - 24 * HOUR_MS)
    const after = wall - this.#offsetAt(wall + 24 * HOUR_MS)
    if (before === after) return before
    const early = Math.min(before, after)
    const late = Math.max(before, after)
    const isEarly = early + this.#offsetAt(early) === wall
    const isLate = late + this.#offsetAt(late) === wall
    if (isEarly && isLate) return early + REPEATED_MS <= this.#time + HOUR_MS / 2 ? late : early
    return isLate ? late : early
  }
}

/** Two characters as a number; a space before it counts as zero. */
function digits(text: string, at: number): number {
  const tens = text.charCodeAt(at)
  const ones = text.charCodeAt(at + 1)
  if (!(ones >= 48 && ones <= 57)) return Number.NaN
  if (tens === 32) return ones - 48
  return tens >= 48 && tens <= 57 ? (tens - 48) * 10 + ones - 48 : Number.NaN
}

/** Seconds since 1970, with a fraction: `1777886102.318476`. */
function readUnix(stamp: string): number {
  return /^\d{9,11}(?:\.\d{1,9})?$/.test(stamp) ? Math.floor(Number(stamp) * 1000) : Number.NaN
}

/** Milliseconds east of UTC at an instant. */
function offsetsOf(zone: string): (instant: number) => number {
  const fixed = ZONE.exec(zone)
  if (fixed?.[1] !== undefined) {
    const offset = (Number(fixed[2]) * 60 + Number(fixed[3])) * 60_000
    return () => fixed[1] === '-' ? -offset : offset
  }
  const format = zone === 'UTC' ? undefined : formatOf(zone)
  if (format === undefined) return () => 0
  const known = new Map<number, number>()
  return (instant) => {
    const quarter = Math.floor(instant / (HOUR_MS / 4))
    const found = known.get(quarter)
    if (found !== undefined) return found
    if (known.size >= OFFSETS_MAX) known.clear()
    const offset = wallOf(format, quarter * (HOUR_MS / 4)) - quarter * (HOUR_MS / 4)
    known.set(quarter, offset)
    return offset
  }
}

function formatOf(zone: string): Intl.DateTimeFormat | undefined {
  try {
    return new Intl.DateTimeFormat('en-US', {
      timeZone: zone, hourCycle: 'h23', year: 'numeric', month: 'numeric', day: 'numeric',
      hour: 'numeric', minute: 'numeric', second: 'numeric',
    })
  } catch {
    // A name that this runtime does not know.
    return undefined
  }
}

function wallOf(format: Intl.DateTimeFormat, instant: number): number {
  const parts: Record<string, number> = {}
  for (const { type, value } of format.formatToParts(instant)) parts[type] = Number(value)
  const { year = 0, month = 1, day = 1, hour = 0, minute = 0, second = 0 } = parts
  return Date.UTC(year, month - 1, day, hour, minute, second)
}
