// A list and, beside it, what is open of it; where the screen is narrow, the one or the other.

import { Box, CloseButton, Group, Paper, Title } from '@mantine/core'
import { useMediaQuery, useWindowEvent } from '@mantine/hooks'
import { useEffect, useRef, type ReactNode } from 'react'
import { hasOverlay, useFocusBack } from './take-focus.ts'
import classes from './side-pane.module.css'

export function SidePane({ list, pane }: {
  readonly list: ReactNode
  /** Undefined: nothing is open. */
  readonly pane: ReactNode | undefined
}) {
  const isNarrow = useMediaQuery('(max-width: 62em)')
  const isOpen = pane !== undefined
  return (
    <div className={classes['frame']} data-open={isOpen || undefined}>
      <Box miw={0} {...isNarrow && isOpen ? { display: 'none' } : {}}>{list}</Box>
      {pane}
    </div>
  )
}

/** The open thing: its name takes the focus when it opens from the list by the keyboard. */
export function PaneFrame({ title, name, actions, onClose, children }: {
  readonly title: ReactNode
  /** What it is, for those who hear the page. */
  readonly name: string
  readonly actions?: ReactNode
  readonly onClose: () => void
  readonly children: ReactNode
}) {
  const pane = useRef<HTMLDivElement>(null)
  useFocusBack()
  useWindowEvent('keydown', (event) => {
    if (event.key === 'Escape' && !event.defaultPrevented && !hasOverlay()) onClose()
  })
  const isNarrow = useMediaQuery('(max-width: 62em)')
  useEffect(() => {
    if (isNarrow === true) pane.current?.focus()
  }, [isNarrow])
  return (
    <Paper
      ref={pane} component="section" withBorder p="md" className={classes['pane']} tabIndex={-1}
      aria-label={name}
    >
      <Group justify="space-between" align="flex-start" wrap="nowrap" mb="sm">
        <Title order={2} size="h4" className={classes['title']}>{title}</Title>
        <Group gap={4} wrap="nowrap">
          {actions}
          <CloseButton onClick={onClose} aria-label="Close (Esc)" size="md" />
        </Group>
      </Group>
      {children}
    </Paper>
  )
}
