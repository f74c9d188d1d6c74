// A table of contacts as it comes out of other programs: commas, semicolons or tabs, quotes, any
// line end; rows in batches, with its columns recognised by their names.

import { findColumns } from '../../../csv/column-names.ts'
import { createDecoder, findDelimiter } from '../../../csv/decode-text.ts'
import { cellsOf, cutRows, type TableRow } from '../../../csv/read-row.ts'

export type ListColumns = {
  readonly address: number
  readonly confirmed: number | undefined
  readonly active: number | undefined
}

export type TableHead = {
  /** Undefined where the first row is an address already. */
  readonly names: readonly string[] | undefined
  readonly columns: ListColumns
  readonly delimiter: string
}

/** What was wrong with a table as a whole; a sentence. */
export class TableError extends Error {
  override readonly name = 'TableError'
}

export type TableOptions = {
  /** Names of columns that are not recognised by themselves. */
  readonly names?: { readonly [Name in keyof ListColumns]?: string | undefined }
  /** All columns by their places, from 0: nothing is recognised. */
  readonly places?: Partial<ListColumns> | undefined
}

/** A row of more characters is damage: a quote that was never closed. */
const ROW_CHARS_MAX = 1_000_000

/**
 * Rows of the table in batches, the head with each.
 * @throws TableError where no column holds addresses, or a quote is never closed
 */
export async function* readTable(
  input: AsyncIterable<Uint8Array>, options: TableOptions = {},
): AsyncGenerator<TableBatch> {
  const decode = createDecoder()
  let rest = ''
  let head: TableHead | undefined
  let newline: '\n' | '\r' | undefined
  const take = (isLast: boolean): TableBatch | undefined => {
    const delimiter = head?.delimiter ?? findDelimiter(rest)
    newline ??= rest.includes('\n') ? '\n' : '\r'
    const { rows, cursor } = cutRows(rest, { delimiter, newline }, isLast)
    rest = isLast ? '' : rest.slice(cursor)
    if (rest.length > ROW_CHARS_MAX) throw new TableError('A quote is opened and never closed.')
    if (rows.length === 0) return undefined
    const isBeginning = head === undefined
    head ??= readHead(rows.slice(0, 2).map((row) => cellsOf(row, delimiter)), delimiter, options)
    const body = isBeginning && head.names !== undefined ? rows.slice(1) : rows
    return { head, rows: body }
  }
  for await (const chunk of input) {
    rest += decode(chunk)
    const batch = /[\r\n]/.test(rest) ? take(false) : undefined
    if (batch !== undefined) yield batch
  }
  rest += decode()
  const last = take(true)
  if (last !== undefined) yield last
}

export type TableBatch = { readonly head: TableHead; readonly rows: readonly TableRow[] }

export type TableLook = Omit<TableHead, 'columns'> & {
  /** Those that were recognised. */
  readonly columns: { readonly [Name in keyof ListColumns]: number | undefined }
  readonly rows: readonly (readonly string[])[]
}

/** The beginning of a table: its head and first rows; undefined where there is none. */
export async function lookAtTable(
  input: AsyncIterable<Uint8Array>, rowsMax: number,
): Promise<TableLook | undefined> {
  const decode = createDecoder()
  let text = ''
  for await (const chunk of input) {
    text += decode(chunk)
    if (text.length >= LOOK_CHARS) break
  }
  const delimiter = findDelimiter(text)
  const newline = text.includes('\n') ? '\n' : '\r'
  const rows = cutRows(text, { delimiter, newline }, text.length < LOOK_CHARS).rows
    .slice(0, rowsMax + 1).map((row) => cellsOf(row, delimiter))
  if (rows.length === 0) return undefined
  const head = findHead(rows, delimiter, {})
  return { ...head, rows: rows.slice(head.names === undefined ? 0 : 1).slice(0, rowsMax) }
}

const LOOK_CHARS = 65_536

function readHead(
  rows: readonly (readonly string[])[], delimiter: string, options: TableOptions,
): TableHead {
  const { columns: { address, confirmed, active }, ...rest } = findHead(rows, delimiter, options)
  if (address !== undefined) return { ...rest, columns: { address, confirmed, active } }
  throw new TableError('No column holds addresses: name it with --column.')
}

function findHead(
  [first = [], second = []]: readonly (readonly string[])[], delimiter: string,
  { names: wanted = {}, places }: TableOptions,
): Omit<TableLook, 'rows'> {
  const names = first.map((name) => name.replace(/^\ufeff/, '').trim().toLowerCase())
  const find = (column: keyof ListColumns): number | undefined => {
    if (places !== undefined) return places[column]
    const name = wanted[column]
    const at = name === undefined ? findColumns(names, column)[0] ?? -1
      : names.indexOf(name.trim().toLowerCase())
    if (at < 0 && name !== undefined) throw new TableError(`There is no column "${name}".`)
    return at < 0 ? undefined : at
  }
  const holds = (row: readonly string[]): number | undefined => {
    const at = row.findIndex((cell) => cell.includes('@'))
    return at < 0 ? undefined : at
  }
  const named = find('address')
  // A place tells nothing of whether names stand above.
  const isBody = places?.address === undefined
    ? named === undefined && holds(first) !== undefined
    : first[places.address]?.includes('@') === true
  const address = named ?? holds(first) ?? holds(second)
  return {
    names: isBody ? undefined : first, delimiter,
    columns: { address, confirmed: find('confirmed'), active: find('active') },
  }
}
