// Replies in plain words: the sentence, the deciding words and their place, the notes.

import assert from 'node:assert/strict'
import { test } from 'node:test'
import { createEngine, explainReply, REASONS_TABLE, type ReplyExplanation } from '../../src/index.ts'
import { createConceptIds } from '../../src/classify/compile-grammar.ts'
import { CONCEPT_WORDS, PREDICATES } from '../../src/explain/concept-words.ts'
import { sayPlainly } from '../../src/explain/sentence.ts'
import { SENTENCES } from '../../src/explain/sentences.ts'
import { CONCEPTS } from '../../src/rules/concepts.ts'
import { GROUPS } from '../../src/rules/grammar.ts'
import { readTable } from './tables.ts'

const engine = createEngine()

function explain(text: string): ReplyExplanation {
  return explainReply(text, engine.explain({ text }))
}

test('sentences', () => {
  for (const [text = '', sentence] of readTable('sentences.tsv')) {
    assert.equal(explain(text).sentence, sentence, text)
  }
})

test('the deciding words stand where they are said to stand', () => {
  for (const [text = ''] of readTable('sentences.tsv')) {
    for (const words of explain(text).deciding) {
      assert.equal(text.slice(...words.span), words.text)
      assert.ok(words.meaning.length > 2)
    }
  }
})

test('the verdict is that of classify', () => {
  for (const [text = ''] of readTable('sentences.tsv')) {
    assert.deepEqual(explain(text).verdict, engine.classify({ text }))
  }
})

test('a text that was decoded wrongly is shown as it was meant', () => {
  const { text, deciding, notes } = explain('550 BoÃ®te pleine')
  assert.equal(text, '550 Boîte pleine')
  for (const words of deciding) assert.equal(text.slice(...words.span), words.text)
  assert.match(notes.join(' '), /decoded wrongly/)
})

test('marks of the receiver are explained', () => {
  const { tags } = explain('421 4.7.0 [TSS04] Messages from 192.0.2.1 temporarily deferred')
  assert.deepEqual(tags.map(({ word }) => word), ['TSS04'])
})

test('a code that says otherwise is noted', () => {
  const { notes } = explain('550 5.1.1 message refused: it looks like spam')
  assert.match(notes.join(' '), /5\.1\.1 alone would stand for "No such mailbox"/)
})

test('every concept has plain words, and sentences speak of concepts alone', () => {
  const { names } = createConceptIds(Object.keys(CONCEPTS))
  const known = new Set(names.filter((name) => name !== ''))
  for (const name of known) assert.ok(CONCEPT_WORDS[name], name)
  for (const name of Object.keys(CONCEPT_WORDS)) assert.ok(known.has(name), name)
  for (const name of Object.keys(PREDICATES)) assert.ok(known.has(name), name)
  for (const [reason, sentence] of Object.entries(SENTENCES)) {
    for (const [, list = ''] of sentence.matchAll(/\{[^:=~{}]+[:=~]([^{}]+)\}/g)) {
      for (const name of list.trim().split(' ').flatMap((one) => GROUPS[one]?.split('|') ?? [one])) {
        assert.ok(known.has(name), `${reason}: ${name}`)
      }
    }
  }
})

test('every reason has a sentence, with and without words', () => {
  for (const { reason } of REASONS_TABLE) {
    const bare = sayPlainly(reason, [], { isSure: true, hasRest: true })
    assert.match(bare, /^The server says that [^{}~]+\.$/)
    const full = sayPlainly(reason, Object.keys(CONCEPT_WORDS).map((concept) =>
      ({ concept, text: `<${concept}>` })), { isSure: false, hasRest: true })
    assert.match(full, /^The server seems to say that [^{}~]+\./)
  }
})

test('words in the sentence are cut, whatever a text holds', () => {
  const words = [{ concept: 'full', text: 'x'.repeat(10_000) }]
  const sentence = sayPlainly('mailbox-full', words, { isSure: true, hasRest: true })
  assert.ok(sentence.length < 200)
})
