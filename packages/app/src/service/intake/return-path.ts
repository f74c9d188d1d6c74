// What the address that took a message in proves (docs/return-path-token.md), for intakes that are
// told it by a mail server of one's own.

import { verifyReturnPath, type TokenKey } from '@carom/core'
import type { NewInput } from '../store/types.ts'

export type Arrival = {
  /** The envelope recipient; empty where unknown. */
  readonly recipient: string
  readonly tenant: string
  readonly keys: readonly TokenKey[]
  /** Milliseconds since 1970. */
  readonly now: number
}

/**
 * The trust of an input, and what of its envelope the token gives. A token that names a registered
 * send alone proves nothing here: the send is not looked up.
 */
export function proofOf({ recipient, tenant, keys, now }: Arrival): Pick<
  NewInput, 'trust' | 'envelope'
> {
  const verdict = verifyReturnPath(recipient, { keys, now })
  const isProven = verdict.kind === 'valid' && verdict.recipient !== undefined &&
    verdict.tenant === tenant
  if (!isProven) return { trust: 0, envelope: {} }
  const list = verdict.list === undefined ? {} : { list: verdict.list }
  return {
    trust: 3, envelope: { token: { recipient: verdict.recipient ?? '', ...list }, ...list },
  }
}
