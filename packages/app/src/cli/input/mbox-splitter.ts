// Cuts an mbox that arrives in chunks into pieces of whole messages, in constant memory.

import { MESSAGE_BYTES_MAX } from '@carom/core'
import { FROM_LINE_BYTES_MAX, findFromLine } from '../../mbox/from-lines.ts'
import type { MessagesPiece } from './piece.ts'

/**
 * A longer message is cut here: the core reads no more of it, whatever the length of its `From `
 * line.
 */
const CUT_BYTES = MESSAGE_BYTES_MAX + 2 * FROM_LINE_BYTES_MAX
/** Bytes before a `From ` line that say whether an empty line stands there. */
const CONTEXT_BYTES = 4

export class MboxSplitter {
  readonly #file: string
  readonly #pieceBytes: number
  #buffer = Buffer.allocUnsafe(0)
  #length = 0
  /** The `From ` line that was found last; messages before it are whole. */
  #last = 0
  /** Up to here `From ` lines have been looked for. */
  #searched = 1
  /** Messages that begin in the buffer before `#last`. */
  #whole = 0
  #firstIndex = 0
  /** The rest of a message that was cut is thrown away up to the next `From ` line. */
  #isSkipping = false
  /** Bytes that have left the buffer since the last piece. */
  #droppedBytes = 0

  /** The first chunk begins with a `From ` line. */
  constructor(file: string, pieceBytes: number) {
    this.#file = file
    this.#pieceBytes = pieceBytes
  }

  push(chunk: Uint8Array): void {
    const length = this.#length + chunk.length
    if (length > this.#buffer.length) {
      const grown = Buffer.allocUnsafeSlow(Math.max(length, 2 * this.#buffer.length))
      this.#buffer.copy(grown, 0, 0, this.#length)
      this.#buffer = grown
    }
    this.#buffer.set(chunk, this.#length)
    this.#length = length
  }

  /** A piece, where enough has come for one. */
  take(): MessagesPiece | undefined {
    this.#search(this.#length - FROM_LINE_BYTES_MAX)
    if (this.#isSkipping) return undefined
    const isWhole = this.#last > 0
    if (isWhole && this.#length >= this.#pieceBytes) return this.#cut(this.#last, this.#whole)
    if (isWhole || this.#length < CUT_BYTES + FROM_LINE_BYTES_MAX) return undefined
    const piece = this.#cut(CUT_BYTES, 1, CONTEXT_BYTES)
    this.#isSkipping = true
    return piece
  }

  /** What is left when no more comes. */
  end(): MessagesPiece | undefined {
    this.#search(this.#length)
    return this.#isSkipping || this.#length === 0
      ? undefined : this.#cut(this.#length, this.#whole + 1)
  }

  #search(to: number): void {
    const bytes = this.#buffer.subarray(0, this.#length)
    while (this.#searched < to) {
      const found = findFromLine(bytes, this.#searched, to)
      if (found < 0) {
        this.#searched = to
        if (this.#isSkipping) this.#drop(to - CONTEXT_BYTES)
        return
      }
      this.#searched = found + 1
      if (this.#isSkipping) {
        this.#isSkipping = false
        this.#drop(found)
        return this.#search(to - found)
      }
      this.#last = found
      this.#whole += 1
    }
  }

  #drop(at: number): void {
    if (at <= 0) return
    this.#buffer.copyWithin(0, at, this.#length)
    this.#length -= at
    this.#searched = Math.max(1, this.#searched - at)
    this.#droppedBytes += at
    this.#last = 0
    this.#whole = 0
  }

  #cut(at: number, messages: number, keptBytes = 0): MessagesPiece {
    // A copy, since a worker takes its piece over while this buffer goes on filling.
    const content = new Uint8Array(at)
    content.set(this.#buffer.subarray(0, at))
    this.#drop(at - keptBytes)
    const bytes = this.#droppedBytes
    this.#droppedBytes = 0
    const firstIndex = this.#firstIndex
    this.#firstIndex += messages
    return { kind: 'messages', file: this.#file, content, firstIndex, bytes }
  }
}
