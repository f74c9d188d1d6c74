// Reads files into one buffer that is used again and again: nothing read here may be kept.

import { closeSync, openSync, readSync } from 'node:fs'
import { MESSAGE_BYTES_MAX } from '@carom/core'
import { FROM_LINE_BYTES_MAX, findFromLine, listFromLines } from '../../mbox/from-lines.ts'
import { PIECE_BYTES } from './limits.ts'
import type { RangePiece } from './piece.ts'

/** Bytes before a range that say whether its first line follows an empty one. */
const CONTEXT_BYTES = 4
/** Bytes beyond a range that mostly hold the rest of its last message. */
const BEYOND_BYTES = 256 * 1024

/** Messages of an mbox: each from its `From ` line to the next one, the last to `end`. */
export type MboxRead = {
  readonly bytes: Buffer
  readonly fromLines: readonly number[]
  readonly end: number
}

export class FileReader {
  #buffer = Buffer.allocUnsafeSlow(PIECE_BYTES + BEYOND_BYTES)

  /** The whole file, or as much as the core reads of one message. */
  readFile(file: string): Buffer {
    return withOpen(file, (opened) => {
      let length = this.#fill(opened, 0, 0)
      while (length === this.#buffer.length && length <= MESSAGE_BYTES_MAX) {
        this.#grow()
        length = this.#fill(opened, 0, length)
      }
      return this.#buffer.subarray(0, length)
    })
  }

  /** The messages of an mbox that begin in a range, and all bytes of the last of them. */
  readRange({ file, from, to, number }: RangePiece): MboxRead {
    return withOpen(file, (opened) => {
      const isFirst = number === 0
      const base = isFirst ? from : Math.max(0, from - CONTEXT_BYTES)
      while (this.#buffer.length < to - base + BEYOND_BYTES) this.#grow()
      const length = this.#fill(opened, base, 0)
      const bytes = this.#buffer.subarray(0, length)
      const fromLines = listFromLines(bytes, from - base, Math.min(to - base, length), isFirst)
      const last = fromLines.at(-1)
      if (last === undefined) return { bytes, fromLines, end: 0 }
      const end = this.#findEnd(opened, base, length, Math.max(to - base, last + 1), last)
      return { bytes: this.#buffer, fromLines, end }
    })
  }

  // The next `From ` line, read up to; a message that is longer than the core reads ends where that
  // is clear.
  #findEnd(opened: number, base: number, filled: number, from: number, last: number): number {
    let length = filled
    let searched = from
    for (;;) {
      const isWhole = length < this.#buffer.length
      const limit = isWhole ? length : length - FROM_LINE_BYTES_MAX
      const found = findFromLine(this.#buffer.subarray(0, length), searched, limit)
      if (found >= 0) return found
      if (isWhole || limit - last > MESSAGE_BYTES_MAX + FROM_LINE_BYTES_MAX) return limit
      searched = Math.max(searched, limit)
      this.#grow()
      length = this.#fill(opened, base, length)
    }
  }

  /**
   * Fills the buffer from `at` on with what stands in the file at `base + at`; gives where it ends.
   */
  #fill(opened: number, base: number, at: number): number {
    let filled = at
    while (filled < this.#buffer.length) {
      const room = this.#buffer.length - filled
      const read = readSync(opened, this.#buffer, filled, room, base + filled)
      if (read === 0) break
      filled += read
    }
    return filled
  }

  #grow(): void {
    const grown = Buffer.allocUnsafeSlow(2 * this.#buffer.length)
    this.#buffer.copy(grown)
    this.#buffer = grown
  }
}

function withOpen<Result>(file: string, read: (opened: number) => Result): Result {
  const opened = openSync(file, 'r')
  try {
    return read(opened)
  } finally {
    closeSync(opened)
  }
}
