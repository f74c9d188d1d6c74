// Going from one open bounce to the next or the one before, by J and K or by buttons.

import { useWindowEvent } from '@mantine/hooks'
import { isTyping } from '../../app/shortcuts.tsx'
import type { EventRow } from '../../parts/event-row.ts'

export type StepTo = {
  /** Undefined: there is none. */
  readonly next: (() => void) | undefined
  readonly previous: (() => void) | undefined
}

export function useNeighbours(
  rows: readonly EventRow[], id: string | undefined, open: (id: string) => void,
): StepTo {
  const place = id === undefined ? -1 : rows.findIndex((row) => row.id === id)
  const to = (row: EventRow | undefined) => row === undefined || id === undefined
    ? undefined : () => open(row.id)
  const next = to(rows[place + 1])
  const previous = place < 1 ? undefined : to(rows[place - 1])
  useWindowEvent('keydown', (event) => {
    if (id === undefined || isTyping(event)) return
    if (event.key === 'j') next?.()
    else if (event.key === 'k') previous?.()
  })
  return { next, previous }
}
