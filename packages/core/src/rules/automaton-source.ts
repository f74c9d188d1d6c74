// Everything that the automaton is built from; read when it is built, never when the engine runs.

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
}
