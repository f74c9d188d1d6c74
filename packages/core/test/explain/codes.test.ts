// Every code of the tables explains itself: registered, of replies, of vendors, without dots.

import assert from 'node:assert/strict'
import { test } from 'node:test'
import {
  COMPACT_CODES, ENHANCED_CODES, explainCode, parseCodeQuery, PLATFORMS, REPLY_CODES, VENDOR_CODES,
  type CodeExplanation,
} from '../../src/codes.ts'
import { readTable } from './tables.ts'

function explain(text: string): CodeExplanation {
  const query = parseCodeQuery(text)
  assert.ok(query, `${text} is read as a code`)
  return explainCode(query)
}

function assertWhole(explanation: CodeExplanation): void {
  const { judgement, platforms, headline, meaning, notes } = explanation
  assert.ok(headline.length > 3)
  for (const text of [meaning, judgement.title, judgement.whose, judgement.advice, ...notes]) {
    assert.ok(text.length > 3, `${explanation.code}: "${text}"`)
    assert.doesNotMatch(text, /undefined|NaN/)
  }
  assert.equal(platforms.labels.length, PLATFORMS.length)
}

test('there are 81 registered codes and 57 reply codes', () => {
  assert.equal(ENHANCED_CODES.length, 81)
  assert.equal(REPLY_CODES.length, 57)
})

test('what codes mean in words and what they stand for is told of the same codes', () => {
  for (const row of ENHANCED_CODES) assert.ok('transient' in row, row.code)
  for (const { code, fact } of VENDOR_CODES) assert.ok(fact, code)
})

for (const { code, name } of ENHANCED_CODES) {
  test(`${code} ${name}`, () => {
    for (const first of ['x', '2', '4', '5']) {
      const explanation = explain(code.replace('x', first))
      assert.equal(explanation.known, true)
      assert.equal(explanation.headline, name)
      assert.ok(explanation.enhanced && explanation.enhanced.definedBy.length >= 2)
      assertWhole(explanation)
    }
  })
}

for (const { code } of REPLY_CODES) {
  test(`reply ${code}`, () => {
    const explanation = explain(String(code))
    assert.equal(explanation.known, true)
    assert.equal(explanation.judgement.permanence,
      code >= 500 ? 'permanent' : code >= 400 ? 'transient' : 'unknown')
    assertWhole(explanation)
  })
}

for (const { code, vendor } of VENDOR_CODES) {
  test(`${code} of ${vendor}, first and last of its range`, () => {
    const [, subject, details = ''] = code.split('.')
    for (const detail of details.split('-')) {
      const explanation = explain(`5.${subject}.${detail}`)
      assert.equal(explanation.known, true)
      assert.ok(explanation.enhanced?.vendors.some((row) => row.vendor === vendor))
      assertWhole(explanation)
    }
  })
}

test('the table without dots is known whole', () => {
  assert.equal(COMPACT_CODES.length, 48)
  const soft = COMPACT_CODES.filter(({ bounceType }) => bounceType === 'soft')
  assert.deepEqual(soft.map(({ compact }) => compact), [520, 521, 522, 531, 545, 553])
})

for (const { compact, enhanced } of COMPACT_CODES) {
  test(`${compact} in the table without dots`, () => {
    const explanation = explain(String(compact))
    assert.equal(explanation.known, true)
    assert.equal(explanation.reply?.compact?.enhanced, enhanced)
    assert.equal(enhanced.replaceAll('.', ''), String(compact))
    assert.match(explanation.reply.compact.answer, new RegExp(String(compact)))
  })
}

test('the four transient numbers of the table are reply codes', () => {
  for (const code of ['421', '450', '451', '452']) assert.match(explain(code).notes.join(' '), /there it is this/)
})

test('codes that a library makes up are told', () => {
  for (const code of ['5.9.0', '5.0.910']) assert.match(explain(code).notes.join(' '), /Sisimai/)
  assert.doesNotMatch(explain('5.0.350').notes.join(' '), /Sisimai/)
})

test('a code is read however it is written', () => {
  for (const [text = '', code] of readTable('code-spellings.tsv')) {
    const query = parseCodeQuery(text)
    assert.equal(query === undefined ? '-' : explainCode(query).code, code, JSON.stringify(text))
  }
})

test('the judgement of a code', () => {
  for (const [text = '', reason, bounceType, remedy, known] of readTable('code-judgements.tsv')) {
    const { judgement, ...rest } = explain(text)
    assert.deepEqual(
      [text, judgement.reason, String(judgement.bounceType), judgement.remedy, String(rest.known)],
      [text, reason, bounceType, remedy, known])
  }
})

test('codes that contradict each other are told apart', () => {
  const explanation = explain('550 4.2.2')
  assert.equal(explanation.judgement.permanence, 'permanent')
  assert.equal(explanation.judgement.reason, 'mailbox-full')
  assert.match(explanation.notes.join(' '), /contradict/)
  assert.match(explain('550 5.1.3').notes.join(' '), /pairs 5\.1\.3 with 501/)
})
