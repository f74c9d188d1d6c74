// What is known of an address, and its life so far.

import { queryOptions, useQueryClient } from '@tanstack/react-query'
import { useCallback } from 'react'
import { answerOf, api, type Schema } from '../../api/client.ts'
import { usePages } from '../../api/pages.ts'

export type AddressView = Schema<'Address'>
export type StateView = AddressView['states'][number]
export type Entry = Schema<'TimelineEntry'>

const ENTRIES = 100

export function addressQuery(address: string) {
  return queryOptions({
    queryKey: ['address', address],
    queryFn: async () => await answerOf(
      api.GET('/v1/addresses/{address}', { params: { path: { address } } })),
  })
}

/** What was probably meant by an address of which nothing is known. */
export function meantQuery(address: string) {
  return queryOptions({
    queryKey: ['address', address, 'meant'], retry: false,
    queryFn: async () => (await answerOf(
      api.GET('/v1/prevent/address', { params: { query: { address } } }))).suggestion ?? null,
  })
}

export function checkQuery(address: string, list: string) {
  return queryOptions({
    queryKey: ['address', address, 'check', list],
    queryFn: async () => await answerOf(api.GET('/v1/check', { params: { query: {
      address, ...(list === '' ? {} : { list }),
    } } })),
  })
}

export function useTimeline(address: string) {
  return usePages<Entry>(['address', address, 'timeline'], async (cursor) => await answerOf(
    api.GET('/v1/addresses/{address}/timeline', { params: {
      path: { address },
      query: { limit: ENTRIES, ...(cursor === undefined ? {} : { cursor }) },
    } })))
}

/** What the tracks of the policy are called; their ids alone say little. */
export const tracksQuery = queryOptions({
  queryKey: ['policies', 'tracks'], staleTime: 60_000,
  queryFn: async (): Promise<ReadonlyMap<string, string>> => {
    const { active } = await answerOf(api.GET('/v1/policies'))
    const { tracks = [] } = active.body as PolicyBody
    return new Map(tracks.map(({ id, title }) => [id, title]))
  },
})

type PolicyBody = { readonly tracks?: readonly { readonly id: string; readonly title: string }[] }

/** To be called after a change: all that hangs on the address is asked again. */
export function useRefresh(address: string): () => Promise<void> {
  const client = useQueryClient()
  return useCallback(async () => {
    await Promise.all([
      client.invalidateQueries({ queryKey: ['address', address] }),
      client.invalidateQueries({ queryKey: ['suppressions'] }),
    ])
  }, [client, address])
}
