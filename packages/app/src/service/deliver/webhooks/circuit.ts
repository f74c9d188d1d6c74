// A circuit breaker for one endpoint: after some failures in a row it is left alone for a while,
// then tried with one delivery.

/** Failures in a row that open the circuit. */
const FAILURES_MAX = 5
const PAUSE_MS = 10_000
const PAUSE_MS_MAX = 600_000

export class Circuit {
  #failures = 0
  #opensAt = 0

  /** How many deliveries may run at once now, of so many at best. */
  room(now: number, concurrency: number): number {
    if (this.#failures < FAILURES_MAX) return concurrency
    return now >= this.#opensAt ? 1 : 0
  }

  /** When it is tried again; undefined while it is closed. */
  get retryAt(): number | undefined {
    return this.#failures < FAILURES_MAX ? undefined : this.#opensAt
  }

  succeeded(): void {
    this.#failures = 0
  }

  failed(now: number, retryAfterMs = 0): void {
    this.#failures++
    const doublings = Math.max(0, this.#failures - FAILURES_MAX)
    const pause = Math.min(PAUSE_MS * 2 ** Math.min(doublings, 10), PAUSE_MS_MAX)
    this.#opensAt = now + Math.max(pause, Math.min(retryAfterMs, PAUSE_MS_MAX))
  }
}
