// Small pieces of SQL that both databases read alike.

import type { SqlValue } from './types.ts'

/** Lists are padded to one of these lengths, so that few different statements are prepared. */
const LIST_LENGTHS = [1, 4, 16, 64, 256, 1024] as const

/** The longest list that one statement takes; longer ones go in parts. */
export const LIST_LENGTH_MAX = 1024

/**
 * `IN ${list.sql}` with `...list.params` for 1 to LIST_LENGTH_MAX values.
 */
export function sqlList<Value extends SqlValue>(values: readonly Value[]): {
  readonly sql: string
  readonly params: readonly Value[]
} {
  const length = LIST_LENGTHS.find((fits) => fits >= values.length)
  const last = values.at(-1)
  if (length === undefined || last === undefined) {
    throw new TypeError(`a list of ${values.length} values; 1 to ${LIST_LENGTH_MAX} can be asked`)
  }
  const params = [...values, ...Array<Value>(length - values.length).fill(last)]
  return { sql: `(${Array(length).fill('?').join(', ')})`, params }
}

/**
 * A text without NUL, which PostgreSQL cannot keep (T14): both stores put U+FFFD in its place.
 */
export function withoutNul(text: string): string {
  return text.includes('\0') ? text.replaceAll('\0', '\uFFFD') : text
}

/**
 * PostgreSQL's way of writing parameters: `?` outside of quoted texts, names and comments becomes
 * `$1`, `$2` ….
 */
export function numberParameters(sql: string): string {
  let count = 0
  return sql.replace(/'(?:[^']|'')*'|"[^"]*"|--[^\n]*|\?/g, (found) => {
    if (found !== '?') return found
    count += 1
    return `$${count}`
  })
}
