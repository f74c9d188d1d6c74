// Pages of lists: one row more than is shown is read, so that it is known whether there are more.

import type { Cursor, Page } from '../../http/rows.ts'

export function page<Row>(
  rows: readonly Row[], limit: number, cursor: (row: Row) => Cursor,
): Page<Row> {
  const shown = rows.slice(0, limit)
  const last = shown.at(-1)
  return rows.length > limit && last !== undefined
    ? { rows: shown, next: cursor(last) } : { rows: shown }
}
