// A button for what cannot be taken back: it asks once more, where it stands.

import { Button, Group, Text, type ButtonProps } from '@mantine/core'
import { useRef, useState } from 'react'
import { ActionButton } from './action-button.tsx'
import classes from './confirm-button.module.css'
import { focusAgain, takeFocus } from './take-focus.ts'

export function ConfirmButton({ question, yes, why, onConfirm, children, ...rest }: ButtonProps & {
  /** What will happen. */
  readonly question: string
  readonly yes: string
  readonly why?: string | undefined
  readonly onConfirm: () => void
  readonly children: string
}) {
  const [isAsking, setAsking] = useState(false)
  const place = useRef<HTMLDivElement>(null)
  const answer = (isYes: boolean): void => {
    setAsking(false)
    if (isYes) onConfirm()
    // The button that asked is there again, unless nothing is left to be asked.
    setTimeout(() => focusAgain(place.current?.querySelector('button') ?? null))
  }
  return (
    <div ref={place} className={classes['place']}>
      {isAsking ? (
        <Group
          gap="xs" role="group" aria-label={question}
          onKeyDown={(event) => {
            if (event.key !== 'Escape') return
            event.stopPropagation()
            answer(false)
          }}
        >
          <Text size="sm">{question}</Text>
          <Button {...rest} ref={takeFocus} onClick={() => answer(true)}>{yes}</Button>
          <Button {...rest} variant="default" onClick={() => answer(false)}>No</Button>
        </Group>
      ) : (
        <ActionButton {...rest} why={why} onClick={() => setAsking(true)}>{children}</ActionButton>
      )}
    </div>
  )
}
