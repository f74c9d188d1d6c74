// Runs contestants in turns, so that a busy machine slows all of them alike, and takes medians.

export type Contestant<Item> = {
  readonly name: string
  /** What it is to reach on a machine of its own, items in a second. */
  readonly goal?: number
  /** Reads every item once. */
  readonly run: (items: readonly Item[]) => void | Promise<void>
}

export type Result = {
  readonly name: string
  readonly goal?: number | undefined
  /** Items in a second, one core. */
  readonly perSecond: number
  /** Compared with the first contestant of the list. */
  readonly ratio: number
}

const ROUNDS = 7
const TURN_MS = 250
const WARM_UP_MS = 400

export async function runRounds<Item>(
  contestants: readonly Contestant<Item>[], items: readonly Item[],
): Promise<Result[]> {
  for (const { run } of contestants) await takeTurn(run, items, WARM_UP_MS)
  const rates = contestants.map((): number[] => [])
  for (let round = 0; round < ROUNDS; round++) {
    for (const [i, { run }] of contestants.entries()) {
      rates[i]?.push(await takeTurn(run, items, TURN_MS))
    }
  }
  const first = median(rates[0] ?? [])
  return contestants.map(({ name, goal }, i) => {
    const perSecond = median(rates[i] ?? [])
    return { name, goal, perSecond, ratio: perSecond / first }
  })
}

/** Whole passes over the items until the time is over; items in a second. */
async function takeTurn<Item>(
  run: Contestant<Item>['run'], items: readonly Item[], forMs: number,
): Promise<number> {
  const started = performance.now()
  let passes = 0
  let now = started
  while (now - started < forMs) {
    await run(items)
    passes++
    now = performance.now()
  }
  return passes * items.length / (now - started) * 1000
}

export function median(values: readonly number[]): number {
  const sorted = values.toSorted((a, b) => a - b)
  const middle = sorted.length >> 1
  if (sorted.length % 2 === 1) return sorted[middle] as number
  return ((sorted[middle - 1] ?? 0) + (sorted[middle] ?? 0)) / 2
}
