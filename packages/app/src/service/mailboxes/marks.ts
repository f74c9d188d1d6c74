// Marks on messages: kept in the store, so that they survive reloading and restarting.

import type { Reader, Store } from '../store/types.ts'
import { MARKS_MAX } from './limits.ts'
import { MailboxError, type Mark } from './types.ts'

export async function countMarks(
  reader: Reader, tenant: string, mailbox: string,
): Promise<number> {
  const row = await reader.get<{ n: number }>(
    'SELECT count(*) AS n FROM mailbox_marks WHERE tenant = ? AND mailbox = ?', [tenant, mailbox])
  return Number(row?.n ?? 0)
}

/** Those first that were marked first. */
export async function listMarks(
  reader: Reader, tenant: string, mailbox: string, limit: number, offset: number = 0,
): Promise<string[]> {
  const rows = await reader.all<{ message_key: string }>(
    'SELECT message_key FROM mailbox_marks WHERE tenant = ? AND mailbox = ? ' +
      'ORDER BY created_at, message_key LIMIT ? OFFSET ?', [tenant, mailbox, limit, offset])
  return rows.map(({ message_key: key }) => key)
}

/** How many changed. */
export async function setMarks(store: Store, { tenant, mailbox, actor, keys, mark, now }: {
  readonly tenant: string
  readonly mailbox: string
  readonly actor: string
  readonly keys: readonly string[]
  /** `null` takes marks away. */
  readonly mark: Mark | null
  readonly now: number
}): Promise<number> {
  if (mark !== null && await countMarks(store, tenant, mailbox) + keys.length > MARKS_MAX) {
    throw new MailboxError('invalid', `A mailbox has ${MARKS_MAX} marks at most.`)
  }
  return await store.write(async (tx) => {
    let changed = 0
    for (const key of new Set(keys)) {
      const { changes } = mark === null
        ? await tx.run(
          'DELETE FROM mailbox_marks WHERE tenant = ? AND mailbox = ? AND message_key = ?',
          [tenant, mailbox, key])
        : await tx.run(
          'INSERT INTO mailbox_marks (tenant, mailbox, message_key, mark, created_at, actor) ' +
            'VALUES (?, ?, ?, ?, ?, ?) ON CONFLICT (tenant, mailbox, message_key) DO NOTHING',
          [tenant, mailbox, key, mark, now, actor])
      changed += changes
    }
    return changed
  })
}
