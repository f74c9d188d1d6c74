// Every pattern of the grammar has a fixture: a text for whose reason it is the strongest. A
// pattern that never is would be knowledge that nobody can see at work.

import assert from 'node:assert/strict'
import { readdirSync, readFileSync } from 'node:fs'
import test from 'node:test'
import { compileKnowledge } from '../../src/classify/knowledge.ts'
import { packGrammar, readGrammar } from '../../src/classify/pack-grammar.ts'
import { createReader, readSignals, understand } from '../../src/classify/signals.ts'
import { KNOWLEDGE } from '../../src/knowledge.ts'
import { AUTOMATON_SOURCE } from '../../src/rules/automaton-source.ts'

const FIXTURES = new URL('../../../../fixtures/', import.meta.url)
const CONCEPTS_MAX = 256

test('every pattern is the strongest of its reason in a fixture', () => {
  const compiled = compileKnowledge(KNOWLEDGE)
  const reader = createReader(compiled, CONCEPTS_MAX)
  const seen = new Set<string>()
  for (const text of readTexts()) {
    readSignals(reader, text)
    understand(reader)
    const { pattern, weight } = reader.scores
    pattern.forEach((one, i) => {
      if (one !== undefined && (weight[i] as number) > 0) seen.add(one.id)
    })
  }
  const unseen = compiled.grammar.patterns.filter(({ id }) => !seen.has(id)).map(({ id }) => id)
  assert.deepEqual(unseen, [], 'patterns without a fixture')
})

test('the grammar comes back from its packed form', () => {
  const { concepts, groups, patterns } = AUTOMATON_SOURCE
  const lines = Object.entries(patterns).map(([reason, list]) =>
    [reason, list.map((line) => line.replaceAll(/ +/g, ' ').trim())])
  assert.deepEqual(
    readGrammar(packGrammar(AUTOMATON_SOURCE)),
    { concepts, groups, patterns: Object.fromEntries(lines) })
})

function* readTexts(): Generator<string> {
  for (const folder of ['wordings', 'replies']) {
    for (const file of readdirSync(new URL(`${folder}/`, FIXTURES))) {
      if (!file.endsWith('.tsv')) continue
      const [head = '', ...lines] = readFileSync(new URL(`${folder}/${file}`, FIXTURES), 'utf8').split('\n')
      const column = head.split('\t').indexOf('text')
      for (const line of lines) {
        const text = line.split('\t')[column]
        if (text !== undefined && text !== '') yield text.replaceAll('\\n', '\n')
      }
    }
  }
}
