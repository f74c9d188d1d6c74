// What stands around the pages before anybody is signed in.

import { Paper, Stack, Text, Title } from '@mantine/core'
import { useDocumentTitle } from '@mantine/hooks'
import type { ReactNode } from 'react'
import classes from './door.module.css'

export function Door({ title, about, children }: {
  readonly title: string; readonly about?: ReactNode; readonly children: ReactNode
}) {
  useDocumentTitle(`${title} · Carom`)
  return (
    <main className={classes['door']}>
      <div className={classes['brand']}>
        <img src="/carom.svg" alt="" width="34" height="34" />
        <Text component="span" size="xl" fw={700}>Carom</Text>
      </div>
      <Paper withBorder p="lg" shadow="xs">
        <Stack gap="md">
          <div>
            <Title order={1} size="h3">{title}</Title>
            {about === undefined ? null : <Text size="sm" c="dimmed" mt={4}>{about}</Text>}
          </div>
          {children}
        </Stack>
      </Paper>
    </main>
  )
}
