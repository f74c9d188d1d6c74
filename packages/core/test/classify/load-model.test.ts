// Weights that are packed and loaded again are those that were learned, in steps.

import assert from 'node:assert/strict'
import test from 'node:test'
import { packModel } from '../../../../scripts/pack-model.ts'
import type { Features } from '../../src/classify/features.ts'
import { loadModel, WIDE_CELLS_MIN } from '../../src/classify/load-model.ts'
import { knows, score, shareOf } from '../../src/classify/model.ts'

const CLASSES = 43
/** Cells of the rows: none, one, both sides of what is wide, all. */
const CELLS = [0, 1, 1, 2, 5, WIDE_CELLS_MIN - 1, WIDE_CELLS_MIN, WIDE_CELLS_MIN + 1, CLASSES]
/** Hashes that are next to each other, far apart, negative, and alike in their low bits. */
const HASHES = [7, 8, 0x123456, -1, 0x40008, 0x7fffff, -0x654321, 0x0abc00, 0x0abc01]

const weights = new Float32Array(CELLS.length * CLASSES)
CELLS.forEach((cells, row) => {
  for (let i = 0; i < cells; i++) {
    const c = (i * 5 + row) % CLASSES
    weights[row * CLASSES + c] = ((i * 3 + row) % 31 + 1) * (i % 2 === 0 ? 0.01 : -0.01)
  }
})
const model = loadModel(packModel({
  classes: CLASSES, weights, index: new Map(HASHES.map((hash, row) => [hash, row])),
  seen: new Int32Array(CELLS.length).fill(1),
}, weights.length))

test('every weight is what it was', () => {
  const features = featuresOf(HASHES)
  for (let c = 0; c < CLASSES; c++) {
    HASHES.forEach((_, row) => {
      const weight = shareOf(model, features, row, c)
      const wanted = weights[row * CLASSES + c] as number
      assert.ok(Math.abs(weight - wanted) < 1e-5, `row ${row}, class ${c}: ${weight}, ${wanted}`)
    })
  }
})

test('the sums of all rows are the sums of their weights', () => {
  const logits = new Float64Array(CLASSES)
  score(model, featuresOf(HASHES), logits)
  logits.forEach((logit, c) => {
    const wanted = CELLS.reduce((sum, _, row) => sum + (weights[row * CLASSES + c] as number), 0)
    assert.ok(Math.abs(logit - wanted) < 1e-5, `class ${c}: ${logit}, ${wanted}`)
  })
})

test('a feature without weights is not known', () => {
  assert.deepEqual(HASHES.map((hash) => knows(model, hash)), CELLS.map((cells) => cells > 0))
  assert.equal(knows(model, 0x333333), false)
})

test('a strong weight is not cut because of the many weak ones that are left out', () => {
  const rows = 300
  const many = new Float32Array(rows * CLASSES).fill(0.01)
  many[0] = 3
  const packed = loadModel(packModel({
    classes: CLASSES, weights: many, seen: new Int32Array(rows).fill(1),
    index: new Map(Array.from({ length: rows }, (_, row) => [row, row])),
  }, 1))
  assert.ok(Math.abs(shareOf(packed, featuresOf([0]), 0, 0) - 3) < 1e-5)
})

function featuresOf(hashes: readonly number[]): Features {
  return {
    count: hashes.length, codeEnd: 1, wordStart: 1, hash: Int32Array.from(hashes),
    value: new Float32Array(hashes.length).fill(1), from: new Int32Array(hashes.length),
  }
}
