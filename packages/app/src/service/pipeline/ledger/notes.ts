// Notes that people write about addresses: rows of the audit, so that they stand in the timeline
// and go when the person is erased. One that is taken back stays there, with a row that says so.

import type { AddressNote } from '../../http/rows.ts'
import type { Reader } from '../../store/types.ts'
import { appendAudit, lockTenant } from '../audit.ts'
import type { ApplyDeps } from '../types.ts'

type Deps = Pick<ApplyDeps, 'store' | 'now'>

const NOTED = 'noted'
const TAKEN_BACK = 'note-taken-back'
const NOTES_SHOWN = 50

/** Notes of an address that nobody took back, by the tenant, the address and both actions. */
const STANDING = `FROM audit AS note WHERE tenant = ? AND address = ? AND action = ? AND NOT EXISTS (
  SELECT 1 FROM audit AS later WHERE later.tenant = note.tenant AND later.address = note.address
  AND later.action = ? AND later.detail = '{"of":' || note.seq || '}')`

/** `address` is a key. */
export async function addNote(
  { store, now }: Deps, tenant: string, actor: string, address: string, text: string,
): Promise<AddressNote> {
  const at = now()
  const id = await store.write(async (tx) => {
    await appendAudit(tx, tenant, await lockTenant(tx, tenant), [
      { at, actor, action: NOTED, address, list: '', detail: { note: text } },
    ])
    // The tenant is locked: nobody else has written one since.
    const row = await tx.get<{ seq: number }>(
      'SELECT MAX(seq) AS seq FROM audit WHERE tenant = ? AND address = ? AND action = ?',
      [tenant, address, NOTED])
    return Number(row?.seq)
  })
  return { id, at, actor, text }
}

/** False: there is no such note, or not any more. `address` is a key. */
export async function takeNoteBack(
  { store, now }: Deps, tenant: string, actor: string, address: string, id: number,
): Promise<boolean> {
  return await store.write(async (tx) => {
    const lastHash = await lockTenant(tx, tenant)
    const found = await tx.get(`SELECT seq ${STANDING} AND note.seq = ?`,
      [tenant, address, NOTED, TAKEN_BACK, id])
    if (found === undefined) return false
    await appendAudit(tx, tenant, lastHash, [
      { at: now(), actor, action: TAKEN_BACK, address, list: '', detail: { of: id } },
    ])
    return true
  })
}

/** Newest first, without those that were taken back. */
export async function readNotes(
  reader: Reader, tenant: string, address: string,
): Promise<readonly AddressNote[]> {
  const rows = await reader.all<{ seq: number; at: number; actor: string; detail: string }>(
    `SELECT seq, at, actor, detail ${STANDING} ORDER BY seq DESC LIMIT ?`,
    [tenant, address, NOTED, TAKEN_BACK, NOTES_SHOWN])
  return rows.map(({ seq, at, actor, detail }) =>
    ({ id: seq, at, actor, text: (JSON.parse(detail) as { note?: string }).note ?? '' }))
}
