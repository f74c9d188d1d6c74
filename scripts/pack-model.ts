// Packs trained weights: the heaviest features, weights in one byte each, as base64.

import type { ModelData } from '../packages/core/src/rules/types.ts'
import type { LinearWeights } from './train-linear.ts'

/** Weights smaller than this share of the largest step are dropped. */
const STEPS = 127
/** A weight below this many steps says too little to keep. */
const STEP_MIN = 8
/** Classes kept of one feature, the heaviest first. */
const WEIGHTS_MAX = 5

export function packModel(model: LinearWeights, rowsMax: number): ModelData {
  const { classes, weights } = model
  const magnitudes = Float32Array.from(weights, Math.abs).sort()
  const top = magnitudes[Math.floor(magnitudes.length * 0.9998)] as number
  const scale = top / STEPS
  const rows: { hash: number; cells: { cls: number; step: number }[]; mass: number }[] = []
  for (const [hash, index] of model.index) {
    const cells = []
    for (let cls = 0; cls < classes; cls++) {
      const step = Math.round((weights[index * classes + cls] as number) / scale)
      if (Math.abs(step) >= STEP_MIN) cells.push({ cls, step: Math.max(-STEPS, Math.min(STEPS, step)) })
    }
    if (cells.length === 0) continue
    cells.sort((a, b) => Math.abs(b.step) - Math.abs(a.step))
    const mass = cells.reduce((sum, cell) => sum + cell.step * cell.step, 0)
    rows.push({ hash: hash & 0xffffff, cells, mass })
  }
  rows.sort((a, b) => b.mass - a.mass || a.hash - b.hash)
  const bytes: number[] = []
  const taken = new Set<number>()
  for (const { hash, cells } of rows) {
    if (taken.size === rowsMax) break
    if (taken.has(hash)) continue
    taken.add(hash)
    // The bias and the grammar rows speak of every class; words of few.
    const kept = cells.length > 30 ? cells : cells.slice(0, WEIGHTS_MAX)
    bytes.push(hash >> 16, (hash >> 8) & 0xff, hash & 0xff, kept.length)
    for (const { cls, step } of kept) bytes.push(cls, step & 0xff)
  }
  while (bytes.length % 3 !== 0) bytes.push(0)
  return { classes, scale: Number(scale.toPrecision(6)), rows: Buffer.from(bytes).toString('base64') }
}
