// Marks inputs as done, or as unmatched and puts them with those that look alike.

import type { Tx } from '../store/types.ts'
import type { JudgedItem } from './judged.ts'
import { insertRows, selectIn } from './rows.ts'

export async function finishInbox(
  tx: Tx, tenant: string, judged: readonly JudgedItem[],
  { now, keepsRaw, again }: {
    readonly now: number
    /** They were judged before, and may stand in a cluster. */
    readonly again: boolean
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
  const staying = again ? await leaveClusters(tx, tenant, judged) : NOBODY
  for (const { item, output: { cluster } } of judged) {
    if (cluster === undefined || staying.has(item.id)) continue
    await insertRows(
      tx, 'clusters (tenant, cluster, title, sample_inbox, first_at, last_at, n)',
      [[tenant, cluster.key, cluster.title, item.id, now, now, 1]],
      'ON CONFLICT (tenant, cluster) DO UPDATE SET n = clusters.n + 1, last_at = excluded.last_at')
    await tx.run('UPDATE inbox SET cluster = ? WHERE id = ?', [cluster.key, item.id])
  }
}

const NOBODY: ReadonlySet<number> = new Set()

/** Takes inputs out of the clusters that they are of no more; those that stay where they are. */
async function leaveClusters(
  tx: Tx, tenant: string, judged: readonly JudgedItem[],
): Promise<ReadonlySet<number>> {
  const next = new Map(judged.map(({ item, output }) => [item.id, output.cluster?.key]))
  const rows = await selectIn<{ id: number; cluster: string }>(
    tx, 'SELECT id, cluster FROM inbox WHERE cluster IS NOT NULL AND id', [], [...next.keys()])
  const left = rows.filter(({ id, cluster }) => next.get(id) !== cluster)
  for (const { id, cluster } of left) {
    await tx.run('UPDATE inbox SET cluster = NULL WHERE id = ?', [id])
    await tx.run(
      'UPDATE clusters SET n = n - 1 WHERE tenant = ? AND cluster = ?', [tenant, cluster])
  }
  if (left.length > 0) await tx.run('DELETE FROM clusters WHERE tenant = ? AND n <= 0', [tenant])
  return new Set(rows.filter(({ id, cluster }) => next.get(id) === cluster).map(({ id }) => id))
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
