// What happens, told to live views as it is committed, with a memory for those that were cut off.

import type { LedgerNote } from '../../http/rows-of-work.ts'
import type { Applied } from '../types.ts'
import { changeNote } from '../notes.ts'

/** Notes that are remembered for views that come back. */
const REMEMBERED_MAX = 5_000

type Listener = (note: LedgerNote) => void

export class Feed {
  readonly #listeners = new Map<string, Set<Listener>>()
  readonly #notes: { readonly tenant: string; readonly note: LedgerNote }[] = []
  readonly #now: () => number
  #lastId: number

  constructor(now: () => number) {
    this.#now = now
    // Ids of one run of the service are never those of an earlier one.
    this.#lastId = now() * 1000
  }

  /** Tells what was applied. */
  applied(tenant: string, { events, changes, outages }: Applied): void {
    for (const { event, address, receiver } of events) {
      this.tell(tenant, 'event', { id: event.id, kind: event.kind, reason: event.reason,
        remedy: event.remedy, address, receiver })
    }
    for (const change of changes) {
      const { type, data } = changeNote(change)
      this.tell(tenant, type.startsWith('suppression.') ? type as 'suppression.added' : 'address',
        data)
    }
    for (const receiver of outages) this.tell(tenant, 'outage', { receiver })
  }

  subscribe(tenant: string, listen: Listener): () => void {
    const listeners = this.#listeners.get(tenant) ?? new Set()
    listeners.add(listen)
    this.#listeners.set(tenant, listeners)
    return () => listeners.delete(listen)
  }

  /** Undefined where memory does not reach back so far. */
  notesAfter(tenant: string, id: number): readonly LedgerNote[] | undefined {
    const first = this.#notes[0]?.note.id ?? this.#lastId + 1
    if (id < first - 1) return undefined
    return this.#notes.filter(({ tenant: whose, note }) => whose === tenant && note.id > id)
      .map(({ note }) => note)
  }

  /** Tells what is no part of what was applied too. */
  tell(tenant: string, type: LedgerNote['type'], data: unknown): void {
    this.#lastId += 1
    const note = { id: this.#lastId, type, at: this.#now(), data }
    this.#notes.push({ tenant, note })
    if (this.#notes.length > REMEMBERED_MAX) this.#notes.splice(0, REMEMBERED_MAX / 10)
    for (const listen of this.#listeners.get(tenant) ?? []) listen(note)
  }
}
