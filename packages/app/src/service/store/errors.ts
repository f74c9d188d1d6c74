// What can go wrong with the store: one class, a stable code for programs, a sentence for people.

/**
 * - `store-full`: no room on the disk; reads go on, writes work again once there is room.
 * - `store-busy`: another process holds the store for longer than `busyTimeoutMs`.
 * - `store-unavailable`: PostgreSQL is out of reach, or SQLite's disk failed; nothing was written.
 * - `store-commit-unknown`: the connection was lost during COMMIT; the write may have been made.
 * - `store-conflict`: other transactions were in the way again and again; nothing was written.
 * - `store-corrupt`: the file is damaged.
 * - `store-foreign`: the file or schema belongs to something else.
 * - `store-newer`: a newer version of Carom wrote it.
 * - `store-url`, `store-missing`: its address cannot be read; there is no such file to work on.
 * - `store-served`, `store-closed`: another process serves this SQLite file; asked after `close`.
 */
export type StoreErrorCode =
  | 'store-full' | 'store-busy' | 'store-unavailable' | 'store-commit-unknown' | 'store-conflict'
  | 'store-corrupt' | 'store-foreign' | 'store-newer' | 'store-url' | 'store-missing'
  | 'store-closed' | 'store-served'

export class StoreError extends Error {
  override readonly name = 'StoreError'
  readonly code: StoreErrorCode

  constructor(code: StoreErrorCode, message: string, cause?: unknown) {
    super(message, cause === undefined ? undefined : { cause })
    this.code = code
  }
}
