// What the page Unmatched asks the service.

import type { OperatorRule } from '@carom/core'
import { queryOptions, useMutation, useQueryClient } from '@tanstack/react-query'
import { answerOf, api, type Schema } from '../../api/client.ts'

export type Cluster = Schema<'UnmatchedCluster'>
export type RuleTest = Schema<'RuleTest'>
export type RuleSet = Omit<Schema<'RuleSet'>, 'rules'> & { readonly rules: readonly OperatorRule[] }

/** Rows that a test shows. */
const ROWS_MAX = 200

export async function fetchClusters(cursor: string | undefined) {
  return await answerOf(api.GET('/v1/unmatched', { params: {
    query: { limit: 100, ...cursor === undefined ? {} : { cursor } },
  } }))
}

export function draftQuery(cluster: string) {
  return queryOptions({
    queryKey: ['rule-draft', cluster], staleTime: Infinity,
    queryFn: async () => {
      const draft = await answerOf(api.POST('/v1/rules/draft', { body: { cluster } }))
      return { ...draft, rule: draft.rule as OperatorRule }
    },
  })
}

export const rulesQuery = queryOptions({
  queryKey: ['rules'],
  queryFn: async () => await answerOf(api.GET('/v1/rules')) as RuleSet,
})

export const ruleVersionsQuery = queryOptions({
  queryKey: ['rules', 'versions'],
  queryFn: async () => (await answerOf(api.GET('/v1/rules/versions'))).rows as RuleSet[],
})

/** `cluster`: its inputs are counted by themselves. */
export async function testRule(
  { rule, cluster }: { readonly rule: OperatorRule; readonly cluster: string | undefined },
) {
  return await answerOf(api.POST('/v1/rules/test', {
    body: { rule: { ...rule }, limit: ROWS_MAX, ...cluster === undefined ? {} : { cluster } },
  }))
}

export function useKeepRule() {
  const client = useQueryClient()
  return useMutation({
    mutationFn: async ({ id, ...rule }: OperatorRule) => await answerOf(
      api.PUT('/v1/rules/{id}', { params: { path: { id } }, body: rule })),
    onSettled: () => client.invalidateQueries({ queryKey: ['rules'] }),
  })
}

export function useRemoveRule() {
  const client = useQueryClient()
  return useMutation({
    mutationFn: async (id: string) => await answerOf(
      api.DELETE('/v1/rules/{id}', { params: { path: { id } } })),
    onSettled: () => client.invalidateQueries({ queryKey: ['rules'] }),
  })
}

/** Which stored inputs are judged again: all, those that nobody could read, those of a rule. */
export type AgainFilter =
  { readonly unmatched: 'also' | 'only' } | { readonly rule: `operator/${string}` }

export async function judgeAgain(
  { filter, dryRun }: { readonly filter: AgainFilter; readonly dryRun: boolean },
) {
  return await answerOf(api.POST('/v1/reclassify', {
    body: { filter, dryRun, sampleLimit: 100 },
  }))
}

/** Switches a rule off, and judges without it what it had read. */
export async function undoRule(id: string) {
  const { rules } = await answerOf(api.GET('/v1/rules')) as RuleSet
  const rule = rules.find((one) => one.id === id)
  if (rule !== undefined) {
    await answerOf(api.PUT('/v1/rules/{id}', {
      params: { path: { id } }, body: { ...rule, enabled: false },
    }))
  }
  return await judgeAgain({ filter: { rule: `operator/${id}` }, dryRun: false })
}
