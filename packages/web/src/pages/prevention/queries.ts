// What the page of prevention asks.

import { keepPreviousData, queryOptions } from '@tanstack/react-query'
import { answerOf, api } from '../../api/client.ts'
import type { SearchWords } from '../../app/search.ts'
import { rangeOf } from '../../parts/time-range.ts'

export function habitsQuery(time: SearchWords) {
  return queryOptions({
    queryKey: ['overview', 'habits', time], placeholderData: keepPreviousData,
    queryFn: async () => await answerOf(
      api.GET('/v1/advice/habits', { params: { query: rangeOf(time) } })),
  })
}

export const pacingQuery = queryOptions({
  queryKey: ['overview', 'pacing'],
  queryFn: async () => (await answerOf(api.GET('/v1/advice/pacing'))).rows,
})

export const typosQuery = queryOptions({
  queryKey: ['overview', 'typos'],
  queryFn: async () => (await answerOf(
    api.GET('/v1/prevent/typos', { params: { query: { limit: 20 } } }))).rows,
})

export type DomainWords = {
  readonly domain: string
  readonly selectors?: string | undefined
  readonly ips?: string | undefined
  readonly returnPath?: string | undefined
}

export function domainQuery({ domain, selectors, ips, returnPath }: DomainWords) {
  return queryOptions({
    queryKey: ['domain', domain, selectors, ips, returnPath], enabled: domain !== '', retry: false,
    queryFn: async () => await answerOf(api.GET('/v1/prevent/domain', { params: { query: {
      domain,
      ...(selectors === undefined ? {} : { selectors }), ...(ips === undefined ? {} : { ips }),
      ...(returnPath === undefined ? {} : { returnPath }),
    } } })),
  })
}

export function addressQuery(address: string) {
  return queryOptions({
    queryKey: ['advice', address], enabled: address !== '', retry: false,
    queryFn: async () => await answerOf(
      api.GET('/v1/prevent/address', { params: { query: { address } } })),
  })
}

export function reportedDomainsQuery(within: string) {
  return queryOptions({
    queryKey: ['overview', 'reports', within], placeholderData: keepPreviousData,
    queryFn: async () => (await answerOf(
      api.GET('/v1/reports', { params: { query: rangeOf({ within }) } }))).rows,
  })
}

export function reportsQuery({ domain, within }: {
  readonly domain: string; readonly within: string
}) {
  return queryOptions({
    queryKey: ['overview', 'reports', within, domain], placeholderData: keepPreviousData,
    queryFn: async () => await answerOf(api.GET('/v1/reports/{domain}', {
      params: { path: { domain }, query: rangeOf({ within }) },
    })),
  })
}
