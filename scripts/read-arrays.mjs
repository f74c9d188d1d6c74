// Reads what loaded-rules.mjs has written; part of the bundle.

import { readFileSync } from 'node:fs'

/** What was loaded when the bundle was made; its shape stands in the file from `shapeFrom` on. */
export function readArrays(file, shapeFrom) {
  const bytes = readFileSync(file)
  return fill(JSON.parse(bytes.toString('utf8', shapeFrom)), bytes)
}

function fill({ kind, from, length, map, holes = 0, values, fields, value }, bytes) {
  if (kind !== undefined) {
    return new globalThis[kind](bytes.buffer, bytes.byteOffset + from, length)
  }
  if (fields !== undefined) {
    return Object.fromEntries(fields.map(([name, shape]) => [name, fill(shape, bytes)]))
  }
  if (map !== undefined) return new Map(map)
  if (values !== undefined) return holes === 0 ? values : [...new Array(holes), ...values]
  return value
}
