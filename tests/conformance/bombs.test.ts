// No input stalls the engine or makes it grow. The promise is 250 ms and 64 MB above the input on a
// quiet machine; the test allows for a busy one and prints what it saw.

import assert from 'node:assert/strict'
import { execFileSync } from 'node:child_process'
import { join } from 'node:path'
import { pathToFileURL } from 'node:url'
import test from 'node:test'
import { ROOT } from '../../scripts/source-files.ts'
import type { BombFigure } from './bomb-child.ts'
import { CORPUS, SKIP } from './corpus.ts'

const MS_MAX = 2_000
const GROWN_BYTES_MAX = 128 * 1024 * 1024

const isLinux = process.platform === 'linux'
const skip = SKIP === false && !isLinux ? 'resident memory is read from /proc' : SKIP

test('hostile inputs are read in bounded time and memory', { skip }, (t) => {
  const child = join(ROOT, 'tests/conformance/bomb-child.ts')
  const inputs = pathToFileURL(join(CORPUS as string, 'bombs.mjs')).href
  const output = execFileSync(process.execPath, ['--expose-gc', child, inputs], { encoding: 'utf8' })
  const figures = output.trim().split('\n').map((line) => JSON.parse(line) as BombFigure)
  const slowest = figures.toSorted((a, b) => b.ms - a.ms).slice(0, 5)
  const biggest = figures.toSorted((a, b) => b.grownBytes - a.grownBytes).slice(0, 5)
  for (const { name, ms } of slowest) t.diagnostic(`${name} ${ms.toFixed(0)} ms`)
  for (const { name, grownBytes } of biggest) t.diagnostic(`${name} ${megabytes(grownBytes)}`)
  assert.ok(figures.length >= 40, `${figures.length} inputs`)
  for (const { name, ms, grownBytes, error } of figures) {
    assert.equal(error, undefined, name)
    assert.ok(ms < MS_MAX, `${name}: ${ms.toFixed(0)} ms`)
    assert.ok(grownBytes < GROWN_BYTES_MAX, `${name}: grew by ${megabytes(grownBytes)}`)
  }
})

function megabytes(bytes: number): string {
  return `${(bytes / 1024 / 1024).toFixed(0)} MB`
}
