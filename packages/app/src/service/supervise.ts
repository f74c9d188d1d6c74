// Keeps parts of the service running: what fails at its start is tried again, after pauses that
// grow.

import type { Log } from './log.ts'

export type Part = {
  readonly name: string
  readonly start: () => Promise<void>
  readonly stop: () => Promise<void>
}

export type Supervised = {
  /** Resolves after the first attempt, whatever came of it. */
  readonly start: () => Promise<void>
  readonly stop: () => Promise<void>
  readonly isRunning: () => boolean
  readonly problem: () => string | undefined
}

export type SuperviseOptions = {
  /** The first pause. @default 1,000 */
  readonly retryMinMs: number
  /** The longest. @default 60,000 */
  readonly retryMaxMs: number
}

export const SUPERVISE_DEFAULTS: SuperviseOptions = { retryMinMs: 1_000, retryMaxMs: 60_000 }

export function supervise(
  part: Part, { retryMinMs, retryMaxMs }: SuperviseOptions, log: Log,
): Supervised {
  let state: 'stopped' | 'running' | 'waiting' | 'stopping' = 'stopped'
  let problem: string | undefined
  let pauseMs = retryMinMs
  let timer: NodeJS.Timeout | undefined
  let attempt: Promise<void> = Promise.resolve()
  const tryStart = async (): Promise<void> => {
    try {
      await part.start()
      if (state === 'waiting') state = 'running'
      problem = undefined
    } catch (error) {
      problem = error instanceof Error ? error.message : String(error)
      log.error(`${part.name} could not be started; it is tried again`, {
        error: problem, afterMs: pauseMs,
      })
      if (state !== 'waiting') return
      timer = setTimeout(() => { attempt = tryStart() }, pauseMs)
      pauseMs = Math.min(pauseMs * 2, retryMaxMs)
    }
  }
  return {
    async start() {
      state = 'waiting'
      attempt = tryStart()
      await attempt
    },
    async stop() {
      const before = state
      state = 'stopping'
      clearTimeout(timer)
      await attempt
      // What was never started has nothing to stop; a part in between may have.
      if (before === 'running' || problem === undefined) await part.stop()
      state = 'stopped'
    },
    isRunning: () => state === 'running',
    problem: () => problem,
  }
}
