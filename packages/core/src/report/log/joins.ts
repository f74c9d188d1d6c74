// A bounded memory of what the lines of one message have told so far; the least lately used entry
// goes first, and what is older than a queue keeps mail is forgotten.

import { JOIN_ENTRIES_MAX, JOIN_TTL_MS } from './limits.ts'

type Kept<Entry> = { readonly entry: Entry; readonly at: number }

/** An entry that was used this long ago counts as just used: queues keep mail for days. */
const MOVE_MS = 60_000

/** Entries are plain JSON objects. Times are those of the log, in milliseconds since 1970. */
export class JoinTable<Entry extends object> {
  #kept = new Map<string, Kept<Entry>>()
  #newest = Number.NEGATIVE_INFINITY

  get size(): number {
    return this.#kept.size
  }

  get(key: string): Entry | undefined {
    const found = this.#kept.get(key)
    if (found === undefined) return undefined
    if (found.at >= this.#newest - JOIN_TTL_MS) return found.entry
    this.#kept.delete(key)
    return undefined
  }

  /** The entry of a key, made where there is none yet; it becomes the latest used. */
  touch(key: string, at: number, make: () => Entry): Entry {
    const found = this.#kept.get(key)
    // The lines of one message follow each other: nothing has to be moved for each of them.
    const isRecent = found !== undefined && at >= found.at && at - found.at < MOVE_MS &&
      found.at >= this.#newest - JOIN_TTL_MS
    if (isRecent) return found.entry
    const entry = this.get(key) ?? make()
    this.set(key, entry, at)
    return entry
  }

  set(key: string, entry: Entry, at: number): void {
    // A line whose stamp cannot be read counts as written now.
    const time = Number.isFinite(at) ? at : this.#newest
    this.#kept.delete(key)
    this.#kept.set(own(key), { entry, at: time })
    if (time > this.#newest) this.#newest = time
    this.#forget()
  }

  delete(key: string): void {
    this.#kept.delete(key)
  }

  /** Forgets every key that begins so. */
  deleteAll(prefix: string): void {
    for (const key of this.#kept.keys()) if (key.startsWith(prefix)) this.#kept.delete(key)
  }

  save(): unknown {
    return [...this.#kept].map(([key, { entry, at }]) => [key, entry, at])
  }

  load(saved: unknown): void {
    if (!Array.isArray(saved)) return
    for (const row of saved as unknown[]) {
      if (!Array.isArray(row)) continue
      const [key, entry, at] = row as unknown[]
      if (typeof key !== 'string' || typeof entry !== 'object' || entry === null) continue
      this.set(key, entry as Entry, typeof at === 'number' ? at : Number.NaN)
    }
  }

  #forget(): void {
    for (const [key, { at }] of this.#kept) {
      if (this.#kept.size <= JOIN_ENTRIES_MAX && !(at < this.#newest - JOIN_TTL_MS)) break
      this.#kept.delete(key)
    }
  }
}

/** The text by itself: a slice would keep all of the text alive that it was cut from. */
export function own(text: string): string {
  return (' ' + text).slice(1)
}
