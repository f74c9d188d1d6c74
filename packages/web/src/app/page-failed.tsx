// What stands where a page broke: what happened, and how to go on.

import { Button, Group, Stack, Title } from '@mantine/core'
import type { ErrorComponentProps } from '@tanstack/react-router'
import { ErrorNotice } from '../parts/error-notice.tsx'

export function PageFailed({ error, reset }: ErrorComponentProps) {
  return (
    <Stack gap="md" py="xl">
      <Title order={1} size="h2">This page could not be shown</Title>
      <ErrorNotice error={error} />
      <Group>
        <Button onClick={reset}>Try again</Button>
        <Button variant="default" onClick={() => globalThis.location.reload()}>Load anew</Button>
      </Group>
    </Stack>
  )
}
