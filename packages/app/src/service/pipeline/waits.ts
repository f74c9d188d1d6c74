// Habits of receivers: how long messages that one put off waited until it took them. Learnt from
// those that were delayed first and delivered later; told where a reply names no time.

import type { CaromEvent } from '@carom/core'
import type { Reader, Tx } from '../store/types.ts'
import type { Accounts } from './accounts.ts'
import { insertRows, selectIn } from './rows.ts'

/** A wait is kept as the first of these that is no shorter. */
const STEPS_MIN = [
  1, 2, 5, 10, 15, 20, 30, 45, 60, 90, 120, 180, 240, 360, 480, 720, 1_440, 2_880, 7_200,
] as const
const MINUTE_MS = 60_000
/** Fewer messages make no habit. */
const SEEN_MIN = 5

/** A message that arrived. */
export type Arrival = {
  readonly address: string
  readonly list: string
  readonly at: number
  /** As evidence names it: `mid:…`. */
  readonly message: string | undefined
}

/** Learns from arrivals that were not known before; addresses must be loaded. */
export async function learnWaits(
  tx: Tx, tenant: string, arrivals: readonly Arrival[], accounts: Accounts,
): Promise<void> {
  const counts = new Map<string, { receiver: string; cause: string; minutes: number; n: number }>()
  let lastAt = 0
  for (const { address, list, at, message } of arrivals) {
    if (message === undefined || !accounts.has(address, accounts.listOf(list))) continue
    const account = accounts.of(address, list)
    const delay = [...account.incidents.values()].find((incident) =>
      incident.kind === 'delayed' && incident.message === message && incident.at < at)
    if (delay?.cause === undefined) continue
    const { receiver, cause } = delay
    const waited = (at - delay.at) / MINUTE_MS
    const minutes = STEPS_MIN.find((step) => waited <= step)
    if (minutes === undefined) continue
    const key = `${receiver} ${cause} ${minutes}`
    const count = counts.get(key) ?? { receiver, cause, minutes, n: 0 }
    count.n += 1
    counts.set(key, count)
    lastAt = Math.max(lastAt, at)
  }
  // In order, so that two transactions never wait for each other.
  await insertRows(
    tx, 'receiver_waits (tenant, receiver, cause, minutes, n, last_at)',
    [...counts].sort(([a], [b]) => a < b ? -1 : 1).map(([, { receiver, cause, minutes, n }]) =>
      [tenant, receiver, cause, minutes, n, lastAt]),
    'ON CONFLICT (tenant, receiver, cause, minutes) DO UPDATE SET ' +
      'n = receiver_waits.n + excluded.n, last_at = excluded.last_at')
}

/** How long a receiver lets wait for a reason, in ms; undefined where too little was seen. */
export type Habits = (receiver: string, reason: CaromEvent['reason']) => number | undefined

export async function readHabits(
  reader: Reader, tenant: string, receivers: readonly string[],
): Promise<Habits> {
  const rows = await selectIn<{
    readonly receiver: string; readonly cause: string; readonly minutes: number | string
    readonly n: number | string
  }>(reader, 'SELECT receiver, cause, minutes, n FROM receiver_waits WHERE tenant = ? AND receiver',
    [tenant], [...new Set(receivers)])
  const waits = Map.groupBy(rows, ({ receiver, cause }) => `${receiver} ${cause}`)
  return (receiver, reason) => medianOf((waits.get(`${receiver} ${reason}`) ?? [])
    .map(({ minutes, n }) => ({ minutes: Number(minutes), n: Number(n) })))
}

function medianOf(
  counts: readonly { readonly minutes: number; readonly n: number }[],
): number | undefined {
  const total = counts.reduce((sum, { n }) => sum + n, 0)
  if (total < SEEN_MIN) return undefined
  let seen = 0
  for (const { minutes, n } of counts.toSorted((a, b) => a.minutes - b.minutes)) {
    seen += n
    if (seen * 2 >= total) return minutes * MINUTE_MS
  }
  return undefined
}
