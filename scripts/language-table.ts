// Which concepts each lexicon has words for, and what is known of those that it has none for.

import { CONCEPTS } from '../packages/core/src/rules/concepts.ts'
import {
  FIRST_VOCABULARIES, HOLES, OPTIONAL_CONCEPTS, RELATIVES,
} from '../packages/core/src/rules/language-holes.ts'
import { LEXICONS } from '../packages/core/src/rules/lexicon/index.ts'
import type { Lexicon } from '../packages/core/src/rules/types.ts'

export type LanguageRow = {
  readonly lang: string
  /** Words, stems and set phrases. */
  readonly words: number
  /** Concepts that have words of their own, in any combination. */
  readonly own: number
  /** Concepts without words that need none in any language. */
  readonly optional: readonly string[]
  /** Concepts for which the words of a relative are read. */
  readonly borrowed: readonly string[]
  /** Concepts without words, marked with the reason. */
  readonly marked: readonly { readonly concept: string; readonly why: string }[]
  /** Concepts without words and without a reason. */
  readonly holes: readonly string[]
  /** Concepts that are marked as holes and have words. */
  readonly stale: readonly string[]
}

export const CONCEPT_COUNT = Object.keys(CONCEPTS).length

export function languageTable(): LanguageRow[] {
  const spoken = new Map(LEXICONS.map((lexicon) => [lexicon.lang, conceptsOf(lexicon)]))
  return LEXICONS.map(({ lang, words }) => {
    const own = spoken.get(lang) as ReadonlySet<string>
    const missing = Object.keys(CONCEPTS).filter((concept) => !own.has(concept))
    const isBorrowed = (concept: string): boolean =>
      (RELATIVES[lang] ?? []).some((relative) => spoken.get(relative)?.has(concept) === true)
    const optional = missing.filter((concept) => Object.hasOwn(OPTIONAL_CONCEPTS, concept))
    const needed = missing.filter((concept) => !optional.includes(concept))
    const borrowed = needed.filter(isBorrowed)
    const rest = needed.filter((concept) => !isBorrowed(concept))
    const marks = HOLES[lang] ?? {}
    const whyOf = (concept: string): string | undefined =>
      marks[concept] ?? FIRST_VOCABULARIES[lang]
    return {
      lang,
      words: Object.values(words).flatMap((list) => list.split(',')).length,
      own: CONCEPT_COUNT - missing.length,
      optional,
      borrowed,
      marked: rest.flatMap((concept) => {
        const why = whyOf(concept)
        return why === undefined ? [] : [{ concept, why }]
      }),
      holes: rest.filter((concept) => whyOf(concept) === undefined),
      stale: Object.keys(marks).filter((concept) => !missing.includes(concept)),
    }
  })
}

function conceptsOf({ words }: Lexicon): Set<string> {
  return new Set(Object.entries(words).filter(([, list]) => list.trim() !== '')
    .flatMap(([concepts]) => concepts.split(' ')))
}
