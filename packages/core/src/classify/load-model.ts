// Reads the packed weights of the learned model and lays them out for summing.

import type { ModelData } from '../rules/types.ts'
import { createReader, readNumber } from '../text/read-numbers.ts'
import {
  bucketOf, BUCKETS, cellOf, inQuad, NO_QUAD, rowOf, ROWS_AT_ONCE, type Model,
} from './model.ts'

export const BASE64 = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/'

/** Weights of a row from which all classes get one: summing them is then the faster way. */
export const WIDE_CELLS_MIN = 14
/** Digits of a key hold five bits, the lowest first, and whether more of them follow. */
export const KEY_BITS = 5
export const KEY_MORE: number = 1 << KEY_BITS
/** The digit of a weight of no steps. */
export const DIGIT_ZERO = 31

/** Packed numbers: the classes between two cells, the steps of a cell, those of wide rows. */
export const KINDS = { GAP: 0, STEPS: 1, WIDE: 2 } as const

/** Rows as they are packed: those of one cell, of two, and so on, then the wide ones. */
type PackedRows = {
  readonly keys: Int32Array
  /** Row → its first cell among those of all narrow rows; wide rows begin at the last. */
  readonly places: Int32Array
  readonly classes: Uint8Array
  readonly steps: Uint8Array
  /** Wide rows: the digits of all classes. */
  readonly wide: Uint8Array
}

export function loadModel(data: ModelData): Model {
  const { scale, classes } = data
  const packed = readRows(data)
  const { keys, places, steps } = packed
  const { buckets, order } = sortIntoBuckets(keys)
  const narrowRows = places.length - 1
  const width = Math.ceil(classes / 4)
  const cells = new Uint16Array(steps.length)
  const emptyRow = (keys.length - narrowRows) * width
  const quads = new Int32Array(emptyRow + width).fill(NO_QUAD, 0, emptyRow)
  const rows = new Int32Array(keys.length)
  let cellCount = 0
  let quadCount = 0
  for (let row = 0; row < rows.length; row++) {
    const packedRow = order[row] as number
    const isWide = packedRow >= narrowRows
    rows[row] = rowOf(keys[packedRow] as number, isWide ? ~quadCount : cellCount)
    if (isWide) {
      const from = (packedRow - narrowRows) * classes
      for (let c = 0; c < classes; c++) {
        const at = quadCount + (c >> 2)
        quads[at] = (quads[at] as number) + inQuad(c, packed.wide[from + c] as number)
      }
      quadCount += width
    } else {
      const end = places[packedRow + 1] as number
      for (let at = places[packedRow] as number; at < end; at++) {
        cells[cellCount++] =
          cellOf(packed.classes[at] as number, steps[at] as number, at + 1 === end)
      }
    }
  }
  return {
    scale, buckets, rows, cells, quads, emptyRow, waiting: new Int32Array(ROWS_AT_ONCE),
    pairSums: new Int32Array(2 * width), usualSums: new Float64Array(4 * width),
    otherSums: new Float64Array(4 * width),
  }
}

function readRows({ rows, classes: classCount, keys: keyText, cells }: ModelData): PackedRows {
  const keys = readKeys(readDigits(keyText), rows)
  const wideRows = rows.at(-1) ?? 0
  const narrow = rows.slice(0, -1)
  const size = narrow.reduce((sum, count, i) => sum + count * (i + 1), 0)
  const numbers = createReader(cells)
  const places = new Int32Array(keys.length - wideRows + 1)
  const classes = new Uint8Array(size)
  const steps = new Uint8Array(size)
  let row = 0
  let cell = 0
  for (let count = 1; count <= narrow.length; count++) {
    for (const end = row + (narrow[count - 1] as number); row < end; row++) {
      places[row] = cell
      let c = -1
      let before = 0
      for (let left = count; left > 0; left--, cell++) {
        classes[cell] = c += 1 + readNumber(numbers, KINDS.GAP, leftOf(left), partOf(c))
        steps[cell] = before = readNumber(numbers, KINDS.STEPS, count, before)
      }
    }
  }
  places[row] = cell
  const wide = new Uint8Array(wideRows * classCount)
  for (let at = 0, before = DIGIT_ZERO; at < wide.length; at++) {
    wide[at] = before = readNumber(numbers, KINDS.WIDE, at % classCount, isStep(before))
  }
  return { keys, places, classes, steps, wide }
}

/** How many cells of a row are left, as far as that tells where the next one is. */
export function leftOf(left: number): number {
  return Math.min(left, 6)
}

/** In which part of the classes the cell before is; -1 is before the first one. */
export function partOf(c: number): number {
  return (c + 1) >> 2
}

/** Whether the class before has a weight in a wide row. */
export function isStep(digit: number): number {
  return digit === DIGIT_ZERO ? 0 : 1
}

/** The keys of rows with as many cells each are in order, and packed as steps to the next. */
function readKeys(digits: Uint8Array, rows: readonly number[]): Int32Array {
  const keys = new Int32Array(rows.reduce((sum, count) => sum + count, 0))
  let at = 0
  let row = 0
  for (const count of rows) {
    let key = 0
    for (const end = row + count; row < end; row++) {
      for (let shift = 0, isMore = true; isMore; shift += KEY_BITS) {
        const digit = digits[at++] as number
        isMore = digit >= KEY_MORE
        key += (digit & (KEY_MORE - 1)) << shift
      }
      keys[row] = key
    }
  }
  return keys
}

function readDigits(text: string): Uint8Array {
  const values = new Uint8Array(128)
  for (let i = 0; i < BASE64.length; i++) values[BASE64.charCodeAt(i)] = i
  const digits = new Uint8Array(text.length)
  for (let at = 0; at < digits.length; at++) digits[at] = values[text.charCodeAt(at)] as number
  return digits
}

/** Counting sort: where each bucket begins, and the rows in the order of their buckets. */
function sortIntoBuckets(
  keys: Int32Array,
): { readonly buckets: Uint16Array; readonly order: Uint16Array } {
  const buckets = new Uint16Array(BUCKETS + 1)
  for (let row = 0; row < keys.length; row++) {
    const after = bucketOf(keys[row] as number) + 1
    buckets[after] = (buckets[after] as number) + 1
  }
  for (let i = 1; i <= BUCKETS; i++) {
    buckets[i] = (buckets[i] as number) + (buckets[i - 1] as number)
  }
  const next = buckets.slice()
  const order = new Uint16Array(keys.length)
  for (let row = 0; row < keys.length; row++) {
    const bucket = bucketOf(keys[row] as number)
    order[next[bucket] as number] = row
    next[bucket] = (next[bucket] as number) + 1
  }
  return { buckets, order }
}
