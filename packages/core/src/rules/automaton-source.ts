// Everything that the packed rules are built from; read when they are built, never when the engine
// runs.

import { CONCEPTS } from './concepts.ts'
import { GRAMMAR, GROUPS } from './grammar.ts'
import { LEXICONS } from './lexicon/index.ts'
import { PHRASES } from './phrases/index.ts'
import { PROVIDERS } from './providers/index.ts'
import type { AutomatonSource } from './types.ts'
import { WRAPPERS } from './wrappers.ts'

export const AUTOMATON_SOURCE: AutomatonSource = {
  lexicons: LEXICONS,
  phrases: PHRASES,
  providers: PROVIDERS,
  wrappers: WRAPPERS,
  concepts: Object.keys(CONCEPTS),
  groups: GROUPS,
  patterns: GRAMMAR,
}
