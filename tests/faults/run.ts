// `npm run faults`: every fault of the table, or those that are named, and what came of each:
// `npm run faults -- F1 F9 --rounds 50 --seed 7 --store postgres`.

import { parseArgs } from 'node:util'
import { FAULTS } from './faults.ts'
import { findCompiler } from './harness/bad-disk.ts'
import type { StoreKind } from './harness/round.ts'
import { runFault } from './run-fault.ts'

const ROUNDS_DEFAULT = 10
const STORES: readonly StoreKind[] = ['sqlite', 'postgres']

type Wanted = {
  readonly ids: readonly string[]
  readonly rounds: number
  readonly seed: number
  readonly stores: readonly StoreKind[]
}

const HELP = `Usage: npm run faults -- [fault ...] [options]

Runs carom serve, does to it what the fault says, and looks whether anything was lost or counted
twice. Exit code 0 where every fault passed, 1 where one failed, 2 where the call is wrong.

  --rounds N    how often each fault is injected (${ROUNDS_DEFAULT})
  --seed N      of all that is chosen at random (another one each time; it is printed)
  --store KIND  sqlite or postgres alone; postgres is CAROM_TEST_POSTGRES
  --help        this

Faults:
${FAULTS.map(({ id, name, stores, how }) =>
    `  ${id.padEnd(4)} ${stores.join(', ').padEnd(17)} ${name}: ${how}`).join('\n')}
`

/** Undefined where only help is wanted. @throws TypeError that says what is wrong with the call */
function readCall(args: readonly string[]): Wanted | undefined {
  const { values, positionals: ids } = parseArgs({
    args: [...args], allowPositionals: true,
    options: {
      rounds: { type: 'string', default: String(ROUNDS_DEFAULT) },
      seed: { type: 'string', default: String(Date.now() % 1_000_000) },
      store: { type: 'string' }, help: { type: 'boolean', short: 'h' },
    },
  })
  if (values.help === true) return undefined
  const known = new Set(FAULTS.map(({ id }) => id))
  const unknown = ids.filter((id) => !known.has(id))
  if (unknown.length > 0) throw new TypeError(`no such fault: ${unknown.join(', ')}`)
  const stores = STORES.filter((kind) => kind === (values.store ?? kind))
  if (stores.length === 0) throw new TypeError('--store is sqlite or postgres')
  const [rounds, seed] = [Number(values.rounds), Number(values.seed)]
  if (!Number.isSafeInteger(rounds) || rounds < 1) throw new TypeError('--rounds is 1 or more')
  if (!Number.isSafeInteger(seed)) throw new TypeError('--seed is a whole number')
  return { ids, rounds, seed, stores }
}

async function runAll({ ids, rounds, seed, stores }: Wanted): Promise<boolean> {
  let failed = 0
  for (const fault of FAULTS) {
    if (ids.length > 0 && !ids.includes(fault.id)) continue
    for (const kind of stores) {
      if (!fault.stores.includes(kind)) continue
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
  return failed === 0
}

try {
  const wanted = readCall(process.argv.slice(2))
  if (wanted === undefined) console.log(HELP)
  else process.exitCode = await runAll(wanted) ? 0 : 1
} catch (error) {
  if (!(error instanceof TypeError)) throw error
  console.error(`faults: ${error.message}\nnpm run faults -- --help tells more.`)
  process.exitCode = 2
}
