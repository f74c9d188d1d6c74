// One connection to an SQLite file: settings, prepared statements, errors in the store's words.

import { open } from 'node:fs/promises'
import type { FileHandle } from 'node:fs/promises'
import type { DatabaseSync, SQLOutputValue, StatementSync } from 'node:sqlite'
import { setTimeout as sleep } from 'node:timers/promises'
import { StoreError } from './errors.ts'
import { explainSqliteError, isDiskFailure } from './sqlite-error.ts'
import { sqlList } from './sql.ts'
import { insertText, namesOf, toRow, toSqlite } from './sqlite-rows.ts'
import type { ManyQuestion, SqlValue } from './types.ts'

export type ConnectionOptions = {
  readonly path: string
  readonly isReader: boolean
  readonly cacheBytes: number
  readonly busyTimeoutMs: number
  /**
   * Who waits for the disk after a commit: SQLite within COMMIT (`FULL`), the caller by
   * `synchronize` (`NORMAL`), or nobody (`OFF`), where nothing is to be kept.
   */
  readonly synchronous: 'FULL' | 'NORMAL' | 'OFF'
}

/** Rows of a long statement come in few sizes, so that statements are prepared once. */
const ROWS_SIZES: readonly number[] = [512, 128, 32, 8, 1]
/** Values of one list: a longer one would take room in every kept statement. */
const VALUES_MAX = 256
/** Kept prepared; statements are few, texts made of lists come in few lengths (sql.ts). */
const STATEMENTS_MAX = 400
/**
 * Pages (of 4 kB) in the log at which COMMIT itself moves them into the file: a thread does so long
 * before (checkpoint.ts).
 */
const CHECKPOINT_PAGES = 32_000
/** A log that grew beyond that under a long read is cut back to it. */
const LOG_BYTES_MAX = 64 * 1024 * 1024
/** So long at most the whole process stands still for another one, at opening and at reads. */
const BLOCKING_MS_MAX = 5000
/** The longest pause between two attempts to become the writer. */
const BUSY_PAUSE_MS_MAX = 40

export class SqliteConnection {
  readonly #database: DatabaseSync
  readonly #options: ConnectionOptions
  readonly #statements = new Map<string, StatementSync>()
  readonly #triggered = new Map<string, boolean>()
  // The log; opened when there is something in it.
  #log: FileHandle | undefined
  // Why nothing may be written any more: after a failed fsync the file's state is unknown.
  #failure: StoreError | undefined

  constructor(options: ConnectionOptions) {
    this.#options = options
    // Asked for here, not imported: an older Node has none, and its `carom help` loads this file.
    const sqlite = process.getBuiltinModule('node:sqlite')
    this.#database = this.#guard(() => new sqlite.DatabaseSync(options.path, {
      readOnly: options.isReader,
      timeout: Math.min(options.busyTimeoutMs, BLOCKING_MS_MAX),
    }))
    this.exec(`PRAGMA cache_size = -${Math.ceil(options.cacheBytes / 1024)}`)
    this.exec('PRAGMA foreign_keys = ON')
    this.exec('PRAGMA temp_store = MEMORY')
    if (options.isReader) return
    // Takes effect in a new file only: room that becomes free can be given back to the disk.
    this.exec('PRAGMA auto_vacuum = INCREMENTAL')
    // What was erased is overwritten where that takes no more writing.
    this.exec('PRAGMA secure_delete = FAST')
    this.exec('PRAGMA journal_mode = WAL')
    this.exec(`PRAGMA synchronous = ${options.synchronous}`)
    this.exec(`PRAGMA wal_autocheckpoint = ${CHECKPOINT_PAGES}`)
    this.exec(`PRAGMA journal_size_limit = ${LOG_BYTES_MAX}`)
  }

  get failure(): StoreError | undefined {
    return this.#failure
  }

  all<Row>(sql: string, params: readonly SqlValue[] = []): Row[] {
    return this.#guard(() => {
      const statement = this.prepare(sql)
      const names = namesOf(statement)
      const rows = statement.all(...params.map(toSqlite)) as unknown as SQLOutputValue[][]
      return rows.map((values) => toRow<Row>(names, values))
    })
  }

  get<Row>(sql: string, params: readonly SqlValue[] = []): Row | undefined {
    return this.#guard(() => {
      const statement = this.prepare(sql)
      const row = statement.get(...params.map(toSqlite)) as unknown as SQLOutputValue[] | undefined
      return row === undefined ? undefined : toRow<Row>(namesOf(statement), row)
    })
  }

  run(sql: string, params: readonly SqlValue[] = []): { readonly changes: number } {
    return this.#guard(() => {
      const { changes } = this.prepare(sql).run(...params.map(toSqlite))
      return { changes: Number(changes) }
    })
  }

  allIn<Row>({ before, params, values, after = '' }: ManyQuestion): Row[] {
    const rows: Row[] = []
    for (let from = 0; from < values.length; from += VALUES_MAX) {
      const list = sqlList(values.slice(from, from + VALUES_MAX))
      const part = this.all<Row>(`${before} IN ${list.sql} ${after}`, [...params, ...list.params])
      if (values.length <= VALUES_MAX) return part
      for (const row of part) rows.push(row)
    }
    return rows
  }

  /**
   * Row by row, which is the shortest way; but where triggers may follow, in long statements:
   * SQLite copies all pages that such a statement changes, so that it could be undone.
   */
  insert(
    into: string, rows: readonly (readonly SqlValue[])[], tail = '',
  ): { readonly changes: number } {
    return this.#guard(() => {
      const table = into.slice(0, into.indexOf(' '))
      const mayUpdate = tail.includes(' DO UPDATE ')
      const isFollowed = this.#hasTrigger('INSERT', table)
        || (mayUpdate && this.#hasTrigger('UPDATE', table))
      const sizes = isFollowed ? ROWS_SIZES : [1]
      let changes = 0
      let from = 0
      for (const size of sizes) {
        if (rows.length - from < size) continue
        const width = (rows[from] as readonly SqlValue[]).length
        const statement = this.prepare(insertText(into, size, width, tail))
        for (; rows.length - from >= size; from += size) {
          const values = size === 1
            ? rows[from] as readonly SqlValue[] : rows.slice(from, from + size).flat()
          changes += Number(statement.run(...values.map(toSqlite)).changes)
        }
      }
      return { changes }
    })
  }

  exec(sql: string): void {
    this.#guard(() => this.#database.exec(sql))
  }

  /** A statement that is kept; run it inside of `attempt`. */
  prepare(sql: string): StatementSync {
    const known = this.#statements.get(sql)
    if (known !== undefined) return known
    const statement = this.#database.prepare(sql)
    statement.setReturnArrays(true)
    if (this.#statements.size >= STATEMENTS_MAX) {
      const [oldest] = this.#statements.keys()
      if (oldest !== undefined) this.#statements.delete(oldest)
    }
    this.#statements.set(sql, statement)
    return statement
  }

  /** Runs `work` on prepared statements, with errors in the store's words. */
  attempt<Result>(work: () => Result): Result {
    return this.#guard(work)
  }

  /** Becomes the one writer. Waits for another process without holding up the event loop. */
  async begin(): Promise<void> {
    const until = performance.now() + this.#options.busyTimeoutMs
    for (let pauseMs = 1; ; pauseMs = Math.min(2 * pauseMs, BUSY_PAUSE_MS_MAX)) {
      try {
        if (this.#failure !== undefined) throw this.#failure
        this.exec('BEGIN IMMEDIATE')
        return
      } catch (error) {
        const isBusy = error instanceof StoreError && error.code === 'store-busy'
        if (!isBusy || performance.now() > until) throw error
      }
      await sleep(pauseMs * (0.5 + Math.random()))
    }
  }

  /**
   * Resolves when all that was committed is on the disk: what COMMIT does under synchronous = FULL,
   * without the event loop standing still meanwhile.
   * @throws StoreError; nothing can be written any more, since after a failed fsync nobody knows
   *   what the disk holds
   */
  async synchronize(): Promise<void> {
    if (this.#options.synchronous !== 'NORMAL') return
    try {
      if (this.#failure !== undefined) throw this.#failure
      this.#log ??= await open(`${this.#options.path}-wal`, 'r+')
      await this.#log.datasync()
    } catch (error) {
      this.#failure ??= new StoreError('store-unavailable',
        `store ${this.#options.path}: the disk failed; look at the disk, then start again`, error)
      throw this.#failure
    }
  }

  isInTransaction(): boolean {
    return this.#database.isTransaction
  }

  rollBack(): void {
    if (!this.#database.isTransaction) return
    try {
      this.exec('ROLLBACK')
    } catch (error) {
      this.#failure ??= new StoreError('store-unavailable',
        `store ${this.#options.path}: a transaction could not be undone; start again`, error)
    }
  }

  /** From now on `begin` alone waits for other processes. */
  stopBlocking(): void {
    this.exec('PRAGMA busy_timeout = 0')
  }

  async close(): Promise<void> {
    this.#statements.clear()
    await this.#log?.close()
    this.#log = undefined
    if (this.#database.isOpen) this.#database.close()
  }

  #hasTrigger(after: 'INSERT' | 'UPDATE', table: string): boolean {
    const key = `${after} ${table}`
    const known = this.#triggered.get(key)
    if (known !== undefined) return known
    const found = this.get(
      `SELECT 1 FROM sqlite_schema WHERE type = 'trigger' AND tbl_name = ? AND sql LIKE ?`,
      [table, `%AFTER ${after}%`]) !== undefined
    this.#triggered.set(key, found)
    return found
  }

  #guard<Result>(work: () => Result): Result {
    try {
      return work()
    } catch (error) {
      const explained = explainSqliteError(error, this.#options.path)
      if (isDiskFailure(explained)) this.#failure ??= explained as StoreError
      throw explained
    }
  }
}
