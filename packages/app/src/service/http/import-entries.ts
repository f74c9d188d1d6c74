// Rows of a suppression list that somebody else wrote: CSV, NDJSON or JSON, each row judged by
// itself.

import { findColumns } from '../../csv/column-names.ts'
import { readTime } from '../../csv/read-time.ts'
import {
  ENTRY_FIELDS, readCsv, type ColumnMapping, type ImportEntry, type TellHeader,
} from './import-csv.ts'
import { Problem } from './problems.ts'
import { reasonOfWord } from './reason-words.ts'
import type { SuppressionInput } from './rows.ts'

export type EntryDefaults = {
  readonly reason: string; readonly origin: string; readonly list?: string | undefined
}

const CHARS_MAX = 500

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
  const row = new Row(value)
  const address = row.text('address')
  if (address === undefined) return 'has no address'
  const created = row.time('createdAt')
  const expires = row.time('expiresAt')
  if (created === 'wrong' || expires === 'wrong') return 'has a time that is none'
  const { reason, said } = reasonOf(row)
  const list = row.text('list') ?? defaults.list
  const note = row.text('note') ?? said
  return {
    address, reason: reason ?? defaults.reason, origin: row.text('origin') ?? defaults.origin,
    ...(list === undefined ? {} : { list }), ...(note === undefined ? {} : { note }),
    ...(created === undefined ? {} : { createdAt: created }),
    ...(expires === undefined ? {} : { expiresAt: expires }),
  }
}

/** Fields of a row, whatever they are called. */
class Row {
  readonly #places: Places
  readonly #fields: readonly unknown[]

  constructor(value: object) {
    this.#places = placesOf(Object.keys(value))
    this.#fields = Object.values(value)
  }

  text(name: Field): string | undefined {
    const field = this.#filled(name)
    return typeof field === 'string' ? field.trim().slice(0, CHARS_MAX) : undefined
  }

  time(name: Field): number | 'wrong' | undefined {
    const field = this.#filled(name)
    return field === undefined ? undefined : readTime(field) ?? 'wrong'
  }

  #filled(name: Field): unknown {
    const at = this.#places[name].find((place) => {
      const field = this.#fields[place]
      return field !== undefined && field !== null && field !== ''
        && (typeof field !== 'string' || field.trim() !== '')
    })
    return at === undefined ? undefined : this.#fields[at]
  }
}

type Field = (typeof ENTRY_FIELDS)[number]
type Places = Readonly<Record<Field, readonly number[]>>

/** Rows of one list nearly always have the same fields. */
let last: { readonly key: string; readonly places: Places } | undefined

function placesOf(names: readonly string[]): Places {
  const key = names.join('\n')
  if (last?.key !== key) {
    last = { key, places: Object.fromEntries(ENTRY_FIELDS.map((field) =>
      [field, findColumns(names, field)])) as unknown as Places }
  }
  return last.places
}

/** The reason, by one word or by that of another system; a whole sentence is rather a note. */
function reasonOf(row: Row): { readonly reason?: string; readonly said?: string } {
  const text = row.text('reason') ?? ''
  const known = reasonOfWord(text) ?? (/^[\w-]{1,60}$/.test(text) ? text : undefined)
  if (known !== undefined) return { reason: known }
  const reason = reasonOfWord(row.text('kind') ?? '')
  return {
    ...(reason === undefined ? {} : { reason }), ...(text === '' ? {} : { said: text }),
  }
}

async function* readNdjson(lines: AsyncIterable<string>): AsyncGenerator<ImportEntry> {
  let number = 0
  for await (const line of lines) {
    number++
    if (line.trim() !== '') yield { line: number, value: parseOrUndefined(line) }
  }
}

function* readJsonArray(bytes: Uint8Array): Generator<ImportEntry> {
  const rows = rowsOf(parseOrUndefined(new TextDecoder().decode(bytes)))
  if (rows === undefined) throw new Problem('json-invalid', { detail: 'Send an array of rows.' })
  for (const [index, row] of rows.entries()) yield { line: index + 1, value: row }
}

/** The array, or the one that an answer of another system's API holds. */
function rowsOf(value: unknown): readonly unknown[] | undefined {
  if (Array.isArray(value)) return value
  return typeof value === 'object' && value !== null
    ? Object.values(value).find((field): field is unknown[] => Array.isArray(field)) : undefined
}

function parseOrUndefined(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch (error) {
    if (error instanceof SyntaxError) return undefined
    throw error
  }
}
