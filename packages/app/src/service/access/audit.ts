// Changes of access, each in one transaction with its row of the audit chain.

import { appendAudit, lockTenant } from '../pipeline/audit.ts'
import type { Store, Tx } from '../store/types.ts'

export type Note = {
  readonly actor: string
  readonly action: string
  readonly detail: Readonly<Record<string, unknown>>
}

/** One at a time in a tenant: what is read in `work` holds until it is written. */
export async function writeAudited<Result>(
  store: Store, tenant: string, now: number,
  work: (tx: Tx, note: (note: Note) => void) => Promise<Result>,
): Promise<Result> {
  return await store.write(async (tx) => {
    const hash = await lockTenant(tx, tenant)
    const notes: Note[] = []
    const result = await work(tx, (note) => notes.push(note))
    await appendAudit(tx, tenant, hash, notes.map((note) => ({
      ...note, at: now, address: '', list: '',
    })))
    return result
  })
}
