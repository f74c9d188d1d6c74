// The exact bytes of a message, to be read before they are sent.

import { Button, Collapse, Stack, Text } from '@mantine/core'
import { useDisclosure } from '@mantine/hooks'
import { IconCode } from '@tabler/icons-react'
import { useMemo } from 'react'
import { formatBytes } from '../../parts/numbers.ts'
import { SafeText } from '../../parts/safe-text.tsx'
import classes from './mailbox.module.css'

export function BytesView({ base64, sha256 }: {
  readonly base64: string; readonly sha256?: string | undefined
}) {
  const [isOpen, { toggle }] = useDisclosure(false)
  return (
    <Stack gap={4}>
      <Button
        variant="subtle" size="compact-sm" w="fit-content" onClick={toggle} aria-expanded={isOpen}
        leftSection={<IconCode size={14} />}
      >
        {isOpen ? 'Hide' : 'Show'} the exact bytes
      </Button>
      <Collapse expanded={isOpen}>
        {isOpen ? <Bytes base64={base64} sha256={sha256} /> : null}
      </Collapse>
    </Stack>
  )
}

function Bytes({ base64, sha256 }: {
  readonly base64: string; readonly sha256: string | undefined
}) {
  const bytes = useMemo(() => Uint8Array.from(atob(base64), (char) => char.charCodeAt(0)), [base64])
  const text = useMemo(() => new TextDecoder().decode(bytes).replaceAll('\r\n', '\n'), [bytes])
  return (
    <Stack gap={4}>
      <pre className={classes['bytes']} tabIndex={0} aria-label="Bytes of the message">
        <SafeText text={text} />
      </pre>
      <Text size="xs" c="dimmed">
        {formatBytes(bytes.length)}, shown as UTF-8.{' '}
        {sha256 === undefined ? null : <>SHA-256 <code>{sha256}</code></>}
      </Text>
    </Stack>
  )
}
