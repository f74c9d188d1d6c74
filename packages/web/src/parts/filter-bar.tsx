// What a list is narrowed to: a search, the fields that matter most, the others one press away,
// and a chip for each that is set. All of it stands in the address of the page, so that it can be
// shared.

import { Button, Collapse, Group, SimpleGrid, VisuallyHidden } from '@mantine/core'
import { useDisclosure } from '@mantine/hooks'
import { IconAdjustmentsHorizontal, IconX } from '@tabler/icons-react'
import type { ReactNode } from 'react'
import { FilterInput, type FilterField } from './filter-fields.tsx'
import classes from './filter-bar.module.css'
import { SafeText } from './safe-text.tsx'

type Words = { readonly [name: string]: string | undefined }

export type FilterBarProps = {
  readonly search: FilterField
  readonly fields: readonly FilterField[]
  readonly words: Words
  readonly onChange: (change: Words) => void
  /** What can be done with what is found. */
  readonly actions?: ReactNode
  /** How many there are; told to those who hear the page, too. */
  readonly result?: ReactNode
}

export function FilterBar(props: FilterBarProps) {
  const { search, fields, words, onChange, actions, result } = props
  const [isOpen, { toggle }] = useDisclosure(false)
  const change = (name: string, value: string): void =>
    onChange({ [name]: value === '' ? undefined : value })
  const input = (field: FilterField) => (
    <FilterInput
      key={field.name} field={field} value={words[field.name] ?? ''} onChange={change}
    />
  )
  const others = fields.filter(({ isMain }) => isMain !== true)
  const main = fields.filter(({ isMain }) => isMain === true)
  const n = others.filter(({ name }) => words[name] !== undefined).length
  return (
    <div role="search" className={classes['bar']} aria-label="Filters">
      <div className={classes['line']}>
        <div className={classes['search']}>
          <FilterInput field={search} value={words[search.name] ?? ''} onChange={change} isSearch />
        </div>
        <div className={classes['main']}>{main.map(input)}</div>
        <Button
          variant="default" onClick={toggle} aria-expanded={isOpen} flex="none"
          leftSection={<IconAdjustmentsHorizontal size={16} />}
        >
          {n === 0 ? 'Filters' : `Filters (${n})`}
        </Button>
      </div>
      <Collapse expanded={isOpen}>
        <SimpleGrid cols={{ base: 2, sm: 3, lg: 5 }} spacing="sm">
          <div className={classes['narrow']}>{main.map(input)}</div>
          {others.map(input)}
        </SimpleGrid>
      </Collapse>
      <Group gap="xs" justify="space-between">
        <Group gap={6}>
          <span role="status" className={classes['result']}>{result}</span>
          <Chips {...props} fields={[search, ...fields]} />
        </Group>
        <Group gap="xs">{actions}</Group>
      </Group>
    </div>
  )
}

function Chips({ fields, words, onChange }: FilterBarProps) {
  const set = fields.filter(({ name }) => words[name] !== undefined)
  if (set.length === 0) return null
  return (
    <>
      {set.map(({ name, label, show }) => {
        const value = words[name] ?? ''
        return (
          <Button
            key={name} size="compact-sm" variant="light" radius="xl" maw={320}
            rightSection={<IconX size={13} aria-hidden />}
            onClick={() => onChange({ [name]: undefined })}
          >
            <VisuallyHidden>Take away the filter </VisuallyHidden>
            <span className={classes['chip']}>
              {label}: <SafeText text={show?.(value) ?? value} />
            </span>
          </Button>
        )
      })}
      {set.length < 2 ? null : (
        <Button
          size="compact-sm" variant="subtle"
          onClick={() => onChange(Object.fromEntries(set.map(({ name }) => [name, undefined])))}
        >
          Clear all
        </Button>
      )}
    </>
  )
}
