// Follows one log file through everything that rotation does to it, and hands each line to the feed
// exactly once (F21): rename and create, copy and truncate, links that move, names that come back.

import { stat } from 'node:fs/promises'
import { setTimeout as sleep } from 'node:timers/promises'
import { detectLog, hasLogHeader, type LogMta } from '@carom/core'
import { LogFeed } from './feed.ts'
import type { FileIdentity } from './identity.ts'
import { LineCutter } from './line-cutter.ts'
import { openFile, readStart, type OpenFile } from './open-file.ts'
import type { LogFileOptions } from './options.ts'
import { ReadFiles } from './read-files.ts'
import { Reading } from './reading.ts'
import { findAgain, findUnread } from './siblings.ts'
import type { LogIntakeDeps } from './types.ts'

/** Milliseconds between two notes of a place that moved without telling anything. */
const SAVE_MS = 5_000

export class FileFollower {
  readonly #path: string
  readonly #options: LogFileOptions
  readonly #deps: LogIntakeDeps
  readonly #feed: LogFeed
  readonly #cutter: LineCutter
  readonly #buffer = Reading.buffer()
  readonly #stopping = new AbortController()
  #reading: Reading | undefined
  readonly #files = new ReadFiles()
  /** Nothing had been read of the file that a stop interrupted, and it is not there. */
  #isLost = false
  #isCatchingUp = false
  #isNew = true
  #quietSince = 0
  #rotatedAt: number | undefined
  #readSinceSnapshot = 0
  #savedAt = 0

  constructor(path: string, options: LogFileOptions, deps: LogIntakeDeps) {
    this.#path = path
    this.#options = options
    this.#deps = deps
    this.#feed = new LogFeed({ ...options, name: path }, deps)
    this.#cutter = new LineCutter(this.#feed, () => {
      deps.log.warn('a line of a log is longer than is read; its end is left out', { path })
    })
  }

  /** Follows until it is stopped; what could not be read is tried again. */
  async run(): Promise<void> {
    const { signal } = this.#stopping
    let isOpen = false
    while (!signal.aborted) {
      try {
        if (!isOpen) await this.#resume()
        isOpen = true
        await this.#step()
      } catch (error) {
        if (signal.aborted) break
        this.#deps.log.warn('a log cannot be read; it is tried again', { path: this.#path, error })
      }
      await sleep(this.#options.pollMs, undefined, { signal }).catch(() => undefined)
    }
    await this.#close()
  }

  /** Ends soon; `run` then makes durable what was read. */
  stop(): void {
    this.#stopping.abort()
    this.#feed.abandon()
  }

  /** Where a restart goes on; after a rotation that may be a file with another name. */
  async #resume(): Promise<void> {
    const checkpoint = await this.#feed.open()
    if (checkpoint === undefined) return
    this.#isNew = false
    const identity = checkpoint.origin as FileIdentity
    this.#files.restore(identity)
    const file = await findAgain(identity, this.#path)
    if (file !== undefined) {
      await this.#use(file, Number(checkpoint.base))
    } else if (identity.at === 0) {
      // Whole it is an unread file like others, whatever it is called by now.
      this.#isLost = true
    } else {
      this.#files.returnTo(identity.modifiedAt)
      this.#alarmLost()
    }
  }

  async #step(): Promise<void> {
    const reading = this.#reading ?? await this.#begin()
    if (reading === undefined) return
    const isSame = await this.#drain(reading)
    await this.#feed.settle()
    if (!isSame) await this.#recover(reading)
    else if (this.#reading === reading) await this.#look(reading)
    const now = this.#deps.now()
    if (now - this.#savedAt < SAVE_MS) return
    this.#savedAt = now
    await this.#feed.save()
  }

  /** Opens the file by its name, where it is there and its MTA is known. */
  async #begin(): Promise<Reading | undefined> {
    const file = await openFile(this.#path)
    if (file === undefined) return undefined
    const start = await readStart(file)
    const { mta } = this.#options
    const known = this.#feed.mta ?? (mta === 'auto' ? detectLog(start) : mta)
    if (known === undefined) {
      await file.close()
      return undefined
    }
    if (this.#isNew && this.#options.from === 'end') {
      const { size } = await stat(file.path)
      const reading = await this.#enter(file, known, size)
      if (hasLogHeader(known)) for (const line of start) this.#feed.prime(line)
      return reading
    }
    return await this.#enter(file, known)
  }

  /** A file that is read for the first time. */
  async #enter(file: OpenFile, mta?: LogMta, offset = 0): Promise<Reading> {
    this.#isNew = false
    const reading = await this.#use(file, offset)
    this.#cutter.reset()
    this.#files.beginAt(await file.modifiedAt())
    await this.#feed.begin((place) => this.#originAt(Number(place)), offset, mta)
    return reading
  }

  async #use(file: OpenFile, offset: number): Promise<Reading> {
    if (this.#reading?.file !== file) await this.#reading?.file.close()
    this.#reading = await Reading.at(file, offset, this.#buffer)
    this.#feed.describe((place) => this.#originAt(Number(place)))
    this.#rotatedAt = undefined
    this.#quietSince = this.#deps.now()
    return this.#reading
  }

  async #originAt(place: number): Promise<FileIdentity | undefined> {
    const reading = this.#reading
    if (reading === undefined) return undefined
    return this.#files.describe(await reading.identityAt(place))
  }

  /**
   * Reads all whole lines; false where the file is no longer the one that was read. Throws when it
   * is stopped before the end: nobody may take the place for the end of the file.
   */
  async #drain(reading: Reading): Promise<boolean> {
    for (;;) {
      this.#stopping.signal.throwIfAborted()
      const fresh = await reading.next()
      if (fresh === undefined) return false
      const isUnsure = reading.offset === 0 && (fresh.length > 0 || !reading.isChecked)
      if (isUnsure && await this.#readUnread(reading, fresh)) return true
      if (fresh.length === 0) return true
      const consumed = await this.#cutter.cut(fresh, reading.offset)
      if (consumed === 0) return true
      await this.#move(reading, fresh.subarray(0, consumed))
    }
  }

  async #move(reading: Reading, consumed: Buffer): Promise<void> {
    reading.move(consumed)
    this.#quietSince = this.#deps.now()
    this.#readSinceSnapshot += consumed.length
    await this.#feed.settle()
    if (this.#readSinceSnapshot < this.#options.snapshotBytes) return
    this.#readSinceSnapshot = 0
    await this.#feed.snapshot()
  }

  /** At the end of the file: does its name stand for another one by now? */
  async #look(reading: Reading): Promise<void> {
    const { file } = reading
    const named = await stat(this.#path).catch(() => undefined)
    if (named === undefined || (named.ino === file.inode && named.dev === file.dev)) {
      this.#rotatedAt = undefined
      return
    }
    const now = this.#deps.now()
    this.#rotatedAt ??= now
    const quietMs = now - Math.max(this.#rotatedAt, this.#quietSince)
    if (quietMs < this.#options.graceMs || !await this.#drain(reading)) return
    if (this.#reading !== reading) return
    await this.#finish(reading)
    await this.#reopen()
  }

  /** Its end is reached for good: what stands there without a line end is a line. */
  async #finish(reading: Reading): Promise<void> {
    const bytes = await reading.rest()
    await this.#cutter.cutRest(bytes, reading.offset)
    await this.#move(reading, bytes)
    await this.#feed.flush()
    this.#files.add(await reading.identityAt(reading.offset))
  }

  /** The name stands for another file now, or for none yet. */
  async #reopen(): Promise<void> {
    const file = await openFile(this.#path)
    if (file !== undefined) {
      await this.#enter(file)
      return
    }
    await this.#reading?.file.close()
    this.#reading = undefined
  }

  /** Files that came and went between two looks, before the one that begins with `start`. */
  async #readUnread(current: Reading, start: Buffer): Promise<boolean> {
    const { since } = this.#files
    if (this.#isCatchingUp || since === undefined) return false
    current.isChecked = true
    const unread = await findUnread({
      current: current.file, name: this.#path, since, done: this.#files.done, start,
    })
    if (this.#isLost && unread.length === 0) this.#alarmLost()
    this.#isLost = false
    if (unread.length === 0) return false
    this.#reading = undefined
    this.#isCatchingUp = true
    try {
      for (const file of unread) {
        const reading = await this.#enter(file)
        while (!await this.#isQuiet(reading)) {
          await sleep(this.#options.pollMs, undefined, { signal: this.#stopping.signal })
        }
        await this.#finish(reading)
      }
    } catch (error) {
      // The one that is being read stays open: a checkpoint tells where in it to go on.
      this.#files.returnTo(since)
      const others = [...unread, current.file].filter((file) => file !== this.#reading?.file)
      await Promise.all(others.map((file) => file.close()))
      throw error
    } finally {
      this.#isCatchingUp = false
    }
    await this.#enter(current.file)
    return true
  }

  /** Reads what is there; true where nothing has come for long enough. */
  async #isQuiet(reading: Reading): Promise<boolean> {
    await this.#drain(reading)
    return this.#deps.now() - await reading.file.modifiedAt() >= this.#options.graceMs
  }

  /** The file was cut: its copy has what was not read yet, and the name begins anew. */
  async #recover(reading: Reading): Promise<void> {
    await this.#feed.flush()
    const { offset } = reading
    const identity = await reading.identityAt(offset)
    const copy = await findAgain(identity, this.#path)
    if (copy === undefined) {
      this.#alarm(`${this.#path} was cut or written anew, and no copy of it is beside it: lines ` +
        'that came shortly before may be missing')
    } else {
      const again = await this.#use(copy, offset)
      await this.#drain(again)
      await this.#finish(again)
    }
    await this.#reopen()
  }

  #alarmLost(): void {
    this.#alarm(`${this.#path} is not the file that was read before, and that one is nowhere ` +
      'beside it: lines that it got since may be missing')
  }

  #alarm(problem: string): void {
    this.#deps.log.error(problem, { source: this.#options.source })
    this.#deps.alarm(problem)
  }

  async #close(): Promise<void> {
    await this.#feed.snapshot().catch((error: unknown) => {
      this.#deps.log.warn('what a log told last is read again at the next start', {
        path: this.#path, error,
      })
    })
    await this.#reading?.file.close()
  }
}
