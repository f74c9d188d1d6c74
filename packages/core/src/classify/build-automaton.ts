// Lexicons and literal rules → the packed automaton (mirror of automaton.ts). Done when knowledge
// changes, not when the engine starts.

import type { AutomatonSource, Lexicon, PackedAutomaton } from '../rules/types.ts'
import { createAlphabet, FREE, SKIP, type Alphabet } from './alphabet.ts'
import {
  LAST_FLAG, NODE_LAST, NODE_OUTPUT, NODE_PARENT, SIGN_ZERO, STEM_FLAG, writeOutput,
} from './automaton.ts'

/** A surface form as folded letters, and what it stands for. */
type Surface = { readonly letters: string; readonly output: number }

/** Sorted surfaces `[from, to)` that share the first `depth` letters. */
type Range = { readonly from: number; readonly to: number; readonly depth: number }

export function buildAutomaton(source: AutomatonSource): PackedAutomaton {
  const entries = new Map<string, number>()
  const surfaces: Surface[] = []
  const alphabet = createAlphabet()
  const add = (surface: string, entry: string): void => {
    let number = entries.get(entry)
    if (number === undefined) entries.set(entry, number = entries.size)
    const one = foldSurface(alphabet, surface)
    if (one.letters !== '') {
      surfaces.push({ letters: one.letters, output: (number << 2) | one.stem })
    }
  }
  for (const lexicon of source.lexicons) addLexicon(lexicon, add)
  addLiterals(source, add)
  for (const sentence of source.wrappers) add(sentence, 'wrapper')
  surfaces.sort((a, b) => compare(a.letters, b.letters) || a.output - b.output)
  return { ...pack(surfaces), entries: [...entries.keys()].join('\n') }
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

function addLiterals({ phrases, providers }: AutomatonSource, add: Add): void {
  for (const { id, match } of phrases) add(match, `phrase ${id}`)
  for (const { id, fingerprints, replies } of providers) {
    for (const text of fingerprints ?? []) add(text, `fingerprint ${id}`)
    for (const reply of replies) {
      if (reply.match !== undefined) add(reply.match, `reply ${id} ${reply.id}`)
    }
  }
}

/** Folded letters, runs of separators as one space; STEM_FLAG where more letters may follow. */
function foldSurface(alphabet: Alphabet, surface: string): { letters: string; stem: number } {
  const isStem = surface.endsWith('*')
  let letters = ''
  let spaced = false
  let free = false
  for (let i = 0; i < surface.length - (isStem ? 1 : 0); i++) {
    const unit = surface.charCodeAt(i)
    const folded = alphabet.fold[unit] as number
    if (folded === SKIP) continue
    if (folded === 0) {
      spaced = letters !== ''
      continue
    }
    if (spaced) letters += ' '
    spaced = false
    free = ((alphabet.bits[unit] as number) & FREE) !== 0
    letters += String.fromCharCode(folded)
  }
  return { letters, stem: isStem || free ? STEM_FLAG : 0 }
}

function pack(surfaces: readonly Surface[]): Omit<PackedAutomaton, 'entries'> {
  const letters = new Set<string>()
  let labels = ' '
  let signs = String.fromCharCode(SIGN_ZERO + NODE_LAST + NODE_PARENT)
  let outputs = ''
  const queue: Range[] = [{ from: 0, to: surfaces.length, depth: 0 }]
  for (let head = 0; head < queue.length; head++) {
    const groups = childrenOf(surfaces, queue[head] as Range)
    groups.forEach((group, i) => {
      const letter = (surfaces[group.from] as Surface).letters.charAt(group.depth - 1)
      if (letter !== ' ') letters.add(letter)
      const own = outputsOf(surfaces, group)
      outputs += own
        .map((output, k) => writeOutput(output | (k === own.length - 1 ? LAST_FLAG : 0)))
        .join('')
      const isParent = (surfaces[group.to - 1] as Surface).letters.length > group.depth
      labels += letter
      signs += String.fromCharCode(SIGN_ZERO + (i === groups.length - 1 ? NODE_LAST : 0) +
        (isParent ? NODE_PARENT : 0) + (own.length > 0 ? NODE_OUTPUT : 0))
      if (isParent) queue.push(group)
    })
  }
  return { letters: [...letters].sort(compare).join(''), labels, signs, outputs }
}

/** Groups by the next letter, the busiest first: it is found soonest. */
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
  return groups.sort((a, b) => (b.to - b.from) - (a.to - a.from) || a.from - b.from)
}

/** What ends at the node of `range`, each thing once. */
function outputsOf(surfaces: readonly Surface[], { from, to, depth }: Range): number[] {
  const own = new Set<number>()
  for (let at = from; at < to && (surfaces[at] as Surface).letters.length === depth; at++) {
    own.add((surfaces[at] as Surface).output)
  }
  return [...own]
}

function compare(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0
}
