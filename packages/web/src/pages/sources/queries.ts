// What the page of sources asks the API.

import { queryOptions } from '@tanstack/react-query'
import { answerOf, api, type Schema } from '../../api/client.ts'

export type Guide = Schema<'SourceGuide'>

export const sourcesQuery = queryOptions({
  queryKey: ['sources', 'health'], refetchInterval: 30_000,
  queryFn: async () => (await answerOf(api.GET('/v1/sources/health'))).rows,
})

export type Activity = Schema<'SourceActivity'>

export function activityQuery(id: string) {
  return queryOptions({
    queryKey: ['sources', 'activity', id],
    queryFn: () => answerOf(api.GET('/v1/sources/{id}/activity', { params: { path: { id } } })),
  })
}

/** Guides with the values of a source of this name. */
export function guidesQuery(name: string) {
  return queryOptions({
    queryKey: ['guides', name], staleTime: Infinity,
    queryFn: async () => {
      const query = name === '' ? {} : { name }
      return (await answerOf(api.GET('/v1/sources/guides', { params: { query } }))).rows
    },
  })
}

export function testSource(id: string) {
  return answerOf(api.POST('/v1/sources/{id}/test', { params: { path: { id } } }))
}
