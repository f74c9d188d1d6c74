// Going from one open bounce to the next or the one before, by J and K or by buttons.

import { useWindowEvent } from '@mantine/hooks'
import { useEffect, useRef } from 'react'
import { isTyping } from '../../app/shortcuts.tsx'
import type { EventRow } from '../../parts/event-row.ts'

export type StepTo = {
  /** Undefined: there is none. */
  readonly next: (() => void) | undefined
  readonly previous: (() => void) | undefined
}

const STEPS: Readonly<Record<string, number>> = { j: 1, k: -1 }

export function useNeighbours(
  rows: readonly EventRow[], id: string | undefined, open: (id: string) => void,
): StepTo {
  // Keys may come faster than pages are drawn: the next step begins where the last one went.
  const current = useRef(id)
  useEffect(() => {
    current.current = id
  }, [id])
  const find = (from: string | undefined, by: number): EventRow | undefined => {
    const place = from === undefined ? -1 : rows.findIndex((row) => row.id === from)
    return place < 0 ? undefined : rows[place + by]
  }
  const step = (by: number): void => {
    const row = find(current.current, by)
    if (row === undefined) return
    current.current = row.id
    open(row.id)
  }
  useWindowEvent('keydown', (event) => {
    const by = STEPS[event.key]
    if (by !== undefined && id !== undefined && !isTyping(event)) step(by)
  })
  return {
    next: find(id, 1) === undefined ? undefined : () => step(1),
    previous: find(id, -1) === undefined ? undefined : () => step(-1),
  }
}
