// One sentence in plain words: what the server says, its own words quoted where they stand for it.

import { GROUPS } from '../rules/grammar.ts'
import type { Reason } from '../rules/types.ts'
import { CONCEPT_WORDS, PREDICATES } from './concept-words.ts'
import { SENTENCES } from './sentences.ts'

/** A concept and the words of the reply that stand for it. */
export type ConceptWords = { readonly concept: string; readonly text: string }

const PLACE = /\{([^:=~{}]{1,60})([:=~])([^{}]{1,300})\}/g
/** Words of these are not worth a sentence of their own. */
const MINOR = new Set([
  'message', 'server', 'host', 'deliver', 'duration', 'number', 'not', 'notlast', 'your', 'our',
  'visit', 'contact',
])
/** Longer words are not quoted in a sentence. */
const QUOTED_CHARS_MAX = 60

export type SayOptions = {
  /** Otherwise the server "seems to say" it. */
  readonly isSure: boolean
  /** Words that fill no place of the sentence are told behind it. */
  readonly hasRest: boolean
}

/** `The server says that the mailbox ("Postfach") is full ("überfüllt").` */
export function sayPlainly(
  reason: Reason, deciding: readonly ConceptWords[], { isSure, hasRest }: SayOptions,
): string {
  let left = deciding
  const quoted = new Set<string>()
  const fill = (_: string, words: string, mark: string, list: string): string => {
    const concepts = new Set(list.trim().split(' ').flatMap(expand))
    const here = left.filter(({ concept }) => concepts.has(concept))
    left = left.filter(({ concept }) => !concepts.has(concept))
    if (mark === '=') return withQuotes(words, here.map(({ text }) => text), quoted)
    return here.length === 0 ? words : readWords(here, mark === '~', quoted)
  }
  const sentence = SENTENCES[reason].replace(PLACE, fill)
  const rest = hasRest
    ? left.filter(({ concept, text }) => !quoted.has(text) && !MINOR.has(concept)) : []
  const more = rest.map(({ concept, text }) =>
    `"${shorten(text)}" (${CONCEPT_WORDS[concept] ?? concept})`)
  return `The server ${isSure ? 'says' : 'seems to say'} that ${sentence}.`
    + (more.length === 0 ? '' : ` It also says ${more.join(', ')}.`)
}

function expand(name: string): string[] {
  return GROUPS[name]?.split('|') ?? [name]
}

/** What was read in one place: the first thing, or all states. */
function readWords(
  here: readonly ConceptWords[], isState: boolean, quoted: Set<string>,
): string {
  // The same words may stand for two concepts, and the same concept be said twice.
  const byText = new Map<string, string[]>()
  for (const { concept, text } of here) {
    byText.set(text, [...byText.get(text) ?? [], plainWords(concept, isState)])
  }
  const byPlain = new Map<string, string[]>()
  for (const [text, plain] of byText) {
    const words = [...new Set(plain)].join(' ')
    byPlain.set(words, [...byPlain.get(words) ?? [], text])
  }
  // "the mailbox" will do where the text says "the mailbox of the recipient".
  const said = isState ? [...byPlain] : [...byPlain].slice(0, 1)
  return said.map(([plain, texts]) => withQuotes(plain, texts, quoted)).join(' and ')
}

function plainWords(concept: string, isState: boolean): string {
  const words = CONCEPT_WORDS[concept] ?? concept
  return isState ? PREDICATES[concept] ?? `is ${words}` : words
}

/** The words with those of the reply behind them, where those are not the same. */
function withQuotes(words: string, texts: readonly string[], quoted: Set<string>): string {
  const quotes: string[] = []
  const plain = words.toLowerCase()
  for (const text of texts) {
    const lower = text.toLowerCase()
    // "has moved to" says no more than "has moved".
    const isSame = plain.includes(lower) || lower.startsWith(plain)
    if (!isSame && !quoted.has(text)) quotes.push(`"${shorten(text)}"`)
    quoted.add(text)
  }
  return quotes.length === 0 ? words : `${words} (${quotes.join(', ')})`
}

function shorten(text: string): string {
  const plain = text.replace(/\s{1,20}/g, ' ')
  return plain.length > QUOTED_CHARS_MAX ? `${plain.slice(0, QUOTED_CHARS_MAX)}…` : plain
}
