// What the pages before the sign-in ask the API, and send it.

import { queryOptions } from '@tanstack/react-query'
import { answerOf, api } from '../../api/client.ts'
import { toPasskeyProblem } from '../../parts/passkey-problem.ts'

export const methodsQuery = queryOptions({
  queryKey: ['session', 'methods'], staleTime: 60_000,
  queryFn: () => answerOf(api.GET('/v1/session/methods')),
})

export type Credentials = { readonly name: string; readonly password: string }

export type PasskeyAnswer = { response: Record<string, unknown> }

export type Factor = { readonly code: string } | { readonly passkey: PasskeyAnswer }

export function signInWithPassword(
  credentials: Credentials, factor?: Factor,
) {
  return answerOf(api.POST('/v1/session', { body: { ...credentials, ...factor } }))
}

export async function signInWithPasskey() {
  const passkey = await askForPasskey()
  return await answerOf(api.POST('/v1/session/passkey', { body: passkey }))
}

/** @throws ApiProblem where the person cancels it, or the browser cannot */
export async function askForPasskey(): Promise<PasskeyAnswer> {
  const options = await answerOf(api.POST('/v1/session/passkey/options'))
  const { startAuthentication } = await import('@simplewebauthn/browser')
  type Options = Parameters<typeof startAuthentication>[0]['optionsJSON']
  try {
    const response = await startAuthentication({ optionsJSON: options as unknown as Options })
    return { response: { ...response } }
  } catch (error) {
    throw toPasskeyProblem(error)
  }
}
