// A stretch of time as the address of a page tells it: `within=7d`, or days `from` and `until`.

import { wordOf } from './word-of.ts'

const DAY_MS = 86_400_000

export const WITHIN: Readonly<Record<string, { readonly ms: number; readonly label: string }>> = {
  '1h': { ms: DAY_MS / 24, label: 'Last hour' },
  '24h': { ms: DAY_MS, label: 'Last 24 hours' },
  '7d': { ms: 7 * DAY_MS, label: 'Last 7 days' },
  '30d': { ms: 30 * DAY_MS, label: 'Last 30 days' },
  '90d': { ms: 90 * DAY_MS, label: 'Last 90 days' },
}

type Words = { readonly [name: string]: string | undefined }
type Range = { readonly from?: string; readonly until?: string }

/** As the API takes it; the last day is within, and days are those of who looks. */
export function rangeOf({ within, from, until }: Words, now: number = Date.now()): Range {
  const span = wordOf(WITHIN, within)
  if (span !== undefined) return { from: new Date(now - span.ms).toISOString() }
  const start = readTime(from, 0)
  const end = readTime(until, 1)
  return {
    ...(start === undefined ? {} : { from: start }), ...(end === undefined ? {} : { until: end }),
  }
}

function readTime(text: string | undefined, daysLater: number): string | undefined {
  if (text === undefined) return undefined
  const [day] = /^\d{4}-\d\d-\d\d$/.exec(text) ?? []
  const time = new Date(day === undefined ? text : `${day}T00:00`)
  if (Number.isNaN(time.getTime())) return undefined
  // Not by hours: a day may have 23 of them.
  if (day !== undefined) time.setDate(time.getDate() + daysLater)
  return time.toISOString()
}
