// A table of any length: only the rows in sight are drawn, more are fetched as the end comes near,
// and the keyboard goes through it (WAI-ARIA grid).

import { VisuallyHidden } from '@mantine/core'
import { useMediaQuery } from '@mantine/hooks'
import { createColumnHelper, tableFeatures, useTable } from '@tanstack/react-table'
import { useEffect, useMemo, useRef, type KeyboardEvent, type MouseEvent } from 'react'
import type { RowSpan } from '../api/long-list.ts'
import { DataRow, type RowEvents, type TableColumn } from './data-row.tsx'
import classes from './data-table.module.css'
import { useRowWindow } from './use-row-window.ts'

export type { TableColumn } from './data-row.tsx'

const features = tableFeatures({})

export type DataTableProps<Item> = {
  /** What the rows are, for those who hear the page. */
  readonly label: string
  readonly columns: readonly TableColumn<Item>[]
  readonly rows: readonly Item[]
  /** They are what was asked for before; what is asked for now is on its way. @default false */
  readonly isOld?: boolean
  readonly keyOf: (item: Item) => string
  readonly onOpen?: ((item: Item, event: MouseEvent | KeyboardEvent) => void) | undefined
  readonly openKey?: string | undefined
  /** Where several can be chosen: those that are. */
  readonly chosenKeys?: ReadonlySet<string> | undefined
  /** Told of the row that the focus goes to while Shift is held. */
  readonly onExtend?: ((item: Item) => void) | undefined
  /** Where `rows` are some of a long list. */
  readonly span?: RowSpan | undefined
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

/** Where the menu leaves a table too little room for all columns. */
export const TABLET = '(max-width: 72.5em)'

const ROW_PX = 40

export function DataTable<Item extends object>(props: DataTableProps<Item>) {
  const { rows, isOld = false, keyOf, label, total, openKey, chosenKeys } = props
  const { height = 'calc(100dvh - 260px)' } = props
  const isNarrow = useMediaQuery('(max-width: 48em)')
  const columns = useMemo(
    () => isNarrow ? props.columns.filter(({ wideOnly }) => wideOnly !== true) : props.columns,
    [isNarrow, props.columns])
  const definitions = useMemo(() => toColumns(columns), [columns])
  const frame = useRef<HTMLDivElement>(null)
  const table = useTable({
    features, data: rows, columns: definitions, getRowId: keyOf,
  })
  const rowHeight = props.rowHeight ?? ROW_PX
  const view = useRowWindow({
    all: table.getRowModel().rows, span: props.span, rowHeight, frame, openKey, onEnd: props.onEnd,
  })
  const moveTo = (index: number, isExtending: boolean): void => {
    const item = view.moveTo(index)?.original
    if (isExtending && item !== undefined) props.onExtend?.(item)
  }
  const events = useRowEvents({ props, moveTo, setFocused: view.noteFocus })
  const template = columns.map(({ width }) => width).join(' ')
  return (
    <div
      ref={frame} role="grid" className={classes['frame']} style={{ maxHeight: height }}
      aria-label={label} aria-busy={isOld} aria-rowcount={(total ?? view.count) + 1}
      {...chosenKeys === undefined ? {} : { 'aria-multiselectable': true }}
    >
      <Head columns={columns} template={template} />
      <div role="rowgroup" className={classes['body']} style={{ height: view.height }}>
        {view.shown.map(({ index, start, row }) => (
          <DataRow
            key={row.id} item={row.original} index={index} start={start} height={rowHeight}
            template={template} columns={columns} events={events}
            isFocusable={index === view.focusable}
            isOpen={row.id === openKey} isSelected={chosenKeys?.has(row.id) ?? row.id === openKey}
            isClickable={props.onOpen !== undefined}
          />
        ))}
      </div>
    </div>
  )
}

function Head<Item>({ columns, template }: {
  readonly columns: readonly TableColumn<Item>[]; readonly template: string
}) {
  return (
    <div role="rowgroup" className={classes['head']}>
      <div
        role="row" aria-rowindex={1} className={classes['row']}
        style={{ gridTemplateColumns: template }}
      >
        {columns.map(({ id, header, isHeaderHidden }) => (
          <div key={id} role="columnheader" className={classes['cell']}>
            {isHeaderHidden === true ? <VisuallyHidden>{header}</VisuallyHidden> : header}
          </div>
        ))}
      </div>
    </div>
  )
}

type Present<Item> = {
  readonly props: DataTableProps<Item>
  readonly moveTo: (index: number, isExtending: boolean) => void
  readonly setFocused: (index: number) => void
}

/** Always the same functions, so that rows stay as they are; they do what is wanted at present. */
function useRowEvents<Item>(present: Present<Item>): RowEvents<Item> {
  const latest = useRef(present)
  useEffect(() => {
    latest.current = present
  })
  return useMemo((): RowEvents<Item> => ({
    focus: (index) => latest.current.setFocused(index),
    press: (event, index, item) => {
      const { moveTo, props: { onOpen, onKey } } = latest.current
      const step = STEPS[event.key]
      if (step !== undefined && !event.ctrlKey && !event.metaKey && !event.altKey) {
        event.preventDefault()
        moveTo(step(index), event.shiftKey)
      } else if (event.key === 'Enter' && event.target === event.currentTarget) {
        onOpen?.(item, event)
      } else onKey?.(event, item)
    },
    click: (event, item) => {
      // What is chosen in a field of the row opens nothing.
      if (event.target instanceof Element && event.target.closest('label') !== null) return
      latest.current.props.onOpen?.(item, event)
    },
    menu: (event, item) => latest.current.props.onMenu?.(event, item),
  }), [])
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
