// Many rows or values as one parameter of PostgreSQL: the same short statement for any number of
// them, in one round trip.

import { withoutNul } from './sql.ts'
import type { ManyQuestion, SqlValue } from './types.ts'

export type PgValue = SqlValue | readonly SqlValue[]

type Statement = { readonly text: string; readonly params: readonly PgValue[] }

/** `… = ANY (list)`, whose type PostgreSQL takes from what stands before. */
export function toAny({ before, params, values, after = '' }: ManyQuestion): Statement {
  const texts = values.map((value) => typeof value === 'string' ? withoutNul(value) : value)
  return { text: `${before} = ANY (?) ${after}`, params: [...params, texts] }
}

const INTO = /^(?<table>\w+) \((?<columns>[\w, ]+)\)$/

/** An INSERT of rows that travel as JSON and get their types from the table. */
export function toRecordset(
  into: string, rows: readonly (readonly SqlValue[])[], tail = '',
): Statement {
  const { table, columns } = INTO.exec(into)?.groups ?? {}
  if (table === undefined || columns === undefined) {
    throw new TypeError(`"${into}" wants to be "table (column, …)"`)
  }
  const names = columns.split(', ')
  const records = rows.map((row) => Object.fromEntries(names.map((name, i) => [name, row[i]])))
  return {
    text: `INSERT INTO ${table} (${columns}) SELECT ${columns} ` +
      `FROM json_populate_recordset(NULL::${table}, ?::json) ${tail}`,
    params: [toJson(records)],
  }
}

/** JSON of PostgreSQL takes neither NUL nor half of a surrogate pair. */
function toJson(records: readonly object[]): string {
  const text = JSON.stringify(records)
  if (!text.includes('\\u0000') && !text.includes('\\ud')) return text
  return JSON.stringify(records, (_name, value: unknown) =>
    typeof value === 'string' ? withoutNul(value).toWellFormed() : value)
}
