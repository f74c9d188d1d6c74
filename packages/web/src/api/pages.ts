// A list of any length, fetched page by page.

import { keepPreviousData, useInfiniteQuery } from '@tanstack/react-query'
import { useCallback, useMemo } from 'react'

export type RowPage<Row> = {
  readonly rows: readonly Row[]
  readonly next?: string | undefined
  /** The search stopped here for now; `next` goes on. */
  readonly scannedUntil?: string | undefined
}

export type FetchPage<Row> = (cursor: string | undefined) => Promise<RowPage<Row>>

/** Rows that one request asks for. */
export const PAGE_ROWS = 100

/** Where a page begins. A class, so that the query library compares it as one thing. */
export class Place {
  /** Undefined: at the start. */
  readonly cursor: string | undefined
  /** Rows before it. */
  readonly offset: number
  /** The page before. */
  readonly before: Place | undefined

  constructor(cursor?: string, offset: number = 0, before?: Place) {
    this.cursor = cursor
    this.offset = offset
    this.before = before
  }
}

export const START: Place = new Place()

/** What a table of pages needs; `more` fetches the next page unless that is under way. */
export function usePages<Row>(
  key: readonly unknown[], fetchPage: FetchPage<Row>,
  /** The first pages go when there are more. 0: all are kept. */
  pagesMax: number = 0,
) {
  const query = useInfiniteQuery({
    queryKey: key, placeholderData: keepPreviousData, initialPageParam: START, maxPages: pagesMax,
    queryFn: ({ pageParam }: { readonly pageParam: Place }) => fetchPage(pageParam.cursor),
    getNextPageParam: ({ next, rows }: RowPage<Row>, _pages, place: Place) =>
      next === undefined ? undefined : new Place(next, place.offset + rows.length, place),
    getPreviousPageParam: (_page: RowPage<Row>, _pages, place: Place) => place.before,
  })
  const { data, hasNextPage, hasPreviousPage, isFetching, fetchNextPage, fetchPreviousPage } = query
  const rows = useMemo(() => data?.pages.flatMap((page) => page.rows) ?? [], [data])
  const more = useCallback(() => {
    // What is asked for already is not asked for anew.
    if (hasNextPage && !isFetching) void fetchNextPage({ cancelRefetch: false })
  }, [hasNextPage, isFetching, fetchNextPage])
  const back = useCallback(() => {
    if (hasPreviousPage && !isFetching) void fetchPreviousPage({ cancelRefetch: false })
  }, [hasPreviousPage, isFetching, fetchPreviousPage])
  return {
    rows, more, back, hasNextPage, isFetching, error: query.error, isPending: query.isPending,
    isOld: query.isPlaceholderData, scannedUntil: data?.pages.at(-1)?.scannedUntil,
    places: data?.pageParams as readonly Place[] | undefined ?? NO_PLACES,
  }
}

const NO_PLACES: readonly Place[] = []
