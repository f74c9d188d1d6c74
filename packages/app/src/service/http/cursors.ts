// Cursors: the sort key of the last row as an opaque text, so that a list can be resumed at any
// time, rows added or taken away meanwhile.

import { hash } from 'node:crypto'
import type { SearchPage } from './rows-of-views.ts'
import type { Cursor, Page } from './rows.ts'
import { Problem } from './problems.ts'

/** Which kinds of values a list's sort key has: `s` text, `n` whole number. */
export type CursorShape = readonly ('s' | 'n')[]

const CURSOR_CHARS_MAX = 2_000

export function formatCursor(list: string, cursor: Cursor): string {
  return Buffer.from(JSON.stringify([list, ...cursor])).toString('base64url')
}

/** @throws Problem `cursor-invalid` where it is none of this list */
export function parseCursor(list: string, shape: CursorShape, text: string): Cursor {
  const value = readJson(text)
  const [name, ...cursor] = Array.isArray(value) ? value as unknown[] : []
  const isRight = name === list && cursor.length === shape.length &&
    shape.every((kind, i) => kind === 's'
      ? typeof cursor[i] === 'string' : Number.isSafeInteger(cursor[i]))
  if (!isRight) throw new Problem('cursor-invalid')
  return cursor as Cursor
}

/** The page as the API shows it: rows and the cursor of the next ones. */
export function formatPage<Row>(
  list: string, { rows, next }: Page<Row>,
): { readonly rows: readonly Row[]; readonly next?: string } {
  return next === undefined ? { rows } : { rows, next: formatCursor(list, next) }
}

/** The same for a search, which also says how many match and how far it looked. */
export function formatSearch<Row>(
  list: string, { count, scannedUntil, ...page }: SearchPage<Row>,
): ReturnType<typeof formatPage<Row>> & Pick<SearchPage<Row>, 'count' | 'scannedUntil'> {
  return {
    ...formatPage(list, page), ...(count === undefined ? {} : { count }),
    ...(scannedUntil === undefined ? {} : { scannedUntil }),
  }
}

/** Stands for a filter in the cursors of its list: one of another filter is none of this list. */
export function fingerprint(filter: object): string {
  const sorted = Object.entries(filter).sort(([a], [b]) => (a < b ? -1 : 1))
  return hash('sha256', JSON.stringify(sorted), 'base64url').slice(0, FINGERPRINT_CHARS)
}

const FINGERPRINT_CHARS = 12

function readJson(text: string): unknown {
  if (text.length > CURSOR_CHARS_MAX) return undefined
  try {
    return JSON.parse(Buffer.from(text, 'base64url').toString())
  } catch (error) {
    if (error instanceof SyntaxError) return undefined
    throw error
  }
}
