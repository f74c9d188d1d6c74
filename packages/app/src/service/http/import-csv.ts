// A suppression list as CSV: any separator that spreadsheets write, columns found by their names.

import { findColumns } from '../../csv/column-names.ts'
import { findDelimiter } from '../../csv/decode-text.ts'
import { cellsOf, cutRows } from '../../csv/read-row.ts'
import { unmarkFormula } from '../../csv/write-row.ts'
import { Problem } from './problems.ts'

/** A row as it was read, and where it stood. */
export type ImportEntry = { readonly line: number; readonly value: unknown }

/** Field → the column of a CSV file that holds it. */
export type ColumnMapping = Readonly<Record<string, string>>

/** Told of the columns of a file, and which of them are used for what. */
export type TellHeader = (columns: readonly string[], used: ColumnMapping) => void

const CHARS_MAX = 500
/** A quoted field that is longer was never closed. */
const OPEN_CHARS_MAX = 10_000

/** What a row may say, as columns are looked for. */
export const ENTRY_FIELDS = [
  'address', 'createdAt', 'expiresAt', 'list', 'reason', 'kind', 'origin', 'note',
] as const

export async function* readCsv(
  lines: AsyncIterable<string>, mapping: ColumnMapping, tell: TellHeader,
): AsyncGenerator<ImportEntry> {
  let header: readonly string[] | undefined
  let delimiter: string | undefined
  let number = 0
  let open = ''
  for await (const line of lines) {
    number++
    // A field in quotes may go over several lines.
    const text = open === '' ? line : `${open}\n${line}`
    if (text.trim() === '') continue
    const said = header === undefined ? /^sep=(.)$/i.exec(text)?.[1] : undefined
    delimiter ??= said ?? findDelimiter(text)
    if (said !== undefined) continue
    const fields = readCells(text, delimiter)
    open = fields === undefined && text.length < OPEN_CHARS_MAX ? text : ''
    if (fields === undefined) {
      if (open === '') yield { line: number, value: undefined }
      continue
    }
    if (header === undefined && fields.length === 1 && fields[0]?.includes('@') === true) {
      header = ['address']
    } else if (header === undefined) {
      header = readHeader(fields, mapping, tell)
      continue
    }
    const names = header
    yield { line: number, value: Object.fromEntries(fields.map((field, i) => [names[i], field])) }
  }
  if (open !== '') yield { line: number, value: undefined }
}

/** The cells of a row; undefined where a quote is left open. */
function readCells(text: string, delimiter: string): string[] | undefined {
  const [row] = cutRows(`${text}\n`, { delimiter, newline: '\n' }, false).rows
  return row === undefined ? undefined
    : cellsOf(row, delimiter).map((cell) => unmarkFormula(cell.trim()))
}

/** What each column is called from here on: the field that it holds, or its own name. */
function readHeader(
  fields: readonly string[], mapping: ColumnMapping, tell: TellHeader,
): readonly string[] {
  const columns = fields.map((name) => name.trim().slice(0, CHARS_MAX))
  const used: Record<string, string> = {}
  for (const [field, column] of Object.entries(mapping)) {
    if (columns.includes(column)) used[field] = column
    else {
      throw new Problem('request-invalid', {
        detail: `There is no column '${column}'; there are ${
          columns.join(', ').slice(0, CHARS_MAX)}.`,
      })
    }
  }
  const taken = new Set(Object.values(used))
  const free = columns.map((name) => taken.has(name) ? '' : name)
  for (const field of ENTRY_FIELDS) {
    const column = columns[findColumns(free, field)[0] ?? -1]
    if (used[field] === undefined && column !== undefined) used[field] = column
  }
  if (used['address'] === undefined) {
    throw new Problem('request-invalid', {
      detail: 'The first line must name the column address, or columns say which one it is.',
    })
  }
  tell(columns, used)
  const fieldOf = new Map(Object.entries(used).map(([field, column]) => [column, field]))
  return columns.map((name) => fieldOf.get(name) ?? `column ${name}`)
}
