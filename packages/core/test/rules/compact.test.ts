// Compact tables come back as they were, and what they cannot hold is refused when they are packed.

import assert from 'node:assert/strict'
import { test } from 'node:test'
import { packCompact, readCompact, type Compact } from '../../src/rules/compact.ts'
import { REPORTERS } from '../../src/rules/reporters/index.ts'
import { REPORT_WORDINGS } from '../../src/rules/reporters/languages/index.ts'
import { reporters, wordings } from '../../src/rules/reporters/read.ts'

test('tables come back as they were', () => {
  const tables: Compact[] = ['text', true, [], {}, ['a b', 'c'], [[], ['"\\'], []], {
    first: 'x', second: { first: ['y'], third: true }, fourth: [{ first: 'z' }, {}],
  }]
  for (const table of tables) assert.deepEqual(readCompact(packCompact(table)), table)
})

test('reporters and wordings are read as they are written', () => {
  assert.deepEqual(reporters(), REPORTERS)
  assert.deepEqual(wordings(), REPORT_WORDINGS)
})

test('a text with a sign of the packed form is refused', () => {
  for (const text of ['', 'a|b', 'a{', '2^8', '1%1', '*', '}']) {
    assert.throws(() => packCompact([text]), { name: 'TypeError', message: /cannot be packed/ })
  }
})
