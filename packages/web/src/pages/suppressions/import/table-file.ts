// A file that somebody chose: read in whatever encoding and with whatever separator it has, and
// made into what the API takes.

import { findSeparator, readRow, withCommas } from './csv.ts'

export type TableFile = {
  readonly name: string
  /** Names this choice of a file among others. */
  readonly id: string
  readonly type: 'text/csv' | 'application/x-ndjson' | 'application/json'
  readonly columns: readonly string[]
  readonly body: Blob
}

/** The API takes no more. */
const BYTES_MAX = 64_000_000

/** @throws TypeError that says what is wrong with the file */
export async function readTableFile(file: File): Promise<TableFile> {
  if (file.size === 0) throw new TypeError('The file is empty.')
  if (file.size > BYTES_MAX) {
    throw new TypeError(`The file is larger than ${BYTES_MAX / 1e6} MB: cut it into several.`)
  }
  const about = { name: file.name, id: `${file.name} ${file.size} ${file.lastModified}` }
  const type = /\.json$/i.test(file.name) ? 'application/json' as const
    : /\.(?:ndjson|jsonl)$/i.test(file.name) ? 'application/x-ndjson' as const : 'text/csv' as const
  if (type !== 'text/csv') return { ...about, type, columns: [], body: file }
  const { text: whole, isUtf8 } = decode(new Uint8Array(await file.arrayBuffer()))
  if (whole.includes('\0')) throw new TypeError('This is no text. Save the table as CSV.')
  // Excel's own line about the separator.
  const said = /^sep=(.)\r?\n/i.exec(whole)
  const text = whole.slice(said?.[0].length ?? 0)
  const separator = said?.[1] ?? findSeparator(text)
  const { row } = readRow(text, 0, separator)
  const columns = row.map((name, i) => name.replaceAll(/[,:\s]+/g, ' ').trim() || `column ${i + 1}`)
  const isAsTaken = isUtf8 && said === null && separator === ','
    && row.every((name, i) => name === columns[i])
  const body = isAsTaken ? file : new Blob([withCommas(text, separator, columns)])
  return { ...about, type, columns, body }
}

function decode(bytes: Uint8Array): { readonly text: string; readonly isUtf8: boolean } {
  const [first, second] = bytes
  if (first === 0xff && second === 0xfe) return as('utf-16le', bytes)
  if (first === 0xfe && second === 0xff) return as('utf-16be', bytes)
  try {
    return { text: new TextDecoder('utf-8', { fatal: true }).decode(bytes), isUtf8: true }
  } catch (error) {
    if (!(error instanceof TypeError)) throw error
    // What older spreadsheets write.
    return as('windows-1252', bytes)
  }
}

function as(
  charset: string, bytes: Uint8Array,
): { readonly text: string; readonly isUtf8: boolean } {
  return { text: new TextDecoder(charset).decode(bytes), isUtf8: false }
}
