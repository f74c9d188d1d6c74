// A form that a press opened within the page: its first field takes the focus, Escape closes it,
// and the focus goes back.

import { Box } from '@mantine/core'
import { useEffect, useRef, type ReactNode } from 'react'
import classes from './opened.module.css'
import { hasOverlay, useFocusBack } from './take-focus.ts'

export function Opened({ onClose, children }: {
  readonly onClose: () => void; readonly children: ReactNode
}) {
  const place = useRef<HTMLDivElement>(null)
  useFocusBack()
  useEffect(() => {
    const field = place.current?.querySelector<HTMLElement>('input:not([type=file]),textarea')
    const isTaken = place.current?.contains(document.activeElement) === true
    if (!isTaken) (field ?? place.current)?.focus()
  }, [])
  return (
    <Box
      ref={place} role="group" tabIndex={-1} className={classes['place']}
      onKeyDown={(event) => {
        if (event.key !== 'Escape' || event.defaultPrevented || hasOverlay()) return
        event.stopPropagation()
        onClose()
      }}
    >
      {children}
    </Box>
  )
}
