// The store in one SQLite file (WAL; each commit is on the disk before it is acknowledged): one
// writer, reads beside it.

import { closeSync, mkdtempSync, openSync, rmSync } from 'node:fs'
import { statfs } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { dirname, join, resolve } from 'node:path'
import { setImmediate } from 'node:timers/promises'
import type { Log } from '../log.ts'
import { startCheckpoints } from './checkpoint.ts'
import type { Checkpoints } from './checkpoint.ts'
import { claimInputs } from './claim.ts'
import { StoreError } from './errors.ts'
import { migrate } from './migrate.ts'
import { MIGRATIONS } from './migrations/index.ts'
import type { StoreOptions } from './options.ts'
import { holdForService } from './service-lock.ts'
import { backUpSqlite, checkSqliteFile } from './sqlite-file.ts'
import { SqliteConnection } from './sqlite-connection.ts'
import { createIngest } from './sqlite-ingest.ts'
import type { Store, Tx } from './types.ts'
import { createWriteGuard } from './write-guard.ts'
import { WriteQueue } from './write-queue.ts'

export type SqliteDeps = { readonly log: Log; readonly now: () => number }

/**
 * A transaction lets the event loop turn after this time: its statements answer at once, so that
 * many of them in a row would keep all else waiting.
 */
const TURN_MS = 2
/** Rows that are inserted before it may turn. */
const ROWS_IN_A_TURN = 512
/** What reads beside the writer needs less of its memory: most of it is asked once. */
const READER_SHARE = 1 / 4
/** Another process may be migrating a big store. */
const MIGRATION_WAIT_MS = 10 * 60_000

/** Opens the file, brings it to the present shape and takes over its writing. */
export async function openSqlite(
  path: string, options: StoreOptions, deps: SqliteDeps,
): Promise<Store> {
  const isTemporary = path === ':memory:'
  const folder = isTemporary ? mkdtempSync(join(tmpdir(), 'carom-')) : undefined
  const file = folder === undefined ? resolve(path) : join(folder, 'carom.db')
  let letGo: (() => void) | undefined
  const leave = (): void => {
    letGo?.()
    if (folder !== undefined) rmSync(folder, { recursive: true, force: true })
  }
  const base = { path: file, cacheBytes: options.cacheBytes }
  let writer: SqliteConnection | undefined
  try {
    createPrivate(file)
    // Before it is migrated, too: an older service may be at work on it.
    if (options.isService) letGo = holdForService(file, deps.now())
    await migrateFile({
      ...base, busyTimeoutMs: MIGRATION_WAIT_MS, isReader: false,
      synchronous: isTemporary ? 'OFF' : 'FULL',
    }, deps)
    const settings = {
      ...base, busyTimeoutMs: options.busyTimeoutMs, synchronous: isTemporary ? 'OFF' : 'NORMAL',
    } as const
    writer = new SqliteConnection({ ...settings, isReader: false })
    const reader = new SqliteConnection({
      ...settings, cacheBytes: options.cacheBytes * READER_SHARE, isReader: true,
    })
    writer.stopBlocking()
    const opened = writer
    const checkpoints = isTemporary ? undefined : startCheckpoints(
      file, () => opened.isInTransaction(), (message) => deps.log.warn(message))
    return createStore({ file, writer, reader, options, deps, checkpoints, onClosed: leave })
  } catch (error) {
    await writer?.close()
    leave()
    throw error
  }
}

// The store holds addresses of people: only its owner may read it. A file that is there is left
// alone, since closing it would take away the locks of all who have it open in this process.
function createPrivate(file: string): void {
  try {
    closeSync(openSync(file, 'wx', 0o600))
  } catch (error) {
    if (error instanceof Error && 'code' in error && error.code === 'EEXIST') return
    throw new StoreError('store-unavailable',
      `store ${file}: it cannot be written; look at folder and permissions`, error)
  }
}

async function migrateFile(
  options: ConstructorParameters<typeof SqliteConnection>[0], { log, now }: SqliteDeps,
): Promise<void> {
  await checkSqliteFile(options)
  const connection = new SqliteConnection(options)
  try {
    await migrate({
      place: `store ${options.path}`,
      dialect: { name: 'sqlite', key: 'INTEGER PRIMARY KEY AUTOINCREMENT', bytes: 'BLOB' },
      exclusively: async (work) => {
        await connection.begin()
        try {
          const result = await inTransaction(connection, work)
          connection.exec('COMMIT')
          return result
        } finally {
          connection.rollBack()
        }
      },
      backUp: async (step) => log.info(
        'store copied before it is migrated', { copy: await backUpSqlite(options, step) }),
    }, MIGRATIONS, { now, info: (message) => log.info(message) })
  } finally {
    await connection.close()
  }
}

type Parts = {
  readonly file: string
  readonly writer: SqliteConnection
  readonly reader: SqliteConnection
  readonly options: StoreOptions
  readonly deps: SqliteDeps
  readonly checkpoints: Checkpoints | undefined
  readonly onClosed: () => void
}

function createStore(
  { file, writer, reader, options, deps, checkpoints, onClosed }: Parts,
): Store {
  const queue = new WriteQueue({
    // Prepared like all others: savepoints are most of what is asked under many small inputs.
    begin: async () => {
      // A checkpoint that waits for writers would wait for ever while they never pause.
      await checkpoints?.turn()
      await writer.begin()
    },
    exec: (sql) => writer.run(sql),
    isInTransaction: () => writer.isInTransaction(),
    rollBack: () => {
      writer.rollBack()
      checkpoints?.note()
    },
    synchronize: async () => {
      await writer.synchronize()
      checkpoints?.note()
    },
  }, (message) => deps.log.warn(message))
  const ingest = createIngest(writer, queue)
  let isClosed = false
  const checkOpen = (): void => {
    if (isClosed) throw new StoreError('store-closed', `store ${file}: it is closed`)
  }
  const guard = createWriteGuard()
  const checkWrite = (): void => {
    checkOpen()
    guard.check()
  }
  return {
    kind: 'sqlite',
    ...checkpoints === undefined ? {} : { file },
    all: async (sql, params) => { checkOpen(); return reader.all(sql, params) },
    get: async (sql, params) => { checkOpen(); return reader.get(sql, params) },
    allIn: async (question) => { checkOpen(); return reader.allIn(question) },
    write: async (work) => {
      checkWrite()
      return queue.submit(() => guard.within(() => inTransaction(writer, work)), false)
    },
    ingest: async (inputs) => { checkWrite(); return ingest(inputs) },
    claim: async (claim) => {
      checkWrite()
      return queue.submit(() => inTransaction(writer, (tx) => claimInputs(tx, claim, '')), false)
    },
    health: async () => {
      const problem = isClosed ? 'it is closed' : await findProblem(file, writer, reader, options)
      return problem === undefined ? { ok: true } : { ok: false, problem }
    },
    close: async () => {
      if (isClosed) return
      isClosed = true
      await queue.idle()
      await checkpoints?.close()
      await reader.close()
      await writer.close()
      onClosed()
    },
  }
}

/**
 * Runs `work` as PostgreSQL would: after a statement that failed nothing of it is kept, even where
 * `work` went on; and nothing can be done in its name once it is over.
 */
async function inTransaction<Result>(
  connection: SqliteConnection, work: (tx: Tx) => Promise<Result>,
): Promise<Result> {
  let ended: unknown
  let turnStart = performance.now()
  const attempt = async <Answer>(ask: () => Answer): Promise<Answer> => {
    if (performance.now() - turnStart > TURN_MS) {
      await setImmediate()
      turnStart = performance.now()
    }
    if (ended !== undefined) throw ended
    try {
      return ask()
    } catch (error) {
      ended = error
      throw error
    }
  }
  try {
    const result = await work({
      all: (sql, params) => attempt(() => connection.all(sql, params)),
      get: (sql, params) => attempt(() => connection.get(sql, params)),
      allIn: (question) => attempt(() => connection.allIn(question)),
      run: (sql, params) => attempt(() => connection.run(sql, params)),
      insert: async (into, rows, tail) => {
        let changes = 0
        for (let from = 0; from < rows.length; from += ROWS_IN_A_TURN) {
          const part = rows.slice(from, from + ROWS_IN_A_TURN)
          changes += (await attempt(() => connection.insert(into, part, tail))).changes
        }
        return { changes }
      },
    })
    if (ended !== undefined) throw ended
    return result
  } finally {
    ended ??= new TypeError('a transaction was used after its end')
  }
}

async function findProblem(
  file: string, writer: SqliteConnection, reader: SqliteConnection, options: StoreOptions,
): Promise<string | undefined> {
  if (writer.failure !== undefined) return writer.failure.message
  try {
    reader.get('SELECT id FROM carom_migrations LIMIT 1')
    const { bavail, bsize } = await statfs(dirname(file))
    const freeBytes = bavail * bsize
    if (freeBytes >= options.freeBytesMin) return undefined
    return `only ${Math.floor(freeBytes / 1024 / 1024)} MB are left on the disk of ${file}`
  } catch (error) {
    return error instanceof Error ? error.message : String(error)
  }
}
