// Something that may ring while nobody listens: waiting for it then ends at once.

import { waitMs } from './backoff.ts'

export type Bell = {
  readonly ring: () => void
  readonly silence: () => void
  /** Resolves at the next ring, when the time is over, or when the signal is given. */
  readonly wait: (ms: number, signal: AbortSignal) => Promise<void>
}

export function createBell(): Bell {
  let hasRung = false
  let wakeUp: (() => void) | undefined
  return {
    ring: () => {
      hasRung = true
      wakeUp?.()
    },
    silence: () => {
      hasRung = false
    },
    wait: async (ms, signal) => {
      if (!hasRung) {
        const rung = new AbortController()
        wakeUp = () => rung.abort()
        await waitMs(ms, AbortSignal.any([signal, rung.signal]))
        wakeUp = undefined
      }
      hasRung = false
    },
  }
}
