// Every platform has a word on every reason, and words that people look up lead back to them.

import assert from 'node:assert/strict'
import { test } from 'node:test'
import { explainWord, platformLabels, PLATFORMS, REASONS_TABLE } from '../../src/codes.ts'
import { receiver } from '../../src/rules/receivers.ts'
import { RECEIVER_TAGS, receiverTag } from '../../src/rules/receiver-tags.ts'
import { codeUses } from '../../src/rules/code-uses.ts'
import { PROVIDERS } from '../../src/rules/providers/index.ts'
import { readTable } from './tables.ts'

const REASONS = REASONS_TABLE.map(({ reason }) => reason)

for (const { id, name, labels, policy, source, field } of PLATFORMS) {
  test(`${name} names every reason`, () => {
    for (const reason of REASONS) {
      assert.ok(labels.some(([, , , reasons]) => reasons.includes(reason)), reason)
    }
    const names = labels.map(([label]) => label)
    assert.equal(new Set(names).size, names.length, 'each label has one row')
    for (const [label, , view, reasons] of labels) {
      if (label === '') assert.equal(view, 'none')
      assert.equal(new Set(reasons).size, reasons.length)
    }
    assert.match(id, /^[a-z0-9]+$/)
    assert.match(source, /^https:\/\//)
    assert.ok(policy.endsWith('.') && field !== '')
  })
}

test('labels of a reason, the usual one first', () => {
  for (const [reason = '', platform, ...labels] of readTable('platform-labels.tsv')) {
    const table = platformLabels(reason as (typeof REASONS)[number])
    const row = table.labels.find((label) => label.platform === platform)
    assert.deepEqual(row?.labels.map(({ label }) => label), labels, `${reason} at ${platform}`)
  }
})

test('words that people look up', () => {
  for (const [word = '', kind, reason] of readTable('words.tsv')) {
    const found = explainWord(word)
    if (kind === '-') assert.deepEqual(found, [], word)
    else {
      assert.ok(found.some((row) => row.kind === kind && row.judgement.reason === reason), word)
    }
  }
})

test('every reason explains itself', () => {
  for (const reason of REASONS) assert.equal(explainWord(reason)[0]?.kind, 'reason')
})

test('every mark of a receiver is found, and its receiver is known', () => {
  for (const row of RECEIVER_TAGS) {
    assert.ok(receiver(row.receiver), row.receiver)
    assert.ok(REASONS.includes(row.reason), row.reason)
    for (const tag of row.tag.split('..')) assert.equal(receiverTag(tag), row)
  }
})

test('every receiver that has rules has a name', () => {
  for (const { id } of PROVIDERS) assert.ok(receiver(id), id)
})

test('uses name reasons and receivers that exist', () => {
  const codes = ['550', '5.7.1', '4.7.0', '554', '421', '5.1.1']
  for (const code of codes) {
    const { uses } = codeUses(code)
    assert.ok(uses.length > 2, code)
    for (const use of uses) {
      assert.ok(REASONS.includes(use.reason), use.reason)
      for (const id of use.receivers) assert.ok(receiver(id), id)
    }
  }
})
