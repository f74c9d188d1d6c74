// A short turn of fuzzing over every parser; `npm run fuzz` takes longer ones. The seed of a
// failure is in its message: CAROM_SEED=… runs it again.

import test from 'node:test'
import { PROPERTIES } from './properties.ts'
import { SEED } from './seeded.ts'

const RUNS = 150

for (const { name, check } of PROPERTIES) {
  test(`any input: ${name}`, (t) => {
    t.diagnostic(`seed ${SEED}`)
    check({ seed: SEED, numRuns: RUNS })
  })
}
