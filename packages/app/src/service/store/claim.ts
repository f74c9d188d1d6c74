// Taking inputs out of the inbox, by lease: on any store, inside of one transaction.

import { decodeRaw } from './raw-bytes.ts'
import { LIST_LENGTH_MAX, sqlList } from './sql.ts'
import type { Envelope, InboxItem, InputKind, Trust, Tx } from './types.ts'

export type ClaimOptions = {
  /** How many at most. */
  readonly limit: number
  /** 10 minutes at most. */
  readonly leaseMs: number
  readonly owner: string
  readonly now: number
  /** What logs told is left for later. @default false */
  readonly withoutLogs?: boolean
}

/**
 * So much is taken at once, since all of it lies in memory, and what was read in it takes ten times
 * as much; and what comes meanwhile waits until it is decided. A bigger input is taken alone.
 */
const CLAIM_BYTES_MAX = 256 * 1024
/**
 * No lease is longer. One that ends later was given before the clock was set back, and does not
 * hold (F15).
 */
const LEASE_MS_MAX = 10 * 60_000
/**
 * An input that was taken this often and never brought to an end may be what kills its worker: from
 * then on it is taken alone, so that it cannot drag others along.
 */
const SUSPECT_LAPSES = 2
/** Then it is set aside. More than three, since a machine may crash for reasons of its own. */
const LAPSES_MAX = 5

type Waiting = {
  readonly id: number
  readonly attempts: number
  readonly failures: number
  readonly size: number
}

type ClaimedRow = {
  readonly id: number
  readonly tenant: string
  readonly source: string
  readonly kind: InputKind
  readonly transport_key: string
  readonly received_at: number
  readonly trust: Trust
  readonly envelope: string
  readonly size: number
  readonly attempts: number
  readonly failures: number
  readonly sha256: Uint8Array | null
  readonly encoding: number
  readonly bytes: Uint8Array
}

/**
 * Takes waiting inputs for `owner`: first what peers handed over, who may ask about it at once; of
 * what logs told, which may be thousands of inputs, one goes along, and more where there is nothing
 * else. Those whose stored bytes are damaged or that never come to an
 * end are set aside as poison on the way.
 * @param rowLock what this store adds to a SELECT so that others skip the rows it read
 */
export async function claimInputs(
  tx: Tx, { limit, leaseMs, owner, now, withoutLogs = false }: ClaimOptions, rowLock: string,
): Promise<InboxItem[]> {
  if (leaseMs > LEASE_MS_MAX) throw new TypeError(`a lease of ${leaseMs} ms; 10 minutes at most`)
  const most = Math.min(limit, LIST_LENGTH_MAX)
  const find = (isLog: 0 | 1, upTo: number): Promise<Waiting[]> =>
    findWaiting(tx, isLog, upTo, now, rowLock)
  const oneLogged = withoutLogs || most < 2 ? [] : await find(1, 1)
  const handedOver = await find(0, most - oneLogged.length)
  const isAlone = handedOver.length === 0 && !withoutLogs
  const chosen = choose(isAlone ? await find(1, most) : [...oneLogged, ...handedOver])
  if (chosen.length === 0) return []
  const { sql, params } = sqlList(chosen)
  await tx.run(
    `UPDATE inbox SET attempts = attempts + 1, lease_until = ?, owner = ? WHERE id IN ${sql}`,
    [now + leaseMs, owner, ...params])
  const rows = await tx.all<ClaimedRow>(
    `SELECT inbox.id, tenant, source, kind, transport_key, inbox.received_at, trust, envelope, size,
      attempts, failures, sha256, encoding, bytes FROM inbox LEFT JOIN raws ON raws.id = inbox.id
      WHERE inbox.id IN ${sql} ORDER BY inbox.id`, params)
  const items: InboxItem[] = []
  for (const row of rows) {
    const item = toItem(row)
    if (item === undefined) await setAside(tx, row.id, 'its stored bytes are damaged', now)
    else items.push(item)
  }
  return items
}

/** The first that wait, of logs or of all else; those that never come to an end are set aside. */
async function findWaiting(
  tx: Tx, isLog: 0 | 1, limit: number, now: number, rowLock: string,
): Promise<Waiting[]> {
  const waiting = await tx.all<Waiting>(
    `SELECT id, attempts, failures, size FROM inbox
      WHERE state = 'new' AND CASE WHEN kind = 'log' THEN 1 ELSE 0 END = ${isLog}
        AND (lease_until <= ? OR lease_until > ?)
      ORDER BY id LIMIT ? ${rowLock}`, [now, now + LEASE_MS_MAX, limit])
  const exhausted = waiting.filter((item) => lapsesOf(item) >= LAPSES_MAX)
  for (const item of exhausted) {
    await setAside(tx, item.id, `taken ${item.attempts} times and never brought to an end`, now)
  }
  return waiting.filter((item) => lapsesOf(item) < LAPSES_MAX)
}

function choose(waiting: readonly Waiting[]): number[] {
  const [first] = waiting
  if (first === undefined) return []
  if (lapsesOf(first) >= SUSPECT_LAPSES) return [first.id]
  const chosen: number[] = []
  let bytes = 0
  for (const item of waiting) {
    if (lapsesOf(item) >= SUSPECT_LAPSES) continue
    bytes += item.size
    if (bytes > CLAIM_BYTES_MAX && chosen.length > 0) break
    chosen.push(item.id)
  }
  return chosen
}

// How often its lease ran out: it was taken, and neither finished nor failed.
function lapsesOf({ attempts, failures }: Pick<Waiting, 'attempts' | 'failures'>): number {
  return attempts - failures
}

async function setAside(tx: Tx, id: number, error: string, now: number): Promise<void> {
  await tx.run(
    `UPDATE inbox SET state = 'poison', error = ?, owner = NULL, finished_at = ? WHERE id = ?`,
    [error, now, id])
}

function toItem(row: ClaimedRow): InboxItem | undefined {
  if (row.sha256 === null) return undefined
  const raw = { sha256: row.sha256, encoding: row.encoding, bytes: row.bytes }
  const bytes = decodeRaw(raw, row.size)
  if (bytes === undefined) return undefined
  return {
    id: row.id, rawId: row.id, tenant: row.tenant, source: row.source,
    // This time is counted already.
    isSuspect: lapsesOf(row) > SUSPECT_LAPSES,
    kind: row.kind, transportKey: row.transport_key, bytes, receivedAt: row.received_at,
    trust: row.trust, envelope: JSON.parse(row.envelope) as Envelope,
  }
}
