// The plan of a domain that is being warmed up, from what it sent and what came back so far.

import { planWarmUp, type WarmUpDone, type WarmUpPlan } from '@carom/core/prevent'
import type { Reader } from '../../store/types.ts'
import { DAY_MS, readFailures } from '../reputation/figures.ts'

/** After so many days without mail a domain is new again. */
const FORGOTTEN_DAYS = 30
/** A plan has no more days than that; so has what was done. */
const DONE_DAYS_MAX = 60

/** Of the days before today: what was sent, and bounces of the last of them. */
export async function planFor(
  reader: Reader, tenant: string,
  { target, domain, now }: {
    readonly target: number; readonly domain: string; readonly now: number
  },
): Promise<WarmUpPlan & { readonly done: readonly WarmUpDone[] }> {
  const today = Math.floor(now / DAY_MS)
  const rows = await reader.all<{ readonly day: number | string; readonly n: number | string }>(
    `SELECT day, n FROM send_days WHERE tenant = ? AND kind = 'domain' AND name = ? AND day < ?
      ORDER BY day DESC LIMIT ${DONE_DAYS_MAX}`, [tenant, domain, today])
  const days = rows.map(({ day, n }) => ({ day: Number(day), sends: Number(n) }))
  const gap = days.findIndex(({ day }, at) =>
    (days[at - 1]?.day ?? today) - day > FORGOTTEN_DAYS)
  const known = (gap < 0 ? days : days.slice(0, gap)).reverse()
  const last = known.at(-1)
  const bounces = last === undefined ? 0 : await countBounces(reader, tenant, domain, last.day)
  const done = known.map(({ day, sends }) => ({ sends, bounces: day === last?.day ? bounces : 0 }))
  return { ...planWarmUp(target, done), done }
}

async function countBounces(
  reader: Reader, tenant: string, domain: string, day: number,
): Promise<number> {
  const cells = await readFailures(reader, tenant, { first: day, last: day })
  return cells.filter(({ subject }) => subject === domain).reduce((sum, { n }) => sum + n, 0)
}
