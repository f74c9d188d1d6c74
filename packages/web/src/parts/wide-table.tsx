// A table whose rows are cards where a phone is narrower, so that nothing of them is out of sight
// (WCAG 1.4.10); between a phone and its own width it scrolls sideways, by the keyboard, too.

import { Table, type TableProps } from '@mantine/core'
import { useEffect, useRef } from 'react'
import classes from './wide-table.module.css'

/** In px; a table that needs no more stays one on a phone, too. */
const PHONE_WIDTH = 330

export function WideTable({
  label, minWidth, maxHeight, isLong = false, children, ...table
}: TableProps & {
  /** What it lists. */
  readonly label: string
  /** In px; narrower screens scroll. */
  readonly minWidth: number
  /** In px; longer tables scroll. */
  readonly maxHeight?: number
  /** It is what its page is for: as high as the screen, under a head that stays. @default false */
  readonly isLong?: boolean
}) {
  const stacks = minWidth > PHONE_WIDTH
  const frame = useRef<HTMLDivElement>(null)
  useEffect(() => {
    if (stacks && frame.current !== null) nameCells(frame.current)
  })
  return (
    <Table.ScrollContainer
      ref={frame} type="native" minWidth={minWidth} pos="relative" tabIndex={0}
      {...maxHeight === undefined ? {} : { maxHeight }}
      role="group" aria-label={`${label}: scrolls sideways`} className={classes['frame']}
      mod={{ stacks, long: isLong }}
    >
      <Table aria-label={label} highlightOnHover {...table}>{children}</Table>
    </Table.ScrollContainer>
  )
}

/** What heads a column stands before each of its cells, and what is laid out anew stays a table. */
function nameCells(frame: HTMLElement): void {
  const heads = [...frame.querySelectorAll('th')].map((head) => head.textContent)
  for (const [selector, role] of ROLES) {
    for (const part of frame.querySelectorAll(selector)) part.setAttribute('role', role)
  }
  for (const row of frame.querySelectorAll('tbody tr')) {
    for (const [i, cell] of [...row.querySelectorAll('td')].entries()) {
      cell.dataset['head'] = heads[i] ?? ''
    }
  }
}

const ROLES = [
  ['table', 'table'], ['thead, tbody', 'rowgroup'], ['tr', 'row'], ['th', 'columnheader'],
  ['td', 'cell'],
] as const
