// The outbox: deliveries that wait, those that are leased to a process, and dead letters.

import { randomUUID } from 'node:crypto'
import type { Reader, SqlValue, Tx } from '../../store/types.ts'
import { wantsType } from './endpoints.ts'

/** What is told to endpoints. */
export type Notification = {
  /** Names it for ever: a second one of the same name changes nothing. Absent: a random one. */
  readonly id?: string
  /** A noun and what became of it: `suppression.added`, `recipient.failed`, `address.paused`. */
  readonly type: string
  /** Deliveries about one address are made one after the other. */
  readonly address: string
  /** Of a change that holds for one list alone; absent or '': for every list. */
  readonly list?: string
  readonly at: number
  readonly data: unknown
}

/** A delivery that this process may make until its lease ends. */
export type Delivery = {
  readonly id: number
  readonly endpoint: string
  readonly notification: string
  readonly orderingKey: string
  readonly payload: string
  readonly attempts: number
}

type ClaimedRecord = Omit<Delivery, 'orderingKey'> & { readonly ordering_key: string }

/** The specification recommends to stay below 20 kB; more is never needed to know what happened. */
const PAYLOAD_CHARS_MAX = 20_000
/** Of one text in a payload that would be too long. */
const TEXT_CHARS_MAX = 1_000

const ROWS_PER_INSERT = 50

/**
 * Writes notifications of one tenant to the outbox of each endpoint that wants them, or of one
 * endpoint alone, in the transaction of what they tell of. Answers how many deliveries it wrote.
 */
export async function enqueueNotifications(
  tx: Tx, tenant: string, notifications: readonly Notification[], now: number, alone?: string,
): Promise<number> {
  if (notifications.length === 0) return 0
  const endpoints = await tx.all<{
    id: string; types: string; platform: string | null; list: string
  }>(
    'SELECT id, types, platform, list FROM endpoints ' +
      'WHERE tenant = ? AND enabled = 1 ORDER BY id',
    [tenant])
  if (endpoints.length === 0) return 0
  const wanted = endpoints.filter(({ id }) => alone === undefined || id === alone)
    .map(({ types, ...endpoint }) => ({ ...endpoint, types: JSON.parse(types) as string[] }))
  const rows: SqlValue[][] = []
  for (const notification of notifications) {
    const { address, type, list = '' } = notification
    const name = notification.id ?? `msg_${randomUUID().replaceAll('-', '')}`
    // What holds for one list must not stop mail of another one at a sending system.
    const takers = wanted.filter((endpoint) => wantsType(endpoint.types, type)
      && (endpoint.platform === null || endpoint.list === list))
    if (takers.length === 0) continue
    const payload = writePayload(notification)
    for (const { id } of takers) rows.push([tenant, id, name, address, type, payload, now, now])
  }
  let written = 0
  for (let at = 0; at < rows.length; at += ROWS_PER_INSERT) {
    const page = rows.slice(at, at + ROWS_PER_INSERT)
    const places = page.map(() => `(?, ?, ?, ?, ?, ?, ?, ?, 0, 0, 'waiting')`)
    const { changes } = await tx.run(
      'INSERT INTO outbox (tenant, endpoint, notification, ordering_key, type, payload, ' +
        'created_at, next_at, lease_until, attempts, state) ' +
        `VALUES ${places.join(', ')} ON CONFLICT DO NOTHING`, page.flat())
    written += changes
  }
  return written
}

function writePayload({ type, at, data, address }: Notification): string {
  const timestamp = new Date(at).toISOString()
  const payload = JSON.stringify({ type, timestamp, data })
  if (payload.length <= PAYLOAD_CHARS_MAX) return payload
  const shorter = JSON.stringify({ type, timestamp, data }, withoutLongParts)
  return shorter.length <= PAYLOAD_CHARS_MAX
    ? shorter : JSON.stringify({ type, timestamp, data: { address, isCut: true } })
}

/** Evidence of an event may be long; its codes, reason and the beginning of texts are kept. */
function withoutLongParts(name: string, value: unknown): unknown {
  if (name === 'because' || name === 'steps') return undefined
  return typeof value === 'string' && value.length > TEXT_CHARS_MAX
    ? `${value.slice(0, TEXT_CHARS_MAX)}…` : value
}

/**
 * Takes deliveries that are due, of each address only the first that waits: what comes after it
 * must not overtake it.
 */
export async function claimDeliveries(
  tx: Tx, endpoint: string, { limit, now, leaseMs }: {
    readonly limit: number; readonly now: number; readonly leaseMs: number
  },
): Promise<Delivery[]> {
  const rows = await tx.all<{ id: number }>(
    'SELECT o.id FROM outbox o ' +
      `WHERE o.endpoint = ? AND o.state = 'waiting' AND o.next_at <= ? AND o.lease_until <= ? ` +
      'AND NOT EXISTS (SELECT 1 FROM outbox f WHERE f.endpoint = o.endpoint AND ' +
      `f.ordering_key = o.ordering_key AND f.state = 'waiting' AND f.id < o.id) ` +
      'ORDER BY o.next_at, o.id LIMIT ?',
    [endpoint, now, now, limit])
  if (rows.length === 0) return []
  // Another process may have taken one between the two statements: it is asked for again.
  const taken = await tx.all<ClaimedRecord>(
    `UPDATE outbox SET lease_until = ? WHERE id IN (${rows.map(() => '?').join(', ')}) ` +
      `AND state = 'waiting' AND lease_until <= ? ` +
      'RETURNING id, endpoint, notification, ordering_key, payload, attempts',
    [now + leaseMs, ...rows.map(({ id }) => id), now])
  return taken.map(({ ordering_key: orderingKey, id, attempts, ...row }) =>
    ({ ...row, orderingKey, id: Number(id), attempts: Number(attempts) }))
}

/** What an attempt changes: `nextAt` where it is tried again, else it is finished as `state`. */
export type Settlement = {
  readonly delivery: Delivery
  readonly state: 'waiting' | 'delivered' | 'dead'
  readonly nextAt?: number
  readonly now: number
  readonly status?: number
  readonly error?: string
}

export async function settleDelivery(
  tx: Tx, { delivery, state, nextAt, now, status, error }: Settlement,
): Promise<void> {
  const { id, endpoint, orderingKey } = delivery
  await tx.run(
    'UPDATE outbox SET state = ?, attempts = attempts + 1, next_at = ?, lease_until = 0, ' +
      'finished_at = ?, last_status = ?, last_error = ? WHERE id = ? ' +
      // A failure that is told late changes nothing: another process delivered, or gave up.
      (state === 'delivered' ? '' : `AND state = 'waiting'`),
    [state, nextAt ?? now, state === 'waiting' ? null : now, status ?? null, error ?? null, id])
  if (nextAt === undefined) return
  // What waits behind it is not due before it: claims need not look at it until then.
  await tx.run(
    'UPDATE outbox SET next_at = ? ' +
      `WHERE endpoint = ? AND ordering_key = ? AND state = 'waiting' AND next_at + 0 < ?`,
    [nextAt, endpoint, orderingKey, nextAt])
}

/**
 * Switches an endpoint off and makes all that waits for it dead letters. Does nothing where it was
 * changed after `asOf`: what made it wrong may be right again. True where it was switched off.
 */
export async function disableEndpoint(
  tx: Tx, endpoint: string, { why, asOf, now }: {
    readonly why: string; readonly asOf: number; readonly now: number
  },
): Promise<boolean> {
  const { changes } = await tx.run(
    'UPDATE endpoints SET enabled = 0, disabled_why = ?, updated_at = ? ' +
      'WHERE id = ? AND enabled = 1 AND updated_at <= ?',
    [why, now, endpoint, asOf])
  if (changes === 0) return false
  await tx.run(
    `UPDATE outbox SET state = 'dead', finished_at = ?, lease_until = 0, last_error = ? ` +
      `WHERE endpoint = ? AND state = 'waiting'`,
    [now, why, endpoint])
  return true
}

/** Gives back what a process that is gone had leased. Only where no other process delivers. */
export async function releaseLeases(tx: Tx): Promise<void> {
  await tx.run(`UPDATE outbox SET lease_until = 0 WHERE state = 'waiting' AND lease_until > 0`)
}

/** When the next delivery of an endpoint is due; undefined when none waits. */
export async function nextDueAt(store: Reader, endpoint: string): Promise<number | undefined> {
  const row = await store.get<{ due: number | null }>(
    `SELECT MIN(next_at) AS due FROM outbox WHERE endpoint = ? AND state = 'waiting'`, [endpoint])
  return row?.due === undefined || row.due === null ? undefined : Number(row.due)
}

/** Forgets finished deliveries that are old enough; answers how many. */
export async function pruneOutbox(
  tx: Tx, { deliveredBefore, deadBefore, limit }: {
    readonly deliveredBefore: number; readonly deadBefore: number; readonly limit: number
  },
): Promise<number> {
  let removed = 0
  for (const [state, before] of [['delivered', deliveredBefore], ['dead', deadBefore]] as const) {
    const params: SqlValue[] = [state, before, limit]
    const { changes } = await tx.run(
      `DELETE FROM outbox WHERE id IN (SELECT id FROM outbox WHERE state = ? AND state <> ` +
        `'waiting' AND finished_at < ? LIMIT ?)`, params)
    removed += changes
  }
  return removed
}
