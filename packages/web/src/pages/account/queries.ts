// What the page of one's own account asks the API.

import { ApiProblem } from '@carom/client'
import { queryOptions } from '@tanstack/react-query'
import { answerOf, api, type Schema } from '../../api/client.ts'

export type Account = NonNullable<Schema<'User'>>

export const whoQuery = queryOptions({
  queryKey: ['account', 'who'],
  queryFn: async (): Promise<Account> => {
    const { user } = await answerOf(api.GET('/v1/session'))
    if (user !== null) return user
    throw new ApiProblem({ status: 401, code: 'session-needed', title: 'You are signed out' })
  },
})

export const passkeysQuery = queryOptions({
  queryKey: ['account', 'passkeys'],
  queryFn: async () => (await answerOf(api.GET('/v1/users/me/passkeys'))).rows,
})

export const sessionsQuery = queryOptions({
  queryKey: ['account', 'sessions'],
  queryFn: async () => {
    const { rows } = await answerOf(api.GET('/v1/users/me/sessions'))
    return rows.flatMap((row) => row ?? [])
  },
})

export const methodsQuery = queryOptions({
  queryKey: ['session', 'methods'], staleTime: 60_000,
  queryFn: () => answerOf(api.GET('/v1/session/methods')),
})
