// Compiles lexicons, grammar and literal rules into one automaton and its tables.

import { CONCEPTS } from '../rules/concepts.ts'
import type { Lexicon, ProviderRules, Reason } from '../rules/types.ts'
import { compileGrammar, createConceptIds, type ConceptIds, type GrammarTable } from './grammar.ts'
import { LEXEME, LITERAL, MARK, type ScanTable } from './scan.ts'
import { createTrieBuilder } from './trie.ts'

/** Concepts whose words count inside host names and URLs too. */
const NAME_CONCEPTS = ['listname', 'domainlist']

/** A fixed sentence of known software, whoever the receiver is. */
export type PhraseRule = { readonly id: string; readonly reason: Reason; readonly match: string }

/** What a literal in the text stands for. */
export type LiteralRule =
  | { readonly kind: 'phrase'; readonly id: string; readonly reason: Reason }
  | { readonly kind: 'reply'; readonly provider: number; readonly reply: number }
  | { readonly kind: 'fingerprint'; readonly provider: number }

export type Knowledge = {
  readonly lexicons: readonly Lexicon[]
  readonly grammar: Readonly<Partial<Record<Reason, readonly string[]>>>
  readonly groups: Readonly<Record<string, string>>
  readonly phrases: readonly PhraseRule[]
  readonly providers: readonly ProviderRules[]
}

export type Compiled = ScanTable & {
  readonly concepts: ConceptIds
  readonly grammar: GrammarTable
  /** Payload → concept ids of a lexeme. */
  readonly lexemeConcepts: readonly Uint8Array[]
  /** Payload → number of its language, and 1 where it counts only in that language. */
  readonly lang: Uint8Array
  readonly weak: Uint8Array
  /** Payload → what a literal stands for. */
  readonly literals: readonly (LiteralRule | undefined)[]
  readonly languages: readonly string[]
}

const NONE = new Uint8Array(0)

export function compileKnowledge(knowledge: Knowledge): Compiled {
  const concepts = createConceptIds(Object.keys(CONCEPTS))
  const builder = createTrieBuilder()
  const kind: number[] = []
  const name: number[] = []
  const lexemeConcepts: Uint8Array[] = []
  const lang: number[] = []
  const weak: number[] = []
  const literals: (LiteralRule | undefined)[] = []
  const names = new Set(NAME_CONCEPTS.map((concept) => concepts.ids.get(concept)))

  function add(surface: string, row: {
    kind: number; ids?: Uint8Array; lang?: number; weak?: boolean; literal?: LiteralRule
  }): void {
    kind.push(row.kind)
    const ids = row.ids ?? NONE
    name.push(row.kind === LITERAL || (ids.length > 0 && names.has(ids[0])) ? 1 : 0)
    lexemeConcepts.push(ids)
    lang.push(row.lang ?? 0)
    weak.push(row.weak === true ? 1 : 0)
    literals.push(row.literal)
    builder.add(surface, kind.length - 1)
  }

  knowledge.lexicons.forEach((lexicon, number) => addLexicon(lexicon, number))
  for (const rule of knowledge.phrases) {
    add(rule.match, { kind: LITERAL, literal: { kind: 'phrase', id: rule.id, reason: rule.reason } })
  }
  knowledge.providers.forEach((rules, provider) => {
    for (const text of rules.fingerprints ?? []) {
      add(text, { kind: LITERAL, literal: { kind: 'fingerprint', provider } })
    }
    rules.replies.forEach((reply, number) => {
      if (reply.match === undefined) return
      add(reply.match, { kind: LITERAL, literal: { kind: 'reply', provider, reply: number } })
    })
  })
  return {
    trie: builder.build(), kind: Uint8Array.from(kind), name: Uint8Array.from(name), concepts,
    grammar: compileGrammar(knowledge.grammar, knowledge.groups, concepts),
    lexemeConcepts, lang: Uint8Array.from(lang), weak: Uint8Array.from(weak), literals,
    languages: knowledge.lexicons.map((lexicon) => lexicon.lang),
  }

  function addLexicon(lexicon: Lexicon, number: number): void {
    for (const mark of lexicon.marks.split(' ')) {
      if (mark !== '') add(mark, { kind: MARK, lang: number })
    }
    for (const [key, surfaces] of Object.entries(lexicon.words)) {
      const ids = Uint8Array.from(key.split(' '), (concept) => {
        const id = concepts.ids.get(concept)
        if (id === undefined) throw new TypeError(`lexicon ${lexicon.lang}: no concept "${concept}"`)
        return id
      })
      for (const entry of surfaces.split(',')) {
        const surface = entry.trim()
        const isWeak = surface.startsWith('?')
        if (surface === '') continue
        add(isWeak ? surface.slice(1) : surface, { kind: LEXEME, ids, lang: number, weak: isWeak })
      }
    }
  }
}
