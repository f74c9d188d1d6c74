// How much one key or one address may ask in a minute (T32): counters that are set back every
// minute, bounded in number.

export type RateLimit = {
  /** Counts one more; the seconds to wait where it was one too many. */
  readonly take: (name: string, cost?: number) => number | undefined
  /** The same without counting. */
  readonly isSpent: (name: string) => number | undefined
}

const MINUTE_MS = 60_000
/** Beyond this many names in a minute, all new ones share one counter. */
const NAMES_MAX = 100_000
const SHARED = '*'

export function createRateLimit(perMinute: number, now: () => number): RateLimit {
  let counts = new Map<string, number>()
  let from = now()
  const turn = (): void => {
    const at = now()
    // A clock that was set back begins a new minute too.
    if (at - from < MINUTE_MS && at >= from) return
    counts = new Map()
    from = at
  }
  const waitSeconds = (): number => Math.max(1, Math.ceil((from + MINUTE_MS - now()) / 1000))
  const place = (name: string): string =>
    counts.size < NAMES_MAX || counts.has(name) ? name : SHARED
  return {
    take(name, cost = 1) {
      turn()
      const counter = place(name)
      const count = (counts.get(counter) ?? 0) + cost
      counts.set(counter, count)
      return count > perMinute ? waitSeconds() : undefined
    },
    isSpent(name) {
      turn()
      return (counts.get(place(name)) ?? 0) >= perMinute ? waitSeconds() : undefined
    },
  }
}
