// Lexicons and literal rules → the packed automaton (mirror of load-automaton.ts). Done when
// knowledge changes, not when the engine starts.

import { finishNumbers } from '../text/write-numbers.ts'
import type { AutomatonSource, Lexicon, PackedAutomaton } from '../rules/types.ts'
import { CLASSES, createAlphabet, foldedUnit } from './alphabet.ts'
import { isLoneAt } from './chunks.ts'
import { literalTexts, packLiterals } from './literals.ts'
import { packGrammar } from './pack-grammar.ts'
import { afterProclitics } from './proclitics.ts'
import { createWordWriter, writeEnd, writeWord } from './write-words.ts'

const { FREE, PASSED, SIGN } = CLASSES

/** A surface form as folded letters, and the entry that it stands for. */
type Surface = {
  readonly letters: string
  /** More letters may follow it in a text. */
  readonly isStem: boolean
  readonly entry: string
  /** The place of the entry among all: what stands first counts first. */
  readonly order: number
}

/** What the entries of literals are called while they have no number yet. */
const LITERAL = 'literal'
/** Entries that an output of the automaton can number, two bits of it being flags. */
const ENTRIES_MAX: number = 1 << 14

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
  const units = Int32Array.from(codes, (code) => alphabet[code] as number)
  for (let i = 0; i < surface.length - (isStem ? 1 : 0); i++) {
    if (spaced || letters === '') i = afterProclitics(codes, i)
    const unit = units[i] as number
    const folded = foldedUnit(unit)
    if ((unit & PASSED) !== 0) continue
    if (folded === 0 || ((unit & SIGN) !== 0 && !isLoneAt(codes, units, i))) {
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
  if (all.length > ENTRIES_MAX) throw new TypeError(`${all.length} entries, too many`)
  return new Map(all.map((entry, number) => [entry, number]))
}

function pack(surfaces: readonly Surface[], literals: number): PackedAutomaton {
  const entries = orderEntries(surfaces)
  const numbers = numberEntries(entries, literals)
  const writer = createWordWriter()
  const ways = new Set<string>()
  const words = groupByLetters(surfaces)
  for (const [letters, ends] of words) {
    ways.add(letters)
    for (let at = letters.indexOf(' '); at >= 0; at = letters.indexOf(' ', at + 1)) {
      ways.add(letters.slice(0, at))
    }
    writeWord(writer, letters)
    ends.forEach(({ entry, isStem }, i) => writeEnd(writer, {
      entry: numbers.get(entry) as number, isStem, isLast: i === ends.length - 1,
    }))
  }
  return {
    words: finishNumbers(writer.numbers), wordCount: words.size,
    ends: [...words.values()].flat().length, nodes: ways.size,
    entries: entries.join('\n'), literals,
  }
}

/** What ends with the same letters, each thing once. */
function groupByLetters(surfaces: readonly Surface[]): Map<string, Surface[]> {
  const words = new Map<string, Surface[]>()
  for (const surface of surfaces) {
    const ends = words.get(surface.letters) ?? []
    const last = ends.at(-1)
    if (last?.entry === surface.entry && last.isStem === surface.isStem) continue
    ends.push(surface)
    words.set(surface.letters, ends)
  }
  return words
}

function compare(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0
}
