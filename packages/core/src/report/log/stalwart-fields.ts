// The `name = value` pairs of a Stalwart event: texts in quotes, lists in brackets, plain numbers.

import { endOfQuoted } from './fields.ts'
import { FIELDS_MAX } from './limits.ts'

const NAME = /^([A-Za-z]{1,40}) = /

/** The first value of each name that is a text or a number; lists name the whole message's. */
export function readEventFields(text: string, from: number): Map<string, string> {
  const fields = new Map<string, string>()
  let at = from
  for (let i = 0; i < FIELDS_MAX; i++) {
    const name = NAME.exec(text.slice(at, at + 50))
    if (name === null) break
    const start = at + name[0].length
    const end = endOfValue(text, start)
    const value = text.slice(start, end)
    const isList = value.startsWith('[')
    const key = name[1] ?? ''
    if (!isList && !fields.has(key)) fields.set(key, plainOf(value))
    if (!text.startsWith(', ', end)) break
    at = end + 2
  }
  return fields
}

function endOfValue(text: string, from: number): number {
  const first = text.charCodeAt(from)
  if (first === 34) {
    const end = endOfQuoted(text, from)
    return end < 0 ? text.length : end
  }
  if (first !== 91) {
    const end = text.indexOf(', ', from)
    return end < 0 ? text.length : end
  }
  for (let at = from + 1; at < text.length; at++) {
    const unit = text.charCodeAt(at)
    if (unit === 93) return at + 1
    if (unit !== 34) continue
    const end = endOfQuoted(text, at)
    if (end < 0) break
    at = end - 1
  }
  return text.length
}

function plainOf(value: string): string {
  if (!value.startsWith('"')) return value
  const end = value.length > 1 && value.endsWith('"') ? value.length - 1 : value.length
  return value.slice(1, end).replace(/\\(["\\])/g, '$1')
}
