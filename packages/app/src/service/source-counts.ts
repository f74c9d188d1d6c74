// How the sources are doing: counts what each one takes in and what it complains of, and writes it
// down every few seconds.

import type { Log } from './log.ts'
import { putSource, touchSource, type SourceInput, type SourceNews } from './store/sources.ts'
import type { Store } from './store/types.ts'

export type SourceCounts = {
  /** The same store, whose intake is counted. */
  readonly counted: Store
  /** Counts what inputs became. */
  readonly booked: (
    events: readonly { readonly item: { readonly source: string; readonly tenant: string } }[],
  ) => void
  /** Logs that a source needs a person, and writes down why. */
  readonly alarm: (source: string, problem: string) => void
  /** Writes down what fails. */
  readonly trouble: (source: string, problem: string) => void
  /** Makes sources known; counters of known ones go on. */
  readonly register: (rows: readonly SourceInput[]) => Promise<void>
  readonly start: () => void
  readonly stop: () => Promise<void>
}

type News = {
  inputs: number; events: number; lastInputAt?: number
  error?: NonNullable<SourceNews['error']>
}

const FLUSH_MS = 5_000

export type SourceCountsDeps = {
  readonly store: Store
  /** Whose sources they are: what others hand in by the same API is not counted to them. */
  readonly tenant: string
  readonly log: Log
  readonly now: () => number
}

export function createSourceCounts(
  { store, tenant: own, log, now }: SourceCountsDeps,
): SourceCounts {
  let news = new Map<string, News>()
  let timer: NodeJS.Timeout | undefined
  let flushing: Promise<void> = Promise.resolve()
  const of = (source: string): News => {
    const known = news.get(source) ?? { inputs: 0, events: 0 }
    news.set(source, known)
    return known
  }
  const trouble = (source: string, text: string): void => {
    of(source).error = { at: now(), text }
  }
  const flush = async (): Promise<void> => {
    if (news.size === 0) return
    const told = news
    news = new Map()
    try {
      await store.write(async (tx) => {
        for (const [source, one] of told) await touchSource(tx, source, one)
      })
    } catch (error) {
      // Counters are for people; what cannot be written now is not worth holding up anything.
      log.debug('counters of sources could not be written', { error })
    }
  }
  return {
    counted: {
      ...store,
      async ingest(inputs) {
        const result = await store.ingest(inputs)
        for (const [i, { source, tenant, receivedAt }] of inputs.entries()) {
          if (result.ids[i] === undefined || tenant !== own) continue
          const one = of(source)
          one.inputs++
          one.lastInputAt = receivedAt
        }
        return result
      },
    },
    booked(events) {
      for (const { item } of events) if (item.tenant === own) of(item.source).events++
    },
    alarm(source, problem) {
      log.warn('a source needs a person', { source, problem })
      trouble(source, problem)
    },
    trouble,
    register: (rows) => store.write(async (tx) => {
      for (const row of rows) await putSource(tx, row, now())
    }),
    start() {
      timer = setInterval(() => { flushing = flush() }, FLUSH_MS).unref()
    },
    async stop() {
      clearInterval(timer)
      await flushing
      await flush()
    },
  }
}
