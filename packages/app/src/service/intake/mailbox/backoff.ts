// Pauses between attempts that grow and are spread, so that many sources do not come at once.

import { setTimeout as sleep } from 'node:timers/promises'

export type BackoffOptions = {
  /** The first pause. */
  readonly retryMinMs: number
  /** The longest pause. */
  readonly retryMaxMs: number
}

export const BACKOFF_DEFAULTS: BackoffOptions = { retryMinMs: 1_000, retryMaxMs: 5 * 60_000 }

/** The pause after `failures` failures in a row: doubled each time, half of it by chance. */
export function pauseMs(failures: number, options: BackoffOptions, random: () => number): number {
  const whole = Math.min(options.retryMaxMs, options.retryMinMs * 2 ** Math.min(failures - 1, 30))
  return Math.round(whole / 2 + (whole / 2) * random())
}

/** Waits; ends early, without an error, when the signal is given. */
export async function waitMs(ms: number, signal: AbortSignal): Promise<void> {
  try {
    await sleep(ms, undefined, { signal })
  } catch (error) {
    if (!signal.aborted) throw error
  }
}
