// A short turn of fuzzing over every parser; `npm run fuzz` takes longer ones. The seed of a
// failure is in its message: FUZZ_SEED=… runs it again.

import test from 'node:test'
import { PROPERTIES } from './properties.ts'

const RUNS = 150
const seed = Number(process.env['FUZZ_SEED'] ?? Math.floor(Math.random() * 2 ** 31))

for (const { name, check } of PROPERTIES) {
  test(`any input: ${name}`, (t) => {
    t.diagnostic(`seed ${seed}`)
    check({ seed, numRuns: RUNS })
  })
}
