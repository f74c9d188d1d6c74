// Lexicons and literal rules → the packed automaton (mirror of load-automaton.ts). Done when
// knowledge changes, not when the engine starts.

import type { AutomatonSource, Lexicon, PackedAutomaton } from '../rules/types.ts'
import { CLASSES, createAlphabet, foldedUnit } from './alphabet.ts'
import { literalTexts, packLiterals } from './literals.ts'
import {
  ASCII_SHIFT, COUNT_BASE, COUNT_ZERO, createRecent, DIGITS, makeRecent, PAGE_SIGNS, pageOf,
  RECENT_SIGNS, SHORT_DIGITS, SIGN_LEAF, SIGN_STEM, SIGNS,
} from './load-automaton.ts'
import { packGrammar } from './pack-grammar.ts'
import { afterProclitics } from './proclitics.ts'

const { FREE, PASSED } = CLASSES

/** A surface form as folded letters, and the entry that it stands for. */
type Surface = {
  readonly letters: string
  /** More letters may follow it in a text. */
  readonly isStem: boolean
  readonly entry: string
  /** The place of the entry among all: what stands first counts first. */
  readonly order: number
}

/** Sorted surfaces `[from, to)` that share the first `depth` letters. */
type Range = { readonly from: number; readonly to: number; readonly depth: number }

/** What the entries of literals are called while they have no number yet. */
const LITERAL = 'literal'
/** Entries that two digits can number. */
const ENTRIES_MAX = SHORT_DIGITS + (DIGITS.length - SHORT_DIGITS) * DIGITS.length

/** All that the engine has of the source, packed. */
export function buildRules(
  source: AutomatonSource,
): { readonly automaton: PackedAutomaton; readonly literals: string; readonly grammar: string } {
  return {
    automaton: buildAutomaton(source), literals: packLiterals(source), grammar: packGrammar(source),
  }
}

export function buildAutomaton(source: AutomatonSource): PackedAutomaton {
  const orders = new Map<string, number>()
  const surfaces: Surface[] = []
  const alphabet = createAlphabet()
  const add = (surface: string, entry: string): void => {
    let order = orders.get(entry)
    if (order === undefined) orders.set(entry, order = orders.size)
    const form = foldSurface(alphabet, surface)
    if (form.letters !== '') surfaces.push({ ...form, entry, order })
  }
  for (const lexicon of source.lexicons) addLexicon(lexicon, add)
  const literals = literalTexts(source)
  literals.forEach((texts, i) => {
    for (const text of texts) add(text, `${LITERAL} ${i}`)
  })
  for (const sentence of source.wrappers) add(sentence, 'wrapper')
  surfaces.sort((a, b) =>
    compare(a.letters, b.letters) || a.order - b.order || Number(a.isStem) - Number(b.isStem))
  return pack(surfaces, literals.length)
}

type Add = (surface: string, entry: string) => void

function addLexicon({ lang, marks, words }: Lexicon, add: Add): void {
  for (const mark of marks.split(' ')) if (mark !== '') add(mark, `mark ${lang}`)
  for (const [concepts, list] of Object.entries(words)) {
    for (const word of list.split(',')) {
      const surface = word.trim()
      // Words that count only in their language keep its name; for the others it does not matter.
      if (surface.startsWith('?')) add(surface.slice(1), `weak ${lang} ${concepts}`)
      else if (surface !== '') add(surface, `word ${concepts}`)
    }
  }
}

/** Folded letters, runs of separators as one space. */
function foldSurface(alphabet: Int32Array, surface: string): Pick<Surface, 'letters' | 'isStem'> {
  const isStem = surface.endsWith('*')
  let letters = ''
  let spaced = false
  let free = false
  const codes = Uint16Array.from(surface, (letter) => letter.charCodeAt(0))
  for (let i = 0; i < surface.length - (isStem ? 1 : 0); i++) {
    if (spaced || letters === '') i = afterProclitics(codes, i)
    const unit = alphabet[surface.charCodeAt(i)] as number
    const folded = foldedUnit(unit)
    if ((unit & PASSED) !== 0) continue
    if (folded === 0) {
      spaced = letters !== ''
      continue
    }
    if (spaced) letters += ' '
    spaced = false
    free = (unit & FREE) !== 0
    letters += String.fromCharCode(folded)
  }
  // Scripts without spaces do not tell where a word ends.
  return { letters, isStem: isStem || free }
}

/** Entries by how many surfaces they have, the busiest first: their numbers are met most often. */
function orderEntries(surfaces: readonly Surface[]): string[] {
  const counts = new Map<string, number>()
  for (const { entry } of surfaces) {
    if (!entry.startsWith(LITERAL)) counts.set(entry, (counts.get(entry) ?? 0) + 1)
  }
  return [...counts].sort((a, b) => b[1] - a[1] || compare(a[0], b[0])).map(([entry]) => entry)
}

function numberEntries(entries: readonly string[], literals: number): Map<string, number> {
  const all = [...entries, ...Array.from({ length: literals }, (_, i) => `${LITERAL} ${i}`)]
  if (all.length > ENTRIES_MAX) throw new TypeError(`${all.length} entries, two digits each`)
  return new Map(all.map((entry, number) => [entry, number]))
}

function pack(surfaces: readonly Surface[], literals: number): PackedAutomaton {
  const entries = orderEntries(surfaces)
  const numbers = numberEntries(entries, literals)
  const tree: string[] = []
  const stands: number[] = []
  let nodes = 0
  packBelow({ from: 0, to: surfaces.length, depth: 0 })
  return {
    tree: tree.join(''), stands: writeStands(stands), ends: stands.length, nodes,
    entries: entries.join('\n'), literals,
  }

  function packBelow(range: Range): void {
    const own = surfacesOf(surfaces, range)
    const groups = childrenOf(surfaces, range)
    const below = groups.map(({ from, depth }) =>
      (surfaces[from] as Surface).letters.charAt(depth - 1))
    if (own.length > 0 || below.includes(' ')) nodes++
    own.forEach(({ entry, isStem }, i) => {
      const isLeaf = groups.length === 0 && i === own.length - 1
      tree.push(SIGNS.charAt((isStem ? SIGN_STEM : 0) | (isLeaf ? SIGN_LEAF : 0)))
      stands.push(numbers.get(entry) as number)
    })
    if (groups.length > 1) tree.push(writeCount(groups.length - 2))
    groups.forEach((group) => {
      tree.push(writeLetter((surfaces[group.from] as Surface).letters, group.depth - 1))
      packBelow(group)
    })
  }
}

/** The letter at `at`, on the page of the first one. */
function writeLetter(letters: string, at: number): string {
  const letter = letters.charAt(at)
  const page = at === 0 ? 0 : pageOf(letters.charCodeAt(0))
  if (page === 0) return letter
  const unit = letters.charCodeAt(at)
  if (/[a-z]/.test(letter)) return String.fromCharCode(unit + ASCII_SHIFT)
  return PAGE_SIGNS[unit - page] ?? letter
}

function writeStands(stands: readonly number[]): string {
  const recent = createRecent()
  return stands.map((stand) => {
    const place = recent.indexOf(stand)
    makeRecent(recent, place, stand)
    return RECENT_SIGNS[place] ?? writeStand(stand)
  }).join('')
}

function writeStand(number: number): string {
  if (number < SHORT_DIGITS) return DIGITS.charAt(number)
  const rest = number - SHORT_DIGITS
  return DIGITS.charAt(SHORT_DIGITS + Math.floor(rest / DIGITS.length))
    + DIGITS.charAt(rest % DIGITS.length)
}

function writeCount(count: number): string {
  const digit = String.fromCharCode(COUNT_ZERO + count % COUNT_BASE)
  return count < COUNT_BASE ? digit : writeCount(Math.floor(count / COUNT_BASE)) + digit
}

/** Groups by the next letter, in the order of the letters. */
function childrenOf(surfaces: readonly Surface[], { from, to, depth }: Range): Range[] {
  const groups: Range[] = []
  let at = from
  while (at < to && (surfaces[at] as Surface).letters.length === depth) at++
  while (at < to) {
    const letter = (surfaces[at] as Surface).letters.charCodeAt(depth)
    const start = at
    while (at < to && (surfaces[at] as Surface).letters.charCodeAt(depth) === letter) at++
    groups.push({ from: start, to: at, depth: depth + 1 })
  }
  return groups
}

/** What ends at the node of `range`, each thing once. */
function surfacesOf(surfaces: readonly Surface[], { from, to, depth }: Range): Surface[] {
  const own: Surface[] = []
  for (let at = from; at < to && (surfaces[at] as Surface).letters.length === depth; at++) {
    const surface = surfaces[at] as Surface
    const last = own.at(-1)
    if (last?.entry !== surface.entry || last.isStem !== surface.isStem) own.push(surface)
  }
  return own
}

function compare(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0
}
