// Says that something was done, with the way back for a while.

import { Button, Group, Text } from '@mantine/core'
import { notifications } from '@mantine/notifications'
import { SafeText } from './safe-text.tsx'

const SHOWN_MS = 10_000

export function tellDone(text: string, undo?: () => void): void {
  const id = notifications.show({
    color: 'teal', autoClose: SHOWN_MS, withBorder: true, role: 'status',
    closeButtonProps: { 'aria-label': 'Close this note' },
    message: (
      <Group justify="space-between" wrap="nowrap">
        <Text size="sm"><SafeText text={text} /></Text>
        {undo === undefined ? null : (
          <Button
            size="compact-sm" variant="light" flex="none"
            onClick={() => {
              notifications.hide(id)
              undo()
            }}
          >
            Undo
          </Button>
        )}
      </Group>
    ),
  })
}

export function tellFailed(text: string): void {
  notifications.show({
    color: 'red', autoClose: SHOWN_MS, withBorder: true, role: 'alert',
    closeButtonProps: { 'aria-label': 'Close this note' },
    message: <SafeText text={text} />,
  })
}
