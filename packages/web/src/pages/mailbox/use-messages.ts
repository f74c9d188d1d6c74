// The messages of a folder, page by page as they are needed.

import { keepPreviousData, useInfiniteQuery } from '@tanstack/react-query'
import { useCallback, useMemo } from 'react'
import { fetchMessages, type ListWords, type MailPage } from './queries.ts'

export function useMessages(id: string, list: ListWords) {
  const query = useInfiniteQuery({
    queryKey: ['mail', id, list], placeholderData: keepPreviousData, initialPageParam: undefined,
    queryFn: ({ pageParam }: { readonly pageParam: string | undefined }) =>
      fetchMessages(id, list, pageParam),
    getNextPageParam: ({ next }: MailPage) => next,
  })
  const { data, hasNextPage, isFetching, fetchNextPage } = query
  const rows = useMemo(() => data?.pages.flatMap((page) => page.rows) ?? [], [data])
  const more = useCallback(() => {
    if (hasNextPage && !isFetching) void fetchNextPage({ cancelRefetch: false })
  }, [hasNextPage, isFetching, fetchNextPage])
  return {
    rows, more, total: data?.pages.at(-1)?.total ?? 0, error: query.error,
    isPending: query.isPending,
  }
}
