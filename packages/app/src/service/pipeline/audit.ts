// The audit chain: every change of state, in order, each row sealed with the hash of the one before
// so that a row that was changed or taken out shows.

import { createHash } from 'node:crypto'
import type { AuditRow, Reader, Tx } from '../store/types.ts'
import { insertRows } from './rows.ts'

export type AuditEntry = Pick<AuditRow, 'at' | 'actor' | 'action' | 'address' | 'list'> & {
  readonly detail: unknown
}

/**
 * Takes the tenant's row, so that nobody else applies at the same moment, and answers the hash of
 * the last audit row. The first statement of every transaction that changes the ledger.
 */
export async function lockTenant(tx: Tx, tenant: string): Promise<string> {
  const row = await tx.get<{ audit_hash: string }>(
    'INSERT INTO tenants (tenant, applied, audit_hash) VALUES (?, 1, ?) ' +
    'ON CONFLICT (tenant) DO UPDATE SET applied = tenants.applied + 1 RETURNING audit_hash',
    [tenant, ''])
  return row?.audit_hash ?? ''
}

/** Appends entries to the chain of a tenant whose row is locked. */
export async function appendAudit(
  tx: Tx, tenant: string, previousHash: string, entries: readonly AuditEntry[],
): Promise<void> {
  if (entries.length === 0) return
  let previous = previousHash
  const rows = entries.map(({ at, actor, action, address, list, detail }) => {
    const text = JSON.stringify(detail)
    const hash = sealOf(previous, { tenant, at, actor, action, address, list, detail: text })
    const row = [tenant, at, actor, action, address, list, text, previous, hash]
    previous = hash
    return row
  })
  await insertRows(
    tx, 'audit (tenant, at, actor, action, address, list, detail, previous_hash, hash)', rows)
  await tx.run('UPDATE tenants SET audit_hash = ? WHERE tenant = ?', [previous, tenant])
}

type Sealed = Pick<AuditRow, 'tenant' | 'at' | 'actor' | 'action' | 'address' | 'list' | 'detail'>

function sealOf(previous: string, row: Sealed): string {
  return createHash('sha256').update(JSON.stringify([
    previous, row.tenant, row.at, row.actor, row.action, row.address, row.list, row.detail,
  ])).digest('hex')
}

/** The first row that does not fit the chain; erased ones keep their seal. */
export async function findBrokenSeal(
  reader: Reader, tenant: string,
): Promise<number | undefined> {
  let previous = ''
  for (let after = 0; ;) {
    const rows = await reader.all<Omit<AuditRow, 'previousHash'> & { previous_hash: string }>(
      'SELECT * FROM audit WHERE tenant = ? AND seq > ? ORDER BY seq LIMIT 1000', [tenant, after])
    for (const row of rows) {
      const isErased = row.action === 'erased-row'
      if (row.previous_hash !== previous) return row.seq
      if (!isErased && sealOf(previous, row) !== row.hash) return row.seq
      previous = row.hash
      after = row.seq
    }
    if (rows.length < 1000) return undefined
  }
}
