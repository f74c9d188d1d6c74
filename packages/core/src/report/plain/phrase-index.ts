// Phrases made ready for finding them in one walk over a text: a trie, laid out so that the walk
// meets little memory.

import { fold } from './fold.ts'

/**
 * A trie of phrases in the order of a walk through it: the first child of a node is the node after
 * it, so that a text is followed along neighbouring numbers; its other children follow in the order
 * of units.
 */
export type PhraseIndex = {
  /** First unit → its node, 0 where no phrase begins so. */
  readonly roots: Int32Array
  /** First two letters a–z, five bits each → their node, 0 where no phrase begins so. */
  readonly pairs: Int32Array
  /** Pair → 1 where a phrase of fewer than four units begins so. */
  readonly shorts: Uint8Array
  /** By hash: the first four units (`quadOf`), then their node; 0 where there are none. */
  readonly quads: Int32Array
  /** Node → its unit, with ENDS, PARENT and SIBLING. */
  readonly nodes: Int32Array
  /** Node with SIBLING → the next child of its parent. */
  readonly siblings: Int32Array
  /** Node with ENDS → place of the first phrase that ends there. */
  readonly ends: Int32Array
  /** Four numbers for each phrase: bits, tag, flag of the whole line, place of the next one. */
  readonly phrases: Int32Array
}

export const UNIT_BITS = 0xffff
/** A phrase ends at the node. */
export const ENDS = 0x10000
/** The node has children. */
export const PARENT = 0x20000
/** The parent of the node has more children. */
export const SIBLING = 0x40000
const ASCII_BITS = 7
const QUAD_UNITS = 4

type Phrase = {
  readonly bits: number
  readonly tag: number
  /** Only where nothing else stands on the line. */
  readonly isWhole: boolean
}

/** A phrase and the bits that say what it means; `tag` is the caller's number for it. */
export type PhraseRow = readonly [phrase: string, bits: number, tag?: number]

/** A final `$` asks for the end of the line. */
export function indexPhrases(rows: Iterable<PhraseRow>): PhraseIndex {
  const byLetters = new Map<string, Phrase[]>()
  let unitCount = 1
  for (const [written, bits, tag] of rows) {
    const isWhole = written.endsWith('$')
    const letters = fold(isWhole ? written.slice(0, -1) : written)
    if (letters.length < 2) continue
    unitCount += letters.length
    addPhrase(byLetters, letters, { bits, tag: tag ?? -1, isWhole })
  }
  const sorted = [...byLetters.keys()].sort()
  const draft = {
    roots: new Int32Array(0x10000),
    pairs: new Int32Array(1024),
    shorts: new Uint8Array(1024),
    quads: new Int32Array(2 * powerAbove(1.5 * countBeginnings(sorted))),
    nodes: new Int32Array(unitCount),
    siblings: new Int32Array(unitCount),
    ends: new Int32Array(unitCount),
  }
  const phrases: number[] = []
  layOut(draft, sorted, (letters) => {
    const first = phrases.length
    const same = byLetters.get(letters) ?? []
    for (const [i, { bits, tag, isWhole }] of same.entries()) {
      const next = i + 1 < same.length ? phrases.length + 4 : -1
      phrases.push(bits, tag, isWhole ? 1 : 0, next)
    }
    return first
  })
  return { ...draft, phrases: Int32Array.from(phrases) }
}

/** Few, so that the table of them stays near: most words are looked up there and end there. */
function countBeginnings(sorted: readonly string[]): number {
  return new Set(sorted.map((letters) => letters.slice(0, QUAD_UNITS))).size
}

function powerAbove(count: number): number {
  let power = 8
  while (power < count) power *= 2
  return power
}

/** Phrases that are equal share their bits, but each tag stays apart. */
function addPhrase(byLetters: Map<string, Phrase[]>, letters: string, phrase: Phrase): void {
  const known = byLetters.get(letters)
  if (known === undefined) {
    byLetters.set(letters, [phrase])
    return
  }
  const same = known.findIndex(
    ({ tag, isWhole }) => tag === phrase.tag && isWhole === phrase.isWhole,
  )
  const before = known[same]
  if (before === undefined) known.push(phrase)
  else known[same] = { ...before, bits: before.bits | phrase.bits }
}

/** Makes the nodes; phrases come sorted, so each shares its beginning with the one before. */
function layOut(
  draft: Omit<PhraseIndex, 'phrases'>,
  sorted: readonly string[],
  firstOf: (letters: string) => number,
): void {
  const { roots, pairs, shorts, quads, nodes, siblings, ends } = draft
  const path: number[] = []
  let size = 1
  let before = ''
  for (const letters of sorted) {
    let shared = 0
    while (shared < before.length && before[shared] === letters[shared]) shared++
    for (let depth = shared; depth < letters.length; depth++) {
      const node = size++
      const unit = letters.charCodeAt(depth)
      nodes[node] = depth < letters.length - 1 ? unit | PARENT : unit
      const above = path[depth - 1] as number
      if (depth === 0) roots[unit] = node
      else if (depth === shared && shared < before.length) {
        const older = path[depth] as number
        siblings[older] = node
        nodes[older] = (nodes[older] as number) | SIBLING
      } else nodes[above] = (nodes[above] as number) | PARENT
      if (depth === 1) pairs[pairOf(letters.charCodeAt(0), unit)] = node
      if (depth === QUAD_UNITS - 1) placeQuad(quads, letters, node)
      path[depth] = node
    }
    if (letters.length < QUAD_UNITS) {
      shorts[pairOf(letters.charCodeAt(0), letters.charCodeAt(1))] = 1
    }
    const last = path[letters.length - 1] as number
    nodes[last] = (nodes[last] as number) | ENDS
    ends[last] = firstOf(letters)
    before = letters
  }
}

/** Where both are letters a–z, their number among pairs; else 0, which no pair has. */
export function pairOf(first: number, second: number): number {
  const areLetters = first >= 97 && first <= 122 && second >= 97 && second <= 122
  return areLetters ? ((first & 31) << 5) | (second & 31) : 0
}

/** A pair and the two units after it as one number, 0 where they are not all ASCII. */
export function quadOf(pair: number, third: number, fourth: number): number {
  if (pair === 0 || (third | fourth) >> ASCII_BITS !== 0) return 0
  return (((pair << ASCII_BITS) | third) << ASCII_BITS) | fourth
}

function placeQuad(quads: Int32Array, letters: string, node: number): void {
  const pair = pairOf(letters.charCodeAt(0), letters.charCodeAt(1))
  const quad = quadOf(pair, letters.charCodeAt(2), letters.charCodeAt(3))
  if (quad === 0) return
  let at = firstPlace(quads, quad)
  while (quads[at] !== 0) at = (at + 2) & (quads.length - 1)
  quads[at] = quad
  quads[at + 1] = node
}

/** The node behind four units, 0 where no phrase begins so. */
export function findQuad(quads: Int32Array, quad: number): number {
  for (let at = firstPlace(quads, quad); ; at = (at + 2) & (quads.length - 1)) {
    const found = quads[at] as number
    if (found === quad || found === 0) return quads[at + 1] as number
  }
}

function firstPlace({ length }: Int32Array, quad: number): number {
  const hash = Math.imul(quad, 0x9e3779b1)
  return ((hash ^ (hash >>> 15)) << 1) & (length - 1)
}
