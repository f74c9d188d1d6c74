// A rule: which texts it meets, and which reason they mean.

import type { OperatorRule } from '@carom/core'
import {
  Group, SegmentedControl, Select, SimpleGrid, Stack, TagsInput, Text, Textarea, TextInput,
} from '@mantine/core'
import { REASON_CHOICES } from '../../parts/reason-name.tsx'

const KINDS = [
  { value: 'words', label: 'Words in order' },
  { value: 'template', label: 'Whole text' },
]

type ErrorOf = (path: string) => { readonly error?: string }

export type RuleProblems = (path: string) => string | undefined

export function RuleEditor({ rule, isNew, problemOf, onChange }: {
  readonly rule: OperatorRule
  /** Its name may still be chosen. */
  readonly isNew: boolean
  readonly problemOf: RuleProblems
  readonly onChange: (rule: OperatorRule) => void
}) {
  const set = (change: Partial<OperatorRule>): void => onChange({ ...rule, ...change })
  const { match, reason, note = '', id } = rule
  const words = 'words' in match ? match.words : match.template.split('*').map((w) => w.trim())
    .filter((word) => word !== '')
  const error: ErrorOf = (path) => {
    const problem = problemOf(path)
    return problem === undefined ? {} : { error: problem }
  }
  return (
    <Stack gap="sm">
      <SimpleGrid cols={{ base: 1, xs: 2 }}>
        <TextInput
          label="Name of the rule" value={id} disabled={!isNew} {...error('id')}
          onChange={({ currentTarget }) => set({ id: currentTarget.value })}
        />
        <Select
          label="Means" data={REASON_CHOICES} value={reason} searchable allowDeselect={false}
          {...error('reason')}
          onChange={(next) => next !== null && set({ reason: next as OperatorRule['reason'] })}
        />
      </SimpleGrid>
      <Group gap="xs">
        <Text size="sm" fw={600}>Meets</Text>
        <SegmentedControl
          size="xs" aria-label="How texts are met" data={KINDS}
          value={'words' in match ? 'words' : 'template'}
          onChange={(kind) => set({
            match: kind === 'words' ? { words } : { template: `*${words.join('*')}*` },
          })}
        />
      </Group>
      {'words' in match ? (
        <TagsInput
          label="Words or phrases" value={[...match.words]} splitChars={[]} acceptValueOnBlur
          description="Whole words, letters large or small; other words may stand between them."
          clearable clearButtonProps={{ 'aria-label': 'Clear words' }} {...error('match')}
          onChange={(next) => set({ match: { words: next } })}
        />
      ) : (
        <Textarea
          label="Text" value={match.template} autosize minRows={2} maxRows={8}
          description="* stands for anything, also nothing." {...error('match')}
          onChange={({ currentTarget }) => set({ match: { template: currentTarget.value } })}
        />
      )}
      <Narrowing rule={rule} set={set} error={error} />
      <TextInput
        label="Note" value={note} {...error('note')} description="For those who come after you"
        onChange={({ currentTarget }) => set({ note: currentTarget.value })}
      />
    </Stack>
  )
}

function Narrowing({ rule, set, error }: {
  readonly rule: OperatorRule
  readonly set: (change: Partial<OperatorRule>) => void
  readonly error: ErrorOf
}) {
  const { hosts = [], codes = [] } = rule
  return (
    <SimpleGrid cols={{ base: 1, xs: 2 }}>
      <TagsInput
        label="Only from servers" value={[...hosts]} placeholder={hosts.length > 0 ? '' : 'any'}
        description="Ends of their names, such as example.com" acceptValueOnBlur
        clearable clearButtonProps={{ 'aria-label': 'Clear servers' }} {...error('hosts')}
        onChange={(next) => set({ hosts: next })}
      />
      <TagsInput
        label="Only with codes" value={[...codes]} placeholder={codes.length > 0 ? '' : 'any'}
        description="550, 5.1.1, or beginnings: 5, 5.7" acceptValueOnBlur
        clearable clearButtonProps={{ 'aria-label': 'Clear codes' }} {...error('codes')}
        onChange={(next) => set({ codes: next })}
      />
    </SimpleGrid>
  )
}
