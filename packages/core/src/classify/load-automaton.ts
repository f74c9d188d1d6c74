// Reads the packed automaton: hashes its words letter by letter, and puts their ends where the
// scanner finds them.

import type { PackedAutomaton } from '../rules/types.ts'
import { CLASSES, createAlphabet } from './alphabet.ts'
import {
  CHECK_START, CONTINUES, createBits, HASH_START, keyOf, LAST_FLAG, nextCheck, nextHash, OUTPUT,
  placeNode, ROOT, setBit, STEM_FLAG, STEMS, type Automaton,
} from './automaton.ts'
import { createWordReader, LETTERS_MAX, readEnd, readWord, SPACE } from './read-words.ts'

const { FREE } = CLASSES
const LAST_ASCII = 0x7f

export type LoadedAutomaton = Automaton & {
  /** What the entries stand for, as `build-automaton.ts` wrote them. */
  readonly entries: readonly string[]
}

export function loadAutomaton(packed: PackedAutomaton): LoadedAutomaton {
  const { words, wordCount, ends, nodes, entries } = packed
  const draft = createDraft(nodes, ends)
  const reader = createWordReader(words)
  for (let i = 0; i < wordCount; i++) {
    readWord(reader)
    addLetters(draft, reader.letters, reader.shared, reader.length)
    const node = nodeAfter(draft, reader.length)
    for (let isLast = false; !isLast;) {
      const { entry, isStem, isLast: isLastEnd } = readEnd(reader)
      isLast = isLastEnd
      addOutput(draft, node, (entry << 2) | (isStem ? STEM_FLAG : 0) | (isLast ? LAST_FLAG : 0))
      if (isStem) addStem(draft, reader.length)
    }
  }
  const { units, cells, places, stems, openings, lettersMax } = draft
  return { units, cells, places, stems, openings, lettersMax, entries: entries.split('\n') }
}

type Draft = Omit<Automaton, 'lettersMax'> & {
  lettersMax: number
  cellCount: number
  /**
   * After so many letters of the words that are read: the node before the last word, both hashes
   * and the number of its letters, whether one is of a script without spaces, and the node where
   * they end (ROOT where there is none yet).
   */
  readonly from: Int32Array
  readonly hash: Int32Array
  readonly check: Int32Array
  readonly letters: Int32Array
  readonly free: Int32Array
  readonly node: Int32Array
}

function createDraft(nodes: number, ends: number): Draft {
  let size = 1
  while (size < 2 * nodes) size *= 2
  const perLetter = (): Int32Array => new Int32Array(LETTERS_MAX + 1)
  const draft = {
    units: createAlphabet(), cells: new Uint16Array(1 + nodes + ends),
    places: new Int32Array(2 * size), stems: createBits(), openings: createBits(), lettersMax: 0,
    cellCount: 1, from: perLetter(), hash: perLetter(), check: perLetter(), letters: perLetter(),
    free: perLetter(), node: perLetter(),
  }
  draft.hash[0] = HASH_START
  draft.check[0] = CHECK_START
  return draft
}

/** The letters `[shared, length)` of some words; what is known of those before them is kept. */
function addLetters(draft: Draft, word: Uint16Array, shared: number, length: number): void {
  const { units, cells, openings, from, hash, check, letters, free, node } = draft
  for (let at = shared; at < length; at++) {
    const letter = word[at] as number
    node[at + 1] = ROOT
    if (letter === SPACE) {
      const before = nodeAfter(draft, at)
      cells[before] = (cells[before] as number) | CONTINUES
      from[at + 1] = before
      hash[at + 1] = HASH_START
      check[at + 1] = CHECK_START
      letters[at + 1] = free[at + 1] = 0
      continue
    }
    from[at + 1] = from[at] as number
    hash[at + 1] = nextHash(hash[at] as number, letter)
    check[at + 1] = nextCheck(check[at] as number, letter)
    const count = letters[at + 1] = (letters[at] as number) + 1
    if (count > draft.lettersMax) draft.lettersMax = count
    free[at + 1] = (free[at] as number)
      | (letter > LAST_ASCII ? (units[letter] as number) & FREE : 0)
    if (free[at + 1] !== 0) setBit(openings, keyOf(from[at] as number, hash[at + 1] as number))
  }
}

/** The node where so many letters end. */
function nodeAfter(draft: Draft, letters: number): number {
  const { from, hash, check, node } = draft
  const known = node[letters] as number
  if (known !== ROOT) return known
  const added = draft.cellCount++
  placeNode(draft.places, from[letters] as number, hash[letters] as number,
    check[letters] as number, added)
  return node[letters] = added
}

function addOutput(draft: Draft, node: number, output: number): void {
  const { cells } = draft
  cells[node] = (cells[node] as number) | OUTPUT
  cells[draft.cellCount++] = output
}

function addStem({ cells, stems, from, hash }: Draft, letters: number): void {
  const before = from[letters] as number
  cells[before] = (cells[before] as number) | STEMS
  setBit(stems, keyOf(before, hash[letters] as number))
}
