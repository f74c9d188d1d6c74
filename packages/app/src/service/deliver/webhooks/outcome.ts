// What an attempt to deliver came to.

import { UnsafeUrlError } from '../safe-url.ts'
import type { SafeAnswer } from '../safe-fetch.ts'
import { readRetryAfter } from './schedule.ts'

export type Outcome =
  | { readonly kind: 'delivered'; readonly status: number }
  | {
    readonly kind: 'failed'; readonly status?: number; readonly error: string
    readonly retryAfterMs?: number
  }
  /** It will not take this delivery, however often it is asked; others it may take. */
  | { readonly kind: 'refused'; readonly status?: number; readonly error: string }
  /** The receiver is gone for good, and says so (410). */
  | { readonly kind: 'gone'; readonly status: number; readonly error: string }

/** Answers that may say when to come back. */
const RETRY_AFTER_STATUSES = new Set([429, 502, 503, 504])
const GONE = 410

export function outcomeOfAnswer({ status, headers }: SafeAnswer, now: number): Outcome {
  if (status >= 200 && status <= 299) return { kind: 'delivered', status }
  if (status === GONE) return { kind: 'gone', status, error: 'answered 410: gone for good' }
  if (status >= 300 && status <= 399) {
    return { kind: 'failed', status, error: `answered ${status}: redirects are not followed` }
  }
  const value = headers['retry-after']
  const retryAfterMs = RETRY_AFTER_STATUSES.has(status) && typeof value === 'string'
    ? readRetryAfter(value, now) : undefined
  return {
    kind: 'failed', status, error: `answered ${status}`,
    ...(retryAfterMs === undefined ? {} : { retryAfterMs }),
  }
}

/** In words that are shown to the owner of the endpoint: none of what the other side wrote. */
export function outcomeOfError(error: unknown): Outcome {
  if (error instanceof UnsafeUrlError) return { kind: 'failed', error: error.message }
  if (!(error instanceof Error)) return { kind: 'failed', error: 'the connection failed' }
  if (error.name === 'TimeoutError') return { kind: 'failed', error: error.message }
  const { code } = error as { code?: unknown }
  return {
    kind: 'failed',
    error: typeof code === 'string' ? `the connection failed: ${code}` : 'the connection failed',
  }
}
