// What the page of webhooks asks the API, and what there is to be told of.

import { queryOptions } from '@tanstack/react-query'
import { answerOf, api } from '../../api/client.ts'

/** So often the state of webhooks is looked at anew while something waits to be delivered. */
const POLL_MS = 5_000

export const endpointsQuery = queryOptions({
  queryKey: ['endpoints'],
  queryFn: async () => (await answerOf(api.GET('/v1/endpoints'))).rows,
  refetchInterval: ({ state: { data = [] } }) =>
    data.some(({ waiting }) => waiting > 0) ? POLL_MS : false,
})

export type Endpoint = Awaited<ReturnType<NonNullable<typeof endpointsQuery.queryFn>>>[number]

/** Sending systems that can be told in their own words. */
export const platformsQuery = queryOptions({
  queryKey: ['endpoint-platforms'],
  queryFn: async () => (await answerOf(api.GET('/v1/endpoints/platforms'))).rows,
  staleTime: Infinity,
})

export type Platform = Awaited<ReturnType<NonNullable<typeof platformsQuery.queryFn>>>[number]

/** A delivery that was given up. */
export type DeadLetter = {
  readonly id: number
  readonly type: string
  readonly orderingKey: string
  readonly attempts: number
  readonly createdAt: string
  readonly finishedAt: string
  readonly lastStatus?: number
  readonly lastError?: string
}

const SHOWN_MAX = 50

export function deadLettersQuery(endpoint: string) {
  return queryOptions({
    queryKey: ['endpoints', 'dead', endpoint],
    queryFn: async () => {
      const query = { endpoint, limit: SHOWN_MAX }
      const { rows, next } =
        await answerOf(api.GET('/v1/dead-letters', { params: { query } }))
      return { rows: rows as unknown as DeadLetter[], isMore: next !== undefined }
    },
  })
}

/** What there is to be told of: its name in the API, and in plain words. */
export const TYPES = [
  ['suppression.added', 'An address gets no more mail'],
  ['suppression.lifted', 'An address may get mail again'],
  ['recipient.failed', 'A message bounced, whatever follows from it'],
  ['recipient.complained', 'Somebody marked a message as spam'],
  ['recipient.unsubscribed', 'Somebody wants no more mail'],
  ['address.*', 'An address is watched, paused or tried again'],
] as const
