// What the mailbox page asks the service.

import { queryOptions } from '@tanstack/react-query'
import { answerOf, api, type Schema } from '../../api/client.ts'

export type Mailbox = Schema<'Mailbox'>

export type MailRow = Schema<'MailMessage'>
export type MailPage = {
  readonly rows: readonly MailRow[]; readonly total: number; readonly marked: number
  readonly next?: string
}
export type BounceRow = Schema<'BounceRow'>
export type Condition = Schema<'BounceCondition'>
export type Alternative = Schema<'BounceAlternative'>
export type AlternativeRow = Schema<'BounceAlternativeRow'>
export type BounceSettings = Schema<'BounceSettings'>
export type LoggedBounce = Schema<'LoggedBounce'>

/** Messages that one request asks for. */
const MESSAGES_PAGE = 500

export const mailboxesQuery = queryOptions({
  queryKey: ['mailboxes'], queryFn: async () => await answerOf(api.GET('/v1/mailboxes')),
})

export function foldersQuery(id: string) {
  return queryOptions({
    queryKey: ['mail-folders', id],
    queryFn: async () => await answerOf(
      api.GET('/v1/mailboxes/{id}/folders', { params: { path: { id } } })),
  })
}

export function messageQuery(id: string, key: string) {
  return queryOptions({
    queryKey: ['mail-message', id, key], staleTime: Infinity,
    queryFn: async () => await answerOf(
      api.GET('/v1/mailboxes/{id}/messages/{key}', { params: { path: { id, key } } })),
  })
}

export type ListWords = {
  readonly folder: string; readonly search?: string | undefined; readonly marked: boolean
}

export async function fetchMessages(
  id: string, words: ListWords, cursor: string | undefined,
): Promise<MailPage> {
  const { folder, search, marked } = words
  return await answerOf(api.GET('/v1/mailboxes/{id}/messages', { params: {
    path: { id },
    query: {
      folder, limit: MESSAGES_PAGE, ...search === undefined ? {} : { search },
      ...marked ? { marked: true as const } : {}, ...cursor === undefined ? {} : { cursor },
    },
  } }))
}

export const settingsQuery = queryOptions({
  queryKey: ['bounce-settings'],
  queryFn: async () => await answerOf(api.GET('/v1/bounces/settings')),
})

export const refusedQuery = queryOptions({
  queryKey: ['refused-senders'],
  queryFn: async () => await answerOf(api.GET('/v1/bounces/refused-senders')),
})
