// A part of a page with a name of its own, by which a link leads to it.

import { Paper, Stack, Text, Title } from '@mantine/core'
import { useId, type ReactNode } from 'react'

export function Section({ title, about, children }: {
  readonly title: string; readonly about?: ReactNode; readonly children: ReactNode
}) {
  const id = useId()
  return (
    <Paper component="section" withBorder p="md" id={placeOf(title)} aria-labelledby={id}>
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

/** `Check a domain` → `check-a-domain`. */
function placeOf(title: string): string {
  return title.toLowerCase().replaceAll(/[^a-z0-9]+/g, '-')
}
