// The learned model: a linear classifier over features. Most features of a reply count the same, so
// their weights are summed as whole numbers, those of two classes in one, and scaled in the end.

import type { Features } from './features.ts'

/** Weights, as `load-model.ts` lays them out; features share buckets by some bits of their hash. */
export type Model = {
  /** What one step of a weight is worth. */
  readonly scale: number
  /** Bucket → its first row; one more at the end. */
  readonly buckets: Uint16Array
  /** start << REST_BITS | other bits of the hash; start is a cell, or ~ of a quad of a wide row. */
  readonly rows: Int32Array
  /** Weights of narrow rows: class << CLASS_SHIFT | steps + STEP_ZERO << 1 | last of its row. */
  readonly cells: Uint16Array
  /** Weights of wide rows, for four classes each, a byte for each: steps + STEP_ZERO. */
  readonly quads: Int32Array
  /** Where a row of zeros begins, not even the zero of a weight. */
  readonly emptyRow: number
  /** Wide rows that are to be added. */
  readonly waiting: Int32Array
  /** Sums while a reply is scored: of wide rows, of all usual features, of the others. */
  readonly pairSums: Int32Array
  readonly usualSums: Float64Array
  readonly otherSums: Float64Array
}

/** Bits of a feature's hash that are kept. */
export const HASH_BITS = 24
export const BUCKETS: number = 1 << 14
const BUCKET_BITS = 14
const BUCKET_MASK = (1 << BUCKET_BITS) - 1
const REST_BITS = 24 - BUCKET_BITS
const REST_MASK = (1 << REST_BITS) - 1
const NO_ROW = -(2 ** 31)
const CLASS_SHIFT = 7
const STEP_MASK = 63
const LAST = 1
/** A weight of no steps. */
const STEP_ZERO = 31
/** The first and third of four bytes, each with room for a sum: the second and fourth are alike. */
const PAIR_MASK = 0x00ff00ff
const SUM_MASK = 0xffff
/** Rows whose weights add up to no more than half a number holds. */
const PAIR_ROWS_MAX = 1_000
/** Rows whose weights add up to no more than a byte holds: they are added four classes at once. */
export const ROWS_AT_ONCE = 4

/** Fills `out` with the logits of the reply whose features are given. */
export function score(model: Model, features: Features, out: Float64Array): void {
  const { usualSums, otherSums, scale } = model
  const { hash, value, count } = features
  const usual = value[0] as number
  let wide = 0
  let waiting = 0
  usualSums.fill(0)
  otherSums.fill(0)
  for (let i = 0; i < count; i++) {
    const row = findRow(model, hash[i] as number)
    if (row === NO_ROW) continue
    const start = row >> REST_BITS
    if (value[i] !== usual) addRow(model, start, value[i] as number, otherSums)
    else if (start >= 0) addCells(model, start, 1, usualSums)
    else {
      model.waiting[waiting++] = ~start
      if (waiting < ROWS_AT_ONCE) continue
      addFourRows(model)
      waiting = 0
      wide += ROWS_AT_ONCE
      if (wide === PAIR_ROWS_MAX) wide = emptyPairs(model, wide)
    }
  }
  if (waiting > 0) {
    model.waiting.fill(model.emptyRow, waiting)
    addFourRows(model)
  }
  emptyPairs(model, wide + waiting)
  for (let c = 0; c < out.length; c++) {
    out[c] = ((usualSums[c] as number) * usual + (otherSums[c] as number)) * scale
  }
}

/** What feature `i` adds to the logit of class `c`. */
export function shareOf(model: Model, features: Features, i: number, c: number): number {
  const row = findRow(model, features.hash[i] as number)
  const steps = row === NO_ROW ? 0 : stepsOf(model, row >> REST_BITS, c)
  return steps * (features.value[i] as number) * model.scale
}

/** Whether a feature has any weight. */
export function knows(model: Model, hash: number): boolean {
  return findRow(model, hash) !== NO_ROW
}

function stepsOf({ cells, quads }: Model, start: number, c: number): number {
  if (start < 0) return byteOf(quads[~start + (c >> 2)] as number, c & 3) - STEP_ZERO
  for (let at = start; ; at++) {
    const cell = cells[at] as number
    if (cell >> CLASS_SHIFT === c) return ((cell >> 1) & STEP_MASK) - STEP_ZERO
    if ((cell & LAST) !== 0) return 0
  }
}

function byteOf(quad: number, index: number): number {
  return (quad >>> (8 * index)) & 0xff
}

/** Adds the weights of a row, each step worth `unit`. */
function addRow(model: Model, start: number, unit: number, sums: Float64Array): void {
  if (start >= 0) return addCells(model, start, unit, sums)
  for (let c = 0; c < sums.length; c++) {
    const steps = byteOf(model.quads[~start + (c >> 2)] as number, c & 3) - STEP_ZERO
    sums[c] = (sums[c] as number) + steps * unit
  }
}

function addCells({ cells }: Model, start: number, unit: number, sums: Float64Array): void {
  for (let at = start; ; at++) {
    const cell = cells[at] as number
    const c = cell >> CLASS_SHIFT
    sums[c] = (sums[c] as number) + (((cell >> 1) & STEP_MASK) - STEP_ZERO) * unit
    if ((cell & LAST) !== 0) return
  }
}

function addFourRows({ quads, pairSums, waiting }: Model): void {
  const a = waiting[0] as number
  const b = waiting[1] as number
  const c = waiting[2] as number
  const d = waiting[3] as number
  for (let i = 0, at = 0; i < pairSums.length; i += 2, at++) {
    const sum = (quads[a + at] as number) + (quads[b + at] as number)
      + (quads[c + at] as number) + (quads[d + at] as number)
    pairSums[i] = (pairSums[i] as number) + (sum & PAIR_MASK)
    pairSums[i + 1] = (pairSums[i + 1] as number) + ((sum >>> 8) & PAIR_MASK)
  }
}

/** Moves what so many wide rows have summed up to the sums of the classes; returns 0. */
function emptyPairs({ pairSums, usualSums }: Model, rows: number): number {
  const zero = rows * STEP_ZERO
  for (let i = 0, c = 0; i < pairSums.length; i += 2, c += 4) {
    const even = pairSums[i] as number
    const odd = pairSums[i + 1] as number
    usualSums[c] = (usualSums[c] as number) + (even & SUM_MASK) - zero
    usualSums[c + 1] = (usualSums[c + 1] as number) + (odd & SUM_MASK) - zero
    usualSums[c + 2] = (usualSums[c + 2] as number) + (even >>> 16) - zero
    usualSums[c + 3] = (usualSums[c + 3] as number) + (odd >>> 16) - zero
    pairSums[i] = pairSums[i + 1] = 0
  }
  return 0
}

/** The row of a feature, NO_ROW where it has no weights. */
function findRow({ buckets, rows }: Model, hash: number): number {
  const rest = (hash >>> BUCKET_BITS) & REST_MASK
  const bucket = bucketOf(hash)
  const end = buckets[bucket + 1] as number
  for (let at = buckets[bucket] as number; at < end; at++) {
    const row = rows[at] as number
    if ((row & REST_MASK) === rest) return row
  }
  return NO_ROW
}

export function bucketOf(hash: number): number {
  return hash & BUCKET_MASK
}

export function rowOf(hash: number, start: number): number {
  return (start << REST_BITS) | ((hash >>> BUCKET_BITS) & REST_MASK)
}

/** The cell of a weight in a narrow row; `digit` is the weight as packed, steps + STEP_ZERO. */
export function cellOf(c: number, digit: number, isLast: boolean): number {
  return (c << CLASS_SHIFT) | (digit << 1) | (isLast ? LAST : 0)
}

/** Four weights of no steps. */
export const NO_QUAD: number = STEP_ZERO * 0x01010101

/** What a packed weight of class `c` adds to its quad. */
export function inQuad(c: number, digit: number): number {
  return (digit - STEP_ZERO) << (8 * (c & 3))
}

/** Turns logits into probabilities in place; returns the number of the best class. */
export function softmax(logits: Float64Array): number {
  let best = 0
  for (let i = 1; i < logits.length; i++) {
    if ((logits[i] as number) > (logits[best] as number)) best = i
  }
  const top = logits[best] as number
  let sum = 0
  for (let i = 0; i < logits.length; i++) sum += logits[i] = Math.exp((logits[i] as number) - top)
  for (let i = 0; i < logits.length; i++) logits[i] = (logits[i] as number) / sum
  return best
}
