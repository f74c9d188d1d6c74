// A trouble comes and goes: when mail got through again, and when the present episode began.

import type { Trouble } from '../../http/rows-of-views.ts'
import type { Reader } from '../../store/types.ts'
import { MINUTE_MS } from '../minute.ts'
import type { Conditions } from './filters.ts'

/** So many deliveries after the last failure show that a receiver takes mail again. */
const RESUMED_MIN = 3
/**
 * Refusals that are nearer to each other are one episode, whatever gets through between them: where
 * one sender of several is refused, deliveries and refusals alternate all day.
 */
const QUIET_MS = 86_400_000
/** Pauses that are looked at, from the newest on. */
const PAUSES_MAX = 100

export type Episode = {
  /** Undefined where nothing was refused. */
  readonly openedAt?: number
  /** How often the same was over before. */
  readonly earlier: number
}

/** The last run of failures that no day without one, in which mail got through, divides. */
export async function readEpisode(
  reader: Reader, { tenant, receiver, where }: {
    readonly tenant: string; readonly receiver: string
    /** What the failures have in common. */
    readonly where: Conditions
  },
): Promise<Episode> {
  const starts = await reader.all<{ at: number; before: number | null }>(
    'SELECT occurred_at AS at, before_at AS before FROM (SELECT occurred_at, ' +
    'LAG(occurred_at) OVER (ORDER BY occurred_at) AS before_at FROM events ' +
    `WHERE ${where.sql}) AS failures WHERE before_at IS NULL OR occurred_at - before_at >= ? ` +
    'ORDER BY occurred_at DESC LIMIT ?', [...where.values, QUIET_MS, PAUSES_MAX])
  const begins: number[] = []
  for (const { at, before } of starts) {
    const isFirst = before === null ||
      await countDelivered(reader, tenant, receiver, { from: before, until: at }) >= RESUMED_MIN
    if (isFirst) begins.push(at)
  }
  const openedAt = begins[0] ?? starts.at(-1)?.at
  return {
    ...(openedAt === undefined ? {} : { openedAt: Number(openedAt) }),
    earlier: Math.max(0, begins.length - 1),
  }
}

/** Deliveries in the minutes between two moments; without `until`, up to now. */
async function countDelivered(
  reader: Reader, tenant: string, receiver: string,
  { from, until }: { readonly from: number; readonly until?: number },
): Promise<number> {
  const row = await reader.get<{ delivered: number | null }>(
    'SELECT SUM(delivered) AS delivered FROM receiver_minutes WHERE tenant = ? AND receiver = ? ' +
    `AND minute > ?${until === undefined ? '' : ' AND minute < ?'}`,
    [tenant, receiver, minuteOf(from), ...until === undefined ? [] : [minuteOf(until)]])
  return Number(row?.delivered ?? 0)
}

function minuteOf(time: number): number {
  return Math.floor(time / MINUTE_MS)
}

export type Resumed = {
  readonly state: Trouble['state']; readonly at?: number; readonly delivered: number
}

/** When enough mail had got through after the last failure. */
export async function readResumed(
  reader: Reader, tenant: string, receiver: string, lastAt: number,
): Promise<Resumed> {
  const delivered = await countDelivered(reader, tenant, receiver, { from: lastAt })
  if (delivered < RESUMED_MIN) return { state: 'open', delivered }
  const minute = minuteOf(lastAt)
  const minutes = await reader.all<{ minute: number; delivered: number }>(
    'SELECT minute, delivered FROM receiver_minutes WHERE tenant = ? AND receiver = ? AND ' +
    'minute > ? AND delivered > 0 ORDER BY minute LIMIT ?', [tenant, receiver, minute, RESUMED_MIN])
  let sum = 0
  const enough = minutes.find((one) => (sum += one.delivered) >= RESUMED_MIN)
  const at = ((enough ?? minutes.at(-1))?.minute ?? minute) * MINUTE_MS
  return { state: 'closed', at, delivered }
}
