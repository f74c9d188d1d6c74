// Numbers that look like chance and are the same again for the same seed.

export type Random = {
  /** From 0 to below 1. */
  readonly next: () => number
  /** A whole number below `n`. */
  readonly below: (n: number) => number
  readonly chance: (share: number) => boolean
  readonly pick: <Value>(values: readonly Value[]) => Value
  /** By weight. */
  readonly weighted: <Value extends { readonly weight: number }>(values: readonly Value[]) => Value
}

/** mulberry32: small, quick, and even enough for a picture of mail. */
export function createRandom(seed: number): Random {
  let state = seed >>> 0
  const next = (): number => {
    state = (state + 0x6d2b79f5) >>> 0
    let mixed = Math.imul(state ^ (state >>> 15), state | 1)
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61)
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296
  }
  const below = (n: number): number => Math.floor(next() * n)
  return {
    next, below, chance: (share) => next() < share,
    pick: <Value>(values: readonly Value[]) => values[below(values.length)] as Value,
    weighted: <Value extends { readonly weight: number }>(values: readonly Value[]) => {
      let left = next() * values.reduce((sum, { weight }) => sum + weight, 0)
      return values.find(({ weight }) => (left -= weight) < 0) ?? values.at(-1) as Value
    },
  }
}
