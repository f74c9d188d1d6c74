// The table that a check of a list writes, and the note beside it that says how far it is: whoever
// breaks the run off can go on with it.

import { open, readFile, rm, writeFile } from 'node:fs/promises'
import { csvRow } from '../../csv/write-row.ts'
import type { CheckedRow } from '../../service/prevent/list/check-list.ts'
import {
  CALLOUT_COLUMN, calloutCell, CHECK_COLUMNS, checkCells, namesOf,
} from '../../service/prevent/list/check-cells.ts'
import type { TableHead } from '../../service/prevent/list/read-table.ts'
import type { CheckedAddress, ListCounts } from '../../service/prevent/list/types.ts'

/** Rows between two notes. */
const NOTE_ROWS = 20_000

export type CheckedTable = {
  readonly rowsDone: number
  /** What was counted before, where the run goes on. */
  readonly counts: ListCounts | undefined
  readonly write: (
    head: TableHead, rows: readonly CheckedRow[], counts: ListCounts,
  ) => Promise<void>
  /** All rows are written: the note is taken away. */
  readonly finish: () => Promise<void>
  readonly close: () => Promise<void>
}

type Note = {
  readonly source: string
  readonly bytes: number
  readonly rows: number
  readonly counts: Omit<ListCounts, 'suggestions'> & {
    readonly suggestions: readonly (readonly [string, number])[]
  }
}

/** @throws Error where it cannot be written, or there is nothing to go on with */
export async function openCheckedTable(
  path: string, { resume, source, hasCallout }: {
    readonly resume: boolean; readonly source: string; readonly hasCallout: boolean
  },
): Promise<CheckedTable> {
  const notePath = `${path}.progress`
  const note = resume ? await readNote(notePath, source) : undefined
  const file = await open(path, note === undefined ? 'w' : 'r+')
  if (note !== undefined) await file.truncate(note.bytes)
  let bytes = note?.bytes ?? 0
  let notedRows = note?.rows ?? 0
  const writeNote = async (counts: ListCounts): Promise<void> => {
    await file.datasync()
    const next: Note = {
      source, bytes, rows: counts.rows, counts: { ...counts, suggestions: [...counts.suggestions] },
    }
    await writeFile(notePath, JSON.stringify(next))
    notedRows = counts.rows
  }
  return {
    rowsDone: note?.rows ?? 0,
    counts: note === undefined ? undefined
      : { ...note.counts, suggestions: new Map(note.counts.suggestions) },
    async write(head, rows, counts) {
      const row = (cells: readonly string[]): string => `${csvRow(cells, head.delimiter)}\n`
      const columns = hasCallout ? [...CHECK_COLUMNS, CALLOUT_COLUMN] : CHECK_COLUMNS
      const added = (checked: CheckedAddress): string => row(
        hasCallout ? [...checkCells(checked), calloutCell(checked)] : checkCells(checked))
      let text = bytes === 0 ? row([...namesOf(head), ...columns]) : ''
      let [last, tail] = [rows[0]?.checked, '']
      if (last !== undefined) tail = head.delimiter + added(last)
      for (const { line, checked } of rows) {
        // Good rows share one answer.
        if (checked !== last) [last, tail] = [checked, head.delimiter + added(checked)]
        // What stood there stays as it stood.
        text += line.text + tail
      }
      const { bytesWritten } = await file.write(Buffer.from(text), 0, undefined, bytes)
      bytes += bytesWritten
      if (counts.rows - notedRows >= NOTE_ROWS) await writeNote(counts)
    },
    async finish() {
      await file.datasync()
      await rm(notePath, { force: true })
    },
    close: () => file.close(),
  }
}

async function readNote(path: string, source: string): Promise<Note> {
  const text = await readFile(path, 'utf8').catch(() => undefined)
  if (text === undefined) {
    throw new Error(`There is no ${path}: the run was not broken off, or not begun here.`)
  }
  const note = JSON.parse(text) as Note
  if (note.source === source) return note
  throw new Error('The list has changed since the run was begun: begin anew, without --resume.')
}
