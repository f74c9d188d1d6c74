// Inputs that nobody could read, those that look alike together; and outages that were guarded.

import type { Page, PageQuery } from '../../http/rows.ts'
import type { OutageRow, UnmatchedCluster } from '../../http/rows-of-work.ts'
import type { Reader } from '../../store/types.ts'
import { page } from './page.ts'
import { readWhole } from './reads.ts'

/** Inputs that are shown of each cluster, and how much of each. */
const SAMPLES = 3
const EXCERPT_BYTES = 4_096

type ClusterDbRow = {
  readonly cluster: string; readonly title: string; readonly sample_inbox: number
  readonly first_at: number; readonly last_at: number; readonly n: number
}

export async function unmatched(
  reader: Reader, tenant: string, { limit, after }: PageQuery,
): Promise<Page<UnmatchedCluster>> {
  const [n, id] = after as [number, string] | undefined ?? [Number.MAX_SAFE_INTEGER, '']
  const rows = await reader.all<ClusterDbRow>(
    'SELECT * FROM clusters WHERE tenant = ? AND (n < ? OR (n = ? AND cluster > ?)) ' +
    'ORDER BY n DESC, cluster LIMIT ?', [tenant, n, n, id, limit + 1])
  const shown = page(rows, limit, (row) => [row.n, row.cluster])
  const clusters: UnmatchedCluster[] = []
  for (const row of shown.rows) clusters.push(await toCluster(reader, tenant, row))
  return { ...shown, rows: clusters }
}

async function toCluster(
  reader: Reader, tenant: string, row: ClusterDbRow,
): Promise<UnmatchedCluster> {
  const inputs = await reader.all<{ id: number; source: string; received_at: number }>(
    'SELECT id, source, received_at FROM inbox WHERE tenant = ? AND cluster = ? ' +
    'ORDER BY id DESC LIMIT ?', [tenant, row.cluster, SAMPLES])
  const samples: UnmatchedCluster['samples'][number][] = []
  for (const { id, source, received_at: receivedAt } of inputs) {
    const raw = await readWhole(reader, tenant, id)
    const excerpt = Buffer.from(raw?.bytes.subarray(0, EXCERPT_BYTES) ?? []).toString('utf8')
    samples.push({ inboxId: id, source, receivedAt, excerpt })
  }
  return {
    id: row.cluster, n: row.n, firstAt: row.first_at, lastAt: row.last_at, text: row.title,
    sources: [...new Set(inputs.map(({ source }) => source))], samples,
  }
}

type OutageDbRow = {
  readonly id: string; readonly receiver: string; readonly from_at: number
  readonly until_at: number | null; readonly released_at: number | null; readonly detail: string
  readonly held: number
}

export async function listOutages(reader: Reader, tenant: string): Promise<OutageRow[]> {
  const rows = await reader.all<OutageDbRow>(
    'SELECT outages.*, (SELECT COUNT(*) FROM incidents WHERE incidents.tenant = outages.tenant ' +
    'AND incidents.receiver = outages.receiver AND held = 1 AND at >= from_at ' +
    'AND (until_at IS NULL OR at < until_at)) AS held FROM outages WHERE tenant = ? ' +
    'ORDER BY from_at DESC LIMIT 500', [tenant])
  return rows.map((row) => ({
    id: row.id, receiver: row.receiver, fromAt: row.from_at, held: row.held,
    detail: JSON.parse(row.detail) as unknown,
    ...(row.until_at === null ? {} : { untilAt: row.until_at }),
    ...(row.released_at === null ? {} : { releasedAt: row.released_at }),
  }))
}
