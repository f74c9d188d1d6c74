// A table of any length: only the rows in sight are drawn, more are fetched as the end comes near,
// and the keyboard goes through it (WAI-ARIA grid).

import { useMediaQuery } from '@mantine/hooks'
import { createColumnHelper, tableFeatures, useTable, type Row } from '@tanstack/react-table'
import { useVirtualizer } from '@tanstack/react-virtual'
import {
  useEffect, useMemo, useRef, useState, type KeyboardEvent, type MouseEvent, type ReactNode,
} from 'react'
import classes from './data-table.module.css'

const features = tableFeatures({})

export type TableColumn<Item> = {
  readonly id: string
  readonly header: string
  /** Width as CSS grid track, such as `120px` or `minmax(160px, 1fr)`. */
  readonly width: string
  readonly cell: (item: Item) => ReactNode
  /** Left out where the screen is narrow. */
  readonly wideOnly?: boolean
}

export type DataTableProps<Item> = {
  /** What the rows are, for those who hear the page. */
  readonly label: string
  readonly columns: readonly TableColumn<Item>[]
  readonly rows: readonly Item[]
  readonly keyOf: (item: Item) => string
  readonly onOpen?: ((item: Item, event: MouseEvent | KeyboardEvent) => void) | undefined
  readonly openKey?: string | undefined
  /** Where several can be chosen: those that are. */
  readonly chosenKeys?: ReadonlySet<string> | undefined
  /** Told of the row that the focus goes to while Shift is held. */
  readonly onExtend?: ((item: Item) => void) | undefined
  /** Told when the end of the rows comes near. */
  readonly onEnd?: (() => void) | undefined
  /** Rows that there are in all, where that is known. */
  readonly total?: number | undefined
  /** Keys that the page itself knows, with the row they are pressed on. */
  readonly onKey?: ((event: KeyboardEvent, item: Item) => void) | undefined
  readonly onMenu?: ((event: MouseEvent, item: Item) => void) | undefined
  readonly height?: string
  readonly rowHeight?: number
}

const ROW_PX = 40
const OVERSCAN_ROWS = 12
/** Rows before the end at which more are fetched. */
const END_ROWS = 30

export function DataTable<Item extends object>(props: DataTableProps<Item>) {
  const { rows, keyOf, label, total, height = 'calc(100dvh - 260px)' } = props
  const isNarrow = useMediaQuery('(max-width: 48em)')
  const columns = useMemo(
    () => isNarrow ? props.columns.filter(({ wideOnly }) => wideOnly !== true) : props.columns,
    [isNarrow, props.columns])
  const definitions = useMemo(() => toColumns(columns), [columns])
  const frame = useRef<HTMLDivElement>(null)
  const [focused, setFocused] = useState(0)
  const table = useTable({
    features, data: rows, columns: definitions, getRowId: keyOf,
  })
  const all = table.getRowModel().rows
  const rowHeight = props.rowHeight ?? ROW_PX
  const virtualizer = useVirtualizer({
    count: all.length, getScrollElement: () => frame.current, estimateSize: () => rowHeight,
    overscan: OVERSCAN_ROWS, getItemKey: (index) => all[index]?.id ?? index,
  })
  const shown = virtualizer.getVirtualItems()
  const last = shown.at(-1)?.index ?? 0
  const { onEnd } = props
  useEffect(() => {
    if (rows.length > 0 && last >= rows.length - END_ROWS) onEnd?.()
  }, [last, rows.length, onEnd])
  const moveTo = (index: number, isExtending: boolean): void => {
    const place = Math.max(0, Math.min(all.length - 1, index))
    setFocused(place)
    const item = all[place]?.original
    if (isExtending && item !== undefined) props.onExtend?.(item)
    virtualizer.scrollToIndex(place)
    requestAnimationFrame(() => {
      frame.current?.querySelector<HTMLElement>(`[data-index="${place}"]`)?.focus()
    })
  }
  const template = columns.map(({ width }) => width).join(' ')
  return (
    <div
      ref={frame} role="grid" aria-label={label} className={classes['frame']}
      aria-rowcount={(total ?? rows.length) + 1} style={{ maxHeight: height }}
      {...props.chosenKeys === undefined ? {} : { 'aria-multiselectable': true }}
    >
      <div role="rowgroup" className={classes['head']}>
        <div
          role="row" aria-rowindex={1} className={classes['row']}
          style={{ gridTemplateColumns: template }}
        >
          {columns.map(({ id, header }) => (
            <div key={id} role="columnheader" className={classes['cell']}>{header}</div>
          ))}
        </div>
      </div>
      <div
        role="rowgroup" className={classes['body']}
        style={{ height: virtualizer.getTotalSize() }}
      >
        {shown.map(({ index, start }) => {
          const row = all[index]
          return row === undefined ? null : (
            <BodyRow
              key={row.id} row={row} index={index} start={start} height={rowHeight}
              template={template} isFocusable={index === Math.min(focused, all.length - 1)}
              columns={columns} props={props} moveTo={moveTo} onFocus={() => setFocused(index)}
            />
          )
        })}
      </div>
    </div>
  )
}

type BodyRowProps<Item extends object> = {
  readonly row: Row<typeof features, Item>
  readonly index: number
  readonly start: number
  readonly height: number
  readonly template: string
  readonly columns: readonly TableColumn<Item>[]
  readonly isFocusable: boolean
  readonly props: DataTableProps<Item>
  readonly moveTo: (index: number, isExtending: boolean) => void
  readonly onFocus: () => void
}

function BodyRow<Item extends object>(
  { row, index, start, height, template, columns, isFocusable, props, moveTo, onFocus }:
  BodyRowProps<Item>,
) {
  const { onOpen, onKey, onMenu, openKey, chosenKeys } = props
  const onKeyDown = (event: KeyboardEvent): void => {
    const step = STEPS[event.key]
    if (step !== undefined && !event.ctrlKey && !event.metaKey && !event.altKey) {
      event.preventDefault()
      moveTo(step(index), event.shiftKey)
    } else if (event.key === 'Enter' && event.target === event.currentTarget) {
      onOpen?.(row.original, event)
    } else onKey?.(event, row.original)
  }
  return (
    <div
      role="row" aria-rowindex={index + 2} data-index={index} className={classes['row']}
      tabIndex={isFocusable ? 0 : -1}
      aria-selected={chosenKeys === undefined ? row.id === openKey : chosenKeys.has(row.id)}
      {...row.id === openKey ? { 'aria-current': true } : {}}
      data-clickable={onOpen !== undefined || undefined}
      style={{ gridTemplateColumns: template, height, transform: `translateY(${start}px)` }}
      onFocus={onFocus} onKeyDown={onKeyDown} onClick={(event) => onOpen?.(row.original, event)}
      onContextMenu={(event) => onMenu?.(event, row.original)}
    >
      {columns.map((column) => (
        <div key={column.id} role="gridcell" className={classes['cell']}>
          {column.cell(row.original)}
        </div>
      ))}
    </div>
  )
}

const PAGE_ROWS = 15

const STEPS: Readonly<Record<string, (index: number) => number>> = {
  ArrowDown: (index) => index + 1, j: (index) => index + 1,
  ArrowUp: (index) => index - 1, k: (index) => index - 1,
  PageDown: (index) => index + PAGE_ROWS, PageUp: (index) => index - PAGE_ROWS,
  Home: () => 0, End: () => Number.MAX_SAFE_INTEGER,
}

function toColumns<Item extends object>(columns: readonly TableColumn<Item>[]) {
  const { display } = createColumnHelper<typeof features, Item>()
  return columns.map(({ id, header, cell }) =>
    display({ id, header, cell: ({ row }) => cell(row.original) }))
}
