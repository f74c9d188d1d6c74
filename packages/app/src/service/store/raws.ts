// Stored raw inputs after they came in: read again, packed when there is time.

import {
  decodeRaw, DEFLATE_BYTES_MIN, deflateSmall, ENCODING_DEFLATE, ENCODING_PLAIN,
} from './raw-bytes.ts'
import { readSetting, writeSetting } from './settings.ts'
import type { Envelope, InputKind, Reader, Store } from './types.ts'

export type RawInput = {
  readonly bytes: Uint8Array
  readonly kind: InputKind
  readonly source: string
  readonly envelope: Envelope
  readonly receivedAt: number
}

/** Smaller inputs gain too little to be written twice. */
const PACKED_BYTES_MIN = 512
/** Inputs that are packed in one turn of the event loop, which takes a few milliseconds. */
const PACKED_AT_ONCE = 50
/** How far packing has come, in the settings of no tenant. */
const PACKED_TO = 'raws-packed-to'

/** A raw input as it came; undefined where it is no longer kept (F24: or `damaged`). */
export async function readRaw(
  reader: Reader, tenant: string, inboxId: number,
): Promise<RawInput | 'damaged' | undefined> {
  const row = await reader.get<{
    kind: InputKind; source: string; envelope: string; received_at: number; size: number
    encoding: number; bytes: Uint8Array; sha256: Uint8Array
  }>(
    `SELECT kind, source, envelope, inbox.received_at, size, encoding, bytes, sha256
      FROM inbox JOIN raws ON raws.id = inbox.id WHERE inbox.id = ? AND tenant = ?`,
    [inboxId, tenant])
  if (row === undefined) return undefined
  const bytes = decodeRaw(row, row.size)
  if (bytes === undefined) return 'damaged'
  return {
    bytes, kind: row.kind, source: row.source, receivedAt: row.received_at,
    envelope: JSON.parse(row.envelope) as Envelope,
  }
}

/**
 * Packs the next inputs that were kept as they came. For a moment in which nothing else is to be
 * done: call it again while it answers true.
 */
export async function packRaws(store: Store, now: number): Promise<boolean> {
  const from = Number(await readSetting(store, '', PACKED_TO) ?? 0)
  // Bigger ones were deflated when they came, or gain nothing; they are not even read.
  const rows = await store.all<{ id: number; bytes: Uint8Array | null }>(
    `SELECT id, CASE WHEN encoding = ? AND LENGTH(bytes) BETWEEN ? AND ? THEN bytes END AS bytes
      FROM raws WHERE id > ? ORDER BY id LIMIT ?`,
    [ENCODING_PLAIN, PACKED_BYTES_MIN, DEFLATE_BYTES_MIN, from, PACKED_AT_ONCE])
  const last = rows.at(-1)
  if (last === undefined) return false
  const packed = rows.flatMap(({ id, bytes }) => {
    const deflated = bytes === null ? undefined : deflateSmall(bytes)
    return deflated === undefined ? [] : [{ id, deflated }]
  })
  await store.write(async (tx) => {
    for (const { id, deflated } of packed) {
      await tx.run('UPDATE raws SET encoding = ?, bytes = ? WHERE id = ? AND encoding = ?',
        [ENCODING_DEFLATE, deflated, id, ENCODING_PLAIN])
    }
    await writeSetting(tx, '', PACKED_TO, String(last.id), now)
  })
  return rows.length === PACKED_AT_ONCE
}
