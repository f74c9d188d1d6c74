// A reason in plain words with the exact term beside it.

import { Text } from '@mantine/core'
import { REASONS_TABLE, type ReasonFact } from '@carom/core'
import { wordOf } from './word-of.ts'

const FACTS: ReadonlyMap<string, ReasonFact> =
  new Map(REASONS_TABLE.map((fact) => [fact.reason, fact]))

/** Reasons of decisions that no reply gave. */
const OTHER_TITLES: Readonly<Record<string, string>> = {
  'manual': 'Entered by hand', 'unsubscribe': 'Unsubscribed', 'import': 'Imported',
  'address-invalid': 'Not an address',
}

/** Undefined: the reason is none of the taxonomy. */
export function factOf(reason: string): ReasonFact | undefined {
  return FACTS.get(reason)
}

export function titleOf(reason: string): string {
  return factOf(reason)?.title ?? wordOf(OTHER_TITLES, reason) ?? reason
}

export function ReasonName({ reason }: { readonly reason: string }) {
  return (
    <span title={factOf(reason)?.meaning}>
      {titleOf(reason)}{' '}
      <Text component="span" size="xs" c="dimmed" ff="monospace">{reason}</Text>
    </span>
  )
}

const GROUPS = [
  ['suppress', 'The address cannot get mail'], ['retry', 'It may work later'],
  ['fix', 'You have to change something'], ['none', 'Nothing failed'],
] as const

type Choice = { readonly value: string; readonly label: string }

/** All reasons, grouped by what they ask for. */
export const REASON_CHOICES: { readonly group: string; readonly items: Choice[] }[] = GROUPS.map(
  ([remedy, group]) => ({
    group, items: REASONS_TABLE.filter((fact) => fact.remedy === remedy)
      .map(({ reason, title }) => ({ value: reason, label: title })),
  }))
