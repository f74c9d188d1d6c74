// Where chance stands in the tests: the same inputs in each run, so that a change is judged by what
// it changed. CAROM_SEED=7 tries others; `npm run fuzz` and `npm run faults` look for new ones.

import fc from 'fast-check'

export const SEED: number = Number(process.env['CAROM_SEED'] ?? 20_261_127)

fc.configureGlobal({ seed: SEED })

export { fc }
