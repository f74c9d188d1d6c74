// Which file is which, whatever name it has now: device, inode, its first bytes, and the bytes
// before the place up to which it was read (T33).

import { createHash } from 'node:crypto'
import type { OpenFile } from './open-file.ts'

/** Plain JSON, kept in the checkpoint. */
export type FileIdentity = {
  /** Where it was, with links followed. */
  readonly path: string
  readonly dev: number
  readonly inode: number
  /** Hash of the first `headBytes` bytes. */
  readonly head: string
  readonly headBytes: number
  /** Up to where it was read, and the hash of the bytes before. */
  readonly at: number
  readonly tail: string
  /** When it was written last, milliseconds since 1970. */
  readonly modifiedAt: number
  /** Rotated files that were written since then come before it, unless they are read already. */
  readonly since?: number
  /** The files that were read before it. */
  readonly done?: readonly FileIdentity[]
}

export const HEAD_BYTES = 256
/** Bytes before the offset that must still be the same: files may begin with equal headers. */
export const TAIL_BYTES = 256

function hashOf(bytes: Uint8Array): string {
  return createHash('sha256').update(bytes).digest('hex').slice(0, 32)
}

/** Of bytes that were read, not of what may stand there by now. */
export async function identify(
  file: OpenFile, head: Uint8Array, at: number, tail: Uint8Array,
): Promise<FileIdentity> {
  return {
    path: file.path, dev: file.dev, inode: file.inode, head: hashOf(head), headBytes: head.length,
    at, tail: hashOf(tail), modifiedAt: await file.modifiedAt(),
  }
}

/** True where the file holds what was read of the one that is looked for. */
export async function holds(file: OpenFile, identity: FileIdentity): Promise<boolean> {
  const { head, headBytes, at, tail } = identity
  // Nothing was read of it: only the file itself can be it.
  if (at === 0 && headBytes === 0) return file.inode === identity.inode && file.dev === identity.dev
  const first = await readBytes(file, 0, headBytes)
  if (first.length < headBytes || hashOf(first) !== head) return false
  const length = Math.min(at, TAIL_BYTES)
  const last = await readBytes(file, at - length, length)
  return last.length === length && hashOf(last) === tail
}

export async function readBytes(file: OpenFile, from: number, length: number): Promise<Buffer> {
  const bytes = Buffer.alloc(length)
  return bytes.subarray(0, await file.read(bytes, from))
}
