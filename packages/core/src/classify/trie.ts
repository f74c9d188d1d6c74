// One automaton over all words, stems, phrases and literals of all languages and rules.

import { FREE, SEPARATOR, SKIP, SPACE, createAlphabet, type Alphabet } from './alphabet.ts'

/** A surface form may be followed by more letters. */
const STEM = 1

export type Trie = {
  readonly alphabet: Alphabet
  /** UTF-16 unit → dense symbol, SEPARATOR where no entry has that letter. */
  readonly symbols: Uint16Array
  /** Node → symbol of its first child and that child. */
  readonly childSymbol: Uint16Array
  readonly childNode: Int32Array
  /** Node → 1 where it has further children, which stand in the hash table. */
  readonly branches: Uint8Array
  /** Node → index of the first output, -1 where none; outputs are linked. */
  readonly output: Int32Array
  readonly keys: Int32Array
  readonly nodes: Int32Array
  readonly mask: number
  /** Output → payload as given to `add`, next output, stem flag. */
  readonly payload: Int32Array
  readonly nextOutput: Int32Array
  readonly stem: Uint8Array
  /** Output → first output of the same node. */
  readonly firstOutput: Int32Array
}

export type TrieBuilder = {
  /** Adds a surface form; a `*` at its end makes it a stem. */
  add(surface: string, payload: number): void
  build(): Trie
}

export function createTrieBuilder(): TrieBuilder {
  const alphabet = createAlphabet()
  const symbols = new Uint16Array(65536)
  let symbolCount = SPACE + 1
  let size = 1
  let capacity = 1 << 15
  let childSymbol = new Uint16Array(capacity)
  let childNode = new Int32Array(capacity)
  let branches = new Uint8Array(capacity)
  let output = new Int32Array(capacity).fill(-1)
  const further: number[] = []
  let keys = new Map<number, number>()
  const payload: number[] = []
  const nextOutput: number[] = []
  const stem: number[] = []

  function grow(): void {
    capacity *= 2
    const bigger = <T extends Uint8Array | Uint16Array | Int32Array>(from: T, to: T): T => {
      to.set(from)
      return to
    }
    childSymbol = bigger(childSymbol, new Uint16Array(capacity))
    childNode = bigger(childNode, new Int32Array(capacity))
    branches = bigger(branches, new Uint8Array(capacity))
    output = bigger(output, new Int32Array(capacity).fill(-1))
  }

  function step(node: number, symbol: number): number {
    if (childSymbol[node] === symbol && childNode[node] !== 0) return childNode[node] as number
    const key = node * 4096 + symbol
    if (branches[node] === 1) {
      const found = keys.get(key)
      if (found !== undefined) return found
    }
    if (size === capacity) grow()
    const fresh = size++
    if (childNode[node] === 0) {
      childSymbol[node] = symbol
      childNode[node] = fresh
    } else {
      branches[node] = 1
      keys.set(key, fresh)
      further.push(key, fresh)
    }
    return fresh
  }

  function firstOutputs(): Int32Array {
    const first = new Int32Array(payload.length)
    for (let node = 0; node < size; node++) {
      const head = output[node] as number
      for (let o = head; o !== -1; o = nextOutput[o] as number) first[o] = head
    }
    return first
  }

  function symbolOf(unit: number): number {
    let symbol = symbols[unit] as number
    if (symbol === SEPARATOR) {
      symbol = symbolCount++
      symbols[unit] = symbol
    }
    return symbol
  }

  return {
    add(surface, value) {
      const isStem = surface.endsWith('*')
      const end = isStem ? surface.length - 1 : surface.length
      let node = 0
      let spaced = false
      let free = false
      for (let i = 0; i < end; i++) {
        const unit = surface.charCodeAt(i)
        const folded = alphabet.fold[unit] as number
        if (folded === SKIP) continue
        if (folded === 0) {
          spaced = node !== 0
          continue
        }
        const isFree = ((alphabet.bits[unit] as number) & FREE) !== 0
        if (spaced) node = step(node, SPACE)
        spaced = false
        free = isFree
        node = step(node, symbolOf(folded))
      }
      if (node === 0) return
      payload.push(value)
      nextOutput.push(output[node] as number)
      stem.push(isStem || free ? STEM : 0)
      output[node] = payload.length - 1
    },
    build() {
      let mask = 1
      while (mask < further.length * 2) mask *= 2
      const tableKeys = new Int32Array(mask).fill(-1)
      const tableNodes = new Int32Array(mask)
      mask -= 1
      for (let i = 0; i < further.length; i += 2) {
        const key = further[i] as number
        let slot = hash(key) & mask
        while (tableKeys[slot] !== -1) slot = (slot + 1) & mask
        tableKeys[slot] = key
        tableNodes[slot] = further[i + 1] as number
      }
      keys = new Map()
      // Letters that fold to a known letter get its symbol, so that one look-up serves both.
      const direct = new Uint16Array(65536)
      for (let unit = 0; unit < 65536; unit++) {
        const folded = alphabet.fold[unit] as number
        if (folded !== 0 && folded !== SKIP) direct[unit] = symbols[folded] as number
      }
      return {
        alphabet, symbols: direct, childSymbol, childNode, branches, output,
        keys: tableKeys, nodes: tableNodes, mask,
        payload: Int32Array.from(payload), nextOutput: Int32Array.from(nextOutput),
        stem: Uint8Array.from(stem),
        firstOutput: firstOutputs(),
      }
    },
  }
}

/** The node reached from `node` by `symbol`, 0 where there is none. */
export function follow(trie: Trie, node: number, symbol: number): number {
  if (trie.childSymbol[node] === symbol) return trie.childNode[node] as number
  if (trie.branches[node] === 0) return 0
  const key = node * 4096 + symbol
  let slot = hash(key) & trie.mask
  for (;;) {
    const found = trie.keys[slot] as number
    if (found === key) return trie.nodes[slot] as number
    if (found === -1) return 0
    slot = (slot + 1) & trie.mask
  }
}

function hash(key: number): number {
  const mixed = Math.imul(key, 0x9e3779b1)
  return mixed ^ (mixed >>> 15)
}
