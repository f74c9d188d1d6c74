// A table of a few rows that scrolls sideways where the screen is narrower; by the keyboard, too.

import { Table } from '@mantine/core'
import type { ReactNode } from 'react'
import classes from './wide-table.module.css'

export function WideTable({ label, minWidth, children }: {
  /** What it lists. */
  readonly label: string
  /** In px; narrower screens scroll. */
  readonly minWidth: number
  readonly children: ReactNode
}) {
  return (
    <Table.ScrollContainer
      type="native" minWidth={minWidth} pos="relative" tabIndex={0}
      role="group" aria-label={`${label}: scrolls sideways`} className={classes['frame']}
    >
      <Table aria-label={label} highlightOnHover>{children}</Table>
    </Table.ScrollContainer>
  )
}
