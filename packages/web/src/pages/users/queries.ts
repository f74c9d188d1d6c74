// What the page of users asks the API.

import { queryOptions } from '@tanstack/react-query'
import { answerOf, api, type Schema } from '../../api/client.ts'

export type User = NonNullable<Schema<'User'>>

export type Link = Schema<'OneTimeLink'>

export const usersQuery = queryOptions({
  queryKey: ['users'],
  queryFn: async (): Promise<User[]> => {
    const { rows } = await answerOf(api.GET('/v1/users'))
    return rows.flatMap((row) => row ?? [])
  },
})

/** What a role means, in the words of those who give it. */
export const ROLES = [
  ['viewer', 'Viewer', 'Sees everything, changes nothing.'],
  ['operator', 'Operator',
    'Also suppresses and lifts addresses, imports, sets policies, bounces mail, exports.'],
  ['admin', 'Admin', 'Also users and API keys.'],
] as const

export type Role = (typeof ROLES)[number][0]
