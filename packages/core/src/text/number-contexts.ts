// What readers and writers of packed numbers agree on.

/** Digits of the text, all that need no escape in a script: two of them hold thirteen bits. */
export const DIGITS =
  ' !#$%&()*+,-./0123456789:;<=>?@ABCDEFGHIJKLMNOPQRSTUVWXYZ[]^_abcdefghijklmnopqrstuvwxyz{|}~'
export const BITS_PER_PAIR = 13

/** Room for the contexts of one text; so that they are found fast, half of it stays free. */
export const CONTEXT_PLACES: number = 1 << 16

/** Stands for what is near, or far, in wider contexts: no number that tells is negative. */
export const ANY = -1

/**
 * The key of a context: a kind of numbers, what stands near, and what stands further off. Contexts
 * that share a key by chance share their codes.
 */
export function contextKey(kind: number, near: number, far: number): number {
  const hash = Math.imul(
    Math.imul(Math.imul(kind + 1, 0x9e3779b1) ^ near, 0x85ebca6b) ^ far, 0x01000193)
  return (hash ^ (hash >>> 15)) >>> 2
}
