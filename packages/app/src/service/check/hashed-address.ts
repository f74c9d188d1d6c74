// Addresses as keyed hashes that nobody can guess without the pepper, and that a check still finds
// (GDPR Art. 17(3), 21(3)): of those that were erased, and of all in the mode `hashed`.

import { createHmac } from 'node:crypto'
import { addressKey, isMailAddress, type AddressEquivalence } from '@carom/core'

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

/** From an address in the form of the ledger's key to what is kept in its place. */
export type AddressMask = (address: string) => string

/** Of the hash: 130 bits, so that no two addresses ever meet. */
const MASK_CHARS = 26
const BASE32 = 'abcdefghijklmnopqrstuvwxyz234567'
const MASKED = /^~[a-z2-7]{26}@/

/**
 * In the mode `hashed` an address is kept as `~HASH@domain`: still in the form of one, so that all
 * that goes by the domain goes on. What is masked already stays, and so do whole domains.
 */
export function createAddressMask(pepper: string | Uint8Array): AddressMask {
  if (pepper.length === 0) throw new TypeError('a pepper of no bytes would let anybody guess')
  return (address) => {
    const at = address.lastIndexOf('@')
    if (at < 1 || MASKED.test(address) || isHashedAddress(address)) return address
    const digest = createHmac('sha256', pepper).update('mask').update(address).digest()
    let hash = ''
    for (let i = 0; i < MASK_CHARS; i++) hash += BASE32[fiveBits(digest, i * 5)]
    return `~${hash}${address.slice(at)}`
  }
}

/** The five bits of a digest that begin there. */
function fiveBits(digest: Buffer, bit: number): number {
  const pair = digest.readUInt16BE(bit >> 3)
  return (pair >> (11 - (bit & 7))) & 31
}

/** From an address as written to what is kept of it; what is no address stays. */
export type AddressKeeper = (text: string) => string

export function keeperOf(
  equivalence: AddressEquivalence, mask: AddressMask | undefined,
): AddressKeeper | undefined {
  if (mask === undefined) return undefined
  return (text) => isMailAddress(text) ? mask(addressKey(text, equivalence)) : text
}
