// Writes every generated file of the project, in the order in which they build on each other.
// `--check` says which were not up to date, leaves them as they were, and fails.

import { spawnSync } from 'node:child_process'
import { existsSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { listFiles, ROOT } from './source-files.ts'

/** Scripts that write files which are kept in git. */
const GENERATORS: readonly string[] = [
  'scripts/generate-lexicons.ts',
  'scripts/generate-automaton.ts',
  'scripts/generate-reporters.ts',
  'scripts/train.ts',
  'scripts/generate-reasons.ts',
  'scripts/generate-languages.ts',
  'scripts/generate-policies.ts',
  'scripts/generate-config.ts',
  'scripts/generate-contract.ts',
]
/** What the head of a generated file says. */
const MARK = /\b(?:written|generated) by (?:`npm run|`?scripts\/)/i
const HEAD_CHARS = 400

function readGenerated(): Map<string, string> {
  const texts = new Map<string, string>()
  for (const path of listFiles('*.ts', '**/*.ts', '*.md', '**/*.md', '*.tsv', '**/*.tsv')) {
    const text = readFileSync(join(ROOT, path), 'utf8')
    if (MARK.test(text.slice(0, HEAD_CHARS))) texts.set(path, text)
  }
  return texts
}

const isCheck = process.argv.includes('--check')
const before = readGenerated()
for (const script of GENERATORS) {
  if (!existsSync(join(ROOT, script))) throw new Error(`${script} is in the list but not there`)
  const { status } = spawnSync(process.execPath, [script], { cwd: ROOT, stdio: 'inherit' })
  if (status !== 0) process.exit(1)
}
const changed = [...readGenerated()].filter(([path, text]) => before.get(path) !== text)
console.log(`${before.size} generated files, ${changed.length} of them not up to date`)
for (const [path] of changed) {
  const text = before.get(path)
  console.log(isCheck ? `${path}: run npm run generate` : `${path}: written`)
  if (isCheck && text !== undefined) writeFileSync(join(ROOT, path), text)
}
process.exitCode = isCheck && changed.length > 0 ? 1 : 0
