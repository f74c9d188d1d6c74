// The presets: policies of known systems, each with what it does and how it differs from yours.

import { Button, Group, Paper, Skeleton, Stack, Text, Title, UnstyledButton } from '@mantine/core'
import { IconFlask, IconPencil } from '@tabler/icons-react'
import { useQuery } from '@tanstack/react-query'
import { useSearchWords } from '../../app/search.ts'
import { EmptyNotice } from '../../parts/empty-notice.tsx'
import { ErrorNotice } from '../../parts/error-notice.tsx'
import { FilterInput } from '../../parts/filter-fields.tsx'
import { PaneFrame, SidePane } from '../../parts/side-pane.tsx'
import { ApplyButton, RetroactiveNote } from './apply-button.tsx'
import { describePolicy, describeTrack } from './describe.ts'
import { DiffView } from './diff-view.tsx'
import { Source } from './now.tsx'
import classes from './policy.module.css'
import { presetsQuery, type PolicyRow, type PresetRow } from './queries.ts'
import { Sentences } from './sentences.tsx'

type Props = { readonly active: PolicyRow; readonly onEdit: (policy: PresetRow['body']) => void }

export function Presets({ active, onEdit }: Props) {
  const [words, change] = useSearchWords()
  const { data, error } = useQuery(presetsQuery)
  if (error !== null) return <ErrorNotice error={error} />
  if (data === undefined) return <Skeleton h={400} />
  const find = (words['find'] ?? '').toLowerCase()
  const rows = data.filter(({ name, title, body }) =>
    `${name} ${title} ${body.documented?.notes.join(' ')}`.toLowerCase().includes(find))
  const open = data.find(({ name }) => name === words['preset'])
  return (
    <SidePane
      list={(
        <Stack gap="sm">
          <Group>
            <FilterInput
              field={{ name: 'find', label: 'Find a preset', kind: 'text' }} isSearch
              value={words['find'] ?? ''}
              onChange={(name, value) => change({ [name]: value === '' ? undefined : value })}
            />
            <Text size="sm" c="dimmed" mt={24} role="status">{rows.length} of {data.length}</Text>
          </Group>
          {rows.length === 0 ? <EmptyNotice title="No preset has this in it" /> : (
            <div className={classes['presets']}>
              {rows.map((preset) => (
                <UnstyledButton
                  key={preset.name} className={classes['preset']} aria-pressed={preset === open}
                  onClick={() => change({ preset: preset.name })}
                >
                  <Text size="sm" fw={600}>
                    {preset.title}{preset.name === active.id ? ' (decides now)' : ''}
                  </Text>
                  <Text size="xs" c="dimmed" lineClamp={3}>{firstWords(preset)}</Text>
                </UnstyledButton>
              ))}
            </div>
          )}
        </Stack>
      )}
      pane={open === undefined ? undefined
        : <Pane key={open.name} preset={open} active={active} onEdit={onEdit} />}
    />
  )
}

function firstWords({ body }: PresetRow): string {
  const [track] = body.tracks
  return body.documented?.notes[0] ?? (track === undefined ? '' : describeTrack(track).sentence)
}

function Pane({ preset, active, onEdit }: Props & { readonly preset: PresetRow }) {
  const [, change] = useSearchWords()
  const { name, title, body, source } = preset
  return (
    <PaneFrame title={title} name="Preset" onClose={() => change({ preset: undefined })}>
      <Stack gap="md">
        {body.documented?.notes.map((note) => <Text key={note} size="sm">{note}</Text>)}
        {source === undefined ? null : <Source text={source} />}
        <Group gap="xs">
          <Button
            variant="default" leftSection={<IconFlask size={16} />}
            onClick={() => change({ view: 'simulate', policy: name, run: '1' })}
          >
            Simulate
          </Button>
          <Button
            variant="default" leftSection={<IconPencil size={16} />} onClick={() => onEdit(body)}
          >
            Edit a copy
          </Button>
          <ApplyButton policy={body} />
        </Group>
        <RetroactiveNote />
        <div>
          <Title order={3} size="h5" mb={6}>What would change for you</Title>
          <DiffView
            before={describePolicy(active.body)} after={describePolicy(body)}
            label="Sentences that differ"
          />
        </div>
        <Paper withBorder p="sm"><Sentences policy={body} /></Paper>
      </Stack>
    </PaneFrame>
  )
}
