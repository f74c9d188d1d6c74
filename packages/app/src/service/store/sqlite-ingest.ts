// Making inputs durable in SQLite: the shortest way through prepared statements. All that waits at
// one moment is one piece of work of the queue, since each has its price.

import { StoreError } from './errors.ts'
import { checkInputs, encodeInputs, sizeOf, WAITING_BYTES_MAX } from './inputs.ts'
import type { EncodedRaw } from './raw-bytes.ts'
import { withoutNul } from './sql.ts'
import type { SqliteConnection } from './sqlite-connection.ts'
import type { IngestResult, NewInput, Store } from './types.ts'
import type { WriteQueue } from './write-queue.ts'

/** What becomes of an input, ready to be bound: nothing but the database can refuse it any more. */
type Row = {
  readonly inbox: readonly (string | number)[]
  readonly receivedAt: number
  readonly raw: EncodedRaw
}

type Waiting = {
  readonly rows: readonly Row[]
  readonly resolve: (result: IngestResult) => void
  readonly reject: (error: unknown) => void
}

export function createIngest(writer: SqliteConnection, queue: WriteQueue): Store['ingest'] {
  let waitingBytes = 0
  let waiting: Waiting[] = []

  async function writeTogether(): Promise<void> {
    let taken: readonly Waiting[] = []
    const takeAll = (): void => { [taken, waiting] = [waiting, []] }
    try {
      const results = await queue.submit(() => {
        takeAll()
        return writer.attempt(() => taken.map(({ rows }) => insertRows(writer, rows)))
      }, true)
      for (const [i, { resolve }] of taken.entries()) resolve(results[i] as IngestResult)
    } catch (error) {
      // Where no transaction could be begun, they wait still.
      if (taken.length === 0) takeAll()
      for (const { reject } of taken) reject(error)
    }
  }

  return async (inputs) => {
    checkInputs(inputs)
    if (inputs.length === 0) return { ids: [] }
    const size = sizeOf(inputs)
    if (waitingBytes > 0 && waitingBytes + size > WAITING_BYTES_MAX) {
      throw new StoreError('store-busy', 'more arrives than the disk takes; try again later')
    }
    waitingBytes += size
    try {
      const encoded = encodeInputs(inputs)
      const raws = encoded instanceof Promise ? await encoded : encoded
      const rows = inputs.map((input, i) => toRow(input, raws[i] as EncodedRaw))
      return await new Promise<IngestResult>((resolve, reject) => {
        if (waiting.push({ rows, resolve, reject }) === 1) void writeTogether()
      })
    } finally {
      waitingBytes -= size
    }
  }
}

function toRow(input: NewInput, raw: EncodedRaw): Row {
  const { tenant, source, kind, transportKey, receivedAt, trust, envelope, bytes } = input
  return {
    inbox: [
      withoutNul(tenant), withoutNul(source), kind, withoutNul(transportKey), receivedAt, trust,
      JSON.stringify(envelope), bytes.length,
    ],
    receivedAt, raw,
  }
}

function insertRows(writer: SqliteConnection, rows: readonly Row[]): IngestResult {
  const insertInbox = writer.prepare(
    `INSERT INTO inbox (tenant, source, kind, transport_key, received_at, trust, envelope, size)
      VALUES (?, ?, ?, ?, ?, ?, ?, ?) ON CONFLICT DO NOTHING`)
  const insertRaw = writer.prepare(
    'INSERT INTO raws (id, received_at, sha256, encoding, bytes) VALUES (?, ?, ?, ?, ?)')
  const ids = rows.map(({ inbox, receivedAt, raw: { sha256, encoding, bytes } }) => {
    const { changes, lastInsertRowid } = insertInbox.run(...inbox)
    if (Number(changes) === 0) return undefined
    insertRaw.run(lastInsertRowid, receivedAt, sha256, encoding, bytes)
    return Number(lastInsertRowid)
  })
  return { ids }
}
