// Some lines to be copied into a file or a program.

import { Button, CopyButton, Group, Text } from '@mantine/core'
import { IconCheck, IconCopy } from '@tabler/icons-react'
import classes from './evidence-text.module.css'

export function CodeSample({ label, code }: {
  /** Where it goes. */
  readonly label: string
  readonly code: string
}) {
  return (
    <div>
      <Group justify="space-between" mb={4}>
        <Text size="sm" fw={500}>{label}</Text>
        <CopyButton value={code}>
          {({ copied, copy }) => (
            <Button
              size="compact-sm" variant="default" onClick={copy} aria-label={`Copy ${label}`}
              leftSection={copied ? <IconCheck size={14} /> : <IconCopy size={14} />}
            >
              {copied ? 'Copied' : 'Copy'}
            </Button>
          )}
        </CopyButton>
      </Group>
      <pre className={classes['text']} tabIndex={0} aria-label={label}>{code}</pre>
    </div>
  )
}
