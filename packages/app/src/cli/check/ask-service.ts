// Asks a running service over its HTTP API (POST /v1/check).

import type { Ask, Asked, AskedMore } from './ask.ts'

/** A service that is too busy to answer in that time does not know either. */
const TIMEOUT_MS = 30_000

/** Answers from the service at `url`; rejects with a sentence for people. */
export function askService(
  url: URL, key: string | undefined, { advice, asksDns }: AskedMore,
): Ask {
  const target = new URL('v1/check', url.href.endsWith('/') ? url : `${url.href}/`)
  if (advice) target.searchParams.set('advice', 'true')
  if (asksDns) target.searchParams.set('dns', 'true')
  return async (addresses, list) => {
    const response = await fetch(target, {
      method: 'POST', redirect: 'error', signal: AbortSignal.timeout(TIMEOUT_MS),
      headers: {
        'content-type': 'application/json',
        ...(key === undefined ? {} : { authorization: `Bearer ${key}` }),
      },
      body: JSON.stringify({ addresses, ...(list === undefined ? {} : { list }) }),
    })
    const body: unknown = await response.json().catch(() => undefined)
    if (!response.ok) throw new Error(describe(response.status, body))
    const answers = readAnswers(body)
    if (answers.length === addresses.length) return answers
    throw new Error(`${target.origin} does not answer like Carom`)
  }
}

function readAnswers(body: unknown): Asked[] {
  const { answers } = (body ?? {}) as { answers?: unknown }
  return Array.isArray(answers) ? answers as Asked[] : []
}

function describe(status: number, body: unknown): string {
  const { title, detail } = (body ?? {}) as { title?: unknown; detail?: unknown }
  const words = typeof detail === 'string' ? detail : typeof title === 'string' ? title : ''
  const advice = status === 401 ? ' Give a key in CAROM_API_KEY.' : ''
  return `the service answered ${status}${words === '' ? '' : `: ${words}`}.${advice}`
}
