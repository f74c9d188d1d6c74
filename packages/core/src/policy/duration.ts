// Durations in words, `7d`, and the words that people read for spans and moments.

const UNITS: Readonly<Record<string, number>> = {
  s: 1000, m: 60_000, h: 3_600_000, d: 86_400_000, w: 604_800_000, y: 31_536_000_000,
}

/** A century: no policy waits longer, and sums stay exact. */
export const DURATION_MS_MAX: number = 100 * 31_536_000_000

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

/** `2026-12-01 10:00 UTC`. */
export function formatMoment(at: number): string {
  if (!(Math.abs(at) <= 8.64e15)) return 'the end of time'
  return new Date(at).toISOString().slice(0, 16).replace('T', ' ') + ' UTC'
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
