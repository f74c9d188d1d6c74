// A table of a few rows that scrolls sideways where the screen is narrower; by the keyboard, too.

import { Table, type TableProps } from '@mantine/core'
import classes from './wide-table.module.css'

export function WideTable({ label, minWidth, maxHeight, children, ...table }: TableProps & {
  /** What it lists. */
  readonly label: string
  /** In px; narrower screens scroll. */
  readonly minWidth: number
  /** In px; longer tables scroll. */
  readonly maxHeight?: number
}) {
  return (
    <Table.ScrollContainer
      type="native" minWidth={minWidth} pos="relative" tabIndex={0}
      {...maxHeight === undefined ? {} : { maxHeight }}
      role="group" aria-label={`${label}: scrolls sideways`} className={classes['frame']}
    >
      <Table aria-label={label} highlightOnHover {...table}>{children}</Table>
    </Table.ScrollContainer>
  )
}
