// What processing the marked messages would do, and doing it.

import { queryOptions, useMutation, useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import { answerOf, api } from '../../api/client.ts'
import type { BounceRow } from './queries.ts'
import type { HonestReason } from './words.ts'

/** Conditions that a person who knows the message may lift. */
export type Liftable = 'age' | 'no-reply' | 'spam' | 'our-recipient' | 'not-blocked'

export type Wording = { readonly reason?: HonestReason; readonly headersOnly?: boolean }

export type PlanItem = {
  readonly row: BounceRow
  /** With it the same bytes are made again. */
  readonly plannedAt: string
  readonly lift: readonly Liftable[]
}

export type Plan = { readonly items: readonly PlanItem[]; readonly left: number }

export function planQuery(id: string, wording: Wording) {
  return queryOptions({
    queryKey: ['bounce-plan', id, wording], staleTime: Infinity, gcTime: 0,
    queryFn: async (): Promise<Plan> => {
      const { rows, plannedAt, left } = await answerOf(api.POST('/v1/bounces', {
        body: { mailbox: id, marked: true, dryRun: true, showBytes: true, lift: [], ...wording },
      }))
      return { items: rows.map((row) => ({ row, plannedAt, lift: [] })), left }
    },
  })
}

/** The plan of one message anew, with conditions lifted. */
export function useLift(id: string, wording: Wording) {
  const client = useQueryClient()
  const { queryKey } = planQuery(id, wording)
  return useMutation({
    mutationFn: async ({ key, lift }: { readonly key: string; readonly lift: Liftable[] }) =>
      await answerOf(api.POST('/v1/bounces', {
        body: { mailbox: id, keys: [key], dryRun: true, showBytes: true, lift, ...wording },
      })),
    onSuccess: ({ rows: [row], plannedAt }, { key, lift }) => {
      client.setQueryData<Plan>(queryKey, (before) => before && {
        ...before, items: before.items.map((item) =>
          item.row.key === key && row !== undefined ? { row, plannedAt, lift } : item),
      })
    },
  })
}

/** Sends what was planned; what came of each message by its key. */
export function useCarryOut(id: string, wording: Wording) {
  const client = useQueryClient()
  const [outcomes, setOutcomes] = useState<ReadonlyMap<string, BounceRow>>(new Map())
  const mutation = useMutation({
    mutationFn: async (items: readonly PlanItem[]) => {
      for (const group of groupsOf(items)) {
        const [first] = group
        if (first === undefined) continue
        const { rows } = await answerOf(api.POST('/v1/bounces', { body: {
          mailbox: id, keys: group.map(({ row }) => row.key), dryRun: false, showBytes: false,
          lift: [...first.lift], plannedAt: first.plannedAt, ...wording,
        } }))
        setOutcomes((before) => new Map([...before, ...rows.map((row) => [row.key, row] as const)]))
      }
    },
    onSettled: async () => {
      await Promise.all([['mailboxes'], ['mail', id], ['bounce-log'], ['mail-folders', id]]
        .map((queryKey) => client.invalidateQueries({ queryKey })))
    },
  })
  return { ...mutation, outcomes, forget: () => setOutcomes(new Map()) }
}

/** Those that were planned in one moment with the same conditions lifted. */
function groupsOf(items: readonly PlanItem[]): readonly PlanItem[][] {
  const groups = new Map<string, PlanItem[]>()
  for (const item of items) {
    const name = `${item.plannedAt} ${item.lift.join(' ')}`
    groups.set(name, [...groups.get(name) ?? [], item])
  }
  return [...groups.values()]
}
