// A table of a few rows that scrolls sideways where the screen is narrower, by the keyboard, too;
// or whose rows stand there as cards, so that what can be done with them is in sight.

import { Table, type TableProps } from '@mantine/core'
import { useEffect, useRef } from 'react'
import classes from './wide-table.module.css'

export function WideTable({ label, minWidth, maxHeight, stacks = false, children, ...table }:
TableProps & {
  /** What it lists. */
  readonly label: string
  /** In px; narrower screens scroll. */
  readonly minWidth: number
  /** In px; longer tables scroll. */
  readonly maxHeight?: number
  /** Rows are cards on a phone. @default false */
  readonly stacks?: boolean
}) {
  const frame = useRef<HTMLDivElement>(null)
  useEffect(() => {
    if (stacks && frame.current !== null) nameCells(frame.current)
  })
  return (
    <Table.ScrollContainer
      ref={frame} type="native" minWidth={minWidth} pos="relative" tabIndex={0}
      {...maxHeight === undefined ? {} : { maxHeight }}
      role="group" aria-label={`${label}: scrolls sideways`} className={classes['frame']}
      mod={{ stacks }}
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
