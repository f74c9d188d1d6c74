// The policy that decides now.

import { Anchor, Button, Group, Paper, Stack, Text, Title } from '@mantine/core'
import { IconFlask, IconPencil } from '@tabler/icons-react'
import { useSearchWords } from '../../app/search.ts'
import { SafeText } from '../../parts/safe-text.tsx'
import { Time } from '../../parts/time.tsx'
import type { PolicyRow } from './queries.ts'
import { Sentences } from './sentences.tsx'

export function Now({ active, onEdit }: {
  readonly active: PolicyRow; readonly onEdit: () => void
}) {
  const [, change] = useSearchWords()
  const { body, id, version, actor, createdAt } = active
  const { documented } = body
  return (
    <Paper withBorder p="md">
      <Stack gap="md">
        <Group justify="space-between" align="flex-start" gap="sm">
          <div style={{ minWidth: 0, flex: '1 1 300px' }}>
            <Title order={2} size="h4"><SafeText text={body.title} /></Title>
            <Text size="sm" c="dimmed">
              <code>{id}</code> version {version}, chosen by <SafeText text={actor} />
              {actor === 'config' ? null : <> <Time at={createdAt} /></>}
            </Text>
          </div>
          <Group gap="xs">
            <Button
              variant="default" size="sm" leftSection={<IconFlask size={16} />}
              onClick={() => change({ view: 'simulate' })}
            >
              Try another
            </Button>
            <Button size="sm" leftSection={<IconPencil size={16} />} onClick={onEdit}>Edit</Button>
          </Group>
        </Group>
        {documented === undefined ? null : (
          <div>
            {documented.notes.map((note) => (
              <Text key={note} size="sm"><SafeText text={note} /></Text>
            ))}
            <Source text={documented.source} />
          </div>
        )}
        <Sentences policy={body} />
      </Stack>
    </Paper>
  )
}

export function Source({ text }: { readonly text: string }) {
  return (
    <Text size="xs" c="dimmed">
      Source: {text.startsWith('https://') ? (
        <Anchor href={text} target="_blank" rel="noreferrer noopener" fz="inherit">{text}</Anchor>
      ) : text}
    </Text>
  )
}
