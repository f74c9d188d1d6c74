// The rows of an imported list: read, judged one by one, and stored or only looked at.

import { readBytes, readChunks, readLines, mediaType } from './body.ts'
import type { ImportEntry } from './import-csv.ts'
import { readEntries, readEntry, type EntryDefaults } from './import-entries.ts'
import type { HttpDeps } from './options.ts'
import type { Caller } from './route.ts'
import type { SuppressionInput } from './rows.ts'

/**
 * Rows of one transaction: on SQLite whatever else is to be written waits for it, some 15 ms. With
 * a thousand rows a message waited for 120 ms; fewer than these make imports slow.
 */
const BATCH = 200
/** It is told how far an import is after so many rows. */
const PROGRESS_ROWS = 1_000
/** Mistakes that are named; the others are counted. */
const REFUSED_SHOWN_MAX = 100
/** Rows that a dry run shows. */
const PREVIEW_MAX = 50

export const TYPES = {
  csv: 'text/csv', ndjson: 'application/x-ndjson', json: 'application/json',
} as const

/** What a row says. */
export const IMPORT_FIELDS = [
  'address', 'list', 'reason', 'origin', 'createdAt', 'expiresAt', 'note',
] as const

export type ImportInput = {
  readonly caller: Caller
  readonly request: Request
  readonly defaults: EntryDefaults
  readonly dryRun: boolean
  /** Field → column of a CSV file. */
  readonly mapping: Readonly<Record<string, string>>
  readonly bodyBytesMax: number
}

type Tally = { read: number; added: number; changed: number; unchanged: number; refused: number }
type Outcome = 'added' | 'changed' | 'unchanged' | 'refused'

export type Imported = Readonly<Tally> & {
  readonly dryRun: boolean
  readonly mistakes: readonly { readonly line: number; readonly why: string }[]
  readonly columns: readonly string[]
  readonly mapping: Readonly<Record<string, string>>
  readonly preview: readonly (SuppressionInput & {
    readonly line: number; readonly list: string; readonly result: Outcome
  })[]
}

export type ImportStep =
  | { readonly kind: 'progress'; readonly tally: Readonly<Tally> }
  | { readonly kind: 'done'; readonly result: Imported }

type Row = { readonly line: number; readonly input: SuppressionInput }

/** Tells after every thousand rows how far it is, and the result at the end. */
export async function* importRows(
  { ledger }: HttpDeps, input: ImportInput,
): AsyncGenerator<ImportStep> {
  const { caller: { tenant, actor }, defaults, dryRun } = input
  const book = new ImportBook()
  const store = async (rows: readonly Row[]): Promise<void> => {
    const inputs = rows.map((row) => row.input)
    if (dryRun) book.preview(rows, await ledger.previewSuppress(tenant, inputs))
    else book.stored(rows, await ledger.suppress(tenant, actor, inputs))
  }
  const header: { columns: readonly string[]; mapping: Readonly<Record<string, string>> } =
    { columns: [], mapping: {} }
  let batch: Row[] = []
  let told = 0
  for await (const { line, value } of readRows(input, header)) {
    book.tally.read++
    const row = readEntry(value, defaults)
    if (typeof row === 'string') book.refuse(line, row)
    else batch.push({ line, input: row })
    if (batch.length < BATCH) continue
    await store(batch)
    batch = []
    if (book.tally.read - told < PROGRESS_ROWS) continue
    told = book.tally.read
    yield { kind: 'progress', tally: { ...book.tally } }
  }
  if (batch.length > 0) await store(batch)
  yield { kind: 'done', result: { ...book.result, ...header, dryRun } }
}

class ImportBook {
  readonly tally: Tally = { read: 0, added: 0, changed: 0, unchanged: 0, refused: 0 }
  readonly #mistakes: { line: number; why: string }[] = []
  readonly #preview: Imported['preview'][number][] = []
  /** A dry run stores nothing, so it has to remember what came twice. */
  readonly #seen = new Map<string, string>()

  refuse(line: number, why: string): void {
    this.tally.refused++
    if (this.#mistakes.length < REFUSED_SHOWN_MAX) this.#mistakes.push({ line, why })
  }

  stored(rows: readonly Row[], result: {
    readonly added: number; readonly changed: number; readonly unchanged: number
    readonly refused: readonly { readonly index: number; readonly why: string }[]
  }): void {
    this.tally.added += result.added
    this.tally.changed += result.changed
    this.tally.unchanged += result.unchanged
    for (const { index, why } of result.refused) this.refuse(rows[index]?.line ?? 0, why)
  }

  preview(rows: readonly Row[], outcomes: readonly Outcome[]): void {
    for (const [index, { line, input }] of rows.entries()) {
      const key = `${input.address.toLowerCase()}\n${input.list ?? ''}`
      const says = JSON.stringify([input.reason, input.expiresAt, input.note])
      const before = this.#seen.get(key)
      const first = outcomes[index] ?? 'refused'
      const outcome = first === 'refused' || before === undefined ? first
        : before === says ? 'unchanged' : 'changed'
      this.#seen.set(key, says)
      if (outcome === 'refused') this.refuse(line, `'${input.address}' is no address`)
      else this.tally[outcome]++
      if (this.#preview.length >= PREVIEW_MAX) continue
      this.#preview.push({ ...input, line, list: input.list ?? '', result: outcome })
    }
  }

  get result(): Pick<Imported, keyof Tally | 'mistakes' | 'preview'> {
    return { ...this.tally, mistakes: this.#mistakes, preview: this.#preview }
  }
}

async function* readRows(
  { request, bodyBytesMax, mapping }: ImportInput,
  header: { columns: readonly string[]; mapping: Readonly<Record<string, string>> },
): AsyncGenerator<ImportEntry> {
  const type = mediaType(request)
  if (type === TYPES.json) {
    yield* readEntries.json(await readBytes(request, bodyBytesMax))
    return
  }
  const lines = readLines(readChunks(request, bodyBytesMax))
  if (type === TYPES.ndjson) yield* readEntries.ndjson(lines)
  else {
    yield* readEntries.csv(lines, mapping, (columns, used) => {
      header.columns = columns
      header.mapping = used
    })
  }
}
