// How far an mbox was read, and how to tell that it still holds the same: not rotated, cut, or
// rewritten by a mail program. An inode would not tell: programs rewrite by making a new file.

import { createHash } from 'node:crypto'
import { MBOX_HEAD_BYTES } from '../mailbox/limits.ts'

export type Checkpoint = {
  /** Bytes of the beginning that are hashed: the file had no more when it was looked at. */
  readonly headBytes: number
  readonly headHash: string
  /** Where the message begins that was read last. */
  readonly last: number
  /** All before this place is read: a `From ` line or the end stands here. */
  readonly offset: number
}

export function hashHead(bytes: Uint8Array): string {
  return createHash('sha256').update(bytes).digest('hex').slice(0, 32)
}

export function formatCheckpoint(checkpoint: Checkpoint): string {
  return JSON.stringify(checkpoint)
}

/** Undefined where nothing, or nothing that can be read, was remembered. */
export function parseCheckpoint(text: string | undefined): Checkpoint | undefined {
  if (text === undefined) return undefined
  try {
    const given = JSON.parse(text) as Partial<Checkpoint> | null
    const { headBytes, headHash, last, offset } = given ?? {}
    const arePlaces = [headBytes, last, offset]
      .every((value) => Number.isSafeInteger(value) && Number(value) >= 0)
    const isWhole = arePlaces && typeof headHash === 'string' &&
      Number(headBytes) <= MBOX_HEAD_BYTES
    return isWhole ? given as Checkpoint : undefined
  } catch (error) {
    if (error instanceof SyntaxError) return undefined
    throw error
  }
}
