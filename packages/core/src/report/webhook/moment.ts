// Times as vendors write them → ISO 8601 UTC: seconds or milliseconds since 1970, as numbers or as
// texts, ISO 8601 with up to nine decimals, and the American form of Elastic Email.

import { readDate } from '../date.ts'
import { numberOf, textOf } from './values.ts'

/** Numbers from here on are milliseconds: as seconds they would lie after the year 5138. */
const MILLISECONDS_FROM = 1e11
/** 2000-01-01 and 2100-01-01: outside of these a time is a mistake. */
const EARLIEST_MS = 946_684_800_000
const LATEST_MS = 4_102_444_800_000

/** `5/4/2026 9:15:02 AM`: the month first. */
const AMERICAN = /^(\d{1,2})\/(\d{1,2})\/(\d{4}) (\d{1,2}):(\d\d):(\d\d)(?: ([AP])M)?$/i
const DECIMALS = /:\d\d\.(\d{1,3})/

/** The instant as `2026-05-04T09:15:02.318Z`; undefined where it cannot be read or be true. */
export function readMoment(value: unknown): string | undefined {
  const number = numberOf(value)
  if (number !== undefined) {
    return format(Math.abs(number) >= MILLISECONDS_FROM ? number : number * 1_000)
  }
  const text = textOf(value)
  if (text === undefined) return undefined
  const american = AMERICAN.exec(text)
  if (american !== null) return format(readAmerican(american))
  const whole = readDate(text)
  if (whole === undefined) return undefined
  const decimals = DECIMALS.exec(text)?.[1] ?? ''
  return format(Date.parse(whole) + Number(decimals.padEnd(3, '0')))
}

function readAmerican(match: RegExpExecArray): number {
  const [, month, day, year, hour, minute, second] = match.map(Number) as [
    number, number, number, number, number, number, number,
  ]
  const half = match[7]?.toUpperCase()
  const hours = half === undefined ? hour : hour % 12 + (half === 'P' ? 12 : 0)
  if (month < 1 || month > 12 || day < 1 || day > 31) return Number.NaN
  return Date.UTC(year, month - 1, day, hours, minute, second)
}

function format(time: number): string | undefined {
  const isTrue = time >= EARLIEST_MS && time <= LATEST_MS
  return isTrue ? new Date(Math.round(time)).toISOString() : undefined
}
