// What the overview shows, over the time that the address of the page names.

import { keepPreviousData, useQuery } from '@tanstack/react-query'
import { answerOf, api, type Schema } from '../../api/client.ts'
import type { SearchWords } from '../../app/search.ts'
import { rangeOf, WITHIN } from '../../parts/time-range.ts'

export type Overview = Schema<'Overview'>

const USUAL = '7d'

/** The words of the time, with what is usual where they say nothing. */
export function timeOf({ within, from, until }: SearchWords): SearchWords {
  if (within !== undefined) return { within: Object.hasOwn(WITHIN, within) ? within : USUAL }
  return from === undefined && until === undefined ? { within: USUAL } : { from, until }
}

export function useOverview(words: SearchWords) {
  const { list } = words
  const time = timeOf(words)
  return useQuery({
    queryKey: ['overview', time, list], placeholderData: keepPreviousData,
    queryFn: async () => await answerOf(api.GET('/v1/overview', { params: { query: {
      ...rangeOf(time), ...(list === undefined ? {} : { list }),
    } } })),
  })
}
