// What stands where no page is.

import { Anchor, Stack, Text, Title } from '@mantine/core'
import { Link } from '@tanstack/react-router'

export function NotFound() {
  return (
    <Stack gap="xs" py="xl">
      <Title order={1} size="h2">There is no such page</Title>
      <Text>
        The address may be mistyped. <Anchor component={Link} to="/">Go to the overview</Anchor>, or
        press / to search.
      </Text>
    </Stack>
  )
}
