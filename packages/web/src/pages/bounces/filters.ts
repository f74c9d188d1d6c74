// What bounces can be narrowed by, and how the API asks for it.

import type { paths } from '@carom/client'
import type { SearchWords } from '../../app/search.ts'
import type { FilterField } from '../../parts/filter-fields.tsx'
import { KIND_WORDS } from '../../parts/event-row.ts'
import { REASON_CHOICES, titleOf } from '../../parts/reason-name.tsx'
import { rangeOf, WITHIN } from '../../parts/time-range.ts'
import { wordOf } from '../../parts/word-of.ts'

export type EventQuery = NonNullable<paths['/v1/events']['get']['parameters']['query']>

/** Words that the API takes as they are. */
const PLAIN = [
  'text', 'code', 'reason', 'fault', 'remedy', 'receiver', 'domain', 'list', 'source', 'rule',
  'campaign', 'blocklist', 'address', 'counted', 'order',
] as const

/** Every kind of event, not bounces alone. */
const ALL_KINDS = 'all'

const FAULTS: Readonly<Record<string, string>> = {
  recipient: 'Recipient: the address', sender: 'Sender: you', content: 'Content: the message',
  network: 'Network: the way there', unknown: 'Not said',
}
const REMEDIES: Readonly<Record<string, string>> = {
  suppress: 'Stop mailing', retry: 'Try later', fix: 'Fix your side', none: 'Nothing to do',
}
const ANSWERS: Readonly<Record<string, string>> = { true: 'Counted', false: 'Not counted' }
const ORDERS: Readonly<Record<string, string>> = { newest: 'Newest first', oldest: 'Oldest first' }
const KINDS: Readonly<Record<string, string>> = { [ALL_KINDS]: 'Everything', ...KIND_WORDS }
const TIMES: Readonly<Record<string, string>> =
  Object.fromEntries(Object.entries(WITHIN).map(([word, { label }]) => [word, label]))

export const SEARCH_FIELD: FilterField = {
  name: 'text', label: 'Text', kind: 'text',
  placeholder: 'Words of the reply, the address, the subject',
}

export const FIELDS: readonly FilterField[] = [
  {
    name: 'reason', label: 'Reason', kind: 'choice', choices: REASON_CHOICES, show: titleOf,
    isMain: true,
  },
  choice('fault', 'Fault', FAULTS, { isMain: true }),
  choice('within', 'Time', TIMES, { isMain: true, placeholder: 'Any time' }),
  { name: 'code', label: 'Code', kind: 'text', placeholder: '550 or 5.1.1' },
  { name: 'receiver', label: 'Receiver', kind: 'text', placeholder: 'google' },
  { name: 'domain', label: 'Domain', kind: 'text', placeholder: 'example.org' },
  { name: 'list', label: 'List', kind: 'text' },
  { name: 'source', label: 'Source', kind: 'text' },
  { name: 'rule', label: 'Rule', kind: 'text', placeholder: 'google/over-quota' },
  { name: 'campaign', label: 'Campaign', kind: 'text' },
  { name: 'blocklist', label: 'Block list', kind: 'text' },
  choice('kind', 'Kind', KINDS, { placeholder: 'Bounced' }),
  choice('remedy', 'What to do', REMEDIES),
  choice('counted', 'By the policy', ANSWERS),
  { name: 'address', label: 'Address', kind: 'text', placeholder: 'ann@example.org' },
  { name: 'from', label: 'From day', kind: 'day' },
  { name: 'until', label: 'Until day', kind: 'day' },
  choice('order', 'Order', ORDERS, { placeholder: 'Newest first' }),
]

/** All words that narrow; they go along when another page links here. */
const FILTER_WORDS: readonly string[] = [SEARCH_FIELD.name, ...FIELDS.map(({ name }) => name)]

/** What the API is asked; a time that is counted back begins now. */
export function toQuery(words: SearchWords): EventQuery {
  const query: Record<string, string> = { ...rangeOf(words) }
  for (const name of PLAIN) {
    const value = words[name]
    if (value !== undefined) query[name] = value
  }
  const { kind = 'failed' } = words
  if (kind !== ALL_KINDS) query['kind'] = kind
  return query as unknown as EventQuery
}

/** The words that narrow, apart from others, as a key. */
export function filterKey(words: SearchWords): SearchWords {
  return Object.fromEntries(FILTER_WORDS.flatMap((name) =>
    words[name] === undefined ? [] : [[name, words[name]]]))
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
