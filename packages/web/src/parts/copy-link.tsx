// The address of what is shown, to be passed on.

import { Button } from '@mantine/core'
import { useClipboard } from '@mantine/hooks'
import { IconCheck, IconLink } from '@tabler/icons-react'

export function CopyLink() {
  const { copied, copy } = useClipboard()
  return (
    <Button
      size="compact-sm" variant="default" onClick={() => copy(globalThis.location.href)}
      leftSection={copied ? <IconCheck size={14} /> : <IconLink size={14} />}
    >
      {copied ? 'Copied' : 'Copy link'}
    </Button>
  )
}
