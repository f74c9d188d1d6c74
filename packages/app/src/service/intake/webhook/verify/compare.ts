// Comparisons that take the same time whatever differs, and keyed hashes over raw bytes.

import { createHash, createHmac, timingSafeEqual, type BinaryToTextEncoding } from 'node:crypto'

/** True where both have the same bytes; a length that differs is no secret. */
export function isSame(a: Uint8Array, b: Uint8Array): boolean {
  return a.length === b.length && timingSafeEqual(a, b)
}

/** Secrets of any length: what is compared are their hashes. */
export function isSameSecret(given: string, wanted: string): boolean {
  return isSame(digest(given), digest(wanted))
}

function digest(text: string): Buffer {
  return createHash('sha256').update(text, 'utf8').digest()
}

type Hmac = {
  readonly algorithm: 'sha1' | 'sha256'
  readonly keys: readonly (string | Uint8Array)[]
  readonly pieces: readonly (string | Uint8Array)[]
}

/** True where a signature, as bytes, was made with one of the keys over the pieces in a row. */
export function isSigned(
  signatures: readonly Uint8Array[], { algorithm, keys, pieces }: Hmac,
): boolean {
  let found = false
  for (const key of keys) {
    const hmac = createHmac(algorithm, key)
    for (const piece of pieces) hmac.update(piece)
    const wanted = hmac.digest()
    // All are compared, so that the time does not tell which one was near.
    for (const signature of signatures) if (isSame(signature, wanted)) found = true
  }
  return found
}

const SHAPES: Readonly<Record<string, RegExp>> = {
  hex: /^[\da-f]{8,512}$/i,
  base64: /^[\w+/-]{8,2048}={0,2}$/,
  base64url: /^[\w-]{8,2048}={0,2}$/,
}

/** The bytes of a signature; undefined where it has other characters: Buffer would skip them. */
export function decodeSignature(
  text: string | undefined, encoding: 'hex' | 'base64' | 'base64url',
): Buffer | undefined {
  if (text === undefined || SHAPES[encoding]?.test(text) !== true) return undefined
  return Buffer.from(text, encoding as BinaryToTextEncoding)
}
