// The folders or files of a source on this machine: each is watched by itself, with its own health.

import type { BackoffOptions } from './backoff.ts'
import { fileProblem } from './file-error.ts'
import { keepHealth, problemText } from './health.ts'
import type { HealthKeeper } from './health.ts'
import { keepTrying } from './keep-trying.ts'
import type { KeptMailDeps } from './kept-mail.ts'
import { readsAsBounce } from './read-bounce.ts'
import type { MailIntake, MailIntakeDeps } from './types.ts'

export type WatchedPlace<Options> = {
  readonly path: string
  readonly options: Options
  readonly deps: MailIntakeDeps & KeptMailDeps
  readonly health: HealthKeeper
  readonly signal: AbortSignal
  /** Looks that ended well. */
  looks: number
}

/** `watchPlace` looks until the signal comes; what it throws is told, and it is tried again. */
export function watchPlaces<Options extends BackoffOptions & { readonly source: string }>(
  paths: readonly string[], options: Options, deps: MailIntakeDeps,
  watchPlace: (place: WatchedPlace<Options>) => Promise<void>,
): MailIntake {
  const stopping = new AbortController()
  const { signal } = stopping
  const places = paths.map((path): WatchedPlace<Options> => {
    const health = keepHealth(path, deps)
    return {
      path, options, health, signal, looks: 0,
      deps: { ...deps, isBounce: deps.isBounce ?? readsAsBounce, noteInput: health.noteInput },
    }
  })
  let running: Promise<unknown> = Promise.resolve()
  return {
    start: () => {
      running = Promise.all(places.map((place) => keepTrying({
        options, deps, health: place.health, signal,
        turn: () => watchPlace(place),
        progress: () => place.looks,
        describe: (error) => ({
          problem: fileProblem(error) ?? problemText(error), patient: false,
        }),
      })))
      return Promise.resolve()
    },
    stop: async () => {
      stopping.abort()
      await running
    },
    health: () => places.map(({ health }) => health.read()),
  }
}
