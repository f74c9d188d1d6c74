// Packs trained weights: the cells that matter most, in steps (mirror of load-model.ts). What is
// alike stands together, so that it takes little room.

import {
  BASE64, DIGIT_ZERO, isStep, KEY_BITS, KEY_MORE, KINDS, leftOf, partOf, WIDE_CELLS_MIN,
} from '../packages/core/src/classify/load-model.ts'
import { HASH_BITS } from '../packages/core/src/classify/model.ts'
import type { ModelData } from '../packages/core/src/rules/types.ts'
import {
  createWriter, finishNumbers, writeNumber,
} from '../packages/core/src/text/write-numbers.ts'
import type { LinearWeights } from './train-linear.ts'

/** The largest step of a packed weight, up and down. */
const STEPS = 31
/**
 * The few weights above this share of those that are kept are cut to it, so that the others have
 * finer steps.
 */
const TOP_SHARE = 0.9998

/** A feature: its hash, and its weight for each class in steps. */
type Row = { readonly key: number; readonly steps: Int8Array; readonly cells: number }

export function packModel(model: LinearWeights, cellsMax: number): ModelData {
  const floor = importanceFloor(model, cellsMax)
  const kept = model.weights.filter((_, at) => importance(model, at) >= floor)
  const scale = Number((quantile(kept.map(Math.abs), TOP_SHARE) / STEPS).toPrecision(6))
  const groups = Array.from({ length: WIDE_CELLS_MIN }, (): Row[] => [])
  for (const row of quantize(model, scale, floor)) {
    groups[Math.min(row.cells, WIDE_CELLS_MIN) - 1]?.push(row)
  }
  const narrow = groups.slice(0, -1).flat()
  return {
    classes: model.classes,
    scale,
    rows: groups.map(({ length }) => length),
    keys: groups.map(packKeys).join(''),
    cells: packCells(narrow, groups.at(-1) ?? []),
  }
}

/** Rows that have any weight, by their keys; of two with the same key, the first. */
function quantize(model: LinearWeights, scale: number, floor: number): Row[] {
  const { classes, weights, index } = model
  const rows = new Map<number, Row>()
  for (const [hash, feature] of index) {
    const steps = Int8Array.from({ length: classes }, (_, c) => {
      const at = feature * classes + c
      if (importance(model, at) < floor) return 0
      return Math.max(-STEPS, Math.min(STEPS, Math.round((weights[at] as number) / scale)))
    })
    const key = hash & ((1 << HASH_BITS) - 1)
    const cells = steps.filter((step) => step !== 0).length
    if (cells > 0 && !rows.has(key)) rows.set(key, { key, steps, cells })
  }
  return [...rows.values()].sort((a, b) => a.key - b.key)
}

/**
 * A weight matters by its size, and a little by how often its feature is met: the next source has
 * other words than those that are frequent here.
 */
function importance({ weights, seen, classes }: LinearWeights, at: number): number {
  const times = seen[Math.floor(at / classes)] as number
  return Math.abs(weights[at] as number) * Math.sqrt(Math.sqrt(times))
}

function importanceFloor(model: LinearWeights, cellsMax: number): number {
  const all = Float32Array.from(model.weights, (_, at) => importance(model, at))
  return all.length <= cellsMax ? 0 : quantile(all, 1 - cellsMax / all.length)
}

function quantile(values: Float32Array, share: number): number {
  return values.sort()[Math.min(values.length - 1, Math.floor(values.length * share))] as number
}

function packKeys(rows: readonly Row[]): string {
  return rows.map(({ key }, i) => packKey(key - (rows[i - 1]?.key ?? 0))).join('')
}

function packKey(step: number): string {
  let text = ''
  let rest = step
  for (; rest >= KEY_MORE; rest >>= KEY_BITS) {
    text += BASE64.charAt((rest & (KEY_MORE - 1)) | KEY_MORE)
  }
  return text + BASE64.charAt(rest)
}

function packCells(narrow: readonly Row[], wide: readonly Row[]): string {
  const numbers = createWriter()
  for (const { steps, cells } of narrow) {
    let [last, before, left] = [-1, 0, cells]
    steps.forEach((step, c) => {
      if (step === 0) return
      const digit = step + DIGIT_ZERO
      writeNumber(numbers,
        { kind: KINDS.GAP, near: leftOf(left--), far: partOf(last), value: c - last - 1 })
      writeNumber(numbers, { kind: KINDS.STEPS, near: cells, far: before, value: digit })
      last = c
      before = digit
    })
  }
  let before = DIGIT_ZERO
  for (const { steps } of wide) {
    steps.forEach((step, c) => {
      const digit = step + DIGIT_ZERO
      writeNumber(numbers, { kind: KINDS.WIDE, near: c, far: isStep(before), value: digit })
      before = digit
    })
  }
  return finishNumbers(numbers)
}
