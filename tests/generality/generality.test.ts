// The cheap form of `npm run generality`: one source and one language are left out, the model
// learns a little of the rest, and no figure falls under its floor. `UPDATE=1` writes those that
// have risen.

import assert from 'node:assert/strict'
import { readFileSync, writeFileSync } from 'node:fs'
import test from 'node:test'
import { REASONS } from '../../packages/core/src/classify/reason-number.ts'
import type { Reason } from '../../packages/core/src/rules/types.ts'
import { GROUPS, type Group } from '../../scripts/generality/groups.ts'
import { createBench, measureGroup } from '../../scripts/generality/measure-group.ts'
import { readWordings } from '../../scripts/wordings.ts'

const FLOORS = new URL('floors.json', import.meta.url)
/** A source and a language that are neither the easiest nor the hardest. */
const LEFT_OUT = ['Hard texts', 'Polish, Czech, Slovak']
const EFFORT = { every: 6, epochs: 3, hasFloor: false }

type Floors = { slack: number; full: Record<string, number>; cheap: Record<string, number> }

test('what was left out is understood at least as well as before', (t) => {
  const floors = JSON.parse(readFileSync(FLOORS, 'utf8')) as Floors
  const bench = createBench()
  const fallen: string[] = []
  for (const name of LEFT_OUT) {
    const group = GROUPS.find((one) => one.name === name) as Group
    const { together, texts, good, goodSuppressed } = measureGroup(bench, group, EFFORT)
    const figures = { right: together / texts, goodKept: (good - goodSuppressed) / good }
    for (const [what, share] of Object.entries(figures)) {
      const figure = Math.floor(1000 * share) / 10
      const floor = floors.cheap[`${name}.${what}`] ?? 0
      t.diagnostic(`${name}: ${what} ${figure} %, floor ${floor}`)
      if (figure < floor - floors.slack) fallen.push(`${name}: ${what} ${figure} %, was ${floor}`)
      floors.cheap[`${name}.${what}`] = Math.max(floor, figure)
    }
  }
  if (process.env['UPDATE'] !== undefined) {
    writeFileSync(FLOORS, `${JSON.stringify(floors, undefined, 2)}\n`)
  }
  assert.deepEqual(fallen, [])
})

test('every reason of a wording is one', () => {
  const wrong = readWordings().filter(({ reasons }) =>
    !reasons.every((reason) => REASONS.includes(reason as Reason)))
  assert.deepEqual(wrong.map(({ file, reasons, input }) => [file, reasons, input.text]), [])
})

test('every file of wordings belongs to one group', () => {
  const files = new Set(readWordings().map(({ file }) => file))
  files.delete('codes')
  const wrong = [...files].filter((file) =>
    GROUPS.filter((group) => group.files.test(file)).length !== 1)
  assert.deepEqual(wrong, [])
})
