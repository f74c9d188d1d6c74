// Runs every parser on hostile inputs for a while: `npm run fuzz -- --seed 7 --minutes 10 --only
// html`. Prints the seed and the smallest input of each failure, and goes on with the others.

import { parseArgs } from 'node:util'
import { PROPERTIES } from '../tests/fuzz/properties.ts'

const RUNS = 2_000

const { values } = parseArgs({
  options: {
    seed: { type: 'string', default: String(Math.floor(Math.random() * 2 ** 31)) },
    minutes: { type: 'string', default: '1' },
    only: { type: 'string', default: '' },
  },
})
const firstSeed = Number(values.seed)
const minutes = Number(values.minutes)
if (!Number.isInteger(firstSeed) || !(minutes > 0)) {
  throw new TypeError('--seed is a whole number, --minutes a positive one')
}

const waiting = new Set(PROPERTIES.filter(({ name }) => name.includes(values.only)))
const end = performance.now() + minutes * 60_000
let failed = 0
let runs = 0
console.log(`seed ${firstSeed}, ${minutes} minutes, ${waiting.size} parsers`)
for (let seed = firstSeed; performance.now() < end && waiting.size > 0; seed++) {
  for (const property of waiting) {
    if (performance.now() >= end) break
    try {
      property.check({ seed, numRuns: RUNS })
      runs += RUNS
    } catch (error) {
      failed++
      waiting.delete(property)
      console.error(`\n${property.name}, seed ${seed}\n${String(error).slice(0, 4_000)}`)
    }
  }
}
console.log(`${runs} inputs, ${PROPERTIES.length - failed} passed, ${failed} failed`)
process.exitCode = failed === 0 ? 0 : 1
