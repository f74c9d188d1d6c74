// How far a log was read, as it is kept: a small note for each input, and now and then a copy of
// what the reader remembers.

import type { LogMta } from '@carom/core'
import type { Cursors } from './types.ts'

/** Where a line ends: a byte of a file, a cursor of the journal. */
export type Place = number | string

/** How far a log was read. JSON. */
export type Checkpoint = {
  readonly version: 1
  readonly mta: LogMta
  /** What the source wants to find again, such as the identity of its file. */
  readonly origin: unknown
  /** Counts files and truncations: part of every key. */
  readonly generation: number
  /** All before it is durable. */
  readonly at: Place
  /** The input that begins at `at` ends there, whatever else has come since. */
  readonly until?: Place
  /** Where the copy of what the reader remembers was made, and under which name it is kept. */
  readonly base: Place
  readonly slot: 0 | 1
}

/** A copy of what a reader remembers. JSON. */
type Slot = { readonly generation: number; readonly at: Place; readonly state: string }

/** What finds a place again. JSON. */
export type OriginAt = (place: Place) => Promise<unknown>

/** An input under way to the disk. */
export type UnderWay = {
  readonly at: Place
  /** What the checkpoint says once it and all before it are durable; looked up now and then. */
  readonly origin: { readonly found: unknown } | undefined
  readonly durable: Promise<void>
}

function parseJson(text: string | undefined): unknown {
  if (text === undefined) return undefined
  try {
    return JSON.parse(text)
  } catch {
    // A value of another version: the log is read anew, and known items change nothing.
    return undefined
  }
}

function isCheckpoint(value: unknown): value is Checkpoint {
  return typeof value === 'object' && value !== null &&
    (value as { version?: unknown }).version === 1 && 'slot' in value
}

function isSlot(value: unknown): value is Slot {
  return typeof value === 'object' && value !== null &&
    typeof (value as { state?: unknown }).state === 'string'
}

/** The checkpoint of one log and its two slots, in the cursors. */
export class Checkpoints {
  readonly #cursors: Cursors
  readonly #name: string
  readonly #untilTaken: (work: () => Promise<void>) => Promise<void>
  /** The one that is being written: they are written one after the other. */
  #writing: Promise<void> = Promise.resolve()

  constructor(
    cursors: Cursors, name: string, untilTaken: (work: () => Promise<void>) => Promise<void>,
  ) {
    this.#cursors = cursors
    this.#name = name
    this.#untilTaken = untilTaken
  }

  /** The checkpoint, and what the reader remembered where its slot is whole. */
  async read(): Promise<
    { readonly checkpoint: Checkpoint; readonly state: string | undefined } | undefined
  > {
    const checkpoint = parseJson(await this.#cursors.get(this.#name))
    if (!isCheckpoint(checkpoint)) return undefined
    const slot = parseJson(await this.#cursors.get(this.#slotName(checkpoint.slot)))
    const isWhole = isSlot(slot) && slot.generation === checkpoint.generation &&
      slot.at === checkpoint.base
    return { checkpoint, state: isWhole ? slot.state : undefined }
  }

  /** Durable when it resolves. */
  async write(checkpoint: Checkpoint): Promise<void> {
    const before = this.#writing
    this.#writing = (async () => {
      await before
      await this.#untilTaken(() => this.#cursors.set(this.#name, JSON.stringify(checkpoint)))
    })()
    await this.#writing
  }

  async writeSlot(number: Checkpoint['slot'], slot: Slot): Promise<void> {
    await this.#untilTaken(() =>
      this.#cursors.set(this.#slotName(number), JSON.stringify(slot)))
  }

  #slotName(number: Checkpoint['slot']): string {
    return `${this.#name}/state-${number}`
  }
}
