// From lines to durable inputs: reads them, gathers what they tell, hands it to the store, and only
// when that is durable writes down how far the log was read. Some inputs may be under way to the
// disk while the next lines are read. A replay after a crash gives the same inputs again.

import { createLogReader, type LogItem, type LogMta, type LogReader } from '@carom/core'
import {
  Checkpoints, type Checkpoint, type OriginAt, type Place, type UnderWay,
} from './checkpoint.ts'
import { inputOf } from './input-of.ts'
import type { FeedOptions } from './options.ts'
import type { LogIntakeDeps } from './types.ts'
import { untilTaken } from './until-taken.ts'

/** How often the cursor is written while full inputs follow each other. */
const SAVE_MS = 1_000
/** Inputs under way to the disk at once: reading waits for none of them, and memory stays small. */
const UNDER_WAY_MAX = 64

/** Lines of one log, one after the other. */
export class LogFeed {
  readonly #options: FeedOptions
  readonly #deps: LogIntakeDeps
  #reader: LogReader | undefined
  #items: LogItem[] = []
  // Spans are measured by a clock that nobody sets (F15).
  #firstAt = 0
  /** All before it is durable. */
  #from: Place = 0
  /** Where the input begins that is gathered now. */
  #begun: Place = 0
  #at: Place = 0
  #underWay: UnderWay[] = []
  #until: Place | undefined
  /** Lines up to here only bring the reader's memory back. */
  #mark: Place | undefined
  #originAt: OriginAt | undefined
  /** What `originAt` said last: of the place up to which all is durable, or of `until`. */
  #origin: unknown
  #generation = 0
  /** No input was made in this generation yet. */
  #isFirst = true
  #base: Place = 0
  #slot: 0 | 1 = 0
  #savedAt = Number.NEGATIVE_INFINITY
  #savedPlace: Place | undefined
  readonly #checkpoints: Checkpoints
  #stopping = new AbortController()

  constructor(options: FeedOptions, deps: LogIntakeDeps) {
    this.#options = options
    this.#deps = deps
    this.#checkpoints = new Checkpoints(deps.cursors, options.name, (work) => this.#retry(work))
  }

  get mta(): LogMta | undefined {
    return this.#reader?.mta
  }

  /** Takes up the checkpoint; the source then reads on from its `base`. */
  async open(): Promise<Checkpoint | undefined> {
    const found = await this.#checkpoints.read()
    if (found === undefined) return undefined
    const { checkpoint, state } = found
    this.#start(checkpoint.mta, state)
    this.#generation = checkpoint.generation
    this.#slot = checkpoint.slot
    this.#base = checkpoint.base
    this.#origin = checkpoint.origin
    this.#from = checkpoint.at
    this.#begun = checkpoint.at
    this.#at = checkpoint.at
    this.#until = checkpoint.until
    this.#savedPlace = checkpoint.at
    if (checkpoint.base !== checkpoint.at) this.#mark = checkpoint.at
    return checkpoint
  }

  /** Begins another file, or the same one anew after it was cut; what is known of mail stays. */
  async begin(originAt: OriginAt, place: Place, mta?: LogMta): Promise<void> {
    await this.drain()
    if (mta !== undefined && this.#reader === undefined) this.#start(mta)
    this.#generation += 1
    this.#originAt = originAt
    this.#mark = undefined
    this.#until = undefined
    this.#isFirst = true
    this.#at = place
    await this.#advance()
    await this.snapshot()
  }

  /** Goes on in what `open` has found: `originAt` tells what a checkpoint needs of a place. */
  describe(originAt: OriginAt): void {
    this.#originAt = originAt
  }

  /** Reads one line that ends at `place`; true when `flush` has to be called before the next. */
  read(line: string, place: Place): boolean {
    const items = this.#reader?.read(line) ?? []
    if (this.#mark !== undefined) {
      if (place === this.#mark) this.#mark = undefined
      // The line itself was read before.
      return false
    }
    this.#at = place
    if (items.length > 0) {
      if (this.#items.length === 0) this.#firstAt = performance.now()
      this.#items.push(...items)
    }
    return this.#items.length >= this.#options.batchItemsMax || place === this.#until
  }

  /** Only what the lines tell the reader counts, as with the header of a file read from its end. */
  prime(line: string): void {
    this.#reader?.read(line)
  }

  /** Hands over what has waited long enough. */
  async settle(): Promise<void> {
    const isDue = this.#items.length > 0 &&
      performance.now() - this.#firstAt >= this.#options.batchWaitMs
    if (isDue) await this.drain()
  }

  /** Hands over a full input, and goes on while it is made durable; waits where many are. */
  async flush(): Promise<void> {
    const isFull = this.#items.length >= this.#options.batchItemsMax
    // What the clock cuts must be cut at the same place after a crash; and with the first input
    // the checkpoint gets bytes by which the file is found under another name.
    if (!isFull || this.#isFirst || this.#until !== undefined) {
      await this.drain()
      return
    }
    await this.#handOver(performance.now() - this.#savedAt >= SAVE_MS)
    if (this.#underWay.length >= UNDER_WAY_MAX) await this.#arrive()
  }

  /** Makes all items durable, then the place up to which they reach. */
  async drain(): Promise<void> {
    while (this.#underWay.length > 0) await this.#arrive()
    if (this.#items.length === 0) {
      if (this.#until === this.#at) this.#until = undefined
      return
    }
    const isFull = this.#items.length >= this.#options.batchItemsMax
    if ((!isFull || this.#isFirst) && this.#until !== this.#at) {
      this.#until = this.#at
      this.#origin = await this.#originAt?.(this.#at) ?? this.#origin
      await this.#save()
    }
    await this.#handOver(true)
    await this.#arrive()
    const isCut = this.#until !== undefined
    this.#isFirst = false
    this.#until = undefined
    if (isCut) await this.#save()
  }

  /** `isPlaced`: the checkpoint may say that it was read up to its end. */
  async #handOver(isPlaced: boolean): Promise<void> {
    const input = inputOf(this.#options, {
      items: this.#items, mta: this.#reader?.mta, generation: this.#generation,
      from: this.#begun, to: this.#at,
    }, this.#deps.now())
    const origin = isPlaced ? { found: await this.#originAt?.(this.#at) } : undefined
    this.#items = []
    this.#begun = this.#at
    const durable = this.#retry(async () => { await this.#deps.store.ingest([input]) })
    // Whoever waits for it meets the error.
    durable.catch(() => undefined)
    this.#underWay.push({ at: this.#at, origin, durable })
  }

  /** Waits for the input that was handed over first: all up to its end is durable then. */
  async #arrive(): Promise<void> {
    const first = this.#underWay[0]
    if (first === undefined) return
    await first.durable
    this.#underWay.shift()
    this.#deps.wake()
    if (first.origin === undefined) return
    this.#from = first.at
    this.#origin = first.origin.found ?? this.#origin
    // Reading goes on meanwhile; whoever writes the next one meets the error.
    if (performance.now() - this.#savedAt >= SAVE_MS) this.#save().catch(() => undefined)
  }

  /** Keeps a copy of what the reader remembers, so that a restart reads little again. */
  async snapshot(): Promise<void> {
    await this.drain()
    const reader = this.#reader
    if (reader === undefined || this.#mark !== undefined) return
    const slot = this.#slot === 0 ? 1 : 0
    await this.#checkpoints.writeSlot(
      slot, { generation: this.#generation, at: this.#at, state: reader.state() })
    this.#slot = slot
    this.#base = this.#at
    await this.#advance()
    await this.#save()
  }

  /** Writes down how far it is, where that has changed. */
  async save(): Promise<void> {
    if (this.#items.length > 0 || this.#mark !== undefined) return
    while (this.#underWay.length > 0) await this.#arrive()
    await this.#advance()
    if (this.#savedPlace !== this.#from) await this.#save()
  }

  /** Ends all waiting: what could not be made durable is read again next time. */
  abandon(): void {
    this.#stopping.abort()
  }

  /** All up to here is durable. */
  async #advance(): Promise<void> {
    this.#origin = await this.#originAt?.(this.#at) ?? this.#origin
    this.#from = this.#at
    this.#begun = this.#at
  }

  async #save(): Promise<void> {
    const mta = this.#reader?.mta
    if (mta === undefined) return
    const written = this.#checkpoints.write({
      version: 1, mta, origin: this.#origin, generation: this.#generation, at: this.#from,
      ...(this.#until === undefined ? {} : { until: this.#until }),
      base: this.#base, slot: this.#slot,
    })
    this.#savedAt = performance.now()
    this.#savedPlace = this.#from
    await written
  }

  #start(mta: LogMta, state?: string): void {
    const { zone, year, ownHosts } = this.#options
    this.#reader = createLogReader(mta, {
      now: this.#deps.now, zone, ownHosts,
      ...(year === undefined ? {} : { year }), ...(state === undefined ? {} : { state }),
    })
  }

  #retry(work: () => Promise<void>): Promise<void> {
    const { retryMs, source } = this.#options
    return untilTaken(work, { retryMs, source, log: this.#deps.log, signal: this.#stopping.signal })
  }
}
