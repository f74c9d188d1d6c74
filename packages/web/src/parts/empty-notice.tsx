// What stands where there is nothing yet: why, and what to do about it.

import { Box, Paper, Stack, Text } from '@mantine/core'
import type { ReactNode } from 'react'

export function EmptyNotice({ title, action, children }: {
  readonly title: string
  /** What is to be pressed. */
  readonly action?: ReactNode
  readonly children?: ReactNode
}) {
  return (
    <Paper withBorder p="xl">
      <Stack gap={4} align="center" ta="center">
        <Text fw={600}>{title}</Text>
        <Text size="sm" c="dimmed" component="div" maw={520}>{children}</Text>
        {action === undefined ? null : <Box mt="sm">{action}</Box>}
      </Stack>
    </Paper>
  )
}
