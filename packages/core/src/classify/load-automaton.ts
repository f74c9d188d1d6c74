// Reads the packed automaton: hashes the words of its tree letter by letter, and puts their ends
// where the scanner finds them.

import type { PackedAutomaton } from '../rules/types.ts'
import { CLASSES, createAlphabet } from './alphabet.ts'
import {
  CHECK_PRIME, CHECK_START, CONTINUES, createBits, HASH_PRIME, HASH_START, keyOf, LAST_FLAG,
  OUTPUT, placeNode, ROOT, setBit, STEM_FLAG, STEMS, type Automaton,
} from './automaton.ts'

const { FREE } = CLASSES

/**
 * Signs of the packed form, behind the letter where something ends. The number of a sign says
 * whether more letters may follow in a text, and whether nothing stands below it in the tree.
 */
export const SIGNS = '!*.:'
export const SIGN_STEM = 1
export const SIGN_LEAF = 2
/** Capitals behind a letter count what stands below it, from two up, in this base. */
export const COUNT_BASE = 26
export const COUNT_ZERO = 0x41

/**
 * Scripts that have a page: behind a first letter of one, its letters from here on are written by
 * these signs, one byte each, and ASCII letters so many units further on.
 */
const PAGES = [
  0x3b1, 0x430, 0x561, 0x5d0, 0x621, 0x905, 0x985, 0xb85, 0xc05, 0xe01, 0x1000, 0x10d0, 0x1780,
]
export const PAGE_SIGNS = 'abcdefghijklmnopqrstuvwxyz#%&()+,-/;<=>?@[]^_{|}~'
export const ASCII_SHIFT = 0x60
const [A, Z] = [0x61, 0x7a]
/** Units above are never shifted. */
const PAGED_UNITS = 256

/** Where the page of a first letter begins, 0 where it has none. */
export function pageOf(letter: number): number {
  return PAGES.find((page) => page <= letter && letter < page + PAGE_SIGNS.length) ?? 0
}

/**
 * Digits of the numbers of entries. The first are the busiest entries, alone; behind each of the
 * others comes a second digit.
 */
export const DIGITS =
  'abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789 !#$%&()*+,-./:;<=>?@[]^_'
export const SHORT_DIGITS = 60
/** Signs of the entries that were last met, the last one first. */
export const RECENT_SIGNS = '{|}~'

/** Moves an entry to the front of those last met; `place` is where it stands, -1 for nowhere. */
export function makeRecent(recent: Int32Array, place: number, entry: number): void {
  for (let i = place < 0 ? recent.length - 1 : place; i > 0; i--) {
    recent[i] = recent[i - 1] as number
  }
  recent[0] = entry
}

/** None has been met yet. */
export function createRecent(): Int32Array {
  return new Int32Array(RECENT_SIGNS.length).fill(-1)
}

/** What a unit of the tree is; from SIGN on, the number of a sign above it. */
const SPACE = 1
const COUNT = 2
const SIGN = 3
const LAST_ASCII = 0x7f
/** No place among signs. */
const NOWHERE = -1

export type LoadedAutomaton = Automaton & {
  /** What the entries stand for, as `build-automaton.ts` wrote them. */
  readonly entries: readonly string[]
}

export function loadAutomaton(packed: PackedAutomaton): LoadedAutomaton {
  const { tree, stands, ends, nodes, entries } = packed
  const units = createAlphabet()
  const draft = createDraft(nodes, readStands(stands, ends))
  readTree(tree, units, draft)
  const { cells, places, stems, openings, lettersMax } = draft
  return { units, cells, places, stems, openings, lettersMax, entries: entries.split('\n') }
}

type Draft = Omit<Automaton, 'units' | 'lettersMax'> & {
  lettersMax: number
  cellCount: number
  readonly stands: Uint16Array
  standCount: number
}

function createDraft(nodes: number, stands: Uint16Array): Draft {
  let size = 1
  while (size < 2 * nodes) size *= 2
  return {
    cells: new Uint16Array(1 + nodes + stands.length), places: new Int32Array(2 * size),
    stems: createBits(), openings: createBits(), lettersMax: 0, cellCount: 1, stands, standCount: 0,
  }
}

/**
 * Forks on the way to where the tree is read, FORK_CELLS each: the node before, both hashes and the
 * number of the letters since, whether one of them is of a script without spaces, the node where
 * they end (ROOT where there is none yet), and the ways from here that are still to be read.
 */
const FORK_CELLS = 7
const FORK_WAYS = 6
/** No form has so many letters. */
const FORKS_MAX = 1_024

/**
 * One pass over the tree, since each letter stands before those below it. One loop with all that
 * changes at hand: it runs at the start, when nothing is compiled yet but a loop that runs long.
 */
function readTree(tree: string, units: Int32Array, draft: Draft): void {
  const { cells, openings } = draft
  const kinds = kindsOfUnits()
  const paged = new Uint16Array(PAGED_UNITS)
  const forks = new Int32Array(FORK_CELLS * FORKS_MAX)
  let fork = -FORK_CELLS
  let from = ROOT
  let hash = HASH_START
  let check = CHECK_START
  let letters = 0
  let isFree = 0
  let node = ROOT
  let isBelow = true
  let page = NOWHERE
  for (let at = 0; at < tree.length; at++) {
    const unit = tree.charCodeAt(at)
    const kind = kinds[unit] as number
    if (kind === COUNT) {
      let ways = unit - COUNT_ZERO
      for (; kinds[tree.charCodeAt(at + 1)] === COUNT; at++) {
        ways = ways * COUNT_BASE + tree.charCodeAt(at + 1) - COUNT_ZERO
      }
      fork += FORK_CELLS
      forks.set([from, hash, check, letters, isFree, node, ways + 2], fork)
      isBelow = false
    } else if (kind >= SIGN) {
      if (node === ROOT) node = addNode(draft, from, hash, check)
      isBelow = ((kind - SIGN) & SIGN_LEAF) === 0
      const isLast = !isBelow || (kinds[tree.charCodeAt(at + 1)] as number) < SIGN
      addOutput(draft, node, ((kind - SIGN) & SIGN_STEM) !== 0, isLast)
      if (((kind - SIGN) & SIGN_STEM) !== 0) addStem(draft, from, hash)
    } else {
      if (!isBelow) {
        from = forks[fork] as number
        hash = forks[fork + 1] as number
        check = forks[fork + 2] as number
        letters = forks[fork + 3] as number
        isFree = forks[fork + 4] as number
        node = forks[fork + 5] as number
        const ways = (forks[fork + FORK_WAYS] as number) - 1
        forks[fork + FORK_WAYS] = ways
        if (ways === 0) fork -= FORK_CELLS
      }
      isBelow = true
      if (kind === SPACE) {
        if (node === ROOT) node = addNode(draft, from, hash, check)
        cells[node] = (cells[node] as number) | CONTINUES
        from = node
        hash = HASH_START
        check = CHECK_START
        letters = 0
        isFree = 0
      } else {
        const isFirst = letters === 0 && from === ROOT
        if (isFirst && page !== pageOf(unit)) turnPage(paged, page = pageOf(unit))
        const letter = isFirst || unit >= PAGED_UNITS ? unit : paged[unit] as number
        hash = Math.imul(hash ^ letter, HASH_PRIME)
        check = Math.imul(check ^ letter, CHECK_PRIME)
        if (++letters > draft.lettersMax) draft.lettersMax = letters
        if (letter > LAST_ASCII) isFree |= (units[letter] as number) & FREE
        if (isFree !== 0) setBit(openings, keyOf(from, hash))
      }
      node = ROOT
    }
  }
}

/** Fills in what units stand for on a page. */
function turnPage(paged: Uint16Array, page: number): void {
  for (let unit = 0; unit < PAGED_UNITS; unit++) paged[unit] = unit
  if (page === 0) return
  for (let unit = A; unit <= Z; unit++) paged[unit + ASCII_SHIFT] = unit
  for (let i = 0; i < PAGE_SIGNS.length; i++) paged[PAGE_SIGNS.charCodeAt(i)] = page + i
}

function kindsOfUnits(): Uint8Array {
  const kinds = new Uint8Array(65536)
  kinds[0x20] = SPACE
  kinds.fill(COUNT, COUNT_ZERO, COUNT_ZERO + COUNT_BASE)
  for (let i = 0; i < SIGNS.length; i++) kinds[SIGNS.charCodeAt(i)] = SIGN + i
  return kinds
}

function addNode(draft: Draft, from: number, hash: number, check: number): number {
  const node = draft.cellCount++
  placeNode(draft.places, from, hash, check, node)
  return node
}

function addOutput(draft: Draft, node: number, isStem: boolean, isLast: boolean): void {
  const { cells } = draft
  cells[node] = (cells[node] as number) | OUTPUT
  cells[draft.cellCount++] = ((draft.stands[draft.standCount++] as number) << 2)
    | (isStem ? STEM_FLAG : 0) | (isLast ? LAST_FLAG : 0)
}

function addStem({ cells, stems }: Draft, from: number, hash: number): void {
  cells[from] = (cells[from] as number) | STEMS
  setBit(stems, keyOf(from, hash))
}

function readStands(text: string, ends: number): Uint16Array {
  const digits = placesOf(DIGITS)
  const places = placesOf(RECENT_SIGNS)
  const recent = createRecent()
  const stands = new Uint16Array(ends)
  for (let i = 0, at = 0; i < ends; i++) {
    const place = places[text.charCodeAt(at)] as number
    const digit = digits[text.charCodeAt(at++)] as number
    const stand = place !== NOWHERE ? recent[place] as number
      : digit < SHORT_DIGITS ? digit
      : SHORT_DIGITS + (digit - SHORT_DIGITS) * DIGITS.length
        + (digits[text.charCodeAt(at++)] as number)
    makeRecent(recent, place, stand)
    stands[i] = stand
  }
  return stands
}

/** Where each sign of ASCII stands in a row of them. */
function placesOf(signs: string): Int8Array {
  const places = new Int8Array(LAST_ASCII + 1).fill(NOWHERE)
  for (let i = 0; i < signs.length; i++) places[signs.charCodeAt(i)] = i
  return places
}
