// One of the boxes that the overview is made of.

import { Group, Paper, Text, Title } from '@mantine/core'
import { useId } from '@mantine/hooks'
import type { ReactNode } from 'react'

export function Section({ title, about, actions, children }: {
  readonly title: string; readonly about?: ReactNode; readonly actions?: ReactNode
  readonly children: ReactNode
}) {
  const id = useId()
  return (
    <Paper withBorder p="md" component="section" aria-labelledby={id} miw={0}>
      <Group justify="space-between" align="flex-start" mb="xs" gap="xs">
        <div>
          <Title order={2} size="h5" id={id}>{title}</Title>
          {about === undefined ? null : <Text size="xs" c="dimmed">{about}</Text>}
        </div>
        {actions}
      </Group>
      {children}
    </Paper>
  )
}
