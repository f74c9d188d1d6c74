// Values and rows as node:sqlite takes and gives them.

import type { SQLInputValue, SQLOutputValue, StatementSync } from 'node:sqlite'
import { withoutNul } from './sql.ts'
import type { SqlValue } from './types.ts'

// node:sqlite binds numbers as REAL: 5 would be kept as '5.0' in a column of text, and 5 / 2 be
// 2.5 where PostgreSQL says 2.
export function toSqlite(value: SqlValue): SQLInputValue {
  if (typeof value === 'number') return Number.isSafeInteger(value) ? BigInt(value) : value
  return typeof value === 'string' ? withoutNul(value) : value
}

export function insertText(into: string, rows: number, width: number, tail: string): string {
  const row = `(${'?,'.repeat(width).slice(0, -1)})`
  return `INSERT INTO ${into} VALUES ${`${row},`.repeat(rows).slice(0, -1)} ${tail}`
}

export function namesOf(statement: StatementSync): readonly string[] {
  return statement.columns().map(({ name }) => name)
}

// node:sqlite makes rows as slow dictionaries without a prototype; those of PostgreSQL are ordinary
// objects. Made here from arrays they are that too, in half of the time.
export function toRow<Row>(names: readonly string[], values: readonly SQLOutputValue[]): Row {
  const row: Record<string, SQLOutputValue> = {}
  for (let i = 0; i < names.length; i++) row[names[i] as string] = values[i] as SQLOutputValue
  return row as Row
}
