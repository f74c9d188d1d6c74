// Reads the packed weights of the learned model and lays them out for summing.

import type { ModelData } from '../rules/types.ts'
import {
  bucketOf, BUCKETS, cellOf, inQuad, NO_QUAD, rowOf, type Model,
} from './model.ts'

export const BASE64 = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/'

/** Weights of a row from which all classes get one: summing them is then the faster way. */
const WIDE_CELLS_MIN = 12

/** Rows as they stand in the text. */
type PackedRows = {
  readonly count: number
  readonly keys: Int32Array
  /** Where the number of their cells stands. */
  readonly places: Int32Array
  readonly wideRows: number
  /** Cells of all other rows. */
  readonly narrowCells: number
}

export function loadModel({ rows: text, scale, classes }: ModelData): Model {
  const digits = readDigits(text)
  const packed = findRows(digits)
  const { buckets, order } = sortIntoBuckets(packed)
  const width = Math.ceil(classes / 4)
  const cells = new Uint16Array(packed.narrowCells)
  const quads = new Int32Array(packed.wideRows * width).fill(NO_QUAD)
  const rows = new Int32Array(packed.count)
  let cellCount = 0
  let quadCount = 0
  for (let row = 0; row < packed.count; row++) {
    const packedRow = order[row] as number
    let at = packed.places[packedRow] as number
    const count = digits[at++] as number
    const isWide = count >= WIDE_CELLS_MIN
    const start = isWide ? quadCount : cellCount
    rows[row] = rowOf(packed.keys[packedRow] as number, isWide ? ~start : start)
    if (isWide) quadCount += width
    for (const end = at + 2 * count; at < end; at += 2) {
      const c = digits[at] as number
      const digit = digits[at + 1] as number
      if (isWide) quads[start + (c >> 2)] = (quads[start + (c >> 2)] as number) + inQuad(c, digit)
      else cells[cellCount++] = cellOf(c, digit, at + 2 === end)
    }
  }
  return {
    scale, buckets, rows, cells, quads,
    pairSums: new Int32Array(2 * width), usualSums: new Float64Array(4 * width),
    otherSums: new Float64Array(4 * width),
  }
}

function readDigits(text: string): Uint8Array {
  const values = new Uint8Array(128)
  for (let i = 0; i < BASE64.length; i++) values[BASE64.charCodeAt(i)] = i
  const digits = new Uint8Array(text.length)
  for (let at = 0; at < digits.length; at++) digits[at] = values[text.charCodeAt(at)] as number
  return digits
}

function findRows(digits: Uint8Array): PackedRows {
  const keys = new Int32Array(digits.length >> 2)
  const places = new Int32Array(digits.length >> 2)
  let count = 0
  let wideRows = 0
  let narrowCells = 0
  let key = 0
  for (let at = 0; at < digits.length; count++) {
    let digit = 0
    for (let shift = 0; ; shift += 5) {
      digit = digits[at++] as number
      key += (digit & 31) << shift
      if (digit < 32) break
    }
    keys[count] = key
    places[count] = at
    const cells = digits[at] as number
    if (cells >= WIDE_CELLS_MIN) wideRows++
    else narrowCells += cells
    at += 1 + 2 * cells
  }
  return { count, keys, places, wideRows, narrowCells }
}

/** Counting sort: where each bucket begins, and the rows in the order of their buckets. */
function sortIntoBuckets(
  { count, keys }: PackedRows,
): { readonly buckets: Uint16Array; readonly order: Uint16Array } {
  const buckets = new Uint16Array(BUCKETS + 1)
  for (let row = 0; row < count; row++) {
    const after = bucketOf(keys[row] as number) + 1
    buckets[after] = (buckets[after] as number) + 1
  }
  for (let i = 1; i <= BUCKETS; i++) {
    buckets[i] = (buckets[i] as number) + (buckets[i - 1] as number)
  }
  const next = buckets.slice()
  const order = new Uint16Array(count)
  for (let row = 0; row < count; row++) {
    const bucket = bucketOf(keys[row] as number)
    order[next[bucket] as number] = row
    next[bucket] = (next[bucket] as number) + 1
  }
  return { buckets, order }
}
