// What both stores do with inputs before they write them.

import { encodeDeflated, encodePlain, isWorthDeflating } from './raw-bytes.ts'
import type { EncodedRaw } from './raw-bytes.ts'
import type { NewInput } from './types.ts'

/**
 * Inputs that wait for the disk at once; beyond that the store is overloaded and says so, so that
 * the peer comes again instead of filling the memory.
 */
export const WAITING_BYTES_MAX: number = 64 * 1024 * 1024

/** For each input what is stored of it; a promise only where something is deflated. */
export function encodeInputs(inputs: readonly NewInput[]): EncodedRaw[] | Promise<EncodedRaw[]> {
  if (!inputs.some(({ bytes }) => isWorthDeflating(bytes))) {
    return inputs.map(({ bytes }) => encodePlain(bytes))
  }
  return Promise.all(inputs.map(({ bytes }) =>
    isWorthDeflating(bytes) ? encodeDeflated(bytes) : encodePlain(bytes)))
}

/** Refuses the caller's mistakes before they can spoil what others write in the same commit. */
export function checkInputs(inputs: readonly NewInput[]): void {
  for (const { transportKey, receivedAt, trust, bytes } of inputs) {
    if (transportKey === '') throw new TypeError('an input without a transport key')
    if (!Number.isSafeInteger(receivedAt)) throw new TypeError(`receivedAt is ${receivedAt}`)
    if (![0, 1, 2, 3].includes(trust)) throw new TypeError(`trust is ${trust}`)
    if (!(bytes instanceof Uint8Array)) throw new TypeError('the bytes of an input are none')
  }
}

export function sizeOf(inputs: readonly NewInput[]): number {
  return inputs.reduce((sum, { bytes }) => sum + bytes.length, 0)
}
