// All checks of the project, two at a time: `npm run check`, or a few: `npm run check -- types
// lint`.

import { spawn } from 'node:child_process'
import { existsSync } from 'node:fs'
import { availableParallelism } from 'node:os'
import { join } from 'node:path'
import { ROOT } from './source-files.ts'

type Check = { readonly name: string; readonly command: readonly string[] }
type Outcome = { readonly check: Check; readonly passed: boolean; readonly seconds: number }

/** Runs before all others: while it compares, it writes files that they read. */
const GENERATED: Check = {
  name: 'generated', command: ['node', 'scripts/generate.ts', '--check'],
}
/** The slowest first, so that the others run beside them. */
const CHECKS: readonly Check[] = [
  { name: 'publish', command: ['node', 'scripts/check-publish.ts'] },
  { name: 'dead-code', command: ['knip', '--no-progress'] },
  { name: 'types core', command: ['tsc', '-p', 'packages/core'] },
  { name: 'types client', command: ['tsc', '-p', 'packages/client'] },
  { name: 'types app', command: ['tsc', '-p', 'packages/app'] },
  { name: 'types web', command: ['tsc', '-p', 'packages/web'] },
  { name: 'types tools', command: ['tsc', '-p', 'tsconfig.tools.json'] },
  { name: 'lint', command: ['oxlint', '--deny-warnings', '--format', 'unix'] },
  { name: 'imports', command: ['node', 'scripts/check-imports.ts'] },
  { name: 'regexes', command: ['node', 'scripts/check-regexes.ts'] },
  { name: 'tidy', command: ['node', 'scripts/tidy.ts'] },
]

function run(check: Check): Promise<Outcome> {
  const started = performance.now()
  const [command = '', ...args] = check.command
  const bin = join(ROOT, 'node_modules/.bin', command)
  if (!existsSync(bin)) throw new Error(`${command} is not installed: run npm ci first`)
  const child = spawn(bin, args, { cwd: ROOT, env: { ...process.env, NO_COLOR: '1' } })
  let output = ''
  child.stdout.on('data', (piece: Buffer) => { output += piece.toString() })
  child.stderr.on('data', (piece: Buffer) => { output += piece.toString() })
  return new Promise((resolve, reject) => {
    child.on('error', reject)
    child.on('close', (code) => {
      const outcome = { check, passed: code === 0, seconds: (performance.now() - started) / 1000 }
      print(outcome, output.trim())
      resolve(outcome)
    })
  })
}

function print({ check, passed, seconds }: Outcome, output: string): void {
  console.log(`${passed ? 'ok  ' : 'FAIL'} ${check.name.padEnd(12)} ${seconds.toFixed(1)} s`)
  if (!passed && output !== '') console.log(output.replace(/^/gm, '     '))
}

const wanted = process.argv.slice(2)
const all = [GENERATED, ...CHECKS]
const unknown = wanted.filter((part) => !all.some(({ name }) => name.includes(part)))
if (unknown.length > 0) throw new TypeError(`no such check: ${unknown.join(', ')}`)
const isWanted = ({ name }: Check): boolean =>
  wanted.length === 0 || wanted.some((part) => name.includes(part))
const waiting = CHECKS.filter(isWanted)
const outcomes: Outcome[] = []

async function work(): Promise<void> {
  for (let check = waiting.shift(); check !== undefined; check = waiting.shift()) {
    outcomes.push(await run(check))
  }
}

if (isWanted(GENERATED)) outcomes.push(await run(GENERATED))
await Promise.all(Array.from({ length: Math.min(2, availableParallelism()) }, work))
const failed = outcomes.filter(({ passed }) => !passed).length
console.log(`${outcomes.length - failed} passed, ${failed} failed`)
process.exitCode = failed === 0 ? 0 : 1
