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

export async function testRule(rule: OperatorRule) {
  return await answerOf(api.POST('/v1/rules/test', {
    body: { rule: { ...rule }, limit: ROWS_MAX },
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

export async function judgeAgain(dryRun: boolean) {
  return await answerOf(api.POST('/v1/reclassify', {
    body: { filter: { unmatched: 'also' }, dryRun, sampleLimit: 100 },
  }))
}
