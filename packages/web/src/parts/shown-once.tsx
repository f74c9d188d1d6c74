// A secret that is told once: to be copied now, and then put away.

import { Alert, Button, Group, Stack, Text } from '@mantine/core'
import { IconKey } from '@tabler/icons-react'
import { useEffect, useRef, type ReactNode } from 'react'

export function ShownOnce({ title, about, onDone, children }: {
  readonly title: string
  readonly about: ReactNode
  readonly onDone: () => void
  /** The secret, in a field that copies it. */
  readonly children: ReactNode
}) {
  const notice = useRef<HTMLDivElement>(null)
  // It stands where the form was: who cannot see it is led to it.
  useEffect(() => notice.current?.focus(), [])
  return (
    <Alert
      ref={notice} tabIndex={-1} color="yellow" icon={<IconKey size={20} />} title={title}
      role="group" aria-label={title}
    >
      <Stack gap="sm">
        <Text size="sm">{about}</Text>
        {children}
        <Group><Button size="sm" onClick={onDone}>I have kept it</Button></Group>
      </Stack>
    </Alert>
  )
}
