// The learned model: a sparse linear classifier over features, its weights read from packed text.

import type { ModelData } from '../rules/types.ts'
import type { Features } from './features.ts'

export type Model = {
  readonly classes: number
  /** Logits of the reply whose features are given, into `out`. */
  readonly score: (features: Features, out: Float64Array) => void
  /** What each feature adds to the logit of `cls`, into `out`. */
  readonly weigh: (features: Features, cls: number, out: Float64Array) => void
  /** Whether a feature has any weight. */
  readonly knows: (feature: number) => boolean
}

/** Bits of a feature's hash that are kept. */
export const HASH_BITS = 24
const HASH_MASK = (1 << HASH_BITS) - 1
/** A packed weight counts from here. */
const STEP_ZERO = 31

export const BASE64 = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/'

/** Feature → its cells, as tables; open addressing by the hash. */
type Table = {
  readonly mask: number
  /** Slot → hash, -1 where free; slot → row. */
  readonly keys: Int32Array
  readonly rows: Int32Array
  /** Row → first cell; one more at the end. */
  readonly first: Int32Array
  /** Cell → class, weight in steps. */
  readonly cls: Uint8Array
  readonly step: Int8Array
}

export function loadModel(data: ModelData): Model {
  const table = readTable(data.rows)
  const { mask, keys, rows, first, cls, step } = table
  const { scale } = data
  return {
    classes: data.classes,
    score(features, out) {
      out.fill(0)
      for (let i = 0; i < features.count; i++) {
        const key = (features.hash[i] as number) & HASH_MASK
        let slot = key & mask
        while (keys[slot] !== key && keys[slot] !== -1) slot = (slot + 1) & mask
        if (keys[slot] === -1) continue
        const row = rows[slot] as number
        const value = (features.value[i] as number) * scale
        const end = first[row + 1] as number
        for (let cell = first[row] as number; cell < end; cell++) {
          const c = cls[cell] as number
          out[c] = (out[c] as number) + (step[cell] as number) * value
        }
      }
    },
    weigh(features, wanted, out) {
      out.fill(0)
      for (let i = 0; i < features.count; i++) {
        const row = rowOf(table, features.hash[i] as number)
        if (row < 0) continue
        for (let cell = first[row] as number; cell < (first[row + 1] as number); cell++) {
          if (cls[cell] !== wanted) continue
          out[i] = (step[cell] as number) * (features.value[i] as number) * scale
        }
      }
    },
    knows: (feature) => rowOf(table, feature) >= 0,
  }
}

function rowOf({ mask, keys, rows }: Table, hash: number): number {
  const key = hash & HASH_MASK
  let slot = key & mask
  while (keys[slot] !== key && keys[slot] !== -1) slot = (slot + 1) & mask
  return keys[slot] === -1 ? -1 : rows[slot] as number
}

function readTable(text: string): Table {
  const digits = new Uint8Array(128)
  for (let i = 0; i < BASE64.length; i++) digits[BASE64.charCodeAt(i)] = i
  const hashes: number[] = []
  const first: number[] = [0]
  const cls = new Uint8Array(text.length >> 1)
  const step = new Int8Array(text.length >> 1)
  let cell = 0
  let hash = 0
  for (let at = 0; at < text.length;) {
    for (let shift = 0; ; shift += 5) {
      const digit = digits[text.charCodeAt(at++)] as number
      hash += (digit & 31) << shift
      if (digit < 32) break
    }
    for (let count = digits[text.charCodeAt(at++)] as number; count > 0; count--, cell++) {
      cls[cell] = digits[text.charCodeAt(at++)] as number
      step[cell] = (digits[text.charCodeAt(at++)] as number) - STEP_ZERO
    }
    hashes.push(hash)
    first.push(cell)
  }
  let mask = 1
  while (mask < hashes.length * 2) mask *= 2
  const keys = new Int32Array(mask).fill(-1)
  const rows = new Int32Array(mask)
  mask -= 1
  hashes.forEach((key, row) => {
    let slot = key & mask
    while (keys[slot] !== -1) slot = (slot + 1) & mask
    keys[slot] = key
    rows[slot] = row
  })
  return {
    mask, keys, rows, first: Int32Array.from(first), cls: cls.slice(0, cell),
    step: step.slice(0, cell),
  }
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
