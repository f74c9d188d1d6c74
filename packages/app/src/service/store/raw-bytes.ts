// How raw inputs are kept: with the SHA-256 of what came, and deflated where that is worth it.

import { hash } from 'node:crypto'
import { promisify } from 'node:util'
import { deflateRaw, deflateRawSync, inflateRawSync } from 'node:zlib'

export const ENCODING_PLAIN = 0
export const ENCODING_DEFLATE = 1

/**
 * From this size on an input is deflated before it is written, beside the event loop: that saves
 * the disk more than it takes. A smaller one would wait longer for its turn (0.3 ms of processor
 * time) than for the disk, so it is packed when there is time, see raws.ts.
 */
export const DEFLATE_BYTES_MIN: number = 16 * 1024
/** The least effort: bounces shrink to a half or less with it, and to little less with more. */
const DEFLATE_LEVEL = 1
/** Small tables, since setting them up takes longer than deflating a few kilobytes. */
const SMALL = { level: DEFLATE_LEVEL, memLevel: 6, windowBits: 13, chunkSize: 4096 }

export type EncodedRaw = {
  readonly sha256: Uint8Array
  readonly encoding: number
  readonly bytes: Uint8Array
}

const deflate = promisify<Uint8Array, { readonly level: number }, Buffer>(deflateRaw)

function digest(bytes: Uint8Array): Uint8Array {
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

/** The same for a small input, at once; undefined where deflating gains nothing. */
export function deflateSmall(bytes: Uint8Array): Uint8Array | undefined {
  const deflated = deflateRawSync(bytes, SMALL)
  return deflated.length < bytes.length ? deflated : undefined
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
