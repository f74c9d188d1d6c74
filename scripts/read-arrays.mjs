// Reads what loaded-rules.mjs has written; part of the bundle.

import { readFileSync } from 'node:fs'

/** Fields with a value of their own, or the place of their numbers in `file`. */
export function readArrays(file, fields) {
  const { buffer, byteOffset } = readFileSync(file)
  return Object.fromEntries(fields.map(([name, { value, from, length, kind }]) =>
    [name, kind === undefined ? value : new globalThis[kind](buffer, byteOffset + from, length)]))
}
