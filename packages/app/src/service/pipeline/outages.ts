// The outage guard (G2): when a receiver suddenly says of many living addresses that they do not
// exist, its bounces are held. They are recorded and never count; a fresh failure is needed later.

import { OUTAGE_DEFAULTS, type Incident } from '@carom/core'
import type { SqlValue, Tx } from '../store/types.ts'
import type { Account, Accounts } from './accounts.ts'
import type { AuditEntry } from './audit.ts'
import type { Delivery } from './deliveries.ts'
import { MINUTE_MS } from './minute.ts'
import type { ActivePolicy } from './types.ts'
import type { EventFate } from './types.ts'
import type { IncidentBook } from './incidents.ts'
import { ReceiverMinutes } from './outage-rule.ts'
import { insertRows, selectIn } from './rows.ts'

type Guard = {
  readonly tenant: string
  readonly fates: readonly EventFate[]
  readonly deliveries: readonly Delivery[]
  readonly accounts: Accounts
  readonly book: IncidentBook
  readonly active: ActivePolicy
  readonly now: number
}

type OutageDbRow = {
  readonly id: string; readonly receiver: string; readonly from_at: number
  readonly until_at: number | null
}

/** An address that showed life within this time before it failed was alive. */
const ALIVE_MS = 30 * 86_400_000

/** Counts the minutes of each receiver, begins and ends holds, and holds what falls into them. */
export async function guardOutages(
  tx: Tx, guard: Guard,
): Promise<{ readonly audit: readonly AuditEntry[]; readonly receivers: readonly string[] }> {
  if (guard.active.policy.guards?.outage === false) return { audit: [], receivers: [] }
  const minutes = sumMinutes(guard)
  if (minutes.size === 0) return { audit: [], receivers: [] }
  await writeMinutes(tx, guard.tenant, minutes)
  const audit: AuditEntry[] = []
  const receivers: string[] = []
  for (const [receiver, open] of await findSuspects(tx, guard, minutes)) {
    const entry = await guardReceiver(tx, guard, receiver, open)
    if (entry === undefined) continue
    audit.push(entry)
    receivers.push(receiver)
  }
  return { audit, receivers }
}

type Minute = {
  readonly receiver: string; readonly minute: number
  unknownUsers: number; alive: number; delivered: number; failed: number
}

function sumMinutes({ fates, deliveries, accounts }: Guard): ReadonlyMap<string, Minute> {
  const minutes = new Map<string, Minute>()
  const minuteOf = (receiver: string, at: number): Minute => {
    const minute = Math.floor(at / MINUTE_MS)
    const key = `${minute} ${receiver}`
    const known = minutes.get(key)
    if (known !== undefined) return known
    const sum = { receiver, minute, unknownUsers: 0, alive: 0, delivered: 0, failed: 0 }
    minutes.set(key, sum)
    return sum
  }
  for (const { receiver, proof } of deliveries) minuteOf(receiver, proof.at).delivered += 1
  for (const { evidence, counted, before } of fates) {
    const { receiver, at, event, strand, proof } = evidence
    if (!counted || before !== undefined || (strand !== 'failure' && proof === undefined)) continue
    const sum = minuteOf(receiver, at)
    if (proof === 'delivered') sum.delivered += 1
    if (event.kind !== 'failed') continue
    sum.failed += 1
    if (event.remedy !== 'suppress') continue
    sum.unknownUsers += 1
    if (wasAlive(accounts.of(evidence.address, evidence.list), at)) sum.alive += 1
  }
  return minutes
}

function wasAlive({ proofs }: Account, at: number): boolean {
  return proofs.some((proof) => proof.at < at && proof.at > at - ALIVE_MS)
}

async function writeMinutes(
  tx: Tx, tenant: string, minutes: ReadonlyMap<string, Minute>,
): Promise<void> {
  const rows = [...minutes.values()].map((sum): SqlValue[] => [
    tenant, sum.receiver, sum.minute, sum.unknownUsers, sum.alive, sum.delivered, sum.failed,
  ])
  const add = ['unknown_users', 'alive', 'delivered', 'failed']
    .map((column) => `${column} = receiver_minutes.${column} + excluded.${column}`).join(', ')
  await insertRows(
    tx, 'receiver_minutes (tenant, receiver, minute, unknown_users, alive, delivered, failed)',
    rows, `ON CONFLICT (tenant, receiver, minute) DO UPDATE SET ${add}`)
}

/** Receivers that are or were held, and those that said often enough that somebody is gone. */
async function findSuspects(
  tx: Tx, { tenant }: Guard, minutes: ReadonlyMap<string, Minute>,
): Promise<ReadonlyMap<string, OutageDbRow | undefined>> {
  const names = new Set<string>()
  const complaining = new Set<string>()
  const suspects = new Map<string, OutageDbRow | undefined>()
  let first = Number.POSITIVE_INFINITY
  for (const { receiver, minute, unknownUsers } of minutes.values()) {
    names.add(receiver)
    if (unknownUsers > 0) complaining.add(receiver)
    first = Math.min(first, minute)
  }
  const loud = await selectIn<{ receiver: string }>(
    tx, 'SELECT receiver FROM receiver_minutes WHERE tenant = ? AND minute >= ? AND receiver',
    [tenant, first - OUTAGE_DEFAULTS.windowMs / MINUTE_MS], [...complaining],
    `GROUP BY receiver HAVING SUM(unknown_users) >= ${OUTAGE_DEFAULTS.unknownUsersMin}`)
  for (const { receiver } of loud) suspects.set(receiver, undefined)
  // Outages are few, and read as fast as they could be looked up.
  const held = await tx.all<OutageDbRow>(
    'SELECT id, receiver, from_at, until_at FROM outages WHERE tenant = ? ORDER BY from_at',
    [tenant])
  for (const row of held) if (names.has(row.receiver)) suspects.set(row.receiver, row)
  return suspects
}

async function guardReceiver(
  tx: Tx, guard: Guard, receiver: string, open: OutageDbRow | undefined,
): Promise<AuditEntry | undefined> {
  const { tenant, now } = guard
  const minutes = new ReceiverMinutes(tx, tenant, receiver)
  if (open !== undefined && open.until_at === null) {
    holdBatch(guard, receiver, open.from_at, Number.POSITIVE_INFINITY)
    const until = await minutes.findRelease(open.from_at, now)
    if (until === undefined) return undefined
    await tx.run('UPDATE outages SET until_at = ?, released_at = ? WHERE id = ?',
      [until, now, open.id])
    return note(guard, receiver, 'hold-ended', { id: open.id, from: open.from_at, until })
  }
  if (open !== undefined) holdBatch(guard, receiver, open.from_at, open.until_at ?? 0)
  const newest = Math.max(...guard.fates
    .filter(({ evidence }) => evidence.receiver === receiver).map(({ evidence }) => evidence.at))
  const hold = await minutes.findHold(newest)
  if (hold === undefined) return undefined
  const id = `${receiver} ${hold.from}`
  await tx.run(
    'INSERT INTO outages (id, tenant, receiver, from_at, until_at, released_at, detail) ' +
    'VALUES (?, ?, ?, ?, NULL, NULL, ?) ON CONFLICT (id) DO NOTHING',
    [`${tenant} ${id}`, tenant, receiver, hold.from, JSON.stringify({ why: hold.why })])
  holdBatch(guard, receiver, hold.from, Number.POSITIVE_INFINITY)
  await holdStored(tx, guard, receiver, hold.from)
  return note(guard, receiver, 'held', { id, from: hold.from, why: hold.why })
}

function note(
  { now }: Guard, receiver: string, action: string, detail: Record<string, unknown>,
): AuditEntry {
  return { at: now, actor: 'outage-guard', action, address: '', list: '',
    detail: { receiver, ...detail } }
}

function isHeldKind(incident: Incident): boolean {
  return incident.kind === 'failed' && incident.remedy === 'suppress'
}

/** Holds incidents of this batch that fall into a hold. */
function holdBatch({ accounts, book }: Guard, receiver: string, from: number, until: number): void {
  for (const account of accounts.all()) {
    for (const incident of account.incidents.values()) {
      const isInside = incident.at >= from && incident.at < until
      if (incident.receiver !== receiver || !isInside || !isHeldKind(incident)) continue
      if (incident.held === true || incident.voided === true) continue
      setHeld(account, incident, book)
    }
  }
}

function setHeld(account: Account, incident: Incident, book: IncidentBook): void {
  account.incidents.set(incident.id, { ...incident, held: true })
  account.touched = true
  book.writes.changed.set(incident.id, { account, domain: account.domain })
}

/** Takes back what the first minutes of an outage did before it was known to be one. */
async function holdStored(tx: Tx, guard: Guard, receiver: string, from: number): Promise<void> {
  const rows = await tx.all<{ address: string; list: string }>(
    'SELECT DISTINCT address, list FROM incidents WHERE tenant = ? AND receiver = ? AND at >= ? ' +
    'AND held = 0 AND voided = 0', [guard.tenant, receiver, from])
  await guard.accounts.add(tx, rows.map(({ address }) => address))
  for (const { address, list } of rows) guard.accounts.of(address, list)
  holdBatch(guard, receiver, from, Number.POSITIVE_INFINITY)
}
