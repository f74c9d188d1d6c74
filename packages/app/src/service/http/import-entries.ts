// Rows of a suppression list that somebody else wrote: CSV, NDJSON or JSON, each row judged by
// itself.

import { cellsOf, cutRows } from '../../csv/read-row.ts'
import { unmarkFormula } from '../../csv/write-row.ts'
import { Problem } from './problems.ts'
import type { SuppressionInput } from './rows.ts'

/** A row as it was read, and where it stood. */
export type ImportEntry = { readonly line: number; readonly value: unknown }

export type EntryDefaults = {
  readonly reason: string; readonly origin: string; readonly list?: string | undefined
}

/** Field → the column of a CSV file that holds it. */
type ColumnMapping = Readonly<Record<string, string>>

/** Told of the columns of a file, and which of them are used for what. */
type TellHeader = (columns: readonly string[], used: ColumnMapping) => void

const CHARS_MAX = 500

/** Columns of other systems' exports that mean an address. */
const ADDRESS_NAMES: ReadonlySet<string> =
  new Set(['address', 'email', 'emailaddress', 'recipient', 'mail'])

/** Columns that mean when it began. */
const CREATED_NAMES: ReadonlySet<string> =
  new Set(['createdat', 'created', 'date', 'suppressedat', 'lastupdatetime'])

export const readEntries: {
  readonly csv: (
    lines: AsyncIterable<string>, mapping: ColumnMapping, tell: TellHeader,
  ) => AsyncGenerator<ImportEntry>
  readonly ndjson: (lines: AsyncIterable<string>) => AsyncGenerator<ImportEntry>
  readonly json: (bytes: Uint8Array) => Generator<ImportEntry>
} = { csv: readCsv, ndjson: readNdjson, json: readJsonArray }

/** The suppression, or what is wrong with the row. */
export function readEntry(value: unknown, defaults: EntryDefaults): SuppressionInput | string {
  if (typeof value === 'string') return readEntry({ address: value }, defaults)
  if (typeof value !== 'object' || value === null) return 'is no row with an address'
  const fields = new Map(Object.entries(value).map(([name, field]) =>
    [name.toLowerCase().replaceAll(/[\s_-]/g, ''), field] as const))
  const text = (...names: string[]): string | undefined => {
    for (const name of names) {
      const field = fields.get(name)
      if (typeof field === 'string' && field.trim() !== '') return field.trim().slice(0, CHARS_MAX)
    }
    return undefined
  }
  const address = text(...ADDRESS_NAMES)
  if (address === undefined) return 'has no address'
  const created = readTime(fields, [...CREATED_NAMES])
  const expires = readTime(fields, ['expiresat', 'expires', 'until'])
  if (created === 'wrong' || expires === 'wrong') return 'has a time that is none'
  const list = text('list') ?? defaults.list
  const note = text('note', 'comment')
  return {
    address, reason: text('reason') ?? defaults.reason, origin: text('origin') ?? defaults.origin,
    ...(list === undefined ? {} : { list }), ...(note === undefined ? {} : { note }),
    ...(created === undefined ? {} : { createdAt: created }),
    ...(expires === undefined ? {} : { expiresAt: expires }),
  }
}

function readTime(
  fields: ReadonlyMap<string, unknown>, names: readonly string[],
): number | 'wrong' | undefined {
  for (const name of names) {
    const field = fields.get(name)
    if (field === undefined || field === null || field === '') continue
    const ms = typeof field === 'number' ? field : Date.parse(String(field).slice(0, CHARS_MAX))
    return Number.isFinite(ms) && Math.abs(ms) < YEAR_10000_MS ? Math.trunc(ms) : 'wrong'
  }
  return undefined
}

const YEAR_10000_MS = 253_402_300_800_000

async function* readCsv(
  lines: AsyncIterable<string>, mapping: ColumnMapping, tell: TellHeader,
): AsyncGenerator<ImportEntry> {
  let header: string[] | undefined
  let number = 0
  let open = ''
  for await (const line of lines) {
    number++
    // A field in quotes may go over several lines.
    const text = open === '' ? line : `${open}\n${line}`
    if (text.trim() === '') continue
    const fields = readCells(number === 1 ? text.replace(/^\uFEFF/, '') : text)
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
function readCells(text: string): string[] | undefined {
  const [row] = cutRows(`${text}\n`, { delimiter: ',', newline: '\n' }, false).rows
  return row === undefined ? undefined : cellsOf(row, ',').map((cell) => unmarkFormula(cell.trim()))
}

/** A quoted field that is longer was never closed. */
const OPEN_CHARS_MAX = 10_000

/** Names that `readEntry` knows, by what they mean. */
const FIELD_NAMES: Readonly<Record<string, ReadonlySet<string>>> = {
  address: ADDRESS_NAMES, createdAt: CREATED_NAMES,
  expiresAt: new Set(['expiresat', 'expires', 'until']), list: new Set(['list']),
  reason: new Set(['reason']), origin: new Set(['origin']), note: new Set(['note', 'comment']),
}

/** What each column is called from here on: the field that it holds, or its own name. */
function readHeader(
  fields: readonly string[], mapping: ColumnMapping, tell: TellHeader,
): string[] {
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
  for (const [field, names] of Object.entries(FIELD_NAMES)) {
    const column = columns.find((name) => !taken.has(name) && names.has(plainName(name)))
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

function plainName(name: string): string {
  return name.toLowerCase().replaceAll(/[\s_-]/g, '')
}

async function* readNdjson(lines: AsyncIterable<string>): AsyncGenerator<ImportEntry> {
  let number = 0
  for await (const line of lines) {
    number++
    if (line.trim() !== '') yield { line: number, value: parseOrUndefined(line) }
  }
}

function* readJsonArray(bytes: Uint8Array): Generator<ImportEntry> {
  const value = parseOrUndefined(new TextDecoder().decode(bytes))
  if (!Array.isArray(value)) throw new Problem('json-invalid', { detail: 'Send an array of rows.' })
  for (const [index, row] of value.entries()) yield { line: index + 1, value: row as unknown }
}

function parseOrUndefined(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch (error) {
    if (error instanceof SyntaxError) return undefined
    throw error
  }
}
