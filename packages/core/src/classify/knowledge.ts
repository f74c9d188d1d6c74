// The knowledge as the engine uses it: the automaton, what its entries stand for, the grammar.

import type { PackedAutomaton } from '../rules/types.ts'
import { loadAutomaton } from './load-automaton.ts'
import { compileGrammar, createConceptIds } from './compile-grammar.ts'
import type { ConceptIds, GrammarTable } from './grammar.ts'
import { readLiterals, type LiteralRule, type Literals, type Receiver } from './literals.ts'
import { readGrammar } from './pack-grammar.ts'
import { LEXEME, LITERAL, MARK, WRAPPER, type ScanTable } from './scanned.ts'

/** Concepts whose words count inside host names and URLs too. */
const NAME_CONCEPTS: ReadonlySet<string> = new Set(['listname', 'domainlist'])

export type Knowledge = {
  readonly automaton: PackedAutomaton
  /** The rules whose texts are in the automaton, as `packLiterals` wrote them. */
  readonly literals: string
  /** Concepts and patterns, as `packGrammar` wrote them. */
  readonly grammar: string
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
  readonly receivers: readonly Receiver[]
}

export function compileKnowledge(knowledge: Knowledge): Compiled {
  const packedGrammar = readGrammar(knowledge.grammar)
  const concepts = createConceptIds(packedGrammar.concepts)
  const { entries, ...automaton } = loadAutomaton(knowledge.automaton)
  const { rules, receivers } = literalsOf(knowledge)
  const size = entries.length + rules.length
  const kind = new Uint8Array(size)
  const name = new Uint8Array(size)
  const lang = new Uint8Array(size)
  const weak = new Uint8Array(size)
  const firstConcept = new Uint16Array(size + 1)
  const lexemeConcepts: number[] = []
  const languages = new Map<string, number>()
  const languageNumber = (tag: string): number => {
    const known = languages.get(tag)
    if (known !== undefined) return known
    languages.set(tag, languages.size)
    return languages.size - 1
  }
  entries.forEach((line, entry) => {
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
    } else kind[entry] = WRAPPER
    firstConcept[entry + 1] = lexemeConcepts.length
  })
  kind.fill(LITERAL, entries.length)
  name.fill(1, entries.length)
  firstConcept.fill(lexemeConcepts.length, entries.length + 1)
  const grammar = compileGrammar(packedGrammar, concepts)
  return {
    automaton, kind, name, concepts, grammar, firstConcept,
    lexemeConcepts: Uint8Array.from(lexemeConcepts), lang, weak,
    languages: [...languages.keys()], literals: [...new Array(entries.length), ...rules],
    receivers,
  }
}

function idOf(concepts: ConceptIds, concept: string): number {
  const id = concepts.ids.get(concept)
  if (id === undefined) throw new TypeError(`the lexicons name "${concept}", which is no concept`)
  return id
}

/** The rules whose literals the automaton numbers after its other entries. */
function literalsOf({ literals: packed, automaton }: Knowledge): Literals {
  const literals = readLiterals(packed)
  const { length } = literals.rules
  if (length === automaton.literals) return literals
  throw new TypeError('The rules are not those that the automaton was built from: '
    + `${length} literals, not ${automaton.literals}. Run npm run generate.`)
}
