// `npm run faults`: every fault of the table, or those that are named, and what came of each:
// `npm run faults -- F1 F9 --rounds 50 --seed 7 --store postgres`.

import { parseArgs } from 'node:util'
import { FAULTS } from './faults.ts'
import { findCompiler } from './harness/bad-disk.ts'
import type { StoreKind } from './harness/round.ts'
import { runFault } from './run-fault.ts'

const ROUNDS_DEFAULT = '10'

const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: {
    rounds: { type: 'string', default: ROUNDS_DEFAULT },
    seed: { type: 'string', default: String(Date.now() % 1_000_000) },
    store: { type: 'string' },
  },
})
const known = new Set(FAULTS.map(({ id }) => id))
const unknown = positionals.filter((id) => !known.has(id))
if (unknown.length > 0) throw new TypeError(`no such fault: ${unknown.join(', ')}`)
if (values.store !== undefined && !['sqlite', 'postgres'].includes(values.store)) {
  throw new TypeError('--store is sqlite or postgres')
}
const [rounds, seed] = [Number(values.rounds), Number(values.seed)]
if (!(rounds >= 1) || !Number.isSafeInteger(seed)) {
  throw new TypeError('--rounds and --seed are whole numbers')
}
const stores: readonly StoreKind[] = ['sqlite', 'postgres']

let failed = 0
for (const fault of FAULTS) {
  if (positionals.length > 0 && !positionals.includes(fault.id)) continue
  for (const kind of stores) {
    if (!fault.stores.includes(kind) || (values.store ?? kind) !== kind) continue
    const missing = fault.needsCompiler === true && findCompiler()
    if (missing !== false) {
      console.log(`--    ${fault.id.padEnd(4)}  ${kind.padEnd(8)}  ${fault.name}: ${missing}`)
      continue
    }
    const { passed, text, seconds } = await runFault(fault, kind, seed, rounds)
    if (!passed) failed += 1
    console.log([
      passed ? 'ok  ' : 'FAIL', fault.id.padEnd(4), kind.padEnd(8), fault.name.padEnd(36),
      `seed ${seed}`, `${seconds.toFixed(1)} s`.padStart(8), text,
    ].join('  '))
  }
}
process.exitCode = failed === 0 ? 0 : 1
