// Packs trained weights: the cells that matter most, six bits each, as base64 digits.

import { BASE64 } from '../packages/core/src/classify/load-model.ts'
import { HASH_BITS } from '../packages/core/src/classify/model.ts'
import type { ModelData } from '../packages/core/src/rules/types.ts'
import type { LinearWeights } from './train-linear.ts'

/** The largest step of a packed weight, up and down. */
const STEPS = 31
/** The few weights above this share of all are cut to it, so that the others have finer steps. */
const TOP_SHARE = 0.9998

export function packModel(model: LinearWeights, cellsMax: number): ModelData {
  const { classes, weights } = model
  const top = quantile(Float32Array.from(weights, Math.abs), TOP_SHARE)
  const scale = Number((top / STEPS).toPrecision(6))
  const floor = importanceFloor(model, cellsMax)
  const rows = new Map<number, string>()
  for (const [hash, feature] of model.index) {
    let cells = ''
    let count = 0
    for (let c = 0; c < classes; c++) {
      const at = feature * classes + c
      const step = Math.round((weights[at] as number) / scale)
      if (step === 0 || importance(model, at) < floor) continue
      cells += BASE64.charAt(c) + BASE64.charAt(Math.max(-STEPS, Math.min(STEPS, step)) + STEPS)
      count++
    }
    const key = hash & ((1 << HASH_BITS) - 1)
    if (count > 0 && !rows.has(key)) rows.set(key, BASE64.charAt(count) + cells)
  }
  let text = ''
  let before = 0
  for (const [key, row] of [...rows].sort((a, b) => a[0] - b[0])) {
    text += writeNumber(key - before) + row
    before = key
  }
  return { classes, scale, rows: text }
}

/** A weight matters by its size, and by how often its feature is met. */
function importance({ weights, seen, classes }: LinearWeights, at: number): number {
  return Math.abs(weights[at] as number) * Math.sqrt(seen[Math.floor(at / classes)] as number)
}

function importanceFloor(model: LinearWeights, cellsMax: number): number {
  const all = Float32Array.from(model.weights, (_, at) => importance(model, at))
  return all.length <= cellsMax ? 0 : quantile(all, 1 - cellsMax / all.length)
}

function quantile(values: Float32Array, share: number): number {
  return values.sort()[Math.min(values.length - 1, Math.floor(values.length * share))] as number
}

/** Five bits a digit, the lowest first; the sixth says that more follow. */
function writeNumber(value: number): string {
  let text = ''
  let rest = value
  for (; rest > 31; rest >>= 5) text += BASE64.charAt((rest & 31) | 32)
  return text + BASE64.charAt(rest)
}
