// The time that the overview looks back over.

import { Group, SegmentedControl, TextInput } from '@mantine/core'
import type { SearchWords } from '../../app/search.ts'
import { timeOf } from './queries.ts'

const OWN = 'own'
const CHOICES = [
  { value: '24h', label: '24 h' }, { value: '7d', label: '7 days' },
  { value: '30d', label: '30 days' }, { value: '90d', label: '90 days' },
  { value: OWN, label: 'Own' },
]

const MONTH_MS = 30 * 86_400_000

export function RangePicker({ words, onChange }: {
  readonly words: SearchWords; readonly onChange: (change: SearchWords) => void
}) {
  const { within = OWN } = timeOf(words)
  return (
    <Group gap="xs" align="flex-end">
      {within === OWN ? (
        <>
          <Day name="from" label="From" words={words} onChange={onChange} />
          <Day name="until" label="Until" words={words} onChange={onChange} />
        </>
      ) : null}
      <SegmentedControl
        data={CHOICES} value={within} aria-label="Time" size="xs"
        onChange={(next) => onChange(next === OWN
          ? { within: undefined, from: dayOf(Date.now() - MONTH_MS), until: dayOf(Date.now()) }
          : { within: next, from: undefined, until: undefined })}
      />
    </Group>
  )
}

function Day({ name, label, words, onChange }: {
  readonly name: 'from' | 'until'; readonly label: string
  readonly words: SearchWords; readonly onChange: (change: SearchWords) => void
}) {
  return (
    <TextInput
      type="date" size="xs" label={label} value={words[name]?.slice(0, DAY_CHARS) ?? ''}
      onChange={(event) => onChange({ [name]: event.currentTarget.value || undefined })}
    />
  )
}

const DAY_CHARS = '2026-11-27'.length

function dayOf(ms: number): string {
  return new Date(ms).toISOString().slice(0, DAY_CHARS)
}
