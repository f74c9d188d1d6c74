// Making inputs durable in PostgreSQL: all that wait at the same moment go in one statement.

import { StoreError } from './errors.ts'
import { failpoint } from './failpoint.ts'
import { checkInputs, encodeInputs, sizeOf, WAITING_BYTES_MAX } from './inputs.ts'
import type { PostgresConnections } from './postgres-connection.ts'
import type { EncodedRaw } from './raw-bytes.ts'
import { withoutNul } from './sql.ts'
import type { IngestResult, NewInput } from './types.ts'

/** While one statement waits for the disk the next is already on its way. */
const UNDER_WAY_MAX = 2
/** One statement takes no more calls beyond this. */
const STATEMENT_ROWS_MAX = 2000
const STATEMENT_BYTES_MAX = 8 * 1024 * 1024

type Row = { readonly input: NewInput; readonly raw: EncodedRaw }

type Call = {
  readonly rows: readonly Row[]
  readonly bytes: number
  readonly resolve: (result: IngestResult) => void
  readonly reject: (error: unknown) => void
}

// All bytes travel as one value, from which each row takes its part.
const INSERT = `
WITH input AS (
  SELECT * FROM json_to_recordset(?::json) AS input (
    tenant TEXT, source TEXT, kind TEXT, transport_key TEXT, received_at BIGINT, trust INTEGER,
    envelope TEXT, size INTEGER, encoding INTEGER, hash_at INTEGER, at INTEGER, length INTEGER)),
added AS (
  INSERT INTO inbox (tenant, source, kind, transport_key, received_at, trust, envelope, size)
    SELECT tenant, source, kind, transport_key, received_at, trust, envelope, size FROM input
      ORDER BY at
    ON CONFLICT DO NOTHING RETURNING id, tenant, transport_key),
kept AS (
  INSERT INTO raws (id, received_at, sha256, encoding, bytes)
    SELECT added.id, received_at, substring(parts.bytes FROM hash_at FOR 32), encoding,
      substring(parts.bytes FROM at FOR length)
    FROM added JOIN input USING (tenant, transport_key), (SELECT ?::bytea AS bytes) AS parts)
SELECT id, tenant, transport_key FROM added`

export class PostgresIngest {
  readonly #connections: PostgresConnections
  #waiting: Call[] = []
  #waitingBytes = 0
  #underWay = 0

  constructor(connections: PostgresConnections) {
    this.#connections = connections
  }

  async ingest(inputs: readonly NewInput[]): Promise<IngestResult> {
    checkInputs(inputs)
    if (inputs.length === 0) return { ids: [] }
    const bytes = sizeOf(inputs)
    if (this.#waitingBytes > 0 && this.#waitingBytes + bytes > WAITING_BYTES_MAX) {
      throw new StoreError('store-busy', 'more arrives than PostgreSQL takes; try again later')
    }
    this.#waitingBytes += bytes
    try {
      const raws = await encodeInputs(inputs)
      const rows = inputs.map((input, i) => ({ input, raw: raws[i] as EncodedRaw }))
      return await new Promise<IngestResult>((resolve, reject) => {
        this.#waiting.push({ rows, bytes, resolve, reject })
        setImmediate(() => this.#sendWaiting())
      })
    } finally {
      this.#waitingBytes -= bytes
    }
  }

  #sendWaiting(): void {
    while (this.#underWay < UNDER_WAY_MAX && this.#waiting.length > 0) {
      this.#underWay += 1
      void this.#send(this.#takeBatch()).finally(() => {
        this.#underWay -= 1
        this.#sendWaiting()
      })
    }
  }

  #takeBatch(): Call[] {
    let rows = 0
    let bytes = 0
    let calls = 0
    for (const call of this.#waiting) {
      rows += call.rows.length
      bytes += call.bytes
      if (calls > 0 && (rows > STATEMENT_ROWS_MAX || bytes > STATEMENT_BYTES_MAX)) break
      calls += 1
    }
    return this.#waiting.splice(0, calls)
  }

  async #send(calls: readonly Call[]): Promise<void> {
    try {
      const ids = await this.#insert(calls.flatMap(({ rows }) => rows))
      for (const { rows, resolve } of calls) {
        resolve({ ids: rows.map(({ input }) => takeId(ids, input)) })
      }
    } catch (error) {
      // One input that PostgreSQL does not take must not stand for all that came with it.
      const isShared = calls.length > 1 && !(error instanceof StoreError)
      if (isShared) await Promise.all(calls.map((call) => this.#send([call])))
      else calls.forEach(({ reject }) => reject(error))
    }
  }

  async #insert(rows: readonly Row[]): Promise<Map<string, number>> {
    // One statement may not add to raws twice for one key: the first of each goes.
    const distinct = new Map<string, Row>()
    for (const row of rows) {
      const key = keyOf(row.input)
      if (!distinct.has(key)) distinct.set(key, row)
    }
    const { json, bytes } = packRows([...distinct.values()])
    failpoint('commit.before')
    const added = await this.#connections.all<{
      id: number; tenant: string; transport_key: string
    }>(INSERT, [json, bytes])
    failpoint('commit.after')
    return new Map(added.map(({ id, tenant, transport_key }) =>
      [JSON.stringify([tenant, transport_key]), id]))
  }
}

// A key that came twice in one batch is new once.
function takeId(ids: Map<string, number>, input: NewInput): number | undefined {
  const key = keyOf(input)
  const id = ids.get(key)
  ids.delete(key)
  return id
}

function keyOf({ tenant, transportKey }: NewInput): string {
  return JSON.stringify([toText(tenant), toText(transportKey)])
}

function packRows(rows: readonly Row[]): { readonly json: string; readonly bytes: Buffer } {
  const parts: Uint8Array[] = []
  // PostgreSQL counts bytes from 1.
  let next = 1
  const add = (part: Uint8Array): number => {
    const at = next
    parts.push(part)
    next += part.length
    return at
  }
  const packed = rows.map(({ input, raw }) => ({
    tenant: toText(input.tenant), source: toText(input.source), kind: input.kind,
    transport_key: toText(input.transportKey), received_at: input.receivedAt, trust: input.trust,
    envelope: JSON.stringify(input.envelope), size: input.bytes.length, encoding: raw.encoding,
    hash_at: add(raw.sha256), at: add(raw.bytes), length: raw.bytes.length,
  }))
  return { json: JSON.stringify(packed), bytes: Buffer.concat(parts) }
}

// JSON of PostgreSQL takes neither NUL nor half of a surrogate pair.
function toText(text: string): string {
  return withoutNul(text).toWellFormed()
}
