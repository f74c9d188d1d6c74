// A part of an answer under its heading.

import { Stack, Title } from '@mantine/core'
import type { ReactNode } from 'react'

export function Section({ title, children }: {
  readonly title: string; readonly children: ReactNode
}) {
  return (
    <Stack gap={6} component="section">
      <Title order={3} size="h5">{title}</Title>
      {children}
    </Stack>
  )
}
