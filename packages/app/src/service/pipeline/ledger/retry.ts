// When another try is worth it after one event: what the reply says, what its receiver usually
// does, and how often it failed already.

import { adviseRetry, type Incident, type RetryAdvice } from '@carom/core'
import type { EventRow, Reader } from '../../store/types.ts'
import { readHabits } from '../waits.ts'
import { readIncident } from './reads.ts'

/** Failures before it that are looked at, the newest. */
const INCIDENTS_MAX = 20

/** Undefined where nothing is to be tried again. */
export async function adviseOn(
  reader: Reader, tenant: string, row: EventRow,
): Promise<RetryAdvice | undefined> {
  const { event: { kind, remedy, reason, cause = reason, retryAfterSeconds }, occurredAt } = row
  const isDelayed = kind === 'delayed'
  if (!isDelayed && (kind !== 'failed' || remedy !== 'retry')) return undefined
  const known = row.incident === undefined
    ? undefined : await readIncident(reader, tenant, row.incident)
  // Of a delay the tries of the same message count, up to this one.
  const tries = isDelayed
    ? (known?.events ?? []).map((event) => event.occurredAt).filter((at) => at <= occurredAt)
    : await failuresBefore(reader, tenant, row)
  const receiver = known?.row.incident.receiver ?? row.event.provider ?? ''
  const habitMs = (await readHabits(reader, tenant, [receiver]))(receiver, cause)
  return adviseRetry({
    reason: cause, attempts: Math.max(1, tries.length),
    firstAt: Math.min(occurredAt, ...tries), lastAt: occurredAt,
    ...retryAfterSeconds === undefined ? {} : { retryAfterSeconds },
    ...habitMs === undefined ? {} : { habitMs },
  })
}

/** Failures in a row that a later try might have ended, since the last sign of life. */
async function failuresBefore(
  reader: Reader, tenant: string, { address, occurredAt }: EventRow,
): Promise<readonly number[]> {
  const alive = await reader.get<{ readonly at: number | string | null }>(
    'SELECT MAX(last_proof_at) AS at FROM addresses WHERE tenant = ? AND address = ? ' +
    'AND last_proof_at <= ?', [tenant, address, occurredAt])
  const rows = await reader.all<{ readonly incident: string }>(
    `SELECT incident FROM incidents WHERE tenant = ? AND address = ? AND at <= ? AND at > ?
      AND kind = 'failed' AND voided = 0 ORDER BY at DESC LIMIT ${INCIDENTS_MAX}`,
    [tenant, address, occurredAt, Number(alive?.at ?? 0)])
  return rows.map(({ incident }) => JSON.parse(incident) as Incident)
    .filter(({ remedy }) => remedy === 'retry').map(({ at }) => at)
}
