// How much was sent on each day by each domain, against its own weeks before; and how a new domain
// or address is warmed up.

import type { Reader } from '../../store/types.ts'

const DAY_MS = 86_400_000
/** Days that tell what is usual; fewer known ones tell nothing. */
const USUAL_DAYS = 28
const USUAL_DAYS_MIN = 7
/** So many times the largest day is a jump; small numbers never are. */
const JUMP_RATIO = 2
const JUMP_SENDS_MIN = 200

export type VolumeDay = {
  readonly domain: string
  /** Its date, UTC: 2026-11-27. */
  readonly day: string
  readonly sends: number
  /** Of the largest day in the four weeks before; absent where too few days with mail are known. */
  readonly most?: number
  /** The day is far above it. */
  readonly isJump?: true
}

type DayRow = { readonly domain: string; readonly day: number; readonly n: number }

export async function measureVolume(
  reader: Reader, tenant: string,
  { from, until }: { readonly from: number; readonly until: number },
): Promise<readonly VolumeDay[]> {
  const first = Math.floor(from / DAY_MS)
  const rows = await reader.all<DayRow>(
    `SELECT from_domain AS domain, sent_at / ${DAY_MS} AS day, COUNT(*) AS n FROM sends
      WHERE tenant = ? AND sent_at >= ? AND sent_at < ?
      GROUP BY from_domain, sent_at / ${DAY_MS} ORDER BY 1, 2`,
    [tenant, (first - USUAL_DAYS) * DAY_MS, until])
  const domains = Map.groupBy(rows, ({ domain }) => domain)
  return [...domains].flatMap(([domain, days]) => days
    .filter(({ day }) => Number(day) >= first).map((row): VolumeDay => {
      const at = Number(row.day)
      const before = days.filter(({ day }) => Number(day) < at && Number(day) >= at - USUAL_DAYS)
        .map(({ n }) => Number(n))
      // Not the median: who sends each week has six quiet days to one that is as usual.
      const most = before.length < USUAL_DAYS_MIN ? undefined : Math.max(...before)
      const sends = Number(row.n)
      const isJump = most !== undefined && sends >= JUMP_SENDS_MIN && sends > most * JUMP_RATIO
      return {
        domain, day: new Date(at * DAY_MS).toISOString().slice(0, 10), sends,
        ...most === undefined ? {} : { most }, ...isJump ? { isJump: true as const } : {},
      }
    }))
}

export type WarmUpDay = { readonly day: number; readonly sends: number }

const WARM_UP_FIRST = 50
const WARM_UP_GROWTH = 1.5
/** Growth where bounces come back: none over the first share, back by half over the second. */
const WARM_UP_HOLD_RATE = 0.02
const WARM_UP_BACK_RATE = 0.05
const WARM_UP_DAYS_MAX = 60

/**
 * Numbers for each day until `target` is reached. `done`: what was sent and bounced on the days
 * before, the plan goes on from there.
 */
export function planWarmUp(
  target: number, done: readonly { readonly sends: number; readonly bounces: number }[] = [],
): readonly WarmUpDay[] {
  const last = done.at(-1)
  const rate = last === undefined || last.sends === 0 ? 0 : last.bounces / last.sends
  const growth = rate > WARM_UP_BACK_RATE ? 0.5 : rate > WARM_UP_HOLD_RATE ? 1 : WARM_UP_GROWTH
  let sends = last === undefined ? WARM_UP_FIRST : Math.max(WARM_UP_FIRST, last.sends * growth)
  const days: WarmUpDay[] = []
  for (let day = done.length + 1; days.length < WARM_UP_DAYS_MAX; day++) {
    const today = Math.min(target, Math.round(sends / 10) * 10)
    days.push({ day, sends: today })
    if (today >= target) break
    sends *= WARM_UP_GROWTH
  }
  return days
}
