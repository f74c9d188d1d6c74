// Counts what new incidents add to the tallies: they come by the hundred and fall into few hours
// and receivers. What changes or removes incidents later is counted by triggers of the database.

import type { Incident } from '@carom/core'
import type { SqlValue, Tx } from '../store/types.ts'
import { insertRows } from './rows.ts'

const HOUR_MS = 3_600_000
const DAY_MS = 86_400_000

type Tallied = Pick<
  Incident, 'at' | 'list' | 'kind' | 'fault' | 'reason' | 'receiver' | 'held' | 'voided'>

/** Counts incidents that were inserted in this transaction. */
export async function tallyIncidents(
  tx: Tx, tenant: string, incidents: readonly Tallied[],
): Promise<void> {
  const counted = incidents.filter(({ voided }) => voided !== true)
  const kindOf = ({ held, kind }: Tallied): string => held === true ? 'held' : kind
  await insertRows(
    tx, 'tallies (tenant, hour, list, kind, fault, reason, n)',
    sum(counted.map((one) => [
      tenant, Math.floor(one.at / HOUR_MS), one.list ?? '', kindOf(one), one.fault, one.reason,
    ])),
    'ON CONFLICT (tenant, hour, list, kind, fault, reason) ' +
    'DO UPDATE SET n = tallies.n + excluded.n')
  await insertRows(
    tx, 'receiver_tallies (tenant, day, receiver, list, kind, n)',
    sum(counted.map((one) => [
      tenant, Math.floor(one.at / DAY_MS), one.receiver.includes('.') ? '*' : one.receiver,
      one.list ?? '', kindOf(one),
    ])),
    'ON CONFLICT (tenant, day, receiver, list, kind) ' +
    'DO UPDATE SET n = receiver_tallies.n + excluded.n')
}

/** Rows that are the same become one, with their number at its end. */
function sum(rows: readonly (readonly SqlValue[])[]): SqlValue[][] {
  const groups = Map.groupBy(rows, (row) => row.join('\n'))
  return [...groups.values()].map((same) => [...same[0] as readonly SqlValue[], same.length])
}
