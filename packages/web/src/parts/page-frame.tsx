// The head of a page: what it is, what it is for, what can be done.

import { Group, Stack, Text, Title } from '@mantine/core'
import { useDocumentTitle } from '@mantine/hooks'
import type { ReactNode } from 'react'
import classes from './page-frame.module.css'

export function PageFrame({ title, about, actions, children }: {
  readonly title: string
  readonly about?: ReactNode
  /** Buttons, the most important one last. */
  readonly actions?: ReactNode
  readonly children: ReactNode
}) {
  useDocumentTitle(`${title} · Carom`)
  return (
    <Stack gap="md">
      <Group justify="space-between" align="flex-start" gap="sm">
        <div className={classes['words']}>
          <Title order={1} size="h2">{title}</Title>
          {about === undefined ? null : <Text c="dimmed" size="sm" maw={720}>{about}</Text>}
        </div>
        {actions === undefined ? null : <Group gap="xs">{actions}</Group>}
      </Group>
      {children}
    </Stack>
  )
}
