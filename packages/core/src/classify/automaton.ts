// One automaton over all words, stems, phrases and literals of all languages and rules. Its states
// are the beginnings of phrases; a step goes over a whole word, found by its hash, since looking at
// letters one by one takes many times as long.

export type Automaton = {
  /** UTF-16 unit → folded unit and classes (alphabet.ts). */
  readonly units: Int32Array
  /**
   * A node is a cell of flags, then its outputs where it has any:
   * `entry << 2 | stem << 1 | last of its node`. ROOT is the node before any word.
   */
  readonly cells: Uint16Array
  /** Places by hash: the check of a word after its node, and the node it leads to, 0 for none. */
  readonly places: Int32Array
  /** A bit for each hash of a stem: most beginnings of words are none. */
  readonly stems: Int32Array
  /** A bit for each hash of letters with which a run without spaces between words may begin. */
  readonly openings: Int32Array
  /** Letters of the longest word or run. */
  readonly lettersMax: number
}

export const ROOT = 0
/** Flags of a node: something ends there; a space and more words may follow; stems among them. */
export const OUTPUT = 1
export const CONTINUES = 2
export const STEMS = 4

/** Flags of an output. */
export const LAST_FLAG = 1
export const STEM_FLAG = 2

/** Two hashes of the letters of a word: one says where to look, the other what to find there. */
export const HASH_START: number = 0x811c9dc5 | 0
export const CHECK_START: number = 0x9747b28c | 0
const HASH_PRIME = 0x01000193
const CHECK_PRIME = 0x5bd1e995
/** What tells the same word after one node from that after another. */
const HASH_NODE_PRIME = 0x9e3779b1
const CHECK_NODE_PRIME = 0x85ebca6b
/** Words of the sets of bits: some 10,000 hashes set one bit in 25. */
const BIT_WORDS = 8192

/** FNV-1a. */
export function nextHash(hash: number, letter: number): number {
  return Math.imul(hash ^ letter, HASH_PRIME)
}

export function nextCheck(check: number, letter: number): number {
  return Math.imul(check ^ letter, CHECK_PRIME)
}

/** The key of a word that stands after `node`. */
export function keyOf(node: number, hash: number): number {
  return hash ^ Math.imul(node, HASH_NODE_PRIME)
}

/** Puts a node where `findNode` finds it; without calls, since it runs before it is compiled. */
export function placeNode(
  places: Int32Array, from: number, hash: number, check: number, node: number,
): void {
  const mask = places.length - 1
  const key = hash ^ Math.imul(from, HASH_NODE_PRIME)
  let at = ((key ^ (key >>> 15)) << 1) & mask
  while (places[at + 1] !== 0) at = (at + 2) & mask
  places[at] = check ^ Math.imul(from, CHECK_NODE_PRIME)
  places[at + 1] = node
}

export function createBits(): Int32Array {
  return new Int32Array(BIT_WORDS)
}

export function setBit(bits: Int32Array, key: number): void {
  const at = (key >>> 5) & (BIT_WORDS - 1)
  bits[at] = (bits[at] as number) | (1 << (key & 31))
}

export function hasBit(bits: Int32Array, key: number): boolean {
  return (((bits[(key >>> 5) & (BIT_WORDS - 1)] as number) >>> (key & 31)) & 1) !== 0
}

/** The node that a word leads to from `node`, 0 where there is none. */
export function findNode(places: Int32Array, node: number, hash: number, check: number): number {
  const wanted = check ^ Math.imul(node, CHECK_NODE_PRIME)
  for (let at = firstPlace(places, keyOf(node, hash)); ; at = nextPlace(places, at)) {
    const found = places[at + 1] as number
    if (found === 0 || places[at] === wanted) return found
  }
}

function firstPlace({ length }: Int32Array, key: number): number {
  return ((key ^ (key >>> 15)) << 1) & (length - 1)
}

function nextPlace({ length }: Int32Array, at: number): number {
  return (at + 2) & (length - 1)
}
