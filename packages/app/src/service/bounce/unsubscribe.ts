// One-click unsubscribing (RFC 8058): a request that the sender's own header offers, made only when
// a person asks for it, and only where a signature covers the offer.

import type { Message } from '@carom/core'
import type { SafeFetch } from '../deliver/safe-fetch.ts'
import { safeLine } from '../safe-text.ts'
import type { Authentication } from './authenticate.ts'
import { SHOWN_CHARS_MAX } from './limits.ts'
import type { Alternative } from './types.ts'

const BODY = 'List-Unsubscribe=One-Click'
const URI_CHARS_MAX = 2_000

export function offerUnsubscribe(
  message: Message, { proofs }: Authentication,
): Alternative {
  const none = (because: string): Alternative =>
    ({ name: 'unsubscribe', available: false, because })
  const fields = message.headers('list-unsubscribe')
  const post = message.headers('list-unsubscribe-post')
  if (fields.length === 0) return none('Its sender offers no way to unsubscribe.')
  if (fields.length > 1 || post.length > 1) return none('Its header offers more than one way.')
  if (!/^\s*List-Unsubscribe\s*=\s*One-Click\s*$/i.test(post[0] ?? '')) {
    return none('Its sender does not offer to unsubscribe by one request (RFC 8058).')
  }
  const target = findHttps(fields[0] ?? '')
  if (target === undefined) return none('The address for unsubscribing is not https.')
  const isSigned = proofs.some(({ method, result, signed = [] }) =>
    method === 'dkim' && result === 'pass' &&
    signed.includes('list-unsubscribe') && signed.includes('list-unsubscribe-post'))
  if (!isSigned) return none('No signature covers the offer, so anyone may have written it.')
  return {
    name: 'unsubscribe', available: true, target,
    because: `One request to ${new URL(target).host} unsubscribes.`,
  }
}

function findHttps(value: string): string | undefined {
  for (const [, uri = ''] of value.matchAll(/<([^<>]*)>/g)) {
    const text = uri.replace(/\s+/g, '')
    const isHttps = text.length <= URI_CHARS_MAX && /^https:\/\//i.test(text) && URL.canParse(text)
    if (isHttps) return text
  }
  return undefined
}

/** Whether the sender took it; redirects are not followed (RFC 8058 §3.1). */
export async function requestUnsubscribe(
  fetch: SafeFetch['fetch'], target: string,
): Promise<{ readonly ok: boolean; readonly answer: string }> {
  try {
    const { status } = await fetch(target, {
      method: 'POST', body: BODY,
      headers: { 'content-type': 'application/x-www-form-urlencoded' },
    })
    return { ok: status >= 200 && status < 300, answer: `It answered ${status}.` }
  } catch (error) {
    const text = error instanceof Error ? error.message : String(error)
    return { ok: false, answer: safeLine(text, SHOWN_CHARS_MAX) }
  }
}
