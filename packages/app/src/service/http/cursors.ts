// Cursors: the sort key of the last row as an opaque text, so that a list can be resumed at any
// time, rows added or taken away meanwhile.

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

function readJson(text: string): unknown {
  if (text.length > CURSOR_CHARS_MAX) return undefined
  try {
    return JSON.parse(Buffer.from(text, 'base64url').toString())
  } catch (error) {
    if (error instanceof SyntaxError) return undefined
    throw error
  }
}
