// Numbers by chance that can be had again.

/** xorshift32: the same seed gives the same log and the same rotations. */
export function createRandom(seed: number): (below: number) => number {
  let state = seed | 1
  return (below) => {
    state ^= state << 13
    state ^= state >>> 17
    state ^= state << 5
    return (state >>> 0) % below
  }
}
