// What is suppressed already, told to an endpoint that came later.

import type { Store } from '../../store/types.ts'
import type { Endpoint } from './endpoints.ts'
import { enqueueNotifications, type Notification } from './outbox.ts'

type SuppressionRecord = {
  readonly address: string; readonly list: string; readonly reason: string
  readonly created_at: number
}

/** Suppressions of one transaction. */
const PAGE_ROWS = 500

/**
 * Puts every suppression that stands now into the outbox of an endpoint; what it was told so before
 * is not told again. Answers how many it will be told of: none where it is switched off.
 */
export async function tellAll(
  store: Store, { id, tenant }: Endpoint, now: number,
): Promise<number> {
  let [address, list, count] = ['', '', 0]
  for (;;) {
    const rows: SuppressionRecord[] = await store.all<SuppressionRecord>(
      'SELECT address, list, reason, created_at FROM suppressions WHERE tenant = ? ' +
        'AND (address, list) > (?, ?) AND (expires_at IS NULL OR expires_at > ?) ' +
        'ORDER BY address, list LIMIT ?',
      [tenant, address, list, now, PAGE_ROWS])
    count += await store.write((tx) =>
      enqueueNotifications(tx, tenant, rows.map((row) => toNote(id, row)), now, id))
    const last = rows.at(-1)
    if (rows.length < PAGE_ROWS || last === undefined) return count
    address = last.address
    list = last.list
  }
}

function toNote(
  endpoint: string, { address, list, reason, created_at: since }: SuppressionRecord,
): Notification {
  const at = Number(since)
  return {
    id: `standing_${endpoint}_${at}_${list}_${address}`, type: 'suppression.added',
    address, list, at, data: { address, list, status: 'suppressed', reason },
  }
}
