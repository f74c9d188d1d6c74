// Making inputs durable in SQLite: the shortest way through prepared statements.

import { StoreError } from './errors.ts'
import { checkInputs, encodeInputs, sizeOf, WAITING_BYTES_MAX } from './inputs.ts'
import type { EncodedRaw } from './raw-bytes.ts'
import { withoutNul } from './sql.ts'
import type { SqliteConnection } from './sqlite-connection.ts'
import type { IngestResult, NewInput, Store } from './types.ts'
import type { WriteQueue } from './write-queue.ts'

export function createIngest(writer: SqliteConnection, queue: WriteQueue): Store['ingest'] {
  let waitingBytes = 0
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
      return await queue.submit(() => insertInputs(writer, inputs, raws), true)
    } finally {
      waitingBytes -= size
    }
  }
}

function insertInputs(
  writer: SqliteConnection, inputs: readonly NewInput[], raws: readonly EncodedRaw[],
): IngestResult {
  return writer.attempt(() => {
    const insertInbox = writer.prepare(
      `INSERT INTO inbox (tenant, source, kind, transport_key, received_at, trust, envelope, size)
        VALUES (?, ?, ?, ?, ?, ?, ?, ?) ON CONFLICT DO NOTHING`)
    const insertRaw = writer.prepare(
      'INSERT INTO raws (id, received_at, sha256, encoding, bytes) VALUES (?, ?, ?, ?, ?)')
    const ids = inputs.map((input, i) => {
      const { changes, lastInsertRowid } = insertInbox.run(
        withoutNul(input.tenant), withoutNul(input.source), input.kind,
        withoutNul(input.transportKey), input.receivedAt, input.trust,
        JSON.stringify(input.envelope), input.bytes.length)
      if (Number(changes) === 0) return undefined
      const { sha256, encoding, bytes } = raws[i] as EncodedRaw
      insertRaw.run(lastInsertRowid, input.receivedAt, sha256, encoding, bytes)
      return Number(lastInsertRowid)
    })
    return { ids }
  })
}
