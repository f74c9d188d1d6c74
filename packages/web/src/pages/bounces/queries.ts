// The bounces that a filter finds, and whether newer ones came in meanwhile.

import { queryOptions, useQuery } from '@tanstack/react-query'
import { useEffect } from 'react'
import { answerOf, api } from '../../api/client.ts'
import { useLongList } from '../../api/long-list.ts'
import { PAGE_ROWS, type RowPage } from '../../api/pages.ts'
import type { SearchWords } from '../../app/search.ts'
import { toEventRow, type EventRow } from '../../parts/event-row.ts'
import { filterKey, toQuery } from './filters.ts'

/** A search that has found fewer goes on by itself: the screen is not full. */
const FULL_ROWS = 50

/**
 * The rows stay as they are while they are read: what comes in is offered, and shown when asked
 * for. So their key is none that live news refresh.
 */
export function useBounces(words: SearchWords) {
  const key = filterKey(words)
  const found = useLongList(['event-rows', key], (cursor) => fetchRows(words, cursor))
  const { rows, more, hasNextPage, isFetching } = found
  useEffect(() => {
    if (rows.length < FULL_ROWS && hasNextPage && !isFetching) more()
  }, [rows.length, hasNextPage, isFetching, more])
  return found
}

async function fetchRows(
  words: SearchWords, cursor: string | undefined,
): Promise<RowPage<EventRow>> {
  const { rows, next, scannedUntil } = await answerOf(api.GET('/v1/events', { params: { query: {
    ...toQuery(words), limit: PAGE_ROWS, ...(cursor === undefined ? {} : { cursor }),
  } } }))
  return { rows: rows.map(toEventRow), next, scannedUntil }
}

/** How many match, and the newest of them; made anew as bounces come in. */
export function useBounceCount(words: SearchWords) {
  return useQuery({
    queryKey: ['events', 'count', filterKey(words)],
    queryFn: async () => {
      const { rows, count } = await answerOf(api.GET('/v1/events', { params: { query: {
        ...toQuery(words), limit: 1, count: true,
      } } }))
      return { newest: rows[0]?.seq, count }
    },
  })
}

/** One event; from the list where it is there already. */
export function eventQuery(id: string) {
  return queryOptions({
    queryKey: ['events', 'one', id],
    queryFn: async () => toEventRow(await answerOf(
      api.GET('/v1/events/{id}', { params: { path: { id } } }))),
  })
}

export function messageQuery(id: string) {
  return queryOptions({
    queryKey: ['events', 'message', id], staleTime: 60_000,
    queryFn: async () => await answerOf(
      api.GET('/v1/events/{id}/message', { params: { path: { id } } })),
  })
}
