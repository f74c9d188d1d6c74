// Bounds how much runs at once.

const NO_LIMIT = { waitingMax: Infinity, refuse: () => new RangeError('too many wait') }

/**
 * Runs so many at once; the others wait in the order in which they came. Whoever comes behind
 * `waitingMax` of them is not run, but refused with what `refuse` makes.
 */
export function createTurns(
  max: number,
  { waitingMax, refuse }: { readonly waitingMax: number; readonly refuse: () => Error } = NO_LIMIT,
): <Result>(work: () => Promise<Result>) => Promise<Result> {
  const waiting: (() => void)[] = []
  let running = 0
  return async (work) => {
    if (running >= max) {
      if (waiting.length >= waitingMax) throw refuse()
      await new Promise<void>((resolve) => waiting.push(resolve))
    } else running++
    try {
      return await work()
    } finally {
      // Whoever is next takes the place over.
      const next = waiting.shift()
      if (next === undefined) running--
      else next()
    }
  }
}
