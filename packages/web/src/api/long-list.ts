// A list that may have a million rows: only pages around those in sight are kept, the others are
// fetched anew where somebody scrolls back to them.

import { hashKey, useMutation, useQueryClient } from '@tanstack/react-query'
import { useCallback, useMemo, useState } from 'react'
import { PAGE_ROWS, START, usePages, type FetchPage, type Place } from './pages.ts'

/** Where rows are some of a long list. */
export type RowSpan = {
  /** Which list it is; another one is seen from its start. */
  readonly name: string
  /** Rows of the list before those that are given. */
  readonly offset: number
  /** Rows that the list is known to have, with those that are not given. */
  readonly end: number
  /** Told which rows are in sight. */
  readonly onSight: (first: number, last: number) => void
}

/** Some screens before and after what is seen. */
const PAGES_MAX = 20
/** Rows before an end of those that are kept at which more are fetched. */
const NEAR_ROWS = 30

export function useLongList<Row>(key: readonly unknown[], fetchPage: FetchPage<Row>) {
  const client = useQueryClient()
  const pages = usePages(key, fetchPage, PAGES_MAX)
  const { rows, places, isOld, isFetching, more, back } = pages
  const offset = places[0]?.offset ?? 0
  const known = useKnown(hashKey(key), isOld, places.at(-1), offset + rows.length)
  const { mutate, variables, isPending: isLeaping, error } = useMutation({
    mutationFn: async (place: Place) => {
      const page = await fetchPage(place.cursor)
      client.setQueryData(key, { pages: [page], pageParams: [place] })
    },
  })
  const failedAt = error === null ? undefined : variables
  const onSight = useCallback((first: number, last: number): void => {
    if (isOld || isFetching || isLeaping) return
    const end = offset + rows.length
    if (last < offset - PAGE_ROWS || first > end + PAGE_ROWS) {
      const place = placeOf(known.last, first)
      if (place !== failedAt) mutate(place)
    } else if (first < offset + NEAR_ROWS && offset > 0) back()
    else if (last >= end - NEAR_ROWS) more()
  }, [isOld, isFetching, isLeaping, offset, rows.length, known, failedAt, mutate, more, back])
  const [restarts, setRestarts] = useState(0)
  const restart = useCallback(() => {
    setRestarts((n) => n + 1)
    mutate(START)
  }, [mutate])
  const name = `${restarts} ${known.name}`
  const span = useMemo(
    (): RowSpan => ({ offset, end: known.end, name, onSight }), [offset, known.end, name, onSight])
  return { ...pages, span, restart, error: pages.error ?? error }
}

/** The farthest that was fetched of this list. */
type Known = { readonly name: string; readonly last: Place; readonly end: number }

function useKnown(name: string, isOld: boolean, last: Place | undefined, end: number): Known {
  const [known, setKnown] = useState<Known>({ name, last: START, end: 0 })
  if (isOld || last === undefined) return known
  const isFarther = known.name !== name || last.offset >= known.last.offset
  if (!isFarther || (known.name === name && known.last === last && known.end === end)) return known
  const next = { name, last, end }
  setKnown(next)
  return next
}

/** The page that a row is on. */
function placeOf(last: Place, index: number): Place {
  let place = last
  while (place.before !== undefined && place.offset > index) place = place.before
  return place
}
