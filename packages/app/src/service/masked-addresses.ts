// Whether a store keeps addresses as hashes, and under which key. That is settled when the store is
// new, and never changes: a hash cannot be turned into an address, nor into a hash of another key.

import { createHmac } from 'node:crypto'
import { createAddressMask, type AddressMask } from './check/hashed-address.ts'
import { readSetting, writeSetting } from './store/settings.ts'
import type { Store } from './store/types.ts'

const ADDRESSES = 'addresses'
const HASHED = 'hashed:'
const FINGERPRINT_CHARS = 16
const TABLES = ['addresses', 'suppressions', 'lives', 'sends', 'events', 'optins']

type Wanted = 'clear' | 'hashed'

/** The mask of a store that keeps hashes; undefined of one that does not. @throws Error */
export async function readMask(
  store: Store, pepper: string | undefined,
): Promise<AddressMask | undefined> {
  const kept = await readSetting(store, '', ADDRESSES)
  if (kept === undefined) return undefined
  if (pepper !== undefined && kept === HASHED + fingerprint(pepper)) {
    return createAddressMask(pepper)
  }
  throw new Error('the store keeps addresses as hashes of another pepper: name the file of the ' +
    'right one as privacy.pepperFile')
}

/** The same, after the mode was settled as wanted. @throws Error that says what to do */
export async function settleMask(
  store: Store, pepper: string, { addresses }: { readonly addresses: Wanted }, now: number,
): Promise<AddressMask | undefined> {
  const mask = await readMask(store, pepper)
  if (mask !== undefined && addresses === 'clear') {
    throw new Error('the store keeps addresses as hashes: write privacy.addresses: hashed')
  }
  if (mask !== undefined || addresses === 'clear') return mask
  const found = await Promise.all(TABLES.map((table) =>
    store.get(`SELECT 1 AS one FROM ${table} LIMIT 1`)))
  if (found.some((row) => row !== undefined)) {
    throw new Error('the store holds addresses in clear, which privacy.addresses: hashed rules ' +
      'out: begin a new store, and import the suppressions of this one')
  }
  await store.write((tx) => writeSetting(tx, '', ADDRESSES, HASHED + fingerprint(pepper), now))
  return createAddressMask(pepper)
}

/** Tells peppers apart and gives nothing of them away. */
function fingerprint(pepper: string): string {
  return createHmac('sha256', pepper).update('fingerprint').digest('hex')
    .slice(0, FINGERPRINT_CHARS)
}
