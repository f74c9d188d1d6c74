// What suppressions can be narrowed by, and how the API asks for it.

import type { paths } from '@carom/client'
import type { SearchWords } from '../../app/search.ts'
import type { FilterField } from '../../parts/filter-fields.tsx'
import { REASON_CHOICES, titleOf } from '../../parts/reason-name.tsx'
import { rangeOf, WITHIN } from '../../parts/time-range.ts'
import { wordOf } from '../../parts/word-of.ts'

export type SuppressionQuery =
  NonNullable<paths['/v1/suppressions']['get']['parameters']['query']>

const PLAIN = ['text', 'domain', 'reason', 'origin', 'list', 'expired'] as const

const ORIGINS: Readonly<Record<string, string>> = {
  policy: 'The policy', manual: 'By hand', import: 'Imported', complaint: 'A complaint',
  unsubscribe: 'An unsubscription',
}
const EXPIRED: Readonly<Record<string, string>> = { true: 'Also those that have run out' }

export const SEARCH_FIELD: FilterField = {
  name: 'text', label: 'Text', kind: 'text', placeholder: 'Anything within the address',
}

const OTHER_REASONS = {
  group: 'Decided', items: [
    { value: 'manual', label: 'Entered by hand' }, { value: 'unsubscribe', label: 'Unsubscribed' },
  ],
}

export const FIELDS: readonly FilterField[] = [
  {
    name: 'reason', label: 'Reason', kind: 'choice', choices: [OTHER_REASONS, ...REASON_CHOICES],
    show: titleOf, isMain: true,
  },
  choice('origin', 'Who decided', ORIGINS, { isMain: true }),
  { name: 'domain', label: 'Domain', kind: 'text', placeholder: 'example.org', isMain: true },
  { name: 'list', label: 'List', kind: 'text' },
  choice('within', 'Added', Object.fromEntries(
    Object.entries(WITHIN).map(([word, { label }]) => [word, label])), { placeholder: 'Any time' }),
  { name: 'from', label: 'From day', kind: 'day' },
  { name: 'until', label: 'Until day', kind: 'day' },
  choice('expired', 'Expiry', EXPIRED, { placeholder: 'Those that hold' }),
]

export function toQuery(words: SearchWords): SuppressionQuery {
  const query: Record<string, string> = { ...rangeOf(words) }
  for (const name of PLAIN) {
    const value = words[name]
    if (value !== undefined) query[name] = value
  }
  return query as unknown as SuppressionQuery
}

export function filterKey(words: SearchWords): SearchWords {
  return Object.fromEntries([SEARCH_FIELD, ...FIELDS].flatMap(({ name }) =>
    words[name] === undefined ? [] : [[name, words[name]]]))
}

export function originWords(origin: string): string {
  return wordOf(ORIGINS, origin) ?? origin
}

function choice(
  name: string, label: string, all: Readonly<Record<string, string>>,
  more: Partial<FilterField> = {},
): FilterField {
  return {
    name, label, kind: 'choice', show: (value) => wordOf(all, value) ?? value, ...more,
    choices: Object.entries(all).map(([value, words]) => ({ value, label: words })),
  }
}
