// Bytes of a file into lines: ends with and without a carriage return, bytes that are no UTF-8,
// zeros, and lines that are too long.

import { isAscii } from 'node:buffer'
import { LINE_CHARS_MAX } from '@carom/core'
import type { LogFeed } from './feed.ts'

/** Bytes read at once, in some milliseconds of one turn; a line that is longer is cut. */
export const CHUNK_BYTES: number = 512 * 1024

export class LineCutter {
  readonly #feed: LogFeed
  readonly #onLong: () => void
  /** The beginning of a line whose end is still to come. */
  #long: string | undefined

  constructor(feed: LogFeed, onLong: () => void) {
    this.#feed = feed
    this.#onLong = onLong
  }

  /** Another file begins. */
  reset(): void {
    this.#long = undefined
  }

  /**
   * Reads the lines that end within the bytes, which stand in the file at `offset`; gives how many
   * bytes of them are read for good.
   */
  async cut(bytes: Buffer, offset: number): Promise<number> {
    // One character for each byte, so that places in the text are places in the file.
    const text = bytes.toString('latin1')
    const isPlain = isAscii(bytes) && !bytes.includes(0)
    let from = 0
    for (;;) {
      const end = text.indexOf('\n', from)
      if (end < 0) break
      const line = this.#long ?? (isPlain
        ? withoutReturn(text, from, end) : decodeLine(bytes, from, end))
      this.#long = undefined
      if (this.#feed.read(line, offset + end + 1)) await this.#feed.flush()
      from = end + 1
    }
    return from > 0 || bytes.length < CHUNK_BYTES ? from : this.#passLong(bytes)
  }

  /** What stands without a line end at the end of a file that nobody writes to any more. */
  async cutRest(bytes: Buffer, offset: number): Promise<void> {
    if (bytes.length === 0) return
    const line = this.#long ?? decodeLine(bytes, 0, bytes.length)
    this.#long = undefined
    if (this.#feed.read(line, offset + bytes.length)) await this.#feed.flush()
  }

  /** No line end in a whole chunk: its first part is kept, and the rest passed over. */
  #passLong(bytes: Buffer): number {
    if (this.#long !== undefined) return bytes.length
    // A writer that goes on at its old place after a file was cut leaves a hole of zeros.
    const first = bytes.findIndex((byte) => byte !== 0)
    if (first !== 0) return first < 0 ? bytes.length : first
    this.#long = decodeLine(bytes, 0, LINE_CHARS_MAX + 1)
    this.#onLong()
    return bytes.length
  }
}

function withoutReturn(text: string, from: number, end: number): string {
  return text.slice(from, text.charCodeAt(end - 1) === 13 && end > from ? end - 1 : end)
}

/** What is no UTF-8 becomes marks of replacement; zeros are left out (T14). */
function decodeLine(bytes: Buffer, from: number, end: number): string {
  const line = bytes.toString('utf8', from, end)
  return (line.endsWith('\r') ? line.slice(0, -1) : line).replaceAll('\0', '')
}
