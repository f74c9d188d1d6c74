// What the policy page asks the service.

import type { Policy } from '@carom/core'
import { queryOptions, useMutation, useQueryClient } from '@tanstack/react-query'
import { answerOf, api, type Schema } from '../../api/client.ts'

export type PolicyRow = Omit<Schema<'Policy'>, 'body'> & { readonly body: Policy }
export type PresetRow = Omit<Schema<'Preset'>, 'body'> & { readonly body: Policy }

export type Simulation = Awaited<ReturnType<typeof simulate>>

/** What one policy makes of an address, beside what another makes of it. */
export type SimulatedRow = Simulation['rows'][number]

export const policiesQuery = queryOptions({
  queryKey: ['policies'],
  queryFn: async () => {
    const { active, rows } = await answerOf(api.GET('/v1/policies'))
    return { active: active as PolicyRow, rows: rows as PolicyRow[] }
  },
})

export const presetsQuery = queryOptions({
  queryKey: ['policy-presets'], staleTime: Infinity,
  queryFn: async () => (await answerOf(api.GET('/v1/policies/presets'))).rows as PresetRow[],
})

export type SimulateWords = {
  readonly policy: string | Policy
  readonly against?: string | Policy | undefined
  readonly domain?: string | undefined
  readonly list?: string | undefined
  readonly from?: string | undefined
  readonly until?: string | undefined
}

/** Addresses that a simulation shows. */
const ROWS_MAX = 1_000

export async function simulate({ policy, against, ...words }: SimulateWords) {
  const { domain, list, from, until } = words
  return await answerOf(api.POST('/v1/policies/simulate', { body: {
    policy: policy as string, limit: ROWS_MAX,
    ...against === undefined ? {} : { against: against as string },
    ...domain === undefined ? {} : { domain }, ...list === undefined ? {} : { list },
    ...from === undefined ? {} : { from }, ...until === undefined ? {} : { until },
  } }))
}

export type PutPolicy = {
  readonly policy: string | Policy; readonly activate: boolean; readonly dryRun?: boolean
}

export function usePutPolicy() {
  const client = useQueryClient()
  return useMutation({
    mutationFn: async ({ policy, activate, dryRun = false }: PutPolicy) => await answerOf(
      api.PUT('/v1/policies', { body: { policy: policy as string, activate, dryRun } })),
    onSettled: async () => {
      await Promise.all([['policies'], ['address'], ['overview']]
        .map((queryKey) => client.invalidateQueries({ queryKey })))
    },
  })
}
