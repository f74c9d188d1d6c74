// Reads numbers that were packed as text: Huffman codes, a table of them for each context in which
// numbers stand (mirror of write-numbers.ts). Where a context is first met, one bit says whether a
// table of its own follows; if not, the numbers there are written by the table of a wider one.

import { ANY, BITS_PER_PAIR, CONTEXT_PLACES, contextKey, DIGITS } from './number-contexts.ts'

export type NumberReader = {
  readonly text: string
  at: number
  /** Bits that were taken from the text, and how many of them are not read yet. */
  bits: number
  bitCount: number
  /** Places by key: the key of a context that was met, its table + 1. */
  readonly contexts: Int32Array
  /** Table → how many codes have each length, and the symbols in the order of their codes. */
  readonly counts: Uint16Array[]
  readonly symbols: Int32Array[]
}

const VALUES = valuesOf(DIGITS)
const CONTEXT_MASK = 2 * CONTEXT_PLACES - 2

export function createReader(text: string): NumberReader {
  return {
    text, at: 0, bits: 0, bitCount: 0, contexts: new Int32Array(2 * CONTEXT_PLACES),
    counts: [], symbols: [],
  }
}

/** The next number of its kind, where `near` and `far` stand before it. */
export function readNumber(
  reader: NumberReader, kind: number, near: number, far: number,
): number {
  const place = placeOf(reader.contexts, contextKey(kind, near, far))
  const known = reader.contexts[place + 1] as number
  const table = known > 0 ? known - 1 : meetContext(reader, kind, near, far)
  const counts = reader.counts[table] as Uint16Array
  const symbols = reader.symbols[table] as Int32Array
  let code = 0
  let first = 0
  let at = 0
  for (let length = 0; ; length++) {
    const count = counts[length] as number
    if (code - first < count) return symbols[at + code - first] as number
    at += count
    first = (first + count) << 1
    if (reader.bitCount === 0) takePair(reader)
    code = (code << 1) | ((reader.bits >> --reader.bitCount) & 1)
  }
}

function readBits(reader: NumberReader, count: number): number {
  let bits = 0
  for (let left = count; left > 0;) {
    if (reader.bitCount === 0) takePair(reader)
    const taken = Math.min(left, reader.bitCount)
    reader.bitCount -= taken
    bits = (bits << taken) | ((reader.bits >> reader.bitCount) & ((1 << taken) - 1))
    left -= taken
  }
  return bits
}

function takePair(reader: NumberReader): void {
  const { text, at } = reader
  reader.bits = (VALUES[text.charCodeAt(at)] as number) * DIGITS.length
    + (VALUES[text.charCodeAt(at + 1)] as number)
  reader.at = at + 2
  reader.bitCount = BITS_PER_PAIR
}

/** The table of a context that is met for the first time; the widest has one of its own. */
function meetContext(
  reader: NumberReader, kind: number, near: number, far: number,
): number {
  const { contexts } = reader
  const key = contextKey(kind, near, far)
  const known = contexts[placeOf(contexts, key) + 1] as number
  if (known > 0) return known - 1
  const table = near === ANY || readBits(reader, 1) === 1 ? readTable(reader)
    : meetContext(reader, kind, far === ANY ? ANY : near, ANY)
  const place = placeOf(contexts, key)
  contexts[place] = key
  contexts[place + 1] = table + 1
  return table
}

/** Where a context stands, or where it would. */
function placeOf(contexts: Int32Array, key: number): number {
  let place = (key << 1) & CONTEXT_MASK
  while (contexts[place + 1] !== 0 && contexts[place] !== key) place = (place + 2) & CONTEXT_MASK
  return place
}

/** For each length how many codes have it, then the symbols as gaps: small ones are short. */
function readTable(reader: NumberReader): number {
  const spread = readBits(reader, 4)
  const counts: number[] = []
  const symbols: number[] = []
  // As many codes as there is room for: they are complete.
  for (let room = 1; room > 0; room *= 2) {
    const count = readGap(reader, 0)
    counts.push(count)
    room -= count
    for (let i = 0, symbol = -1; i < count; i++) {
      symbols.push(symbol += 1 + readGap(reader, spread))
    }
  }
  reader.counts.push(Uint16Array.from(counts))
  return reader.symbols.push(Int32Array.from(symbols)) - 1
}

/** Any number: `shortest` bits for the smallest ones, two more for each doubling. */
function readGap(reader: NumberReader, shortest: number): number {
  let length = shortest
  while (readBits(reader, 1) === 1) length++
  return (1 << length) + readBits(reader, length) - (1 << shortest)
}

function valuesOf(digits: string): Uint8Array {
  const values = new Uint8Array(128)
  for (let i = 0; i < digits.length; i++) values[digits.charCodeAt(i)] = i
  return values
}
