// A language without a word for a concept says why, and says it no longer once it has one.

import assert from 'node:assert/strict'
import test from 'node:test'
import { languageTable } from '../../../../scripts/language-table.ts'
import { CONCEPTS } from '../../src/rules/concepts.ts'
import {
  FIRST_VOCABULARIES, HOLES, OPTIONAL_CONCEPTS, RELATIVES,
} from '../../src/rules/language-holes.ts'

const rows = languageTable()

test('lexicons: every hole is marked with its reason', () => {
  const holes = rows.filter((row) => row.holes.length > 0)
    .map(({ lang, holes: concepts }) => `${lang} has no word for ${concepts.join(', ')}`)
  assert.deepEqual(holes, [])
})

test('lexicons: no mark is left of a hole that was filled', () => {
  const stale = rows.flatMap(({ lang, stale: list }) =>
    list.map((concept) => `${lang} has words for ${concept}`))
  assert.deepEqual(stale, [])
})

test('lexicons: marks name languages and concepts that there are', () => {
  const languages = new Set(rows.map(({ lang }) => lang))
  const named = [
    ...Object.keys(HOLES), ...Object.keys(FIRST_VOCABULARIES),
    ...Object.entries(RELATIVES).flatMap(([lang, relatives]) => [lang, ...relatives]),
  ]
  assert.deepEqual(named.filter((lang) => !languages.has(lang)), [])
  const concepts = [
    ...Object.keys(OPTIONAL_CONCEPTS), ...Object.values(HOLES).flatMap((marks) => Object.keys(marks)),
  ]
  assert.deepEqual(concepts.filter((concept) => !Object.hasOwn(CONCEPTS, concept)), [])
})
