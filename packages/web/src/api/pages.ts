// A list of any length, fetched page by page.

import { keepPreviousData, useInfiniteQuery } from '@tanstack/react-query'
import { useCallback, useMemo } from 'react'

export type RowPage<Row> = {
  readonly rows: readonly Row[]
  readonly next?: string | undefined
  /** The search stopped here for now; `next` goes on. */
  readonly scannedUntil?: string | undefined
}

/** Rows that one request asks for. */
export const PAGE_ROWS = 100

/** What a table of pages needs; `more` fetches the next page unless that is under way. */
export function usePages<Row>(
  key: readonly unknown[], fetchPage: (cursor: string | undefined) => Promise<RowPage<Row>>,
) {
  const query = useInfiniteQuery({
    queryKey: key, placeholderData: keepPreviousData, initialPageParam: undefined,
    queryFn: ({ pageParam }: { readonly pageParam: string | undefined }) => fetchPage(pageParam),
    getNextPageParam: ({ next }: RowPage<Row>) => next,
  })
  const { data, hasNextPage, isFetching, fetchNextPage } = query
  const rows = useMemo(() => data?.pages.flatMap((page) => page.rows) ?? [], [data])
  const more = useCallback(() => {
    // What is asked for already is not asked for anew.
    if (hasNextPage && !isFetching) void fetchNextPage({ cancelRefetch: false })
  }, [hasNextPage, isFetching, fetchNextPage])
  return {
    rows, more, hasNextPage, isFetching, error: query.error, isPending: query.isPending,
    isOld: query.isPlaceholderData, refetch: query.refetch,
    scannedUntil: data?.pages.at(-1)?.scannedUntil,
  }
}
