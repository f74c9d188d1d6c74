// A part of a page with a name of its own.

import { Paper, Stack, Text, Title } from '@mantine/core'
import { useId, type ReactNode } from 'react'

export function Section({ title, about, children }: {
  readonly title: string; readonly about?: ReactNode; readonly children: ReactNode
}) {
  const id = useId()
  return (
    <Paper component="section" withBorder p="md" aria-labelledby={id}>
      <Stack gap="sm">
        <div>
          <Title order={2} size="h4" id={id}>{title}</Title>
          {about === undefined ? null : <Text size="sm" c="dimmed" maw={680}>{about}</Text>}
        </div>
        {children}
      </Stack>
    </Paper>
  )
}
