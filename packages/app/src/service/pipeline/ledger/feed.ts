// What happens, told to live views from the rows that tell it: whichever process wrote them, and
// from any place on, so that a view that was cut off misses nothing.

import { setTimeout as sleep } from 'node:timers/promises'
import type { LedgerNote, LedgerNotes } from '../../http/rows-of-work.ts'
import type { Reader, Store } from '../../store/types.ts'
import { noteOfAudit, noteOfEvent, type AuditRecord, type EventRecord } from './feed-notes.ts'

export type FeedOptions = {
  /**
   * Pause in ms between two looks for what other processes did.
   * @default 1000
   */
  readonly pollMs: number
}

const FEED_DEFAULTS: FeedOptions = { pollMs: 1_000 }

/** Rows of each table, of all tenants, that are read at once. */
const PAGE_ROWS = 500
/** Rows of all tenants behind which a view is told to ask for everything anew. */
const ROWS_BEHIND_MAX = 5_000
/** However often this process commits, views are told at most this often. */
const REST_MS = 100

/**
 * The last rows that were told. Transactions come one after the other, on both stores and over all
 * processes (`Store.write`): no row that is seen later has a lower number.
 */
type Place = { readonly event: number; readonly audit: number }

type Look = { readonly place: Place; readonly notes: readonly LedgerNote[]; readonly more: boolean }

export class Feed {
  readonly #store: Store
  readonly #options: FeedOptions
  // Views at the same place share one look.
  readonly #looks = new Map<string, Promise<Look | 'too-far'>>()
  readonly #asleep = new Set<AbortController>()
  #commits = 0

  constructor(store: Store, options: FeedOptions = FEED_DEFAULTS) {
    this.#store = store
    this.#options = options
  }

  /** This process committed something: look now. */
  wake(): void {
    this.#commits += 1
    for (const controller of this.#asleep) controller.abort()
  }

  /** Until `signal` ends it; first, where it begins. @throws what the store throws */
  async *follow(
    tenant: string, after: string | undefined, signal: AbortSignal,
  ): AsyncGenerator<LedgerNotes> {
    let place = after === undefined ? undefined : readPlace(after)
    const isLost = after !== undefined && place === undefined
    place ??= await readLast(this.#store)
    yield { id: idOf(place), isReset: isLost, notes: [] }
    while (!signal.aborted) {
      const commits = this.#commits
      const look = await this.#look(tenant, place)
      if (look === 'too-far') {
        place = await readLast(this.#store)
        yield { id: idOf(place), isReset: true, notes: [] }
        continue
      }
      place = look.place
      if (look.notes.length > 0) yield { id: idOf(place), isReset: false, notes: look.notes }
      if (!look.more) await this.#sleep(signal, commits)
    }
  }

  async #look(tenant: string, place: Place): Promise<Look | 'too-far'> {
    const key = `${idOf(place)} ${tenant}`
    const running = this.#looks.get(key)
    if (running !== undefined) return await running
    const look = readOn(this.#store, tenant, place)
    this.#looks.set(key, look)
    try {
      return await look
    } finally {
      this.#looks.delete(key)
    }
  }

  async #sleep(signal: AbortSignal, commits: number): Promise<void> {
    await pause(REST_MS, signal)
    if (commits !== this.#commits) return
    const awake = new AbortController()
    this.#asleep.add(awake)
    await pause(this.#options.pollMs - REST_MS, AbortSignal.any([signal, awake.signal]))
    this.#asleep.delete(awake)
  }
}

async function pause(ms: number, signal: AbortSignal): Promise<void> {
  await sleep(ms, undefined, { signal, ref: false }).catch(() => undefined)
}

async function readOn(store: Reader, tenant: string, place: Place): Promise<Look | 'too-far'> {
  const last = await readLast(store)
  const behind = [last.event - place.event, last.audit - place.audit]
  if (behind.some((rows) => rows < 0 || rows > ROWS_BEHIND_MAX)) return 'too-far'
  const next: Place = {
    event: Math.min(last.event, place.event + PAGE_ROWS),
    audit: Math.min(last.audit, place.audit + PAGE_ROWS),
  }
  const rowsOf = async <Row>(columns: string, of: keyof Place): Promise<Row[]> =>
    next[of] === place[of] ? [] : await store.all<Row>(
      `SELECT ${columns} WHERE seq > ? AND seq <= ? AND tenant = ? ORDER BY seq`,
      [place[of], next[of], tenant])
  const events = await rowsOf<EventRecord>(
    'seq, id, kind, reason, remedy, address, receiver, received_at FROM events', 'event')
  const audit = await rowsOf<AuditRecord>(
    'seq, at, action, address, list, detail FROM audit', 'audit')
  return {
    place: next, more: idOf(next) !== idOf(last),
    notes: [
      ...events.map((row) => ({
        ...noteOfEvent(row), id: idOf({ event: Number(row.seq), audit: place.audit }),
      })),
      ...audit.flatMap((row) => {
        const note = noteOfAudit(row)
        const id = idOf({ event: next.event, audit: Number(row.seq) })
        return note === undefined ? [] : [{ ...note, id }]
      }),
    ],
  }
}

async function readLast(store: Reader): Promise<Place> {
  const row = await store.get<{ event: number | null; audit: number | null }>(
    'SELECT (SELECT MAX(seq) FROM events) AS event, (SELECT MAX(seq) FROM audit) AS audit')
  return { event: Number(row?.event ?? 0), audit: Number(row?.audit ?? 0) }
}

function idOf({ event, audit }: Place): string {
  return `${event}.${audit}`
}

function readPlace(id: string): Place | undefined {
  const [, event, audit] = /^(\d{1,15})\.(\d{1,15})$/.exec(id) ?? []
  return event === undefined || audit === undefined ? undefined
    : { event: Number(event), audit: Number(audit) }
}
