// How answers of the API are kept, asked for again, and what a lost session means for all of them.

import { ApiProblem } from '@carom/client'
import { MutationCache, QueryCache, QueryClient } from '@tanstack/react-query'
import { sessionQuery } from './session.ts'

const RETRIES_MAX = 2
const STALE_MS = 10_000

/** That nobody is signed in (any longer), in the words of the API. */
const SIGNED_OUT: ReadonlySet<string> = new Set(['session-needed', 'key-missing'])

export function createQueryClient(): QueryClient {
  // The frame then shows the door, and comes back to the same page.
  const noteLoss = (error: unknown): void => {
    const isLost = error instanceof ApiProblem && SIGNED_OUT.has(error.code)
    if (isLost) client.setQueryData(sessionQuery.queryKey, null)
  }
  const client: QueryClient = new QueryClient({
    queryCache: new QueryCache({ onError: noteLoss }),
    mutationCache: new MutationCache({ onError: noteLoss }),
    defaultOptions: {
      queries: {
        staleTime: STALE_MS,
        // What was refused is refused again; what did not answer may yet.
        retry: (failures, error) => failures < RETRIES_MAX &&
          (!(error instanceof ApiProblem) || error.status === 0 || error.status >= 500),
      },
    },
  })
  return client
}
