// Finds many literal phrases in one walk over a text. Case, accents, width and the kind of white
// space do not count; a space of a phrase stands for any run of white space, so wrapped lines match
// too.

import { FOLDED, isPhraseStart, isWordCode, KINDS, SPACE, WORD } from './fold.ts'
import {
  ENDS, findQuad, PARENT, pairOf, quadOf, SIBLING, UNIT_BITS, type PhraseIndex,
} from './phrase-index.ts'
import { copyUnits, unitAt } from '../../text/units.ts'

export type PhraseHit = {
  readonly from: number
  readonly to: number
  readonly bits: number
  /** -1 where the phrase has none. */
  readonly tag: number
}

/** Where the folded phrase ends if it stands at `at`, else -1. */
export function matchPhrase(text: string, at: number, to: number, phrase: string): number {
  let place = at
  for (let i = 0; i < phrase.length; i++) {
    const wanted = unitAt(phrase, i)
    if (place >= to || FOLDED[unitAt(text, place)] !== wanted) return -1
    place = wanted === SPACE ? spaceEnd(text, place, to) : place + 1
  }
  return place
}

function spaceEnd(text: string, from: number, to: number): number {
  let at = from + 1
  while (at < to && FOLDED[unitAt(text, at)] === SPACE) at++
  return at
}

/** A text as the scanner reads it: its units, with at least one of zero behind them. */
export type PhraseText = { readonly units: Uint16Array; readonly length: number }

/** Room for the longest human part; longer texts get memory of their own. */
const SHARED_UNITS = 131_072 + 2
const shared = new Uint16Array(SHARED_UNITS)

/** In memory that the next call fills anew: whoever scans is done with one text before another. */
export function sharedUnits(text: string): PhraseText {
  return text.length < SHARED_UNITS ? fill(text, shared) : ownUnits(text)
}

export function ownUnits(text: string): PhraseText {
  return fill(text, new Uint16Array(text.length + 1))
}

function fill(text: string, units: Uint16Array): PhraseText {
  copyUnits(text, units)
  units[text.length] = 0
  return { units, length: text.length }
}

/** Looks phrases of one index up in one text. */
export class PhraseScanner {
  /** What was found, in the order of the places that were asked for. */
  readonly hits: PhraseHit[] = []
  private readonly units: Uint16Array
  private readonly to: number
  private readonly index: PhraseIndex
  private readonly free: number

  /**
   * `free` are the bits that count anywhere and whatever follows; the others only at the first word
   * of a line, and where a word ends with the phrase. A tag without bits counts at the first word.
   */
  constructor({ units, length }: PhraseText, index: PhraseIndex, free: number) {
    this.units = units
    this.to = length
    this.index = index
    this.free = free
  }

  /**
   * Notes every phrase that stands at `at`, a phrase start; `isFirst`: at the first word of a line.
   */
  matchAt(at: number, isFirst: boolean): void {
    const { units, to } = this
    const { roots, pairs, shorts, quads } = this.index
    const first = FOLDED[units[at] as number] as number
    const second = FOLDED[units[at + 1] as number] as number
    const pair = pairOf(first, second)
    const node = (pair === 0 ? roots[first] : pairs[pair]) as number
    if (node === 0) return
    // Nodes lie far apart where a walk begins and each costs a wait for memory: four units at once.
    if (pair !== 0 && shorts[pair] === 0 && at + 3 < to) {
      const third = FOLDED[units[at + 2] as number] as number
      const next = third === SPACE ? spacesEnd(units, at + 2, to) : at + 3
      const fourth = next < to ? FOLDED[units[next] as number] as number : UNIT_BITS
      const quad = quadOf(pair, third, fourth)
      if (quad !== 0) {
        const end = fourth === SPACE ? spacesEnd(units, next, to) : next + 1
        return this.follow(findQuad(quads, quad), at, end, isFirst)
      }
    }
    this.follow(node, at, pair === 0 ? at + 1 : at + 2, isFirst)
  }

  /** Notes what ends at `start` or below it; `end` is where the text goes on. */
  private follow(start: number, at: number, end: number, isFirst: boolean): void {
    const { units, to } = this
    const { nodes, siblings } = this.index
    let node = start
    let place = end
    while (node !== 0) {
      let info = nodes[node] as number
      if ((info & ENDS) !== 0) this.note(node, at, place, isFirst)
      if ((info & PARENT) === 0 || place >= to) return
      const unit = FOLDED[units[place] as number] as number
      place = unit === SPACE ? spacesEnd(units, place, to) : place + 1
      node++
      info = nodes[node] as number
      while ((info & UNIT_BITS) !== unit) {
        if ((info & UNIT_BITS) > unit || (info & SIBLING) === 0) return
        node = siblings[node] as number
        info = nodes[node] as number
      }
    }
  }

  private note(node: number, from: number, end: number, isFirst: boolean): void {
    const { units, to, free } = this
    const { ends, phrases } = this.index
    for (let i = ends[node] as number; i >= 0;) {
      const bits = phrases[i] as number
      const tag = phrases[i + 1] as number
      const isWhole = phrases[i + 2] !== 0
      i = phrases[i + 3] as number
      if (!isFirst && ((bits & free) === 0 || isWhole)) continue
      const isBound = isFirst && (isWhole ? isLineRest(units, end, to) : isWordEnd(units, end, to))
      const holding = isBound ? bits : isWhole ? 0 : bits & free
      if (holding !== 0 || tag >= 0) this.hits.push({ from, to: end, bits: holding, tag })
    }
  }
}

/** Every phrase in a line of its own, such as a subject; overlapping ones too. */
export function scanPhrases(text: string, index: PhraseIndex, free: number): readonly PhraseHit[] {
  const read = sharedUnits(text)
  const { units, length } = read
  const scanner = new PhraseScanner(read, index, free)
  for (let at = 0; at < length; at++) {
    if (isPhraseStart(units, at)) scanner.matchAt(at, at === 0)
  }
  return scanner.hits
}

function spacesEnd(units: Uint16Array, from: number, to: number): number {
  let at = from + 1
  while (at < to && FOLDED[units[at] as number] === SPACE) at++
  return at
}

function isWordEnd(units: Uint16Array, end: number, to: number): boolean {
  return (
    end >= to || KINDS[units[end] as number] !== WORD || KINDS[units[end - 1] as number] !== WORD
  )
}

// Only marks may follow: dashes, colons, brackets.
function isLineRest(units: Uint16Array, end: number, to: number): boolean {
  for (let at = end; at < to; at++) {
    const code = units[at] as number
    if (code === 10) return true
    if (isWordCode(code)) return false
  }
  return true
}
