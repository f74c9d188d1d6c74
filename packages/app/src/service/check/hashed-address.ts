// Addresses that were erased but must not be written to again: kept as a keyed hash that nobody can
// guess without the pepper, and that a check can still find (GDPR Art. 17(3), 21(3)).

import { createHmac } from 'node:crypto'

/** Holds no `@`: never mistaken for an address. */
const HASHED_PREFIX = 'hmac-sha256:'

/** What stands in the store instead of an address: HMAC-SHA256 under the pepper, in hexadecimal. */
export function hashAddress(pepper: string | Uint8Array, address: string): string {
  if (pepper.length === 0) throw new TypeError('a pepper of no bytes would let anybody guess')
  return HASHED_PREFIX + createHmac('sha256', pepper).update(address).digest('hex')
}

/** Whether such a hash stands in `text` at `from`. */
export function isHashedAddress(text: string, from = 0): boolean {
  return text.startsWith(HASHED_PREFIX, from)
}
