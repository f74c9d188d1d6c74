// How raw inputs are kept: with the SHA-256 of what came, and deflated where that is worth it.

import { hash } from 'node:crypto'
import { promisify } from 'node:util'
import { deflateRaw, inflateRawSync } from 'node:zlib'

export const ENCODING_PLAIN = 0
export const ENCODING_DEFLATE = 1

/**
 * From this size on an input is deflated before it is written: that saves more of the disk's time
 * than it takes, and runs beside the event loop. Smaller ones are packed later, see raws.ts.
 */
const DEFLATE_BYTES_MIN = 16 * 1024
/** The least effort: bounces shrink to a third with it, and to little less with more. */
const DEFLATE_LEVEL = 1

export type EncodedRaw = {
  readonly sha256: Uint8Array
  readonly encoding: number
  readonly bytes: Uint8Array
}

const deflate = promisify<Uint8Array, { readonly level: number }, Buffer>(deflateRaw)

export function digest(bytes: Uint8Array): Uint8Array {
  return hash('sha256', bytes, 'buffer')
}

/** As it came. */
export function encodePlain(bytes: Uint8Array): EncodedRaw {
  return { sha256: digest(bytes), encoding: ENCODING_PLAIN, bytes }
}

export function isWorthDeflating(bytes: Uint8Array): boolean {
  return bytes.length >= DEFLATE_BYTES_MIN
}

/** Deflated, or as it came where deflating gains nothing. */
export async function encodeDeflated(bytes: Uint8Array): Promise<EncodedRaw> {
  const deflated = await deflate(bytes, { level: DEFLATE_LEVEL })
  const isSmaller = deflated.length < bytes.length
  return isSmaller
    ? { sha256: digest(bytes), encoding: ENCODING_DEFLATE, bytes: deflated }
    : encodePlain(bytes)
}

/** The bytes that came, or undefined where what is stored is damaged. */
export function decodeRaw(raw: EncodedRaw, size: number): Uint8Array | undefined {
  const bytes = raw.encoding === ENCODING_DEFLATE ? inflate(raw.bytes, size) : raw.bytes
  if (bytes === undefined || bytes.length !== size) return undefined
  return Buffer.compare(digest(bytes), raw.sha256) === 0 ? bytes : undefined
}

function inflate(bytes: Uint8Array, size: number): Uint8Array | undefined {
  try {
    // One byte of room, since zlib takes no limit of 0.
    return inflateRawSync(bytes, { maxOutputLength: size + 1 })
  } catch (error) {
    if (error instanceof Error) return undefined
    throw error
  }
}
