// Every reporter is recognised by its own wording: a fixture for each, each for a reporter.

import assert from 'node:assert/strict'
import test from 'node:test'
import { REPORTERS } from '../../src/rules/reporters/index.ts'
import { assertReport, listFixtures } from './fixtures.ts'
import { readBytes } from './messages.ts'

const fixtures = listFixtures('reporters')

for (const fixture of fixtures) {
  test(`reporter: ${fixture.name}`, () => assertReport(readBytes(fixture.bytes), fixture))
}

test('every reporter has a fixture, and every fixture a reporter', () => {
  const ids = new Set(REPORTERS.map(({ id }) => id))
  const shown = new Set(fixtures.map(({ name }) => name.split('.')[0] as string))
  assert.deepEqual(
    [...ids].filter((id) => !shown.has(id)),
    [],
  )
  assert.deepEqual(
    [...shown].filter((id) => !ids.has(id)),
    [],
  )
})
