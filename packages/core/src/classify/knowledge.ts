// The knowledge as the engine uses it: the automaton, what its entries stand for, the grammar.

import { CONCEPTS } from '../rules/concepts.ts'
import type { PackedAutomaton, PhraseRule, ProviderRules, Reason } from '../rules/types.ts'
import { loadAutomaton } from './load-automaton.ts'
import { compileGrammar, createConceptIds } from './compile-grammar.ts'
import type { ConceptIds, GrammarTable } from './grammar.ts'
import { LEXEME, LITERAL, MARK, WRAPPER, type ScanTable } from './scanned.ts'

/** Concepts whose words count inside host names and URLs too. */
const NAME_CONCEPTS: ReadonlySet<string> = new Set(['listname', 'domainlist'])

/** What a literal in the text stands for. */
export type LiteralRule =
  | { readonly kind: 'phrase'; readonly id: string; readonly reason: Reason }
  | { readonly kind: 'reply'; readonly provider: number; readonly reply: number }
  | { readonly kind: 'fingerprint'; readonly provider: number }

export type Knowledge = {
  readonly automaton: PackedAutomaton
  readonly grammar: Readonly<Partial<Record<Reason, readonly string[]>>>
  readonly groups: Readonly<Record<string, string>>
  readonly phrases: readonly PhraseRule[]
  readonly providers: readonly ProviderRules[]
}

export type Compiled = ScanTable & {
  readonly concepts: ConceptIds
  readonly grammar: GrammarTable
  /** Entry → its first place among the concept ids of all lexemes; one more at the end. */
  readonly firstConcept: Uint16Array
  readonly lexemeConcepts: Uint8Array
  /** Entry → number of its language, and 1 where it counts only in that language. */
  readonly lang: Uint8Array
  readonly weak: Uint8Array
  /** Number of a language → its BCP 47 tag. */
  readonly languages: readonly string[]
  /** Entry → what a literal stands for. */
  readonly literals: readonly (LiteralRule | undefined)[]
}

export function compileKnowledge(knowledge: Knowledge): Compiled {
  const concepts = createConceptIds(Object.keys(CONCEPTS))
  const automaton = loadAutomaton(knowledge.automaton)
  const size = automaton.entries.length
  const kind = new Uint8Array(size)
  const name = new Uint8Array(size)
  const lang = new Uint8Array(size)
  const weak = new Uint8Array(size)
  const firstConcept = new Uint16Array(size + 1)
  const lexemeConcepts: number[] = []
  const literals = new Array<LiteralRule | undefined>(size).fill(undefined)
  const languages = new Map<string, number>()
  const languageNumber = (tag: string): number => {
    const known = languages.get(tag)
    if (known !== undefined) return known
    languages.set(tag, languages.size)
    return languages.size - 1
  }
  automaton.entries.forEach((line, entry) => {
    const [what, ...rest] = line.split(' ')
    if (what === 'word' || what === 'weak') {
      kind[entry] = LEXEME
      if (what === 'weak') {
        weak[entry] = 1
        lang[entry] = languageNumber(rest.shift() ?? '')
      }
      lexemeConcepts.push(...rest.map((concept) => idOf(concepts, concept)))
      name[entry] = NAME_CONCEPTS.has(rest[0] ?? '') ? 1 : 0
    } else if (what === 'mark') {
      kind[entry] = MARK
      lang[entry] = languageNumber(rest[0] ?? '')
    } else if (what === 'wrapper') kind[entry] = WRAPPER
    else {
      kind[entry] = LITERAL
      name[entry] = 1
      literals[entry] = literalOf(knowledge, what, rest)
    }
    firstConcept[entry + 1] = lexemeConcepts.length
  })
  const grammar = compileGrammar(knowledge.grammar, knowledge.groups, concepts)
  return {
    automaton, kind, name, concepts, grammar, firstConcept,
    lexemeConcepts: Uint8Array.from(lexemeConcepts), lang, weak,
    languages: [...languages.keys()], literals,
  }
}

function idOf(concepts: ConceptIds, concept: string): number {
  const id = concepts.ids.get(concept)
  if (id === undefined) throw new TypeError(`the lexicons name "${concept}", which is no concept`)
  return id
}

/** What the rule of an entry is now; undefined where it has gone since the automaton was built. */
function literalOf(
  { phrases, providers }: Knowledge, what: string | undefined, [id, replyId]: readonly string[],
): LiteralRule | undefined {
  if (what === 'phrase') {
    const rule = phrases.find((phrase) => phrase.id === id)
    return rule && { kind: 'phrase', id: rule.id, reason: rule.reason }
  }
  const provider = providers.findIndex((rules) => rules.id === id)
  if (provider < 0) return undefined
  if (what === 'fingerprint') return { kind: 'fingerprint', provider }
  const reply = providers[provider]?.replies.findIndex((rule) => rule.id === replyId) ?? -1
  return reply < 0 ? undefined : { kind: 'reply', provider, reply }
}
