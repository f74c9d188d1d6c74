// The index of checks in a file beside the store, so that a start need not read all keys again: as
// good as the audit row that it was written at, and thrown away where anything is odd about it.

import { createHash } from 'node:crypto'
import { closeSync, openSync, readSync } from 'node:fs'
import { open, rename, rm, type FileHandle } from 'node:fs/promises'
import { setImmediate as giveWay } from 'node:timers/promises'
import { crc32 } from 'node:zlib'
import type { CheckIndex } from './check-index.ts'

/** Up to where in the audit chain the index knows everything, and the seal of that row. */
export type IndexPlace = { readonly seq: number; readonly seal: string }

/** Of another version: read anew from the store. The first could forget addresses. */
const MAGIC = 'carom check index 2\n'
const HEAD_BYTES = 512
/** Pieces that are read before other work gets its turn. */
const PIECES_AT_ONCE = 64
/** About so much is copied, then written beside the event loop. */
const WRITTEN_BYTES = 256 * 1024

type Head = IndexPlace & { readonly state: string; readonly check: string }

/** Writes the file anew; the old one stays until the new one is whole. */
export async function writeIndexFile(
  path: string, index: CheckIndex, place: IndexPlace,
): Promise<void> {
  const unfinished = `${path}.unfinished`
  await rm(unfinished, { force: true })
  const file = await open(unfinished, 'wx', 0o600)
  try {
    let sum = 0
    let at = HEAD_BYTES
    const { state, parts } = index.dump()
    for (const bytes of inChunks(parts)) {
      sum = crc32(bytes, sum)
      await writeAt(file, bytes, at)
      at += bytes.length
    }
    // The head last: without it the file is none.
    await writeAt(file, toHead({ ...place, state: state() }, sum), 0)
    await file.sync()
  } finally {
    await file.close()
  }
  await rename(unfinished, path)
}

/**
 * Copies, since the index may change while one is written; parts that belong together are never
 * parted. Each chunk is good until the next.
 */
function* inChunks(parts: Iterable<readonly Uint8Array[]>): Generator<Uint8Array> {
  let chunk = Buffer.allocUnsafeSlow(2 * WRITTEN_BYTES)
  let filled = 0
  for (const together of parts) {
    const end = together.reduce((sum, { length }) => sum + length, filled)
    if (end > chunk.length) chunk = Buffer.concat([chunk], end)
    for (const part of together) {
      chunk.set(part, filled)
      filled += part.length
    }
    if (filled < WRITTEN_BYTES) continue
    yield chunk.subarray(0, filled)
    filled = 0
  }
  yield chunk.subarray(0, filled)
}

async function writeAt(file: FileHandle, bytes: Uint8Array, position: number): Promise<void> {
  for (let from = 0; from < bytes.length;) {
    from += (await file.write(bytes, from, bytes.length - from, position + from)).bytesWritten
  }
}

/**
 * Fills an empty index from the file; undefined where there is none that is whole and `isKnown`.
 * An index that was filled in part only is not to be used.
 */
export async function readIndexFile(
  path: string, index: CheckIndex, isKnown: (place: IndexPlace) => Promise<boolean>,
): Promise<IndexPlace | 'damaged' | undefined> {
  const file = openOld(path)
  if (file === undefined) return undefined
  try {
    const start = Buffer.alloc(HEAD_BYTES)
    const head = fillFrom(file, start, 0) ? fromHead(start) : undefined
    if (head === undefined || !await isKnown(head)) return undefined
    let sum = 0
    let at = HEAD_BYTES
    const fill = (into: Uint8Array): boolean => {
      if (!fillFrom(file, into, at)) return false
      at += into.length
      sum = crc32(into, sum)
      return true
    }
    let pieces = 0
    for (const isWhole of index.restore(head.state, fill)) {
      if (!isWhole) return 'damaged'
      pieces += 1
      if (pieces % PIECES_AT_ONCE === 0) await giveWay()
    }
    return String(sum) === head.check ? { seq: head.seq, seal: head.seal } : 'damaged'
  } finally {
    closeSync(file)
  }
}

function openOld(path: string): number | undefined {
  try {
    return openSync(path, 'r')
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return undefined
    throw error
  }
}

/** False where the file ends before. */
function fillFrom(file: number, into: Uint8Array, position: number): boolean {
  for (let filled = 0; filled < into.length;) {
    const read = readSync(file, into, filled, into.length - filled, position + filled)
    if (read === 0) return false
    filled += read
  }
  return true
}

function toHead(head: Omit<Head, 'check'>, sum: number): Buffer {
  const text = JSON.stringify({ ...head, check: String(sum) })
  const line = `${MAGIC}${digest(text)} ${text}\n`
  if (line.length > HEAD_BYTES) throw new RangeError('the head of the index file is too long')
  return Buffer.from(line.padEnd(HEAD_BYTES, ' '))
}

function fromHead(bytes: Buffer): Head | undefined {
  const text = bytes.toString('utf8').trimEnd()
  if (!text.startsWith(MAGIC)) return undefined
  const line = text.slice(MAGIC.length)
  const json = line.slice(line.indexOf(' ') + 1)
  return line.startsWith(`${digest(json)} `) ? JSON.parse(json) as Head : undefined
}

function digest(text: string): string {
  return createHash('sha256').update(text).digest('hex').slice(0, 32)
}
