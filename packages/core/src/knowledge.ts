// All knowledge that ships with the core, put together: what a classifier is made of.

import type { ClassifierKnowledge } from './classify/classify.ts'
import { AUTOMATON } from './rules/automaton.ts'
import { findBlocklist } from './rules/blocklists.ts'
import { enhancedCodeFact, replyCodeFact } from './rules/code-facts.ts'
import { LITERALS } from './rules/literals.ts'
import { PATTERNS } from './rules/patterns.ts'
import { reasonTraits } from './rules/reason-traits.ts'

export const KNOWLEDGE: Omit<ClassifierKnowledge, 'model'> = {
  automaton: AUTOMATON,
  literals: LITERALS,
  grammar: PATTERNS,
  enhancedCode: enhancedCodeFact,
  replyCode: replyCodeFact,
  traits: reasonTraits,
  blocklist: findBlocklist,
}
