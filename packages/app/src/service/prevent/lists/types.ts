// Lists that people hand over to be cleaned: looked at first, checked in the background, fetched as
// two tables, and deleted after some hours.

import type { ListSummary } from '../list/counts.ts'
import type { ListFinding, ListStatus } from '../list/types.ts'

/**
 * - `uploaded`: it was looked at and waits for somebody to start the check. `waiting`: another list
 *   is checked before it. `failed`: `problem` says why; it may be started again.
 */
export type ListState = 'uploaded' | 'waiting' | 'running' | 'done' | 'failed'

/** The beginning of the table, for choosing its columns. */
export type ListLook = {
  /** Names of the columns, or their numbers where the table has no names. */
  readonly columns: readonly string[]
  readonly hasNames: boolean
  /** Places of the columns that were recognised, from 0. */
  readonly places: {
    readonly address?: number; readonly confirmed?: number; readonly active?: number
  }
  /** The first rows, long cells cut. */
  readonly rows: readonly (readonly string[])[]
}

export type CleanOptions = {
  /** Places of columns, from 0. */
  readonly address: number
  readonly confirmed?: number | undefined
  readonly active?: number | undefined
  /** Whether domains are looked up. */
  readonly dns: boolean
  /** List whose own suppressions count too. */
  readonly list?: string | undefined
  readonly inactiveDays?: number | undefined
  /** Rows of these statuses stay in the cleaned list. */
  readonly keep: readonly ListStatus[]
}

/** One of the first rows that were not kept. */
export type RejectedRow = {
  /** Its number in the table, the head not counted. */
  readonly row: number
  readonly address: string
  readonly status: ListStatus
  readonly findings: readonly ListFinding[]
  readonly suggestion?: string
}

export type ListJob = {
  readonly id: string
  /** Of the file. */
  readonly name: string
  readonly bytes: number
  readonly state: ListState
  readonly createdAt: number
  /** It is deleted then, with all that came of it. */
  readonly expiresAt: number
  readonly look: ListLook
  readonly options?: CleanOptions
  /** Rows checked, and in the whole table. */
  readonly rowsDone: number
  readonly rowsTotal?: number
  readonly summary?: ListSummary & {
    readonly kept: number
    readonly rejected: number
    readonly expectedBounceRateOfKept: number
  }
  readonly examples?: readonly RejectedRow[]
  readonly problem?: string
}

export type Upload = {
  readonly name: string
  readonly chunks: AsyncIterable<Uint8Array>
}

/** `full`: as many lists as one may have are there. `no-table`: `why` says what is wrong. */
export type UploadResult =
  | { readonly kind: 'uploaded'; readonly job: ListJob }
  | { readonly kind: 'full' }
  | { readonly kind: 'no-table'; readonly why: string }

export type ListTable = 'kept' | 'rejected'

/** Every method sees the lists of one tenant alone. `undefined`: there is no such list. */
export type ListDesk = {
  readonly bytesMax: number
  /** Passes on what `chunks` throws; nothing is kept then. */
  readonly upload: (tenant: string, upload: Upload) => Promise<UploadResult>
  /** Newest first. */
  readonly all: (tenant: string) => readonly ListJob[]
  readonly one: (tenant: string, id: string) => ListJob | undefined
  /** `busy`: it is being checked. */
  readonly start: (
    tenant: string, id: string, options: CleanOptions,
  ) => ListJob | 'busy' | undefined
  /** Ends a check; the list stays, and may be started again. */
  readonly cancel: (tenant: string, id: string) => Promise<ListJob | undefined>
  readonly remove: (tenant: string, id: string) => Promise<boolean>
  /** A table as CSV; `unchecked`: there is none yet. */
  readonly read: (
    tenant: string, id: string, table: ListTable,
  ) => { readonly name: string; readonly body: AsyncIterable<Uint8Array> } | 'unchecked' | undefined
  readonly stop: () => Promise<void>
}
