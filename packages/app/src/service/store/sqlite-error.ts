// What SQLite's result codes mean for the service (https://www.sqlite.org/rescode.html).

import { StoreError } from './errors.ts'
import type { StoreErrorCode } from './errors.ts'

/** Primary result code → our code and what to do. */
const MEANINGS: ReadonlyMap<number, { readonly code: StoreErrorCode; readonly text: string }> =
  new Map([
    [5, { code: 'store-busy', text: 'another process is writing to it' }],
    [6, { code: 'store-busy', text: 'another connection holds what is needed' }],
    [8, { code: 'store-unavailable', text: 'it cannot be written; look at the permissions' }],
    [10, { code: 'store-unavailable', text: 'the disk failed; look at the disk, then start again' }],
    [11, { code: 'store-corrupt', text: 'it is damaged; restore it from a copy' }],
    [13, { code: 'store-full', text: 'no room is left; free some, nothing needs a restart' }],
    [14, { code: 'store-unavailable', text: 'it cannot be opened; look at folder and permissions' }],
    [26, { code: 'store-corrupt', text: 'it is no SQLite database, or damaged' }],
  ])

/** A `StoreError` where the code has a meaning for the service, else the error as it came. */
export function explainSqliteError(error: unknown, path: string): unknown {
  const code = primaryCodeOf(error)
  const meaning = code === undefined ? undefined : MEANINGS.get(code)
  if (meaning === undefined) return error
  return new StoreError(meaning.code, `store ${path}: ${meaning.text}`, error)
}

/** Whether the disk failed, after which SQLite's view of the file is no longer to be trusted. */
export function isDiskFailure(error: unknown): boolean {
  return error instanceof StoreError && primaryCodeOf(error.cause) === 10
}

function primaryCodeOf(error: unknown): number | undefined {
  if (!(error instanceof Error) || !('errcode' in error)) return undefined
  return typeof error.errcode === 'number' ? error.errcode & 0xff : undefined
}
