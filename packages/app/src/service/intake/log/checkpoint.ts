// How far a log was read, as it is kept: a small note for each input, and now and then a copy of
// what the reader remembers.

import type { LogMta } from '@carom/core'

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
export type Slot = { readonly generation: number; readonly at: Place; readonly state: string }

export function parseJson(text: string | undefined): unknown {
  if (text === undefined) return undefined
  try {
    return JSON.parse(text)
  } catch {
    // A value of another version: the log is read anew, and known items change nothing.
    return undefined
  }
}

export function isCheckpoint(value: unknown): value is Checkpoint {
  return typeof value === 'object' && value !== null &&
    (value as { version?: unknown }).version === 1 && 'slot' in value
}

export function isSlot(value: unknown): value is Slot {
  return typeof value === 'object' && value !== null &&
    typeof (value as { state?: unknown }).state === 'string'
}
