// What stands where there is nothing yet: why, and what to do about it.

import { Paper, Stack, Text } from '@mantine/core'
import type { ReactNode } from 'react'

export function EmptyNotice({ title, children }: {
  readonly title: string; readonly children?: ReactNode
}) {
  return (
    <Paper withBorder p="xl">
      <Stack gap={4} align="center" ta="center">
        <Text fw={600}>{title}</Text>
        <Text size="sm" c="dimmed" component="div" maw={520}>{children}</Text>
      </Stack>
    </Paper>
  )
}
