// Which rows of a long table are drawn, which one has the focus, and where they stand.

import { useVirtualizer } from '@tanstack/react-virtual'
import {
  useCallback, useEffect, useEffectEvent, useRef, useState, type RefObject,
} from 'react'
import type { RowSpan } from '../api/long-list.ts'

type Wanted<Row> = {
  /** The rows that there are, from the span's offset on. */
  readonly all: readonly Row[]
  readonly span: RowSpan | undefined
  readonly rowHeight: number
  readonly frame: RefObject<HTMLElement | null>
  /** The row that is open stays in sight, however it was opened. */
  readonly openKey: string | undefined
  readonly onEnd: (() => void) | undefined
}

const OVERSCAN_ROWS = 12
/** The head stands over the rows, so that the last one has to be scrolled further. */
const HEAD_PX = 36
/** Rows before the end at which more are fetched. */
const END_ROWS = 30

export function useRowWindow<Row extends { readonly id: string }>(wanted: Wanted<Row>) {
  const { all, span, rowHeight, frame } = wanted
  const [focused, setFocused] = useState(0)
  const offset = span?.offset ?? 0
  const count = Math.max(span?.end ?? 0, offset + all.length)
  const virtualizer = useVirtualizer({
    count, getScrollElement: () => frame.current, estimateSize: () => rowHeight,
    overscan: OVERSCAN_ROWS, useFlushSync: false, scrollPaddingEnd: HEAD_PX,
    getItemKey: useCallback((index: number) => all[index - offset]?.id ?? index, [all, offset]),
  })
  useHeight(rowHeight, () => virtualizer.measure(), () => virtualizer.scrollToIndex(focused))
  const items = virtualizer.getVirtualItems()
  const shown = items.flatMap(({ index, start, end }) => {
    const row = all[index - offset]
    return row === undefined ? [] : { index, start, end, row }
  })
  useSight(items[0]?.index ?? 0, items.at(-1)?.index ?? 0, wanted)
  const awaited = useRef<number>(undefined)
  useEffect(() => {
    // A row that was gone to is drawn, or even fetched, a little later.
    if (awaited.current !== undefined) focusRow(frame.current, awaited.current)
  })
  const show = (index: number): void => {
    setFocused(index)
    virtualizer.scrollToIndex(index)
  }
  useFollow(wanted, (place) => show(offset + place))
  useStart(span?.name, () => show(0))
  const scrolled = virtualizer.scrollOffset ?? 0
  return {
    shown, height: virtualizer.getTotalSize(), count,
    // Tab leads into the table, wherever it was scrolled to.
    focusable: shown.some(({ index }) => index === focused)
      ? focused : shown.find(({ start }) => start >= scrolled)?.index,
    noteFocus: (index: number): void => {
      awaited.current = undefined
      setFocused(index)
    },
    /** Answers the row, where it is there already. */
    moveTo: (index: number): Row | undefined => {
      const place = Math.max(0, Math.min(count - 1, index))
      show(place)
      // At once where it is drawn: the next key may come before the next frame.
      if (!focusRow(frame.current, place)) awaited.current = place
      return all[place - offset]
    },
  }
}

function useSight<Row>(first: number, last: number, { all, span, onEnd }: Wanted<Row>): void {
  useEffect(() => {
    if (all.length === 0) return
    span?.onSight(first, last)
    if (last >= all.length - END_ROWS) onEnd?.()
  }, [first, last, all.length, span, onEnd])
}

function useFollow<Row extends { readonly id: string }>(
  { all, openKey }: Wanted<Row>, show: (place: number) => void,
): void {
  const follow = useEffectEvent((key: string) => {
    const place = all.findIndex(({ id }) => id === key)
    if (place >= 0) show(place)
  })
  const isEmpty = all.length === 0
  useEffect(() => {
    if (openKey !== undefined && !isEmpty) follow(openKey)
  }, [openKey, isEmpty])
}

/** Rows of another height are laid out a frame later; what had the focus is in sight again. */
function useHeight(rowHeight: number, measure: () => void, keepSight: () => void): void {
  const before = useRef(rowHeight)
  const change = useEffectEvent(measure)
  const keep = useEffectEvent(keepSight)
  useEffect(() => {
    if (before.current === rowHeight) return undefined
    before.current = rowHeight
    change()
    const frame = requestAnimationFrame(() => requestAnimationFrame(() => keep()))
    return () => cancelAnimationFrame(frame)
  }, [rowHeight])
}

/** Another list is seen from its start. */
function useStart(name: string | undefined, start: () => void): void {
  const before = useRef(name)
  const begin = useEffectEvent(start)
  useEffect(() => {
    if (before.current !== name) begin()
    before.current = name
  }, [name])
}

function focusRow(frame: HTMLElement | null, index: number): boolean {
  const row = frame?.querySelector<HTMLElement>(`[data-index="${index}"]`) ?? undefined
  row?.focus({ preventScroll: true })
  return row !== undefined
}
