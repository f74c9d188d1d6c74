// Fields that narrow a list: a text that waits until typing rests, a choice, a day.

import { Select, TextInput, type ComboboxData } from '@mantine/core'
import { useDebouncedCallback } from '@mantine/hooks'
import { IconSearch } from '@tabler/icons-react'
import { useState } from 'react'

export type FilterField = {
  /** Its word in the address of the page. */
  readonly name: string
  readonly label: string
  readonly kind: 'text' | 'choice' | 'day'
  readonly choices?: ComboboxData
  readonly placeholder?: string
  /** Beside the search, not among the others. */
  readonly isMain?: boolean
  /** How the value reads in its chip; absent: as it is. */
  readonly show?: (value: string) => string
}

export type FilterProps = {
  readonly field: FilterField
  readonly value: string
  readonly onChange: (name: string, value: string) => void
  readonly isSearch?: boolean
}

/** Typing rests. */
const REST_MS = 300

export function FilterInput(props: FilterProps) {
  const { field: { name, label, kind, choices = [], placeholder }, value, onChange } = props
  if (kind === 'text') return <TextFilter {...props} />
  if (kind === 'day') {
    return (
      <TextInput
        type="date" label={label} value={value} size="sm"
        onChange={(event) => onChange(name, event.currentTarget.value)}
      />
    )
  }
  return (
    <Select
      label={label} data={choices} value={value === '' ? null : value} clearable searchable
      placeholder={placeholder ?? 'Any'} size="sm" nothingFoundMessage="None has this name"
      clearButtonProps={{ 'aria-label': `Clear ${label}` }} maxDropdownHeight={360}
      onChange={(chosen) => onChange(name, chosen ?? '')}
    />
  )
}

function TextFilter({ field, value, onChange, isSearch }: FilterProps) {
  const { name, label, placeholder } = field
  const [text, setText] = useState(value)
  // What was told last, and what came back: another value than ours came from elsewhere.
  const [told, setTold] = useState(value)
  const [known, setKnown] = useState(value)
  if (known !== value) {
    setKnown(value)
    if (value !== told) setText(value)
  }
  const tell = useDebouncedCallback((next: string) => {
    setTold(next)
    onChange(name, next)
  }, REST_MS)
  return (
    <TextInput
      label={label} value={text} size="sm" type={isSearch === true ? 'search' : 'text'}
      maxLength={500} autoComplete="off" spellCheck={false}
      {...placeholder === undefined ? {} : { placeholder }}
      {...isSearch === true ? { leftSection: <IconSearch size={16} aria-hidden /> } : {}}
      onChange={(event) => {
        const next = event.currentTarget.value
        setText(next)
        tell(next.trim())
      }}
    />
  )
}
