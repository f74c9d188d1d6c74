// The API as the pages ask it: typed by its own contract, with the cookie of the session and the
// token that proves that a page of ours asks.

import { answerOf, ApiProblem, type Answered, type components, type paths } from '@carom/client'
import createClient from 'openapi-fetch'

export { answerOf }

/** A schema of the API document by its name. */
export type Schema<Name extends keyof components['schemas']> = components['schemas'][Name]

let csrfToken: string | undefined

/** Told once after who is signed in is known; goes with every request that changes something. */
export function setCsrfToken(token: string | undefined): void {
  csrfToken = token
}

const SAFE: ReadonlySet<string> = new Set(['GET', 'HEAD', 'OPTIONS'])

/** Asks with the token; once more with a new one where another tab has signed in meanwhile. */
async function fetchWithToken(request: Request): Promise<Response> {
  if (SAFE.has(request.method)) return await fetch(request)
  const again = request.clone()
  const response = await fetch(withToken(request))
  return await isTokenOld(response) ? await fetch(withToken(again)) : response
}

function withToken(request: Request): Request {
  if (csrfToken !== undefined) request.headers.set('x-carom-csrf', csrfToken)
  return request
}

/** True where the answer says so, and there is a newer one from now on. */
async function isTokenOld(response: Response): Promise<boolean> {
  if (response.status !== 403) return false
  const problem = ApiProblem.of(403, await response.clone().json().catch(() => undefined))
  if (problem.code !== 'csrf-invalid') return false
  const { csrf } = await (await fetch('/v1/session')).json() as { readonly csrf: string | null }
  if (csrf === null || csrf === csrfToken) return false
  setCsrfToken(csrf)
  return true
}

/**
 * Sends a file as it lies on the disk, however large; a request that is copied would hold it in
 * memory. The answer's body, which nothing has checked.
 * @throws ApiProblem that says why not
 */
export async function sendFile(path: string, file: Blob, signal: AbortSignal): Promise<unknown> {
  const send = async (): Promise<Response> => await fetch(path, {
    method: 'POST', body: file, signal,
    headers: {
      'content-type': 'application/octet-stream',
      ...csrfToken === undefined ? {} : { 'x-carom-csrf': csrfToken },
    },
  })
  const work = async (): Promise<Answered<unknown>> => {
    const first = await send()
    const response = await isTokenOld(first) ? await send() : first
    const body: unknown = await response.json().catch(() => undefined)
    return response.ok ? { data: body, response } : { error: body, response }
  }
  return await answerOf(work())
}

export const api = createClient<paths>({
  baseUrl: globalThis.location.origin, fetch: fetchWithToken,
})
