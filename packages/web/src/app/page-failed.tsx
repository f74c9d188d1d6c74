// What stands where a page broke: what happened, and how to go on.

import { Button, Group, Stack, Text, Title } from '@mantine/core'
import type { ErrorComponentProps } from '@tanstack/react-router'
import { ErrorNotice } from '../parts/error-notice.tsx'

/** What browsers say where a file of the pages is gone: another version is served now. */
const GONE = /dynamically imported module|importing a module script|unable to preload/i

export function PageFailed({ error, reset }: ErrorComponentProps) {
  const isOld = error instanceof Error && GONE.test(error.message)
  return (
    <Stack gap="md" py="xl" role="alert">
      <Title order={1} size="h2">
        {isOld ? 'Carom is newer than this page' : 'This page could not be shown'}
      </Title>
      {isOld
        ? <Text>It was updated, or cannot be reached just now. Load the page anew.</Text>
        : <ErrorNotice error={error} />}
      <Group>
        <Button onClick={() => globalThis.location.reload()}>Load anew</Button>
        {isOld ? null : <Button variant="default" onClick={reset}>Try again</Button>}
      </Group>
    </Stack>
  )
}
