// Many rows at once: both stores are asked once per batch, not once per event.

import type { Reader, SqlValue, Tx } from '../store/types.ts'

/** Inserts rows; `tail` is what follows VALUES, such as ON CONFLICT. Returns rows changed. */
export async function insertRows(
  tx: Tx, into: string, rows: readonly (readonly SqlValue[])[], tail = '',
): Promise<number> {
  return rows.length === 0 ? 0 : (await tx.insert(into, rows, tail)).changes
}

/** All rows whose last condition, `… IN`, holds for one of the values. `params` come first. */
export async function selectIn<Row>(
  reader: Reader, before: string, params: readonly SqlValue[], values: readonly SqlValue[],
  after = '',
): Promise<Row[]> {
  return values.length === 0 ? [] : await reader.allIn<Row>({ before, params, values, after })
}
