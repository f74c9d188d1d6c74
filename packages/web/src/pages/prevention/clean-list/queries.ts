// Uploaded lists as the API has them.

import { queryOptions } from '@tanstack/react-query'
import { answerOf, api, sendFile, type Schema } from '../../../api/client.ts'

export type ListJob = Schema<'ListJob'>
export type CleanOptions = NonNullable<ListJob['options']>

/** How often a check that runs is looked at. */
const POLL_MS = 700

export function isBusy({ state }: ListJob): boolean {
  return state === 'waiting' || state === 'running'
}

export const jobsQuery = queryOptions({
  queryKey: ['clean-lists'],
  queryFn: async () => (await answerOf(api.GET('/v1/prevent/lists'))).rows,
})

export function jobQuery(id: string) {
  return queryOptions({
    queryKey: ['clean-lists', id], retry: false, staleTime: 0,
    refetchInterval: ({ state: { data } }) => data !== undefined && isBusy(data) ? POLL_MS : false,
    queryFn: async () => await answerOf(
      api.GET('/v1/prevent/lists/{id}', { params: { path: { id } } })),
  })
}

export async function upload(file: File, signal: AbortSignal): Promise<ListJob> {
  const name = encodeURIComponent(file.name.toWellFormed().replaceAll(/\p{Cc}/gu, ' '))
  return await sendFile(`/v1/prevent/lists?name=${name}`, file, signal) as ListJob
}

export async function start(id: string, options: CleanOptions): Promise<ListJob> {
  return await answerOf(api.POST('/v1/prevent/lists/{id}/start', {
    params: { path: { id } }, body: options,
  }))
}

export async function cancel(id: string): Promise<ListJob> {
  return await answerOf(
    api.POST('/v1/prevent/lists/{id}/cancel', { params: { path: { id } } }))
}

export async function remove(id: string): Promise<void> {
  await answerOf(api.DELETE('/v1/prevent/lists/{id}', { params: { path: { id } } }))
}
