// The packed automaton holds what it was built from, and rules which it was not built from are
// refused.

import assert from 'node:assert/strict'
import test from 'node:test'
import { buildAutomaton } from '../../src/classify/build-automaton.ts'
import { foldedUnit } from '../../src/classify/alphabet.ts'
import {
  CHECK_START, findNode, HASH_START, nextCheck, nextHash, OUTPUT, ROOT, type Automaton,
} from '../../src/classify/automaton.ts'
import { createClassifier } from '../../src/classify/classify.ts'
import { loadAutomaton } from '../../src/classify/load-automaton.ts'
import { compileKnowledge } from '../../src/classify/knowledge.ts'
import { literalTexts, packLiterals, readLiterals } from '../../src/classify/literals.ts'
import { KNOWLEDGE } from '../../src/knowledge.ts'
import { AUTOMATON_SOURCE } from '../../src/rules/automaton-source.ts'
import { MODEL } from '../../src/rules/model.ts'
import type { PackedAutomaton } from '../../src/rules/types.ts'

/** What signs that are passed over fold to. */
const NO_LETTER = 0xffff

test('entries are told apart, however many there are', () => {
  const concepts = ['user', 'mailbox', 'account', 'address', 'domain', 'sender']
  // Pairs of concepts make more entries than stand alone.
  const words = concepts.flatMap((a) => concepts.flatMap((b) => concepts.map((c) =>
    `${a} ${b} ${c}: ${a[0]}${b[0]}${c[0]}${a[1]}${b[1]}${c[1]}`)))
  const packed = build(words)
  assert.equal(new Set(loadAutomaton(packed).entries).size, words.length)
  const stands = new Set(outputsOf(packed))
  assert.deepEqual(stands, new Set(words.map((_, i) => i)))
})

test('letters of all scripts are found again, beside ASCII and digits', () => {
  const texts = [
    'user', 'x1', 'κωδικος smtp 550', 'ως', 'ошибка dns', 'сервер imap4', 'ҡ', 'сҡz', 'էլ փոստ a1', 'תיבה full',
    'صندوق یک mx', 'मेल box', 'ইমেইল x', 'மின்னஞ்சல் a', 'ఇమెయిల్ z', 'ข้อความ spam', 'စာတိုက် q', 'ფოსტა web2',
    'សារ abc', 'メール box', '邮箱 full', '메일 box',
  ]
  const { automaton } = compileKnowledge({
    ...KNOWLEDGE, literals: '', automaton: build(texts.map((text) => `user: ${text}`)),
  })
  for (const text of texts) {
    const node = nodeOf(automaton, text)
    assert.ok(node !== ROOT && ((automaton.cells[node] as number) & OUTPUT) !== 0, text)
  }
  assert.equal(nodeOf(automaton, 'ошибка mx'), ROOT)
})

/** The node where a text ends whose letters are folded as those of the automaton. */
function nodeOf({ places, units }: Automaton, text: string): number {
  let node = ROOT
  for (const word of text.split(' ')) {
    let [hash, check] = [HASH_START, CHECK_START]
    for (let i = 0; i < word.length; i++) {
      const letter = foldedUnit(units[word.charCodeAt(i)] as number)
      if (letter === NO_LETTER) continue
      hash = nextHash(hash, letter)
      check = nextCheck(check, letter)
    }
    node = findNode(places, node, hash, check)
    if (node === ROOT) return ROOT
  }
  return node
}

test('rules that the automaton was not built from are refused', () => {
  const [, ...phrases] = AUTOMATON_SOURCE.phrases
  const literals = packLiterals({ ...AUTOMATON_SOURCE, phrases })
  assert.throws(
    () => createClassifier({ ...KNOWLEDGE, literals, model: MODEL }),
    { name: 'TypeError', message: /Run npm run generate/ })
})

test('rules come back from their packed form without their texts', () => {
  const source = AUTOMATON_SOURCE
  const { rules, receivers } = readLiterals(packLiterals(source))
  assert.equal(rules.length, literalTexts(source).length)
  assert.deepEqual(
    rules.filter(({ kind }) => kind === 'phrase'),
    source.phrases.map(({ id, reason }) => ({ kind: 'phrase', id, reason })))
  source.providers.forEach(({ id, hosts, fingerprints, replies }, receiver) => {
    const all = replies.map(({ match, ...reply }) =>
      ({ isSilent: match === undefined, reply: { ...reply, id: `${id}/${reply.id}` } }))
    const [silent, spoken] = [true, false].map((isSilent) =>
      all.filter((one) => one.isSilent === isSilent).map(({ reply }) => reply))
    assert.deepEqual(receivers[receiver], { id, hosts, silent })
    assert.deepEqual(
      rules.filter((rule) => rule.kind === 'reply' && rule.receiver === receiver),
      spoken?.map((reply) => ({ kind: 'reply', receiver, reply })))
    assert.equal(
      rules.some((rule) => rule.kind === 'fingerprint' && rule.receiver === receiver),
      fingerprints !== undefined, id)
  })
  assert.equal(receivers.length, source.providers.length)
})

function build(words: readonly string[]): PackedAutomaton {
  const lists = new Map<string, string[]>()
  for (const word of words) {
    const [concept = '', form = ''] = word.split(': ')
    lists.set(concept, [...(lists.get(concept) ?? []), form])
  }
  const forms = Object.fromEntries([...lists].map(([key, list]) => [key, list.join(', ')]))
  return buildAutomaton({
    ...AUTOMATON_SOURCE, lexicons: [{ lang: 'en', marks: '', words: forms }],
    phrases: [], providers: [], wrappers: [],
  })
}

/** The entries of all outputs: every cell behind a node that has any. */
function outputsOf(packed: PackedAutomaton): number[] {
  const { cells } = loadAutomaton(packed)
  const outputs: number[] = []
  for (let at = 1; at < cells.length; at++) {
    if (((cells[at] as number) & 1) === 0) continue
    do outputs.push((cells[++at] as number) >> 2)
    while (((cells[at] as number) & 1) === 0)
  }
  return outputs
}
