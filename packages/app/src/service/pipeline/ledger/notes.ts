// Notes that people write about addresses: rows of the audit, so that they stand in the timeline
// and go when the person is erased.

import type { AddressNote } from '../../http/rows.ts'
import type { Reader } from '../../store/types.ts'
import { appendAudit, lockTenant } from '../audit.ts'
import type { ApplyDeps } from '../types.ts'

const ACTION = 'noted'
const NOTES_SHOWN = 50

/** `address` is a key. */
export async function addNote(
  { store, now }: Pick<ApplyDeps, 'store' | 'now'>, tenant: string, actor: string,
  address: string, text: string,
): Promise<AddressNote> {
  const at = now()
  await store.write(async (tx) => {
    const lastHash = await lockTenant(tx, tenant)
    await appendAudit(tx, tenant, lastHash, [{
      at, actor, action: ACTION, address, list: '', detail: { note: text },
    }])
  })
  return { at, actor, text }
}

/** Newest first. */
export async function readNotes(
  reader: Reader, tenant: string, address: string,
): Promise<readonly AddressNote[]> {
  const rows = await reader.all<{ at: number; actor: string; detail: string }>(
    'SELECT at, actor, detail FROM audit WHERE tenant = ? AND address = ? AND action = ? ' +
    'ORDER BY seq DESC LIMIT ?', [tenant, address, ACTION, NOTES_SHOWN])
  return rows.map(({ at, actor, detail }) =>
    ({ at, actor, text: (JSON.parse(detail) as { note?: string }).note ?? '' }))
}
