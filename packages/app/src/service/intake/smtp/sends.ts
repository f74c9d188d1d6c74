// Looks up the recipient behind a token that carries the id of a registered send.

import type { Store } from '../../store/types.ts'

export type FoundSend = { readonly recipient: string; readonly list?: string }

/** The send of that envelope id, where it went to one recipient alone; undefined of others. */
export async function findSend(
  store: Pick<Store, 'all'>, tenant: string, sendId: string,
): Promise<FoundSend | undefined> {
  const rows = await store.all<{ recipient: string; list: string }>(
    'SELECT DISTINCT recipient, list FROM sends WHERE tenant = ? AND envelope_id = ? LIMIT 2',
    [tenant, sendId])
  const [send] = rows
  if (send === undefined || rows.length > 1) return undefined
  return send.list === '' ? { recipient: send.recipient } : send
}
