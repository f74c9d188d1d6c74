// Writes what the engine has of lexicons, phrases and receivers: all texts as one packed trie,
// packages/core/src/rules/automaton.ts, and beside it the rules themselves, literals.ts, and the
// grammar, patterns.ts.

import { writeFileSync } from 'node:fs'
import { hostsIn } from '../packages/core/src/anonymize/known-hosts.ts'
import { buildRules } from '../packages/core/src/classify/build-automaton.ts'
import { AUTOMATON_SOURCE } from '../packages/core/src/rules/automaton-source.ts'

const RULES = new URL('../packages/core/src/rules/', import.meta.url)

const { automaton, literals, grammar } = buildRules(AUTOMATON_SOURCE)
const fields = Object.entries(automaton)
  .map(([name, text]) => `  ${name}: ${JSON.stringify(text)},\n`)
writeFileSync(new URL('automaton.ts', RULES), `\
// All surface forms of lexicons and rules as one trie. Written by scripts/generate-automaton.ts.

import type { PackedAutomaton } from './types.ts'

export const AUTOMATON: PackedAutomaton = {
${fields.join('')}}
`)
writeFileSync(new URL('literals.ts', RULES), `\
// Phrases and receivers without their texts. Written by scripts/generate-automaton.ts.

/** Rules as classify/literals.ts reads them. */
export const LITERALS: string = ${JSON.stringify(literals)}

/** Hosts that texts of rules name, and where these are documented. */
export const NAMED_HOSTS = '${namedHosts().join(' ')}'
`)
writeFileSync(new URL('patterns.ts', RULES), `\
// Concepts and patterns of the grammar, packed. Written by scripts/generate-automaton.ts.

/** As classify/pack-grammar.ts reads them. */
export const PATTERNS = \`${grammar}\`
`)

function namedHosts(): string[] {
  const { phrases, providers } = AUTOMATON_SOURCE
  const own = new Set(providers.flatMap(({ hosts }) => hosts))
  const texts = [
    ...phrases.map(({ match }) => match),
    ...providers.flatMap(({ fingerprints = [], sources = [], replies }) =>
      [...fingerprints, ...sources, ...replies.map(({ match = '' }) => match)]),
  ]
  return [...new Set(texts.flatMap(hostsIn))].filter((host) => !own.has(host)).sort()
}
