// Rows of the tallies as counts that are shown.

import type { Counts } from '../../http/rows-of-views.ts'

export type Sum = { -readonly [Name in keyof Counts]: Counts[Name] }

/** Kind of a tally → what it counts. */
export const FIELDS: Readonly<Record<string, keyof Counts>> = {
  sent: 'sent', delivered: 'delivered', failed: 'bounced', delayed: 'delayed',
  complaint: 'complaints', unsubscribe: 'unsubscribed', held: 'held',
}

export function emptySum(): Sum {
  return {
    sent: 0, delivered: 0, bounced: 0, delayed: 0, complaints: 0, unsubscribed: 0, held: 0,
  }
}

export function groupCounts<Row extends { readonly kind: string; readonly n: number }>(
  rows: readonly Row[], keyOf: (row: Row) => string,
): Map<string, Sum> {
  const sums = new Map<string, Sum>()
  for (const row of rows) {
    const field = FIELDS[row.kind]
    if (field === undefined || Number(row.n) === 0) continue
    const sum = sums.get(keyOf(row)) ?? emptySum()
    sum[field] += Number(row.n)
    sums.set(keyOf(row), sum)
  }
  return sums
}
