// `npm test`: makes a fresh clone ready, then runs all tests with the runner of Node 24. Further
// arguments go to that runner: `npm test -- --test-name-pattern mbox`.

import { spawnSync } from 'node:child_process'
import { availableParallelism } from 'node:os'
import { delimiter, join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { makeReady } from './install.mjs'
import { findModernNode } from './modern-node.mjs'

const ROOT = fileURLToPath(new URL('../', import.meta.url))
const TESTS = ['packages/*/test/**/*.test.ts', 'tests/**/*.test.ts']

await makeReady()
const PATH = join(ROOT, 'node_modules', '.bin') + delimiter + process.env.PATH
const RUNNER = [
  // A handle that a failed test has left open must not keep the run from ending.
  '--test', '--test-force-exit', '--test-timeout=600000', '--test-reporter=spec',
  // Most files wait for servers and browsers half of their time: one more than there are cores.
  `--test-concurrency=${availableParallelism() + 1}`,
]
// Compiled sources are kept for the next file and the next run: it saves a quarter of the processor
// time of tests that read the whole engine.
const NODE_COMPILE_CACHE = join(ROOT, 'node_modules', '.cache', 'compile')
const { status } = spawnSync(
  findModernNode(), [...RUNNER, ...process.argv.slice(2), ...TESTS],
  { cwd: ROOT, stdio: 'inherit', env: { ...process.env, PATH, NODE_COMPILE_CACHE } })
process.exitCode = status ?? 1
