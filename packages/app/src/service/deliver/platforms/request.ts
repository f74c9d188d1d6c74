// A change of an address as a request of the sending system that is told of it, and what its answer
// comes to.

import type { SafeAnswer, SafeFetch, SafeRequest } from '../safe-fetch.ts'
import { outcomeOfAnswer, type Outcome } from '../webhooks/outcome.ts'
import { PLATFORMS, type Call, type PlatformId } from './platforms.ts'

/** What reaches a sending system. */
export type PlatformAccess = {
  readonly platform: PlatformId
  readonly url: string
  readonly credential: string
}

/** What of a payload (`pipeline/notes.ts`) is told. */
type Payload = {
  readonly type: string
  readonly data: { readonly address: string; readonly reason?: string }
}

/** Types of notifications that a platform is told of. */
export function typesOf(platform: PlatformId): readonly string[] {
  return PLATFORMS[platform].lift === undefined
    ? ['suppression.added'] : ['suppression.added', 'suppression.lifted']
}

/** Rejects where there was no answer. */
export async function tellPlatform(
  fetch: Pick<SafeFetch, 'fetch'>, access: PlatformAccess, payload: string, now: () => number,
): Promise<Outcome> {
  const { name, isRefusal } = PLATFORMS[access.platform]
  const call = callOf(access.platform, payload)
  if (call === undefined) return { kind: 'refused', error: `${name} has no call for this change` }
  const url = urlOf(access.url, call.path)
  const answer = await fetch.fetch(url, requestOf(access, url, call))
  const { status } = answer
  // Who is not there gets no mail from there.
  if (status === 404 && call.method !== 'POST') return { kind: 'delivered', status }
  if (isAboutAddress(status) || (isRefusal?.(readJson(answer)) ?? false)) {
    return { kind: 'refused', status, error: `${name} refuses this address: answered ${status}` }
  }
  const outcome = outcomeOfAnswer(answer, now())
  return outcome.kind === 'gone' ? { ...outcome, kind: 'failed' } : outcome
}

/** Why a sending system cannot be told anything, and which of the two fields is to blame. */
export async function probePlatform(
  fetch: Pick<SafeFetch, 'fetch'>, access: PlatformAccess,
): Promise<{ readonly path: 'url' | 'credential'; readonly message: string } | undefined> {
  const { name, probe, url: example } = PLATFORMS[access.platform]
  const url = urlOf(access.url, probe)
  const answer = await fetch.fetch(url, requestOf(access, url, { method: 'GET' }))
    .catch((error: unknown) => error as Error)
  if (answer instanceof Error) {
    return { path: 'url', message: `${name} could not be asked there: ${answer.message}` }
  }
  const { status } = answer
  if (status >= 200 && status <= 299) return undefined
  return status === 401 || status === 403
    ? { path: 'credential', message: `${name} does not accept it: answered ${status}` }
    : {
      path: 'url',
      message: `${name} was not found there: answered ${status}; it looks like ${example}`,
    }
}

function callOf(platform: PlatformId, payload: string): Call | undefined {
  const { suppress, lift } = PLATFORMS[platform]
  const { type, data: { address, reason = 'unknown' } } = JSON.parse(payload) as Payload
  return type === 'suppression.added' ? suppress({ address, reason })
    : type === 'suppression.lifted' ? lift?.(address) : undefined
}

function requestOf(
  { platform, credential }: PlatformAccess, url: string,
  { method, body }: { readonly method: Call['method'] | 'GET'; readonly body?: unknown },
): SafeRequest {
  const text = body === undefined ? {} : { body: JSON.stringify(body) }
  return {
    method, ...text,
    headers: {
      'user-agent': 'Carom', 'accept': 'application/json',
      ...PLATFORMS[platform].headers(credential, { method, url, ...text }),
      ...(body === undefined ? {} : { 'content-type': 'application/json' }),
    },
  }
}

function urlOf(base: string, path: string): string {
  return (base.endsWith('/') ? base.slice(0, -1) : base) + path
}

/** Bad requests: the same again would be refused again, and the next address may be taken. */
function isAboutAddress(status: number): boolean {
  return status === 400 || status === 409 || status === 422
}

function readJson({ body }: SafeAnswer): unknown {
  try {
    return JSON.parse(Buffer.from(body).toString('utf8'))
  } catch {
    return undefined
  }
}
