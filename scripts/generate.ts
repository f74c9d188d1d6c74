// Writes every generated file of the project, in the order in which they build on each other.
// `--check` says which were not up to date, and fails.

import { spawnSync } from 'node:child_process'
import { createHash } from 'node:crypto'
import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { listFiles, ROOT } from './source-files.ts'

/** Scripts that write files which are kept in git. */
const GENERATORS: readonly string[] = [
  'scripts/generate-lexicons.ts',
  'scripts/generate-automaton.ts',
  'scripts/train.ts',
  'scripts/generate-reasons.ts',
]

function hashFiles(): Map<string, string> {
  const hashes = new Map<string, string>()
  for (const path of listFiles()) {
    const bytes = readFileSync(join(ROOT, path))
    hashes.set(path, createHash('sha256').update(bytes).digest('base64'))
  }
  return hashes
}

const isCheck = process.argv.includes('--check')
const before = isCheck ? hashFiles() : undefined
for (const script of GENERATORS) {
  if (!existsSync(join(ROOT, script))) throw new Error(`${script} is in the list but not there`)
  const { status } = spawnSync(process.execPath, [script], { cwd: ROOT, stdio: 'inherit' })
  if (status !== 0) process.exit(1)
}
if (before !== undefined) {
  const stale = [...hashFiles()].filter(([path, hash]) => before.get(path) !== hash)
  for (const [path] of stale) console.error(`${path}: was not up to date; it is now`)
  console.log(`${GENERATORS.length} generators: ${stale.length} files were not up to date`)
  process.exitCode = stale.length === 0 ? 0 : 1
}
