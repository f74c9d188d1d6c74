// Who is signed in, and what they may do.

import { ApiProblem } from '@carom/client'
import { queryOptions, useQuery } from '@tanstack/react-query'
import { answerOf, api, setCsrfToken } from '../api/client.ts'

export type Role = 'viewer' | 'operator' | 'admin'

export type Session = {
  readonly name: string
  readonly role: Role
}

/** Null: nobody is signed in. */
export const sessionQuery = queryOptions({
  queryKey: ['session'], staleTime: Infinity, retry: false,
  queryFn: async (): Promise<Session | null> => {
    try {
      const { user, csrf } = await answerOf(api.GET('/v1/session'))
      setCsrfToken(csrf ?? undefined)
      return user === null ? null : { name: user.name, role: user.role }
    } catch (error) {
      if (error instanceof ApiProblem && error.status === 401) return null
      throw error
    }
  },
})

const RANKS: Readonly<Record<Role, number>> = { viewer: 0, operator: 1, admin: 2 }

/** Whether who is signed in may do what needs this role. */
export function useMay(role: Role): boolean {
  const { data } = useQuery(sessionQuery)
  return data !== undefined && data !== null && RANKS[data.role] >= RANKS[role]
}
