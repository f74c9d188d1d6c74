// From lines to durable inputs: reads them, gathers what they tell, hands it to the store, and only
// then writes down how far the log was read. A replay after a crash gives the same inputs again.

import { createHash } from 'node:crypto'
import { setTimeout as sleep } from 'node:timers/promises'
import {
  createLogReader, writeLogItem,
  type LogItem, type LogMta, type LogReader, type LogReaderOptions,
} from '@carom/core'
import type { NewInput } from '../../store/types.ts'
import {
  isCheckpoint, isSlot, parseJson, type Checkpoint, type Place, type Slot,
} from './checkpoint.ts'
import type { LogSourceOptions } from './options.ts'
import type { LogIntakeDeps } from './types.ts'

export type FeedOptions = LogSourceOptions & Pick<LogReaderOptions, 'year'> & {
  /** Name of the log: of its cursor and in keys. */
  readonly name: string
}

/** What finds a place again. JSON. */
export type OriginAt = (place: Place) => Promise<unknown>

const RETRY_MS_MAX = 30_000
/** How often the cursor is written while full inputs follow each other. */
const SAVE_MS = 1_000

/** Lines of one log, one after the other. */
export class LogFeed {
  readonly #options: FeedOptions
  readonly #deps: LogIntakeDeps
  #reader: LogReader | undefined
  #items: LogItem[] = []
  // Spans are measured by a clock that nobody sets (F15).
  #firstAt = 0
  #from: Place = 0
  #at: Place = 0
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
  #stopping = new AbortController()

  constructor(options: FeedOptions, deps: LogIntakeDeps) {
    this.#options = options
    this.#deps = deps
  }

  get mta(): LogMta | undefined {
    return this.#reader?.mta
  }

  /** Takes up the checkpoint; the source then reads on from its `base`. */
  async open(): Promise<Checkpoint | undefined> {
    const checkpoint = parseJson(await this.#deps.cursors.get(this.#name('')))
    if (!isCheckpoint(checkpoint)) return undefined
    const slot = parseJson(await this.#deps.cursors.get(this.#name(`/state-${checkpoint.slot}`)))
    const isWhole = isSlot(slot) && slot.generation === checkpoint.generation &&
      slot.at === checkpoint.base
    this.#start(checkpoint.mta, isWhole ? slot.state : undefined)
    this.#generation = checkpoint.generation
    this.#slot = checkpoint.slot
    this.#base = checkpoint.base
    this.#origin = checkpoint.origin
    this.#from = checkpoint.at
    this.#at = checkpoint.at
    this.#until = checkpoint.until
    this.#savedPlace = checkpoint.at
    if (checkpoint.base !== checkpoint.at) this.#mark = checkpoint.at
    return checkpoint
  }

  /** Begins another file, or the same one anew after it was cut; what is known of mail stays. */
  async begin(originAt: OriginAt, place: Place, mta?: LogMta): Promise<void> {
    await this.flush()
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
    if (isDue) await this.flush()
  }

  /** Makes all items durable, then the place up to which they reach. */
  async flush(): Promise<void> {
    if (this.#items.length > 0) {
      const isFull = this.#items.length >= this.#options.batchItemsMax
      // What the clock cuts must be cut at the same place after a crash; and with the first input
      // the checkpoint gets bytes by which the file is found under another name.
      if ((!isFull || this.#isFirst) && this.#until !== this.#at) {
        this.#until = this.#at
        this.#origin = await this.#originAt?.(this.#at) ?? this.#origin
        await this.#save()
      }
      await this.#retry(async () => { await this.#deps.store.ingest([this.#input()]) })
      this.#deps.wake()
      const isCut = this.#until !== undefined
      this.#items = []
      this.#isFirst = false
      await this.#advance()
      this.#until = undefined
      if (isCut || performance.now() - this.#savedAt >= SAVE_MS) await this.#save()
    } else if (this.#until === this.#at) this.#until = undefined
  }

  /** Keeps a copy of what the reader remembers, so that a restart reads little again. */
  async snapshot(): Promise<void> {
    await this.flush()
    const reader = this.#reader
    if (reader === undefined || this.#mark !== undefined) return
    const slot = this.#slot === 0 ? 1 : 0
    const value: Slot = { generation: this.#generation, at: this.#at, state: reader.state() }
    await this.#retry(() =>
      this.#deps.cursors.set(this.#name(`/state-${slot}`), JSON.stringify(value)))
    this.#slot = slot
    this.#base = this.#at
    await this.#advance()
    await this.#save()
  }

  /** Writes down how far it is, where that has changed. */
  async save(): Promise<void> {
    if (this.#items.length > 0 || this.#mark !== undefined) return
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
  }

  async #save(): Promise<void> {
    const mta = this.#reader?.mta
    if (mta === undefined) return
    const checkpoint: Checkpoint = {
      version: 1, mta, origin: this.#origin, generation: this.#generation, at: this.#from,
      ...(this.#until === undefined ? {} : { until: this.#until }),
      base: this.#base, slot: this.#slot,
    }
    await this.#retry(() => this.#deps.cursors.set(this.#name(''), JSON.stringify(checkpoint)))
    this.#savedAt = performance.now()
    this.#savedPlace = this.#from
  }

  #input(): NewInput {
    const { tenant, source, trust, name, list } = this.#options
    const bytes = Buffer.from(this.#items.map(writeLogItem).join('\n') + '\n')
    const range = `${this.#generation}:${this.#from}-${this.#at}`
    // The digest keeps apart what has the same place by chance, as where cursors were lost.
    const digest = createHash('sha256').update(bytes).digest('hex').slice(0, 16)
    return {
      tenant, source, trust, kind: 'log', bytes, receivedAt: this.#deps.now(),
      transportKey: `log:${source}:${name}:${range}:${digest}`,
      envelope: {
        vendor: this.#reader?.mta ?? 'unknown',
        place: { log: name, generation: this.#generation, from: this.#from, to: this.#at },
        ...(list === undefined ? {} : { list }),
      },
    }
  }

  #start(mta: LogMta, state?: string): void {
    const { zone, year, ownHosts } = this.#options
    this.#reader = createLogReader(mta, {
      now: this.#deps.now, zone, ownHosts,
      ...(year === undefined ? {} : { year }), ...(state === undefined ? {} : { state }),
    })
  }

  /** A store that is away comes back: until then nothing is read on, and nothing is lost. */
  async #retry(work: () => Promise<void>): Promise<void> {
    for (let waitMs = this.#options.retryMs; ; waitMs = Math.min(waitMs * 2, RETRY_MS_MAX)) {
      try {
        await work()
        return
      } catch (error) {
        if (this.#stopping.signal.aborted) throw error
        this.#deps.log.error('the store does not take what a log told; it is tried again', {
          source: this.#options.source, waitMs, error,
        })
        await sleep(waitMs, undefined, { signal: this.#stopping.signal })
      }
    }
  }

  #name(part: string): string {
    return `${this.#options.name}${part}`
  }
}
