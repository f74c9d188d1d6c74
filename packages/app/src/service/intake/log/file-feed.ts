// One open log file after the other, read line by line into the feed, with all that a checkpoint
// needs to find the place again.

import type { LogMta } from '@carom/core'
import { LogFeed } from './feed.ts'
import type { FileIdentity } from './identity.ts'
import { CHUNK_BYTES, LineCutter } from './line-cutter.ts'
import type { OpenFile } from './open-file.ts'
import type { LogFileOptions } from './options.ts'
import { ReadFiles } from './read-files.ts'
import { Reading } from './reading.ts'
import type { LogIntakeDeps } from './types.ts'

/** Told of the first bytes of a file; true where files before it were read instead. */
export type OnStart = (reading: Reading, start: Buffer) => Promise<boolean>

export class FileFeed {
  readonly feed: LogFeed
  readonly files: ReadFiles = new ReadFiles()
  readonly #options: LogFileOptions
  readonly #cutter: LineCutter
  readonly #buffer = Reading.buffer()
  readonly #signal: AbortSignal
  readonly #deps: LogIntakeDeps
  #reading: Reading | undefined
  #movedAt = 0
  #readSinceSnapshot = 0

  constructor(path: string, options: LogFileOptions, deps: LogIntakeDeps, signal: AbortSignal) {
    this.#options = options
    this.#signal = signal
    this.#deps = deps
    this.feed = new LogFeed({ ...options, name: path }, deps)
    this.#cutter = new LineCutter(this.feed, () => {
      deps.alarm(`${path} has a line that is longer than is read; its end is left out`)
    })
  }

  get reading(): Reading | undefined {
    return this.#reading
  }

  /** When bytes were read last, or the file was opened. */
  get movedAt(): number {
    return this.#movedAt
  }

  /** Goes on in a file at a place, in the same generation. */
  async use(file: OpenFile, offset: number): Promise<Reading> {
    if (this.#reading?.file !== file) await this.#reading?.file.close()
    this.#reading = await Reading.at(file, offset, this.#buffer)
    this.feed.describe((place) => this.#originAt(Number(place)))
    this.#movedAt = performance.now()
    return this.#reading
  }

  /** Begins a file that is read for the first time. */
  async enter(file: OpenFile, mta?: LogMta, offset = 0): Promise<Reading> {
    const reading = await this.use(file, offset)
    this.#cutter.reset()
    this.files.beginAt(await file.modifiedAt())
    await this.feed.begin((place) => this.#originAt(Number(place)), offset, mta)
    return reading
  }

  /** Lets go of the file without closing it. */
  release(): void {
    this.#reading = undefined
  }

  async close(): Promise<void> {
    await this.#reading?.file.close()
    this.#reading = undefined
  }

  /**
   * Reads all whole lines; false where the file is no longer the one that was read. Throws when it
   * is stopped before the end: nobody may take the place for the end of the file.
   */
  async drain(reading: Reading, onStart?: OnStart): Promise<boolean> {
    try {
      return await this.#drain(reading, onStart)
    } finally {
      if (this.#deps.behind.delete(this)) this.#deps.wake()
    }
  }

  async #drain(reading: Reading, onStart?: OnStart): Promise<boolean> {
    for (;;) {
      this.#signal.throwIfAborted()
      const fresh = await reading.next()
      if (fresh === undefined) return false
      const isUnsure = reading.offset === 0 && !reading.isResumed &&
        (fresh.length > 0 || !reading.isChecked)
      if (isUnsure && await onStart?.(reading, fresh) === true) return true
      if (fresh.length === 0) return true
      if (fresh.length >= CHUNK_BYTES) this.#deps.behind.add(this)
      const consumed = await this.#cutter.cut(fresh, reading.offset)
      if (consumed === 0) return true
      await this.#move(reading, fresh.subarray(0, consumed))
    }
  }

  /** Its end is reached for good: what stands there without a line end is a line. */
  async finish(reading: Reading): Promise<void> {
    const bytes = await reading.rest()
    await this.#cutter.cutRest(bytes, reading.offset)
    await this.#move(reading, bytes)
    await this.feed.flush()
    this.files.add(await reading.identityAt(reading.offset))
  }

  async #move(reading: Reading, consumed: Buffer): Promise<void> {
    reading.move(consumed)
    this.#movedAt = performance.now()
    this.#readSinceSnapshot += consumed.length
    await this.feed.settle()
    if (this.#readSinceSnapshot < this.#options.snapshotBytes) return
    this.#readSinceSnapshot = 0
    await this.feed.snapshot()
  }

  async #originAt(place: number): Promise<FileIdentity | undefined> {
    const reading = this.#reading
    if (reading === undefined) return undefined
    return this.files.describe(await reading.identityAt(place))
  }
}
