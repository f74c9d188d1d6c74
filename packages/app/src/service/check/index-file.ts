// The index of checks in a file beside the store, so that a start need not read all keys again: as
// good as the audit row that it was written at, and thrown away where anything is odd about it.

import { createHash } from 'node:crypto'
import { closeSync, openSync, readSync, renameSync, rmSync, writeSync, fsyncSync } from 'node:fs'
import { setImmediate as giveWay } from 'node:timers/promises'
import { crc32 } from 'node:zlib'
import type { CheckIndex } from './check-index.ts'

/** Up to where in the audit chain the index knows everything, and the seal of that row. */
export type IndexPlace = { readonly seq: number; readonly seal: string }

/** Of another version: read anew from the store. */
const MAGIC = 'carom check index 1\n'
const HEAD_BYTES = 512
/** Pieces that are written or read before other work gets its turn. */
const PIECES_AT_ONCE = 64

type Head = IndexPlace & { readonly state: string; readonly check: string }

/** Writes the file anew; the old one stays until the new one is whole. */
export async function writeIndexFile(
  path: string, index: CheckIndex, place: IndexPlace,
): Promise<void> {
  const unfinished = `${path}.unfinished`
  rmSync(unfinished, { force: true })
  const file = openSync(unfinished, 'wx', 0o600)
  try {
    let sum = 0
    let pieces = 0
    let at = HEAD_BYTES
    const { state, parts } = index.dump()
    for (const part of parts) {
      for (let from = 0; from < part.length;) {
        from += writeSync(file, part, from, undefined, at + from)
      }
      at += part.length
      sum = crc32(part, sum)
      pieces += 1
      if (pieces % PIECES_AT_ONCE === 0) await giveWay()
    }
    // The head last: without it the file is none.
    writeSync(file, toHead({ ...place, state: state() }, sum), 0, HEAD_BYTES, 0)
    fsyncSync(file)
  } finally {
    closeSync(file)
  }
  renameSync(unfinished, path)
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
    const head = fromHead(readAt(file, HEAD_BYTES, 0))
    if (head === undefined || !await isKnown(head)) return undefined
    let sum = 0
    let at = HEAD_BYTES
    const take = (bytes: number): Buffer => {
      const part = readAt(file, bytes, at)
      at += part.length
      sum = crc32(part, sum)
      return part
    }
    let pieces = 0
    for (const isWhole of index.restore(head.state, take)) {
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

function readAt(file: number, bytes: number, position: number): Buffer {
  const buffer = Buffer.allocUnsafeSlow(bytes)
  let filled = 0
  while (filled < bytes) {
    const read = readSync(file, buffer, filled, bytes - filled, position + filled)
    if (read === 0) break
    filled += read
  }
  return buffer.subarray(0, filled)
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
