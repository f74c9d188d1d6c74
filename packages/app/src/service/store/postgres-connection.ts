// Connections to PostgreSQL: address, settings of the session, statements, transactions.

import { setTimeout as sleep } from 'node:timers/promises'
import { Pool, types } from 'pg'
import type { PoolClient } from 'pg'
import type { Log } from '../log.ts'
import { StoreError } from './errors.ts'
import { failpoint } from './failpoint.ts'
import type { StoreOptions } from './options.ts'
import { answerOf, explainPostgresError, troubleOf } from './postgres-error.ts'
import { toAny, toRecordset, type PgValue } from './postgres-rows.ts'
import { numberParameters, withoutNul } from './sql.ts'
import type { ManyQuestion, SqlValue, Tx } from './types.ts'

/** A conflict or a lost connection is met by trying again, this often in all. */
const TRIES_MAX = 5
/** The first pause between tries; each following one is twice as long, with jitter. */
const PAUSE_MS = 40
/** Where each try takes long, the caller is told rather than kept waiting. */
const RETRY_MS_MAX = 3000
/** Kept prepared on each connection; others are sent whole. */
const STATEMENTS_MAX = 400
/** A process that hangs or is cut off must not hold its locks for ever. */
const IDLE_IN_TRANSACTION_MS_MAX = 60_000

/** OIDs of BIGINT and NUMERIC, which pg gives as texts. */
const NUMBERS: ReadonlySet<number> = new Set([20, 1700])

type Statement = { readonly text: string; readonly name?: string }

export type Address = {
  readonly connectionString: string
  readonly schema: string | undefined
}

/** Reads `postgres://…?schema=name`; the rest is pg's. */
export function readAddress(url: string): Address {
  const parsed = URL.parse(url)
  const schema = parsed?.searchParams.get('schema') ?? undefined
  if (parsed === null || (schema !== undefined && !/^[a-z_][a-z0-9_]{0,62}$/.test(schema))) {
    throw new StoreError('store-url',
      'the address of the store cannot be read: write postgres://user@host/database, with ' +
      '?schema=name (small letters, digits, _) where the schema is not the user\'s own')
  }
  parsed.searchParams.delete('schema')
  return { connectionString: parsed.href, schema }
}

export class PostgresConnections {
  readonly #pool: Pool
  readonly #statements = new Map<string, Statement>()

  constructor({ connectionString, schema }: Address, options: StoreOptions, log: Log) {
    const settings = {
      synchronous_commit: 'on', lock_timeout: String(options.busyTimeoutMs),
      idle_in_transaction_session_timeout: String(IDLE_IN_TRANSACTION_MS_MAX),
      // A plan that was made when a table was empty reads all of it for ever.
      plan_cache_mode: 'force_custom_plan',
      tcp_keepalives_idle: '30', tcp_keepalives_interval: '10', tcp_keepalives_count: '3',
      ...(schema === undefined ? {} : { search_path: schema }),
    }
    this.#pool = new Pool({
      connectionString, max: options.connectionsMax, application_name: 'carom', keepAlive: true,
      connectionTimeoutMillis: options.busyTimeoutMs,
      options: Object.entries(settings).map(([name, value]) => `-c ${name}=${value}`).join(' '),
      types: { getTypeParser: parserOf as typeof types.getTypeParser },
    })
    const tell = (error: Error): void => {
      log.warn('a connection to PostgreSQL was lost', { error: error.message })
    }
    this.#pool.on('error', tell)
    // Without it a connection that is lost between two statements would end the process.
    this.#pool.on('connect', (client) => { client.on('error', tell) })
  }

  /** One statement outside of a transaction. Tried again only where that can do no harm. */
  async all<Row>(sql: string, params: readonly PgValue[] = []): Promise<Row[]> {
    return retry(async () => {
      const { rows } = await answerOf(
        this.#pool.query({ ...this.#statement(sql), values: toPg(params) }))
      return rows as Row[]
    })
  }

  async allIn<Row>(question: ManyQuestion): Promise<Row[]> {
    const { text, params } = toAny(question)
    return this.all<Row>(text, params)
  }

  /**
   * One transaction. `opening` is what is asked first, in the same round trip as BEGIN. Its work is
   * done again after a conflict or a lost connection, but not when the connection was lost while
   * COMMIT was under way.
   */
  async transact<Result>(
    opening: string, work: (tx: Tx) => Promise<Result>,
  ): Promise<Result> {
    return retry(() => this.#transactOnce(opening, work))
  }

  async close(): Promise<void> {
    await this.#pool.end()
  }

  async #transactOnce<Result>(
    opening: string, work: (tx: Tx) => Promise<Result>,
  ): Promise<Result> {
    const client = await answerOf(this.#pool.connect())
    let isBroken = false
    try {
      await answerOf(client.query(`BEGIN; ${opening}`))
      const result = await this.#work(client, work)
      failpoint('commit.before')
      await commit(client)
      failpoint('commit.after')
      return result
    } catch (error) {
      isBroken = troubleOf(error) !== 'other' || !await rollBack(client)
      throw error
    } finally {
      client.release(isBroken)
    }
  }

  async #work<Result>(
    client: PoolClient, work: (tx: Tx) => Promise<Result>,
  ): Promise<Result> {
    let hasEnded = false
    const query = async (sql: string, params: readonly PgValue[] = []): Promise<{
      readonly rows: unknown[]; readonly rowCount: number | null
    }> => {
      // The connection may be in another's hands by then.
      if (hasEnded) throw new TypeError('a transaction was used after its end')
      return answerOf(client.query({ ...this.#statement(sql), values: toPg(params) }))
    }
    try {
      return await work({
        all: async <Row>(sql: string, params?: readonly SqlValue[]) =>
          (await query(sql, params)).rows as Row[],
        get: async <Row>(sql: string, params?: readonly SqlValue[]) =>
          (await query(sql, params)).rows[0] as Row | undefined,
        allIn: async <Row>(question: ManyQuestion) => {
          const { text, params } = toAny(question)
          return (await query(text, params)).rows as Row[]
        },
        run: async (sql, params) => ({ changes: (await query(sql, params)).rowCount ?? 0 }),
        insert: async (into, rows, tail) => {
          const { text, params } = toRecordset(into, rows, tail)
          return { changes: (await query(text, params)).rowCount ?? 0 }
        },
      })
    } finally {
      hasEnded = true
    }
  }

  #statement(sql: string): Statement {
    const known = this.#statements.get(sql)
    if (known !== undefined) return known
    const text = numberParameters(sql)
    if (this.#statements.size >= STATEMENTS_MAX) return { text }
    const statement = { text, name: `carom_${this.#statements.size}` }
    this.#statements.set(sql, statement)
    return statement
  }
}

async function commit(client: PoolClient): Promise<void> {
  try {
    const { command } = await answerOf(client.query('COMMIT'))
    if (command === 'COMMIT') return
  } catch (error) {
    if (troubleOf(error) !== 'lost') throw error
    throw new StoreError('store-commit-unknown',
      'store: the connection was lost during COMMIT; what was written may be there or not', error)
  }
  // A statement failed and `work` went on as if it had not: PostgreSQL has undone everything.
  throw new TypeError('a statement of the transaction failed; nothing of it was kept')
}

/** Whether the connection is fit for use again. */
async function rollBack(client: PoolClient): Promise<boolean> {
  try {
    await answerOf(client.query('ROLLBACK'))
    return true
  } catch (error) {
    return troubleOf(error) === 'other'
  }
}

/** Makes `attempt` again, with growing pauses, while what stands in the way may pass. */
async function retry<Result>(attempt: () => Promise<Result>): Promise<Result> {
  const until = performance.now() + RETRY_MS_MAX
  for (let tries = 1; ; tries += 1) {
    try {
      return await attempt()
    } catch (error) {
      const isLast = tries >= TRIES_MAX || performance.now() > until
      if (isLast || troubleOf(error) === 'other') throw explainPostgresError(error)
    }
    await sleep(PAUSE_MS * 2 ** (tries - 1) * (0.5 + Math.random()))
  }
}

function toPg(params: readonly PgValue[]): PgValue[] {
  return params.map((param) => typeof param === 'string' ? withoutNul(param) : param)
}

function parserOf(oid: number, format?: 'text' | 'binary'): unknown {
  return NUMBERS.has(oid) ? Number : types.getTypeParser(oid, format as 'text')
}
