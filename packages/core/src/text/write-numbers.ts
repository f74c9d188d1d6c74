// Packs numbers as text (mirror of read-numbers.ts). A context has a table of its own where that is
// shorter than writing its numbers by the table of a wider context.

import { ANY, BITS_PER_PAIR, CONTEXT_PLACES, contextKey, DIGITS } from './number-contexts.ts'

/** Keys of a context and of the wider ones around it. */
type Context = readonly [narrow: number, wide: number, widest: number]

type Entry = { readonly context: Context; readonly value: number }
type Bits = { readonly value: number; readonly length: number }

export type NumberWriter = { readonly entries: Entry[] }

/** A table: how many codes have each length, and the symbols in the order of their codes. */
type Table = {
  readonly lengths: ReadonlyMap<number, number>
  readonly codes: ReadonlyMap<number, number>
  readonly groups: readonly (readonly number[])[]
}
type Counts = Map<number, number>

const LENGTH_MAX = 20
const SPREADS = 16

export function createWriter(): NumberWriter {
  return { entries: [] }
}

/** Mirror of `readNumber`. */
export function writeNumber(
  { entries }: NumberWriter,
  { kind, near, far, value }: {
    readonly kind: number; readonly near: number; readonly far: number; readonly value: number
  },
): void {
  entries.push({
    context: [
      contextKey(kind, near, far), contextKey(kind, near, ANY), contextKey(kind, ANY, ANY),
    ],
    value,
  })
}

export function finishNumbers({ entries }: NumberWriter): string {
  const tables = chooseTables(entries)
  const met = new Map<number, Table>()
  const bits: number[] = []
  const put = ({ value, length }: Bits): void => {
    for (let i = length - 1; i >= 0; i--) bits.push(Math.floor(value / 2 ** i) % 2)
  }
  const meet = (context: Context, width: number): Table => {
    const key = context[width] as number
    const known = met.get(key)
    if (known !== undefined) return known
    const own = tables.get(key)
    if (width < context.length - 1) bits.push(own === undefined ? 0 : 1)
    if (own !== undefined) tableBits(own).forEach(put)
    const table = own ?? meet(context, width + 1)
    met.set(key, table)
    return table
  }
  for (const entry of entries) {
    const { codes, lengths } = meet(entry.context, 0)
    put({ value: codes.get(entry.value) as number, length: lengths.get(entry.value) as number })
  }
  if (met.size > CONTEXT_PLACES / 2) throw new TypeError(`${met.size} contexts, too many`)
  return bitsAsText(bits)
}

/** From the narrowest contexts up: what does not pay for itself is left to the wider one. */
function chooseTables(entries: readonly Entry[]): Map<number, Table> {
  const tables = new Map<number, Table>()
  let rest = entries
  for (const width of [0, 1]) {
    const wider = new Map(rest.map(({ context }) =>
      [context[width] as number, context[width + 1] as number]))
    const totals = countBy(rest, width + 1)
    for (const [key, counts] of countBy(rest, width)) {
      const table = createTable(counts)
      const own = sumOf(counts, (symbol) => table.lengths.get(symbol) as number)
        + tableBits(table).reduce((sum, { length }) => sum + length, 0)
      const shared = totals.get(wider.get(key) as number) as Counts
      const total = sumOf(shared, () => 1)
      if (own < sumOf(counts, (symbol) => Math.log2(total / (shared.get(symbol) as number)))) {
        tables.set(key, table)
      }
    }
    rest = rest.filter(({ context }) => !tables.has(context[width] as number))
  }
  for (const [key, counts] of countBy(rest, 2)) tables.set(key, createTable(counts))
  return tables
}

function sumOf(counts: Counts, worth: (symbol: number) => number): number {
  let sum = 0
  for (const [symbol, count] of counts) sum += count * worth(symbol)
  return sum
}

function countBy(entries: readonly Entry[], width: number): Map<number, Counts> {
  const all = new Map<number, Counts>()
  for (const { context, value } of entries) {
    const key = context[width] as number
    const counts = all.get(key) ?? new Map<number, number>()
    all.set(key, counts.set(value, (counts.get(value) ?? 0) + 1))
  }
  return all
}

/** A canonical Huffman code. */
function createTable(counts: Counts): Table {
  const lengths = codeLengths(counts)
  const groups: number[][] = []
  for (const [symbol, length] of lengths) {
    while (groups.length <= length) groups.push([])
    groups[length]?.push(symbol)
  }
  const codes = new Map<number, number>()
  let code = 0
  for (const group of groups) {
    for (const symbol of group.sort((a, b) => a - b)) codes.set(symbol, code++)
    code *= 2
  }
  return { lengths, codes, groups }
}

/** Counts that are too far apart are brought nearer until no code is too long. */
function codeLengths(counts: Counts): Map<number, number> {
  type Tree = { readonly weight: number; readonly symbols: readonly number[] }
  const lengths = new Map([...counts.keys()].map((symbol) => [symbol, 0]))
  const leaves: Tree[] = [...counts].map(([symbol, weight]) => ({ weight, symbols: [symbol] }))
    .sort((a, b) => a.weight - b.weight)
  const joined: Tree[] = []
  let [leaf, join] = [0, 0]
  const lightest = (): Tree => {
    const [a, b] = [leaves[leaf], joined[join]]
    if (b === undefined || (a !== undefined && a.weight <= b.weight)) return leaves[leaf++] as Tree
    return joined[join++] as Tree
  }
  for (let i = 1; i < leaves.length; i++) {
    const [a, b] = [lightest(), lightest()]
    const symbols = [...a.symbols, ...b.symbols]
    for (const symbol of symbols) lengths.set(symbol, (lengths.get(symbol) as number) + 1)
    joined.push({ weight: a.weight + b.weight, symbols })
  }
  if (Math.max(...lengths.values()) <= LENGTH_MAX) return lengths
  return codeLengths(new Map([...counts].map(([symbol, count]) => [symbol, (count + 1) >> 1])))
}

function tableBits({ groups }: Table): Bits[] {
  const gaps = groups.map((group) => group.map((symbol, i) => symbol - (group[i - 1] ?? -1) - 1))
  const spreads = Array.from({ length: SPREADS }, (_, spread) => spread)
  const costs = spreads.map((spread) =>
    gaps.flat().reduce((sum, gap) => sum + gapBits(gap, spread).length, 0))
  const spread = costs.indexOf(Math.min(...costs))
  return [
    { value: spread, length: 4 },
    ...gaps.flatMap((group) =>
      [gapBits(group.length, 0), ...group.map((gap) => gapBits(gap, spread))]),
  ]
}

function gapBits(gap: number, shortest: number): Bits {
  const number = gap + (1 << shortest)
  const length = 31 - Math.clz32(number)
  const ones = length - shortest
  // Ones for each doubling, a zero, and the bits behind the highest.
  return {
    value: (2 ** ones - 1) * 2 ** (length + 1) + number - 2 ** length,
    length: ones + 1 + length,
  }
}

function bitsAsText(bits: readonly number[]): string {
  let text = ''
  for (let at = 0; at < bits.length; at += BITS_PER_PAIR) {
    let pair = 0
    for (let i = at; i < at + BITS_PER_PAIR; i++) pair = pair * 2 + (bits[i] ?? 0)
    text += DIGITS.charAt(Math.floor(pair / DIGITS.length)) + DIGITS.charAt(pair % DIGITS.length)
  }
  return text
}
