// One row of a table: drawn anew only when it changed itself, so that scrolling draws new rows
// alone.

import { memo, type KeyboardEvent, type MouseEvent, type ReactNode } from 'react'
import classes from './data-table.module.css'

export type TableColumn<Item> = {
  readonly id: string
  readonly header: string
  /** Its header is for those who hear the page only. */
  readonly isHeaderHidden?: boolean
  /** Width as CSS grid track, such as `120px` or `minmax(160px, 1fr)`. */
  readonly width: string
  readonly cell: (item: Item) => ReactNode
  /** Left out where the screen is narrow. */
  readonly wideOnly?: boolean
}

/** What happens on rows; the same object for as long as the table stands. */
export type RowEvents<Item> = {
  readonly focus: (index: number) => void
  readonly press: (event: KeyboardEvent, index: number, item: Item) => void
  readonly click: (event: MouseEvent, item: Item) => void
  readonly menu: (event: MouseEvent, item: Item) => void
}

type DataRowProps<Item> = {
  readonly item: Item
  readonly index: number
  readonly start: number
  readonly height: number
  readonly template: string
  readonly columns: readonly TableColumn<Item>[]
  readonly isFocusable: boolean
  readonly isOpen: boolean
  readonly isSelected: boolean
  readonly isClickable: boolean
  readonly events: RowEvents<Item>
}

function Row<Item>({ item, index, start, height, template, columns, events, ...is }:
  DataRowProps<Item>) {
  return (
    <div
      role="row" aria-rowindex={index + 2} data-index={index} className={classes['row']}
      tabIndex={is.isFocusable ? 0 : -1} aria-selected={is.isSelected}
      {...is.isOpen ? { 'aria-current': true } : {}} data-clickable={is.isClickable || undefined}
      style={{ gridTemplateColumns: template, height, transform: `translateY(${start}px)` }}
      onFocus={() => events.focus(index)} onKeyDown={(event) => events.press(event, index, item)}
      onClick={(event) => events.click(event, item)}
      onContextMenu={(event) => events.menu(event, item)}
    >
      {columns.map((column) => (
        <div key={column.id} role="gridcell" className={classes['cell']}>{column.cell(item)}</div>
      ))}
    </div>
  )
}

export const DataRow = memo(Row) as typeof Row
