// One sentence in plain words: what the server says, its own words quoted where they stand for it.

import { GROUPS } from '../rules/grammar.ts'
import type { Reason } from '../rules/types.ts'
import { CONCEPT_WORDS, PREDICATES } from './concept-words.ts'
import { SENTENCES } from './sentences.ts'

/** A concept and the words of the reply that stand for it. */
export type ConceptWords = { readonly concept: string; readonly text: string }

const PLACE = /\{([^:=~{}]{1,60})([:=~])([^{}]{1,300})\}/g
/** Longer words are not quoted in a sentence. */
const QUOTED_CHARS_MAX = 60

/** `The server says that the mailbox ("Postfach") is full ("überfüllt").` */
export function sayPlainly(
  reason: Reason, deciding: readonly ConceptWords[], isSure: boolean,
): string {
  let left = deciding
  const quoted = new Set<string>()
  const fill = (_: string, words: string, mark: string, list: string): string => {
    const concepts = new Set(list.trim().split(' ').flatMap(expand))
    const here = left.filter(({ concept }) => concepts.has(concept))
    left = left.filter(({ concept }) => !concepts.has(concept))
    if (mark === '=') return withQuotes(words, here, quoted)
    return here.length === 0 ? words : readWords(here, mark === '~', quoted)
  }
  const sentence = SENTENCES[reason].replace(PLACE, fill)
  const more = left.filter(({ text }) => !quoted.has(text)).map(({ concept, text }) =>
    `"${shorten(text)}" (${CONCEPT_WORDS[concept] ?? concept})`)
  return `The server ${isSure ? 'says' : 'seems to say'} that ${sentence}.`
    + (more.length === 0 ? '' : ` It also says ${more.join(', ')}.`)
}

function expand(name: string): string[] {
  return GROUPS[name]?.split('|') ?? [name]
}

/** What was read in one place: things side by side, states joined by "and". */
function readWords(
  here: readonly ConceptWords[], isState: boolean, quoted: Set<string>,
): string {
  const pieces = new Map<string, ConceptWords[]>()
  for (const words of here) pieces.set(words.text, [...pieces.get(words.text) ?? [], words])
  const said = new Set<string>()
  return [...pieces.values()].map((same) => {
    const plain = [...new Set(same.map(({ concept }) => plainWords(concept, isState)))].join(' ')
    const piece = withQuotes(said.has(plain) ? '' : plain, same.slice(0, 1), quoted)
    said.add(plain)
    return piece.trim()
  }).filter((piece) => piece !== '').join(isState ? ' and ' : ' ')
}

function plainWords(concept: string, isState: boolean): string {
  const words = CONCEPT_WORDS[concept] ?? concept
  return isState ? PREDICATES[concept] ?? `is ${words}` : words
}

/** The words with those of the reply behind them, where those are not the same. */
function withQuotes(words: string, here: readonly ConceptWords[], quoted: Set<string>): string {
  const quotes: string[] = []
  for (const { text } of here) {
    const isSame = words.toLowerCase().includes(text.toLowerCase())
    if (!isSame && !quoted.has(text)) quotes.push(`"${shorten(text)}"`)
    quoted.add(text)
  }
  return quotes.length === 0 ? words : `${words} (${quotes.join(', ')})`
}

function shorten(text: string): string {
  const plain = text.replace(/\s{1,20}/g, ' ')
  return plain.length > QUOTED_CHARS_MAX ? `${plain.slice(0, QUOTED_CHARS_MAX)}…` : plain
}
