// Deliveries that were given up: listed, and put back into the outbox when their endpoint works
// again.

import type { OutboxRow, Reader, SqlValue, Tx } from '../../store/types.ts'

export type DeadLetter = Omit<OutboxRow, 'nextAt'> & {
  readonly notification: string
  readonly finishedAt: number
  readonly lastStatus?: number
}

type DeadRecord = {
  readonly id: number
  readonly endpoint: string
  readonly notification: string
  readonly ordering_key: string
  readonly type: string
  readonly payload: string
  readonly created_at: number
  readonly finished_at: number
  readonly attempts: number
  readonly last_status: number | null
  readonly last_error: string | null
}

/** Newest first, before `beforeId` where a page went before. */
export async function listDeadLetters(
  store: Reader, tenant: string, { limit, beforeId, endpoint }: {
    readonly limit: number; readonly beforeId?: number; readonly endpoint?: string
  },
): Promise<DeadLetter[]> {
  const params: SqlValue[] = [tenant]
  let where = `tenant = ? AND state = 'dead' AND state <> 'waiting'`
  if (endpoint !== undefined) { where += ' AND endpoint = ?'; params.push(endpoint) }
  if (beforeId !== undefined) { where += ' AND id < ?'; params.push(beforeId) }
  const rows = await store.all<DeadRecord>(
    'SELECT id, endpoint, notification, ordering_key, type, payload, created_at, finished_at, ' +
      `attempts, last_status, last_error FROM outbox WHERE ${where} ORDER BY id DESC LIMIT ?`,
    [...params, limit])
  return rows.map((row) => ({
    id: Number(row.id), endpoint: row.endpoint, notification: row.notification,
    orderingKey: row.ordering_key, type: row.type, payload: row.payload, state: 'dead',
    createdAt: Number(row.created_at), finishedAt: Number(row.finished_at),
    attempts: Number(row.attempts),
    ...(row.last_status === null ? {} : { lastStatus: Number(row.last_status) }),
    ...(row.last_error === null ? {} : { lastError: row.last_error }),
  }))
}

/**
 * Puts dead letters back: one by its id, or all of an endpoint. They keep their name, so that a
 * receiver that had one after all knows it. Answers how many.
 */
export async function redeliver(
  tx: Tx, tenant: string, which: { readonly id: number } | { readonly endpoint: string },
  now: number,
): Promise<number> {
  const [column, value] = 'id' in which ? ['id', which.id] : ['endpoint', which.endpoint]
  const { changes } = await tx.run(
    `UPDATE outbox SET state = 'waiting', attempts = 0, next_at = ?, lease_until = 0, ` +
      `finished_at = NULL WHERE tenant = ? AND ${column} = ? AND state = 'dead'`,
    [now, tenant, value])
  return changes
}
