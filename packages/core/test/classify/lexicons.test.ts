// No word of another language changes what a frequent English word means: most texts are English,
// and many mix it with another language. A `?` before the word keeps it to its own language.

import assert from 'node:assert/strict'
import { readdirSync, readFileSync } from 'node:fs'
import test from 'node:test'
import { CLASSES, createAlphabet, foldedUnit } from '../../src/classify/alphabet.ts'
import { LEXICONS } from '../../src/rules/lexicon/index.ts'

const FOLDER = new URL('../../../../fixtures/wordings/', import.meta.url)
/** Replies that a word stands in, from which it is frequent. */
const TIMES_MIN = 5
/** Words that are frequent in texts of all kinds, whether the fixtures have them or not. */
const FUNCTION_WORDS = `a about after again all also an and any are as at be because been before being but by can could
  did do does down during each even every few first for from had has have having he her here him his how i if in
  into is it its just last like made make many may me might more most much must my new next no nor not now of off
  on one only or other our out over own per please same see she should since so some such than that the their them
  then there these they this those through till to too two under until up upon us very via was we well were what
  when where whether which while who whom whose why will with within without would yes yet you your`

const units = createAlphabet()

/** Letters as the scanner sees them; other signs as spaces. */
function fold(text: string): string {
  return Array.from({ length: text.length }, (_, i) => units[text.charCodeAt(i)] as number)
    .filter((unit) => (unit & CLASSES.PASSED) === 0)
    .map((unit) => (unit & CLASSES.WORD) === 0 ? ' ' : String.fromCharCode(foldedUnit(unit)))
    .join('')
    .trim()
}

function frequentWords(): Set<string> {
  const times = new Map<string, number>()
  for (const file of readdirSync(FOLDER).filter((name) => name.startsWith('en-'))) {
    for (const line of readFileSync(new URL(file, FOLDER), 'utf8').split('\n').slice(1)) {
      const text = (line.split('\t')[6] ?? '').replace(/\S*[@/]\S*/g, ' ')
      for (const word of new Set(fold(text).split(/ +/))) {
        if (/^[a-z]{2,}$/.test(word)) times.set(word, (times.get(word) ?? 0) + 1)
      }
    }
  }
  const frequent = [...times].filter(([, count]) => count >= TIMES_MIN).map(([word]) => word)
  return new Set([...frequent, ...FUNCTION_WORDS.split(/\s+/)])
}

type Entry = { readonly lang: string; readonly concepts: string; readonly surface: string }

/** Single words of all lexicons that count in any text, as folded letters; `*` ends a stem. */
const entries: readonly Entry[] = LEXICONS.flatMap(({ lang, words }) =>
  Object.entries(words).flatMap(([concepts, list]) =>
    list.split(',').map((word) => word.trim()).filter((word) => word !== '' && !word.startsWith('?'))
      .map((word) => ({
        lang, concepts, surface: fold(word.replace('*', '')) + (word.endsWith('*') ? '*' : ''),
      }))))

function fits({ surface }: Entry, word: string): boolean {
  return surface.endsWith('*') ? word.startsWith(surface.slice(0, -1)) : surface === word
}

function lettersOf(surface: string): number {
  return surface.replace('*', '').length
}

test('lexicons: no other language says what a frequent English word means', () => {
  const english = entries.filter(({ lang }) => lang === 'en')
  const others = entries.filter(({ lang, surface }) => lang !== 'en' && /^[a-z]+\*?$/.test(surface))
  const clashes: string[] = []
  for (const word of frequentWords()) {
    const own = english.filter((entry) => fits(entry, word))
    const meant = new Set(own.flatMap(({ concepts }) => concepts.split(' ')))
    // Of several forms the longest counts alone.
    const longest = Math.max(0, ...own.map(({ surface }) => lettersOf(surface)))
    for (const entry of others) {
      const { lang, concepts, surface } = entry
      if (!fits(entry, word) || lettersOf(surface) < longest) continue
      if (concepts.split(' ').every((concept) => meant.has(concept))) continue
      clashes.push(`${word} is ${concepts} in ${lang}: ${surface}`)
    }
  }
  assert.deepEqual(clashes, [])
})
