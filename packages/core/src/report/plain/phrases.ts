// Finds many literal phrases in one walk over a text. Case, accents, width and the kind of white
// space do not count; a space of a phrase stands for any run of white space, so wrapped lines match
// too.

import { fold, FOLDED, isPhraseStart, isWordCode, KINDS, SPACE, WORD } from './fold.ts'

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
  /** Node → its unit, with ENDS and PARENT. */
  readonly nodes: Int32Array
  /** Node → the next child of its parent, 0 where there is none. */
  readonly siblings: Int32Array
  /** Node → number of the first phrase that ends there. */
  readonly ends: Int32Array
  readonly phrases: readonly Phrase[]
}

const UNIT_BITS = 0xffff
/** A phrase ends at the node. */
const ENDS = 0x10000
/** The node has children. */
const PARENT = 0x20000

type Phrase = {
  readonly bits: number
  readonly tag: number
  /** Only where nothing else stands on the line. */
  readonly isWhole: boolean
  /** Number of the next phrase of the same letters, or -1. */
  readonly next: number
}

/** A phrase and the bits that say what it means; `tag` is the caller's number for it. */
export type PhraseRow = readonly [phrase: string, bits: number, tag?: number]

export type PhraseHit = {
  readonly from: number
  readonly to: number
  readonly bits: number
  /** -1 where the phrase has none. */
  readonly tag: number
}

/** A final `$` asks for the end of the line. */
export function indexPhrases(rows: Iterable<PhraseRow>): PhraseIndex {
  const byLetters = new Map<string, Phrase[]>()
  let unitCount = 1
  for (const [written, bits, tag] of rows) {
    const isWhole = written.endsWith('$')
    const letters = fold(isWhole ? written.slice(0, -1) : written)
    if (letters.length < 2) continue
    unitCount += letters.length
    addPhrase(byLetters, letters, { bits, tag: tag ?? -1, isWhole, next: -1 })
  }
  const draft = {
    roots: new Int32Array(0x10000),
    pairs: new Int32Array(1024),
    nodes: new Int32Array(unitCount),
    siblings: new Int32Array(unitCount),
    ends: new Int32Array(unitCount),
  }
  const phrases: Phrase[] = []
  layOut(draft, [...byLetters.keys()].sort(), (letters) => {
    const same = byLetters.get(letters) ?? []
    const first = phrases.length
    same.forEach((one, i) =>
      phrases.push({ ...one, next: i + 1 < same.length ? first + i + 1 : -1 }),
    )
    return first
  })
  return { ...draft, phrases }
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
  const { roots, pairs, nodes, siblings, ends } = draft
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
      else if (depth === shared && shared < before.length) siblings[path[depth] as number] = node
      else nodes[above] = (nodes[above] as number) | PARENT
      if (depth === 1) pairs[pairOf(letters.charCodeAt(0), unit)] = node
      path[depth] = node
    }
    const last = path[letters.length - 1] as number
    nodes[last] = (nodes[last] as number) | ENDS
    ends[last] = firstOf(letters)
    before = letters
  }
}

/** Where both are letters a–z, their number among pairs; else 0, which no pair has. */
function pairOf(first: number, second: number): number {
  const areLetters = first >= 97 && first <= 122 && second >= 97 && second <= 122
  return areLetters ? ((first & 31) << 5) | (second & 31) : 0
}

/** Where the folded phrase ends if it stands at `at`, else -1. */
export function matchPhrase(text: string, at: number, to: number, phrase: string): number {
  let place = at
  for (let i = 0; i < phrase.length; i++) {
    const wanted = phrase.charCodeAt(i)
    if (place >= to || FOLDED[text.charCodeAt(place)] !== wanted) return -1
    place = wanted === SPACE ? spaceEnd(text, place, to) : place + 1
  }
  return place
}

function spaceEnd(text: string, from: number, to: number): number {
  let at = from + 1
  while (at < to && FOLDED[text.charCodeAt(at)] === SPACE) at++
  return at
}

/** Looks phrases of one index up in one text. */
export class PhraseScanner {
  /** What was found, in the order of the places that were asked for. */
  readonly hits: PhraseHit[] = []
  private readonly text: string
  private readonly to: number
  private readonly index: PhraseIndex
  private readonly free: number

  /**
   * `free` are the bits that count anywhere and whatever follows; the others only at the first word
   * of a line, and where a word ends with the phrase. A tag without bits counts at the first word.
   */
  constructor(text: string, to: number, index: PhraseIndex, free: number) {
    this.text = text
    this.to = to
    this.index = index
    this.free = free
  }

  /**
   * Notes every phrase that stands at `at`, a phrase start; `isFirst`: at the first word of a line.
   */
  matchAt(at: number, isFirst: boolean): void {
    const { text, to } = this
    const { roots, pairs, nodes, siblings } = this.index
    const first = FOLDED[text.charCodeAt(at)] as number
    const pair = pairOf(first, FOLDED[text.charCodeAt(at + 1) | 0] as number)
    let node = (pair === 0 ? roots[first] : pairs[pair]) as number
    let place = pair === 0 ? at + 1 : at + 2
    while (node !== 0) {
      let info = nodes[node] as number
      if ((info & ENDS) !== 0) this.note(node, at, place, isFirst)
      if ((info & PARENT) === 0 || place >= to) return
      const unit = FOLDED[text.charCodeAt(place)] as number
      place = unit === SPACE ? spaceEnd(text, place, to) : place + 1
      node++
      info = nodes[node] as number
      while ((info & UNIT_BITS) !== unit) {
        node = (info & UNIT_BITS) < unit ? (siblings[node] as number) : 0
        if (node === 0) return
        info = nodes[node] as number
      }
    }
  }

  private note(node: number, from: number, end: number, isFirst: boolean): void {
    const { text, to, free } = this
    for (let i = this.index.ends[node] as number; i >= 0;) {
      const { bits, tag, isWhole, next } = this.index.phrases[i] as Phrase
      i = next
      if (!isFirst && ((bits & free) === 0 || isWhole)) continue
      const isBound = isFirst && (isWhole ? isLineRest(text, end, to) : isWordEnd(text, end, to))
      const holding = isBound ? bits : isWhole ? 0 : bits & free
      if (holding !== 0 || tag >= 0) this.hits.push({ from, to: end, bits: holding, tag })
    }
  }
}

/** Every phrase in a line of its own, such as a subject; overlapping ones too. */
export function scanPhrases(text: string, index: PhraseIndex, free: number): readonly PhraseHit[] {
  const scanner = new PhraseScanner(text, text.length, index, free)
  for (let at = 0; at < text.length; at++) {
    if (isPhraseStart(text, at)) scanner.matchAt(at, at === 0)
  }
  return scanner.hits
}

function isWordEnd(text: string, end: number, to: number): boolean {
  return (
    end >= to || KINDS[text.charCodeAt(end)] !== WORD || KINDS[text.charCodeAt(end - 1)] !== WORD
  )
}

// Only marks may follow: dashes, colons, brackets.
function isLineRest(text: string, end: number, to: number): boolean {
  for (let at = end; at < to; at++) {
    const code = text.charCodeAt(at)
    if (code === 10) return true
    if (isWordCode(code)) return false
  }
  return true
}
