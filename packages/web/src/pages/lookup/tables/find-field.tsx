// What is looked for in a table, kept in the address.

import { CloseButton, TextInput } from '@mantine/core'
import { IconSearch } from '@tabler/icons-react'
import { usePlace } from '../place.ts'

export function FindField({ label, placeholder }: {
  readonly label: string; readonly placeholder: string
}) {
  const { words, change } = usePlace()
  const find = words['find'] ?? ''
  const set = (value: string): void => change({ find: value === '' ? undefined : value })
  return (
    <TextInput
      aria-label={label} placeholder={placeholder} value={find} w={{ base: '100%', xs: 320 }}
      leftSection={<IconSearch size={16} />} spellCheck={false} autoComplete="off"
      onChange={({ currentTarget }) => set(currentTarget.value)}
      rightSection={find === '' ? null
        : <CloseButton size="sm" aria-label="Clear" onClick={() => set('')} />}
    />
  )
}

/** Whether every word that is looked for stands in one of the texts. */
export function isFound(find: string | undefined, texts: readonly string[]): boolean {
  if (find === undefined) return true
  const all = texts.join(' ').toLowerCase()
  return find.toLowerCase().split(/\s+/).every((word) => all.includes(word))
}
