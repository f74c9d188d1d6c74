// Durations in words, `7d`, and the words that people read for spans and moments.

const UNITS: Readonly<Record<string, number>> = {
  s: 1000, m: 60_000, h: 3_600_000, d: 86_400_000, w: 604_800_000, y: 31_536_000_000,
}

/** A century: no policy waits longer, and sums stay exact. */
const DURATION_MS_MAX = 100 * 31_536_000_000

export const DAY_MS = 86_400_000

/** Milliseconds of `90s`, `30m`, `12h`, `7d`, `2w`, `1y`; undefined where it is no duration. */
export function parseDuration(text: string): number | undefined {
  const match = /^(\d{1,9})([smhdwy])$/.exec(text)
  if (match === null) return undefined
  const ms = Number(match[1]) * (UNITS[match[2] as string] as number)
  return ms <= DURATION_MS_MAX ? ms : undefined
}

/** `31 days`, `6 hours`, `1 minute`: the largest unit of which there are two, rounded down. */
export function formatSpan(ms: number): string {
  if (ms >= 2 * DAY_MS) return plural(Math.floor(ms / DAY_MS), 'day')
  if (ms === DAY_MS) return '1 day'
  if (ms >= 3_600_000) return plural(Math.floor(ms / 3_600_000), 'hour')
  if (ms >= 60_000) return plural(Math.floor(ms / 60_000), 'minute')
  return plural(Math.floor(ms / 1000), 'second')
}

/** 1970 to 9999: what four digits of a year can say. */
const YEARS_MS_MAX = 253_402_300_800_000

/** `2026-12-01 10:00 UTC`. By arithmetic: a Date costs more than all the rest of a step. */
export function formatMoment(at: number): string {
  if (!(at >= 0 && at < YEARS_MS_MAX)) return at < 0 ? 'before 1970' : 'the end of time'
  const minutes = Math.floor(at / 60_000)
  const [year, month, day] = civilOf(Math.floor(minutes / 1440))
  const minute = minutes % 1440
  return `${year}-${two(month)}-${two(day)} ${two(Math.floor(minute / 60))}:${two(minute % 60)} UTC`
}

/** Year, month and day of a count of days since 1970, in 400-year cycles that begin in March. */
function civilOf(days: number): readonly [year: number, month: number, day: number] {
  const shifted = days + 719_468
  const era = Math.floor(shifted / 146_097)
  const ofEra = shifted - era * 146_097
  const yearOfEra = Math.floor(
    (ofEra - Math.floor(ofEra / 1460) + Math.floor(ofEra / 36_524) -
      Math.floor(ofEra / 146_096)) / 365)
  const ofYear = ofEra - (365 * yearOfEra + Math.floor(yearOfEra / 4) - Math.floor(yearOfEra / 100))
  const march = Math.floor((5 * ofYear + 2) / 153)
  const month = march < 10 ? march + 3 : march - 9
  const day = ofYear - Math.floor((153 * march + 2) / 5) + 1
  return [yearOfEra + era * 400 + (month <= 2 ? 1 : 0), month, day]
}

function two(count: number): string {
  return count < 10 ? `0${count}` : String(count)
}

export function plural(count: number, noun: string): string {
  return `${count} ${noun}${count === 1 ? '' : 's'}`
}

/** `1st`, `2nd`, `3rd`, `11th`. */
export function ordinal(count: number): string {
  const tail = count % 100
  if (tail >= 11 && tail <= 13) return `${count}th`
  return count + (['th', 'st', 'nd', 'rd'][count % 10] ?? 'th')
}
