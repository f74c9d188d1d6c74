// Follows one log file through everything that rotation does to it, and hands each line to the feed
// exactly once (F21): rename and create, copy and truncate, links that move, names that come back.

import { stat } from 'node:fs/promises'
import { setTimeout as sleep } from 'node:timers/promises'
import { detectLog, hasLogHeader } from '@carom/core'
import { FileFeed } from './file-feed.ts'
import type { FileIdentity } from './identity.ts'
import { openFile, readStart, type OpenFile } from './open-file.ts'
import type { LogFileOptions } from './options.ts'
import type { Reading } from './reading.ts'
import { findAgain, findUnread, isAnyOf } from './siblings.ts'
import type { LogIntakeDeps } from './types.ts'

/** Milliseconds between two notes of a place that moved without telling anything. */
const SAVE_MS = 5_000

export class FileFollower {
  readonly #path: string
  readonly #options: LogFileOptions
  readonly #deps: LogIntakeDeps
  readonly #source: FileFeed
  readonly #stopping = new AbortController()
  /** Nothing had been read of the file that a stop interrupted, and its name is another's. */
  #isLost = false
  #isCatchingUp = false
  #isNew = true
  #rotatedAt: number | undefined
  #savedAt = Number.NEGATIVE_INFINITY

  constructor(path: string, options: LogFileOptions, deps: LogIntakeDeps) {
    this.#path = path
    this.#options = options
    this.#deps = deps
    this.#source = new FileFeed(path, options, deps, this.#stopping.signal)
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
    this.#source.feed.abandon()
  }

  /** Where a restart goes on; after a rotation that may be a file with another name. */
  async #resume(): Promise<void> {
    const checkpoint = await this.#source.feed.open()
    if (checkpoint === undefined) return
    this.#isNew = false
    const identity = checkpoint.origin as FileIdentity
    this.#source.files.restore(identity)
    if (identity.at === 0) {
      // Nothing was read of it, so nothing tells it from a new file with its inode: it is unread,
      // as others are, by whatever name it goes now.
      const named = await stat(this.#path).catch(() => undefined)
      this.#isLost = named?.ino !== identity.inode || named.dev !== identity.dev
      return
    }
    const file = await findAgain(identity, this.#path)
    if (file !== undefined) {
      const reading = await this.#source.use(file, Number(checkpoint.base))
      reading.isResumed = true
      return
    }
    this.#source.files.returnTo(identity.modifiedAt)
    this.#alarmLost()
  }

  async #step(): Promise<void> {
    const source = this.#source
    const reading = source.reading ?? await this.#begin()
    if (reading === undefined) return
    const isSame = await source.drain(reading, this.#readUnread)
    await source.feed.settle()
    if (!isSame) await this.#recover(reading)
    else if (source.reading === reading) await this.#look(reading)
    const now = performance.now()
    if (now - this.#savedAt < SAVE_MS) return
    this.#savedAt = now
    await source.feed.save()
  }

  /** Opens the file by its name, where it is there and its MTA is known. */
  async #begin(): Promise<Reading | undefined> {
    const file = await openFile(this.#path)
    if (file === undefined) return undefined
    const { feed } = this.#source
    const start = await readStart(file)
    const { mta } = this.#options
    const known = feed.mta ?? (mta === 'auto' ? detectLog(start) : mta)
    if (known === undefined) {
      await file.close()
      return undefined
    }
    const isFromEnd = this.#isNew && this.#options.from === 'end'
    this.#isNew = false
    if (!isFromEnd) return await this.#source.enter(file, known)
    const { size } = await stat(file.path)
    const reading = await this.#source.enter(file, known, size)
    if (hasLogHeader(known)) for (const line of start) feed.prime(line)
    return reading
  }

  /** At the end of the file: does its name stand for another one by now? */
  async #look(reading: Reading): Promise<void> {
    const { file } = reading
    const named = await stat(this.#path).catch(() => undefined)
    if (named === undefined || (named.ino === file.inode && named.dev === file.dev)) {
      this.#rotatedAt = undefined
      return
    }
    const now = performance.now()
    this.#rotatedAt ??= now
    const quietMs = now - Math.max(this.#rotatedAt, this.#source.movedAt)
    if (quietMs < this.#options.graceMs) return
    if (!await this.#source.drain(reading, this.#readUnread)) return
    if (this.#source.reading !== reading) return
    await this.#source.finish(reading)
    await this.#reopen()
  }

  /** The name stands for another file now, or for none yet. */
  async #reopen(): Promise<void> {
    this.#rotatedAt = undefined
    const file = await openFile(this.#path)
    if (file === undefined) await this.#source.close()
    else await this.#source.enter(file)
  }

  /** Files that came and went between two looks, before the one that begins with `start`. */
  readonly #readUnread = async (current: Reading, start: Buffer): Promise<boolean> => {
    const source = this.#source
    const { since, done } = source.files
    if (this.#isCatchingUp || since === undefined) return false
    current.isChecked = true
    const unread = await findUnread({
      current: current.file, name: this.#path, since, done, start,
    })
    if (this.#isLost && unread.length === 0) this.#alarmLost()
    this.#isLost = false
    if (unread.length === 0) return false
    source.release()
    this.#isCatchingUp = true
    try {
      for (const file of unread) await this.#readWhole(file)
    } catch (error) {
      // The one that is being read stays open: a checkpoint tells where in it to go on.
      source.files.returnTo(since)
      const others = [...unread, current.file].filter((file) => file !== source.reading?.file)
      await Promise.all(others.map((file) => file.close()))
      throw error
    } finally {
      this.#isCatchingUp = false
    }
    await source.enter(current.file)
    return true
  }

  /** Reads a rotated file, unless it is one that was read under another name. */
  async #readWhole(file: OpenFile): Promise<void> {
    const { graceMs } = this.#options
    let seen = { modifiedAt: await file.modifiedAt(), at: performance.now() }
    // By the clock that wrote the file where it agrees with this one, else by waiting.
    const isQuiet = async (): Promise<boolean> => {
      const modifiedAt = await file.modifiedAt()
      if (modifiedAt !== seen.modifiedAt) seen = { modifiedAt, at: performance.now() }
      return this.#deps.now() - modifiedAt >= graceMs || performance.now() - seen.at >= graceMs
    }
    const wait = (): Promise<void> =>
      sleep(this.#options.pollMs, undefined, { signal: this.#stopping.signal })
    // While it is compressed, the file stands there twice.
    while (file.isPacked && !await isQuiet()) await wait()
    if (await isAnyOf(file, this.#source.files.done)) {
      await file.close()
      return
    }
    const reading = await this.#source.enter(file)
    for (;;) {
      await this.#source.drain(reading)
      if (await isQuiet()) break
      await wait()
    }
    await this.#source.drain(reading)
    await this.#source.finish(reading)
  }

  /** The file was cut: its copy has what was not read yet, and the name begins anew. */
  async #recover(reading: Reading): Promise<void> {
    const source = this.#source
    await source.feed.flush()
    const { offset } = reading
    const copy = await findAgain(await reading.identityAt(offset), this.#path)
    if (copy === undefined) {
      this.#alarm(`${this.#path} was cut or written anew, and no copy of it is beside it: lines ` +
        'that came shortly before may be missing')
    } else {
      const again = await source.use(copy, offset)
      await source.drain(again)
      await source.finish(again)
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
    await this.#source.feed.snapshot().catch((error: unknown) => {
      this.#deps.log.warn('what a log told last is read again at the next start', {
        path: this.#path, error,
      })
    })
    await this.#source.close()
  }
}
