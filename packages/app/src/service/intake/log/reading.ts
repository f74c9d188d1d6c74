// A file and up to where it is read: chunks of new bytes, and what a checkpoint needs of a place.

import { HEAD_BYTES, identify, readBytes, TAIL_BYTES, type FileIdentity } from './identity.ts'
import { CHUNK_BYTES } from './line-cutter.ts'
import type { OpenFile } from './open-file.ts'

const NO_BYTES = Buffer.alloc(0)

export class Reading {
  readonly file: OpenFile
  /** Whether rotated files that come before it were looked for. */
  isChecked = false
  /** It is gone on with: what comes before it was read. */
  isResumed = false
  readonly #buffer: Buffer
  #offset: number
  /** The first bytes of the file, and those before the offset, as they were read. */
  #head: Buffer = NO_BYTES
  #tail: Buffer = NO_BYTES
  /** What the buffer holds now, and where in the file it stands. */
  #chunk: { readonly from: number; readonly bytes: Buffer } = { from: 0, bytes: NO_BYTES }

  /** `buffer` is lent: one is enough for all files of a follower. */
  private constructor(file: OpenFile, offset: number, buffer: Buffer) {
    this.file = file
    this.#offset = offset
    this.#buffer = buffer
  }

  static async at(file: OpenFile, offset: number, buffer: Buffer): Promise<Reading> {
    const reading = new Reading(file, offset, buffer)
    reading.#head = await readBytes(file, 0, Math.min(offset, HEAD_BYTES))
    reading.#tail = await readBytes(
      file, Math.max(0, offset - TAIL_BYTES), Math.min(offset, TAIL_BYTES))
    return reading
  }

  static buffer(): Buffer {
    return Buffer.allocUnsafeSlow(CHUNK_BYTES + TAIL_BYTES)
  }

  get offset(): number {
    return this.#offset
  }

  /** New bytes; undefined where the file is no longer the one that was read. */
  async next(): Promise<Buffer | undefined> {
    // The bytes before are read again: a file that was cut and has grown shows itself by them. A
    // compressed one is not cut, and would have to be unpacked anew.
    const { isPacked } = this.file
    const before = isPacked ? 0 : this.#tail.length
    const from = this.#offset - before
    const bytes = this.#buffer.subarray(0, await this.file.read(this.#buffer, from))
    this.#chunk = { from, bytes }
    if (isPacked) return bytes
    if (bytes.length < before || !bytes.subarray(0, before).equals(this.#tail)) return undefined
    if (bytes.length === before) return NO_BYTES
    // And once more, since it may have been cut between two reads that filled the buffer.
    const first = bytes.subarray(0, TAIL_BYTES)
    const again = await readBytes(this.file, from, first.length)
    if (before === 0) return again.equals(first) ? bytes : NO_BYTES
    return again.equals(first) ? bytes.subarray(before) : undefined
  }

  /** All that is there, unchecked: nobody writes to the file any more. */
  async rest(): Promise<Buffer> {
    const bytes = this.#buffer.subarray(0, await this.file.read(this.#buffer, this.#offset))
    this.#chunk = { from: this.#offset, bytes }
    return bytes
  }

  /** These bytes, which `next` or `rest` gave, are read for good. */
  move(consumed: Buffer): void {
    const missing = HEAD_BYTES - this.#head.length
    if (missing > 0) this.#head = Buffer.concat([this.#head, consumed.subarray(0, missing)])
    this.#offset += consumed.length
    this.#tail = Buffer.from(consumed.length >= TAIL_BYTES
      ? consumed.subarray(-TAIL_BYTES)
      : Buffer.concat([this.#tail, consumed]).subarray(-TAIL_BYTES))
  }

  /** What finds the file again, read up to a place that is not beyond the chunk. */
  async identityAt(place: number): Promise<FileIdentity> {
    const from = Math.max(0, place - TAIL_BYTES)
    const { from: start, bytes } = this.#chunk
    const isInChunk = from >= start && place <= start + bytes.length
    const tail = place === this.#offset ? this.#tail : isInChunk
      ? bytes.subarray(from - start, place - start)
      : await readBytes(this.file, from, place - from)
    // Within the first bytes, what was read of this chunk is not in the head yet.
    const head = start === 0 && place <= bytes.length
      ? bytes.subarray(0, Math.min(place, HEAD_BYTES)) : this.#head
    return await identify(this.file, head, place, tail)
  }
}
