// Another policy on your own history: how many addresses would fare otherwise, which, when and why.

import { Alert, Button, Group, Select, Skeleton, Stack, Text, TextInput } from '@mantine/core'
import type { Policy } from '@carom/core'
import { IconFlask } from '@tabler/icons-react'
import { useQuery } from '@tanstack/react-query'
import { useMemo } from 'react'
import { useSearchWords, type SearchWords } from '../../app/search.ts'
import { EmptyNotice } from '../../parts/empty-notice.tsx'
import { ErrorNotice } from '../../parts/error-notice.tsx'
import { ApplyButton, RetroactiveNote } from './apply-button.tsx'
import { presetsQuery, simulate, type PolicyRow, type SimulateWords } from './queries.ts'
import { readDraft } from './read-draft.ts'
import { SimulationView } from './simulation-view.tsx'
import { nameOfVersion } from './versions.tsx'

type Props = {
  readonly active: PolicyRow
  readonly rows: readonly PolicyRow[]
  /** What is being edited; empty where nothing is. */
  readonly text: string
}

const DRAFT = 'draft'

export function Simulate({ active, rows, text }: Props) {
  const [words, change] = useSearchWords()
  const draft = useMemo(() => text === '' ? undefined : readDraft(text).policy, [text])
  const { data: presets } = useQuery(presetsQuery)
  const choices = [
    ...draft === undefined ? [] : [{ value: DRAFT, label: 'What I am editing' }],
    ...rows.map((row) => ({ value: nameOfVersion(row), label: nameOfVersion(row) })),
    ...(presets ?? []).map(({ name, title }) => ({ value: name, label: `${title} (${name})` })),
  ].filter(({ value }, i, all) => all.findIndex((one) => one.value === value) === i)
  const named = (name: string | undefined): Policy | undefined => name === DRAFT ? draft
    : rows.find((row) => nameOfVersion(row) === name)?.body ??
      presets?.find((preset) => preset.name === name)?.body
  const policy = named(words['policy'])
  const against = words['against'] === undefined ? active.body : named(words['against'])
  const isAsked = words['run'] === '1' && policy !== undefined && against !== undefined
  return (
    <Stack gap="md">
      <form onSubmit={(event) => {
        event.preventDefault()
        change({ run: '1' })
      }}>
        <Group gap="sm" align="flex-end">
          <Select
            label="Try" searchable data={choices} value={words['policy'] ?? null} required
            placeholder="A preset or a version" w={{ base: '100%', xs: 280 }}
            onChange={(name) => change({ policy: name ?? undefined })}
          />
          <Select
            label="Beside" searchable data={choices} w={{ base: '100%', xs: 280 }}
            value={words['against'] ?? nameOfVersion(active)} allowDeselect={false}
            onChange={(name) => change({
              against: name === nameOfVersion(active) ? undefined : name ?? undefined,
            })}
          />
          <Narrow words={words} change={change} />
          <Button type="submit" leftSection={<IconFlask size={16} />}>Simulate</Button>
        </Group>
      </form>
      <Text size="sm" c="dimmed" maw={760}>
        Both policies are run over all that happened to every address. Nothing is changed by it.
      </Text>
      {isAsked ? <Run words={{ policy, against, ...narrowed(words) }} /> : (
        <EmptyNotice title="Choose a policy to try">
          A preset, an older version, or what you are editing. You see which addresses would fare
          otherwise, and why, before anything changes.
        </EmptyNotice>
      )}
    </Stack>
  )
}

type Narrowing = Pick<SimulateWords, 'domain' | 'list' | 'from' | 'until'>

function narrowed(words: SearchWords): Narrowing {
  return {
    domain: words['domain'], list: words['list'],
    from: words['from'] === undefined ? undefined : `${words['from']}T00:00:00Z`,
    until: words['until'] === undefined ? undefined : `${words['until']}T00:00:00Z`,
  }
}

function Narrow({ words, change }: {
  readonly words: SearchWords; readonly change: (words: SearchWords) => void
}) {
  const field = (name: string, label: string, type: 'text' | 'date') => (
    <TextInput
      label={label} type={type} size="sm" w={150} defaultValue={words[name] ?? ''}
      onBlur={({ currentTarget }) => change({ [name]: currentTarget.value.trim() || undefined })}
    />
  )
  return (
    <>
      {field('domain', 'Only domain', 'text')}{field('list', 'Only list', 'text')}
      <Group gap="sm" align="flex-end">
        {field('from', 'From', 'date')}{field('until', 'Until', 'date')}
      </Group>
    </>
  )
}

function Run({ words }: { readonly words: SimulateWords }) {
  const { data, error, isFetching } = useQuery({
    queryKey: ['policy-simulation', words], staleTime: 60_000,
    queryFn: async () => await simulate(words),
  })
  if (error !== null) return <ErrorNotice error={error} />
  if (data === undefined) {
    return <Skeleton h={320} role="status" aria-label="The history is replayed" />
  }
  const { policy } = words
  return (
    <Stack gap="md" aria-busy={isFetching}>
      <SimulationView result={data} />
      {typeof policy === 'string' ? null : (
        <Alert color="gray" title="Shall it decide?">
          <Stack gap="xs">
            <RetroactiveNote />
            <Group><ApplyButton policy={policy} /></Group>
          </Stack>
        </Alert>
      )}
    </Stack>
  )
}
