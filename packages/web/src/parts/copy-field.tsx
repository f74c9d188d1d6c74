// A value to be pasted somewhere else, with a button that copies it.

import { ActionIcon, CopyButton, TextInput, Tooltip } from '@mantine/core'
import { IconCheck, IconCopy } from '@tabler/icons-react'

export function CopyField({ label, value, description }: {
  readonly label: string; readonly value: string; readonly description?: string
}) {
  return (
    <TextInput
      label={label} value={value} readOnly
      styles={{ input: { fontFamily: 'monospace' }, label: { overflowWrap: 'anywhere' } }}
      {...description === undefined ? {} : { description }}
      rightSection={
        <CopyButton value={value}>
          {({ copied, copy }) => (
            <Tooltip label={copied ? 'Copied' : 'Copy'}>
              <ActionIcon variant="subtle" onClick={copy} aria-label={`Copy ${label}`}>
                {copied ? <IconCheck size={16} /> : <IconCopy size={16} />}
              </ActionIcon>
            </Tooltip>
          )}
        </CopyButton>
      }
    />
  )
}
