// What still waits to be delivered to an endpoint, and what it has refused so far.

import type { Reader } from '../../store/types.ts'

export type Backlog = {
  /** Deliveries that were not made yet; counted up to 10,000. */
  readonly waiting: number
  /** Those of them that were tried in vain; absent where there is none. */
  readonly retrying?: Retrying
}

export type Retrying = {
  /** Counted up to 10,000. */
  readonly count: number
  /** Of the one that is tried next: when, how often it was, and what came of it. */
  readonly nextAt: number
  readonly attempts: number
  readonly lastStatus?: number
  readonly lastError?: string
}

/** More are not counted: a receiver that is down for days may have a million. */
const WAITING_MAX = 10_000

export async function readBacklog(store: Reader, endpoint: string): Promise<Backlog> {
  const waiting = await countUpTo(store, endpoint, '')
  if (waiting === 0) return { waiting }
  const next = await store.get<{
    next_at: number; attempts: number; last_status: number | null; last_error: string | null
  }>(
    'SELECT next_at, attempts, last_status, last_error FROM outbox ' +
      `WHERE endpoint = ? AND state = 'waiting' AND attempts > 0 ORDER BY next_at LIMIT 1`,
    [endpoint])
  if (next === undefined) return { waiting }
  return {
    waiting,
    retrying: {
      count: await countUpTo(store, endpoint, 'AND attempts > 0'),
      nextAt: Number(next.next_at), attempts: Number(next.attempts),
      ...(next.last_status === null ? {} : { lastStatus: Number(next.last_status) }),
      ...(next.last_error === null ? {} : { lastError: next.last_error }),
    },
  }
}

async function countUpTo(
  store: Reader, endpoint: string, condition: '' | 'AND attempts > 0',
): Promise<number> {
  const row = await store.get<{ n: number }>(
    'SELECT COUNT(*) AS n FROM (SELECT 1 FROM outbox ' +
      `WHERE endpoint = ? AND state = 'waiting' ${condition} LIMIT ?) AS counted`,
    [endpoint, WAITING_MAX])
  return Number(row?.n ?? 0)
}
