// Marks inputs as done, or as unmatched and puts them with those that look alike.

import type { Tx } from '../store/types.ts'
import type { JudgedItem } from './judged.ts'
import { insertRows, selectIn } from './rows.ts'

export async function finishInbox(
  tx: Tx, tenant: string, judged: readonly JudgedItem[],
  { now, keepsRaw }: {
    readonly now: number
    /** False: what was read goes at once, with all that it says of people. */
    readonly keepsRaw: boolean
  },
): Promise<void> {
  const isUnmatched = ({ output }: JudgedItem): boolean =>
    output.events.length === 0 && output.cluster !== undefined
  const done = judged.filter((item) => !isUnmatched(item))
  const unmatched = judged.filter(isUnmatched)
  await setState(tx, 'done', done, now)
  await setState(tx, 'unmatched', unmatched, now)
  if (!keepsRaw) await dropRaws(tx, done)
  const clusters = judged.flatMap(({ item, output: { cluster } }) =>
    cluster === undefined ? [] : [[tenant, cluster.key, cluster.title, item.id, now, now, 1]])
  for (const row of clusters) {
    await insertRows(
      tx, 'clusters (tenant, cluster, title, sample_inbox, first_at, last_at, n)', [row],
      'ON CONFLICT (tenant, cluster) DO UPDATE SET n = clusters.n + 1, last_at = excluded.last_at')
  }
  for (const { item, output: { cluster } } of judged) {
    if (cluster === undefined) continue
    await tx.run('UPDATE inbox SET cluster = ? WHERE id = ?', [cluster.key, item.id])
  }
}

async function setState(
  tx: Tx, state: 'done' | 'unmatched', judged: readonly JudgedItem[], now: number,
): Promise<void> {
  if (judged.length === 0) return
  await selectIn(
    tx, 'UPDATE inbox SET state = ?, finished_at = ?, lease_until = 0, owner = NULL WHERE id',
    [state, now], judged.map(({ item }) => item.id), 'RETURNING id')
}

/** Reports of receivers name nobody, and their mail has yet to prove who sent it. */
async function dropRaws(tx: Tx, done: readonly JudgedItem[]): Promise<void> {
  const ids = done.filter(({ output }) => (output.reports ?? []).length === 0)
    .map(({ item }) => item.id)
  await selectIn(tx, 'DELETE FROM raws WHERE id', [], ids, 'RETURNING id')
  await selectIn(tx, `UPDATE inbox SET envelope = '{}' WHERE id`, [], ids, 'RETURNING id')
}
