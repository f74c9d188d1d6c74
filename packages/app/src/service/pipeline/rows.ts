// Many rows in one statement: both stores are asked once per batch, not once per event.

import type { Reader, SqlValue, Tx } from '../store/types.ts'

/** Parameters of one statement: SQLite takes 32,766, PostgreSQL 65,535. */
const PARAMETERS_MAX = 16_000
/** Rows of one statement come in few sizes, so that statements are prepared once. */
const ROWS_SIZES = [512, 256, 128, 64, 32, 16, 8, 4, 2, 1] as const

/** Inserts rows; `tail` is what follows VALUES, such as ON CONFLICT. Returns rows changed. */
export async function insertRows(
  tx: Tx, into: string, rows: readonly (readonly SqlValue[])[], tail = '',
): Promise<number> {
  let changes = 0
  const width = rows[0]?.length ?? 0
  for (let from = 0; from < rows.length;) {
    const left = rows.length - from
    const size = ROWS_SIZES.find((n) => n <= left && n * width <= PARAMETERS_MAX) ?? 1
    const marks = `(${'?,'.repeat(width).slice(0, -1)})`
    const values = Array.from({ length: size }, () => marks).join(',')
    const result = await tx.run(
      `INSERT INTO ${into} VALUES ${values} ${tail}`, rows.slice(from, from + size).flat())
    changes += result.changes
    from += size
  }
  return changes
}

/** All rows whose last condition, `… IN`, holds for one of the values. `before` come first. */
export async function selectIn<Row>(
  reader: Reader, sql: string, before: readonly SqlValue[], values: readonly SqlValue[],
  after = '',
): Promise<Row[]> {
  const rows: Row[] = []
  for (let from = 0; from < values.length;) {
    const left = values.length - from
    const size = ROWS_SIZES.find((n) => n <= left) ?? 1
    const marks = `(${'?,'.repeat(size).slice(0, -1)})`
    rows.push(...await reader.all<Row>(
      `${sql} IN ${marks} ${after}`, [...before, ...values.slice(from, from + size)]))
    from += size
  }
  return rows
}
