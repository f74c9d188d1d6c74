// What the check of a signature or a secret says.

import type { WebhookRequest } from '../types.ts'

/** Why a request was refused; stable words for logs, counters and pages of help. */
export type RefusalReason =
  | 'address-not-allowed' | 'credentials-missing' | 'credentials-wrong' | 'nothing-configured'
  | 'signature-missing' | 'signature-wrong' | 'timestamp-missing' | 'timestamp-old' | 'replayed'
  | 'topic-not-allowed' | 'certificate-untrusted' | 'certificate-unreachable' | 'body-unreadable'

export type Proof =
  | {
    readonly kind: 'proven'
    readonly by: 'signature' | 'secret' | 'address'
    /** An id of this delivery that the signature covers: the same delivery again has the same. */
    readonly id?: string
  }
  /** Nothing is configured that could prove anything. */
  | { readonly kind: 'unproven' }
  | { readonly kind: 'refused'; readonly reason: RefusalReason }

export type Verify = (request: WebhookRequest) => Proof | Promise<Proof>

/** Limits of time, in seconds, and the clock they are measured by. */
export type Window = {
  readonly pastSeconds: number
  readonly futureSeconds: number
  readonly now: () => number
}

export function refused(reason: RefusalReason): Proof {
  return { kind: 'refused', reason }
}

export function signed(id?: string): Proof {
  return { kind: 'proven', by: 'signature', ...(id === undefined ? {} : { id }) }
}

/** Why a time in milliseconds is not accepted; undefined where it is. */
export function checkTime(time: number, window: Window): RefusalReason | undefined {
  if (!Number.isFinite(time)) return 'timestamp-missing'
  const age = window.now() - time
  const isNear = age <= window.pastSeconds * 1_000 && age >= -window.futureSeconds * 1_000
  return isNear ? undefined : 'timestamp-old'
}
