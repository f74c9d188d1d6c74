// Narrows the overview to one list.

import { Select } from '@mantine/core'
import type { SearchWords } from '../../app/search.ts'

export function ListPicker({ lists, list, onChange }: {
  readonly lists: readonly { readonly list: string }[]
  /** Undefined: all lists. */
  readonly list: string | undefined
  readonly onChange: (change: SearchWords) => void
}) {
  const names = new Set([...lists.map((one) => one.list), list ?? ''].filter((name) => name !== ''))
  if (names.size < 2 && list === undefined) return null
  return (
    <Select
      size="xs" w={150} aria-label="List" placeholder="All lists" clearable searchable
      data={[...names].toSorted()} value={list ?? null}
      clearButtonProps={{ 'aria-label': 'All lists' }}
      onChange={(chosen) => onChange({ list: chosen ?? undefined })}
    />
  )
}
