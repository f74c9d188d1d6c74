// What the parts of the log intake get from outside.

import type { Store } from '../../store/types.ts'

/** How far a source was read; durable when `set` resolves. */
export type Cursors = {
  readonly get: (name: string) => Promise<string | undefined>
  readonly set: (name: string, value: string) => Promise<void>
}

export type Log = Record<
  'debug' | 'info' | 'warn' | 'error',
  (message: string, fields?: Readonly<Record<string, unknown>>) => void
>

export type LogIntakeDeps = {
  readonly store: Pick<Store, 'ingest'>
  readonly cursors: Cursors
  readonly log: Log
  readonly now: () => number
  /** Tells the pipeline that there is work. */
  readonly wake: () => void
  /** Who reads as fast as can be, since much of its log is still unread. */
  readonly behind: Pick<Set<object>, 'add' | 'delete'>
  /** Tells a person that lines may be missing: the health of the source shows it. */
  readonly alarm: (problem: string) => void
}

export type LogIntake = {
  readonly start: () => Promise<void>
  /** Resolves when what was read is durable. */
  readonly stop: () => Promise<void>
}
