// Writes packages/core/src/rules/automaton.ts: all lexicons and literal rules as one packed trie.

import { writeFileSync } from 'node:fs'
import { buildAutomaton } from '../packages/core/src/classify/build-automaton.ts'
import { AUTOMATON_SOURCE } from '../packages/core/src/rules/automaton-source.ts'

const packed = buildAutomaton(AUTOMATON_SOURCE)
const fields = Object.entries(packed).map(([name, text]) => `  ${name}: ${JSON.stringify(text)},\n`)
writeFileSync(new URL('../packages/core/src/rules/automaton.ts', import.meta.url), `\
// All surface forms of lexicons and rules as one trie. Written by scripts/generate-automaton.ts.

import type { PackedAutomaton } from './types.ts'

export const AUTOMATON: PackedAutomaton = {
${fields.join('')}}
`)
