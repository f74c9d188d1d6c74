// What every kind of account can do, IMAP and Maildir alike.

import type { FetchedMessage, FolderView, MessageRow, PagePlace } from './types.ts'

export type ReaderQuery = {
  readonly folder: string
  readonly limit: number
  readonly after?: PagePlace
  readonly search?: string
  /** These messages alone, by their keys. */
  readonly only?: ReadonlySet<string>
}

export type ReaderPage = {
  readonly rows: readonly MessageRow[]
  readonly total: number
  readonly next?: PagePlace
}

/** Every method rejects with a `MailboxError` where the account cannot be read. */
export type MailReader = {
  /** What the account says of itself. */
  readonly test: () => Promise<string>
  readonly folders: () => Promise<readonly FolderView[]>
  readonly list: (query: ReaderQuery) => Promise<ReaderPage>
  /** Undefined where it is gone. */
  readonly fetch: (key: string) => Promise<FetchedMessage & {
    readonly row: MessageRow
  } | undefined>
  readonly move: (key: string, folder: string) => Promise<void>
  readonly close: () => Promise<void>
}

/** Remembers the newest entries, up to a number. */
export function keepNewest<Value>(most: number): {
  readonly get: (key: string) => Value | undefined
  readonly set: (key: string, value: Value) => void
} {
  const kept = new Map<string, Value>()
  return {
    get: (key) => kept.get(key),
    set: (key, value) => {
      kept.set(key, value)
      if (kept.size <= most) return
      const [oldest] = kept.keys()
      if (oldest !== undefined) kept.delete(oldest)
    },
  }
}
