// A button for what cannot be taken back: it asks once more, where it stands.

import { Button, Group, Text, type ButtonProps } from '@mantine/core'
import { useState } from 'react'
import { ActionButton } from './action-button.tsx'
import { takeFocus } from './take-focus.ts'

export function ConfirmButton({ question, yes, why, onConfirm, children, ...rest }: ButtonProps & {
  /** What will happen. */
  readonly question: string
  readonly yes: string
  readonly why?: string | undefined
  readonly onConfirm: () => void
  readonly children: string
}) {
  const [isAsking, setAsking] = useState(false)
  if (!isAsking) {
    return (
      <ActionButton {...rest} why={why} onClick={() => setAsking(true)}>{children}</ActionButton>
    )
  }
  return (
    <Group
      gap="xs" role="group" aria-label={question}
      onKeyDown={(event) => {
        if (event.key !== 'Escape') return
        event.stopPropagation()
        setAsking(false)
      }}
    >
      <Text size="sm">{question}</Text>
      <Button
        {...rest} ref={takeFocus}
        onClick={() => {
          setAsking(false)
          onConfirm()
        }}
      >
        {yes}
      </Button>
      <Button {...rest} variant="default" onClick={() => setAsking(false)}>No</Button>
    </Group>
  )
}
