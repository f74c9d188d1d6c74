// Steps of an axis, stacked bars and the labels that have room, as a person would draw them.

import assert from 'node:assert/strict'
import { test } from 'node:test'
import {
  hasWholeValues, highestOf, labelStep, pathsOf, stepsTo,
} from '../src/parts/chart-scale.ts'

const STEPS = [
  { highest: 0, isWhole: true, steps: [0, 1] },
  { highest: 3, isWhole: true, steps: [0, 1, 2, 3] },
  { highest: 7, isWhole: true, steps: [0, 2, 4, 6, 8] },
  { highest: 23, isWhole: true, steps: [0, 5, 10, 15, 20, 25] },
  { highest: 1_234_567, isWhole: true, steps: [0, 250_000, 500_000, 750_000, 1_000_000, 1_250_000] },
  { highest: 0.25, isWhole: false, steps: [0, 0.05, 0.1, 0.15, 0.2, 0.25] },
  { highest: 1, isWhole: false, steps: [0, 0.2, 0.4, 0.6, 0.8, 1] },
] as const

for (const { highest, isWhole, steps } of STEPS) {
  test(`steps to ${highest}`, () => {
    const found = stepsTo(highest, isWhole)
    assert.deepEqual(found.map((step) => Math.round(step * 1e6) / 1e6), steps)
  })
}

const SERIES = [
  { label: 'below', color: 'red', values: [1, 0, 2] },
  { label: 'above', color: 'blue', values: [3, 1, 0] },
]

test('bars stand on those of the series before', () => {
  const box = { left: 10, top: 0, width: 30, height: 40 }
  const [below, above] = pathsOf(SERIES, box, 4)
  assert.equal(below, 'M11.4 40.0v-10.0h7.2v10.0zM31.4 40.0v-20.0h7.2v20.0z')
  assert.equal(above, 'M11.4 30.0v-30.0h7.2v30.0zM21.4 40.0v-10.0h7.2v10.0z')
})

test('the highest is a whole bar, or a limit above all of them', () => {
  assert.equal(highestOf(SERIES, []), 4)
  assert.equal(highestOf(SERIES, [{ label: 'limit', value: 9 }]), 9)
  assert.equal(highestOf([], []), 0)
  assert.ok(hasWholeValues(SERIES))
  assert.ok(!hasWholeValues([{ label: 'share', color: 'red', values: [0.5] }]))
})

test('labels are left out where they would touch', () => {
  const days = Array.from({ length: 90 }, (_, i) => `${i + 1} Nov`)
  assert.equal(labelStep(days.slice(0, 7), 600), 1)
  const step = labelStep(days, 300)
  assert.ok(step >= 12 && step <= 20, `every ${step}`)
})
