// What the store knows of each sending domain and address by days: sends, failures by reason,
// refusals that name an address, signs of spam traps.

import { setImmediate as giveWay } from 'node:timers/promises'
import type { Reader } from '../../store/types.ts'

export const DAY_MS = 86_400_000

/** Days since 1970, both within. */
export type Days = { readonly first: number; readonly last: number }

export type Cell = {
  readonly subject: string
  readonly day: number
  readonly reason: string
  readonly receiver: string
  readonly n: number
}

export type DailyFigures = {
  /** Subjects are domains; the reason is empty. */
  readonly sends: readonly Cell[]
  /** Subjects are domains; empty where it is not known which. */
  readonly failures: readonly Cell[]
  /** Addresses that had failed as unknown before that time. */
  readonly mailedAgain: readonly Cell[]
  /** Subjects are addresses. */
  readonly refusals: readonly Cell[]
  /** Refusals that speak of spam traps; subjects are addresses, or empty. */
  readonly traps: readonly Cell[]
}

/**
 * The domain of the last mail to the address before its failure. It is looked up for each failure,
 * so that failures need not know it.
 */
const SENDER = `COALESCE((SELECT s.from_domain FROM sends s WHERE s.tenant = i.tenant
  AND s.recipient = i.address AND s.sent_at <= i.at ORDER BY s.sent_at DESC LIMIT 1), '')`
const COUNTED = `i.tenant = ? AND i.at >= ? AND i.at < ? AND i.voided = 0 AND i.held = 0
  AND i.kind IN ('failed', 'complaint')`
const REASON = `CASE WHEN i.kind = 'complaint' THEN 'complaint' ELSE i.reason END`
const OF_SENDER = `tenant = ? AND occurred_at >= ? AND occurred_at < ?
  AND fault IN ('sender', 'content') AND incident IS NOT NULL`
const TRAP = `(LOWER(event) LIKE '%spamtrap%' OR LOWER(event) LIKE '%spam trap%'
  OR LOWER(event) LIKE '%spam-trap%')`

/** One look at incidents: each costs one at the sends of its address. */
const SLICE_MS = DAY_MS / 4

const FAILURES = `SELECT subject, day, reason, '' AS receiver, COUNT(*) AS n FROM (
  SELECT ${SENDER} AS subject, i.at / ${DAY_MS} AS day, ${REASON} AS reason
  FROM incidents i WHERE ${COUNTED}) AS found GROUP BY subject, day, reason`
// An address has few incidents, the index of times has all: it is left out by a column that it has
// not, for SQLite would read it from end to end for each of them.
const MAILED_AGAIN = `SELECT subject, day, '' AS reason, '' AS receiver, COUNT(*) AS n FROM (
  SELECT ${SENDER} AS subject, i.at / ${DAY_MS} AS day FROM incidents i WHERE ${COUNTED}
  AND i.reason = 'mailbox-unknown' AND EXISTS (SELECT 1 FROM incidents b
    WHERE b.tenant = i.tenant AND b.address = i.address AND b.reason = 'mailbox-unknown'
    AND b.names >= '' AND b.voided = 0 AND b.at + 0 < i.at - ${DAY_MS})) AS found GROUP BY subject, day`
const REFUSALS = `SELECT subject, occurred_at / ${DAY_MS} AS day, '' AS reason, receiver,
  COUNT(DISTINCT incident) AS n FROM events WHERE ${OF_SENDER} AND subject <> ''
  GROUP BY subject, occurred_at / ${DAY_MS}, receiver`
const TRAPS = `SELECT subject, occurred_at / ${DAY_MS} AS day, '' AS reason, '' AS receiver,
  COUNT(DISTINCT incident) AS n FROM events WHERE ${OF_SENDER} AND ${TRAP}
  GROUP BY subject, occurred_at / ${DAY_MS}`

/** In pieces, between which others get their turn: an embedded store answers at once. */
export async function readFigures(
  reader: Reader, tenant: string, { first, last }: Days,
): Promise<DailyFigures> {
  const days = { first, last }
  const read = (sql: string, sliceMs: number): Promise<Cell[]> =>
    inSlices(reader, tenant, days, sql, sliceMs)
  return {
    sends: await countSends(reader, tenant, days),
    failures: await readFailures(reader, tenant, days),
    mailedAgain: await read(MAILED_AGAIN, SLICE_MS),
    refusals: await read(REFUSALS, DAY_MS), traps: await read(TRAPS, DAY_MS),
  }
}

/** Failures and complaints by the domain that mailed the address last. */
export async function readFailures(
  reader: Reader, tenant: string, days: Days,
): Promise<readonly Cell[]> {
  return await inSlices(reader, tenant, days, FAILURES, SLICE_MS)
}

async function inSlices(
  reader: Reader, tenant: string, { first, last }: Days, sql: string, sliceMs: number,
): Promise<Cell[]> {
  const cells: Cell[] = []
  for (let from = first * DAY_MS; from < (last + 1) * DAY_MS; from += sliceMs) {
    cells.push(...await reader.all<Cell>(sql, [tenant, from, from + sliceMs]))
    await giveWay()
  }
  return addUp(cells)
}

async function countSends(
  reader: Reader, tenant: string, { first, last }: Days,
): Promise<Cell[]> {
  return addUp(await reader.all<Cell>(
    `SELECT name AS subject, day, '' AS reason, '' AS receiver, n FROM send_days
      WHERE tenant = ? AND kind = 'domain' AND day >= ? AND day <= ? AND name <> ''`,
    [tenant, first, last]))
}

/** Numbers of PostgreSQL come as texts. */
function addUp(cells: readonly Cell[]): Cell[] {
  const sums = new Map<string, Cell>()
  for (const { subject, day, reason, receiver, n } of cells) {
    const key = JSON.stringify([subject, Number(day), reason, receiver])
    const before = sums.get(key)?.n ?? 0
    sums.set(key, { subject, day: Number(day), reason, receiver, n: before + Number(n) })
  }
  return [...sums.values()]
}

const BEHIND_MAX = 200

/** Failures of a domain by reason and receiver in two stretches of time. */
export async function readBehind(
  reader: Reader, tenant: string,
  { subject, isAlone, isIp, from, middle, until }: {
    readonly subject: string
    /** Failures that belong to no domain are its own, too. */
    readonly isAlone: boolean; readonly isIp: boolean
    readonly from: number; readonly middle: number; readonly until: number
  },
): Promise<readonly { reason: string; receiver: string; now: number; before: number }[]> {
  const sums = `SUM(CASE WHEN at >= ? THEN 1 ELSE 0 END) AS now,
    SUM(CASE WHEN at >= ? THEN 0 ELSE 1 END) AS before`
  const found = isIp
    ? `SELECT reason, receiver, MIN(occurred_at) AS at FROM events WHERE ${OF_SENDER}
        AND subject = ? GROUP BY reason, receiver, incident`
    : `SELECT reason, receiver, at FROM (SELECT ${SENDER} AS sender, ${REASON} AS reason,
        i.receiver AS receiver, i.at AS at FROM incidents i WHERE ${COUNTED}) AS sent
        WHERE sender IN (?, ?)`
  const rows = await reader.all<{
    reason: string; receiver: string; now: number | string; before: number | string
  }>(
    `SELECT reason, receiver, ${sums} FROM (${found}) AS found GROUP BY reason, receiver
      ORDER BY COUNT(*) DESC LIMIT ${BEHIND_MAX}`,
    [middle, middle, tenant, from, until, subject,
      ...isIp ? [] : [isAlone ? '' : subject]])
  return rows.map(({ reason, receiver, now, before }) =>
    ({ reason, receiver, now: Number(now), before: Number(before) }))
}
